/// Several lines of text that a person types, with its caret.
///
/// It knows its width, because going up and down depends on where lines break.
public struct TextArea: Equatable, Sendable {
  public let columns: Int
  public let limit: Int
  /// How many characters stand before the caret, line ends counted.
  public private(set) var caret: Int
  private var characters: [Character]

  public init(_ text: String = "", columns: Int, limit: Int = 2000) {
    self.columns = max(2, columns)
    self.limit = limit
    characters = Array(kept(text).prefix(limit))
    caret = characters.count
  }

  public var text: String { String(characters) }
  public var isEmpty: Bool { characters.isEmpty }

  /// The text as it is broken into lines.
  public var lines: [String] { ranges.map { String(characters[$0]) } }

  /// The caret's line and how many columns of it stand before the caret.
  public var caretPosition: Position {
    let row = ranges.lastIndex { $0.lowerBound <= caret } ?? 0
    return Position(column: columns(from: ranges[row].lowerBound, to: caret), row: row)
  }

  /// Does what the key says, and tells whether it was a key for text.
  @discardableResult
  public mutating func press(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .enter: insert("\n")
    case .backspace: backspace()
    case .delete: if caret < characters.count { characters.remove(at: caret) }
    case .left: caret = max(0, caret - 1)
    case .right: caret = min(characters.count, caret + 1)
    case .up: moveRows(-1)
    case .down: moveRows(1)
    case .home, .control("a"): caret = ranges[caretPosition.row].lowerBound
    case .end, .control("e"): caret = endOfRow(caretPosition.row)
    case .control("u"): (characters, caret) = ([], 0)
    case .control("w"): caret = characters.eraseWord(before: caret)
    default: return false
    }
    return true
  }

  /// Inserts a text, as much as there is room for: typing and pasting alike.
  public mutating func insert(_ text: String) {
    let inserted = kept(text).prefix(max(0, limit - characters.count))
    let before = Array(String(characters[..<caret]) + inserted)
    characters = Array(String(before) + String(characters[caret...]))
    caret = min(before.count, characters.count)
  }

  private mutating func backspace() {
    guard caret > 0 else { return }
    caret -= 1
    characters.remove(at: caret)
  }

  private mutating func moveRows(_ rows: Int) {
    let position = caretPosition
    let row = position.row + rows
    guard ranges.indices.contains(row) else { return }
    var index = ranges[row].lowerBound
    let end = endOfRow(row)
    var column = 0
    while index < end, column + characters[index].columns <= position.column {
      column += characters[index].columns
      index += 1
    }
    caret = index
  }

  /// The last caret place that is still on this row: before the break where the row goes on in the next.
  private func endOfRow(_ row: Int) -> Int {
    let end = ranges[row].upperBound
    let goesOn = row + 1 < ranges.count && ranges[row + 1].lowerBound == end
    return goesOn ? max(ranges[row].lowerBound, end - 1) : end
  }

  private var ranges: [Range<Int>] { lineRanges(of: characters, columns: columns) }

  private func columns(from start: Int, to end: Int) -> Int {
    characters[start..<max(start, end)].reduce(0) { $0 + $1.columns }
  }
}

extension Canvas {
  /// Draws as many lines as fit, the caret's among them; where it is focused the real cursor stands at its caret.
  public mutating func area(_ area: TextArea, column: Int, row: Int, rows: Int, isFocused: Bool) {
    let style: Style = isFocused ? .fieldFocused : .field
    let room = Rect(column: column, row: row, columns: area.columns, rows: rows)
    let caret = area.caretPosition
    let first = max(0, caret.row - max(1, rows) + 1)
    inside(room) { canvas in
      canvas.fill(Rect(column: 0, row: 0, columns: canvas.size.columns, rows: canvas.size.rows), style: style)
      for (line, text) in area.lines.dropFirst(first).prefix(max(0, rows)).enumerated() {
        canvas.write(text, column: 0, row: line, style: style)
      }
      if isFocused { canvas.cursor = Position(column: caret.column, row: caret.row - first) }
    }
  }
}

private func kept(_ text: String) -> String {
  String(text.map { $0.isNewline ? "\n" : $0 == "\t" ? " " : $0 }.filter { $0 == "\n" || $0.isTypeable })
}
