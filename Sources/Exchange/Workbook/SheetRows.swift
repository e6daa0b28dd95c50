import Casework

/// The rows of one sheet, parsed as the part is unpacked; rows without a value are never given.
final class SheetRows: RowSource {
  private let xml: XMLPart<SheetListener>
  private let path: String
  private var merged: MergedCells?
  private let comments: [Int: String]
  private let boxes: [String]

  /// - Parameters:
  ///   - comments: what is noted at cells, by row.
  ///   - boxes: the texts that lie over the cells.
  init(
    _ part: ArchivePart, texts: TextPool, styles: CellStyles, comments: [Int: String], boxes: [String],
    startsIn1904: Bool, path: String
  ) {
    self.comments = comments
    self.boxes = boxes
    let listener = SheetListener(texts: texts, styles: styles, startsIn1904: startsIn1904)
    cells = listener.cells
    xml = XMLPart(part, listener: listener)
    self.path = path
  }

  let cells: RowCells
  var line: Int { xml.listener.row }
  var share: Double { xml.share }
  let mayMerge = true
  let omitsBlankRows = true

  var outerTexts: [(place: ListText.Place, text: String)] {
    let listener = xml.listener
    return boxes.map { (.box, $0) } + listener.rules.prompts.map { (.prompt, $0) }
      + listener.margins.map { (.margin, $0) } + listener.formats.sorted().map { (.format, $0) }
  }

  var conditionalAreas: [ConditionalArea] { xml.listener.rules.areas }

  func next() throws(FileProblem) -> Bool {
    let found = try xml.read()
    if xml.listener.isBroken { throw .damaged(part: xml.name, line: line) }
    if !comments.isEmpty { cells.comment = comments[line] ?? "" }
    return found
  }

  /// Looks ahead for the merged cells when they are first asked for: few sheets have any.
  func mergeTop(row: Int, column: Int) throws(FileProblem) -> Int? {
    if merged == nil {
      let listener = MergedCellsListener()
      try XMLPart.readAll(try Archive(path: path).open(xml.name), listener: listener)
      merged = listener.cells
    }
    return merged?.top(row: row, column: column)
  }
}
