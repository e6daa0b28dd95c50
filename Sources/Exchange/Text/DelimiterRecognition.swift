/// Finds out what separates the cells of a text file: the sign under which its top shows the most known headings.
enum DelimiterRecognition {
  static func delimiter(of head: [UInt8], decoder: TextDecoder, vocabulary: HeadingVocabulary) -> Delimiter {
    let cells = RowCells()
    cells.bytes = [UInt8](repeating: 0, count: 3 * head.count + 8)
    let decoded = head.withUnsafeBufferPointer { head in
      cells.bytes.withUnsafeMutableBytes { decoder.decode(head, into: $0) }
    }
    var best = (delimiter: Delimiter.comma, known: 0, cells: 0)
    for delimiter in Delimiter.all where delimiter.stands(in: cells.bytes[..<decoded.written]) {
      let (known, width, isWhole) = headings(
        in: cells, end: decoded.written, delimiter: delimiter, vocabulary: vocabulary)
      if (known, width) > (best.known, best.cells) { best = (delimiter, known, width) }
      // Cut by another sign, none of these headings would be known.
      if isWhole { break }
    }
    return best.delimiter
  }

  /// The most known headings in one row near the top, the most cells, and whether one row is known whole.
  private static func headings(
    in cells: RowCells, end: Int, delimiter: Delimiter, vocabulary: HeadingVocabulary
  ) -> (known: Int, width: Int, isWhole: Bool) {
    let splitter = RowSplitter(delimiter: delimiter.byte)
    var start = 0
    var known = 0
    var width = 1
    var rows = 0
    let original = cells.bytes
    defer { cells.bytes = original }
    let end = delimiter.fold(&cells.bytes, from: 0, to: end)
    while start < end, rows < RowSorter.headingDepth * 2 {
      guard case .row(let next, _) = splitter.split(cells, from: start, to: end, isLast: true) else { break }
      let columns = cells.tellOfSomebody ? nil : Columns(Columns.texts(of: cells), in: vocabulary)
      known = max(known, columns?.knownCount ?? 0)
      width = max(width, cells.count)
      // Where every cell is a known heading, no row below tells more.
      if let columns, columns.knownCount > 1, columns.knownCount == columns.headingCount { return (known, width, true) }
      start = next
      rows += 1
    }
    return (known, width, false)
  }
}
