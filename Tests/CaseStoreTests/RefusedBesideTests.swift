import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// Somebody whom a person refused in one list is not taken with the others in another, whichever came first.
@Suite struct RefusedBesideTests {
  private static let chen = Desk.session("chen")

  /// Two lists that report the same deaths: the police's, then that of civil affairs with dates of its own.
  private func lists(_ count: Int = 2) throws -> (desk: Desk, police: Sweep, other: Sweep) {
    let (desk, people) = try Desk.withPeople(count)
    let police = try desk.importSweep(people.map { $0.row() })
    let other = try desk.importSweep(
      people.map { $0.row(nil, "火化", on: "2026-03-22") }, file: "b.csv", from: .civilAffairs)
    return (desk, police, other)
  }

  private func takeTogether(_ sweep: Sweep, _ desk: Desk) throws -> (decided: Int, left: Int, undecided: Int) {
    try desk.store.decide(.whole(.exact), .accept, reason: "", on: sweep.id, by: Self.chen)
  }

  private func confirm(_ sweep: Sweep, _ desk: Desk) throws {
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: Self.chen)
    _ = try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("sun"))
  }

  @Test(arguments: [SweepDecision.reject, .hold])
  func whomTheLaterListRefusesTheEarlierLeavesToAPerson(_ decision: SweepDecision) throws {
    let (desk, police, other) = try lists()
    try desk.decide(other, [1...1], decision, reason: "本人健在，已入户核实", by: "bai")

    let bulk = try takeTogether(police, desk)

    #expect(bulk.decided == 1 && bulk.left == 1 && bulk.undecided == 1)
    let row = try #require(try desk.rows(of: police).first)
    #expect(row.decision == nil && row.blocks == [.refusedBefore])
    let name = decision.name.chinese
    #expect(
      row.evidence.map(\.words.chinese) == [
        "431281-2026Q1-2 第 1 行报的是同一件事，当时定为「\(name)」：本人健在，已入户核实 · 白云 2026-04-02"
      ])
    let progress = try desk.store.progress(of: police, reading: .doubtful, by: Self.chen)
    #expect(progress.undecidedDoubtful == 1 && progress.undecidedSure == 0 && progress.acceptedAlthoughRefused == 0)
    #expect(try desk.store.nextRow(of: police, after: 0, reading: .doubtful, by: Self.chen) == 1)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func whatWasRefusedFirstHoldsForAListThatComesLaterWithAnotherDate() throws {
    let (desk, people) = try Desk.withPeople(2)
    let police = try desk.importSweep(people.map { $0.row() })
    try desk.decide(police, [1...1], .reject, reason: "本人健在")

    let other = try desk.importSweep(
      people.map { $0.row(nil, "火化", on: "2026-03-22") }, file: "b.csv", from: .civilAffairs)

    let bulk = try takeTogether(other, desk)
    #expect(bulk.decided == 1 && bulk.left == 1)
  }

  @Test func aRefusalThatIsTakenBackBlocksNobody() throws {
    let (desk, police, other) = try lists()
    try desk.decide(other, [1...1], .reject, reason: "本人健在")
    try desk.decide(other, [1...1], .open)

    #expect(try takeTogether(police, desk).decided == 2)
  }

  @Test func severalRowsAtOnceDoNotTakeItEither() throws {
    let (desk, police, other) = try lists()
    try desk.decide(other, [1...1], .reject, reason: "本人健在")

    let refusal = #expect(throws: Refusal.self) { try desk.decide(police, [1...2], .accept, reason: "已核实") }

    #expect(refusal?.code == Sweep.Requirement.blockedRowsSingly.rawValue)
  }

  @Test func whatWasTakenBeforeTheRefusalIsShownAtConfirmingAndRefusedAtApplying() throws {
    let (desk, police, other) = try lists()
    _ = try takeTogether(police, desk)
    try desk.decide(other, [2...2], .reject, reason: "本人健在")
    let progress = try desk.store.progress(of: police, reading: .doubtful, by: Self.chen)
    #expect(progress.acceptedAlthoughRefused == 1 && progress.doubtful == 1)
    _ = try desk.store.record(.submit, onSweep: police.id, by: Self.chen)

    let confirming = try desk.store.confirming(police.id, by: Desk.session("sun"))

    #expect(confirming.draw.doubtful.map(\.row) == [2] && confirming.draw.doubtful[0].blocks == [.refusedBefore])
    #expect(confirming.rehearsal.refusals == ["refused_before": 1] && confirming.rehearsal.outcome.cancelled == 1)
    _ = try desk.store.record(.approve, onSweep: police.id, by: Desk.session("sun"))
    let outcome = try desk.store.apply(sweep: police.id, by: Desk.session("bai"))
    #expect(outcome.cancelled == 1 && outcome.refused.map(\.row) == [2])
    #expect(outcome.refused.first?.refusal.message.chinese.contains("本人健在 · 陈静 2026-04-02") == true)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func whoeverKnowsOfItMayTakeTheRowByItself() throws {
    let (desk, police, other) = try lists()
    try desk.decide(other, [1...2], .hold, reason: "待村里核实")
    for row in 1...2 { try desk.decide(police, [row...row], .accept, reason: "家属已到场核实") }
    try confirm(police, desk)

    let outcome = try desk.store.apply(sweep: police.id, by: Desk.session("bai"))

    #expect(outcome.cancelled == 2 && outcome.refused.isEmpty)
  }

  @Test func aRefusalOfSomethingElseDoesNotCount() throws {
    let (desk, people) = try Desk.withPeople(1)
    let police = try desk.importSweep([people[0].row()])
    let moves = try desk.importSweep([people[0].row(nil, "户口迁出", on: "2026-03-01")], file: "b.csv")
    try desk.decide(moves, [1...1], .reject, reason: "没有迁")

    #expect(try takeTogether(police, desk).decided == 1)
  }
}
