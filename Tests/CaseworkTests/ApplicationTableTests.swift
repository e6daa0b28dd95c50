import DeskFixtures
import Testing

@testable import Casework

@Suite struct ApplicationTableTests {
  /// The conditions that say which services and offices a row is for.
  private static let belonging: [Application.Requirement] = [
    .assessmentDue, .noAssessmentDue, .cardDue, .noCardDue, .directPathOpen, .servedAcrossCounties, .notYetAssessed,
    .noticeHung,
  ]

  @Test(arguments: RowCase.all) func everyRowLeadsWhereItSays(_ one: RowCase) throws {
    guard let here = try one.possible() else { return }
    let steps = one.service.steps
    let assesses = steps.assessment == .always || one.inDoubt || one.doubtsInReview
    let isForOthers = one.row.needs.contains { need in
      switch need {
      case .assessmentDue: !assesses
      case .noAssessmentDue: assesses
      case .cardDue: steps.card == .never
      case .noCardDue: steps.card != .never
      case .directPathOpen: !steps.panel
      case .servedAcrossCounties: [.freeze, .unfreeze, .restore].contains(one.service)
      case .notYetAssessed: assesses && !one.doubtsInReview
      case .noticeHung: !assesses
      default: false
      }
    }

    if isForOthers {
      let first = try #require(one.row.needs.first { Self.belonging.contains($0) && !here.meets($0) })
      #expect(here.refusal?.code == first.rawValue)
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

  @Test(arguments: try RowCase.open.get()) func aMoveIsOpenOnlyToThePostsOfItsRow(_ one: RowCase) throws {
    var here = try #require(try one.possible())
    let id = here.staff.id
    for role in Role.allCases {
      here.staff = StaffMember(id: id, name: "某人", roles: [role])
      #expect(here.refusal?.code == (one.row.roles.contains(role) ? nil : "not_your_role"), "\(role.rawValue)")
    }
    here.staff = StaffMember(id: id, name: "某人", roles: Role.allCases, isActive: false)
    #expect(here.refusal?.code == "not_active")
  }

  @Test(arguments: try RowCase.open.get()) func everyConditionOfARowIsJudgedByItself(_ one: RowCase) throws {
    let good = try #require(try one.possible())
    for requirement in one.row.guards {
      guard one.service.asksAbout(requirement, inDoubt: one.inDoubt), !one.row.isToldBySignatures(requirement) else {
        continue
      }
      var here = good
      try here.spoil(requirement)

      #expect(!here.meets(requirement), "\(requirement.rawValue) is not judged")
      if one.row.when.contains(requirement) {
        let offered = here.application.openTransitions(in: here.circumstances).first { $0.move == one.row.move }
        // Rows of a move lead elsewhere, or ask for something else.
        if offered?.asks == one.row.asks { #expect(try here.decide().to != one.row.to) }
        continue
      }
      #expect(here.refusal?.code == requirement.rawValue)
      for other in one.row.guards where other != requirement && !Self.goTogether.contains([other, requirement]) {
        #expect(here.meets(other), "\(other.rawValue) is broken together with \(requirement.rawValue)")
      }
    }
  }

  @Test func everyRowAndConditionIsTriedWithSomeService() throws {
    let open = try RowCase.open.get()
    for (index, row) in Application.transitions.enumerated() {
      for from in row.from {
        let tried = open.filter { $0.index == index && $0.from == from }
        #expect(!tried.isEmpty, "\(row.move.rawValue) from \(from.rawValue)")
        for requirement in row.guards {
          #expect(
            tried.contains { $0.service.asksAbout(requirement, inDoubt: $0.inDoubt) },
            "\(row.move.rawValue): \(requirement.rawValue)")
        }
      }
    }
  }

  /// Conditions of which one cannot be broken without the other.
  private static let goTogether: Set<Set<Application.Requirement>> = [
    [.allSeatsSigned, .findingsAgree], [.allSeatsSigned, .findingsDiffer], [.allSeatsSigned, .standardNotMet],
    [.findingsAgree, .standardNotMet],
    [.directPathOpen, .categoryForPanel], [.assessmentDue, .institutionListed], [.inThePanel, .notYetSigned],
    [.otherInstitution, .institutionListed], [.assessmentDue, .directPathOpen], [.certificateKnown, .certificateFits],
    [.identityValid, .rightPerson], [.guardianGiven, .materialsComplete], [.fieldsComplete, .materialsComplete],
    [.thisCountyDecides, .materialsComplete], [.documentGiven, .conclusionSettled],
    [.duplicateNamed, .materialsComplete],
    [.materialsComplete, .conclusionSettled], [.collectorIdentified, .collectorProven],
    [.documentGiven, .materialsComplete], [.noticeHung, .objectionInTime],
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
        Application.transitions.filter { $0.from.contains(state) }.filter { $0.to != nil }.allSatisfy {
          $0.move == .archive || $0.move == .resume
        }
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
        if Self.worded.contains(requirement) || Self.naming.contains(requirement) { continue }
        #expect(refusal.message.isWhole, "\(requirement.rawValue)")
        #expect(refusal.remedy?.isWhole ?? true, "\(requirement.rawValue)")
      }
    }
  }

  /// Conditions whose sentence says what is wrong, and is empty where nothing is.
  private static let worded: Set<Application.Requirement> = [
    .panelComplete, .resultComplete, .institutionListed, .doctorsListed, .collectorLives,
  ]

  /// Conditions that name people, who are called the same in both languages.
  private static let naming: Set<Application.Requirement> = [.inThePanel, .allSeatsSigned]

  @Test func whatEachMoveAsksForHasBothLanguagesAndOneCode() {
    for row in Application.transitions {
      #expect(Set(row.asks.map(\.code)).count == row.asks.count, "\(row.move.rawValue)")
      #expect(row.asks.allSatisfy { $0.name.isWhole })
    }
  }

  @Test(arguments: try RowCase.open.get()) func aMoveWithoutWhatItAsksForIsRefused(_ one: RowCase) throws {
    let good = try #require(try one.possible())
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

extension Phrase {
  /// Whether something is said in Chinese and in English.
  var isWhole: Bool {
    chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
      && english.contains { $0.isASCII && $0.isLetter }
      && !english.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }
}
