/// A spreadsheet in XML (XML 电子表格 2003): one text with all sheets, which other offices' systems like to call .xls.
///
/// Elements and attributes are those of Microsoft's "XML Spreadsheet Reference".
final class XMLWorkbook: Book {
  let format = TableFormat.xml
  let sheets: [BookSheet]
  let encoding: TextEncoding
  private let text: [UInt8]
  private let contents: XMLContents
  /// Behind the beginning of each sheet.
  private let starts: [XMLScanner]

  /// Goes through the whole text: whether a sheet is hidden stands behind its rows.
  init(_ text: WholeText) throws(FileProblem) {
    self.text = text.bytes
    encoding = text.encoding
    let contents = XMLContents()
    starts = try Self.starts(of: text.bytes, contents)
    self.contents = contents
    sheets = contents.sheets
  }

  func rows(ofSheet index: Int) -> any RowSource { XMLSheetRows(text, from: starts[index], contents) }

  private static func starts(of text: [UInt8], _ contents: XMLContents) throws(FileProblem) -> [XMLScanner] {
    var scanner = XMLScanner()
    scanner.limit = text.count
    var listener = contents
    var starts: [XMLScanner] = []
    while true {
      switch text.withUnsafeBufferPointer({ scanner.scan($0, isAtEnd: true, to: &listener) }) {
      case .paused: starts.append(scanner)
      case .broken: throw .damaged(part: "xml", line: contents.place)
      case .needsMore:
        guard scanner.isComplete else { throw .tableCutShort }
        return starts
      }
    }
  }
}

/// What stands around the rows of a spreadsheet in XML: the sheets, the styles, and whether dates count from 1904.
final class XMLContents: XMLListener {
  private(set) var sheets: [BookSheet] = []
  private(set) var startsIn1904 = false
  private(set) var styles = XMLStyles()
  private var text: [UInt8] = []
  private(set) var wantsText = false
  /// Set at the beginning of each sheet.
  var isPaused = false
  /// The row of the sheet, so far as rows are counted one by one.
  private(set) var place: Int?

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case XMLSheetListener.rowName: place = (place ?? 0) + 1
    case XMLSheetListener.sheetName:
      sheets.append(BookSheet(name: attributes.value(XMLName("Name")) ?? "", isVisible: true))
      place = nil
      isPaused = true
    case Self.visible:
      text = []
      wantsText = true
    case Self.date1904: startsIn1904 = true
    default: if sheets.isEmpty { styles.start(name, attributes) }
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { text.append(contentsOf: bytes) }

  func end(_ name: XMLName) {
    if name == Self.visible { endVisible() }
    if sheets.isEmpty { styles.end(name) }
  }

  /// `SheetHidden` or `SheetVeryHidden`, as `WorksheetOptions` say it.
  private func endVisible() {
    wantsText = false
    guard let sheet = sheets.popLast() else { return }
    let isVisible = !String(decoding: text, as: UTF8.self).contains("Hidden")
    sheets.append(BookSheet(name: sheet.name, isVisible: isVisible))
  }

  private static let visible = XMLName("Visible")
  private static let date1904 = XMLName("Date1904")
}
