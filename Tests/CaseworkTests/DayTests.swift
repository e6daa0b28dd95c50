import DeskFixtures
import Testing

@testable import Casework

@Suite struct DayTests {
  @Test func everyDayOfFourCenturiesFollowsTheOneBefore() {
    var before = MadeUp.day("1799-12-31")
    for ordinal in (before.ordinal + 1)...MadeUp.day("2200-01-01").ordinal {
      let day = Day(ordinal: ordinal)
      if day.ordinal != ordinal || day <= before || day.weekday != before.weekday % 7 + 1 || Day(iso: day.iso) != day {
        Issue.record("\(before) is followed by \(day)")
      }
      before = day
    }
    #expect(MadeUp.day("1970-01-01").ordinal == 0)
    #expect(MadeUp.day("2026-03-02").weekday == 1)
  }

  @Test func noReckoningLeavesTheCalendar() {
    #expect(MadeUp.day("9995-01-01").adding(years: 10) == MadeUp.day("9999-12-01"))
    #expect(MadeUp.day("9999-12-31").adding(days: 1) == MadeUp.day("9999-12-31"))
    #expect(MadeUp.day("0001-01-01").adding(days: -1) == MadeUp.day("0001-01-01"))
    #expect(MadeUp.day("0001-03-31").adding(months: -13) == MadeUp.day("0001-01-31"))
  }

  @Test(arguments: [
    "2025-02-29", "1900-02-29", "2026-04-31", "2026-00-10", "2026-13-01", "0000-01-01", "26-01-01", "2026-1-1",
    "2026-01-01 ", "２０２６-01-01", "",
  ])
  func whatTheCalendarDoesNotHaveIsNoDay(_ text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2024-02-29", 12, "2025-02-28"),
    ("2024-02-29", 120, "2034-02-28"), ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -13, "2024-12-15"),
    ("2026-08-31", 6, "2027-02-28"), ("2026-12-31", 0, "2026-12-31"),
  ]) func monthsAreAddedAndClampedToTheirEnd(_ day: String, _ months: Int, _ end: String) {
    #expect(MadeUp.day(day).adding(months: months) == MadeUp.day(end))
  }

  @Test(arguments: [
    ("2008-03-02", "2026-03-01", 17), ("2008-03-02", "2026-03-02", 18), ("2008-02-29", "2026-02-28", 17),
    ("2008-02-29", "2026-03-01", 18), ("2026-03-02", "2026-03-02", 0),
  ]) func anAgeCountsWholeYears(_ birth: String, _ day: String, _ years: Int) {
    #expect(MadeUp.day(birth).age(on: MadeUp.day(day)) == years)
  }

  @Test func anInstantIsShownInChinasTime() {
    let instant = Instant(milliseconds: 1_772_380_799_999)
    #expect(instant.iso == "2026-03-01T23:59:59.999+08:00" && instant.day == MadeUp.day("2026-03-01"))
    #expect(Instant(milliseconds: -28_800_001).day == MadeUp.day("1969-12-31"))
  }
}
