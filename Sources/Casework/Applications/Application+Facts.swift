/// What the store looks up for an act on a case, in the same transaction.
public struct ApplicationFacts: Hashable, Sendable {
  /// Certificates of others that bore the applicant's number, as far as nobody has decided that they are another
  /// person's.
  public var heldByOthers: [Certificate] = []
  /// The holder of a live certificate of the number, where the name is not the applicant's.
  public var otherHolder: String?
  /// When the certificate that the case is about, or the first of those it took the place of, was issued.
  public var firstIssued: Day?
  /// Active certificates of the applicant's number, besides the one that the case is about.
  public var liveCertificates: [String] = []
  /// What the store knows around the case; looked up for the acceptance, which keeps what was said.
  public var around = Surroundings()
  /// Other cases of the same person that are not finished and would cross this one.
  public var otherOpenCases: [String] = []
  /// Everything of the person or about the certificate that is under way, drafts among it.
  public var beside: [CaseBeside] = []
  /// The card that took the place of the one about which the case was accepted.
  public var cardSince: Certificate?
  /// The latest cancellation that bars a new application, with its day (Measures article 24).
  public var barringCancellation: Day?
  /// The suffixes already used with the person's number, category and grade: 0 for none, 1 for B1.
  public var usedSuffixes: Set<Int> = []
  /// The institution named, as far as it is known.
  public var institution: Institution?
  /// The institutions named for parts that were found elsewhere, as far as they are known.
  public var partInstitutions: [Institution] = []
  /// The doctors recorded for the institutions named; none where the office keeps no list of them.
  public var doctors: [Doctor] = []
  /// The people named, as far as they have accounts.
  public var named: [StaffMember] = []
  /// Panel members whose seat in this case is locked after wrong secrets.
  public var lockedSeats: [StaffMember.ID] = []
  public var serialIsUsed = false
  /// The certificate that a case is about.
  public var certificate: Certificate?
  /// The certificate that stays where the one of the case ends as a duplicate.
  public var keptCertificate: Certificate?
  /// Scans that no longer read as they did when they were attached.
  public var changedScans: [MaterialCode] = []
  /// Whether the register says that the person died.
  public var isRecordedDead = false
  /// Rows of police lists by which the applicant or the guardian has died; looked up for the acceptance.
  public var reportedDeaths: [ReportedDeath] = []
  /// What the office saw of the holder after the day of the death for which the certificate is to end; looked up for the
  /// approval.
  public var lifeAfterDeath: [LifeSign] = []
  /// Those who may approve cases; looked up where somebody approves by an exception.
  public var deciders: [StaffMember] = []
  /// The days on which other cards of the applicant were lost and not found again.
  public var earlierLosses: [Day] = []
  /// Certificates of the applicant that moved out and may be valid where they moved to.
  public var movedOut: [String] = []
  /// The other case of the person in which the disability was assessed last.
  public var assessedBefore: Application?
  /// The day of an assessment on whose list the case stands.
  public var assessmentDay: Day?
  /// The certificate that this case has issued.
  public var issued: Certificate?
  /// All cards under the number of the certificate that this case has ended or moved.
  public var decidedOn: [Certificate] = []
  /// Records by which the holder, or whoever comes for the card, has died; looked up for the handing over.
  public var deadAtHandingOver: [DeadAtHandingOver] = []
  /// The county of this office.
  public var county = ""

  public init() {}
}
