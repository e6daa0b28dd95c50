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

  @Test func whoeverDeclaresADeathIsSomebodyElse() throws {
    let file = try TemporaryFile(
      "姓名,公民身份号码,死亡日期,申报人,与死者关系\n甲,1,2026-08-10,丙,长子\n乙,2,2026-08-10,丁,本人\n")
    #expect(try rows(of: file.path).map(isDoubtful) == [false, true])
  }

  @Test(arguments: ["与死者关系", "与死亡人关系", "关系"])
  func withNobodyElseInTheListARelationIsThatOfThePersonOfTheRow(_ heading: String) throws {
    let file = try TemporaryFile(
      "姓名,公民身份号码,死亡日期,\(heading)\n甲,1,2026-08-10,之子\n乙,2,2026-08-10,本人\n丙,3,2026-08-10,\n")
    #expect(try rows(of: file.path).map(isDoubtful) == [true, false, false])
  }

  @Test func besideTheDeadANameIsThatOfWhoeverApplies() throws {
    let file = try TemporaryFile(
      "姓名,公民身份号码,死者姓名,死者身份证号,死亡日期\n子,1,父,2,2026-08-10\n女,3,,4,2026-08-10\n")
    #expect(try rows(of: file.path).map { [$0.name, $0.identity] } == [["父", "2"], ["", "4"]])

    let half = try TemporaryFile("姓名,身份证号,亡者,死亡日期\n子,1,父,2026-08-10\n")
    #expect(try rows(of: half.path).map(\.name) == ["父"])
  }

  @Test(arguments: ["死亡人员遗属名单", "死亡待定", "非死亡注销人员名单", "因户主死亡变更人员名单"])
  func aTitleThatIsNotKnownMakesNoDeaths(_ title: String) throws {
    let file = try TemporaryFile("\(title),,\n姓名,公民身份号码,变动日期\n某人,1,2026-08-10\n")

    #expect(try rows(of: file.path).map(\.kind) == [""])
    #expect(try rows(of: file.path, kind: "死亡注销").map(\.kind) == ["死亡注销"])
    #expect(try texts(of: file.path) == ["title 1 1 2 \(title)"])
  }

  @Test(arguments: ["以下为死者家属", "附：慰问对象", "以下人员经核查未去世", "以下不注销", "以下人员待进一步核查"])
  func belowAnUnknownTitleNothingSaidAboveHolds(_ line: String) throws {
    let rest = "\n某人,1,2026-08-10\n\(line),,\n某人,2,2026-08-10\n"
    let file = try TemporaryFile("死亡人员名单,,\n姓名,公民身份号码,死亡日期" + rest)

    let people = try rows(of: file.path).filter { $0.name == "某人" }

    #expect(people.map { PoliceRecordKind($0.kind) } == [.death, .other])
    #expect(try texts(of: file.path) == ["between 2 3 2 \(line)"])
  }

  @Test(arguments: [("二、迁出人员", [false, true]), ("二、死亡人员", [false, false])])
  func aTitleOfAnotherKindIsADoubtBesideTheWordsOfARow(_ line: String, _ doubts: [Bool]) throws {
    let file = try TemporaryFile(
      "姓名,公民身份号码,死亡日期,变动类型\n某人,1,2026-08-10,死亡注销\n\(line),,,\n某人,2,2026-08-10,死亡注销\n")
    #expect(try rows(of: file.path).filter { $0.name == "某人" }.map(isDoubtful) == doubts)
    #expect(try texts(of: file.path) == [])
  }

  private func texts(of path: String) throws -> [String] {
    try SourceFile(path: path, vocabulary: .police).forEachRow { _ in }.texts.map(\.kept)
  }

  @Test func whatAPageSaysOutsideOfItsTableIsKept() throws {
    let page = """
      <html><head><title>死亡人员名单</title></head><body><h1>误报名单</h1>
      <table><tr><td>姓名</td><td>公民身份号码</td><td>死亡日期</td></tr>
      <tr style="text-decoration:line-through"><td>甲</td><td>1</td><td>2026-08-10</td></tr>
      <tr><td title="健在">乙</td><td>2</td><td>2026-08-10</td></tr>
      <tr><td>丙</td><td>3</td><td>2026-08-10</td></tr></table><p>第3行本人&#20581;在</p></body></html>
      """
    let file = try TemporaryFile(page)
    #expect(try texts(of: file.path) == ["page 1 3 1 误报名单", "page 1 3 1 第3行本人健在"])
    #expect(try rows(of: file.path).map(isDoubtful) == [true, true, false])
  }

  @Test(
    arguments: [
      ("火化日期", "2026-08-12", false), ("火化日期", "2026-08-09", true), ("注销日期", "2026-08-01", true),
      ("受理时间", "2026-08-10", false),
    ])
  func whatIsDoneWithTheDeadComesAfterTheDeath(_ heading: String, _ day: String, _ isDoubt: Bool) throws {
    let file = try TemporaryFile("姓名,公民身份号码,死亡日期,\(heading)\n甲,1,2026-08-10,\(day)\n")
    #expect(try rows(of: file.path).map(isDoubtful) == [isDoubt])
  }

  @Test(
    arguments: [
      ("末次领取日期", "2026-09-15", true), ("补录户口日期", "2026-09-20", true), ("体检", "2026/9/15", true),
      ("末次领取日期", "2026-01-01", false), ("申报日期", "2026-09-15", false), ("死亡证明签发日期", "2026-09-15", false),
      ("身份证有效期至", "2036-01-01", false),
    ])
  func whoeverDoesAnythingAfterTheDeathIsAskedAbout(_ heading: String, _ day: String, _ isDoubt: Bool) throws {
    let file = try TemporaryFile("姓名,公民身份号码,死亡日期,\(heading)\n甲,1,2026-08-10,\(day)\n")
    let row = try #require(try rows(of: file.path).first)
    #expect(isDoubtful(row) == isDoubt && row.note.contains("晚于死亡日期") == isDoubt)
  }

  @Test func aCellThatDoesNotFitItsColumnIsToldWithItsHeading() throws {
    let file = try TemporaryFile(
      """
      序号,姓名,公民身份号码,性别,出生日期,户籍地址,派出所,死亡日期
      1,甲,1,男,1950-01-01,岩垅乡1组,黔城所,2026-08-10
      2（撤销）,乙,2,男,1950-01-01,岩垅乡1组,黔城所,2026-08-10
      3,丙,3,健在,误报,岩垅乡1组（本人健在）,误报,2026-08-10
      """)
    let rows = try rows(of: file.path)
    #expect(
      rows.map(\.note) == ["", "序号:2（撤销）", "性别:健在 出生日期:误报 户籍地址:岩垅乡1组（本人健在） 派出所:误报"])
    #expect(rows.map(isDoubtful) == [false, true, true])
  }

  @Test(arguments: [("76", false), ("75岁", false), ("78", false), ("67", true), ("12", true), ("不详", false)])
  func anAgeIsThatOfTheNumber(_ age: String, _ isDoubt: Bool) throws {
    let file = try TemporaryFile("姓名,公民身份号码,死亡日期,年龄\n甲,431225195001151014,2026-08-10,\(age)\n")
    #expect(try rows(of: file.path).map(isDoubtful) == [isDoubt])
  }
}

/// What a workbook says besides its values: rows struck through, notes at cells, lines below the table.
@Suite struct WorkbookDoubtTests {
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let headings = WorkbookParts.row("姓名", "公民身份号码", "死亡日期")

  private func rows(_ parts: [(name: String, bytes: [UInt8])]) throws -> [PoliceRow] {
    let file = try TemporaryFile(parts: parts)
    var rows: [PoliceRow] = []
    try SourceFile(path: file.path, vocabulary: .police).forEachRow { rows.append(PoliceRow($0)) }
    return rows
  }

  private func isDoubtful(_ row: PoliceRow) -> Bool { Denial.isTold(in: row.note, of: PoliceRecordKind(row.kind)) }

  @Test func aRowStruckThroughIsDoubtful() throws {
    func person(_ style: Int) -> String {
      "<row><c s=\"\(style)\" t=\"inlineStr\"><is><t>某人</t></is></c><c><v>1</v></c>"
        + "<c t=\"inlineStr\"><is><t>2026-08-10</t></is></c></row>"
    }
    let styles = """
      <fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts>
      <cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs><dxfs><dxf><font><strike/></font></dxf></dxfs>
      """
    let parts = WorkbookParts.workbook(
      [("死亡", Self.headings + person(0) + person(1) + person(2))], styles: styles)
    #expect(try rows(parts).map(isDoubtful) == [false, true, false])
  }

  @Test func aTextOfWhichAPartIsStruckThroughIsDoubtful() throws {
    func person(_ text: Int) -> String {
      "<row><c t=\"s\"><v>\(text)</v></c><c><v>1</v></c><c t=\"inlineStr\"><is><t>2026-08-10</t></is></c></row>"
    }
    let strings = "<si><t>甲</t></si><si><r><rPr><strike/></rPr><t>乙</t></r><r><t>丙</t></r></si>"
    let parts = WorkbookParts.workbook([("死亡", Self.headings + person(0) + person(1))], strings: strings)
    #expect(try rows(parts).map(isDoubtful) == [false, true])
  }

  @Test func whatIsNotedAtACellIsReadLikeARemark() throws {
    let person = WorkbookParts.row("某人", "1", "2026-08-10")
    let relations =
      "<Relationships><Relationship Id=\"a\" Type=\"\(Self.office)/comments\" Target=\"../comments1.xml\"/></Relationships>"
    let comments = """
      <comments><authors><author>办公室</author></authors><commentList>
      <comment ref="A2" authorId="0"><text><r><t>办公室:</t></r><r><t>
      家属申报</t></r></text></comment>
      <comment ref="C3" authorId="0"><text><t>此人还在</t></text></comment></commentList></comments>
      """
    let parts =
      WorkbookParts.workbook([("死亡", Self.headings + person + person + person)]) + [
        ("xl/worksheets/_rels/sheet1.xml.rels", Array(relations.utf8)), ("xl/comments1.xml", Array(comments.utf8)),
      ]

    let found = try rows(parts)

    #expect(found.map(\.note) == ["批注:家属申报", "批注:此人还在", ""])
    #expect(found.map(isDoubtful) == [false, true, false])
  }

  @Test func linesBelowTheRowsAreKeptWithTheRowsAboveThem() throws {
    let file = try TemporaryFile(
      """
      死亡人员名单,,
      姓名,公民身份号码,死亡日期
      甲,100001,2026-08-10
      合计：1人,,
      以上名单有误,,
      乙,200001,2026-08-10
      二、黔城镇,,
      丙,300001,2026-08-10
      注：第2行健在,,
      制表人：丙 审核：丁,,
      审核意见：丙系误报,,
      总计：3人,,
      共4人,,

      """)
    let texts = try SourceFile(path: file.path, vocabulary: .police).forEachRow { _ in }.texts

    #expect(
      texts.map(\.kept) == [
        "between 1 1 2 以上名单有误", "total 1 6 2 制表人：丙 审核：丁", "total 1 6 2 审核意见：丙系误报", "total 1 6 2 共4人",
        "below 1 5 2 注：第2行健在",
      ])
  }

  private func texts(_ parts: [(name: String, bytes: [UInt8])]) throws -> [String] {
    let file = try TemporaryFile(parts: parts)
    return try SourceFile(path: file.path, vocabulary: .police).forEachRow { _ in }.texts.map(\.kept)
  }

  @Test func whatStandsOnSheetsThatAreNotReadIsKept() throws {
    let list = Self.headings + WorkbookParts.row("某人", "1", "2026-08-10")
    let found = try texts(
      WorkbookParts.workbook([
        ("死亡", list), ("说明", WorkbookParts.row("某人健在")), ("空", WorkbookParts.row("2026年第三季度")),
      ]))
    #expect(found == ["other_sheet 1 1 1 说明：某人健在"])
  }

  @Test func theHeadersOfPagesAndTheWordsOfFormatsAreKept() throws {
    let table =
      Self.headings
      + "<row><c t=\"inlineStr\"><is><t>某人</t></is></c><c s=\"1\"><v>1</v></c>"
      + "<c t=\"inlineStr\"><is><t>2026-08-10</t></is></c></row>"
    let styles = """
      <numFmts><numFmt numFmtId="200" formatCode="0&quot;（健在）&quot;"/>
      <numFmt numFmtId="201" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>
      <cellXfs><xf numFmtId="201"/><xf numFmtId="200"/></cellXfs>
      """
    let parts = WorkbookParts.workbook([("死亡", table)], styles: styles).map { name, bytes in
      let end = "</sheetData>"
      let more =
        end + "<headerFooter><oddHeader>&amp;C&amp;\"宋体,常规\"&amp;12仅供参考</oddHeader>"
        + "<oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>"
      let text = String(decoding: bytes, as: UTF8.self)
      return (
        name: name,
        bytes: Array(text.split(separator: end, omittingEmptySubsequences: false).joined(separator: more).utf8)
      )
    }
    #expect(try texts(parts) == ["margin 1 1 1 仅供参考", "format 1 1 1 健在"])
  }

  @Test func aFormulaWithoutItsValueIsADoubt() throws {
    func person(_ note: String) -> String {
      "<row><c t=\"inlineStr\"><is><t>某人</t></is></c><c><v>1</v></c>"
        + "<c t=\"inlineStr\"><is><t>2026-08-10</t></is></c>\(note)</row>"
    }
    let table =
      WorkbookParts.row("姓名", "公民身份号码", "死亡日期", "备注") + person("") + person("<c><f>A1</f></c>")
    #expect(try rows(WorkbookParts.workbook([("死亡", table)])).map(isDoubtful) == [false, true])
  }

  @Test func aMergedCellRightOfTheHeadingsIsThatOfEachRowItCovers() throws {
    let person = WorkbookParts.row("某人", "1", "2026-08-10")
    let first =
      "<row r=\"2\"><c t=\"inlineStr\"><is><t>某人</t></is></c><c><v>1</v></c>"
      + "<c t=\"inlineStr\"><is><t>2026-08-10</t></is></c><c t=\"inlineStr\"><is><t>误报</t></is></c></row>"
    let parts = WorkbookParts.workbook([("死亡", Self.headings + first + person + person)]).map { name, bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      let more = "</sheetData><mergeCells><mergeCell ref=\"D2:D3\"/></mergeCells>"
      return (
        name: name,
        bytes: Array(
          text.split(separator: "</sheetData>", omittingEmptySubsequences: false).joined(separator: more).utf8)
      )
    }
    #expect(try rows(parts).map(isDoubtful) == [true, true, false])
  }
}

/// Two rows of headings, of which the upper is merged over several columns: the dead person's are taken (domain: 5.1).
@Suite struct GroupedHeadingTests {
  static let orders: [(upper: [String], lower: [String], row: [String])] = [
    (["申报人", "", "死亡人员", "", ""], ["姓名", "身份证号", "姓名", "身份证号", "死亡日期"], ["子", "1", "父", "2", "2026-08-10"]),
    (["死者信息", "", "", "申报人信息", ""], ["姓名", "身份证号", "死亡日期", "姓名", "身份证号"], ["父", "2", "2026-08-10", "子", "1"]),
    (["姓名", "身份证号", "死亡日期", "申报人", ""], ["", "", "", "姓名", "身份证号"], ["父", "2", "2026-08-10", "子", "1"]),
    (["申报人", "", "死者姓名", "死者身份证号", "死亡日期"], ["姓名", "身份证号", "", "", ""], ["子", "1", "父", "2", "2026-08-10"]),
  ]

  @Test(arguments: orders, [true, false])
  func thePersonOfTheRowIsTheDead(
    _ order: (upper: [String], lower: [String], row: [String]), _ isWorkbook: Bool
  ) throws {
    let lines = [order.upper, order.lower, order.row]
    let cells = lines.map { line in
      "<row>" + line.map { $0.isEmpty ? "<c/>" : "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
    }
    let file =
      try isWorkbook
      ? TemporaryFile(parts: WorkbookParts.workbook([("死亡", cells.joined())]))
      : TemporaryFile(lines.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n")
    var rows: [PoliceRow] = []
    try SourceFile(path: file.path, vocabulary: .police).forEachRow { rows.append(PoliceRow($0)) }

    #expect(rows.map(\.name) == ["父"] && rows.map(\.identity) == ["2"])
    #expect(rows.map { $0.details[.declarant] } == ["子"])
    #expect(rows.map { $0.details[.declarantIdentity] } == ["1"])
  }

  @Test func aListThatTellsTheDeclarantAloneIsNotTaken() throws {
    let file = try TemporaryFile("申报人,,\n姓名,身份证号,死亡日期\n子,1,2026-08-10\n")
    #expect(throws: FileProblem.self) {
      try SourceFile(path: file.path, vocabulary: .police).forEachRow { _ in }
    }
  }
}
