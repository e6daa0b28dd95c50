import DeskFixtures
import Testing

@testable import Casework

/// The clocks of a case (domain: 3.4).
@Suite struct ClockTests {
  @Test func theRuleTableIsThatOfTheDomain() {
    let table = CaseClock.all.map {
      "\($0.code) \($0.state.rawValue) \(Policy()[$0.length]) \($0.unit == .workingDays ? "wd" : "d") \($0.ground.english)"
    }

    #expect(
      table == [
        "acceptance submitted 5 wd design", "correction returned 30 d design",
        "correction_review returned_review 30 d design", "announcement accepted 0 d local practice",
        "assessment assigned 90 d design",
        "notice publicity 5 wd Measures art. 9", "review review 10 wd Measures art. 9",
        "objection refused 10 wd Measures art. 25",
      ])
    #expect(Set(CaseClock.all.map(\.state)).count == CaseClock.all.count)
    #expect(CaseClock.all.allSatisfy { $0.name.isWhole && $0.ground.isWhole })
  }

  @Test(
    arguments: [
      (.submitted, "2026-09-30", "2026-10-13", 5), (.returned, "2026-01-31", "2026-03-02", 30),
      (.assigned, "2026-03-02", "2026-05-31", 90), (.publicity, "2026-02-12", "2026-02-26", 5),
    ] as [(Application.State, String, String, Int)])
  func aRunningClockSaysFromWhenHowLongAndWhy(
    _ state: Application.State, _ start: String, _ last: String, _ count: Int
  ) throws {
    let from: Application.State =
      state == .submitted ? .draft : state == .returned ? .submitted : state == .assigned ? .accepted : .assessedOK
    var here = try #require(try Situation.at(from))
    here.today = MadeUp.day(start)
    try here.act(
      state == .submitted
        ? .submit : state == .returned ? .sendBack : state == .assigned ? .chooseHospital : .postNotice)

    let clock = try #require(here.application.clock)
    #expect(clock.rule.state == state && clock.count == count && !clock.isProvisional)
    #expect(clock.start.iso == start && clock.last.iso == last)
    #expect(clock.explanation.chinese.contains(start) && clock.explanation.isWhole)
    #expect(clock.explanation.english.contains(clock.rule.ground.english))
  }

  @Test func aReissueWaitsAsLongAsItsLossIsAnnounced() throws {
    var here = try #require(try Situation.at(.submitted, .reissue))
    here.policy[.announceDays] = "10"
    here.today = MadeUp.day("2026-03-02")
    try here.act(.accept)

    let clock = try #require(here.application.clock)
    #expect(clock.count == 10 && clock.last.iso == "2026-03-12" && clock.rule.isWaiting)
    here.intend(.noAssessment)
    for day in ["2026-03-02", "2026-03-12"] {
      here.today = MadeUp.day(day)
      #expect(here.refusal?.code == "announcement_over")
      #expect(here.refusal?.message.chinese.contains("2026-03-12") == true)
      #expect(here.application.proposal(on: here.today, under: here.policy) == nil)
    }
    here.today = MadeUp.day("2026-03-13")
    #expect(!here.application.isOverdue(on: here.today))
    #expect(here.application.proposal(on: here.today, under: here.policy)?.kind == .announcementEnded)
    #expect(try here.happen().to == .review)
    #expect(here.application.clock?.rule.state == .review)
  }

  @Test(arguments: [
    ("2026-02-25", "2026-03-07", "announcement_over"), ("2026-02-20", "2026-03-02", "announcement_over"),
    ("2026-02-19", "2026-03-01", nil),
  ])
  func aLossAnnouncedBeforeTheCaseWasAcceptedIsCountedFromThere(
    _ announced: String, _ last: String, _ refusal: String?
  ) throws {
    var here = try #require(try Situation.at(.submitted, .reissue))
    here.policy[.announceDays] = "10"
    here.today = MadeUp.day("2026-03-02")
    here.entries["announced_on"] = announced
    try here.act(.accept)

    #expect(here.application.clock?.last.iso == last)
    here.intend(.noAssessment)
    #expect(here.refusal?.code == refusal)
  }

  @Test func aLossIsNotAnnouncedTomorrow() throws {
    var here = try #require(try Situation.at(.submitted, .reissue))
    here.entries["announced_on"] = here.today.adding(days: 1).iso
    here.intend(.accept)
    #expect(here.refusal?.code == "days_possible")
  }

  @Test(arguments: [(ServiceKind.reissue, "0"), (.renewDamaged, "10"), (.new, "10")])
  func nothingIsAnnouncedForAnythingElse(_ service: ServiceKind, _ days: String) throws {
    var here = try #require(try Situation.at(.submitted, service))
    here.policy[.announceDays] = days
    try here.act(.accept)
    #expect(here.application.clock == nil)
  }

  @Test func aNewCalendarRecountsAProvisionalDayAndTheNotice() throws {
    var here = try #require(try Situation.at(.assessedOK))
    here.today = MadeUp.day("2026-12-28")
    try here.act(.postNotice)
    #expect(here.application.clock?.isProvisional == true)
    #expect(here.application.noticeLastDay == MadeUp.day("2027-01-04"))
    here.intend(.recount)
    #expect(here.refusal?.code == "calendar_changed")

    here.calendar = WorkingCalendar(overrides: YearTableFile(reading: MadeUp.notice2027).tables)
    try here.happen()

    #expect(here.state == .publicity)
    #expect(here.application.clock?.isProvisional == false)
    #expect(here.application.clock?.last == MadeUp.day("2027-01-06"))
    #expect(here.application.noticeLastDay == MadeUp.day("2027-01-06"))
    here.intend(.noticeEnd)
    here.today = MadeUp.day("2027-01-06")
    #expect(here.refusal?.code == "notice_period_over")
    here.today = MadeUp.day("2027-01-07")
    #expect(here.refusal == nil)
    here.intend(.recount)
    #expect(here.refusal?.code == "calendar_changed")
  }

  /// Nobody recounts a notice while an objection is looked into; it goes on under the calendar that holds then.
  @Test func aNoticeThatGoesOnAfterAnObjectionIsCountedByTheNewCalendar() throws {
    var here = try #require(try Situation.at(.assessedOK))
    here.today = MadeUp.day("2026-12-28")
    try here.act(.postNotice)
    try here.act(.object)
    here.calendar = WorkingCalendar(overrides: YearTableFile(reading: MadeUp.notice2027).tables)
    here.today = MadeUp.day("2026-12-30")
    try here.act(.objectionUnfounded)

    here.intend(.noticeEnd)
    here.today = MadeUp.day("2027-01-05")
    #expect(here.state == .publicity)
    here.intend(.recount)
    try here.happen()
    #expect(here.application.noticeLastDay == MadeUp.day("2027-01-06"))
  }

  @Test func daysThatAreNoWorkingDaysAreNeverRecounted() throws {
    for state in [Application.State.returned, .returnedReview, .assigned] {
      var here = try #require(try Situation.at(state))
      here.calendar = WorkingCalendar(overrides: YearTableFile(reading: "2026-03-10 休\n").tables)
      #expect(here.application.recounted(on: here.calendar).isEmpty)
      here.intend(.recount)
      #expect(here.refusal?.code == "not_from_here")
    }
  }

  @Test func aYearsWorkingDaysLeadToItsLastOne() throws {
    for (year, months) in workingDaysByMonth {
      let eve = try #require(Day(year: year - 1, month: 12, day: 31))
      let end = try #require(Day(year: year, month: 12, day: 31))
      let last = (0...10).map { end.adding(days: -$0) }.first { WorkingCalendar.builtIn.isWorkingDay($0) }

      let reached = WorkingCalendar.builtIn.adding(months.reduce(0, +), to: eve)
      #expect(reached.day == last && !reached.provisional, "\(year)")
      #expect(WorkingCalendar.builtIn.workingDays(from: eve, to: end) == months.reduce(0, +), "\(year)")
    }
  }
}
