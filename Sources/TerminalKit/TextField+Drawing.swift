extension Canvas {
  /// Draws a field; where it is focused the real cursor stands at its caret.
  ///
  /// Text too long for its room moves by half a room at a time, so that both sides of the caret are seen.
  public mutating func field(
    _ field: TextField, column: Int, row: Int, columns: Int, isFocused: Bool
  ) {
    let room = max(0, min(columns, size.columns - column))
    let style: Style = isFocused ? .fieldFocused : .field
    fill(Rect(column: column, row: row, columns: room, rows: 1), style: style)
    let shown = field.isSecret ? Array(field.isEmpty ? "" : secretSign) : field.characters
    let caret = field.isSecret ? shown.count : field.caret
    let widths = shown.map(\.columns)
    let caretColumn = widths[..<caret].reduce(0, +)
    let first = firstShown(widths, caretColumn: caretColumn, room: room)
    write(String(shown[first...]), column: column, row: row, limit: room, style: style)
    if isFocused {
      let hidden = widths[..<first].reduce(0, +)
      cursor = Position(column: min(column + caretColumn - hidden, column + max(0, room - 1)), row: row)
    }
  }
}

/// The first character to show so that the caret's cell is in the room.
private func firstShown(_ widths: [Int], caretColumn: Int, room: Int) -> Int {
  guard caretColumn >= room, room > 1 else { return 0 }
  let half = max(1, room / 2)
  let start = ((caretColumn - room) / half + 1) * half
  var before = 0
  for (index, width) in widths.enumerated() {
    if before >= start { return index }
    before += width
  }
  return widths.count
}
