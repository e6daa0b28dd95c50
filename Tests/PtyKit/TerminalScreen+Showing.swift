import TerminalKit

extension TerminalScreen {
  mutating func show(_ scalar: Unicode.Scalar) {
    let width = scalar.columns ?? 0
    guard width > 0 else { return mark(scalar) }
    if wrapIsPending || cursor.column + width > columns {
      cursor.column = 0
      lineFeed()
    }
    guard width <= columns else { return }
    put(Character(scalar), width: width)
    last = Character(scalar)
    wrapIsPending = cursor.column + width >= columns
    cursor.column = min(columns - 1, cursor.column + width)
  }

  /// Sets a glyph at the cursor; a wide character that loses a half loses the other too.
  private mutating func put(_ glyph: Character, width: Int) {
    let row = cursor.row
    for column in cursor.column..<cursor.column + width { unpair(column, row) }
    cells[row][cursor.column] = Cell(glyph: glyph, look: look)
    if width == 2 { cells[row][cursor.column + 1] = Cell(glyph: nil, look: look) }
  }

  private mutating func unpair(_ column: Int, _ row: Int) {
    if cells[row][column].glyph == nil, column > 0 {
      cells[row][column - 1].glyph = " "
      cells[row][column].glyph = " "
    }
    if column + 1 < columns, cells[row][column + 1].glyph == nil { cells[row][column + 1].glyph = " " }
  }

  /// Adds a mark to the character before the cursor.
  private mutating func mark(_ scalar: Unicode.Scalar) {
    var column = wrapIsPending ? cursor.column : cursor.column - 1
    while column > 0, cells[cursor.row][column].glyph == nil { column -= 1 }
    guard column >= 0, let base = cells[cursor.row][column].glyph else { return }
    let marked = String(base) + String(Character(scalar))
    if marked.count == 1 { cells[cursor.row][column].glyph = Character(marked) }
  }

  mutating func moveTo(column: Int, row: Int) {
    wrapIsPending = false
    cursor = Position(column: max(0, min(column, columns - 1)), row: max(0, min(row, rows - 1)))
  }

  mutating func lineFeed() {
    wrapIsPending = false
    if cursor.row == region.upperBound - 1 {
      scroll(region, by: 1)
    } else {
      cursor.row = min(rows - 1, cursor.row + 1)
    }
  }

  mutating func reverseLineFeed() {
    wrapIsPending = false
    if cursor.row == region.lowerBound { scroll(region, by: -1) } else { cursor.row = max(0, cursor.row - 1) }
  }

  /// Moves lines up, or down where `count` is negative; blank ones follow.
  mutating func scroll(_ range: Range<Int>, by count: Int) {
    let blank = Array(repeating: Cell(glyph: " ", look: Look()), count: columns)
    for _ in 0..<min(abs(count), range.count) {
      if count > 0 {
        cells.remove(at: range.lowerBound)
        cells.insert(blank, at: range.upperBound - 1)
      } else {
        cells.remove(at: range.upperBound - 1)
        cells.insert(blank, at: range.lowerBound)
      }
    }
  }

  mutating func erase(columns range: Range<Int>, row: Int) {
    let range = range.clamped(to: 0..<columns)
    for column in range {
      unpair(column, row)
      cells[row][column] = Cell(glyph: " ", look: Look())
    }
  }

  mutating func insert(_ count: Int) {
    for _ in 0..<min(count, columns - cursor.column) {
      cells[cursor.row].removeLast()
      cells[cursor.row].insert(Cell(glyph: " ", look: Look()), at: cursor.column)
    }
  }

  mutating func delete(_ count: Int) {
    for _ in 0..<min(count, columns - cursor.column) {
      cells[cursor.row].remove(at: cursor.column)
      cells[cursor.row].append(Cell(glyph: " ", look: Look()))
    }
  }
}
