/// The cells of one row as they lie in memory: UTF-8 bytes and where each cell begins and ends.
///
/// One value serves a whole file; each row overwrites the one before, so that a row costs no allocation.
final class RowCells {
  /// Where one cell stands in `bytes`.
  struct Place {
    var start: Int
    var end: Int
    var form: Form

    static let empty = Place(start: 0, end: 0, form: .plain)
  }

  enum Form: UInt8 {
    case plain
    case number
    /// Inside its quotes, with `""` for each quote.
    case escaped
    /// A quoted beginning with more text behind the closing quote.
    case irregular
  }

  // Read for every cell of every row, by whoever has the row alone: not asked each time whether somebody else is at it.
  @exclusivity(unchecked) var bytes: [UInt8] = []
  @exclusivity(unchecked) var places: [Place] = []

  /// Whether a filter or a person has hidden the row in its sheet.
  var isHidden = false
  /// Whether somebody has struck a cell of the row through, or a part of one.
  var isStruck = false
  /// The looks of its cells: the column, and in the last 16 bits 0 for a plain one; none where the file has no colours.
  @exclusivity(unchecked) var colours: [UInt32] = []
  /// What somebody has noted at cells of the row.
  var comment = ""
  /// The columns of formulas of which the file keeps no value.
  var unvalued: [Int] = []
  /// The columns of formulas of which the file keeps the value, which is read.
  var valued: [Int] = []

  /// Whether its day is that of a merged cell whose value stands in a row above.
  var isDayShared = false

  /// Whether the day numbers of the file count from 1904.
  var startsIn1904 = false

  init() {}

  /// One row on its own, which the next does not overwrite.
  init(copy row: RowCells) {
    bytes = row.bytes
    places = row.places
    isHidden = row.isHidden
    colours = row.colours
    startsIn1904 = row.startsIn1904
  }

  var count: Int { places.count }

  func text(_ column: Int) -> String {
    String(decoding: bytes[places[column].start..<places[column].end], as: UTF8.self)
  }

  func cell(_ column: Int) -> Cell {
    Cell(text: text(column), isNumberCell: places[column].form == .number, startsIn1904: startsIn1904)
  }

  /// Gives a cell another value, which is put behind all others.
  func set(_ column: Int, to text: [UInt8], form: Form) {
    while places.count <= column { places.append(.empty) }
    places[column] = Place(start: bytes.count, end: bytes.count + text.count, form: form)
    bytes.append(contentsOf: text)
  }

  /// Whether a cell holds nothing but spaces; cells beyond the end of a short row do.
  func isBlank(_ column: Int) -> Bool {
    column >= places.count || firstVisible(column) == places[column].end
  }

  var isBlank: Bool { firstFilledColumn == nil }

  var firstFilledColumn: Int? { places.indices.first { !isBlank($0) } }

  /// The first byte of a cell that is no space, else its end.
  func firstVisible(_ column: Int) -> Int {
    let place = places[column]
    return bytes.withUnsafeBufferPointer { bytes in
      var index = place.start
      while index < place.end {
        let width = blankWidth(bytes, at: index, limit: place.end)
        if width == 0 { break }
        index += width
      }
      return index
    }
  }

  /// Whether this is a row about somebody: more cells than a title fills, one of which begins as dates and numbers do.
  var tellOfSomebody: Bool {
    var (filled, isNumbered) = (0, false)
    for column in places.indices {
      let (start, end) = (firstVisible(column), places[column].end)
      if start == end { continue }
      filled += 1
      if !isNumbered, Self.isDigit(bytes[start]) {
        isNumbered = bytes[start..<end].count(where: Self.isDigit) >= Self.fewestOfDate
      }
      if filled > Self.mostOfTitle, isNumbered { return true }
    }
    return false
  }

  /// Whether more cells are filled than a title fills.
  var isWiderThanATitle: Bool {
    var filled = 0
    for column in places.indices where !isBlank(column) {
      filled += 1
      if filled > Self.mostOfTitle { return true }
    }
    return false
  }

  /// Whether a cell holds somebody's number, be it cut short, masked or with something behind it.
  func holdsANumber(_ column: Int) -> Bool {
    let start = firstVisible(column)
    guard start < places[column].end, Self.isDigit(bytes[start]) else { return false }
    var (digits, isPlain) = (0, true)
    for byte in bytes[start..<places[column].end] {
      if Self.isDigit(byte) || byte == UInt8(ascii: "*") { digits += 1 } else if byte > 0x7F { isPlain = false }
    }
    return digits >= (isPlain ? Self.fewestOfDate : Self.fewestOfNumber)
  }

  /// How many cells a title fills at most, how many digits a date has at least, and a number with more behind it.
  private static let mostOfTitle = 2
  private static let fewestOfNumber = 15
  private static let fewestOfDate = 6

  static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}

/// How many bytes the blank character at `index` takes; 0 where something visible stands.
///
/// Blank are spaces and control characters, the no-break and the ideographic space, zero-width characters.
@inline(__always)
private func blankWidth(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, limit: Int) -> Int {
  let first = bytes[index]
  if first <= 0x20 { return 1 }
  if first < 0xC2 || first > 0xEF { return 0 }
  if first == 0xC2 { return index + 1 < limit && bytes[index + 1] == 0xA0 ? 2 : 0 }
  guard index + 2 < limit else { return 0 }
  switch (first, bytes[index + 1], bytes[index + 2]) {
  case (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF), (0xE2, 0x80, 0x8B...0x8D): return 3
  default: return 0
  }
}
