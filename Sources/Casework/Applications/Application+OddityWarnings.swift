/// What is odd but lawful in a case, so that whoever decides looks at it first.
extension Application {
  /// A notice hangs where the applicant lives (Measures article 9); how people write the place leaves room for more.
  var placeWarning: [Warning] {
    let place = value("place", of: .postNotice)
    let (posted, home) = (Village(of: place), Village(of: self[.address]))
    guard day(of: .postNotice) != nil, !Self.hangs(posted, place, at: home) else { return [] }
    return [
      Warning(
        code: .placeDiffers,
        sentence: Phrase(
          "公示地点「\(place.quoted())」不是申请人所在的", "posted at “\(place.quoted())”, the applicant lives in ") + home.label,
        possibleFrom: nil, source: .measures(9))
    ]
  }

  /// Acts that bear a later day than today were recorded under a wrong clock: a notice may have ended before its days were
  /// over (features: 70).
  func aheadWarning(on today: Day) -> [Warning] {
    let ahead = Move.allCases.compactMap { move in day(of: move).flatMap { $0 > today ? (move, $0) : nil } }
    if ahead.isEmpty { return [] }
    let told = ahead.sorted { $0.1 < $1.1 }.map { $0.0.name + .verbatim(" \($0.1)") }
    return [
      Warning(
        code: .recordedAhead,
        sentence: .joined(told, by: Phrase("、", ", "))
          + Phrase(
            "，晚于今天：当时时钟有误，请核对公示、期限是否真的满了",
            ": later than today, under a wrong clock; see whether notice and terms are really over"),
        possibleFrom: ahead.map(\.1).max(), source: .design)
    ]
  }

  /// A notice that ended while an objection was looked into, and of which no photo or record was filed.
  var recordWarning: [Warning] {
    guard [.review, .returnedReview].contains(state), let checked = day(of: .objectionUnfounded),
      let last = noticeLastDay, last < checked,
      [Move.objectionUnfounded, .noticeEnd].allSatisfy({ value("evidence", of: $0).isEmpty })
    else { return [] }
    return [
      Warning(
        code: .noticeUnproven,
        sentence: Phrase("没有公示照片或记录", "no photo or record of the notice"), possibleFrom: nil, source: .measures(9))
    ]
  }

  private static func hangs(_ posted: Village, _ place: String, at home: Village) -> Bool {
    let names = [home.name, home.township].filter { !$0.isEmpty }
    guard posted.isKnown, !names.isEmpty else { return true }
    if !posted.name.isEmpty, !home.name.isEmpty { return posted.name == home.name }
    return names.contains { place.contains($0) } || home.township.isEmpty || posted.township.isEmpty
  }

  /// A freeze is looked at again in good time (domain: 2.8).
  func reviewWarning(under policy: Policy, on today: Day) -> [Warning] {
    guard service == .freeze, let review = Day(iso: self[.reviewDate]) else { return [] }
    let usual = (day(of: .approve) ?? today).adding(days: policy.freezeReviewDays)
    guard review > usual else { return [] }
    return [
      Warning(
        code: .reviewFar,
        sentence: Phrase(
          "复核日 \(review) 晚于规定的 \(policy.freezeReviewDays) 日（\(usual)）",
          "the freeze is looked at on \(review), after the \(policy.freezeReviewDays.counted("day")) of the office (\(usual))"
        ),
        possibleFrom: nil, source: PolicyKey.freezeReviewDays.source)
    ]
  }
}
