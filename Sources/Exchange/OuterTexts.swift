import Casework

/// What a list says outside of its rows and is not known to be harmless, with the rows that it may be about.
struct OuterTexts {
  private static let most = 20
  private static let longest = 200

  private var found: [(place: ListText.Place, text: String, rows: ClosedRange<Int>?)] = []
  /// Lines below the last row so far.
  private var waiting: [(text: String, rows: Int)] = []

  /// Keeps a text about some of the rows, or about all of them.
  mutating func add(_ text: String, at place: ListText.Place, about rows: ClosedRange<Int>? = nil) {
    if text.isEmpty || found.contains(where: { $0.place == place && $0.text == text }) { return }
    guard found.count < Self.most else {
      // What is not kept is asked about as well.
      if found.count == Self.most { found.append((place, ListText.cut, nil)) }
      return
    }
    found.append((place, Self.line(text), rows))
  }

  /// A line that is about nobody, below so many rows.
  mutating func add(_ line: String, below rows: Int) {
    if waiting.count <= Self.most { waiting.append((line, rows)) }
  }

  /// A row follows: what stands between rows is about those below, unless it says that it is about those above.
  mutating func goOn() {
    if waiting.isEmpty { return }
    for (line, above) in waiting where !HarmlessText.isAll(of: line) {
      let isAbove = above > 0 && Self.above.contains(where: line.contains)
      // Each row below has such a title in its remark.
      if !isAbove, Denial.isTold(inTitle: line) { continue }
      add(line, at: .between, about: isAbove ? 1...above : (above + 1)...Int.max)
    }
    waiting.removeAll()
  }

  /// All of them, once no row follows.
  ///
  /// - Parameters:
  ///   - rows: how many rows the list has.
  ///   - agrees: whether a number of people is that of the rows.
  func all(
    of rows: Int, counting agrees: @escaping (Int) -> Bool
  ) -> [(place: ListText.Place, text: String, rows: ClosedRange<Int>)] {
    if rows == 0 { return [] }
    var texts = self
    for (line, above) in waiting where above > 0 && !HarmlessText.isAll(of: line, counting: agrees) {
      texts.add(line, at: .below, about: 1...above)
    }
    return texts.found.map { place, text, range in
      (place, text, (range ?? 1...rows).clamped(to: 1...rows))
    }
  }

  private static let above = ["以上", "上述", "上列", "上表", "前述"]

  /// In one line, with a sign where it is cut.
  private static func line(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > longest ? line.prefix(longest) + ListText.cut : line
  }
}
