/// The notice that another county posted for a case that comes here for its decision (domain: 2, Measures article 9).
extension Application {
  /// No notice is shorter, whatever the other county's own setting says.
  private static let leastNoticeDays = 5

  /// What is wrong with the other county's notice, or `nil` where it holds or none is due.
  ///
  /// The county that receives posts; so here it is not posted again, but proven.
  func foreignNoticeProblem(_ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>) -> Phrase? {
    guard day(of: .postNotice) == nil, noticeIsOwed(under: circumstances.policy, on: circumstances.today) else {
      return nil
    }
    let days = foreignNoticeDays(act)
    guard let from = days.from, let to = days.to else {
      return Phrase(
        "移送来的材料没有写明公示起止日期", "The file does not say from when to when the notice was posted")
    }
    if to >= circumstances.today {
      return Phrase("受理县的公示到 \(to) 止，尚未期满", "The other county's notice runs through \(to)")
    }
    let count = circumstances.calendar.workingDays(from: from, to: to)
    guard count < Self.leastNoticeDays else { return nil }
    return Phrase(
      "受理县公示 \(from) 至 \(to)，只有 \(max(0, count)) 个工作日，不足 \(Self.leastNoticeDays) 个",
      "The other county's notice of \(from) to \(to) has \(max(0, count).counted("working day")), not \(Self.leastNoticeDays)"
    )
  }

  /// How many working days the notice had, for the event that tells of it.
  func foreignNoticeEntries(of act: Act<Application>, on calendar: WorkingCalendar) -> Entries {
    guard let from = Day(iso: act.fields.text("notice_from")), let to = Day(iso: act.fields.text("notice_to")) else {
      return [:]
    }
    return ["notice_working": String(max(0, calendar.workingDays(from: from, to: to)))]
  }

  /// A file whose notice nobody has proven: no refusal before it is received, but nothing to decide in a batch.
  func foreignNoticeWarning(under policy: Policy, on today: Day) -> [Warning] {
    guard [.forwarded, .review, .returnedReview].contains(state), day(of: .arrive) != nil,
      noticeIsOwed(under: policy, on: today)
    else { return [] }
    let count = [Move.receiveForwarded, .arrive].compactMap { Int(value("notice_working", of: $0)) }.first
    guard count ?? 0 < Self.leastNoticeDays else { return [] }
    let sentence =
      count.map {
        Phrase("受理县公示只有 \($0) 个工作日", "the other county's notice had only \($0) working days")
      } ?? Phrase("受理县的公示没有证明", "nothing proves the other county's notice")
    return [Warning(code: .noticeUnproven, sentence: sentence, possibleFrom: nil, source: .measures(9))]
  }

  private func noticeIsOwed(under policy: Policy, on today: Day) -> Bool {
    finding?.grade != nil && !(isMinor(on: today) && policy.minorsAreNotPosted)
  }

  /// The days as they are told now, else as they came with the file.
  private func foreignNoticeDays(_ act: Act<Application>) -> (from: Day?, to: Day?) {
    func told(_ code: String) -> Day? {
      [act.fields.text(code), value(code, of: .receiveForwarded), value(code, of: .arrive)].compactMap { Day(iso: $0) }
        .first
    }
    return (told("notice_from"), told("notice_to"))
  }
}
