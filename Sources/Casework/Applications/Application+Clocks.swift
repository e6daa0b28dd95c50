extension Application {
  /// The clock that runs now (domain: 3.4).
  public var clock: RunningClock? {
    guard let rule = CaseClock(code: entries.text("deadline_clock")),
      let start = Day(iso: entries.text("deadline_from")),
      let count = Int(entries.text("deadline_days")), let deadline
    else { return nil }
    return RunningClock(
      rule: rule, start: start, count: count, last: deadline.day, isProvisional: deadline.isProvisional)
  }

  /// What is kept of the clock that a step starts.
  func clockEntries(
    of act: Act<Application>, to: State, in circumstances: Circumstances<ApplicationFacts>
  ) -> Entries {
    if act.move == .deliver { return deliveryClock(of: act, in: circumstances) }
    if act.move == .withdraw { return withdrawalClock(of: act, in: circumstances) }
    if act.move == .recount { return recounted(on: circumstances.calendar) }
    if to == state && act.move != .postNotice { return [:] }
    // Where nobody is left to be asked no days run: it is handed over and filed.
    if to == .refused && !canBeObjectedTo { return ["deadline": circumstances.today.iso] }
    // A notice that goes on after an objection keeps its last day.
    if to == .publicity && act.move != .postNotice { return standingClock }
    guard let rule = CaseClock(running: to), rule.service.map({ $0 == service }) ?? true else {
      return to == .panel ? standingClock : [:]
    }
    let today = circumstances.today
    // A loss may have been announced before the case was accepted.
    let start = rule.state == .accepted ? Day(iso: self[.announcedOn]) ?? today : today
    if let given = Day(iso: act.fields.text("deadline")), rule.length == .correctionDays {
      return clockEntries(of: rule, from: today, count: given.ordinal - today.ordinal, last: given, provisional: false)
    }
    guard let count = Int(circumstances.policy[rule.length]), count > 0 else { return [:] }
    let end = rule.end(count, after: start, on: circumstances.calendar)
    return clockEntries(of: rule, from: start, count: count, last: end.day, provisional: end.provisional)
  }

  /// The last day as the calendar has it now; empty where nothing changes.
  public func recounted(on calendar: WorkingCalendar) -> Entries {
    guard let clock, clock.rule.unit == .workingDays else { return [:] }
    let end = clock.rule.end(clock.count, after: clock.start, on: calendar)
    guard end.day != clock.last || end.provisional != clock.isProvisional else { return [:] }
    var told = clockEntries(
      of: clock.rule, from: clock.start, count: clock.count, last: end.day, provisional: end.provisional)
    if clock.rule.state == .publicity { told["last_day"] = end.day.iso }
    return told
  }

  /// The codes under which a case keeps its clock.
  static let clockCodes = ["deadline", "deadline_clock", "deadline_from", "deadline_days", "deadline_provisional"]

  private var standingClock: Entries {
    var kept = entries.only(Self.clockCodes)
    if state == .objection, let last = noticeLastDay {
      kept = clockEntries(
        of: CaseClock(running: .publicity), from: day(of: .postNotice) ?? last,
        count: Int(value("deadline_days", of: .postNotice)) ?? 0, last: last, provisional: false)
    }
    return kept
  }

  func clockEntries(
    of rule: CaseClock?, from start: Day, count: Int, last: Day, provisional: Bool
  ) -> Entries {
    var told: Entries = ["deadline": last.iso, "deadline_from": start.iso, "deadline_days": String(count)]
    told["deadline_clock"] = rule?.code
    if provisional { told["deadline_provisional"] = "yes" }
    return told
  }
}
