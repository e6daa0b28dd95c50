/// A workbook of Excel 97 to 2003, or one that WPS keeps as .et in that form.
///
/// It is read here and not by libfreexl, which one damaged file in forty brings down with the whole program, and which
/// tells neither hidden sheets nor merged cells.
final class OldWorkbook: Book {
  /// Sheets of this form end at row 65,536; a larger file is none of them.
  private static let largestFile = 256 << 20

  let format = TableFormat.xls
  let sheets: [BookSheet]
  private let stream: ByteView
  private let offsets: [Int]
  private let contents: OldContents

  init(path: String) throws(FileProblem) {
    let file = try InputFile(path: path)
    if file.size > Self.largestFile { throw .tooLarge(part: "xls") }
    var bytes: [UInt8] = []
    try file.read(file.size, into: &bytes)
    guard let container = CompoundFile(bytes) else { throw .damaged(part: "xls") }
    if container.names.contains("EncryptedPackage") { throw .encrypted }
    guard let stream = container.stream("Workbook") else {
      throw container.names.contains("Workbook") ? .damaged(part: "Workbook") : .oldXLS
    }
    self.stream = ByteView(stream[...])
    contents = try OldContents(self.stream)
    sheets = contents.sheets.map(\.shown)
    offsets = contents.sheets.map(\.offset)
  }

  func rows(ofSheet index: Int) throws(FileProblem) -> any RowSource {
    try OldSheetRows(OldRecords(stream, from: offsets[index]), contents: contents, sheet: sheets[index].name)
  }
}

/// What stands before the sheets: their names and places, shared texts, styles.
final class OldContents {
  private(set) var sheets: [(shown: BookSheet, offset: Int)] = []
  let texts = TextPool()
  let styles = CellStyles()
  private(set) var startsIn1904 = false

  init(_ stream: ByteView) throws(FileProblem) {
    var records = OldRecords(stream, from: 0)
    guard let (kind, data) = records.next(), kind == OldRecords.Kind.beginning else { throw .damaged(part: "Workbook") }
    guard data.short(0) == 0x0600 else { throw .oldXLS }
    var styleFormats: [(format: Int, font: Int, fill: String)] = []
    while true {
      guard let (kind, data) = records.next() else { throw .damaged(part: "Workbook") }
      switch kind {
      case OldRecords.Kind.end:
        for (format, font, fill) in styleFormats { styles.addStyle(format: format, font: font, fill: fill) }
        return
      case OldRecords.Kind.encryption: throw .encrypted
      case OldRecords.Kind.dateMode: startsIn1904 = data.short(0) == 1
      case OldRecords.Kind.sheet: try addSheet(data)
      case OldRecords.Kind.font:
        let colour = data.short(4) ?? Self.automatic
        styles.addFont(
          isStruck: (data.short(2) ?? 0) & 8 != 0, colour: Self.black.contains(colour) ? "" : "\(colour)")
      case OldRecords.Kind.style:
        // There is no font 4: the fifth is called 5.
        let font = data.short(0) ?? 0
        styleFormats.append((data.short(2) ?? 0, font > 4 ? font - 1 : font, Self.fill(of: data)))
      case OldRecords.Kind.format:
        var text = OldTexts([data])
        if let id = text.short(), let code = text.text() { styles.define(format: id, code: code) }
      case OldRecords.Kind.sharedTexts: try addTexts([data] + records.continuations())
      default: break
      }
    }
  }

  // The palette: black, white, and what the system takes for letters and for what is behind them.
  private static let automatic = 0x7FFF
  private static let black: Set<Int> = [0, 8, 0x40, automatic]
  private static let white: Set<Int> = [1, 9, 0x40, 0x41]

  /// The colour behind the cells of a style; empty for none and for white.
  private static func fill(of style: ByteView) -> String {
    guard let borders = style.long(14), borders >> 26 & 0x3F != 0, let colours = style.short(18) else { return "" }
    let colour = colours & 0x7F
    return white.contains(colour) ? "" : "\(colour)"
  }

  private func addSheet(_ data: ByteView) throws(FileProblem) {
    guard let offset = data.long(0), let visibility = data.byte(4), let kind = data.byte(5),
      let rest = data.part(6, data.count - 6)
    else { throw .damaged(part: "Workbook") }
    var text = OldTexts([rest])
    guard let name = text.text(lengthIsByte: true) else { throw .damaged(part: "Workbook") }
    if kind == 0 { sheets.append((BookSheet(name: name, isVisible: visibility & 3 == 0), offset)) }
  }

  private func addTexts(_ parts: [ByteView]) throws(FileProblem) {
    var reader = OldTexts(parts)
    guard reader.long() != nil, let count = reader.long() else { throw .damaged(part: "SST") }
    for _ in 0..<count {
      guard let text = reader.text() else { throw .damaged(part: "SST") }
      texts.add(text.utf8)
      texts.endText()
    }
  }
}
