import DeskFixtures
import Testing

@testable import Casework

/// A sweep at the moment somebody wants to act on it.
private struct Moment {
  var state: Sweep.State
  var move: Sweep.Move
  var fields: Entries = [:]
  var staff = StaffMember(id: "a", name: "甲", roles: Role.allCases)
  var facts = SweepFacts()
  var secretGiven = true
  var second: StaffMember? = StaffMember(id: "b", name: "乙", roles: [.clerk])
  var entries: Entries = ["import.by": "liaison", "deciders": "clerk", "apply.on": "2026-04-01"]

  init(_ row: Transition<Sweep>, from state: Sweep.State) {
    self.state = state
    move = row.move
    facts.chosen = [1]
    if row.when.contains(.somethingStays) { facts.left = [1] }
    if row.when.contains(.lastLeft) { facts.isLastLeft = true }
    for input in row.asks where input.isRequired {
      fields[input.code] = input.code == "decision" ? "accept" : input.kind == .reason ? "已核实" : "1"
    }
  }

  /// A row whose number is somebody's with another name.
  static let namesake = SweepRow(
    row: 1, sweepClass: .nameMismatch, reason: "unexplained", identity: "", certificate: "1", candidates: [],
    duplicateOf: nil, kind: .death, eventDate: .day(MadeUp.day("2026-03-01")), proposal: .review, block: nil,
    source: PoliceRow(row: 1, identity: "", name: "张三", kind: "死亡注销", eventDate: .missing), registerName: "张四")

  var sweep: Sweep {
    Sweep(
      id: 1, number: "431281-2026Q1-1", state: state, sequence: 1, since: MadeUp.day("2026-04-01"), entries: entries)
  }

  var circumstances: Circumstances<SweepFacts> {
    Circumstances(
      staff: staff, second: second, at: Instant(milliseconds: 0), today: MadeUp.day("2026-04-02"),
      secretGiven: secretGiven,
      facts: facts)
  }

  func decide() throws(Refusal) -> Event<Sweep> { try sweep.decide(Act(move, fields), in: circumstances) }

  var refusal: Refusal? {
    do {
      _ = try decide()
      return nil
    } catch {
      return error
    }
  }

  mutating func spoil(_ requirement: Sweep.Requirement) {
    switch requirement {
    case .rowsOfThisSweep: facts.strangers = [9]
    case .notOwnRows: facts.own = OwnRows(rows: [1], others: ["李明"])
    case .notContrary: facts.contrary = [LifeSign(.otherDeath, on: "2026-03-12", source: "2")]
    case .notEnded:
      facts.ended = EndedForDeath(certificate: "1", day: MadeUp.day("2026-03-01"), place: "431281-2026Q1-2:3")
    case .notDecidedMeanwhile:
      facts.overtaken = OvertakenRow(row: 1, decision: .reject, name: "Li", reason: "alive")
    case .notDecidedByAnother:
      facts.decidedByOthers = [OvertakenRow(row: 1, decision: .reject, name: "Li", reason: "alive")]
    case .notElsewhere:
      facts.elsewhere = [RowElsewhere(sweep: "431281-2026Q1-1", row: 1, state: .open, decision: nil)]
    case .notReliedUpon: facts.relying = ["431281-2026Q1-2"]
    case .blockedRowsSingly: facts.chosenBlocked = [Self.namesake]
    case .givenForOneRow:
      facts.chosen = [1, 2]
      fields["date"] = "2026-04-01"
    case .undecidedForOne:
      facts.decided = [1]
      fields.merge(["decision": "reject", "target": "1"])
    case .dateGiven: facts.undated = [1]
    case .dateNotInFuture: fields["date"] = "2026-04-03"
    case .judgmentGiven: facts.judged = [1]
    case .targetIsCandidate: facts.targetIsStrange = true
    case .targetIsApart: facts.targetIsNotApart = true
    case .allDecided: facts.undecided = [2]
    case .notImporterNorDecider: entries["deciders"] = "clerk,a"
    case .ownSecret: secretGiven = false
    case .sameQuarter: entries["apply.on"] = "2026-03-31"
    case .twoPersons: second = staff
    case .rowsCarriedOut: facts.notCarriedOut = [1]
    case .clerkForCases:
      facts.preparedCases = 2
      staff = StaffMember(id: "a", name: "甲", roles: [.supervisor])
      second = StaffMember(id: "b", name: "乙", roles: [.chair])
    case .nothingStays: facts.left = [1]
    case .somethingStays: facts.left = []
    case .lastLeft: facts.isLastLeft = false
    case .notLastLeft: facts.isLastLeft = true
    }
  }
}

@Suite struct SweepTableTests {
  @Test func everyRowLeadsWhereItSaysForItsPostsAlone() throws {
    for row in Sweep.transitions {
      for from in row.from {
        var moment = Moment(row, from: from)
        #expect(try moment.decide().to == row.to ?? from)
        for role in Role.allCases {
          moment.staff = StaffMember(id: "a", name: "甲", roles: [role])
          #expect(moment.refusal?.code == (row.roles.contains(role) ? nil : "not_your_role"))
        }
      }
    }
  }

  @Test func everyConditionIsJudgedByItself() throws {
    #expect(Set(Sweep.transitions.flatMap(\.guards)) == Set(Sweep.Requirement.allCases))
    for row in Sweep.transitions {
      for from in row.from {
        for requirement in row.guards {
          var moment = Moment(row, from: from)
          moment.spoil(requirement)
          if row.when.contains(requirement) {
            #expect(try moment.decide().to != row.to ?? from)
          } else {
            #expect(moment.refusal?.code == requirement.rawValue)
          }
          let refusal = moment.sweep.refusal(for: requirement, Act(row.move), in: moment.circumstances)
          #expect(refusal.code == requirement.rawValue && refusal.message.isWhole)
        }
      }
    }
  }

  /// Who refuses to take a row with others says what is the matter with that very row.
  @Test func aRowThatNeedsItsOwnLookSaysWhy() {
    let row = Moment.namesake
    var moment = Moment(Sweep.transitions[0], from: .open)
    moment.facts.chosen = [1, 2]
    moment.facts.chosenBlocked = [row]
    #expect(moment.refusal?.message.chinese == "第 1 行：号码相符，姓名不同；同意须逐行，都要写明理由")

    var known = row
    known.signs = [LifeSign(.openCase, on: "2026-03-02", source: "431281-2026-000001", detail: "new")]
    moment.facts.chosenBlocked = [row, known]
    #expect(moment.refusal?.message.english == "row 1: the number agrees, the name does not; row 1: Open case")
  }

  @Test(arguments: [" ", "　", " \n\t", "\u{200B}"])
  func aReasonOfBlanksIsNone(_ blank: String) {
    for row in Sweep.transitions where row.asks.contains(where: { $0.code == "reason" && $0.isRequired }) {
      for from in row.from {
        var moment = Moment(row, from: from)
        moment.fields["reason"] = blank
        #expect(moment.refusal?.code == "fields_missing", "\(row.move.rawValue)")
      }
    }
    var deciding = Moment(Sweep.transitions[0], from: .open)
    deciding.facts.chosenBlocked = [Moment.namesake]
    deciding.fields["reason"] = blank
    #expect(deciding.refusal?.code == "blocked_rows_singly")
  }

  @Test func whatIsGivenIsKeptWithoutTheBlanksAroundIt() throws {
    let act = Act<Sweep>(.abandon, ["reason": "　文件有误 \n", "empty": "", "blank": "　"])

    #expect(act.fields == ["reason": "文件有误", "empty": ""])
  }

  @Test func aSweepWaitsForWhoeverMayTakeItOn() throws {
    func waits(_ state: Sweep.State, _ role: Role, _ id: String = "a") -> Bool {
      var moment = Moment(Sweep.transitions[0], from: state)
      moment.entries["deciders"] = "clerk"
      return moment.sweep.waits(for: StaffMember(id: id, name: "甲", roles: [role]))
    }
    #expect(waits(.open, .clerk) && waits(.returned, .liaison) && !waits(.open, .supervisor))
    #expect(waits(.submitted, .supervisor) && !waits(.submitted, .supervisor, "clerk") && !waits(.submitted, .clerk))
    #expect(waits(.approved, .clerk) && waits(.approved, .supervisor) && !waits(.approved, .inspector))
    for state in [Sweep.State.applied, .undone, .abandoned] { #expect(!waits(state, .supervisor)) }
  }

  @Test func noMoveIsPossibleFromAStateOutsideItsRows() {
    for move in Sweep.Move.allCases {
      for state in Sweep.State.allCases
      where !Sweep.transitions.contains(where: { $0.move == move && $0.from.contains(state) }) {
        var moment = Moment(Sweep.transitions[0], from: state)
        moment.move = move
        #expect(moment.refusal?.code == "not_from_here")
      }
    }
  }

  @Test func everyStateIsReachedAndLeftOrFinal() {
    let reached = Set(Sweep.openings.flatMap(\.to) + Sweep.transitions.compactMap(\.to))
    #expect(reached == Set(Sweep.State.allCases))
    for state in Sweep.State.allCases {
      let isLeft = Sweep.transitions.contains { $0.from.contains(state) && $0.to != nil }
      #expect(isLeft != Sweep.terminal.contains(state), "\(state.rawValue)")
    }
  }

  @Test func everyWayToAppliedGoesThroughAnotherPersonsApproval() {
    let before = Sweep.transitions.filter { $0.to == .applied }
    #expect(before.flatMap(\.from) == [.approved])
    let approvals = Sweep.transitions.filter { $0.to == .approved }
    #expect(approvals.allSatisfy { $0.guards.contains(.notImporterNorDecider) && $0.guards.contains(.ownSecret) })
  }

  @Test func undoingTakesTwoPeopleAndTheWholeOneTheQuarterOfTheApplying() {
    let ways = Sweep.transitions.filter { [.undo, .undoRow].contains($0.move) }
    #expect(ways.map(\.to) == [.undone, nil, .undone, nil] && ways.allSatisfy { $0.from == [.applied] })
    #expect(ways.allSatisfy { $0.guards.contains(.twoPersons) && $0.guards.contains(.clerkForCases) })
    #expect(ways.map { $0.guards.contains(.sameQuarter) } == [true, true, false, false])
    #expect(ways.allSatisfy { $0.guards.contains(.ownSecret) })
  }

  @Test func whatIsConfirmedIsReturnedUntilItIsCarriedOut() throws {
    let ways = Sweep.transitions.filter { $0.move == .sendBack }
    #expect(ways.flatMap(\.from) == [.submitted, .approved] && ways.allSatisfy { $0.to == .returned })
    #expect(ways.allSatisfy { $0.asks.contains { $0.code == "reason" && $0.isRequired } })
  }

  @Test func whyARowWasRefusedIsSaidInWords() {
    let codes = ["not_from_here", "no_target", "not_own_case", "not_your_role", SweepBlock.openCase.rawValue]
    for code in codes {
      let words = SweepRow.words(ofRefusal: code)
      #expect(words.isWhole && !words.chinese.contains(code) && !words.english.contains(code), "\(code)")
    }
    #expect(SweepRow.words(ofRefusal: "not_from_here").chinese == "证件状态已变")
  }

  @Test(arguments: [
    ("原公民身份号码:431281195001150012，误报", "原公民身份号码:431281********0012，误报"), ("43128119500115002X", "431281********002X"),
    ("1 人，2026-03-20，电话 13800001234", "1 人，2026-03-20，电话 13800001234"),
  ])
  func aNumberInARemarkIsCoveredInAList(_ note: String, _ expected: String) {
    let row = PoliceRow(row: 1, identity: "", name: "张三", kind: "死亡注销", eventDate: .missing, note: note)
    #expect(row.remark.chinese == expected)
  }

  @Test func everyNameHasBothLanguages() {
    let names = Sweep.State.allCases.map(\.name) + Sweep.Move.allCases.map(\.name)
    #expect((names + Sweep.Requirement.allCases.map(\.name)).allSatisfy { $0.isWhole })
    #expect(SweepClass.allCases.map(\.name).allSatisfy { $0.isWhole })
    #expect(SweepProposal.allCases.map(\.name).allSatisfy { $0.isWhole })
    #expect(AnswerBefore.Obstacle.allCases.map(\.name).allSatisfy { $0.isWhole })
    #expect(SweepBlock.allCases.map(\.name).allSatisfy { $0.isWhole })
  }
}
