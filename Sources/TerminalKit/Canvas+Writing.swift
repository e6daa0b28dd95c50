extension Canvas {
  /// Writes one line of text that ends before `column`, cut at `limit` columns; returns where it begins.
  @discardableResult
  public mutating func write(
    _ text: some StringProtocol, endingBefore column: Int, row: Int, limit: Int = .max, style: Style = .plain
  ) -> Int {
    let shown = text.shortened(to: min(limit, column))
    let start = column - shown.columns
    write(shown, column: start, row: row, style: style)
    return start
  }

  /// Writes text over several lines, broken as Chinese and English are, and returns how many rows it took; … ends what is cut.
  @discardableResult
  public mutating func writeWrapped(
    _ text: some StringProtocol, column: Int, row: Int, columns: Int = .max, rows: Int = .max, style: Style = .plain
  ) -> Int {
    let lines = text.wrapped(to: min(columns, size.columns - column), rows: rows)
    for (offset, line) in lines.enumerated() {
      write(line, column: column, row: row + offset, limit: columns, style: style)
    }
    return lines.count
  }

  /// Draws a horizontal rule: the only line there is, and in ASCII where someone listens to the screen.
  public mutating func rule(row: Int, column: Int = 0, columns: Int = .max, ascii: Bool = false) {
    let rest = Rect(column: column, row: row, columns: min(columns, max(0, size.columns - column)), rows: 1)
    fill(rest, with: ascii ? "-" : "─", style: .faint)
  }

  /// Draws keys and what they do, as many as fit whole; what is left out is found in the help.
  public mutating func keyLine(
    _ keys: [(label: String, name: String)], column: Int = 0, row: Int, columns: Int = .max
  ) {
    let edge = min(size.columns, columns < size.columns ? column + columns : size.columns)
    var column = column
    for (label, name) in keys {
      guard column + label.columns + 1 + name.columns <= edge else { return }
      column = write(label, column: column, row: row, style: .key) + 1
      column = write(name, column: column, row: row, style: .faint) + 2
    }
  }
}
