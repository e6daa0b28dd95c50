/// The rows of one sheet, parsed as the part is unpacked; rows without a value are never given.
final class SheetRows: RowSource {
  private let listener: SheetListener
  private let xml: XMLPart

  init(_ part: ArchivePart, texts: SharedTexts, styles: DateStyles, startsIn1904: Bool) throws(FileProblem) {
    listener = SheetListener(texts: texts, styles: styles, startsIn1904: startsIn1904)
    xml = try XMLPart(part, listener: listener)
  }

  var cells: RowCells { listener.cells }
  var line: Int { listener.row }
  var share: Double { xml.share }

  func next() throws(FileProblem) -> Bool {
    let found = try xml.read()
    if listener.isBroken { throw .damaged(part: xml.name, line: listener.row) }
    return found
  }
}
