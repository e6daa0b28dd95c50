/// What the store looks up for an act on a case, in the same transaction.
public struct ApplicationFacts: Hashable, Sendable {
  /// Active certificates of the applicant's number.
  public var liveCertificates: [String] = []
  /// Other cases of the same person and service that are not finished.
  public var otherOpenCases: [String] = []
  /// The latest cancellation that bars a new application, with its day (Measures article 24).
  public var barringCancellation: Day?
  /// The suffixes already used with the person's number, category and grade: 0 for none, 1 for B1.
  public var usedSuffixes: Set<Int> = []
  /// The institution named, as far as it is known.
  public var institution: Institution?
  /// The doctors recorded for that institution; none where the office keeps no list of them.
  public var doctors: [Doctor] = []
  /// The people named, as far as they have accounts.
  public var named: [StaffMember] = []
  public var serialIsUsed = false
  /// The certificate named by a case on one: its state, and whether restoring would make two live ones.
  public var certificate: CertificateStanding?

  public init() {}
}

/// How a certificate stands that a case is about.
public struct CertificateStanding: Hashable, Sendable {
  public let number: String
  public let state: Certificate.State

  public init(number: String, state: Certificate.State) {
    self.number = number
    self.state = state
  }
}
