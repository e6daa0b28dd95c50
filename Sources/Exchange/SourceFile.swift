/// A table another office sent: text, a workbook of any age or a web page, recognised by what it holds.
public struct SourceFile: Sendable {
  public let path: String
  let vocabulary: HeadingVocabulary
  let options: ReadingOptions

  public init(path: String, vocabulary: HeadingVocabulary, options: ReadingOptions = ReadingOptions()) {
    self.path = path
    self.vocabulary = vocabulary
    self.options = options
  }

  /// The last part of its path, without the ending.
  private var name: String {
    let last = path.split(separator: "/").last ?? ""
    return String(last.lastIndex(of: ".").map { last[..<$0] } ?? last)
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
    case .zip: return try readBook(try Workbook(path: path), body)
    case .oldWorkbook: return try readBook(try OldWorkbook(path: path), body)
    case .page:
      let page = PageRows(try WholeText(path: path, head: head, declared: options.encoding))
      let summary = try readBook(Page(page), encoding: page.encoding, body)
      try page.checkIsWhole()
      return summary
    case .xmlWorkbook:
      let book = try XMLWorkbook(try WholeText(path: path, head: head, declared: options.encoding))
      return try readBook(book, encoding: book.encoding, body)
    }
  }

  /// Reads a text; where nobody has said its encoding and no list is found in it, looks whether it is one from elsewhere.
  private func readText(
    _ file: borrowing InputFile, head: [UInt8], _ body: (borrowing TableRow) throws -> Void
  ) throws -> TableSummary {
    do {
      return try readDecodedText(file, head: head, body)
    } catch let problem as FileProblem where options.encoding == .automatic && problem.mayBeAboutEncoding {
      throw OtherEncoding.name(of: head).map(FileProblem.otherEncoding) ?? problem
    }
  }

  private func readDecodedText(
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

    var list = ListReader(vocabulary: vocabulary, file: name, places: options.places)
    guard try list.read(rows, body) else { throw list.problem }
    let mayBeCut = list.lineCutShort != nil || list.rowPerhapsCut != nil
    let isCut = try mayBeCut && !endsALine(encoding)
    if isCut, let line = list.lineCutShort { throw FileProblem.cutShort(line: line) }
    var summary = try list.summary(format: delimiter == .tab ? .tsv : .csv, encoding: encoding)
    summary.rowPerhapsCut = isCut ? list.rowPerhapsCut : nil
    return summary
  }

  /// Whether the last bytes of the text end a line.
  private func endsALine(_ encoding: TextEncoding) throws(FileProblem) -> Bool {
    let file = try InputFile(path: path)
    let width = encoding == .utf16LittleEndian || encoding == .utf16BigEndian ? 2 : 1
    guard let last = try file.last(width) else { return true }
    return last.contains(10) || last.contains(13)
  }

  /// Reads the sheet asked for, else every visible one that has people, as one list.
  private func readBook(
    _ book: some Book, encoding: TextEncoding? = nil, _ body: (borrowing TableRow) throws -> Void
  ) throws -> TableSummary {
    var list = ListReader(vocabulary: vocabulary, file: name, places: options.places)
    var others: [String] = []
    let candidates = try book.candidates(named: options.sheet)
    for (index, sheet) in candidates.enumerated() {
      let name = book.sheets[sheet].name
      let isRead = try list.read(
        try book.rows(ofSheet: sheet), sheet: name, share: (index, candidates.count), body)
      if !isRead { others.append(name) }
    }
    let unread = try book.sheets.indices.filter { !candidates.contains($0) || others.contains(book.sheets[$0].name) }
      .compactMap { try UnreadSheet.text(of: book, sheet: $0, vocabulary: vocabulary) }
    if options.sheet != nil {
      others = book.sheets.filter(\.isVisible).map(\.name).filter { $0.trimmed != options.sheet?.trimmed }
    }
    return try list.summary(format: book.format, encoding: encoding, otherSheets: others, unread: unread)
  }
}
