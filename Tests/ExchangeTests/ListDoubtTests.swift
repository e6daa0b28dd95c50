import Casework
import Testing

@testable import Exchange

/// What a list says against its rows elsewhere than in their remarks: such rows are looked at one by one (domain: 5.1).
@Suite struct ListDoubtTests {
  private static let headings = WorkbookParts.row("姓名", "公民身份号码", "死亡日期")
  private static func person(_ number: Int) -> String { WorkbookParts.row("某人", "\(number)", "2026-08-10") }

  private func rows(of path: String, kind: String? = nil) throws -> [PoliceRow] {
    var rows: [PoliceRow] = []
    let vocabulary = kind.map { HeadingVocabulary.police.implying(kind: $0) } ?? .police
    try SourceFile(path: path, vocabulary: vocabulary).forEachRow { rows.append(PoliceRow($0)) }
    return rows
  }

  private func isDoubtful(_ row: PoliceRow) -> Bool { Denial.isTold(in: row.note, of: PoliceRecordKind(row.kind)) }

  private func rows(ofBook sheets: [(name: String, rows: String)]) throws -> [PoliceRow] {
    let file = try TemporaryFile(parts: WorkbookParts.workbook(sheets))
    return try rows(of: file.path)
  }

  @Test(
    arguments: [
      ("误报死亡名单", "", true), ("撤销死亡登记", "", true), ("死亡", "关于更正误报死亡人员的函", true), ("死亡", "恢复户口人员名单", true),
      ("死亡", "2026年第三季度死亡人员名单", false),
    ])
  func aNameOrATitleThatTakesTheRowsBackIsSaidOfEach(_ sheet: String, _ title: String, _ isDoubt: Bool) throws {
    let above = title.isEmpty ? "" : WorkbookParts.row(title)
    let rows = try rows(ofBook: [(sheet, above + Self.headings + Self.person(1) + Self.person(2))])

    #expect(rows.map(isDoubtful) == [isDoubt, isDoubt])
    #expect(rows.allSatisfy { $0.note.contains(title.isEmpty ? sheet : title) == isDoubt })
  }

  @Test func onlyTheSheetThatTakesItsRowsBackIsDoubtful() throws {
    let table = Self.headings + Self.person(1)
    #expect(try rows(ofBook: [("死亡", table), ("误报更正", table)]).map(isDoubtful) == [false, true])
  }

  @Test func theNameOfTheFileCountsAsWell() throws {
    let file = try TemporaryFile("姓名,公民身份号码,死亡日期\n某人,1,2026-08-10\n", named: "误报死亡更正名单")
    #expect(try rows(of: file.path).map(isDoubtful) == [true])
  }

  @Test(
    arguments: [
      ("二、误报死亡、恢复户口人员,,", true), ("三、迁出人员,,", true), ("以下人员系误报：,,", true), ("姓名,公民身份号码,迁出日期", true),
      ("姓名,身份证号,死亡日期", true), ("二、黔城镇,,", false), ("二、死亡人员（5人）,,", false), ("死亡人员名单 第2页,,", false),
      ("姓名,公民身份号码,死亡日期", false), ("合计：1人,,", false),
    ])
  func belowATitleBetweenTheRowsNothingSaidAboveHolds(_ line: String, _ isOther: Bool) throws {
    let file = try TemporaryFile(
      "死亡人员名单 第1页,,\n姓名,公民身份号码,死亡日期\n某人,1,2026-08-10\n\(line)\n某人,2,2026-08-11\n某人,3,2026-08-11\n")

    let people = try rows(of: file.path).filter { $0.name == "某人" }

    #expect(people.map(isDoubtful) == [false, isOther, isOther])
    let rest = isOther ? PoliceRecordKind.other : .death
    #expect(people.map { PoliceRecordKind($0.kind) } == [.death, rest, rest])
  }

  @Test func aMergedRemarkIsThatOfEachRowItCovers() throws {
    let page = """
      <table><tr><td>姓名</td><td>公民身份号码</td><td>死亡日期</td><td>备注</td></tr>
      <tr><td>甲</td><td>1</td><td>2026-08-10</td><td rowspan="2">误报</td></tr>
      <tr><td>乙</td><td>2</td><td>2026-08-10</td></tr>
      <tr><td>丙</td><td>3</td><td>2026-08-10</td><td></td></tr></table>
      """
    let file = try TemporaryFile(page)
    #expect(try rows(of: file.path).map(\.note) == ["误报", "误报", ""])
  }

  @Test(arguments: [nil, "死亡注销"])
  func aBlankKindIsNotFilled(_ kind: String?) throws {
    let file = try TemporaryFile(
      "死亡人员名单,,,\n姓名,公民身份号码,死亡日期,变动类型\n甲,1,2026-08-10,死亡注销\n乙,2,2026-08-10,\n丙,3,2026-08-10,死亡注销\n")

    let rows = try rows(of: file.path, kind: kind)

    #expect(rows.map(\.kind) == ["死亡注销", "", "死亡注销"])
    #expect(rows.map(isDoubtful) == [false, true, false])
  }

  @Test func aCellWithoutAHeadingAndHowAReportStandsAreDoubtsBesideADeath() throws {
    let file = try TemporaryFile(
      "姓名,公民身份号码,死亡日期,,办理结果\n甲,1,2026-08-10,1,已办结\n乙,2,2026-08-10,人还在,\n丙,3,2026-08-10,,退回\n丁,4,2026-08-10,,,误报\n")
    #expect(try rows(of: file.path).map(\.note) == ["", "无列名:人还在", "办理结果:退回", "无列名:误报"])
  }
}
