/// The days of a notice and of a correction, where they end and how short they may be (domain: 3.2, 8).
extension Application {
  /// The latest that the last day of the notice can come to lie: a guessed day ends no notice (Measures article 9).
  func noticeLatest(on calendar: WorkingCalendar) -> Day? {
    guard let last = noticeLastDay, let posted = day(of: .postNotice),
      let count = Int(value("deadline_days", of: .postNotice)), calendar.adding(count, to: posted).provisional
    else { return noticeLastDay }
    return max(last, calendar.latest(count, after: posted))
  }

  /// Whether an objection was received while the notice hung, whenever it is entered (Measures article 9).
  func objectionIsInTime(_ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>) -> Bool {
    guard let posted = day(of: .postNotice), let latest = noticeLatest(on: circumstances.calendar) else { return false }
    let received = Day(iso: act.fields.text("received")) ?? circumstances.today
    return (posted...latest).contains(received) && received <= circumstances.today
  }

  /// What is said of a notice that still runs, or may still run.
  func noticeWords(in circumstances: Circumstances<ApplicationFacts>) -> (Phrase, Phrase?) {
    guard let last = noticeLastDay, let latest = noticeLatest(on: circumstances.calendar) else {
      return (Phrase("还没有公示", "No notice was posted"), nil)
    }
    return (
      Phrase("公示期到 \(last)", "The notice runs through \(last)") + (latest > last ? .provisional : .verbatim(""))
        + Phrase(" 止，满 5 个工作日后方可结束", ""),
      latest > last
        ? Phrase(
          "该年日历尚未公布，最迟 \(latest) 次日起可办；导入日历后按实际日期",
          "The calendar is not published: possible after \(latest) at the latest, or as the calendar will say")
        : Phrase("次日起可办", "Possible from the day after")
    )
  }

  /// A deadline of a correction that gives the applicant less time than the office's own rule.
  func deadlineWarning(under policy: Policy) -> [Warning] {
    guard state == .returned || state == .returnedReview, let clock, clock.count < policy.correctionDays else {
      return []
    }
    return [
      Warning(
        code: .deadlineShort,
        sentence: Phrase(
          "补正期限只有 \(clock.count) 日，本室规定 \(policy.correctionDays) 日",
          "only \(clock.count.counted("day")) to correct, where the office gives \(policy.correctionDays)"),
        possibleFrom: nil, source: PolicyKey.correctionDays.source)
    ]
  }
}
