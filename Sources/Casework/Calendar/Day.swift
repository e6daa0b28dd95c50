/// A calendar day (proleptic Gregorian), without time or zone.
public struct Day: Hashable, Comparable, Sendable {
  /// Year, month and day in one word, because lists hold very many days; larger is later.
  private let packed: Int32

  public var year: Int { Int(packed >> 9) }
  public var month: Int { Int(packed >> 5 & 15) }
  public var day: Int { Int(packed & 31) }

  /// `nil` where the calendar has no such day (2025-02-30).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    packed = Int32(year << 9 | month << 5 | day)
  }

  /// The day `ordinal` days after 1970-01-01; beyond the years 1 to 9999 the nearest day of them.
  public init(ordinal: Int) {
    let shifted = min(max(ordinal, Day.firstOrdinal), Day.lastOrdinal) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    packed = Int32(year << 9 | month << 5 | day)
  }

  /// Reads `yyyy-MM-dd`, nothing else.
  public init?(iso text: String) {
    guard text.utf8.count == 10 else { return nil }
    var (year, month, day, place) = (0, 0, 0, 0)
    for byte in text.utf8 {
      if place == 4 || place == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard byte >= 48, byte <= 57 else { return nil }
        let digit = Int(byte) - 48
        if place < 4 {
          year = year * 10 + digit
        } else if place < 7 {
          month = month * 10 + digit
        } else {
          day = day * 10 + digit
        }
      }
      place += 1
    }
    self.init(year: year, month: month, day: day)
  }

  /// Days since 1970-01-01.
  public var ordinal: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// 1 Monday … 7 Sunday.
  public var weekday: Int { ((ordinal + 3) % 7 + 7) % 7 + 1 }

  /// `yyyy-MM-dd`.
  public var iso: String {
    String(unsafeUninitializedCapacity: 10) { bytes in
      func write(_ value: Int, at place: Int) {
        bytes[place] = UInt8(48 + value / 10)
        bytes[place + 1] = UInt8(48 + value % 10)
      }
      write(year / 100, at: 0)
      write(year % 100, at: 2)
      write(month, at: 5)
      write(day, at: 8)
      bytes[4] = UInt8(ascii: "-")
      bytes[7] = UInt8(ascii: "-")
      return 10
    }
  }

  public func adding(days: Int) -> Day { Day(ordinal: ordinal + days) }

  /// The same day of a later or earlier month, clamped to that month's end.
  public func adding(months: Int) -> Day {
    let total = min(max(year * 12 + (month - 1) + months, 12), 9999 * 12 + 11)
    let year = total / 12
    let month = total - year * 12 + 1
    let clamped = min(day, Day.length(ofMonth: month, year: year))
    return Day(ordinal: Day.ordinal(year: year, month: month) + clamped - 1)
  }

  public func adding(years: Int) -> Day { adding(months: years * 12) }

  /// Whole years completed between birth (`self`) and `day`.
  public func age(on day: Day) -> Int {
    let years = day.year - year
    return (day.month, day.day) < (month, self.day) ? years - 1 : years
  }

  public static func < (left: Day, right: Day) -> Bool { left.packed < right.packed }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    default: 31
    }
  }

  /// 0001-01-01 and 9999-12-31.
  static let firstOrdinal = -719_162
  private static let lastOrdinal = 2_932_896

  private static func ordinal(year: Int, month: Int) -> Int {
    guard let first = Day(year: year, month: month, day: 1) else {
      preconditionFailure("a month between 1 and 12 in the years 1 to 9999 has a first day")
    }
    return first.ordinal
  }
}

extension Day: CustomStringConvertible {
  public var description: String { iso }
}
