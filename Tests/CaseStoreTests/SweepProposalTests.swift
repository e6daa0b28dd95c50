import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// What an applied sweep leaves to be done stands among the daily to-dos.
@Suite struct SweepProposalTests {
  private static let chen = Desk.session("chen")

  private func applied(_ desk: Desk, _ sweep: Sweep) throws -> SweepOutcome {
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: Self.chen)
    _ = try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("sun"))
    return try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))
  }

  private func proposed(_ desk: Desk) throws -> [String] {
    try desk.proposals().map { "\($0.kind.rawValue) \($0.name)" }
  }

  @Test func aRowOnHoldIsProposedUntilSomethingWasDoneAboutTheHolder() throws {
    let (desk, people) = try Desk.withPeople(3)
    let sweep = try desk.importSweep(people.map { $0.row() })
    try desk.decide(sweep, [1...3], .hold, reason: "待村里核实")
    #expect(try proposed(desk).isEmpty)
    _ = try applied(desk, sweep)
    #expect(Set(try proposed(desk)) == Set(people.map { "held_row \($0.name)" }))

    try desk.store.record(
      .contact, ["about": "other", "result": "will_come"], onCertificate: people[0].number, by: Self.chen)
    _ = try desk.store.openCase(
      .cancel, ["certificate": people[1].number, "reason": "death", "event_date": "2026-03-20"], by: Self.chen)
    #expect(try proposed(desk) == ["held_row \(people[2].name)"])

    let next = try desk.importSweep([people[2].row(1)], file: "next")
    try desk.decide(next, [1...1], .reject, reason: "本人在世")
    _ = try applied(desk, next)
    #expect(try proposed(desk).isEmpty)
  }

  @Test func anOpenCaseOfSomebodyDeadIsToldAndProposedUntilItIsWithdrawn() throws {
    let (desk, people) = try Desk.withPeople(1)
    let opened = try desk.store.openCase(.reissue, ["certificate": people[0].number], by: Self.chen)
    let sweep = try desk.importSweep([people[0].row()])
    try desk.decide(sweep, [1...1], .accept, reason: "家属到场")

    let outcome = try applied(desk, sweep)

    #expect(outcome.cancelled == 1 && outcome.openCases.map(\.cases) == [[opened.number]])
    #expect(try desk.store.sweep(sweep.id).openCases.map(\.row) == [1])
    #expect(try proposed(desk) == ["case_of_the_dead \(people[0].name)"])
    try desk.act(.withdraw, ["request": "持证人已去世"], on: opened.id)
    #expect(try proposed(desk).isEmpty)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func aRejectionAfterACancellationForDeathIsProposedUntilSomethingIsDone() throws {
    let (desk, people) = try Desk.withPeople(3)
    let police = try desk.importSweep(people.map { $0.row() })
    try desk.decide(police, [1...3], .accept)
    _ = try applied(desk, police)
    #expect(try proposed(desk).isEmpty)

    let later = try desk.importSweep(people.map { $0.row() }, file: "b.csv", from: .civilAffairs)
    try desk.decide(later, [1...1], .reject, reason: "上门见过，本人在世")
    try desk.decide(later, [2...2], .reject, reason: "不是此人")

    let found = try desk.proposals()
    let alive = Set(people.prefix(2).map { "perhaps_alive \($0.name)" })
    #expect(Set(found.map { "\($0.kind.rawValue) \($0.name)" }) == alive)
    #expect(Set(found.map(\.subject)) == Set(people.prefix(2).map { .certificate(number: $0.number) }))
    _ = try desk.undo(police, row: 1, by: "sun", second: "bai")
    try desk.store.record(
      .contact, ["about": "other", "result": "declined"], onCertificate: people[1].number, by: Self.chen)
    #expect(try proposed(desk).isEmpty)
    #expect(try desk.store.verify().firstProblem == nil)
  }
}
