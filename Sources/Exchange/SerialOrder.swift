/// The numbers of rows as they come: 1-1 and 6.1 belong to the case of row 1 or 6, and are perhaps its family.
struct SerialOrder {
  private var last = -1

  /// Whether a number hangs on the last whole one; takes note of every whole one.
  mutating func hangs(_ cell: Span<UInt8>) -> Bool {
    var (place, number) = (0, 0)
    while place < cell.count, cell[place] == 0x20 { place += 1 }
    let start = place
    while place < cell.count, RowCells.isDigit(cell[place]), place - start < Self.longest {
      number = number * 10 + Int(cell[place]) - 48
      place += 1
    }
    guard place > start else { return false }
    var parts = 0
    while place < cell.count {
      // 6.0 is 6 in a workbook.
      if (49...57).contains(cell[place]) { parts += 1 }
      place += 1
    }
    if parts > 0 { return number == last }
    last = number
    return false
  }

  private static let longest = 9
}
