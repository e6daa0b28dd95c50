import Casework
import Testing

@testable import Exchange

/// Lists of deaths in which somebody living stands in a row: none of them is without a doubt (domain: 5.1).
@Suite struct LivingPeopleInListsTests {
  private static let (own, other) = ("431225195806278514", "431281196010072743")

  private func rows(of file: borrowing TemporaryFile) throws -> [PoliceRow] {
    var rows: [PoliceRow] = []
    try SourceFile(path: file.path, vocabulary: .police).forEachRow { rows.append(PoliceRow($0)) }
    return rows
  }

  private func isDoubtful(_ row: PoliceRow) -> Bool { Denial.isTold(in: row.note, of: PoliceRecordKind(row.kind)) }

  private func doubts(_ text: String) throws -> [Bool] { try rows(of: TemporaryFile(text)).map(isDoubtful) }

  /// Rows with one more column, beside a death.
  private func doubts(of values: [String], under heading: String) throws -> [Bool] {
    try doubts(
      "序号,姓名,身份证号,死亡日期,\(heading)\n" + values.map { "1,甲某,\(Self.own),2026-08-10,\($0)\n" }.joined())
  }

  @Test(arguments: ["丧属", "孝子", "丧主", "经办", "继承人", "亲友", "购墓人", "委托方", "缴费人", "肇事人", "举报人"])
  func whomAnUnknownWordAboveNameAndNumberMeansIsAsked(_ word: String) throws {
    let lines = "序号,\(word),,死亡日期\n,姓名,身份证号,\n1,甲某,\(Self.own),2026-08-10\n"
    let problem = try #require(throws: FileProblem.self) { try doubts(lines) }
    #expect(problem.code == .missingHeading)
    #expect(problem.headings.map(\.text) == ["序号", "\(word)姓名", "\(word)身份证号", "死亡日期"])

    let file = try TemporaryFile(lines)
    let vocabulary = try HeadingVocabulary.police.adding([("\(word)姓名", "name"), ("\(word)身份证号", "identity")])
    var names: [String] = []
    try SourceFile(path: file.path, vocabulary: vocabulary).forEachRow { names.append(PoliceRow($0).name) }
    #expect(names == ["甲某"])
  }

  @Test(
    arguments: [
      "死者", "死者信息", "死亡人员", "注销人员", "人员信息", "基本信息", "个人信息", "个人基本情况", "身份信息", "逝者基本信息", "户籍信息", "死亡注销人员", "本人信息",
    ])
  func whatMeansTheDeadOrNobodyInParticularIsNot(_ word: String) throws {
    #expect(try doubts("序号,\(word),,死亡日期\n,姓名,身份证号,\n1,甲某,\(Self.own),2026-08-10\n") == [false])
  }

  @Test func aLineAboveTheHeadingsIsNoGroup() throws {
    let rows = try rows(
      of: TemporaryFile("黔城镇殡葬改革,,,单位：人\n序号,姓名,身份证号,死亡日期\n1,甲某,\(Self.own),2026-08-10\n"))
    #expect(rows.map(\.name) == ["甲某"])
  }

  private static let family = """
    <table><tr><td>姓名</td><td>公民身份号码</td><td>死亡日期</td><td>地址</td></tr>
    <tr><td>甲</td><td>1</td><td rowspan="2">2026-08-10</td><td rowspan="2">岩垅乡1组3号</td></tr>
    <tr><td>乙</td><td>2</td></tr>
    <tr><td>丙</td><td>3</td><td>2026-08-10</td><td>岩垅乡2组</td></tr></table>
    """

  @Test func aDayThatSeveralRowsShareIsADoubtOfEach() throws {
    let rows = try rows(of: TemporaryFile(Self.family))
    #expect(rows.map(\.eventDate.text) == ["2026-08-10", "2026-08-10", "2026-08-10"])
    #expect(rows.map(isDoubtful) == [false, true, false])
    #expect(rows[1].note == "死亡日期是合并单元格，几行共用，存疑：见上一行")
    #expect(try Self.asked(by: rows) == [1...1])
    #expect(rows.map(\.address) == ["岩垅乡1组3号", "岩垅乡1组3号", "岩垅乡2组"])
  }

  /// The rows about which the remark of another asks.
  private static func asked(by rows: [PoliceRow]) throws -> [ClosedRange<Int>] {
    var cleaning = RowCleaning(today: try #require(Day(iso: "2026-10-01")))
    for row in rows { _ = cleaning.clean(row) }
    return cleaning.remarksAboutOthers.flatMap { $0.rows(of: rows.count) }
  }

  @Test func soItIsInAWorkbook() throws {
    let book = WorkbookParts.workbook([
      (
        "死亡",
        WorkbookParts.row("姓名", "公民身份号码", "死亡日期") + WorkbookParts.row("甲", "1", "2026-08-10")
          + WorkbookParts.row("乙", "2", "") + WorkbookParts.row("丙", "3", "2026-08-10")
      )
    ]).map { name, bytes in
      let more = "</sheetData><mergeCells><mergeCell ref=\"C2:C3\"/></mergeCells>"
      return (
        name: name, bytes: Array(String(decoding: bytes, as: UTF8.self).replacing("</sheetData>", with: more).utf8)
      )
    }
    let rows = try rows(of: TemporaryFile(parts: book))
    #expect(rows.map(isDoubtful) == [false, true, false])
    #expect(try Self.asked(by: rows) == [1...1])
  }

  @Test(
    arguments: [
      (
        "减员原因",
        ["辞职", "退休", "合同到期", "出国", "退保", "转出", "转为职工养老", "超领"], ["死亡", "死亡减员", "在职死亡", "因病死亡", "减员", "注销", ""]
      ),
      ("变更原因", ["改名", "结婚", "户籍迁移", "转出"], ["死亡", "死亡注销", "注销", "死亡销户"]),
      ("终止原因", ["退保", "已就业", "出国"], ["死亡", "参保人死亡"]), ("退出原因", ["收入超标", "已就业"], ["死亡"]),
      ("停发原因", ["超领", "转为职工养老", "户籍迁移"], ["死亡", "死亡停发"]),
      ("参保状态", ["正常参保", "参保缴费", "已参保"], ["死亡", "停保", "终止", "暂停", "注销", "未参保"]), ("病情", ["稳定", "好转"], ["死亡"]),
      ("受伤程度", ["轻伤", "重伤"], ["死亡", "当场死亡"]),
      (
        "死因", ["丧偶", "病危", "肇事", "过失致人死亡", "陪护", "母亲去世", "家人病故", "老伴去世"],
        ["肺癌", "心肌梗死", "交通事故", "车祸死亡", "高血压3级", "被害", "老死", "脑出血", "产后大出血"]
      ),
      ("死亡情形", ["家属死亡", "亲属去世", "户主死亡"], ["死亡", "因病死亡"]), ("死者称呼", ["父亲", "母亲"], []),
      ("末次就诊", ["9月10日", "9.10", "2026-09-10"], ["6月3日", "2026-06-03"]), ("最近通话", ["9月10日"], []),
      (
        "户籍地址", ["现住敬老院", "深圳务工", "人在广州", "已迁长沙", "看守所", "家属"],
        ["洪江市黔城镇玉皇阁村3组", "洪江市黔城镇人民路家属院3栋", "黔城镇敬老院", "洪江市沅河镇家坪村1组"]
      ),
      ("死亡地点", ["亲属死亡", "亲人去世", "监护人去世", "替母亲报死亡", "为其母办理", "老伴去世"], ["家中", "县人民医院"]),
    ])
  func whatIsSaidOfTheLivingIsADoubt(_ heading: String, _ doubted: [String], _ plain: [String]) throws {
    let found = try doubts(of: doubted + plain, under: heading)
    let told = zip(doubted + plain, found).map { "\($0) \($1)" }
    #expect(found == doubted.map { _ in true } + plain.map { _ in false }, "\(heading): \(told)")
  }

  @Test func whoeverDiedMovesNowhere() throws {
    #expect(
      try doubts(
        "姓名,身份证号,死亡日期,变动类型,迁往地\n甲,1,2026-08-10,死亡注销,广东省深圳市\n乙,2,2026-08-10,死亡注销,\n丙,3,2026-08-10,死亡注销,无\n丁,4,2026-08-10,迁出注销,广东省深圳市\n"
      ) == [true, false, false, false])
  }

  @Test(
    arguments: [
      "病人身份证号", "参保人身份证号", "供养人身份证号", "家庭成员身份证", "患者证件号码", "五保户身份证号", "被供养人身份证号",
    ])
  func theNumberOfSomebodyElseIsADoubt(_ heading: String) throws {
    #expect(try doubts(of: [Self.other, Self.own, ""], under: heading) == [true, false, false], "\(heading)")
  }

  @Test(arguments: ["老人姓名", "病人", "病人姓名", "参保人", "供养人姓名", "患者姓名", "家庭成员姓名", "供养对象姓名"])
  func soIsTheNameOfSomebodyWhoMayBeTheDead(_ heading: String) throws {
    #expect(try doubts(of: ["乙某", "甲某", "", "无"], under: heading) == [true, false, false, false], "\(heading)")
  }

  @Test(arguments: ["家庭成员", "供养对象"])
  func alsoWhereNothingSaysThatItIsAName(_ heading: String) throws {
    #expect(try doubts(of: ["乙某", ""], under: heading) == [true, false], "\(heading)")
  }

  @Test(arguments: ["骨灰领取人", "领灰人", "联系人", "委托人", "签字", "签名", "家属签字", "联系人姓名"])
  func theDeadDoNothingThemselves(_ heading: String) throws {
    let found = try doubts(of: ["甲某", "甲 某", "本人", Self.own, "甲家乐", "乙某", ""], under: heading)
    #expect(found == [true, true, true, true, false, false, false], "\(heading)")
  }

  @Test(arguments: ["领取人身份证号", "联系人证件号码", "委托人身份证"])
  func norByTheirNumber(_ heading: String) throws {
    #expect(try doubts(of: [Self.own, Self.other, ""], under: heading) == [true, false, false], "\(heading)")
  }

  private func texts(_ rows: String) throws -> [String] {
    let file = try TemporaryFile(rows)
    return try SourceFile(path: file.path, vocabulary: .police).forEachRow { _ in }.texts.map(\.text)
  }

  @Test(
    arguments: [
      ("合计2人，其中死亡1人", true), ("共计2人 其中迁出1人", true), ("小计：死亡1 迁出1", true), ("共2人（死亡1，迁出1）", true), ("合计：死亡1人", true),
      ("合计2人，其中死亡2人", false), ("小计：死亡2 迁出0", false), ("共2人（死亡2）", false), ("合计：2人", false), ("合计2人，其中男1人，女1人", false),
    ])
  func aTotalThatCountsOtherKindsThanTheRowsIsToldOf(_ line: String, _ isTold: Bool) throws {
    let quoted = "\"\(line)\",,"
    let found = try texts("姓名,公民身份号码,死亡日期\n甲,100001,2026-08-10\n乙,200001,2026-08-11\n\(quoted)\n")
    #expect(found == (isTold ? [line] : []))
  }

  @Test func whereEachRowHasItsKindTheKindsAreCounted() throws {
    let text = "姓名,公民身份号码,变动日期,变动类型\n甲,100001,2026-08-10,死亡注销\n乙,200001,2026-08-11,迁出注销\n"
    #expect(try texts(text + "\"合计2人，其中死亡1人，迁出1人\",,,\n").isEmpty)
    #expect(try texts(text + "\"合计2人，其中死亡2人\",,,\n") == ["合计2人，其中死亡2人"])
  }

  @Test(
    arguments: [
      ("死亡时间", "2026-08-11", true), ("死亡时间", "未知", true), ("死亡时间", "2026-08-10 10:30", false), ("死亡时间", "10:30", false),
      ("死亡时间", "10时30分", false), ("去世日期", "2026-08-09", true), ("死亡时间", "", false), ("离世时间", "2026-08-12", true),
    ])
  func twoDaysOfOneDeathAreADoubt(_ heading: String, _ value: String, _ isDoubt: Bool) throws {
    #expect(try doubts(of: [value], under: heading) == [isDoubt])
  }

  @Test(arguments: ["离世日期", "离世时间", "死者死亡日期", "死者去世日期", "逝世时间", "病故时间"])
  func theDayOfADeathIsKnownUnderManyHeadings(_ heading: String) throws {
    let rows = try rows(of: TemporaryFile("姓名,身份证号,\(heading)\n甲,1,2026-08-10\n"))
    #expect(rows.map(\.eventDate.text) == ["2026-08-10"])
  }

  @Test(
    arguments: [
      (["1", "1-1", "1-2", "2"], [false, true, true, false]), (["6", "6.1", "7"], [false, true, false]),
      (["1-1", "1-2", "2-1"], [false, false, false]), (["1.0", "2.0"], [false, false]),
      (["1", "2", "3"], [false, false, false]),
      (["1", "1（1）", "2"], [false, true, false]),
    ])
  func whoeverHangsOnAnotherNumberIsADoubt(_ serials: [String], _ expected: [Bool]) throws {
    let lines = serials.enumerated().map { "\($1),甲,\($0),2026-08-10\n" }
    #expect(try doubts("序号,姓名,身份证号,死亡日期\n" + lines.joined()) == expected)
  }
}
