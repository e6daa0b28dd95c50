import Casework
import Exchange
import Foundation
import Testing

/// Spreadsheets in XML, which tell of sheets, hidden rows, struck cells and notes what a workbook tells.
@Suite struct XMLWorkbookTests {
  private static let start = """
    <?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
    """

  private static func cell(_ text: String, _ attributes: String = "") -> String {
    "<Cell\(attributes)><Data ss:Type=\"String\">\(text)</Data></Cell>"
  }

  private static func row(_ cells: String..., with attributes: String = "") -> String {
    "<Row\(attributes)>\(cells.joined())</Row>"
  }

  private static let headings = row(cell("姓名"), cell("公民身份号码"), cell("死亡日期"), cell("备注"))
  private static let options = "<WorksheetOptions xmlns=\"urn:schemas-microsoft-com:office:excel\">"

  private static func book(
    _ sheets: [(name: String, rows: String)], behind: String = "", styles: String = "", hidden: Set<String> = []
  ) -> String {
    let parts = sheets.map { name, rows in
      let visible = hidden.contains(name) ? "\(options)<Visible>SheetHidden</Visible></WorksheetOptions>" : ""
      return "<Worksheet ss:Name=\"\(name)\"><Table>\(rows)</Table>\(visible)\(behind)</Worksheet>"
    }
    return "\(start)<Styles>\(styles)</Styles>\(parts.joined())</Workbook>"
  }

  private func rows(_ book: String) throws -> (rows: [PoliceRow], hidden: [Bool], summary: TableSummary) {
    let file = try TemporaryFile(book)
    var (rows, hidden): ([PoliceRow], [Bool]) = ([], [])
    let summary = try SourceFile(path: file.path, vocabulary: .police).forEachRow {
      rows.append(PoliceRow($0))
      hidden.append($0.isHidden)
    }
    return (rows, hidden, summary)
  }

  @Test func everySheetIsReadByItsNameAndAHiddenOneIsTold() throws {
    let person = Self.row(Self.cell("某人"), Self.cell("1"), Self.cell("2026-08-10"))
    let read = try rows(
      Self.book(
        [("死亡", Self.headings + person), ("误报更正", Self.headings + person), ("备用", Self.headings + person)],
        hidden: ["备用"]))

    #expect(read.summary.format == .xml)
    #expect(read.summary.parts.map(\.sheet) == ["死亡", "误报更正"])
    #expect(read.rows.map { Denial.isTold(in: $0.note) } == [false, true])
    #expect(read.summary.texts.map(\.place) == [.otherSheet])
  }

  @Test func aStrikeANoteAndAHiddenRowAreSeen() throws {
    let strike = "<Style ss:ID=\"s1\"><Font ss:StrikeThrough=\"1\"/></Style><Style ss:ID=\"s2\" ss:Parent=\"s1\"/>"
    let note = "<Comment ss:Author=\"甲\"><ss:Data xmlns=\"h\"><B>甲:</B><Font>&#10;本人健在</Font></ss:Data></Comment>"
    let read = try rows(
      Self.book(
        [
          (
            "死亡",
            Self.headings + Self.row(Self.cell("甲"), Self.cell("1"), Self.cell("2026-08-10"))
              + Self.row(Self.cell("乙", " ss:StyleID=\"s1\""), Self.cell("2"), Self.cell("2026-08-10"))
              + Self.row(Self.cell("丙", " ss:StyleID=\"s2\""), Self.cell("3"), Self.cell("2026-08-10"))
              + Self.row(Self.cell("丁"), Self.cell("4"), Self.cell("2026-08-10"), with: " ss:StyleID=\"s1\"")
              + Self.row(Self.cell("戊</Data>\(note)<Data>"), Self.cell("5"), Self.cell("2026-08-10"))
              + Self.row(Self.cell("<S>己</S>"), Self.cell("6"), Self.cell("2026-08-10"))
              + Self.row(Self.cell("庚"), Self.cell("7"), Self.cell("2026-08-10"), with: " ss:Hidden=\"1\"")
          )
        ], styles: strike))

    #expect(read.rows.map(\.name) == ["甲", "乙", "丙", "丁", "戊", "己", "庚"])
    let isStruck = read.rows.map { $0.note.contains(Denial.doubt(about: .strike)) }
    #expect(isStruck == [false, true, true, true, false, true, false])
    #expect(read.rows[4].note == "批注:本人健在")
    #expect(read.hidden == [false, false, false, false, false, false, true])
  }

  @Test func placesAndMergedCellsAreThoseOfTheSheet() throws {
    let merged = "<Cell ss:MergeDown=\"1\"><Data ss:Type=\"DateTime\">2026-08-12T00:00:00.000</Data></Cell>"
    let read = try rows(
      Self.book([
        (
          "死亡",
          Self.headings + Self.row(Self.cell("甲"), Self.cell("1"), merged, Self.cell("无误"))
            + Self.row(Self.cell("乙"), Self.cell("2"), Self.cell("尚健在"))
            + Self.row(Self.cell("丙"), Self.cell("3"), Self.cell("误报", " ss:Index=\"4\""), with: " ss:Index=\"9\"")
        )
      ]))

    #expect(read.rows.map(\.eventDate.text) == ["2026-08-12", "2026-08-12", ""])
    #expect(read.rows.map(\.note) == ["无误", "尚健在 死亡日期是合并单元格，几行共用，存疑：见上一行", "误报"])
    #expect(read.summary.passedOver.blankRows == 5)
  }

  @Test func numbersDatesAndFormulasAreThoseOfAWorkbook() throws {
    let styles = """
      <Style ss:ID="d"><NumberFormat ss:Format="yyyy/m/d"/></Style>
      <Style ss:ID="n"><NumberFormat ss:Format="Short Date"/></Style>
      """
    let number = { (value: String, style: String) in
      "<Cell\(style)><Data ss:Type=\"Number\">\(value)</Data></Cell>"
    }
    let read = try rows(
      Self.book(
        [
          (
            "死亡",
            Self.headings
              + Self.row(Self.cell("甲"), number("431225195806278514", ""), number("46246", " ss:StyleID=\"d\""))
              + Self.row(Self.cell("乙"), number("4.31225195806279E+17", ""), number("46246", " ss:StyleID=\"n\""))
              + Self.row(Self.cell("丙"), Self.cell("3"), number("46246.5", ""), Self.cell("核", " ss:Formula=\"=A1\""))
          )
        ], styles: styles))

    #expect(read.rows.map(\.identityIsNumberCell) == [true, true, false])
    #expect(read.rows.map(\.eventDate.text) == ["2026-08-12", "2026-08-12", "2026-08-12"])
  }

  @Test func colouredRowsPromptsMarginsAndConditionalFormatsAreTold() throws {
    let person = { (style: String) in
      Self.row(Self.cell("某人", style), Self.cell("1"), Self.cell("2026-08-10"))
    }
    let behind = """
      \(Self.options)<PageSetup><Header x:Data="&amp;C标黄的请勿注销"/></PageSetup></WorksheetOptions>
      <DataValidation><Range>R2C4</Range><InputTitle>注意</InputTitle><InputMessage>误报写在此处</InputMessage></DataValidation>
      <ConditionalFormatting><Range>R2C3:R13C3,C28</Range>
      <Condition><Format Style='color:#9C0006;background:#FFC7CE'/></Condition></ConditionalFormatting>
      """
    let read = try rows(
      Self.book(
        [("死亡", Self.headings + person("") + person("") + person(" ss:StyleID=\"y\"") + person(""))], behind: behind,
        styles: "<Style ss:ID=\"y\"><Interior ss:Color=\"#FFFF00\" ss:Pattern=\"Solid\"/></Style>"))

    let texts = Dictionary(grouping: read.summary.texts, by: \.place).mapValues { $0.map(\.text) }
    #expect(texts[.colour] == [ListText.colours(ofRows: [3])])
    #expect(texts[.margin] == ["标黄的请勿注销"])
    #expect(texts[.prompt] == ["注意 误报写在此处"])
    #expect(texts[.conditional] == [ListText.conditional(rows: 4, in: "C2:C13 AB")])
  }

  @Test func dayNumbersCountFromTheYearOfTheBook() throws {
    let number = "<Cell><Data ss:Type=\"Number\">44784</Data></Cell>"
    let book = Self.book([("死亡", Self.headings + Self.row(Self.cell("甲"), Self.cell("1"), number))])
    let old = book.replacing("<Styles>", with: "<ExcelWorkbook><Date1904/></ExcelWorkbook><Styles>")

    #expect(try rows(book).rows.map(\.eventDate.text) == ["2022-08-11"])
    #expect(try rows(old).rows.map(\.eventDate.text) == ["2026-08-12"])
  }

  @Test(arguments: [
    "<Cell ss:Index=\"0\" ss:StyleID=\"y\">", "<Cell ss:Index=\"16385\">", "<Cell ss:MergeAcross=\"16384\">",
  ])
  func aCellOutsideOfTheSheetIsDamage(_ cell: String) throws {
    let style = "<Style ss:ID=\"y\"><Interior ss:Color=\"#FFFF00\" ss:Pattern=\"Solid\"/></Style>"
    let row = "<Row>\(cell)<Data ss:Type=\"String\">甲</Data></Cell></Row>"
    let file = try TemporaryFile(Self.book([("死亡", Self.headings + row)], styles: style))

    #expect(try problem(file.path)?.code == .damaged)
  }

  /// `FUZZ_SEED` repeats a run, as in `FuzzTests`.
  @Test func aDamagedOneGivesRowsOrOneProblem() throws {
    let environment = ProcessInfo.processInfo.environment
    let seed = environment["FUZZ_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0...UInt64.max)
    print("FUZZ_SEED=\(seed)")
    var random = SplitMix(state: seed)
    let column = "<Column ss:Index=\"2\" ss:Span=\"1\" ss:StyleID=\"y\"/>"
    let row = Self.row(Self.cell("甲", " ss:MergeDown=\"1\" ss:StyleID=\"y\""), Self.cell("1", " ss:Index=\"2\""))
    let style = "<Style ss:ID=\"y\"><Font ss:StrikeThrough=\"1\" ss:Color=\"#FF0000\"/></Style>"
    let whole = Array(Self.book([("死亡", column + Self.headings + row + row)], styles: style).utf8)
    for _ in 0..<(environment["FUZZ_ROUNDS"].flatMap { Int($0) } ?? 200) {
      var bytes = whole
      for _ in 0...Int.random(in: 0...3, using: &random) {
        let index = Int.random(in: bytes.indices, using: &random)
        let digits = Array("0123456789".utf8)
        let others: [UInt8] = [60, 62, UInt8.random(in: 0...255, using: &random)]
        bytes[index] = (digits + others).randomElement(using: &random) ?? 0
      }
      let file = try TemporaryFile(bytes)
      _ = try problem(file.path)
    }
  }

  @Test func oneThatIsCutAnywhereIsRefused() throws {
    let person = Self.row(Self.cell("某人"), Self.cell("1"), Self.cell("2026-08-10"))
    let whole = Array(Self.book([("死亡", Self.headings + person + person)]).utf8)
    for end in stride(from: 400, to: whole.count, by: 7) {
      let file = try TemporaryFile(Array(whole[..<end]))

      #expect(try problem(file.path)?.code == .cutShort, "\(end) of \(whole.count)")
    }
    let broken = try TemporaryFile(String(decoding: whole, as: UTF8.self).replacing("</Row></Table>", with: "</Table>"))
    #expect(try problem(broken.path)?.code == .damaged)
  }
}

/// Web pages that are cut look like whole ones to a browser.
@Suite struct CutPageTests {
  private static let headings = "<tr><td>姓名</td><td>公民身份号码</td><td>死亡日期</td></tr>"
  private static let person = "<tr><td>某人</td><td>1</td><td>2026-08-10</td></tr>"

  @Test(arguments: [
    ("<table>", "", true), ("<table>", "<tr><td>某", true), ("<table>", "</tab", true), ("<table>", "</table>", false),
    ("<table>", "</table></bo", false), ("<table><tr><td><table>", "</table>", true),
    ("<table><tr><td><table>", "</table></td></tr></table>", false),
    ("<table><table>", "</table></body></html>", false),
    ("", "", false), ("", "<tr><td>某", true),
  ])
  func aPageWithoutTheEndOfItsTableIsCut(_ start: String, _ end: String, _ isCut: Bool) throws {
    let file = try TemporaryFile("<html><body>\(start)\(Self.headings)\(Self.person)\(end)")

    #expect(try problem(file.path)?.code == (isCut ? .cutShort : nil))
  }

  @Test func aTextCutWithinItsLastCharacterIsCut() throws {
    let text = Array("姓名,公民身份号码,死亡日期\n王芳,1,2026-08-10\n李四".utf8)
    for cut in 1...2 {
      let file = try TemporaryFile(Array(text.dropLast(cut)))

      #expect(try problem(file.path)?.code == .cutShort)
    }
  }

  @Test func aPageCutWithinACharacterIsCut() throws {
    let page = Array("<html><body><table>\(Self.headings)\(Self.person)\(Self.headings)<tr><td>某".utf8)
    let file = try TemporaryFile(Array(page.dropLast()))

    #expect(try problem(file.path)?.code == .cutShort)
  }
}
