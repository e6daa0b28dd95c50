import Casework
import Exchange
import Foundation
import Testing

/// Workbooks in every shape that programs write them.
@Suite struct ReadingWorkbookTests {
  private typealias Parts = WorkbookParts

  @Test func hiddenRowsAndFormulasWithoutAValueAreTold() throws {
    let file = try TemporaryFile(
      parts: Parts.workbook([
        (
          "名单",
          """
          <row><c t="inlineStr"><is><t>序号</t></is></c><c t="inlineStr"><is><t>公民身份号码</t></is></c>
          <c t="inlineStr"><is><t>姓名</t></is></c></row>
          <row r="2"><c><f>ROW()-1</f></c><c t="str"><f>"1"</f><v>1</v></c><c t="inlineStr"><is><t>王芳</t></is></c></row>
          <row r="3" hidden="1"><c/><c t="str"><f>X!A1</f></c><c t="inlineStr"><is><t>李四</t></is></c></row>
          <row r="4" hidden="0"><c/><c t="str"><f>X!A2</f><v></v></c><c t="inlineStr"><is><t>赵六</t></is></c></row>
          """
        )
      ]))

    var told: [[Bool]] = []
    try SourceFile(path: file.path, vocabulary: people).forEachRow { row in
      told.append([row.isHidden, row.hasFormulaWithoutValue, row.hasFormula])
    }

    #expect(told == [[false, false, true], [true, true, false], [false, true, false]])
  }

  @Test func everyKindOfCellGivesItsText() throws {
    let file = try TemporaryFile(
      parts: Parts.workbook(
        [
          (
            "名单",
            Parts.headings + """
              <row r="5"><c r="A5" t="s"><v>0</v></c><c r="B5" t="s"><v>1</v></c><c r="D5" t="b"><v>1</v></c></row>
              <row><c t="str"><f>A1</f><v>公式</v></c><c t="e"><v>#N/A</v></c><c><v>46053</v></c><c><v>0.10000000000000001</v></c>
              </row>
              <row><c><v>431281196502156</v></c><c><v>4.3128119830828E+17</v></c><c><v>1.0</v></c><c><v>1304081905030200</v></c></row>
              """
          )
        ],
        strings: """
          <si><t>13_x0030_</t></si>
          <si><r><t>王</t></r><r><t xml:space="preserve"> 芳</t></r><rPh sb="0" eb="1"><t>wang</t></rPh></si>
          """))

    let table = try read(file.path)

    #expect(
      table.rows.map(\.cells) == [
        ["130", "王 芳", "", "TRUE"], ["公式", "#N/A", "46053", "0.1"],
        ["431281196502156", "4.3128119830828E+17", "1", "1304081905030200"],
      ])
    #expect(table.rows.map { $0.numbers.count { $0 } } == [0, 2, 4])
    #expect(table.rows.map(\.line) == [5, 6, 7])
    #expect(table.summary.format == .xlsx)
    #expect(table.summary.encoding == nil)
  }

  @Test(arguments: [("", "46053"), ("<workbookPr date1904=\"1\"/>", "44591")])
  func dateCellsGiveTheirDay(settings: String, serial: String) throws {
    let styles = """
      <numFmts><numFmt numFmtId="164" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/>
      <numFmt numFmtId="165" formatCode="0.00&quot;day&quot;[Red]"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="57"/></cellXfs>
      """
    let rows = (0...4).map { "<row><c><v>1</v></c><c/><c s=\"\($0)\"><v>\(serial).5</v></c></row>" }.joined()
    let file = try TemporaryFile(
      parts: Parts.workbook([("名单", Parts.headings + rows)], styles: styles, settings: settings))

    let table = try read(file.path)

    #expect(table.rows.map { $0.cells[2] } == [serial + ".5", "2026-01-31", "2026-01-31", serial + ".5", "2026-01-31"])
    #expect(table.rows.map { $0.numbers[2] } == [true, false, false, true, false])
  }

  @Test(arguments: [("", "46246"), ("<workbookPr date1904=\"1\"/>", "44784")])
  func aDayNumberWithoutADateFormatCountsFromTheYearOfTheWorkbook(settings: String, serial: String) throws {
    let headings = Parts.row("公民身份号码", "姓名", "死亡日期", "火化日期")
    let row = "<row><c><v>1</v></c><c/><c><v>\(serial)</v></c><c><v>\(serial)</v></c></row>"
    let file = try TemporaryFile(parts: Parts.workbook([("名单", headings + row)], settings: settings))
    var rows: [PoliceRow] = []

    try SourceFile(path: file.path, vocabulary: .police).forEachRow { rows.append(PoliceRow($0)) }

    #expect(rows.map(\.eventDate.text) == ["2026-08-12"])
    #expect(rows.map { Denial.isTold(in: $0.note) } == [false])
  }

  @Test func everyVisibleSheetWithPeopleIsReadAsOneList() throws {
    let sheets = [
      ("说明", Parts.row("填表说明")), ("#旧表", Parts.headings + Parts.row("1", "旧")),
      ("死亡", Parts.headings + Parts.row("2", "王芳")),
      ("迁出", Parts.row("备注", "姓名", "公民身份号码") + Parts.row("甲", "李四", "3") + Parts.row("", "合计", "")),
    ]
    let file = try TemporaryFile(parts: Parts.workbook(sheets))

    let table = try read(file.path)

    #expect(table.rows.map { $0.cells[1] } == ["王芳", "李四"])
    #expect(table.rows.map(\.number) == [1, 2])
    #expect(table.rows[1].cells == ["3", "李四", "", "甲"])
    #expect(table.summary.parts.map(\.sheet) == ["死亡", "迁出"])
    #expect(table.summary.parts.map(\.rows) == [1, 1])
    #expect(table.summary.otherSheets == ["说明"])
    #expect(try read(file.path, as: people, ReadingOptions(sheet: "旧表")).rows.map { $0.cells[1] } == ["旧"])
    #expect(try problem(file.path, as: people, ReadingOptions(sheet: "没有"))?.code == .noSheet)
    #expect(try problem(file.path, as: people, ReadingOptions(sheet: "说明"))?.code == .noHeadings)
  }

  @Test func prefixedNamesAreUnderstood() throws {
    let parts = Parts.workbook([("名单", Parts.headings + Parts.row("1", "王芳"))]).map { part in
      guard part.name.contains("sheet1") else { return part }
      let text = String(decoding: part.bytes, as: UTF8.self).replacing("</", with: "\u{1}").replacing("<", with: "<x:")
        .replacing("\u{1}", with: "</x:").replacing("xmlns=", with: "xmlns:x=")
      return (name: part.name, bytes: Array(text.utf8))
    }
    let file = try TemporaryFile(parts: parts)

    #expect(try read(file.path).rows.map { $0.cells[1] } == ["王芳"])
  }

  @Test func aMillionEmptyRowsAreNoRows() throws {
    let empty = String(repeating: "<row><c s=\"1\"/></row>", count: 1_000_000)
    let file = try TemporaryFile(
      parts: Parts.workbook([("名单", Parts.headings + Parts.row("1", "王芳") + empty)]))

    let table = try read(file.path)

    #expect(table.summary.rows == 1)
    #expect(table.summary.passedOver.blankRows == 0)
  }

  /// As in a text: those above the headings and between the rows, not those that nothing follows.
  @Test func blankRowsAreCounted() throws {
    let file = try TemporaryFile(
      parts: Parts.workbook([
        (
          "名单",
          Parts.row("", "") + Parts.headings + Parts.row("1", "王芳") + "<row><c s=\"1\"/></row>"
            + "<row r=\"9\"><c r=\"A9\" t=\"inlineStr\"><is><t>2</t></is></c></row><row r=\"12\"><c s=\"1\"/></row>"
        )
      ]))

    let table = try read(file.path)

    // Row 1 above the headings; 4 to 8 between the rows.
    #expect(table.summary.rows == 2 && table.summary.passedOver.blankRows == 6)
  }

  @Test func policeFilesInBothFormatsHoldTheSamePeople() throws {
    let text = try read(fixture("police.csv"), as: .police)
    let workbook = try read(fixture("police.xlsx"), as: .police)

    #expect(text.summary.rows == 800)
    #expect(text.summary.encoding == .gb18030)
    #expect(text.summary.headings == workbook.summary.headings)
    #expect(text.rows.map(\.number) == workbook.rows.map(\.number))
    for (left, right) in zip(text.rows, workbook.rows) {
      let isDamaged = right.numbers[0] || left.cells[0].contains("E+")
      for (position, field) in HeadingVocabulary.police.fields.enumerated() {
        if field.code == "identity" && isDamaged { continue }
        let (written, kept) = (left.cells[position], right.cells[position])
        let isDate = field.code == "birth" || field.code == "event_date"
        let isSame = isDate ? PoliceDate.parse(written) == PoliceDate.parse(kept) : written == kept
        #expect(isSame, "row \(left.number), \(field.code): \(written) and \(kept)")
      }
    }
    #expect(workbook.rows.filter { $0.numbers[0] }.map(\.number).count == 2)
  }
}
