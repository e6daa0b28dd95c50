import Casework
import Exchange
import Foundation
import Testing

/// Lines between and below the rows that only say what the list is or who made it (cli: title lines are no rows).
@Suite struct AsideLineTests {
  private func summary(_ text: String) throws -> (rows: [PoliceRow], table: TableSummary) {
    let file = try TemporaryFile(text)
    var rows: [PoliceRow] = []
    let table = try SourceFile(path: file.path, vocabulary: .police).forEachRow { rows.append(PoliceRow($0)) }
    return (rows, table)
  }

  private static let person = "1,某人,431281196502156492,死亡注销,2026-08-10"

  @Test(
    arguments: [
      "第1页 共1页,,,,", "第1页,,,,共1页", ",,洪公函〔2026〕35号,,", "以下空白,,,,", ",以下空白,,,", "填报单位：洪江市公安局,,审核：李四,,",
      "联系人：,,,张三,", "单位负责人（签字）：,日期：2026年10月8日,,经办人：王芳,", "死亡人员名单,,,,", "一、黔城镇,,,,", "第1页 共1页",
    ])
  func whatOnlySaysWhoMadeTheListIsNoRow(_ line: String) throws {
    let between = try summary("序号,姓名,公民身份号码,变动类型,变动日期\n\(Self.person)\n\(line)\n\(Self.person)\n")
    let below = try summary("序号,姓名,公民身份号码,变动类型,变动日期\n\(Self.person)\n\(Self.person)\n\(line)")

    for found in [between, below] {
      #expect(found.rows.map(\.name) == ["某人", "某人"] && found.table.rows == 2)
      #expect(found.table.passedOver.total == 1 && found.table.texts.isEmpty)
    }
  }

  /// Perhaps what is left of somebody's row, or said against one: a person looks.
  @Test(
    arguments: [
      "5,,,,", "5,,,死亡注销,", ",李州,,,", "5,王村,,,", "5,,,,黔城镇", ",,,死亡注销,", "审核,张三,,死亡注销,", ",某人,,,", "2、李州,,,,",
      "第1页 李四健在,,,,", "以下作废,,,,", ",,431281,死亡注销,", "第1页,某人,,,", ",,,,2026-08-10", "死亡人员,,,,黔城镇",
    ])
  func whatMayBeAboutSomebodyStaysARow(_ line: String) throws {
    let found = try summary("序号,姓名,公民身份号码,变动类型,变动日期\n\(Self.person)\n\(line)\n\(Self.person)\n")
    #expect(found.rows.count == 3)
  }

  @Test(arguments: [("合计 2 人", true), ("合计 3 人", false), ("共2条", true), ("死亡人员名单（3人）", false)])
  func aTotalOfAPageIsComparedWithTheRows(_ total: String, _ agrees: Bool) throws {
    let row = "<tr><td>某人</td><td>431281196502156492</td><td>2026-08-10</td></tr>"
    let page = """
      <html><body><table><tr><th>姓名</th><th>公民身份号码</th><th>死亡日期</th></tr>\(row)\(row)</table><p>\(total)</p></body></html>
      """
    #expect(try summary(page).table.texts.map(\.text) == (agrees ? [] : [total]))
  }

  private static let addressed = "姓名,公民身份号码,户籍地址,死亡日期\n"
  private static func person(at place: String) -> String { "某人,431281196502156492,湖南省洪江市\(place)1组,2026-08-10\n" }

  @Test(
    arguments: [
      ("黔城镇,,,\n", "黔城镇玉皇阁社区", 0), (",,黔城镇,\n茶溪村,,,\n", "黔城镇茶溪村", 0), ("黔城镇,,,\n\n姓名,公民身份号码,户籍地址,死亡日期\n", "黔城镇茶溪村", 0),
      ("安江镇,,,\n", "黔城镇茶溪村", 1), ("黔城镇,,,\n5,,,死亡注销\n", "黔城镇茶溪村", 2), ("黔城镇,,,2026-08-10\n", "黔城镇茶溪村", 1),
      ("李村,,,\n", "李村", 1),
    ])
  func theNameOfAPlaceAloneIsATitleWhereTheRowBelowIsOfIt(_ lines: String, _ place: String, _ rows: Int) throws {
    let people = Self.person(at: place)
    let found = try summary(Self.addressed + people + lines + people)
    #expect(found.rows.count == 2 + rows && found.rows.map(\.row) == Array(1...2 + rows))
    #expect(found.rows.first?.name == "某人" && found.rows.last?.name == "某人")
  }

  @Test func theNameOfAPlaceBelowTheRowsStaysARow() throws {
    #expect(try summary(Self.addressed + Self.person(at: "黔城镇") + "黔城镇,,,\n").rows.count == 2)
  }

  @Test func aPlaceThatTheOfficeKnowsIsATitleWithoutAddresses() throws {
    let file = try TemporaryFile("姓名,公民身份号码,死亡日期\n黔城镇,,\n某人,43128119,2026-08-10\n安江镇,,\n某人,43128120,2026-08-10\n")
    var options = ReadingOptions()
    options.places = ["黔城镇"]
    let table = try SourceFile(path: file.path, vocabulary: .police, options: options).forEachRow { _ in }
    #expect(table.rows == 3 && table.passedOver.titleRows == 1)
  }
}
