import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// What other lists were not asked because of a sweep is asked once that is taken back (domain: 5.1; features: 48).
@Suite struct RelyingRowTests {
  private static let chen = Desk.session("chen")

  private func applied(_ rows: [PoliceRow], _ file: String, in desk: Desk) throws -> Sweep {
    let sweep = try desk.confirmedSweep(rows, file: file)
    _ = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))
    return try desk.store.sweep(sweep.id)
  }

  @Test(arguments: [nil, 1])
  func rowsOfPeopleWhoseCertificatesWereGivenBackAreAsked(_ row: Int?) throws {
    let (desk, people) = try Desk.withPeople(2)
    let first = try applied(people.map { $0.row(on: "2026-03-10") }, "a.csv", in: desk)
    let open = try desk.importSweep(people.map { $0.row(on: "2026-03-11") }, file: "b.csv", quarter: "2026Q2")
    #expect(try desk.rows(of: open).map(\.needsDecision) == [false, false])

    let undoing = try desk.undo(first, row: row)

    let asked = row == nil ? [1, 2] : [1]
    #expect(undoing.relying == [RelyingRows(sweep: open.number, state: .open, rows: asked)])
    #expect(try desk.rows(of: open).filter(\.needsDecision).map(\.row) == asked)
    #expect(try desk.rows(of: open)[0].blocks == [.validAgain])
    #expect(try desk.store.progress(of: open, reading: .doubtful, by: Self.chen).undecidedDoubtful == asked.count)
    #expect(
      try refusalCode { _ = try desk.store.record(.submit, onSweep: open.id, by: Self.chen) } == "all_decided")
    #expect(try desk.store.decide(.whole(.inactive), .reject, reason: "已问", on: open.id, by: Self.chen).decided == 0)
    for row in asked { try desk.decide(open, [row...row], .accept, reason: "家属出示证明") }
    _ = try desk.store.record(.submit, onSweep: open.id, by: Self.chen)
    _ = try desk.store.record(.approve, onSweep: open.id, by: Desk.session("sun"))
    #expect(try desk.store.apply(sweep: open.id, by: Desk.session("bai")).cancelled == asked.count)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func aListCarriedOutThatHadLeftRowsToTheSweepIsNamed() throws {
    let (desk, people) = try Desk.withPeople(2)
    let first = try applied([people[0].row(on: "2026-03-10")], "a.csv", in: desk)
    let other = try applied([people[1].row(2, on: "2026-03-10")], "b.csv", in: desk)
    let third = try desk.importSweep([people[0].row(on: "2026-03-10")], file: "c.csv", quarter: "2026Q2")
    _ = try desk.store.record(.submit, onSweep: third.id, by: Self.chen)
    _ = try desk.store.record(.approve, onSweep: third.id, by: Desk.session("sun"))
    _ = try desk.store.apply(sweep: third.id, by: Desk.session("bai"))

    let undoing = try desk.undo(first)

    #expect(undoing.relying.map(\.sweep) == [third.number] && undoing.relying.map(\.rows) == [[1]])
    #expect(undoing.relying.first?.words.chinese.contains("2026Q2-1（已执行）第 1 行") == true)
    #expect(try desk.undo(other).relying.isEmpty)
  }

  /// A list that came and went has settled nothing of what another one has on hold.
  @Test func whatAnotherListHasOnHoldStaysProposed() throws {
    let (desk, people) = try Desk.withPeople(1)
    let held = try desk.importSweep([people[0].row(on: "2026-03-10")])
    try desk.decide(held, [1...1], .hold, reason: "待查")
    _ = try desk.store.record(.submit, onSweep: held.id, by: Self.chen)
    _ = try desk.store.record(.approve, onSweep: held.id, by: Desk.session("sun"))
    _ = try desk.store.apply(sweep: held.id, by: Desk.session("bai"))
    #expect(try desk.proposals().map(\.kind) == [.heldRow])

    let other = try applied([people[0].row(on: "2026-03-11")], "b.csv", in: desk)
    _ = try desk.undo(other)

    #expect(try desk.proposals().map(\.kind) == [.heldRow])
  }

  @Test func whoeverChangesTheOwnDecisionIsTold() throws {
    let (desk, people) = try Desk.withPeople(2)
    let sweep = try desk.importSweep(people.map { $0.row(on: "2026-03-10") })
    try desk.decide(sweep, [1...1], .reject, reason: "本人健在")

    let own = try desk.store.ownDecisions(on: [1...2], of: sweep, besides: .accept, by: Self.chen)

    #expect(own.map { $0.changed(to: .accept).chinese } == ["第 1 行您先前定为「不同意」（本人健在），现改为「同意」"])
    #expect(try desk.store.ownDecisions(on: [1...2], of: sweep, besides: .reject, by: Self.chen).isEmpty)
  }
}
