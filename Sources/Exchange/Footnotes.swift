import Casework

/// Lines of a list that are about nobody and stand below its rows: they may say that one of those lives.
///
/// A line between rows counts where it speaks of what is above it.
struct Footnotes {
  private static let most = 20
  private static let longest = 200

  private(set) var found: [(text: String, rows: Int)] = []
  private var waiting: [(text: String, rows: Int)] = []

  /// - Parameters:
  ///   - rows: how many rows stand above the line.
  ///   - isTotal: whether it counts the list or says who made it, which names people of the office.
  mutating func add(_ cells: RowCells, below rows: Int, isTotal: Bool = false) {
    let texts = Columns.texts(of: cells).filter { !$0.isEmpty }
    guard rows > 0, texts.count <= 2 || isTotal, found.count + waiting.count < Self.most else { return }
    let line = texts.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if isTotal, !Denial.isTold(inFootnote: line) { return }
    waiting.append((String(line.prefix(Self.longest)), rows))
  }

  /// A row follows.
  mutating func goOn() {
    if waiting.isEmpty { return }
    found += waiting.filter { line in Self.above.contains { line.text.contains($0) } }
    waiting.removeAll()
  }

  /// All of them, once no row follows.
  var all: [(text: String, rows: Int)] { found + waiting }

  private static let above = ["以上", "上述", "上列", "上表", "前述"]
}
