extension Canvas {
  /// What a person would see, without styles: one line a row, trailing blanks cut.
  public var text: String {
    (0..<size.rows).map { row in
      trimmed(String((0..<size.columns).compactMap { self[$0, row].glyph }))
    }.joined(separator: "\n")
  }

  /// The same with each run of another style marked, as in `<selected>张三</>`, so that tests can check styles.
  public var styledText: String {
    (0..<size.rows).map { row in
      var line = ""
      var style = Style.plain
      for column in 0..<size.columns {
        let cell = self[column, row]
        if cell.style != style {
          if style != .plain { line += "</>" }
          if cell.style != .plain { line += "<\(cell.style)>" }
          style = cell.style
        }
        if let glyph = cell.glyph { line.append(glyph) }
      }
      return style == .plain ? trimmed(line) : line + "</>"
    }.joined(separator: "\n")
  }

  private func trimmed(_ line: String) -> String {
    guard let last = line.lastIndex(where: { $0 != " " }) else { return "" }
    return String(line[...last])
  }
}
