import Casework
import Testing

private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

@Suite struct WorkingCalendarTests {
  private let calendar = WorkingCalendar.builtIn

  @Test(arguments: [
    ("2026-02-12", "2026-02-26", "2026-02-28", "2026-03-04"), ("2026-04-30", "2026-05-11", "2026-05-13", "2026-05-18"),
    ("2026-09-21", "2026-09-29", "2026-10-08", "2026-10-12"), ("2026-09-30", "2026-10-13", "2026-10-15", "2026-10-20"),
    ("2025-09-26", "2025-10-10", "2025-10-13", "2025-10-16"), ("2024-02-07", "2024-02-20", "2024-02-22", "2024-02-27"),
  ])
  func deadlinesFallWhereTheNoticesPutThem(_ start: String, _ five: String, _ seven: String, _ ten: String) throws {
    for (n, end) in [(5, five), (7, seven), (10, ten)] {
      let deadline = calendar.adding(n, to: try day(start))
      #expect(deadline.day.iso == end)
      #expect(!deadline.provisional)
      #expect(calendar.workingDays(from: try day(start), to: deadline.day) == n)
    }
  }

  @Test func aDeadlineBeyondTheLastNoticeIsProvisional() throws {
    for n in [5, 7, 10] { #expect(calendar.adding(n, to: try day("2026-12-25")).provisional) }
    #expect(calendar.adding(4, to: try day("2026-12-25")) == (try day("2026-12-31"), false))
    #expect(calendar.adding(5, to: try day("2026-12-25")).day.iso == "2027-01-01")
    #expect(calendar.adding(1, to: try day("2003-12-31")) == (try day("2004-01-02"), false))
    #expect(calendar.adding(0, to: try day("2027-03-01")) == (try day("2027-03-01"), true))
  }

  @Test func noDaysMeansTheDayItselfOrTheNextThatIsWorked() throws {
    #expect(calendar.adding(0, to: try day("2026-02-14")).day.iso == "2026-02-14")
    #expect(calendar.adding(0, to: try day("2026-02-15")).day.iso == "2026-02-24")
    #expect(calendar.adding(-1, to: try day("2026-02-24")).day.iso == "2026-02-14")
  }

  @Test func theYearsOfTheNoticesAreCovered() throws {
    #expect(calendar.coveredYears == Array(2004...2026))
    #expect(calendar.covers(2026) && !calendar.covers(2027))
    #expect([2024, 2025, 2026].map { calendar.year($0).workingDays } == [251, 248, 248])
    #expect(calendar.year(2026).holidays.count == 33)
    #expect(
      calendar.year(2026).workedWeekends.map(\.iso) == [
        "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10",
      ])
    #expect(calendar.year(2025).holidays.count == 28)
    #expect(!calendar.year(2027).covered && calendar.year(2027).workingDays == 261)
  }

  @Test func everyMonthHasAsManyWorkingDaysAsChinesecalendarCounts() throws {
    for (year, months) in workingDaysByMonth {
      for (index, expected) in months.enumerated() {
        let first = try #require(Day(year: year, month: index + 1, day: 1))
        let length = first.adding(months: 1).ordinal - first.ordinal
        let counted = (0..<length).count { calendar.isWorkingDay(first.adding(days: $0)) }
        #expect(counted == expected, "\(year)-\(index + 1)")
      }
      #expect(calendar.year(year).workingDays == months.reduce(0, +))
    }
  }

  @Test func theOfficesOwnYearTakesItsPlace() throws {
    let file = YearTableFile(
      reading: "2027-01-01 休\n2027-01-03 班\n2027-02-06 休\n2027-05-01 休\n2027-10-01 休\n")
    let longer = WorkingCalendar(overrides: file.tables)

    #expect(file.problems.isEmpty)
    #expect(longer.covers(2027) && longer.covers(2026))
    #expect(!longer.isWorkingDay(try day("2027-01-01")))
    #expect(longer.isWorkingDay(try day("2027-01-03")))
    #expect(longer.adding(5, to: try day("2026-12-25")) == (try day("2027-01-03"), false))
  }
}

@Suite struct YearTableFileTests {
  @Test(arguments: [
    ("01-01,02-06,05-01,10-01", true), ("01-01", false), ("02-06,05-01,10-01", false), ("01-01,05-01,10-01", false),
    ("01-01,02-06,10-01", false), ("01-01,02-06,05-01", false), ("01-01,01-19,05-01,10-01", false),
  ])
  func aYearIsKnownOnlyWithTheHolidaysThatEveryNoticeHas(_ days: String, _ isKnown: Bool) throws {
    let text = days.split(separator: ",").map { "2027-\($0) 休\n" }.joined()
    let calendar = WorkingCalendar(overrides: YearTableFile(reading: text).tables)

    #expect(calendar.covers(2027) == isKnown)
    let isOff = days.hasPrefix("01-01")
    #expect(calendar.isWorkingDay(try #require(Day(iso: "2027-01-01"))) != isOff)
    #expect(calendar.adding(3, to: try #require(Day(iso: "2027-01-04"))).provisional != isKnown)
  }

  @Test func everyShippedYearIsKnown() {
    #expect(WorkingCalendar.builtIn.coveredYears == Array(2004...2026))
  }

  @Test func severalWritingsOfADayAreRead() {
    let file = YearTableFile(
      reading: """
        \u{FEFF}# 2027
        2027-01-01 休
        2027/1/2\tholiday
        2027.1.3,放假,  元旦

        2027年2月6日 补班  # 周六
        """)

    #expect(file.problems.isEmpty)
    #expect(file.tables.map(\.year) == [2027])
    #expect(file.tables[0].holidays.map(\.iso) == ["2027-01-01", "2027-01-02", "2027-01-03"])
    #expect(file.tables[0].workedWeekends.map(\.iso) == ["2027-02-06"])
  }

  @Test(arguments: [
    ("2027-02-30 休", YearTableFile.Problem.badDay), ("一月一日 休", .badDay), ("2027-01-01", .badKind),
    ("2027-01-01 假", .badKind), ("2027-01-01 班", .notWeekend), ("", .noDays),
  ])
  func aLineThatCannotBeUsedIsNamed(_ line: String, _ problem: YearTableFile.Problem) {
    #expect(YearTableFile(reading: line).problems == [YearTableFile.LineProblem(line: 1, problem: problem)])
  }

  @Test func aDayIsNotOffAndWorked() {
    let file = YearTableFile(reading: "2027-02-06 休\r\n2027-02-06 班\r\n2027-02-06 休\r\n")

    #expect(file.problems == [YearTableFile.LineProblem(line: 2, problem: .contradiction)])
  }

  @Test func aTableIsReadBackAsItWasWritten() {
    let table = WorkingCalendar.builtIn.year(2026)

    #expect(YearTableFile(reading: table.text).tables == [table])
  }
}
