import Casework

/// What the last cells of all rows tell of whether the one at the end of a text is whole.
///
/// Very many files lack the last line end and are whole; half a file looks the same unless its last cell tells.
struct LastCell {
  /// How many bytes the cell of the last column takes in the rows so far; `nil` once that differs.
  private var width: Int?
  private var rows = 0
  /// Whether a month or a day with its leading zero, or eight digits, show that no date is written shorter than another.
  private var isPadded = false

  /// Whether dates of one length stand in the last column of all rows before, and a shorter one in this.
  mutating func isShortened(in cells: RowCells, under columns: Columns) -> Bool {
    let column = columns.headings.count - 1
    let own = column < cells.count ? cells.places[column].end - cells.places[column].start : 0
    defer {
      width = rows == 0 || width == own ? own : nil
      rows += 1
      if width != nil, !isPadded, own > 0 {
        isPadded = Self.isPadded(cells.bytes[cells.places[column].start..<cells.places[column].end])
      }
    }
    guard rows > 0, isPadded, let width, own < width else { return false }
    return Self.ofOneLength.contains(Self.field(of: columns))
  }

  /// Whether the cell could go on: a day of one digit, a remark, one that has not begun.
  ///
  /// What has one length is whole.
  func mayGoOn(in cells: RowCells, under columns: Columns) -> Bool {
    let column = columns.headings.count - 1
    if cells.count > columns.headings.count {
      return (columns.headings.count..<cells.count).contains { !cells.isBlank($0) }
    }
    guard column < cells.count else { return false }
    if cells.isBlank(column) { return true }
    let text = cells.text(column).trimmed
    switch Self.field(of: columns) {
    case "event_date", "birth": return Self.endsInADayOfOneDigit(text)
    case "identity", "old_identity", "new_identity", "declarant_identity":
      return text.utf8.count < IdentityNumber.length
    case "sex": return false
    default: return true
    }
  }

  private static let ofOneLength: Set<String> = ["event_date", "birth"]

  private static func field(of columns: Columns) -> String {
    columns.fieldOfColumn.last.flatMap { $0 }.map { columns.vocabulary.fields[$0].code } ?? ""
  }

  private static func isPadded(_ date: ArraySlice<UInt8>) -> Bool {
    let isDigit = { (byte: UInt8) in (48...57).contains(byte) }
    if date.count == 8, date.allSatisfy(isDigit) { return true }
    return date.indices.dropFirst().contains { date[$0] == 48 && !isDigit(date[$0 - 1]) }
  }

  private static func endsInADayOfOneDigit(_ text: String) -> Bool {
    guard let last = text.last, last.isASCII, last.isNumber, case .day = PoliceDate.parse(text) else { return false }
    return !(text.dropLast().last?.isNumber ?? false)
  }
}
