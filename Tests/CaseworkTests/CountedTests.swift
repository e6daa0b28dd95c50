import Casework
import Testing

@Suite struct CountedTests {
  @Test(arguments: [(0, "0 days"), (1, "1 day"), (2, "2 days")])
  func englishCountsOneByOneWord(_ count: Int, _ words: String) {
    #expect(count.counted("day") == words)
  }

  @Test func whatFollowsChangesWithTheNumber() {
    #expect([1, 3].map { $0.counted("row is", "rows are") } == ["1 row is", "3 rows are"])
  }
}
