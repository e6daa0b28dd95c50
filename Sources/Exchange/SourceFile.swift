/// A table another office sent: CSV, tab-separated text or an XLSX workbook, recognised by what it holds.
public struct SourceFile: Sendable {
  public let path: String
  let vocabulary: HeadingVocabulary
  let options: ReadingOptions

  public init(path: String, vocabulary: HeadingVocabulary, options: ReadingOptions = ReadingOptions()) {
    self.path = path
    self.vocabulary = vocabulary
    self.options = options
  }

  /// Shows each row in file order, and says at the end what the file was.
  ///
  /// Throws a `FileProblem` where the file cannot be read, rows may have been shown before that: record them only
  /// when the whole file has gone through. Memory stays bounded however long the file is.
  @discardableResult
  public func forEachRow(_ body: (borrowing TableRow) throws -> Void) throws -> TableSummary {
    var head: [UInt8] = []
    let file = try InputFile(path: path)
    try file.read(1 << 16, into: &head)
    let kind = try FileKind.recognize(head)
    try kind.compare(withNameOf: path)
    switch kind {
    case .text: return try readText(file, head: head, body)
    case .zip: return try readWorkbook(body)
    }
  }

  private func readText(
    _ file: borrowing InputFile, head: [UInt8], _ body: (borrowing TableRow) throws -> Void
  ) throws -> TableSummary {
    let encoding = try EncodingRecognition.encoding(of: file, head: head, declared: options.encoding)
    let markLength = EncodingRecognition.markLength(encoding, head: head)
    let decoder = try TextDecoder(encoding)
    let delimiter = DelimiterRecognition.delimiter(
      of: Array(head.dropFirst(markLength)), decoder: decoder, vocabulary: vocabulary)
    let rows = try TextRows(
      path: path, encoding: encoding, decoder: decoder, markLength: markLength, delimiter: delimiter,
      chunkSize: options.chunkSize)

    var sorter = RowSorter(vocabulary: vocabulary)
    guard let columns = try read(rows, sorting: &sorter, body) else { throw sorter.headingProblem }
    if let line = sorter.lineCutShort, try !endsALine(encoding) { throw FileProblem.cutShort(line: line) }
    return try summary(
      of: sorter, columns: columns, format: delimiter == 9 ? .tsv : .csv, encoding: encoding)
  }

  /// Whether the last bytes of the text end a line.
  private func endsALine(_ encoding: TextEncoding) throws(FileProblem) -> Bool {
    let file = try InputFile(path: path)
    let width = encoding == .utf16LittleEndian || encoding == .utf16BigEndian ? 2 : 1
    guard let last = try file.last(width) else { return true }
    return last.contains(10) || last.contains(13)
  }

  private func readWorkbook(_ body: (borrowing TableRow) throws -> Void) throws -> TableSummary {
    let workbook = try Workbook(path: path)
    var problem: FileProblem?
    let candidates = try workbook.candidates(named: options.sheet)
    for sheet in candidates {
      var sorter = RowSorter(vocabulary: vocabulary)
      let rows = try workbook.rows(of: sheet)
      if let columns = try read(rows, sorting: &sorter, body) {
        let others = workbook.sheets.filter { $0.isVisible && $0.name != sheet.name }.map(\.name)
        return try summary(of: sorter, columns: columns, format: .xlsx, sheet: sheet.name, otherSheets: others)
      }
      if problem?.code != .missingHeading { problem = sorter.headingProblem }
    }
    throw problem ?? RowSorter(vocabulary: vocabulary).headingProblem
  }

  /// Shows the rows under the headings; `nil` where there are no headings.
  private func read(
    _ source: some RowSource, sorting sorter: inout RowSorter, _ body: (borrowing TableRow) throws -> Void
  ) throws -> Columns? {
    while try source.next() {
      let kind = try sorter.sort(source.cells, line: source.line)
      if sorter.isWithoutHeadings { return nil }
      guard kind == .row, let columns = sorter.columns else { continue }
      try body(
        TableRow(
          number: sorter.rows, line: source.line, share: source.share, cells: source.cells, columns: columns))
    }
    return sorter.columns
  }

  private func summary(
    of sorter: RowSorter, columns: Columns, format: TableFormat, encoding: TextEncoding? = nil, sheet: String? = nil,
    otherSheets: [String] = []
  ) throws(FileProblem) -> TableSummary {
    if sorter.rows == 0 { throw .noRows }
    let headings = columns.headings.indices.map { column in
      TableSummary.Heading(
        text: columns.headings[column], field: columns.fieldOfColumn[column].map { vocabulary.fields[$0].code })
    }
    return TableSummary(
      format: format, encoding: encoding, sheet: sheet, otherSheets: otherSheets, rows: sorter.rows,
      passedOver: sorter.passedOver, headings: headings)
  }
}
