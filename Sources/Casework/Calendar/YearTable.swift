/// The days off and the worked weekends of one year, as a notice of the State Council sets them.
public struct YearTable: Hashable, Sendable {
  public let year: Int
  /// All days off by the notice, also those on a weekend, in order.
  public let holidays: [Day]
  /// Saturdays and Sundays that are worked, in order.
  public let workedWeekends: [Day]
  /// Whether a notice stands behind it; without one a year is provisional.
  public let covered: Bool

  /// A year by notice; days of other years are left out.
  public init(year: Int, holidays: [Day], workedWeekends: [Day]) {
    self.year = year
    self.holidays = Set(holidays).filter { $0.year == year }.sorted()
    self.workedWeekends = Set(workedWeekends).filter { $0.year == year && $0.weekday > 5 }.sorted()
    covered = Self.isWhole(year, self.holidays)
  }

  /// Whether these are the holidays of a whole year: every notice has had New Year, the Spring Festival, Labour Day and
  /// National Day, so that a single day does not make a year known.
  private static func isWhole(_ year: Int, _ holidays: [Day]) -> Bool {
    func has(_ span: ClosedRange<Int>) -> Bool { holidays.contains { span.contains($0.month * 100 + $0.day) } }
    return has(101...101) && has(120...222) && has(501...501) && has(1001...1001)
  }

  /// A year whose notice is not known.
  public init(uncovered year: Int) {
    self.year = year
    holidays = []
    workedWeekends = []
    covered = false
  }

  /// The year with the days of another table as that one has them, and all others as they were.
  func overridden(by other: YearTable) -> YearTable {
    let (off, worked) = (Set(other.holidays), Set(other.workedWeekends))
    return YearTable(
      year: year, holidays: holidays.filter { !worked.contains($0) } + other.holidays,
      workedWeekends: workedWeekends.filter { !off.contains($0) } + other.workedWeekends)
  }

  /// How many days of the year are worked.
  public var workingDays: Int {
    guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31) else {
      return 0
    }
    let weekdays = (first.ordinal...last.ordinal).count { Day(ordinal: $0).weekday <= 5 }
    return weekdays - holidays.count { $0.weekday <= 5 } + workedWeekends.count
  }

  /// The table in the format that `YearTableFile` reads.
  public var text: String {
    let days = holidays.map { ($0, "休") } + workedWeekends.map { ($0, "班") }
    return days.sorted { $0.0 < $1.0 }.map { "\($0.0.iso) \($0.1)\n" }.joined()
  }
}
