import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// The quarter's comparison stands among the daily to-dos until a sweep of it is applied.
@Suite struct QuarterProposalTests {
  private func due(_ desk: Desk) throws -> [String] {
    try desk.store.proposals().filter { $0.kind == .quarterDue }.map(\.name)
  }

  /// The office began on 2 March 2026, after the last day for the fourth quarter of 2025.
  @Test(arguments: [("2026-03-31", [String]()), ("2026-04-01", ["2026Q1"]), ("2026-07-01", ["2026Q2"])])
  func theQuarterThatIsOverIsAskedFor(_ day: String, _ expected: [String]) throws {
    #expect(try due(Desk(day)) == expected)
  }

  @Test func itEndsWhenASweepOfTheQuarterIsApplied() throws {
    var (desk, people) = try Desk.withPeople(2)
    desk.go(to: "2026-04-02")
    let sweep = try desk.importSweep([people[0].row()])
    #expect(try due(desk) == ["2026Q1"])
    #expect(try desk.store.proposals().first { $0.kind == .quarterDue }?.action == .sweep(.submit))
    try desk.decide(sweep, [1...1], .accept)
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: Desk.session("chen"))
    _ = try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("sun"))
    #expect(try due(desk) == ["2026Q1"])
    _ = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))
    #expect(try due(desk).isEmpty)

    // An office that compares is asked for what it left out.
    desk.go(to: "2026-10-09")
    #expect(try due(desk) == ["2026Q2", "2026Q3"])
  }

  @Test func itComesBackWhenTheSweepIsUndone() throws {
    var (desk, people) = try Desk.withPeople(2)
    desk.go(to: "2026-04-02")
    let sweep = try desk.confirmedSweep([people[0].row()])
    _ = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))
    #expect(try due(desk).isEmpty)
    _ = try desk.undo(sweep)
    #expect(try due(desk) == ["2026Q1"])
  }
}
