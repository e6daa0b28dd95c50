import Casework

/// The rows of one sheet of a spreadsheet in XML; rows without a value are never given.
final class XMLSheetRows: RowSource {
  private let text: [UInt8]
  private let start: Int
  private var scanner: XMLScanner
  private var listener: XMLSheetListener

  let cells: RowCells
  let mayMerge = true
  let omitsBlankRows = true

  /// - Parameter scanner: behind the beginning of the sheet.
  init(_ text: [UInt8], from scanner: XMLScanner, _ contents: XMLContents) {
    self.text = text
    self.scanner = scanner
    start = scanner.cursor
    listener = XMLSheetListener(styles: contents.styles, startsIn1904: contents.startsIn1904)
    cells = listener.cells
  }

  var line: Int { listener.row }
  var share: Double { text.count == start ? 1 : Double(scanner.cursor - start) / Double(text.count - start) }

  var outerTexts: [(place: ListText.Place, text: String)] {
    listener.rules.prompts.map { (.prompt, $0) } + listener.rules.margins.map { (.margin, $0) }
      + listener.formats.sorted().map { (.format, $0) }
  }

  var conditionalAreas: [ConditionalArea] { listener.rules.areas }

  func next() throws(FileProblem) -> Bool {
    if listener.isEnded { return false }
    let outcome = text.withUnsafeBufferPointer { scanner.scan($0, isAtEnd: true, to: &listener) }
    guard case .paused = outcome, !listener.isBroken else { throw .damaged(part: "xml", line: line) }
    return !listener.isEnded
  }

  func mergeTop(row: Int, column: Int) -> Int? { listener.merged.top(row: row, column: column) }
}
