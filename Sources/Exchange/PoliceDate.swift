public import Casework

/// Reads dates as other offices write them.
public enum PoliceDate {
  /// Reads a cell: `20260131`, `2026-01-31`, `2026/1/31`, `2026.1.31`, `2026年1月31日`, each also with a time behind
  /// it and in full-width digits, and the day number 46053 of Excel (44591 where it counts from 1904).
  ///
  /// A number of five digits is always a day number: nobody writes a date so.
  public static func parse(_ cell: Cell) -> EventDate {
    let text = cell.text
    if let day = Day(iso: text) { return .day(day) }
    if text.isEmpty { return .missing }
    let scalars = text.unicodeScalars.compactMap(plain)
    let spelled = scalars.drop { $0 == " " || $0 == "'" }
    guard let first = spelled.first else { return .missing }
    if !("0"..."9").contains(first), isPlaceholder(spelled) { return .missing }

    var reader = DigitReader(spelled)
    let number = reader.digits()
    switch number.count {
    case 8 where reader.restIsTime: return date(number.value / 10_000, number.value / 100 % 100, number.value % 100)
    case 12, 14:
      let day = number.value / (number.count == 12 ? 10_000 : 1_000_000)
      if reader.isAtEnd { return date(day / 10_000, day / 100 % 100, day % 100) }
    case 5 where reader.restIsFraction: return .day(Day(ordinal: number.value - (cell.startsIn1904 ? 24_107 : 25_569)))
    case 4:
      guard reader.takeSeparator() else { break }
      let month = reader.digits()
      guard (1...2).contains(month.count), reader.takeSeparator() else { break }
      let day = reader.digits()
      guard (1...2).contains(day.count) else { break }
      reader.takeDayWord()
      if reader.restIsTime { return date(number.value, month.value, day.value) }
    default: break
    }
    return .unreadable(text.trimmed)
  }

  public static func parse(_ text: String, isNumberCell: Bool = false) -> EventDate {
    parse(Cell(text: text, isNumberCell: isNumberCell))
  }

  /// The first day of a month that is all that is written: 2026年10月, 202610, 2026-10.
  static func month(_ text: String) -> Day? {
    let written = String(String.UnicodeScalarView(text.unicodeScalars.compactMap(plain))).trimmed
    guard let told = written.wholeMatch(of: /(20[0-9]{2}) ?[-\/.年]? ?([0-9]{1,2}) ?(?:月份?)?/),
      let year = Int(told.1), let month = Int(told.2)
    else { return nil }
    return Day(year: year, month: month, day: 1)
  }

  /// The day of which a month and a day alone are written, in a year: 9月10日, 9.10.
  static func day(_ text: String, in year: Int) -> Day? {
    let written = String(String.UnicodeScalarView(text.unicodeScalars.compactMap(plain))).trimmed
    guard let told = written.wholeMatch(of: /([0-9]{1,2}) ?[-\/.月] ?([0-9]{1,2}) ?[日号]?/),
      let month = Int(told.1), let day = Int(told.2)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// Whether a text is a time of day without its day: 10:30, 上午10时许.
  static func isTimeOfDay(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(timesOfDay.contains) }

  private static let timesOfDay = Set("0123456789０１２３４５６７８９:：时分秒点上下中午夜凌晨早晚许左右约 ".unicodeScalars)

  private static func date(_ year: Int, _ month: Int, _ day: Int) -> EventDate {
    Day(year: year, month: month, day: day).map(EventDate.day) ?? .impossible(year: year, month: month, day: day)
  }

  /// Full-width signs as ASCII, every dash as one, invisible characters dropped.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x09...0x0D, 0xA0, 0x3000: " "
    case 0x200B...0x200F, 0xFEFF: nil
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
    case 0x2010...0x2015, 0x2212: "-"
    case 0x3002: "."
    default: scalar
    }
  }

  /// What people write where there is no date.
  private static func isPlaceholder(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    if scalars.allSatisfy({ "-/. ".unicodeScalars.contains($0) }) { return true }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return ["无", "空", "null", "不详"].contains(String(text).lowercased().trimmed)
  }
}

/// Takes a date apart from its front.
private struct DigitReader {
  private static let timeSigns = Set("0123456789:.+-TtZz 时分秒点上下中午晚凌晨周星期一二三四五六日天()AaPpMm".unicodeScalars)

  private var rest: ArraySlice<Unicode.Scalar>

  init(_ scalars: ArraySlice<Unicode.Scalar>) { rest = scalars }

  var isAtEnd: Bool { rest.allSatisfy { $0 == " " } }

  /// The digits that come next; at most 14 count.
  mutating func digits() -> (value: Int, count: Int) {
    let run = rest.prefix { ("0"..."9").contains($0) }
    rest = rest.dropFirst(run.count)
    return (run.prefix(14).reduce(0) { $0 * 10 + Int($1.value) - 48 }, run.count)
  }

  mutating func takeSeparator() -> Bool {
    let trimmed = rest.drop { $0 == " " }
    guard let sign = trimmed.first, "-/.年月".unicodeScalars.contains(sign) else { return false }
    rest = trimmed.dropFirst().drop { $0 == " " }
    return true
  }

  mutating func takeDayWord() {
    let trimmed = rest.drop { $0 == " " }
    if let word = trimmed.first, "日号".unicodeScalars.contains(word) { rest = [" "] + trimmed.dropFirst() }
  }

  /// Nothing more, or a time of day or a weekday.
  var restIsTime: Bool {
    guard let first = rest.first else { return true }
    guard first == " " || first == "T" || first == "t" || first == "(" else { return false }
    return rest.dropFirst().allSatisfy(Self.timeSigns.contains)
  }

  /// A time of day as the fraction of a day number.
  var restIsFraction: Bool {
    if isAtEnd { return true }
    return rest.first == "." && rest.dropFirst().allSatisfy { ("0"..."9").contains($0) || $0 == " " }
  }
}
