import DeskFixtures
import Testing

@testable import Casework

/// What two counties share of one case (domain: 2): who decides, whose notice counts.
@Suite struct CountyTests {
  @Test(arguments: [Application.State.review, .assessedFail])
  func whatTheHouseholdCountyDecidesIsRefusedThereToo(_ state: Application.State) throws {
    var here = try #require(try Situation.at(state))
    here.entries.merge(["accepting_county": Situation.here, "deciding_county": Situation.elsewhere])
    here.intend(.refuse)
    #expect(here.refusal?.code == "this_county_decides")

    try here.act(.forward)
    #expect(here.state == .forwarded)
    try here.act(.forwardReturned)
    here.intend(.refuse)
    #expect(here.refusal?.code == "this_county_decides")
  }

  @Test func aFileThatMeetsNoStandardArrivesAndIsRefusedHere() throws {
    var here = Situation.draft(.new)
    here.entries["accepting_county"] = Situation.elsewhere
    try here.act(.arrive, ["grade": "none"])
    try here.act(.receiveForwarded)
    here.intend(.approve)
    #expect(here.refusal?.code == "assessment_stands")

    try here.act(.refuse)
    #expect(here.state == .refused)
  }

  @Test(
    arguments: [
      ("", "", "notice_proven"), ("2026-02-02", "", "notice_proven"), ("2026-02-02", "2026-02-06", "notice_proven"),
      ("2026-02-02", "2026-02-09", nil), ("2026-02-12", "2026-02-25", "notice_proven"),
      ("2026-02-12", "2026-02-26", nil),
      ("2026-02-20", "2026-03-02", "notice_proven"), ("2026-02-09", "2026-02-02", "notice_proven"),
    ] as [(String, String, String?)])
  func aFileOfAnotherCountyIsReceivedWithFiveWorkingDaysOfNotice(_ from: String, _ to: String, _ code: String?) throws {
    var here = Situation.draft(.new)
    here.entries["accepting_county"] = Situation.elsewhere
    try here.act(.arrive, ["date": "2026-02-02", "notice_from": from, "notice_to": to])
    let doubts = here.application.warnings(under: here.policy, on: here.today).map(\.code)
    here.intend(.receiveForwarded)

    #expect(here.refusal?.code == code)
    #expect(doubts.contains(.noticeUnproven) == (code != nil && to != "2026-03-02"))
  }

  @Test func aNoticeProvenLaterIsToldWithTheReceiving() throws {
    var here = Situation.draft(.new)
    here.entries["accepting_county"] = Situation.elsewhere
    try here.act(.arrive)
    try here.act(.receiveForwarded, ["notice_from": "2026-02-02", "notice_to": "2026-02-09", "notice": "补来照片"])

    #expect(here.application.warnings(under: here.policy, on: here.today).isEmpty)
  }

  @Test func minorsComeWithoutANotice() throws {
    var here = Situation.draft(.new, identity: Situation.minor)
    here.entries["accepting_county"] = Situation.elsewhere
    try here.act(.arrive)
    try here.act(.receiveForwarded)
    #expect(here.state == .review)
  }
}

/// Until when somebody may object (Measures article 25): from the delivery, and never only up to a guess.
@Suite struct ObjectionWindowTests {
  private func refused(on day: String) throws -> Situation {
    var here = try #require(try Situation.at(.assessedFail))
    here.today = MadeUp.day(day)
    try here.act(.refuse)
    return here
  }

  @Test(arguments: [("2026-12-31", true), ("2027-01-04", true), ("2027-01-08", false)])
  func aRightDoesNotEndOnAGuessedDay(_ asked: String, _ isTaken: Bool) throws {
    var here = try refused(on: "2026-12-18")
    try here.act(.deliver)
    #expect(here.application.lastDay?.chinese == "2027-01-01（暂估）")
    here.today = MadeUp.day(asked)
    here.intend(.askCity)
    #expect((here.refusal == nil) == isTaken)
    guard isTaken else { return }

    try here.happen()
    let doubts = here.application.warnings(under: here.policy, on: here.today).map(\.code)
    #expect(doubts.contains(.objectionLate) == (asked > "2027-01-01"))
  }

  @Test func withTheCalendarPublishedTheDayIsCertain() throws {
    var here = try refused(on: "2026-12-18")
    try here.act(.deliver)
    let table = YearTableFile(
      reading: "2027-01-01 休\n2027-02-06 休\n2027-05-01 休\n2027-10-01 休\n")
    here.calendar = WorkingCalendar(overrides: table.tables)
    here.today = MadeUp.day("2027-01-04")
    here.intend(.askCity)
    #expect(here.refusal == nil)
    here.today = MadeUp.day("2027-01-05")
    #expect(here.refusal?.code == "within_objection_window")
  }

  @Test func theDaysOfARefusalRunFromItsDelivery() throws {
    var here = try refused(on: "2026-03-02")
    here.today = MadeUp.day("2026-04-20")
    here.intend(.archive)
    #expect(here.refusal == nil, "counted from the decision while nobody recorded when it was handed over")

    try here.act(.deliver, ["delivered": "2026-04-13"])
    #expect(here.application.deadline?.day.iso == "2026-04-27")
    here.today = MadeUp.day("2026-04-27")
    here.intend(.archive)
    #expect(here.refusal?.code == "objection_window_closed")
    here.today = MadeUp.day("2026-04-28")
    #expect(here.refusal == nil)
    here.intend(.askCity)
    here.fields["delivered"] = "2026-04-27"
    #expect(here.refusal?.code == "within_objection_window")
  }

  /// Nobody hands over a finding by itself; so the ten days begin with what is told of it (domain: 2.9).
  @Test(
    arguments: [
      (.assessedFail, "", true), (.assessedOK, "", true), (.assessedFail, "2026-05-01", true),
      (.assessedFail, "2026-03-03", false),
    ] as [(Application.State, String, Bool)])
  func theDaysOfAFindingRunFromItsDelivery(
    _ state: Application.State, _ delivered: String, _ isTaken: Bool
  ) throws {
    var here = try #require(try Situation.at(state))
    here.today = MadeUp.day("2026-05-11")
    here.intend(.askCity)
    here.fields["delivered"] = delivered
    #expect(here.refusal?.code == (isTaken ? nil : "within_objection_window"))
    guard isTaken, delivered.isEmpty else { return }

    try here.happen()
    #expect(here.application.warnings(under: here.policy, on: here.today).map(\.code).contains(.objectionLate))
  }

  @Test(arguments: [("2026-03-01", false), ("2026-03-02", true), ("2026-03-05", true), ("2026-03-06", false)])
  func aDeliveryIsNotBeforeTheDecisionNorAhead(_ day: String, _ isPossible: Bool) throws {
    var here = try refused(on: "2026-03-02")
    here.today = MadeUp.day("2026-03-05")
    here.intend(.deliver)
    here.fields["delivered"] = day
    #expect((here.refusal == nil) == isPossible)
  }
}
