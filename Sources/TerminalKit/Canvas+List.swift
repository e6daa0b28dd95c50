extension Canvas {
  /// Draws the part of a list around its selection, one row a line, from `top` up to but not at `bottom`.
  ///
  /// The chosen row is marked by a sign as well as by its style, and the real cursor stands on it.
  public mutating func list(
    _ selection: Selection, from top: Int, to bottom: Int, column: Int = 1,
    row: (inout Canvas, _ index: Int, _ line: Int, Style) -> Void
  ) {
    for (line, index) in zip(top..., selection.visible(in: bottom - top)) {
      let isChosen = index == selection.index
      if isChosen {
        fill(Rect(column: column, row: line, columns: size.columns - column, rows: 1), style: .selected)
        write(">", column: column, row: line, style: .selected)
      }
      row(&self, index, line, isChosen ? .selected : .plain)
      if isChosen { cursor = Position(column: column, row: line) }
    }
  }
}
