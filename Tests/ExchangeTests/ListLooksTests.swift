import Casework
import Testing

@testable import Exchange

/// What a list shows besides its values: colours, boxes, prompts, hidden rows; what is doubtful is told (domain: 5.1).
@Suite struct ListLooksTests {
  private static let headings = WorkbookParts.row("姓名", "公民身份号码", "死亡日期")

  /// Style 1 fills with yellow, 2 has red letters, 3 fills with white and writes black, 4 fills with green.
  private static let styles = """
    <fonts><font/><font><color rgb="FFFF0000"/></font><font><color theme="1"/></font></fonts>
    <fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
    <fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/><bgColor indexed="64"/></patternFill></fill>
    <fill><patternFill patternType="solid"><fgColor rgb="FFFFFFFF"/></patternFill></fill>
    <fill><patternFill patternType="solid"><fgColor theme="9" tint="0.4"/></patternFill></fill></fills>
    <cellXfs><xf fontId="0" fillId="0"/><xf fontId="0" fillId="2"/><xf fontId="1" fillId="0"/><xf fontId="2" fillId="3"/>
    <xf fontId="0" fillId="4"/></cellXfs>
    <dxfs><dxf><font><strike/></font></dxf><dxf><font><b/></font></dxf>
    <dxf><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs>
    """

  /// A person whose cells have a style each.
  private static func person(_ styles: Int...) -> String {
    let values = ["某人", "1", "2026-08-10"]
    let cells = values.enumerated().map { place, value in
      "<c s=\"\(styles.count == 1 ? styles[0] : styles[place])\" t=\"inlineStr\"><is><t>\(value)</t></is></c>"
    }
    return "<row>\(cells.joined())</row>"
  }

  private func texts(_ parts: [(name: String, bytes: [UInt8])]) throws -> [String] {
    let file = try TemporaryFile(parts: parts)
    return try texts(of: file.path)
  }

  private func texts(of path: String) throws -> [String] {
    try SourceFile(path: path, vocabulary: .police).forEachRow { _ in }.texts.map { "\($0.place.rawValue) \($0.text)" }
  }

  private func texts(_ rows: [String], behind: String = "") throws -> [String] {
    try texts(WorkbookParts.workbook([("死亡", Self.headings + rows.joined())], behind: behind, styles: Self.styles))
  }

  private static let plain = person(0)

  @Test func rowsColouredAsMostAreNotAreTold() throws {
    let (yellow, red) = (Self.person(1), Self.person(0, 2, 0))
    #expect(try texts([Self.plain, yellow, Self.plain, Self.plain, red, red]) == ["colour 2,5-6"])
    #expect(try texts([Self.plain, yellow, Self.plain]) == ["colour 2"])
    // A blank cell is coloured with the rest of its row.
    let blank = "<row>" + Self.person(0).dropFirst(5).dropLast(6) + "<c s=\"1\"/></row>"
    #expect(try texts([Self.plain, blank, Self.plain]) == ["colour 2"])
    // Left white among rows that somebody has ticked off in green.
    let green = Self.person(4)
    #expect(try texts([green, green, Self.plain, green]) == ["colour 3"])
  }

  @Test func whatMostRowsHaveIsNoMark() throws {
    let (white, band, column) = (Self.person(3), Self.person(4), Self.person(0, 1, 0))
    #expect(try texts([Self.plain, white, Self.plain]) == [])
    #expect(try texts([column, column, column]) == [])
    #expect(try texts([Self.plain, band, Self.plain, band, Self.plain, band]) == [])
    #expect(try texts([Self.person(1)]) == [])
    // A mark within the bands.
    #expect(try texts([Self.plain, band, Self.plain, band, Self.plain, band, Self.person(1), band]) == ["colour 7"])
  }

  @Test func headingsAndTotalsMayBeColoured() throws {
    let heading = Self.headings.replacing("<c ", with: "<c s=\"1\" ")
    let total = "<row><c s=\"1\" t=\"inlineStr\"><is><t>合计：3人</t></is></c></row>"
    let rows = heading + Self.plain + Self.plain + total
    #expect(
      try texts(WorkbookParts.workbook([("死亡", rows)], styles: Self.styles)).allSatisfy { !$0.contains("colour") })
  }

  @Test func whereNoColourIsThatOfMostAllIsAskedOnce() throws {
    let rows = [Self.person(1), Self.person(1), Self.person(4), Self.person(4), Self.person(2), Self.plain]
    #expect(try texts(rows) == ["colour -"])
  }

  @Test func theRowsOfASecondSheetGoOnCounting() throws {
    let marked = Self.headings + Self.plain + Self.plain + Self.person(1)
    let all = Self.headings + Self.plain
    #expect(
      try texts(WorkbookParts.workbook([("死亡", all), ("死亡1", marked)], styles: Self.styles)) == ["colour 4"])
  }

  @Test func aTextBoxIsRead() throws {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let relations =
      "<Relationships><Relationship Id=\"a\" Type=\"\(office)/drawing\" Target=\"../drawings/drawing1.xml\"/></Relationships>"
    let drawing = """
      <xdr:wsDr xmlns:xdr="x" xmlns:a="a"><xdr:sp><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>红色的</a:t></a:r><a:r><a:t>还没有核实</a:t></a:r>
      </a:p><a:p><a:r><a:t>请注意</a:t></a:r></a:p></xdr:txBody></xdr:sp>
      <xdr:sp><xdr:txBody><a:p><a:r><a:t>洪江市公安局</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>
      """
    let parts =
      WorkbookParts.workbook([("死亡", Self.headings + Self.plain)]) + [
        ("xl/worksheets/_rels/sheet1.xml.rels", Array(relations.utf8)),
        ("xl/drawings/drawing1.xml", Array(drawing.utf8)),
      ]
    #expect(try texts(parts) == ["box 红色的还没有核实 请注意"])
  }

  @Test func whatACellPromptsIsRead() throws {
    let rules = """
      <dataValidations count="2"><dataValidation sqref="A2" promptTitle="注意" prompt="此人&#10;还健在"/>
      <dataValidation sqref="B2:B9" type="list"><formula1>"是,否"</formula1></dataValidation></dataValidations>
      """
    #expect(try texts([Self.plain], behind: rules) == ["prompt 注意 此人 还健在"])
  }

  @Test func aFormatThatStrikesOrColoursByValueIsToldWithItsRows() throws {
    func rule(_ cells: String, _ format: Int) -> String {
      "<conditionalFormatting sqref=\"\(cells)\"><cfRule type=\"expression\" dxfId=\"\(format)\"><formula>B2&gt;1</formula></cfRule></conditionalFormatting>"
    }
    let people = [Self.plain, Self.plain, Self.plain]
    #expect(try texts(people, behind: rule("A2:C3", 0) + rule("A1:A9", 1)) == ["conditional 2 A2:C3"])
    #expect(try texts(people, behind: rule("C:C", 2)) == ["conditional 3 C:C"])
    #expect(try texts(people, behind: rule("A9:C20", 2)) == [])
    let newer = """
      <extLst><ext><x14:conditionalFormattings xmlns:x14="x" xmlns:xm="m"><x14:conditionalFormatting><x14:cfRule type="expression">
      <x14:dxf><font><color rgb="FFFF0000"/></font></x14:dxf></x14:cfRule><xm:sqref>A3:C4</xm:sqref></x14:conditionalFormatting>
      </x14:conditionalFormattings></ext></extLst>
      """
    #expect(try texts(people, behind: newer) == ["conditional 2 A3:C4"])
  }

  private static func page(_ rows: [String], style: String = "", table: String = "<table>") -> String {
    "<html><head><style>\(style)</style></head><body>\(table)<tr><td>姓名</td><td>公民身份号码</td><td>死亡日期</td></tr>"
      + rows.map { "\($0)<td>某人</td><td>1</td><td>2026-08-10</td></tr>" }.joined() + "</table></body></html>"
  }

  @Test(
    arguments: [
      ("<tr bgcolor=\"#FFFF00\">", true), ("<tr style=\"Background-Color: yellow\">", true),
      ("<tr class=\"doubt\">", true),
      ("<tr style=\"color:red\">", true), ("<tr bgcolor=\"white\" style=\"color:#000000\">", false),
      ("<tr class=\"even\">", false),
    ])
  func aRowOfAPageIsColoured(_ row: String, _ isMark: Bool) throws {
    let page = Self.page(["<tr>", row, "<tr>"], style: ".doubt {font-size:9pt; background:#ff0} .even {height:2em}")
    let file = try TemporaryFile(page)
    #expect(try texts(of: file.path) == (isMark ? ["colour 2"] : []))
  }

  @Test(
    arguments: [
      ("<tr style=\"display: none\">", true), ("<tr hidden>", true), ("<tr style='mso-hide:all;height:0'>", true),
      ("<tr class=\"gone\">", true), ("<tr style=\"height:20px\">", false),
    ])
  func aRowThatAPageHidesIsHidden(_ row: String, _ isHidden: Bool) throws {
    let page = Self.page(["<tr>", row, "<tr>"], style: ".gone { display:none }")
    #expect(try hidden(page) == [false, isHidden, false])
  }

  @Test func whatStandsInAHiddenPartIsHidden() throws {
    let tables =
      Self.page(["<tr>"], table: "<div style=\"display:none\"><div></div><table>").replacing(
        "</table>", with: "</table></div>")
    #expect(try hidden(tables) == [true])
    #expect(try hidden(Self.page(["<tr>", "<tbody hidden><tr>", "</tbody><tr>"])) == [false, true, false])
  }

  private func hidden(_ page: String) throws -> [Bool] {
    var hidden: [Bool] = []
    let file = try TemporaryFile(page)
    try SourceFile(path: file.path, vocabulary: .police).forEachRow { hidden.append($0.isHidden) }
    return hidden
  }
}
