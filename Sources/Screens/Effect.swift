import CaseStore
import Casework
import TerminalKit

/// Everything a screen can ask for; only `App` carries it out.
indirect enum Effect: Hashable, Sendable {
  case none
  /// One after the other, up to the first that is refused.
  case all([Effect])
  /// What the screen shows depends on what was just typed: load it before it is looked at.
  case reload
  case say(Notice)
  case open(Route)
  /// Opens another screen in the place of this one.
  case replace(Route)
  case back
  /// Closes the help and presses this key on the screen below.
  case press(Key)
  case signIn(Credentials)
  case unlock(Credentials)
  case signOut
  /// Shows a number whole, for the own work or for the reason given before since signing in; else asks for one.
  case reveal(Reveal)
  case revealFor(RevealReason, Reveal)
  case openCase(ServiceKind, Entries)
  case record(CaseAct)
  case recordOnCertificate(CertificateAct)
  case recordMany(ManyCasesAct)
  /// Writes the public notices of these villages into a new file.
  case keepNotices([Village], path: String)
  /// Writes a printed text about a case into a new file.
  case keepPrint(CasePrint, Int64, path: String, isLarge: Bool)
  /// Presses a key on the top screen once it has been read again.
  case key(Key)
  /// Starts work beside the loop.
  case begin(LongWork)
  /// Asks the work beside the loop to end, and to take back also what could be gone on with.
  case stopWork(discarding: Bool)
  case importApplicants(ApplicantSource, ServiceKind)
  /// The row is as it was seen by whoever decides on it alone, and of several people it is about the one named.
  case decide(
    SweepSelection, SweepDecision, of: String? = nil, reason: String, seeing: SweepRow?, sweep: Int64)
  /// Gives rows the answer they had in an earlier sweep, where it still holds.
  case decideAsBefore(Int64)
  /// Takes back the last decision of whoever sits here.
  case takeBack(reason: String, sweep: Int64)
  case accept(SweepAcceptance)
  /// Says of one person alone that a row is not about it.
  case tellApart(String, SweepRow, reason: String, sweep: Int64)
  /// Takes that back of one person.
  case holdPossible(String, SweepRow, reason: String, sweep: Int64)
  case recordSweep(SweepAct)
  case undoSweep(SweepUndoAct)
  /// Writes a list of rows into a new file, and notes that it left the house.
  case keepList(KeptList, path: String)
  /// Notes that a receiver was told what is right of a certificate.
  case noteCorrected(String, Receiver, how: String)
  /// Writes the papers of a sweep or the figures of a period into new files.
  case keepPapers(PaperOrder)
  /// Writes the letters of which it is time into a new file, and notes them as posted.
  case keepMoveLetters(path: String)
  case addStaff(StaffMember, password: Secret, isAnotherPerson: Bool)
  /// With what was confirmed to stay without anybody.
  case retireStaff(StaffMember.ID, leavingEmpty: Bool)
  case setPosts(StaffMember.ID, [Role], leavingEmpty: Bool)
  /// Gives all cases of one person to another.
  case handOver(StaffMember.ID, to: StaffMember.ID, reason: String)
  /// Sets a password: one's own by the present one.
  case setPassword(StaffMember.ID, Secret, present: Secret?)
  /// Sets the own signing PIN, by the secret that signed so far.
  case setPIN(Secret, own: Secret)
  /// Takes a signing PIN away: one's own by that PIN, another's as an administrator.
  case takePINAway(StaffMember.ID, own: Secret?)
  case setRecusals(StaffMember.ID, [String])
  case changeList(ListChange)
  case assess(DayAct)
  /// The password is the chair's own: of whoever sits here, or of the chair who stands beside.
  case delegate(Delegation, Secret?)
  case recall(String, reason: String)
  case setPolicy(PolicyKey, String, from: Day, reason: String)
  case signReport(ReportPeriod, Secret)
  case correctReport(ReportPeriod, reason: String, Secret)
}

/// One move on a case with everything given for it.
struct CaseAct: Hashable, Sendable {
  let move: Application.Move
  var fields: Entries = [:]
  let id: Int64
  /// How many events the case had when it was shown.
  let sequence: Int
  /// Who signs for this act alone; without it whoever sits at the desk.
  var signer: Credentials?
  /// Who stands for it as well (SOD-7).
  var second: Credentials?
}

/// One move on a certificate itself.
struct CertificateAct: Hashable, Sendable {
  let move: Certificate.Move
  var fields: Entries = [:]
  let number: String
  /// How many events the certificate had when it was shown.
  let sequence: Int
  /// Who stands for it as well (SOD-7).
  var second: Credentials?
}

/// One move on a sweep; confirming takes the own password again.
struct SweepAct: Hashable, Sendable {
  let move: Sweep.Move
  var fields: Entries = [:]
  let id: Int64
  var password: Secret?
}

/// A password on its way to the store; it never prints itself.
struct Secret: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  let text: String

  var description: String { "******" }
  var customMirror: Mirror { Mirror(self, children: []) }
}

/// A name and the password that goes with it.
struct Credentials: Hashable, Sendable {
  let name: String
  let password: Secret

  init(name: String, password: String) {
    self.name = name
    self.password = Secret(text: password)
  }
}

/// A sentence on the message line.
struct Notice: Hashable, Sendable {
  enum Tone: Hashable, Sendable { case done, told, refused, working }

  let text: Phrase
  let tone: Tone
  /// The fields that it speaks of, by their codes.
  var fields: [String] = []

  static func done(_ text: Phrase) -> Notice { Notice(text: text, tone: .done) }
  /// Nothing was done, and nothing is wrong.
  static func told(_ text: Phrase) -> Notice { Notice(text: text, tone: .told) }
  static func refused(_ text: Phrase, fields: [String] = []) -> Notice {
    Notice(text: text, tone: .refused, fields: fields)
  }
  static func refused(_ refusal: Refusal) -> Notice { .refused(refusal.explanation, fields: refusal.fields) }
  static func working(_ text: Phrase) -> Notice { Notice(text: text, tone: .working) }

  static let nothing = Notice.told(Phrase("没有可存的内容", "There is nothing to save"))
  static let saved = Notice.done(Phrase("已存", "Saved"))
}

/// The name of every screen that can be opened.
enum Route: Hashable, Sendable {
  case signIn, desk
  /// The person first; "" where nobody is known yet.
  case reception(String)
  case today
  case renewals
  case renewalWaves(Day, village: String)
  case renewalWeek(RenewalWeek)
  case approvals
  case notices
  case notice(Village)
  case keepNotices([Village])
  case many(Application.Move, [SeenCase])
  case caseOutcomes(Application.Move, [CaseOutcome])
  case applicantList
  case applicantOutcomes([ApplicantOutcome])
  case why(Application.Move, Int64)
  case print(Int64)
  /// A text about a case, in large type or not.
  case keepPrint(CasePrint, Int64, isLarge: Bool)
  case certificateMove(Certificate.Move, String, Entries)
  case queue(CaseQueue?)
  case register
  case revealReason(Reveal)
  case holder(String)
  case intake(ServiceKind, Entries)
  case resumeIntake(Int64)
  case application(Int64)
  case move(Application.Move, Int64)
  case seats(Int64)
  /// A move that somebody else makes at this desk with the own password.
  case signed(Application.Move, Int64, by: StaffMember.ID)
  case review(Int64)
  case sweeps, sweepImport
  case sweep(Int64)
  case sweepMoves(Int64)
  /// - Parameter seen: what carrying it out would do, as whoever confirms has just seen it.
  case sweepMove(Sweep.Move, Int64, seen: SweepRehearsal? = nil)
  case bulkDecision(Int64, SweepClass)
  case asBefore(Int64)
  /// The own last decision.
  case takeBack(Int64)
  /// One row as the list showed it.
  case rowDecision(Int64, SweepRow, SweepDecision)
  case sweepReview(Int64, SweepReading, Int?)
  case acceptance(Int64, row: Int, of: String?, reason: String, SweepRow?)
  case policePreview(SweepImport, PolicePreview)
  case sweepSummary(Int64)
  case sweepOutcome(Int64)
  case sweepPapers(Int64)
  case sweepUndo(Int64, row: Int?)
  case movesDue, moveLetters, corrections
  case noteCorrected(String, Receiver)
  case keepList(KeptList)
  case staff, newStaff
  case password(StaffMember.ID)
  case recusals(StaffMember.ID)
  case posts(StaffMember.ID)
  case retire(StaffMember.ID)
  case handOver(StaffMember.ID)
  case institutions
  case assessmentDays, planDay
  case closeDay(String)
  case assessmentDay(String)
  case listOnDay(String)
  case sheet(String)
  case delegations, delegate
  case recall(Delegation)
  case doctors(of: Institution)
  case casesAssessed(by: Doctor)
  case listing(Listed)
  case suspension(Listed)
  case resuming(Listed)
  case policy
  case setting(PolicyKey)
  case reports
  case figures(ReportPeriod)
  case figurePapers(ReportPeriod)
  case figureCases(ReportPeriod, String)
  case figureRows(ReportPeriod, String)
  case signReport(ReportPeriod)
  case correctReport(ReportPeriod)
}
