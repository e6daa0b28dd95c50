import Casework

/// A sheet that is not read as a list: hidden, without headings, or left out by whoever named another one.
enum UnreadSheet {
  private static let mostLines = 60
  private static let longest = 400

  /// What stands on it, in one line; `nil` where that is known to be harmless.
  ///
  /// A visible list beside the one that somebody has named is no text about that one.
  static func text(of book: some Book, sheet: Int, vocabulary: HeadingVocabulary) throws(FileProblem) -> String? {
    let (name, isVisible) = (book.sheets[sheet].name, book.sheets[sheet].isVisible)
    let rows = try book.rows(ofSheet: sheet)
    var lines: [String] = []
    while lines.count < mostLines, try rows.next() {
      let texts = Columns.texts(of: rows.cells)
      if isVisible, Columns(texts, in: vocabulary)?.missing.isEmpty == true { return nil }
      let line = texts.filter { !$0.isEmpty }.joined(separator: " ")
      if !line.isEmpty { lines.append(line) }
    }
    // Boxes may stand on a sheet without a cell.
    lines += rows.outerTexts.map(\.text)
    let isHarmless = !Denial.isTold(inTitle: name) && lines.allSatisfy { HarmlessText.isAll(of: $0) }
    if lines.isEmpty || isHarmless { return nil }
    let said = "\(name)：\(lines.joined(separator: " / "))".split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return said.count > longest || lines.count == mostLines ? said.prefix(longest) + ListText.cut : said
  }
}
