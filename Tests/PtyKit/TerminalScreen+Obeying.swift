import TerminalKit

extension TerminalScreen {
  mutating func obey(_ control: UInt8) {
    switch control {
    case 8: moveTo(column: cursor.column - 1, row: cursor.row)
    case 9: moveTo(column: (cursor.column / 8 + 1) * 8, row: cursor.row)
    case 10, 11, 12: lineFeed()
    case 13: moveTo(column: 0, row: cursor.row)
    case 0, 7, 14, 15: break
    default: unknown.append("control \(control)")
    }
  }

  mutating func obeyEscape(_ final: Character) {
    switch final {
    case "7": saved = cursor
    case "8": moveTo(column: saved.column, row: saved.row)
    case "D": lineFeed()
    case "E":
      cursor.column = 0
      lineFeed()
    case "M": reverseLineFeed()
    case "c": self = TerminalScreen(columns: columns, rows: rows)
    case "=", ">", "\\", "H", "g": break
    default: unknown.append("Esc \(final)")
    }
  }

  mutating func obey(_ sequence: ControlSequence) {
    if move(sequence) || edit(sequence) || erase(sequence) { return }
    switch sequence.name {
    case "m": paint(sequence.numbers)
    case "r":
      let top = sequence.number(0, or: 1) - 1
      region = top..<max(top + 1, min(rows, sequence.number(1, or: rows)))
      moveTo(column: 0, row: 0)
    case "?h", "?l": for mode in sequence.numbers { set(mode, sequence.name == "?h") }
    case "s": saved = cursor
    case "u": moveTo(column: saved.column, row: saved.row)
    case "h", "l", "t", "c", ">c", "n", "q", " q", "!p", ">4m", ">m", "g": break
    default: unknown.append(String(decoding: sequence.raw.dropFirst(), as: UTF8.self))
    }
  }

  private mutating func move(_ sequence: ControlSequence) -> Bool {
    let (column, row, count) = (cursor.column, cursor.row, sequence.count)
    switch sequence.name {
    case "A": moveTo(column: column, row: max(row - count, row >= region.lowerBound ? region.lowerBound : 0))
    case "B", "e": moveTo(column: column, row: min(row + count, row < region.upperBound ? region.upperBound - 1 : rows))
    case "C", "a": moveTo(column: column + count, row: row)
    case "D": moveTo(column: column - count, row: row)
    case "E": moveTo(column: 0, row: row + count)
    case "F": moveTo(column: 0, row: row - count)
    case "G", "`": moveTo(column: count - 1, row: row)
    case "d": moveTo(column: column, row: count - 1)
    case "H", "f": moveTo(column: sequence.number(1, or: 1) - 1, row: sequence.number(0, or: 1) - 1)
    case "I": moveTo(column: (column / 8 + count) * 8, row: row)
    case "Z": moveTo(column: max(0, (column + 7) / 8 - count) * 8, row: row)
    default: return false
    }
    return true
  }

  private mutating func edit(_ sequence: ControlSequence) -> Bool {
    wrapIsPending = sequence.name == "m" && wrapIsPending
    switch sequence.name {
    case "@": insert(sequence.count)
    case "P": delete(sequence.count)
    case "L": scroll(cursor.row..<max(cursor.row + 1, region.upperBound), by: -sequence.count)
    case "M": scroll(cursor.row..<max(cursor.row + 1, region.upperBound), by: sequence.count)
    case "S": scroll(region, by: sequence.count)
    case "T": scroll(region, by: -sequence.count)
    case "b": for scalar in repeatElement(last.unicodeScalars, count: sequence.count).joined() { show(scalar) }
    default: return false
    }
    return true
  }

  private mutating func erase(_ sequence: ControlSequence) -> Bool {
    let which = sequence.numbers.first ?? 0
    switch sequence.name {
    case "X": erase(columns: cursor.column..<cursor.column + sequence.count, row: cursor.row)
    case "K":
      erase(columns: (which == 0 ? cursor.column : 0)..<(which == 1 ? cursor.column + 1 : columns), row: cursor.row)
    case "J":
      if which == 0 { erase(columns: cursor.column..<columns, row: cursor.row) }
      if which == 1 { erase(columns: 0..<cursor.column + 1, row: cursor.row) }
      let others = which == 0 ? cursor.row + 1..<max(cursor.row + 1, rows) : which == 1 ? 0..<cursor.row : 0..<rows
      for row in others { erase(columns: 0..<columns, row: row) }
    default: return false
    }
    return true
  }

  private mutating func set(_ mode: Int, _ on: Bool) {
    switch mode {
    case 25: cursorIsVisible = on
    case 47, 1047, 1049:
      guard on != isOnSecondScreen else { return }
      isOnSecondScreen = on
      if on {
        (firstScreen, saved) = (cells, cursor)
        cells = Self.blank(columns, rows)
      } else {
        let old = firstScreen ?? Self.blank(columns, rows)
        cells = old.count == rows && old.first?.count == columns ? old : Self.blank(columns, rows)
        moveTo(column: saved.column, row: saved.row)
      }
    case 2004: pasteIsBracketed = on
    default: break
    }
  }

  private mutating func paint(_ numbers: [Int]) {
    var numbers = (numbers.isEmpty ? [0] : numbers)[...]
    while let number = numbers.popFirst() {
      switch number {
      case 0: look = Look()
      case 1: look.isBold = true
      case 2: look.isFaint = true
      case 4: look.isUnderlined = true
      case 7: look.isReversed = true
      case 22: (look.isBold, look.isFaint) = (false, false)
      case 24: look.isUnderlined = false
      case 27: look.isReversed = false
      case 30...37: look.colour = number - 30
      case 90...97: look.colour = number - 82
      case 39: look.colour = nil
      case 38 where numbers.first == 5:
        look.colour = numbers.dropFirst().first
        numbers = numbers.dropFirst(2)
      case 48 where numbers.first == 5: numbers = numbers.dropFirst(2)
      default: break
      }
    }
  }
}
