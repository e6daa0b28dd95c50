/// One column of a table, and how it gives way where room is short.
public struct TableColumn: Hashable, Sendable {
  public var title: String
  /// The width it needs to be of use.
  public var columns: Int
  /// Columns of a low priority are left out first.
  public var priority: Int
  /// Takes up room that is left.
  public var grows: Bool
  public var alignsRight: Bool

  public init(_ title: String, columns: Int, priority: Int = 0, grows: Bool = false, alignsRight: Bool = false) {
    self.title = title
    self.columns = columns
    self.priority = priority
    self.grows = grows
    self.alignsRight = alignsRight
  }
}

/// Rows under headings.
///
/// It decides only where columns stand; the caller says what is in them.
public struct Table: Hashable, Sendable {
  public var columns: [TableColumn]

  public init(_ columns: [TableColumn]) { self.columns = columns }

  /// A column that is shown: which it is, where it begins and how wide it is.
  public struct Placed: Hashable, Sendable {
    public let index: Int
    public let column: Int
    public let columns: Int
  }

  /// The columns that find room in `width`, two blanks between them; the most important always does.
  public func placed(in width: Int) -> [Placed] {
    var kept = Array(columns.indices)
    while kept.count > 1, needed(kept) > width, let least = kept.reversed().min(by: isLess) {
      kept.removeAll { $0 == least }
    }
    let spare = max(0, width - needed(kept))
    let growing = kept.filter { columns[$0].grows }
    var column = 0
    return kept.map { index in
      var own = min(columns[index].columns, max(0, width - column))
      if let rank = growing.firstIndex(of: index) {
        own += spare / growing.count + (rank < spare % growing.count ? 1 : 0)
      }
      defer { column += own + gap }
      return Placed(index: index, column: column, columns: own)
    }
  }

  private func isLess(_ left: Int, _ right: Int) -> Bool { columns[left].priority < columns[right].priority }

  private func needed(_ kept: [Int]) -> Int {
    kept.reduce(0) { $0 + columns[$1].columns } + gap * max(0, kept.count - 1)
  }
}

private let gap = 2
private let mark = 2

extension Canvas {
  /// Draws headings, the page of rows around the selection and, in the last line, where it stands.
  ///
  /// The chosen row is marked by a sign as well as by its style, and the real cursor stands on it.
  public mutating func table(
    _ table: Table, selection: Selection, in rect: Rect, isFocused: Bool = true,
    style: (_ row: Int) -> Style = { _ in .plain }, cell: (_ row: Int, _ column: Int) -> String
  ) {
    inside(rect) { canvas in
      let placed = table.placed(in: canvas.size.columns - mark)
      for column in placed {
        canvas.cell(table.columns[column.index].title, in: column, of: table, row: 0, style: .heading)
      }
      let last = max(1, canvas.size.rows - 1)
      canvas.write(selection.position, column: mark, row: last, style: .faint)
      canvas.list(selection, from: 1, to: last, column: 0) { canvas, row, line, chosen in
        let style = chosen == .selected ? (isFocused ? Style.selected : .plain) : style(row)
        if chosen == .selected && !isFocused { canvas.fillRow(line) }
        for column in placed {
          canvas.cell(
            cell(row, column.index), in: column, of: table, row: line, style: style)
        }
      }
    }
  }

  private mutating func fillRow(_ row: Int) {
    fill(Rect(column: 1, row: row, columns: size.columns - 1, rows: 1))
  }

  private mutating func cell(
    _ text: String, in placed: Table.Placed, of table: Table, row: Int, style: Style
  ) {
    let start = mark + placed.column
    let limit = min(placed.columns, size.columns - start)
    guard limit > 0 else { return }
    if table.columns[placed.index].alignsRight {
      write(text, endingBefore: start + limit, row: row, limit: limit, style: style)
    } else {
      write(text.shortened(to: limit), column: start, row: row, style: style)
    }
  }
}
