import Testing

@testable import Casework

/// Days and numbers in a remark beside a death that are not the row's take a person (domain: 5.1).
@Suite struct RemarkFiguresTests {
  private static let number = "110105194912310021"

  private func isOdd(_ note: String) throws -> Bool {
    let death = try #require(Day(iso: "2026-09-05"))
    return RemarkFigures.speakAgainst(note, death: death, of: Self.number)
  }

  @Test(
    arguments: [
      "火化2026-08-01", "2026-08-01火化", "8月1日火化", "火化日期2026年8月1日", "死亡日期2025-01-01", "死亡日期2026-09-15", "2026-08-15死亡",
      "病故于2026年1月",
      "死亡时间：2026年9月25日", "2026-10-20", "2026-08-01", "20261020", "申报日期2026-08-01", "死亡证明2026-08-20", "2025年病故",
      "2026-10-20病故", "1", "0",
      "001", "2025", "一", "11010519491231002X", "系11010519491231002X",
    ])
  func anotherDayOrNumberSpeaksAgainstIt(_ note: String) throws { #expect(try isOdd(note)) }

  @Test(
    arguments: [
      "", "病故", "2026-09-05", "2026年9月5日病故", "病故于2026年9月", "2026年9月5日因病去世，９月８日火化。", "2026年9月5日死亡9月8日火化",
      "死亡日期2026-09-05火化日期2026-09-08",
      "火化2026-09-08", "Cremated 2026-09-08", "死亡证明 2026-18", "火化证 2026-18", "享年85岁", "第1次\n第2次核对", "20260905死亡",
      "2026年9月火化", "2026年病故",
      "农历七月二十四病故", "农历7月24日病故", "110105194912310021", "2026年10月8日注销", "死亡注销2026-09-20",
    ])
  func itsOwnDayOrALaterOneOfWhatFollowsPasses(_ note: String) throws { #expect(try !isOdd(note)) }

  @Test func aDayOfTheNextYearFollowsADeathAtTheEndOfOne() throws {
    let death = try #require(Day(iso: "2026-12-30"))
    #expect(!RemarkFigures.speakAgainst("1月3日火化", death: death, of: Self.number))
  }
}
