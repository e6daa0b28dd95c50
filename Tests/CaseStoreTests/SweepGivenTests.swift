import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// What is given with accepting a row: the real date, which of several people it is about.
@Suite struct SweepGivenTests {
  private static let bai = Desk.session("bai")

  private func decide(
    _ desk: Desk, _ sweep: Sweep, _ rows: ClosedRange<Int> = 1...1, _ decision: SweepDecision = .accept,
    date: String? = nil, target: String? = nil
  ) throws {
    _ = try desk.store.decide(
      .rows([rows]), decision, reason: "派出所电话核实", given: SweepGiven(date: date.map(MadeUp.day), target: target),
      on: sweep.id, by: Desk.session("chen"))
  }

  private func applied(_ desk: Desk, _ sweep: Sweep) throws -> SweepOutcome {
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: Desk.session("chen"))
    _ = try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("sun"))
    return try desk.store.apply(sweep: sweep.id, by: Self.bai)
  }

  @Test(arguments: ["", "2026-02-30", "2026-12-30", "2019-05-01"], ["死亡注销", "户口迁出"])
  func aRowWithoutAUsableDateIsAcceptedWithTheRealOne(_ told: String, _ kind: String) throws {
    let (desk, people) = try Desk.withPeople(1)
    let sweep = try desk.importSweep([people[0].row(1, kind, on: told)])

    #expect(try refusalCode { try decide(desk, sweep) } == "date_missing")
    #expect(try refusalCode { try decide(desk, sweep, date: "2026-04-03") } == "date_in_future")
    #expect(try refusalCode { try decide(desk, sweep, 1...1, .hold, date: "2026-03-01") } == "given_for_one_row")
    try decide(desk, sweep, date: "2026-03-01")
    #expect(try desk.rows(of: sweep).first?.day == MadeUp.day("2026-03-01"))
    #expect(try desk.store.verify().firstProblem == nil)
    #expect(try applied(desk, sweep).done == 1)

    let held = try desk.certificate(people[0])
    if kind == "死亡注销" {
      #expect(held.entries.text("cancel.event_date") == "2026-03-01")
    } else {
      #expect(held.entries.text("todo.watch_move.freeze_on") == "2026-09-01")
      #expect(held.entries.text("todo.watch_move.cancel_on") == "2027-03-01")
    }
    let paper = try desk.store.material(of: sweep, by: Desk.session("chen"))
      .paper([.letters], of: "洪江市残联", on: desk.day)
    #expect("\(paper)".contains("2026-03-01"))
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func aDateBeforeTheIssueIsConfirmedByGivingItAgain() throws {
    let (desk, people) = try Desk.withPeople(1)
    let sweep = try desk.importSweep([people[0].row(1, on: "2019-05-01")])

    try decide(desk, sweep, date: "2019-05-01")

    #expect(try applied(desk, sweep).cancelled == 1)
  }

  @Test func aGoodDateNeedsNoOtherAndADecisionTakenBackForgetsIt() throws {
    let (desk, people) = try Desk.withPeople(3)
    let sweep = try desk.importSweep([people[0].row(1), people[1].row(2), people[2].row(3, on: "")])

    #expect(try refusalCode { try decide(desk, sweep, 1...2, date: "2026-03-01") } == "given_for_one_row")
    try decide(desk, sweep, 1...2)
    try decide(desk, sweep, 3...3, date: "2026-03-01")
    try decide(desk, sweep, 3...3, .open)

    #expect(try desk.rows(of: sweep).map(\.given) == [SweepGiven(), SweepGiven(), SweepGiven()])
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func whoKnowsWhichOfTwoItIsSaysSo() throws {
    let desk = try Desk("2026-04-02")
    let twins = [31, 32].map { MadeUp.identity(born: "1950-01-15", sequence: $0) }
    let lines = zip(1..., twins).map { row, identity in
      RegisterLine(
        row: row,
        cells: [
          "certificate": identity + "43", "name": "张大同", "identity": identity, "category": "肢体", "grade": "三级",
          "issued": "2020-01-10", "valid_to": "2030-01-10", "state": "有效",
        ])
    }
    _ = try desk.store.importRegister(
      lines, of: ReceivedFile(name: "twins.csv", bytes: [1]), by: Desk.session("chen"), dates: Sample.date)
    let sweep = try desk.importSweep([
      PoliceRow(
        row: 1, identity: MadeUp.identity(born: "1950-01-15", sequence: 99), name: "张大同",
        birth: .day(MadeUp.day("1950-01-15")), kind: "死亡注销", eventDate: .day(MadeUp.day("2026-03-20")))
    ])
    let row = try #require(try desk.rows(of: sweep).first)
    #expect(row.sweepClass == .candidate && row.candidates.count == 2 && row.target == nil)

    #expect(try refusalCode { try decide(desk, sweep) } == "which_candidate")
    #expect(try refusalCode { try decide(desk, sweep, target: Desk.adult + "43") } == "not_a_candidate")
    try decide(desk, sweep, target: twins[1] + "43")
    #expect(try applied(desk, sweep).cancelled == 1)

    #expect(try desk.store.certificate(numbered: twins[0] + "43").state == .valid)
    #expect(try desk.store.certificate(numbered: twins[1] + "43").state == .cancelled)
    #expect(try desk.store.verify().firstProblem == nil)
    #expect(try desk.undo(sweep).undone == [1])
    #expect(try desk.store.certificate(numbered: twins[1] + "43").state == .valid)
  }
}
