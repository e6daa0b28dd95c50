import Casework

/// How a number of a sheet reads as text.
enum SheetNumber {
  /// Short whole numbers as their digits, others shortest; 16 and more digits as the file has them, since the last
  /// ones are lost and must not be made up.
  static func text(_ raw: String) -> String {
    guard let value = Double(raw), value.isFinite, value.magnitude < 1e15 else { return raw }
    return text(value)
  }

  /// The same for a number that a file keeps in binary.
  static func text(_ value: Double) -> String {
    if value == value.rounded(), value.magnitude < 1e15 { return String(Int(value)) }
    let shortest = value.description
    return shortest.contains("e") && value.magnitude >= 1e15 && value.magnitude < 1e19
      ? String(Int64(value)) : shortest
  }

  /// Whether digits are a whole number as it should be shown already.
  static func isPlain(_ digits: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = digits.first, first != 48 || digits.count == 1, digits.count <= 15 else { return false }
    return digits.allSatisfy { $0 >= 48 && $0 <= 57 }
  }

  /// A date cell's day; `nil` where the number lies outside the calendar of a workbook.
  static func day(_ raw: String, startsIn1904: Bool) -> String? {
    Double(raw).flatMap { day($0, startsIn1904: startsIn1904) }
  }

  static func day(_ value: Double, startsIn1904: Bool) -> String? {
    guard value >= 1, value < 2_958_466 else { return nil }
    let serial = Int(value)
    if startsIn1904 { return Day(ordinal: serial - 24_107).iso }
    // Workbooks believe that 1900 was a leap year: 60 is a day that never was.
    if serial == 60 { return "1900-02-29" }
    return Day(ordinal: serial - (serial < 60 ? 25_568 : 25_569)).iso
  }
}
