/// What somebody has noted at a cell.
enum CellNote {
  /// In one line; spreadsheets put the name of whoever notes something before it.
  static func text(_ written: String, by author: String) -> String {
    var said = written.trimmed
    for colon in [":", "："] where !author.isEmpty && said.hasPrefix(author + colon) {
      said = String(said.dropFirst(author.count + 1)).trimmed
    }
    return said.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
