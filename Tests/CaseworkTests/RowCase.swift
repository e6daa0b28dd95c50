import DeskFixtures
import Testing

@testable import Casework

/// One row of the table, made from one of its states by one service.
struct RowCase: Sendable, CustomTestStringConvertible {
  let index: Int
  let from: Application.State
  let service: ServiceKind
  /// Whether the office doubts the grade, for the services that assess only then.
  let inDoubt: Bool

  var row: Transition<Application> { Application.transitions[index] }
  /// Whether the doubt arises only when the review has sent the case back.
  var doubtsInReview: Bool {
    from == .returnedReview && row.move == .chooseHospital && service.steps.assessment == .onDoubt && !inDoubt
  }
  var testDescription: String {
    "\(service.rawValue)\(inDoubt ? " in doubt" : ""): \(row.move.rawValue) from \(from.rawValue)"
  }

  static let all: [RowCase] = Application.transitions.indices.flatMap { index in
    Application.transitions[index].from.flatMap { from in
      ServiceKind.allCases.flatMap { service in
        (service.steps.assessment == .onDoubt ? [false, true] : [false]).map {
          RowCase(index: index, from: from, service: service, inDoubt: $0)
        }
      }
    }
  }

  /// The rows in which nothing stands against the move.
  static let open: Result<[RowCase], any Error> = Result {
    try all.filter { one in try one.possible().map { $0.refusal == nil } ?? false }
  }

  /// A situation in which this very row applies and nothing stands against it; `nil` where the service never comes to
  /// the state.
  func possible() throws -> Situation? {
    // No days run of a refusal that nobody can be asked about.
    let assesses = service.steps.assessment == .always || inDoubt
    if row.move == .recount, from == .refused, !assesses { return nil }
    // Only an end and a move are taken back as wrong.
    if row.when.contains(.decisionTakenBack), !service.asksAbout(.decisionTakenBack, inDoubt: inDoubt) { return nil }
    let identity = row.move == .skipNotice ? Situation.minor : Situation.adult
    guard var here = try Situation.at(from, service, identity: identity, inDoubt: inDoubt) else { return nil }
    try prepare(&here)
    return here
  }

  private func prepare(_ here: inout Situation) throws {
    switch row.move {
    case .panelDiscuss: try here.disagree()
    case .missAppointment: here.facts.assessmentDay = here.today
    case .terminate: here.facts.issued = Situation.certificate(for: .restore, of: Situation.adult)
    case .resume:
      here.facts.issued = Situation.waitingCard
      here.entries["terminate.on"] = here.today.iso
      here.entries["seal.on"] = row.to == .ready ? here.today.iso : nil
    case .recordCheck: here.entries["reject_intake.ground"] = "false_material"
    case .takeOver: here.entries["owner"] = "bai"
    case .answerAdvice: here.entries["question"] = "是否须重新评定"
    case .arrive: here.entries["accepting_county"] = Situation.elsewhere
    case .chooseHospital where doubtsInReview: here.entries["doubt"] = "X"
    case .declineForwarded:
      here.entries.merge(["accepting_county": Situation.elsewhere, "deciding_county": Situation.here])
    case .panelDone: try here.signByAll(row.to == .assessedFail ? ["grade": "none"] : [:])
    case .correctionOverdue, .noShow: here.today = here.today.adding(days: 200)
    case .archive where from == .refused:
      here.entries["deliver.delivered"] = here.today.iso
      here.today = here.today.adding(days: 60)
    case .noticeEnd: here.passNotice()
    case .forward:
      here.entries.merge(["accepting_county": Situation.here, "deciding_county": Situation.elsewhere])
      if from == .publicity { here.passNotice() }
    case .receiveForwarded: here.facts.county = Situation.elsewhere
    case .cityReview: here.policy[.cityReview] = "true"
    case .askProvince: here.entries["city_result.on"] = here.today.iso
    case .recount: here.calendar = try Self.holidays(after: here.today)
    case .objectionUnfounded where row.to == .review: here.passNotice()
    default: break
    }
    here.intend(row.move)
    if row.move == .object, from == .review { here.fields["received"] = here.entries["post_notice.on"] }
    if row.when.contains(.decisionTakenBack) {
      here.facts.decidedOn = [here.takenBackCard]
      here.fields = ["undelivered": "yes"]
    }
    if row.to == .assessedFail && row.move != .panelDone { here.fields["grade"] = "none" }
  }

  /// A calendar by which the day after is not worked any more.
  private static func holidays(after day: Day) throws -> WorkingCalendar {
    let next = (1...7).map { day.adding(days: $0) }.first { WorkingCalendar.builtIn.isWorkingDay($0) }
    let table = YearTableFile(reading: "\(try #require(next)) 休")
    let known = WorkingCalendar.builtIn.year(day.year)
    let year = YearTable(
      year: day.year, holidays: known.holidays + (table.tables.first?.holidays ?? []),
      workedWeekends: known.workedWeekends)
    return WorkingCalendar(overrides: [year])
  }
}

extension ServiceKind {
  /// Whether a condition can fail for cases of this service at all.
  func asksAbout(_ requirement: Application.Requirement, inDoubt: Bool) -> Bool {
    let assesses = steps.assessment == .always || inDoubt
    return switch requirement {
    case .identityValid: isAskedByHolder
    case .guardianGiven: isAskedByHolder || self == .cancel
    case .servedAcrossCounties: true
    case .notBarred, .notRecordedDead: self == .new || self == .transferIn
    case .noLiveCertificate: keepsOneLive
    case .decisionStands, .decisionTakenBack: self == .cancel || self == .transferOut
    case .cardAsAccepted: self == .cancel || self == .freeze
    case .certificateKnown: isOnCertificate
    case .acceptedElsewhere: true
    case .movedElsewhere: self == .transferOut || self == .transferIn
    case .destinationKnown: self == .transferOut || self == .transferIn
    case .numberIsOwn: keepsOneLive
    case .duplicateNamed: self == .cancel
    case .somethingChanges: self == .renewInformation
    case .freezeGroundOpen: self == .freeze
    case .noticeProven: assesses
    case .numberAvailable: [.new, .reissue].contains(self)
    case .rightPerson: self != .new && self != .renewInformation
    case .certificateFits: self != .new
    case .notTooEarly: self == .renewExpired || self == .change
    case .documentGiven, .ownSecretToEnd: self == .cancel || self == .freeze
    case .belowStandardSettled: replaces
    case .notMovedOut: self == .new
    case .conclusionSettled: self == .cancel
    case .objectionWindowClosed, .termKept: assesses
    case .notTheFreezer: self == .unfreeze
    case .notTheCanceller: self == .restore
    case .assessmentStands: assesses
    case .noAssessmentDue: steps.assessment != .always
    default: true
    }
  }
}

extension Transition<Application> {
  /// What panel members found is told by their signatures, not by a field of the act.
  func isToldBySignatures(_ requirement: Application.Requirement) -> Bool {
    move == .panelDone && when.contains(requirement)
  }
}
