import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// Rows that take a death back after it was carried out: a living person is struck off until somebody has looked
/// (domain: 5.1, pitfalls; features: 45, 48).
@Suite struct EndedReportTests {
  private static let chen = Desk.session("chen")

  /// People whose certificates a sweep of the first quarter has ended for a death of 10 March.
  private func withDead(_ count: Int, note: String = "") throws -> (desk: Desk, people: [Person], sweep: Sweep) {
    let (desk, people) = try Desk.withPeople(count)
    let sweep = try desk.confirmedSweep(people.map { $0.row(on: "2026-03-10", note: note) })
    _ = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))
    return (desk, people, try desk.store.sweep(sweep.id))
  }

  private func told(_ desk: Desk, _ kinds: Set<Proposal.Kind> = [.toldAlive]) throws -> [String] {
    try desk.proposals().filter { kinds.contains($0.kind) }.map(\.name)
  }

  private func submit(_ sweep: Sweep, _ desk: Desk) throws {
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: Self.chen)
  }

  static let reports: [(kind: String, day: String, note: String, isAsked: Bool)] = [
    ("死亡撤销", "2026-03-10", "", true), ("死亡撤销", "", "", true), ("恢复户口", "2026-04-01", "死亡系误报", true),
    ("迁入", "2026-03-20", "", true), ("户口迁出", "2026-04-01", "", true), ("户口迁出", "2026-03-10", "", true),
    ("户口迁出", "", "", true), ("姓名变更", "2026-04-01", "", true), ("县内移居", "2026-04-01", "", true),
    ("死亡注销", "2026-03-10", "误报", true), ("户口迁出", "2026-03-01", "", false), ("死亡注销", "2026-03-10", "", false),
    ("死亡注销", "2026-03-12", "", false), ("死亡注销", "2026-03-10", "病故", false),
  ]

  @Test(arguments: reports, ["2026Q1", "2026Q2"])
  func whatOnlyTheLivingDoIsAskedInWhateverQuarterItComes(
    _ report: (kind: String, day: String, note: String, isAsked: Bool), _ quarter: String
  ) throws {
    let (desk, people, dead) = try withDead(1)

    let back = try desk.importSweep(
      [people[0].row(1, report.kind, on: report.day, note: report.note)], file: "b.csv", quarter: quarter)

    let row = try #require(try desk.rows(of: back).first)
    #expect(row.sweepClass == .inactive && row.proposal == .none && row.needsDecision == report.isAsked)
    #expect(row.blocks == (report.isAsked ? [.endedForDeath] : []))
    #expect(back.endedRows == (report.isAsked ? [1...1] : []))
    #expect((back.movedAfterEnd != nil) == report.isAsked && back.count.toAsk == (report.isAsked ? 1 : 0))
    #expect(back.count.closes)
    #expect(try told(desk) == (report.isAsked ? [people[0].name] : []))
    if report.isAsked {
      #expect(row.signs.map(\.source) == ["\(dead.number):1"])
      #expect(try refusalCode { try submit(back, desk) } == "all_decided")
    } else {
      try submit(back, desk)
    }
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func itIsAskedByItselfAndStandsBeforeTheConfirmer() throws {
    let (desk, people, _) = try withDead(2)
    let back = try desk.importSweep(
      people.map { $0.row(nil, "死亡撤销", on: "2026-03-10") }, file: "b.csv", quarter: "2026Q2")

    let bulk = try desk.store.decide(.whole(.inactive), .reject, reason: "已问", on: back.id, by: Self.chen)
    #expect(bulk.decided == 0 && bulk.left == 2)
    #expect(try desk.store.progress(of: back, reading: .doubtful, by: Self.chen).undecidedDoubtful == 2)
    #expect(try refusalCode { try desk.decide(back, [1...1], .reject) } == "blocked_rows_singly")
    try desk.decide(back, [1...1], .hold, reason: "去村里查")
    try desk.decide(back, [2...2], .reject, reason: "村委证明确已死亡，撤销报错了人")
    try submit(back, desk)

    let confirming = try desk.store.confirming(back.id, by: Desk.session("sun"))
    #expect(confirming.draw.doubtful.map(\.row) == [1, 2])
    _ = try desk.store.record(.approve, onSweep: back.id, by: Desk.session("sun"))
    _ = try desk.store.apply(sweep: back.id, by: Desk.session("bai"))
    // What was found is said of the second; of the first it still has to be.
    #expect(try told(desk) == [people[0].name])
  }

  /// Whoever says no because the person lives has not given the certificate back.
  @Test func aRejectionThatSaysTheyLiveSettlesNothing() throws {
    let (desk, people, _) = try withDead(1)
    let back = try desk.importSweep([people[0].row(1, "死亡撤销", on: "2026-03-10")], file: "b.csv")

    try desk.decide(back, [1...1], .reject, reason: "本人健在，已入户核实")

    #expect(try told(desk) == [people[0].name])
  }

  @Test func acceptingIsRefusedWithTheWayBackAndPossibleOnceItWasGone() throws {
    let (desk, people, dead) = try withDead(2)
    let back = try desk.importSweep([people[0].row(1, "死亡撤销", on: "2026-03-10")], file: "b.csv")

    let refusal = #expect(throws: Refusal.self) { try desk.decide(back, [1...1], .accept, reason: "公安来函") }
    #expect(refusal?.code == "ended_for_death")
    #expect(refusal?.remedy?.chinese.contains("sweep undo 2026Q1-1 --row 1") == true)

    _ = try desk.undo(dead, row: 1)

    #expect(try told(desk).isEmpty)
    try desk.decide(back, [1...1], .accept, reason: "公安来函")
    #expect(try desk.rows(of: back).first?.decision == .accept)
  }

  @Test func aDeathOfACaseIsTakenBackByACase() throws {
    var desk = try Desk()
    let first = try desk.approved()
    try desk.handedOver(first, serial: "A0001")
    let number = Desk.adult + "43"
    try desk.cancel(number, .death)
    let held = try desk.store.certificate(numbered: number)
    let back = try desk.importSweep(
      [PoliceRow(row: 1, identity: Desk.adult, name: held.name, kind: "死亡撤销", eventDate: .missing)],
      quarter: Quarter(of: desk.day).text)

    let refusal = #expect(throws: Refusal.self) { try desk.decide(back, [1...1], .accept, reason: "公安来函") }

    #expect(try desk.rows(of: back).map(\.blocks) == [[.endedForDeath]])
    #expect(refusal?.remedy?.chinese.contains("恢复") == true && refusal?.remedy?.chinese.contains("sweep undo") == false)
  }

  /// What was looked into before it was carried out is no news because a newer list has it too.
  @Test func theVeryRowThatEndedItIsNotAskedAgain() throws {
    let (desk, people, _) = try withDead(1, note: "原登记有误，已核")

    let again = try desk.importSweep(
      [people[0].row(1, on: "2026-03-10", note: "原登记有误，已核")], file: "b.csv", quarter: "2026Q2")
    let plain = try desk.importSweep([people[0].row(1, on: "2026-03-10")], file: "c.csv")

    #expect(try desk.rows(of: again).map(\.needsDecision) == [false] && again.endedRows.isEmpty)
    #expect(try desk.rows(of: plain).map(\.blocks) == [[]] && plain.movedAfterEnd == nil)
  }

  @Test func whatARepeatedRowTellsCountsForTheRowThatItRepeats() throws {
    let (desk, people, _) = try withDead(1)

    let back = try desk.importSweep(
      [people[0].row(1, on: "2026-03-10"), people[0].row(2, on: "2026-03-10", note: "误报，人健在")], file: "b.csv")

    #expect(try desk.rows(of: back).map(\.needsDecision) == [true, false] && back.endedRows == [1...1])
  }

  @Test func theSameReversalInANewerListIsAskedOnce() throws {
    let (desk, people, _) = try withDead(2)
    let rows = [people[0].row(1, "死亡撤销", on: "2026-03-10")]
    let first = try desk.importSweep(rows, file: "b.csv")

    let second = try desk.importSweep(rows + [people[1].row(2, "死亡撤销", on: "2026-03-10")], file: "c.csv")

    #expect(try desk.rows(of: second).map(\.needsDecision) == [false, true])
    #expect(try desk.store.progress(of: second, reading: .all, by: Self.chen).elsewhere == 1)
    #expect(try told(desk).sorted() == people.map(\.name).sorted())
    try desk.decide(first, [1...1], .reject, reason: "村委证明确已死亡")
    #expect(try told(desk) == [people[1].name])
    #expect(second.count.closes && second.count.toAsk == 1)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  /// The row that says the contrary stands in the same list, and was left on hold.
  @Test func aDeathCarriedOutAgainstARowOnHoldIsProposed() throws {
    let (desk, people) = try Desk.withPeople(2)
    let sweep = try desk.importSweep([
      people[0].row(1, on: "2026-03-10"), people[0].row(2, "死亡撤销", on: "2026-03-10"),
      people[1].row(3, on: "2026-03-10"), people[1].row(4, "死亡撤销", on: "2026-03-10"),
    ])
    for row in [1, 3] { try desk.decide(sweep, [row...row], .accept, reason: "家属出示证明") }
    try desk.decide(sweep, [2...2], .hold, reason: "待查")
    try desk.decide(sweep, [4...4], .reject, reason: "派出所答复撤销系误发")
    try submit(sweep, desk)
    _ = try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("sun"))

    _ = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))

    #expect(try told(desk) == [people[0].name])
    _ = try desk.undo(desk.store.sweep(sweep.id), row: 1)
    #expect(try told(desk).isEmpty)
  }

  @Test func aMoveBeforeTheRealDayOfDeathIsNoSign() throws {
    let (desk, people) = try Desk.withPeople(1)
    let sweep = try desk.importSweep([
      people[0].row(1, on: "2026-03-10"), people[0].row(2, "户口迁出", on: "2026-03-15"),
    ])
    try desk.decide(sweep, [2...2], .accept, reason: "户籍已核实")
    try desk.decide(sweep, [1...1], .accept, reason: "日期写错，家属已确认", date: MadeUp.day("2026-03-20"))
    try submit(sweep, desk)
    _ = try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("sun"))

    #expect(try desk.store.apply(sweep: sweep.id, by: Desk.session("bai")).cancelled == 1)

    #expect(try told(desk).isEmpty)
  }

  @Test func aRowCarriedOutThatANewerListHasDroppedIsProposedUntilSomebodyActs() throws {
    let (desk, people, _) = try withDead(3)
    _ = try desk.importSweep(people.dropFirst().map { $0.row(on: "2026-03-10") }, file: "b.csv")

    #expect(try told(desk, [.droppedRow]) == [people[0].name])

    try desk.store.record(
      .contact, ["about": "other", "result": "declined", "remark": "家属称确已去世"], onCertificate: people[0].number,
      by: Self.chen)
    #expect(try told(desk, [.droppedRow]).isEmpty)
  }

  @Test func aListGivenUpStillTakesADeathBack() throws {
    let (desk, people, _) = try withDead(2)
    let back = try desk.importSweep(
      [people[0].row(1, "死亡撤销", on: "2026-03-10"), people[1].row(2, "户口迁出", on: "2026-04-01")], file: "b.csv")

    _ = try desk.store.record(.abandon, ["reason": "发错名单"], onSweep: back.id, by: Self.chen)

    #expect(try told(desk) == [people[0].name])
  }

  /// The list that takes the death back is one of the next quarter, or has the death as well.
  @Test(arguments: [true, false])
  func aDeathThatComesAgainIsHeldBesideWhatTookItBack(_ isNextQuarter: Bool) throws {
    let (desk, people, dead) = try withDead(2)
    let death = people[0].row(1, on: "2026-03-10")
    let denial = people[0].row(2, "死亡撤销", on: "2026-03-10")
    let back = try desk.importSweep(
      isNextQuarter ? [denial] : [death, denial], file: "b.csv", quarter: isNextQuarter ? "2026Q2" : "2026Q1")
    try desk.decide(back, [2...2], .hold, reason: "去村里查")
    try submit(back, desk)
    _ = try desk.store.record(.approve, onSweep: back.id, by: Desk.session("sun"))
    _ = try desk.store.apply(sweep: back.id, by: Desk.session("bai"))
    _ = try desk.undo(dead)

    let again = try desk.importSweep(people.map { $0.row(on: "2026-03-10") }, file: "c.csv")

    let blocks = try desk.rows(of: again).map(\.blocks)
    #expect(blocks == [[.takenBack, isNextQuarter ? .contraryRow : .contraryElsewhere], [.takenBack]])
    #expect(try desk.store.verify().firstProblem == nil)
  }
}
