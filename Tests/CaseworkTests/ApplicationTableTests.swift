import DeskFixtures
import Testing

@testable import Casework

/// One row of the table, made from one of its states by one service.
struct RowCase: Sendable, CustomTestStringConvertible {
  let index: Int
  let from: Application.State
  let service: ServiceKind

  var row: Transition<Application> { Application.transitions[index] }
  var testDescription: String { "\(service.rawValue): \(row.move.rawValue) from \(from.rawValue)" }

  static let all: [RowCase] = Application.transitions.indices.flatMap { index in
    Application.transitions[index].from.flatMap { from in
      ServiceKind.allCases.map { RowCase(index: index, from: from, service: $0) }
    }
  }

  /// A situation in which this very row applies and nothing stands against it; `nil` where the service knows none.
  func possible() throws -> Situation? {
    guard var here = try Situation.at(from, service, identity: identity) else { return nil }
    try prepare(&here)
    return here
  }

  private var identity: String { row.move == .skipNotice ? Situation.minor : Situation.adult }

  private func prepare(_ here: inout Situation) throws {
    switch row.move {
    case .panelDiscuss: try here.disagree()
    case .panelDone: try here.signByAll(row.to == .assessedFail ? ["grade": "none"] : [:])
    case .correctionOverdue, .noShow: here.today = here.today.adding(days: 200)
    case .archive where from == .refused: here.today = here.today.adding(days: 60)
    case .noticeEnd: here.passNotice()
    case .objectionUnfounded where row.to == .review: here.passNotice()
    default: break
    }
    here.intend(row.move)
    if row.move == .recordResult && row.to == .assessedFail { here.fields["grade"] = "none" }
    if row.move == .panelDone { here.staff = Situation.chen }
  }
}

/// How one condition is broken without touching the others.
private func spoil(_ requirement: Application.Requirement, in here: inout Situation) throws {
  switch requirement {
  case .fieldsComplete: here.entries[here.service == .new ? "address" : "reason"] = nil
  case .identityValid: here.entries["identity"] = "431281198503120210"
  case .residencePermitAdmitted:
    here.entries["identity"] = MadeUp.identity(born: "1985-03-12", sequence: 21, district: "810000")
  case .guardianGiven: here.entries["category"] = "5"
  case .notOwnCase:
    let identity = here.entries.text("identity")
    here.staff = StaffMember(id: here.staff.id, name: here.staff.name, roles: here.staff.roles, recusals: [identity])
  case .personKept: here.fields["identity"] = Situation.minor
  case .secondPerson: here.second = here.staff
  case .materialsComplete:
    here.fields["materials"] = "AF"
  case .noLiveCertificate: here.facts.liveCertificates = [Situation.adult + "43"]
  case .noOtherOpenCase: here.facts.otherOpenCases = ["431281-2026-000009"]
  case .notBarred: here.facts.barringCancellation = here.today.adding(months: -11)
  case .certificateCancelled: here.facts.certificate = CertificateStanding(number: "x", state: .valid)
  case .assessmentDue, .cardDue: here.service = .restore
  case .noAssessmentDue, .noCardDue: here.service = .new
  case .institutionListed:
    here.facts.institution = Institution(code: "RM", name: "人民医院", categories: [.hearing])
  case .doctorsListed: here.facts.doctors = [Doctor(institution: "RM", name: "别人", categories: [.limb])]
  case .otherInstitution: here.fields["institution"] = here.application.institution
  case .directPathOpen: here.policy[.directPath] = "false"
  case .categoryForPanel:
    if here.move == .panelSign { here.fields["category"] = "6" } else { here.entries["category"] = "6" }
  case .panelComplete: here.fields["members"] = "li,wang"
  case .recusalAnswered:
    here.facts.named = here.facts.named.map {
      StaffMember(id: $0.id, name: "张\($0.name)", roles: $0.roles, address: here.entries.text("address"))
    }
  case .seatNotLocked: here.facts.lockedSeats = [here.staff.id]
  case .delegationRuns:
    here.entries["choose_direct.chair"] = here.staff.id
    here.entries["choose_direct.chair_under"] = "代赵刚签字"
  case .findingsDiffer: here.entries["sign.wang|grade"] = "3"
  case .sealNumberGiven: here.policy[.panelSpecialSeal] = "true"
  case .inThePanel: here.staff = StaffMember(id: "qian", name: "钱进", roles: [.assessor])
  case .notAcceptor: here.entries["accept.by"] = here.staff.id
  case .notYetSigned:
    try here.happen()
  case .ownSecret: here.secretGiven = false
  case .allSeatsSigned: here.entries["evaluation"] = "改过"
  case .findingsAgree: try here.disagree()
  case .standardMet: here.fields["grade"] = "none"
  case .standardNotMet: here.fields["grade"] = "3"
  case .resultComplete: here.fields["date"] = here.today.adding(days: 1).iso
  case .noticeDue: here.entries["identity"] = Situation.minor
  case .noticeNotDue: here.policy[.noticeSkipsMinors] = "false"
  case .noticePeriodRuns: here.passNotice()
  case .noticePeriodOver:
    if let last = here.application.noticeLastDay { here.today = last }
  case .assessmentStands: here.entries.replace(under: "finding.", with: [:])
  case .deadlineAhead: here.fields["deadline"] = here.today.adding(days: -1).iso
  case .collectorIdentified: here.fields["identity"] = "11010519491231002Y"
  case .correctionExpired, .referralExpired, .objectionWindowClosed:
    if let last = here.application.deadline?.day { here.today = last }
  case .serialUnused: here.facts.serialIsUsed = true
  }
}

extension Situation {
  /// One seat finds another grade.
  fileprivate mutating func disagree() throws {
    let move = move
    self.move = .edit
    fields = ["evaluation": "再看一次"]
    staff = Self.chen
    try happen()
    try signByAll()
    entries["sign.wang|grade"] = "2"
    entries["sign.wang|text"] = application.signingText(category: "4", grade: "2", opinion: "同意", by: "wang")
    intend(move)
  }
}

@Suite struct ApplicationTableTests {
  @Test(arguments: RowCase.all) func everyRowLeadsWhereItSays(_ one: RowCase) throws {
    guard let here = try one.possible() else { return }
    let steps = one.service.steps
    let isForOthers =
      (one.row.needs.contains(.assessmentDue) && !steps.assessment)
      || (one.row.needs.contains(.noAssessmentDue) && steps.assessment)
      || (one.row.needs.contains(.cardDue) && !steps.card) || (one.row.needs.contains(.noCardDue) && steps.card)

    if isForOthers {
      #expect(["assessment_due", "no_assessment_due", "card_due", "no_card_due"].contains(here.refusal?.code))
    } else {
      #expect(try here.decide().to == one.row.to ?? here.state)
      #expect(here.application.openTransitions(in: here.circumstances).contains { $0.move == one.row.move })
    }
  }

  @Test(arguments: ServiceKind.allCases) func aMoveIsOfferedOnlyFromTheStatesOfItsRows(_ service: ServiceKind) throws {
    for state in Application.State.allCases {
      guard let here = try Situation.at(state, service) else { continue }
      let offered = here.application.openTransitions(in: here.circumstances).map(\.move)
      #expect(Set(offered).count == offered.count)
      for move in Application.Move.allCases {
        let hasRow = Application.transitions.contains { $0.move == move && $0.from.contains(state) }
        #expect(offered.contains(move) == hasRow)
        if !hasRow {
          var here = here
          here.intend(move)
          #expect(here.refusal?.code == "not_from_here", "\(move.rawValue) in \(state.rawValue)")
        }
      }
    }
  }

  @Test(arguments: RowCase.all) func aMoveIsOpenOnlyToThePostsOfItsRow(_ one: RowCase) throws {
    guard var here = try one.possible(), here.refusal == nil else { return }
    let id = here.staff.id
    for role in Role.allCases {
      here.staff = StaffMember(id: id, name: "某人", roles: [role])
      #expect(here.refusal?.code == (one.row.roles.contains(role) ? nil : "not_your_role"), "\(role.rawValue)")
    }
    here.staff = StaffMember(id: id, name: "某人", roles: Role.allCases, isActive: false)
    #expect(here.refusal?.code == "not_active")
  }

  @Test(arguments: RowCase.all) func everyConditionOfARowIsJudgedByItself(_ one: RowCase) throws {
    guard let good = try one.possible(), good.refusal == nil else { return }
    for requirement in one.row.guards {
      guard one.service.asksAbout(requirement), !one.row.isToldBySignatures(requirement) else { continue }
      var here = good
      try spoil(requirement, in: &here)

      #expect(!here.meets(requirement), "\(requirement.rawValue) is not judged")
      if one.row.when.contains(requirement) {
        #expect(try here.decide().to != one.row.to)
        continue
      }
      #expect(here.refusal?.code == requirement.rawValue)
      for other in one.row.guards where other != requirement && !Self.goTogether.contains([other, requirement]) {
        #expect(here.meets(other), "\(other.rawValue) is broken together with \(requirement.rawValue)")
      }
    }
  }

  @Test func everyRowAndConditionIsTriedWithSomeService() throws {
    for (index, row) in Application.transitions.enumerated() {
      let tried = try RowCase.all.filter { one in try one.index == index && one.possible()?.refusal == nil }
      let services = Set(try tried.filter { try $0.possible() != nil }.map(\.service))
      #expect(!services.isEmpty, "\(row.move.rawValue)")
      for requirement in row.guards {
        #expect(services.contains { $0.asksAbout(requirement) }, "\(row.move.rawValue): \(requirement.rawValue)")
      }
    }
  }

  /// Conditions of which one cannot be broken without the other.
  private static let goTogether: Set<Set<Application.Requirement>> = [
    [.allSeatsSigned, .findingsAgree], [.allSeatsSigned, .findingsDiffer], [.allSeatsSigned, .standardNotMet],
    [.findingsAgree, .standardNotMet],
    [.directPathOpen, .categoryForPanel], [.assessmentDue, .institutionListed], [.inThePanel, .notYetSigned],
    [.otherInstitution, .institutionListed], [.cardDue, .noLiveCertificate],
  ]

  @Test func everyConditionIsNamedByARow() {
    let named = Set(Application.transitions.flatMap(\.guards))

    #expect(named == Set(Application.Requirement.allCases))
  }

  @Test func everyStateIsReachedAndLeftOrFinal() throws {
    for state in Application.State.allCases {
      let services = try ServiceKind.allCases.filter { try Situation.at(state, $0) != nil }
      #expect(services.contains(.new), "\(state.rawValue) is never reached")
      let isLeft = Application.transitions.contains { $0.from.contains(state) && $0.to != nil && $0.to != state }
      #expect(isLeft || Application.terminal.contains(state))
    }
    #expect(
      Application.terminal.allSatisfy { state in
        Application.transitions.filter { $0.from.contains(state) }.allSatisfy { $0.move == .archive }
      })
  }

  @Test func twoRowsOfAMoveFromOneStateAreToldApart() {
    for state in Application.State.allCases {
      for move in Application.Move.allCases {
        let rows = Application.transitions.filter { $0.move == move && $0.from.contains(state) }
        if rows.count > 1 {
          #expect(rows.allSatisfy { !$0.when.isEmpty }, "\(move.rawValue) from \(state.rawValue)")
          #expect(Set(rows.map(\.when)).count == rows.count)
        }
      }
    }
  }

  @Test func everyNameAndRefusalHasBothLanguages() throws {
    for phrase in Application.State.allCases.map(\.name) + Application.Move.allCases.map(\.name)
      + Application.Requirement.allCases.map(\.name)
    {
      #expect(phrase.isWhole)
    }
    for one in RowCase.all {
      guard let good = try one.possible() else { continue }
      for requirement in one.row.guards {
        let refusal = good.application.refusal(for: requirement, good.act, in: good.circumstances)
        #expect(refusal.code == requirement.rawValue)
        if Self.worded.contains(requirement) { continue }
        #expect(refusal.message.isWhole, "\(requirement.rawValue)")
        #expect(refusal.remedy?.isWhole ?? true)
      }
    }
  }

  /// Conditions whose sentence says what is wrong, and is empty where nothing is.
  private static let worded: Set<Application.Requirement> = [
    .panelComplete, .resultComplete, .institutionListed, .doctorsListed,
  ]

  @Test func whatEachMoveAsksForHasBothLanguagesAndOneCode() {
    for row in Application.transitions {
      #expect(Set(row.asks.map(\.code)).count == row.asks.count, "\(row.move.rawValue)")
      #expect(row.asks.allSatisfy { $0.name.isWhole })
    }
  }

  @Test(arguments: RowCase.all) func aMoveWithoutWhatItAsksForIsRefused(_ one: RowCase) throws {
    guard let good = try one.possible(), good.refusal == nil else { return }
    for input in one.row.asks where input.isRequired {
      var here = good
      here.fields[input.code] = nil
      #expect(here.refusal != nil, "\(input.code)")
    }
    var here = good
    here.fields["no_such_field"] = "x"
    #expect(here.refusal?.code == "unknown_field")
  }
}

extension ServiceKind {
  /// Whether a condition can fail for cases of this service at all.
  fileprivate func asksAbout(_ requirement: Application.Requirement) -> Bool {
    switch requirement {
    case .identityValid, .guardianGiven, .notBarred, .assessmentStands: self == .new
    case .certificateCancelled: self == .restore
    default: true
    }
  }
}

extension Transition<Application> {
  /// What panel members found is told by their signatures, not by a field of the act.
  fileprivate func isToldBySignatures(_ requirement: Application.Requirement) -> Bool {
    move == .panelDone && when.contains(requirement)
  }
}

extension Phrase {
  /// Whether something is said in Chinese and in English.
  var isWhole: Bool {
    chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
      && english.contains { $0.isASCII && $0.isLetter }
      && !english.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }
}
