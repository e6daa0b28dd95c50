import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// One person with two days of death in one list, and a new number that cannot be right: nobody takes these together.
@Suite struct SecondDeathTests {
  @Test func twoDaysOfDeathOfOnePersonAreDecidedOneByOne() throws {
    let (desk, people) = try Desk.withPeople(3)
    let rows = [
      people[0].row(1, on: "2026-03-10"), people[1].row(2), people[0].row(3, on: "2026-03-12"),
      people[0].row(4, on: "2026-03-12"), people[2].row(5), people[2].row(6),
    ]

    let sweep = try desk.importSweep(rows)

    let found = try desk.rows(of: sweep)
    #expect(found.map(\.sweepClass) == [.exact, .exact, .exact, .duplicate, .exact, .duplicate])
    #expect(found.map(\.blocks) == [[.otherDeath], [], [.otherDeath], [], [], []])
    #expect(found[0].evidence.map(\.words.chinese) == ["第 3 行说同一人于 2026-03-12 死亡：两个日期不能都对，查明后只同意一行"])
    let bulk = try desk.store.decide(.whole(.exact), .accept, reason: "", on: sweep.id, by: Desk.session("chen"))
    #expect(bulk.decided == 2 && bulk.left == 2)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func strangersAreNotAskedAbout() throws {
    let (desk, _) = try Desk.withPeople(1)
    let stranger = Person(index: 8)
    let sweep = try desk.importSweep([stranger.row(1, on: "2026-03-10"), stranger.row(2, on: "2026-03-12")])
    #expect(try desk.rows(of: sweep).map(\.blocks) == [[], []])
  }
}
