import DeskFixtures
import Testing

@testable import Casework

/// Periods that the law gives to a holder, an applicant or the public: none ends before its time (domain: 2.6, 3.2, 3.4, 8).
@Suite struct LawfulDaysTests {
  /// More than half a year, more than a year: the last day of the period still belongs to it.
  @Test(
    arguments: [
      (.freeze, "2025-09-01", "2026-03-01", false), (.freeze, "2025-09-01", "2026-03-02", true),
      (.freeze, "2025-08-31", "2026-02-28", false), (.freeze, "2025-08-31", "2026-03-01", true),
      (.cancel, "2025-03-02", "2026-03-02", false), (.cancel, "2025-03-02", "2026-03-03", true),
      (.cancel, "2024-02-29", "2025-02-28", false), (.cancel, "2024-02-29", "2025-03-01", true),
      (.cancel, "2026-03-01", "2026-03-02", false),
    ] as [(ServiceKind, String, String, Bool)])
  func aMoveThatWasNotFollowedIsGivenItsTime(
    _ service: ServiceKind, _ moved: String, _ today: String, _ isPossible: Bool
  ) throws {
    var here = Situation.draft(service)
    here.entries.merge(["reason": "untransferred", "event_date": moved, "document": ""])
    here.today = MadeUp.day(today)
    here.intend(.submit)

    #expect(here.refusal?.code == (isPossible ? nil : "days_possible"))
    if !isPossible {
      #expect(here.refusal?.message.isWhole == true && here.refusal?.remedy?.isWhole == true)
      #expect(here.refusal?.fields == ["event_date"])
    }
  }

  /// What the police told and the holder was written about is not made earlier by what somebody types.
  @Test func theClockOfTheRegisterHolds() {
    for (told, today, isPossible) in [
      ("2024-01-01", "2026-03-02", false), ("", "2026-03-02", false), ("", "2026-03-16", true),
      ("2025-09-20", "2026-03-16", false),
    ] {
      var here = Situation.draft(.freeze)
      here.entries.merge(["reason": "untransferred", "event_date": told])
      here.register(["todo.watch_move.event_date": "2025-09-15"])
      here.today = MadeUp.day(today)
      here.intend(.submit)
      #expect((here.refusal == nil) == isPossible, "\(told) on \(today)")
    }
  }

  @Test func aFreezeThatNothingProvesIsLookedAt() throws {
    for (changes, isDoubted) in [
      ([:], true), (["document": "公安函 3 号"], false), (["police_ground": "sweep:2026Q1-1:3"], false),
      (["materials": "MV"], false),
    ] as [(Entries, Bool)] {
      var here = Situation.draft(.freeze)
      here.entries.merge(["reason": "untransferred", "event_date": "2025-01-01", "document": ""])
      here.entries.merge(changes)
      let doubts = here.application.warnings(under: here.policy, on: here.today).map(\.code)
      #expect(doubts.contains(.moveUnproven) == isDoubted)
    }
  }

  @Test func timeProposesOnTheDayAfterThePeriod() {
    for (day, proposed) in [("2026-08-31", Proposal.Kind.cancelSoon), ("2026-09-01", .cancelMoved)] {
      let held = Certificate(
        id: 1, state: .lost, sequence: 1, since: MadeUp.day("2020-01-01"),
        entries: [
          "number": Situation.adult + "43", "todo.watch_move.event_date": "2025-08-31",
          "todo.watch_move.cancel_on": "2026-08-31",
        ])
      #expect(held.proposals(on: MadeUp.day(day)).map(\.kind) == [proposed])
    }
  }

  /// The year's calendar is not out: five days that may yet be days off are not five working days.
  @Test func aNoticeDoesNotEndOnAGuessedDay() throws {
    var here = try #require(try Situation.at(.assessedOK))
    here.today = MadeUp.day("2027-02-04")
    try here.act(.postNotice)
    let last = try #require(here.application.noticeLastDay)
    let latest = try #require(here.application.noticeLatest(on: here.calendar))
    #expect(last == MadeUp.day("2027-02-11") && latest > last)

    here.intend(.noticeEnd)
    here.today = last.adding(days: 1)
    #expect(here.refusal?.code == "notice_period_over")
    #expect(here.refusal?.message.chinese.contains("（暂估）") == true)
    #expect(here.refusal?.remedy?.chinese.contains(latest.iso) == true)
    #expect(here.application.proposal(on: here.today, under: here.policy, calendar: here.calendar) == nil)
    here.intend(.object)
    #expect(here.refusal == nil)
    here.today = latest.adding(days: 1)
    #expect(here.refusal?.code == "objection_in_time")
    here.intend(.noticeEnd)
    #expect(here.refusal == nil)
    #expect(
      here.application.proposal(on: here.today, under: here.policy, calendar: here.calendar)?.kind == .noticeEnded)
  }

  @Test(arguments: [
    ("2026-03-01", false, false), ("2026-03-02", false, false), ("2026-03-03", true, true), ("2026-04-01", true, false),
  ])
  func aCorrectionIsGivenADayAndAShortOneIsMarked(_ deadline: String, _ isTaken: Bool, _ isShort: Bool) throws {
    var here = try #require(try Situation.at(.submitted))
    here.intend(.sendBack)
    here.fields["deadline"] = deadline
    #expect(here.refusal?.code == (isTaken ? nil : "deadline_ahead"))
    guard isTaken else { return }

    try here.happen()
    let doubts = here.application.warnings(under: here.policy, on: here.today).map(\.code)
    #expect(doubts.contains(.deadlineShort) == isShort)
  }

  @Test func nothingLapsesUnreminded() throws {
    var here = try #require(try Situation.at(.returned))
    here.today = here.today.adding(days: 60)
    here.intend(.correctionOverdue)
    here.fields["reminder"] = nil
    #expect(here.refusal != nil)
    here.fields["reminder"] = "已电话催告两次"
    #expect(here.refusal == nil)
  }

  /// A number that the register knows as a dead person's is given to nobody.
  @Test(arguments: [(true, "not_recorded_dead"), (false, nil)] as [(Bool, String?)])
  func aHolderDoesNotGetTheNumberOfTheDead(_ isAnother: Bool, _ refusal: String?) throws {
    var here = Situation.draft(.renewInformation)
    if isAnother { here.entries["identity"] = MadeUp.identity(born: "1985-03-12", sequence: 23) }
    try here.act(.submit)
    here.facts.isRecordedDead = true
    here.intend(.accept)
    #expect(here.refusal?.code == refusal)
    #expect(here.refusal?.remedy?.isWhole ?? true)
  }

  /// What the other county has taken in is not taken back; after a later move its old receipt says nothing.
  @Test(
    arguments: [
      (nil, nil, nil), ("2026-02-01", nil, "not_received"), ("2026-02-01", "2026-02-02", nil),
      ("2026-02-02", "2026-02-02", "not_received"),
    ] as [(String?, String?, String?)])
  func aMoveIsTakenBackOnlyUntilItsReceipt(_ received: String?, _ moved: String?, _ refusal: String?) {
    var entries: Entries = ["number": Situation.adult + "43"]
    entries["move_in_confirmed.on"] = received
    entries["move_out.on"] = moved
    let held = Certificate(id: 1, state: .movedOut, sequence: 4, since: MadeUp.day("2026-01-01"), entries: entries)
    var code: String?
    do {
      _ = try held.decide(
        Act(.moveOutUndone, ["reason": "对方未收", "ground": "回函"]),
        in: Circumstances(
          staff: Situation.chen, second: Situation.bai, at: Instant(milliseconds: 0), today: MadeUp.day("2026-03-02"),
          facts: CertificateFacts()))
    } catch { code = error.code }
    #expect(code == refusal)
  }
}
