import CaseStore
import Casework

extension String {
  /// Without blanks at either end.
  var trimmed: String { Cleaning.field(self) }
}

extension Phrase {
  /// There are some, but what was typed finds none of them.
  static let noneFits = Phrase("没有相符的，Esc 清除筛选", "Nothing fits: Esc clears the filter")
}

/// How long a case still has.
struct TimeLeft: Hashable, Sendable {
  let last: Day
  /// Working days left; negative when it is late.
  let days: Int
  let isProvisional: Bool

  init?(of application: Application, today: Day, calendar: WorkingCalendar) {
    guard let deadline = application.deadline else { return nil }
    self.init(
      until: deadline.day, isProvisional: deadline.isProvisional, in: application.state, today: today,
      calendar: calendar)
  }

  init?(of line: CaseLine, today: Day, calendar: WorkingCalendar) {
    guard let deadline = line.deadline else { return nil }
    self.init(
      until: deadline, isProvisional: line.isProvisional, in: line.state, today: today, calendar: calendar)
  }

  private init(
    until last: Day, isProvisional: Bool, in state: Application.State, today: Day, calendar: WorkingCalendar
  ) {
    self.last = last
    isWaiting = CaseClock(running: state)?.isWaiting ?? false
    isOver = last < today
    // Also a day that is certain is counted to through a year whose days off nobody knows yet.
    self.isProvisional = isProvisional || !calendar.covers(from: today, to: last)
    days = calendar.workingDays(from: today, to: last)
    isLate = isOver && !isWaiting
  }

  let isLate: Bool
  /// Whether its end is waited for: a notice that runs out is no delay.
  let isWaiting: Bool
  let isOver: Bool

  var short: Phrase {
    if isWaiting, isOver { return Phrase("期满可办", "over") }
    if isLate, days == 0 { return Phrase("已过期", "just late") }
    if isLate {
      return isProvisional ? Phrase("暂估超\(-days)", "late ~\(-days)") : Phrase("超期 \(-days)", "late \(-days)")
    }
    if days == 0 { return Phrase("今天到期", "due today") }
    return isProvisional ? Phrase("暂估剩\(days)", "~\(days) left") : Phrase("剩 \(days)", "\(days) left")
  }

  /// With the day, where a sentence has no room.
  var brief: Phrase {
    if isWaiting { return short + Phrase("，至 \(last)", ", through \(last)") }
    return late
  }

  private var late: Phrase { short + Phrase("，最迟 \(last)", ", by \(last)") }

  var sentence: Phrase {
    let mark = isProvisional ? Phrase("（暂估：放假安排未公布）", " (provisional calendar)") : Phrase("", "")
    if isWaiting, isOver { return Phrase("\(last) 期满，可办下一步", "over since \(last), the next step is possible") }
    if isWaiting {
      return Phrase("至 \(last) 期满，次日起可办，剩 \(days) 个工作日", "through \(last), \(days.counted("working day")) left") + mark
    }
    if isLate, days == 0 { return Phrase("已过最迟日 \(last)", "past its day, \(last)") + mark }
    if isLate {
      return Phrase("已超期 \(-days) 个工作日，最迟 \(last)", "\((-days).counted("working day")) late, due \(last)") + mark
    }
    let left =
      days == 0 ? Phrase("今天到期", "due today") : Phrase("剩 \(days) 个工作日", "\(days.counted("working day")) left")
    return Phrase("最迟 \(last)，", "By \(last), ") + left + mark
  }
}
