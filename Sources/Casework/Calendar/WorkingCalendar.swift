/// Which days are worked: the State Council's notices where they are known, else Monday to Friday.
public struct WorkingCalendar: Hashable, Sendable {
  private var tables: [Int: YearTable]
  /// Whether a day is worked, for the days whose weekday does not say so.
  private var exceptions: [Int: Bool]

  /// The years shipped with the program.
  public static let builtIn = WorkingCalendar(tables: shippedTables)

  /// The shipped years, with the office's own over them: of a year that is shipped only the days that a file names change.
  public init(overrides: [YearTable] = []) {
    let shipped = WorkingCalendar.shippedTables
    self =
      overrides.isEmpty
      ? .builtIn
      : WorkingCalendar(
        tables: shipped
          + overrides.map { table in shipped.first { $0.year == table.year }?.overridden(by: table) ?? table })
  }

  private init(tables: [YearTable]) {
    self.tables = Dictionary(tables.map { ($0.year, $0) }, uniquingKeysWith: { $1 })
    exceptions = [:]
    for table in self.tables.values {
      for day in table.workedWeekends { exceptions[day.ordinal] = true }
      for day in table.holidays { exceptions[day.ordinal] = false }
    }
  }

  /// The years for which a notice is known.
  public var coveredYears: [Int] { tables.values.filter(\.covered).map(\.year).sorted() }

  public func covers(_ year: Int) -> Bool { tables[year]?.covered ?? false }

  /// Whether every year between two days, theirs too, is covered.
  public func covers(from start: Day, to end: Day) -> Bool {
    let years = [start.year, end.year].sorted()
    return (years[0]...years[1]).allSatisfy(covers)
  }

  /// The table of a year; an uncovered one where no notice is known.
  public func year(_ year: Int) -> YearTable { tables[year] ?? YearTable(uncovered: year) }

  /// Whether offices work on that day.
  public func isWorkingDay(_ day: Day) -> Bool { isWorkingDay(day.ordinal) }

  /// The day `n` working days after `day`, which itself is not counted; with `n` = 0 the day itself or the next
  /// working day, and with a negative `n` as many working days before it.
  ///
  /// It is provisional when a day that was counted through lies in a year without a notice.
  public func adding(_ n: Int, to day: Day) -> (day: Day, provisional: Bool) {
    let step = n < 0 ? -1 : 1
    var ordinal = n == 0 ? day.ordinal : day.ordinal + step
    let first = ordinal
    var left = max(abs(n), 1)
    while true {
      if isWorkingDay(ordinal) { left -= 1 }
      if left == 0 { break }
      ordinal += step
    }
    let years = [Day(ordinal: first).year, Day(ordinal: ordinal).year]
    let provisional = (min(years[0], years[1])...max(years[0], years[1])).contains { !covers($0) }
    return (Day(ordinal: ordinal), provisional)
  }

  /// The latest day that `adding` can come to once every year's notice is out.
  ///
  /// In a year without one, no weekend and no day that any known year had off is counted on.
  public func latest(_ n: Int, after day: Day) -> Day {
    let off = Set(tables.values.filter(\.covered).flatMap(\.holidays).map { $0.month * 100 + $0.day })
    var (last, left) = (day, n)
    while left > 0 {
      last = last.adding(days: 1)
      let isCertain = covers(last.year) || !off.contains(last.month * 100 + last.day)
      if isCertain && isWorkingDay(last) { left -= 1 }
    }
    return last
  }

  /// The working days after `start` up to and including `end`, negative when `end` comes first.
  ///
  /// It undoes `adding`: ten working days lie between a day and the tenth working day after it.
  public func workingDays(from start: Day, to end: Day) -> Int {
    if end < start { return -workingDays(from: end, to: start) }
    return (start.ordinal..<end.ordinal).count { isWorkingDay($0 + 1) }
  }

  private func isWorkingDay(_ ordinal: Int) -> Bool {
    exceptions[ordinal] ?? (((ordinal + 3) % 7 + 7) % 7 < 5)
  }
}

extension WorkingCalendar {
  private static let shippedTables: [YearTable] = {
    let text = table.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
    return text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      return Int(words[0]).map { year in
        YearTable(
          year: year, holidays: words.dropFirst().filter { !$0.hasPrefix("+") }.flatMap { days($0, in: year) },
          workedWeekends: words.filter { $0.hasPrefix("+") }.flatMap { days($0.dropFirst(), in: year) })
      }
    }
  }()

  /// `MMdd` or `MMdd-MMdd`.
  private static func days(_ span: Substring, in year: Int) -> [Day] {
    let ends = span.split(separator: "-").compactMap { Int($0) }
      .compactMap { Day(year: year, month: $0 / 100, day: $0 % 100)?.ordinal }
    guard let first = ends.first, let last = ends.last else { return [] }
    return (first...last).map { Day(ordinal: $0) }
  }
}
