import DeskFixtures
import Testing

@testable import Casework

@Suite struct RenewalWavesTests {
  private let monday = MadeUp.day("2026-03-02")

  /// Holders written `2026-04-01 青树村`, one for each.
  private func lines(_ holders: [String]) -> [RenewalLine] {
    zip(1..., holders).map { number, text in
      let parts = text.split(separator: " ").map(String.init)
      let entries: Entries = ["number": "\(number)", "valid_to": parts[0], "address": "岩垅乡\(parts[1])"]
      return RenewalLine(
        Certificate(id: Int64(number), state: .valid, sequence: 1, since: monday, entries: entries), openCase: nil)
    }
  }

  private func plan(_ holders: [String], weeks: Int, atMost limit: Int? = nil) throws -> [[String]] {
    try RenewalWaves(lines(holders), over: weeks, atMost: limit, from: monday).weeks.map {
      $0.lines.map(\.certificate.number)
    }
  }

  @Test func whoeverEndsFirstComesFirstAndVillagesStayTogether() throws {
    let holders = ["2026-05-01 乙村", "2026-04-01 甲村", "2026-06-01 甲村", "2026-04-20 乙村"]

    #expect(try plan(holders, weeks: 2) == [["2", "3"], ["4", "1"]])
  }

  @Test func aVillageTooLargeForAWeekIsParted() throws {
    let holders = (1...5).map { "2026-04-0\($0) 甲村" } + ["2026-04-02 乙村"]

    #expect(try plan(holders, weeks: 3, atMost: 2) == [["1", "2"], ["3", "4"], ["5", "6"]])
  }

  @Test(arguments: [(400, 7, nil, 58), (400, 7, 60, 60), (3, 8, nil, 1), (0, 4, nil, 0), (17, 4, nil, 5)])
  func noWeekHasMoreThanItsShareAndNobodyIsForgotten(_ people: Int, _ weeks: Int, _ limit: Int?, _ most: Int) throws {
    let holders = (0..<people).map { "2026-0\($0 % 6 + 3)-1\($0 % 9) \("甲乙丙丁戊己庚辛壬癸".map(String.init)[$0 * 7 % 10])村" }

    let planned = try plan(holders, weeks: weeks, atMost: limit)

    #expect(planned.count == weeks && planned.allSatisfy { $0.count <= most })
    #expect(Set(planned.flatMap { $0 }).count == people)
  }

  @Test func nobodyIsPutBehindTheOwnEnd() throws {
    let holders = [
      "2026-03-05 甲村", "2026-08-01 甲村", "2026-08-02 甲村", "2026-03-06 乙村", "2026-08-03 乙村", "2026-03-12 丙村",
    ]

    let planned = try RenewalWaves(lines(holders), over: 3, from: monday).weeks

    #expect(planned.map(\.lines.count) == [2, 2, 2] && planned.allSatisfy { $0.late == 0 })
    #expect(Set(planned[0].lines.map(\.certificate.number)) == ["1", "4"])
  }

  @Test func whoHasEndedComesInTheFirstWeekAndIsMarked() throws {
    let planned = try RenewalWaves(
      lines(["2026-02-27 甲村", "2026-03-03 乙村", "2026-03-04 乙村"]), over: 3, from: monday
    ).weeks

    #expect(planned[0].lines.count == 3 && planned[0].late == 1)
  }

  @Test func theWeeksDifferByOneAtMost() throws {
    let holders = (0..<36).map { _ in "2026-12-01 甲村" }
    #expect(try plan(holders, weeks: 8).map(\.count) == [5, 5, 5, 5, 4, 4, 4, 4])
  }

  @Test func weeksThatCannotTakeAllSayHowManyItTakes() {
    #expect(throws: Refusal.self) { try plan((1...9).map { "2026-04-0\($0) 甲村" }, weeks: 2, atMost: 3) }
  }

  @Test(arguments: [
    // A Monday, a Friday, a Saturday; the Sunday before that is worked instead of a day of the Spring Festival.
    ("2026-03-02", "2026-03-02"), ("2026-03-06", "2026-03-02"), ("2026-03-07", "2026-03-09"),
    ("2026-03-08", "2026-03-09"), ("2026-02-28", "2026-02-23"),
  ])
  func theFirstWeekIsThisOneWhileAWorkingDayIsLeft(_ today: String, _ monday: String) {
    #expect(RenewalWaves.firstMonday(from: MadeUp.day(today), in: .builtIn) == MadeUp.day(monday))
  }
}
