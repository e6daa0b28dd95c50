/// Until when the applicant may ask a higher federation (Measures article 25).
struct ObjectionWindow: Hashable, Sendable {
  /// The day of the delivery, or of the conclusion while no delivery was recorded.
  let start: Day
  let last: Day
  /// The latest that the last day can come to lie; later than `last` only while a year's calendar is missing.
  let latest: Day
  /// Whether the days run at all: they begin when the conclusion is handed over.
  let runs: Bool

  var isProvisional: Bool { latest > last }
}

extension Application {
  /// The day on which the refusal that stands was handed over, where somebody recorded it.
  public var deliveredOn: Day? {
    guard let told = Day(iso: value("delivered", of: .deliver)) else { return nil }
    return day(of: .refuse).map { told >= $0 } ?? false ? told : nil
  }

  /// Whom the applicant may ask next about the conclusion, or `nil` where there is none or it is final.
  public var nextLevel: AssessmentPath? {
    guard finding != nil, value("final", of: .provResult).isEmpty else { return nil }
    return day(of: .cityResult) == nil ? .city : .province
  }

  /// Whether a higher federation can be asked at all: of a conclusion, and until the province's (Measures article 25).
  var canBeObjectedTo: Bool { nextLevel != nil }

  /// The ten working days, counted from the day after the conclusion was delivered; `nil` where there is none.
  func objectionWindow(
    _ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>
  ) -> ObjectionWindow? {
    objectionWindow(
      toldOn: Day(iso: act.fields.text("delivered")), under: circumstances.policy, on: circumstances.calendar,
      today: circumstances.today)
  }

  /// - Parameter toldOn: when the conclusion was handed over, as whoever asks says.
  func objectionWindow(
    toldOn: Day?, under policy: Policy, on calendar: WorkingCalendar, today: Day
  ) -> ObjectionWindow? {
    let concluded = Move.allCases.filter { $0.path != nil || $0 == .refuse }.compactMap { day(of: $0) }.max()
    guard let concluded else { return nil }
    let recorded = deliveredOn.flatMap { $0 < concluded ? nil : $0 }
    let told = toldOn.flatMap { $0 < concluded || $0 > today ? nil : $0 }
    // What was recorded at the handing over is not told otherwise later.
    let start = recorded ?? told ?? concluded
    let count = policy.objectionDays
    let end = calendar.adding(count, to: start)
    return ObjectionWindow(
      start: start, last: end.day,
      latest: end.provisional ? max(end.day, calendar.latest(count, after: start)) : end.day,
      runs: isHandedOver(recorded: recorded != nil, told: told != nil))
  }

  /// Whether the conclusion is known to have reached the applicant: a refusal by its record, a finding without a decision
  /// by what is told with the request.
  private func isHandedOver(recorded: Bool, told: Bool) -> Bool {
    switch state {
    case .refused: recorded
    case .assessedOK, .assessedFail, .reassessCity: recorded || told
    default: true
    }
  }

  /// A right does not end on a guessed day, nor before the conclusion was handed over.
  func isWithinObjectionWindow(_ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>) -> Bool {
    objectionWindow(act, in: circumstances).map { !$0.runs || circumstances.today <= $0.latest } ?? false
  }

  /// Whether a refusal can be filed: the latest day to object is past, from the decision on where no delivery was
  /// recorded, which the day's work asks for before.
  func objectionWindowIsClosed(
    _ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>
  ) -> Bool {
    objectionWindow(act, in: circumstances).map { $0.latest < circumstances.today } ?? false
  }

  /// What is said of a refusal that cannot be filed yet.
  func openWindowWords(
    _ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>
  ) -> (Phrase, Phrase?) {
    guard let window = objectionWindow(act, in: circumstances) else {
      return (Phrase("还没有结论", "There is no conclusion"), nil)
    }
    let mark = window.isProvisional ? Phrase.provisional : Phrase("", "")
    return (
      Phrase("异议期到 \(window.last)", "The objection window runs through \(window.last)") + mark
        + Phrase(" 止（含当日），尚未届满", ""),
      window.isProvisional
        ? Phrase(
          "该年日历尚未公布，最迟 \(window.latest) 次日起可办",
          "The calendar is not published: possible after \(window.latest) at the latest")
        : Phrase("次日起可办", "Possible from the day after")
    )
  }

  /// What is kept of a request that came after the guessed last day, or without a recorded delivery.
  func objectionEntries(of act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>) -> Entries {
    guard let window = objectionWindow(act, in: circumstances), circumstances.today > window.last else { return [:] }
    return ["after": window.last.iso]
  }

  /// A request that was taken although the last day, as far as it is known, was over.
  var objectionWarning: [Warning] {
    guard state == .reassessCity || state == .reassessProvince,
      let last = [Move.askProvince, .askCity].lazy.map({ value("after", of: $0) }).first(where: { !$0.isEmpty })
    else { return [] }
    return [
      Warning(
        code: .objectionLate,
        sentence: Phrase(
          "申请晚于所知期限 \(last)：日历未公布或送达未登记",
          "asked after \(last), the last day as far as known: no calendar or no delivery"),
        possibleFrom: nil, source: .measures(25))
    ]
  }

  /// The clock of a refusal, anew from the day on which it was handed over.
  func deliveryClock(of act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>) -> Entries {
    guard canBeObjectedTo, let rule = CaseClock(running: .refused), let from = Day(iso: act.fields.text("delivered"))
    else { return [:] }
    let count = circumstances.policy.objectionDays
    let end = rule.end(count, after: from, on: circumstances.calendar)
    return clockEntries(of: rule, from: from, count: count, last: end.day, provisional: end.provisional)
  }

  /// Whether the day of a delivery can be right: not before the decision, and not ahead.
  func deliveryIsPossible(_ act: Act<Application>, on today: Day) -> Bool {
    guard let given = Day(iso: act.fields.text("delivered")), let decided = day(of: .refuse) else { return false }
    return given >= decided && given <= today
  }

  /// Whether a day that was recorded already stays as it is, or somebody says why it is another.
  func deliveryIsExplained(_ act: Act<Application>) -> Bool {
    guard let before = deliveredOn?.iso else { return true }
    return before == act.fields.text("delivered") || !act.fields.text("reason").isEmpty
  }

  /// Whether another day of delivery reopens a term that was over, or takes a day from one that runs: the right to ask the
  /// federation above hangs on it (Measures article 25).
  public func movesTerm(
    deliveredOn day: Day, under policy: Policy, on calendar: WorkingCalendar, today: Day
  ) -> Bool {
    guard canBeObjectedTo, let before = deliveredOn else { return false }
    func last(_ start: Day) -> Day { calendar.latest(policy.objectionDays, after: start) }
    return last(before) < today ? last(day) >= today : last(day) < last(before)
  }

  /// Whether a correction of the day leaves the applicant the days that were given, or a supervisor stands for it beside the
  /// clerk.
  func termIsKept(_ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>) -> Bool {
    guard let day = Day(iso: act.fields.text("delivered")),
      movesTerm(
        deliveredOn: day, under: circumstances.policy, on: circumstances.calendar, today: circumstances.today)
    else { return true }
    return secondPerson(in: circumstances)?.holds([.supervisor, .chair]) ?? false
  }

  /// The day that a correction takes the place of, and whether the term was over by the time anybody recorded its beginning.
  func deliveryEntries(of act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>) -> Entries {
    guard let day = Day(iso: act.fields.text("delivered")) else { return [:] }
    var told = Entries()
    if let before = deliveredOn {
      told["past"] = entries["\(Move.deliver.rawValue).past"]
      if before == day { return told }
      told["was"] = before.iso
    }
    let last = circumstances.calendar.latest(circumstances.policy.objectionDays, after: day)
    told["past"] = canBeObjectedTo && last < circumstances.today ? last.iso : nil
    return told
  }

  /// A delivery that was recorded only when the days to ask the federation above were over.
  var deliveryWarning: [Warning] {
    let last = value("past", of: .deliver)
    guard state == .refused, !last.isEmpty, let recorded = day(of: .deliver) else { return [] }
    return [
      Warning(
        code: .deliveryPast,
        sentence: Phrase(
          "送达 \(value("delivered", of: .deliver)) 到 \(recorded) 才登记，异议期已于 \(last) 届满",
          "the delivery of \(value("delivered", of: .deliver)) was recorded on \(recorded), after the ten days ended on \(last)"
        ),
        possibleFrom: nil, source: .measures(25))
    ]
  }
}

extension Phrase {
  /// Said beside a day that rests on a calendar that is not yet published (domain: 8).
  public static let provisional = Phrase("（暂估）", " (provisional)")
}
