import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// Rows about nobody of the register, with the right holder ranked near them: counted as what they are, and told.
@Suite struct NearNobodyTests {
  private static let chen = Desk.session("chen")

  private func sweep() throws -> (Desk, [Person], Sweep) {
    let (desk, people) = try Desk.withPeople(1)
    let unknown = { MadeUp.identity(born: $0, sequence: 777) }
    let sweep = try desk.importSweep([
      PoliceRow(
        row: 1, identity: unknown("1950-01-15"), name: "张大贾", birth: .day(MadeUp.day("1950-01-15")), kind: "死亡注销",
        eventDate: .day(MadeUp.day("2026-03-20")), address: people[0].address),
      PoliceRow(
        row: 2, identity: unknown("1983-05-09"), name: "何无人", birth: .day(MadeUp.day("1983-05-09")), kind: "死亡注销",
        eventDate: .day(MadeUp.day("2026-03-20")), address: "别处"),
    ])
    return (desk, people, sweep)
  }

  @Test func theImportTellsOfThemAndTheirClassStays() throws {
    let (desk, _, sweep) = try sweep()

    #expect(sweep.nearNobody == 1)
    #expect(sweep.nearNobodyWords(1)?.chinese.contains("1 行有相近的人") == true && sweep.nearNobodyWords(0) == nil)
    let rows = try desk.rows(of: sweep)
    #expect(rows.map(\.sweepClass) == [.none, .none] && rows.map(\.proposal) == [.none, .none])
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func theyAreNotCountedAsDecidedUntilSomebodyDecides() throws {
    let (desk, people, sweep) = try sweep()
    func progress(_ reading: SweepReading) throws -> SweepProgress {
      try desk.store.progress(of: sweep, reading: reading, by: Self.chen)
    }
    let before = try progress(.only(.none))
    #expect([before.rows, before.decided, before.undecided, before.nearNobody] == [2, 0, 0, 1])

    _ = try desk.store.decide(
      .rows([1...1]), .accept, reason: "派出所电话核实", given: SweepGiven(target: people[0].number), on: sweep.id,
      by: Self.chen)

    let after = try progress(.only(.none))
    #expect([after.decided, after.nearNobody] == [1, 0])
  }

  @Test func theListOfTheUnmatchedNamesWhoeverIsNear() throws {
    let (desk, people, sweep) = try sweep()

    let paper = try desk.store.material(of: sweep, by: Self.chen).paper([.unmatched], of: "洪江市残联", on: desk.day)

    let rows = paper.chapters[0].rows.map { $0.map(\.chinese) }
    #expect(rows.map { $0[6] } == ["近似 \(people[0].number)", ""])
    #expect(rows.map { $0[7] } == ["近似 \(people[0].name)", ""])

    try desk.decide(sweep, [1...1], .reject, reason: "不是同一人")
    let told = try desk.store.material(of: sweep, by: Self.chen).paper([.unmatched], of: "洪江市残联", on: desk.day)
    #expect(told.chapters[0].rows.map { $0[7].chinese } == ["", ""])
  }
}
