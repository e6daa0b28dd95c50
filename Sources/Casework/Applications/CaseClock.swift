/// A clock of a case (时限, domain: 3.4): one row of the rule table that says when it starts, how long it runs, and why.
public struct CaseClock: Hashable, Sendable {
  public enum Unit: Sendable { case workingDays, days }

  /// The code under which a running clock is kept.
  public let code: String
  public let name: Phrase
  /// The state in which it runs.
  public let state: Application.State
  /// The only service whose cases it runs for; all where it is `nil`.
  let service: ServiceKind?
  /// The setting that says how long.
  public let length: PolicyKey
  public let unit: Unit

  /// Whether its end is what is waited for: a notice and a window for objections are no delay of anybody.
  public var isWaiting: Bool { [.publicity, .refused, .accepted].contains(state) }

  /// Why the period is what it is: an article, or the house's own rule.
  public var ground: Phrase { length.source }

  public static let all: [CaseClock] = [
    CaseClock("acceptance", Phrase("受理决定", "Decision on acceptance"), .submitted, .intakeDays, .workingDays),
    CaseClock("correction", Phrase("补正", "Correction"), .returned, .correctionDays, .days),
    CaseClock("correction_review", Phrase("补正", "Correction"), .returnedReview, .correctionDays, .days),
    CaseClock(
      "announcement", Phrase("遗失公告", "Announcement of the loss"), .accepted, .announceDays, .days, of: .reissue),
    CaseClock("assessment", Phrase("评定转介有效期", "Referral"), .assigned, .assessmentValidDays, .days),
    CaseClock("notice", Phrase("公示", "Public notice"), .publicity, .noticeDays, .workingDays),
    CaseClock("review", Phrase("审核批准", "Review and approval"), .review, .reviewDays, .workingDays),
    CaseClock("objection", Phrase("对结论提出异议", "Objection to the result"), .refused, .objectionDays, .workingDays),
  ]

  private init(
    _ code: String, _ name: Phrase, _ state: Application.State, _ length: PolicyKey, _ unit: Unit,
    of service: ServiceKind? = nil
  ) {
    self.code = code
    self.name = name
    self.state = state
    self.length = length
    self.unit = unit
    self.service = service
  }

  /// The clock that runs in a state, or `nil`.
  public init?(running state: Application.State) {
    guard let found = Self.all.first(where: { $0.state == state }) else { return nil }
    self = found
  }

  init?(code: String) {
    guard let found = Self.all.first(where: { $0.code == code }) else { return nil }
    self = found
  }

  /// The last day of `count` days after `start`, and whether that rests on a year whose notice is not out yet.
  func end(_ count: Int, after start: Day, on calendar: WorkingCalendar) -> (day: Day, provisional: Bool) {
    switch unit {
    case .workingDays: calendar.adding(count, to: start)
    case .days: (start.adding(days: count), false)
    }
  }
}

/// The clock that runs for a case: its rule, when it began, how many days it was given, and its last day.
public struct RunningClock: Hashable, Sendable {
  public let rule: CaseClock
  public let start: Day
  public let count: Int
  public let last: Day
  /// Whether the last day rests on a calendar that is not yet published.
  public let isProvisional: Bool

  /// The sum in words: `2026-02-12 起 5 个工作日（办法第 9 条）`.
  public var explanation: Phrase {
    let unit = rule.unit == .workingDays ? Phrase("个工作日", "working days") : Phrase("日", "days")
    return Phrase(
      "\(rule.name.chinese)：自 \(start) 次日起 \(count) \(unit.chinese)（\(rule.ground.chinese)）",
      "\(rule.name.english): \(count) \(unit.english) from the day after \(start) (\(rule.ground.english))")
  }
}
