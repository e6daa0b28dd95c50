import Casework
import Testing

@testable import Exchange

/// Columns, totals and strikes that say that somebody lives, or that a row is of another day (domain: 5.1).
@Suite struct ListContraryTests {
  private func rows(_ text: String) throws -> [PoliceRow] {
    let file = try TemporaryFile(text)
    var rows: [PoliceRow] = []
    try SourceFile(path: file.path, vocabulary: .police.implying(kind: "死亡")).forEachRow { rows.append(PoliceRow($0)) }
    return rows
  }

  private func isDoubtful(_ row: PoliceRow) -> Bool { Denial.isTold(in: row.note, of: .death) }

  @Test(
    arguments: [
      ("生存认证", "2026-10-20", true), ("生存认证", "2026-08-20", false), ("末次领取", "2026年10月", true), ("末次领取", "202610", true),
      ("末次领取", "202609", false), ("死亡日期2", "2025-01-01", true), ("死亡日期2", "2026-09-15", true),
      ("死亡日期2", "2026-09-05", false),
      ("死亡登记日期", "2026-08-01", true), ("死亡登记日期", "2026-09-20", false), ("低保", "在享", true), ("低保", "停", false),
      ("最后认证时间", "2026年10月", true),
    ])
  func aCellOfTheLivingOrOfAnotherDayIsADoubt(_ heading: String, _ value: String, _ isDoubt: Bool) throws {
    let rows = try rows("姓名,公民身份号码,死亡日期,\(heading)\n某人,1,2026-09-05,\(value)\n")
    #expect(rows.map(isDoubtful) == [isDoubt])
  }

  @Test(arguments: ["男2人，女5人，共7人", "男1女2合计3人", "以上共计3人", "合计 3 人，其中死亡2人"])
  func aLineThatCountsIsNobody(_ line: String) throws {
    let rows = try rows(
      "姓名,公民身份号码,死亡日期\n甲,1,2026-08-10\n乙,2,2026-08-10\n丙,3,2026-08-10\n\"\(line)\",,\n")
    #expect(rows.map(\.name) == ["甲", "乙", "丙"])
  }

  @Test(
    arguments: [
      "<td><span style=\"text-decoration: line-through\">乙</span></td>", "<td class=xl65>乙</td>",
      "<td><span class='a XL65'>乙</span></td>", "<td><s>乙</s></td>",
    ])
  func aPageStrikesThroughByStyleAsByTag(_ cell: String) throws {
    let page = """
      <html><style>.xl64{color:red}.xl65 {text-decoration:line-through;}</style>
      <table><tr><td>姓名</td><td>公民身份号码</td><td>死亡日期</td></tr>
      <tr><td class=xl64>甲</td><td>1</td><td>2026-08-10</td></tr><tr>\(cell)<td>2</td><td>2026-08-10</td></tr></table></html>
      """
    #expect(try rows(page).map(isDoubtful) == [false, true])
  }
}
