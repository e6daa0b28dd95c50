/// The days that a case tells of, and the order in which they can have come (domain: 2, 3.3).
extension Application {
  typealias DayProblem = (sentence: Phrase, field: CaseField)

  /// What is wrong with a day of the case, or `nil`: it lies in the future, before what it must follow, or is missing.
  func dayProblem(in circumstances: Circumstances<ApplicationFacts>) -> DayProblem? {
    eventProblem(in: circumstances) ?? untransferredProblem(in: circumstances) ?? announcementProblem(in: circumstances)
      ?? otherDayProblem(on: circumstances.today)
  }

  /// The event itself: death, move, loss, or the ground of a freeze.
  private func eventProblem(in circumstances: Circumstances<ApplicationFacts>) -> DayProblem? {
    guard let day = Day(iso: self[.eventDate]) else {
      guard service == .cancel, cancellationReason?.needsDay ?? false else { return nil }
      return (Phrase("此原因须填事件日期", "This reason takes the date of the event"), .eventDate)
    }
    let name = service.input(for: .eventDate).name
    if day > circumstances.today {
      return (name + Phrase(" \(day) 在将来", " \(day) lies in the future"), .eventDate)
    }
    if let birth = circumstances.facts.certificate?.birth ?? birth, day < birth {
      return (Self.reversed(name, day, Phrase("出生日期", "the birth on"), birth), .eventDate)
    }
    guard let issued = earliest(circumstances.facts), day < issued.day else { return nil }
    return (Self.reversed(name, day, issued.name, issued.day), .eventDate)
  }

  /// What the event cannot have come before, or `nil` where any day is possible.
  ///
  /// What is to be looked into by a freeze may well be older than the card.
  private func earliest(_ facts: ApplicationFacts) -> (name: Phrase, day: Day)? {
    switch service {
    case .reissue: Self.inHand(facts.certificate)
    // What was obtained by deceit was so before it was issued.
    case .cancel where cancellationReason == .fraud: nil
    case .cancel, .transferOut: Self.firstIssue(facts)
    case .freeze where freezeReason == .untransferred: Self.firstIssue(facts)
    default: nil
    }
  }

  private static func firstIssue(_ facts: ApplicationFacts) -> (name: Phrase, day: Day)? {
    (facts.firstIssued ?? facts.certificate?.validFrom).map { (Phrase("首次发证日期", "the first issue on"), $0) }
  }

  /// Whether a death is told that lies before the first issue: such a certificate did not end by it, it was never due.
  func wasIssuedToTheDead(_ facts: ApplicationFacts) -> Bool {
    guard cancellationReason == .death, let day = Day(iso: self[.eventDate]) else { return false }
    if let birth = facts.certificate?.birth ?? birth, day < birth { return false }
    return Self.firstIssue(facts).map { day < $0.day } ?? false
  }

  /// The lawful way out of a certificate that was issued to somebody dead: it is looked into, then cancelled as obtained
  /// by deceit, on a decision (domain: 2.7, 2.8).
  func issuedToTheDeadRemedy(in circumstances: Circumstances<ApplicationFacts>) -> Phrase? {
    guard wasIssuedToTheDead(circumstances.facts) else { return nil }
    let fraud = CancellationReason.fraud.name
    return Phrase(
      "日期抄错的，对照证明更正；人确在发证前已死亡的，证是误发或骗领：可先「冻结」（核实身份）停用，查明后把注销原因改为「\(fraud.chinese)」，填处理决定文号",
      "Correct a miscopied date; where the person had died before the issue the card was issued in error or by deceit: freeze it (an identity to be verified), then change the reason to “\(fraud.english)” and give the decision's number"
    )
  }

  /// A loss is announced after it happened: of this very card, and after it was found again the last time.
  private func announcementProblem(in circumstances: Circumstances<ApplicationFacts>) -> DayProblem? {
    guard let day = Day(iso: self[.announcedOn]) else { return nil }
    let name = service.input(for: .announcedOn).name
    if day > circumstances.today {
      return (name + Phrase(" \(day) 在将来", " \(day) lies in the future"), .announcedOn)
    }
    if service == .reissue, let lost = Day(iso: self[.eventDate]), day < lost {
      return (Self.reversed(name, day, Phrase("遗失日期", "the loss on"), lost), .announcedOn)
    }
    guard let held = Self.inHand(circumstances.facts.certificate), day < held.day else { return nil }
    return (Self.reversed(name, day, held.name, held.day), .announcedOn)
  }

  /// Since when the holder has had the card in the hand: issued, handed over, or found again.
  private static func inHand(_ certificate: Certificate?) -> (name: Phrase, day: Day)? {
    let days: [(name: Phrase, day: Day?)] = [
      (Phrase("发证日期", "the issue on"), certificate?.validFrom),
      (Phrase("此证交付日期", "the handing over on"), certificate?.day(of: .handOver)),
      (Phrase("上次找回日期", "the finding again on"), certificate?.day(of: .found)),
    ]
    return days.compactMap { name, day in day.map { (name, $0) } }.max { $0.1 < $1.1 }
  }

  /// The days that are compared with today alone, or with each other.
  private func otherDayProblem(on today: Day) -> DayProblem? {
    if let review = Day(iso: self[.reviewDate]), review <= today {
      return (Phrase("复核日 \(review) 已过", "The review day \(review) has passed"), .reviewDate)
    }
    if let ended = Day(iso: self[.treatmentEnd]), let birth, ended < birth {
      let name = service.input(for: .treatmentEnd).name
      return (Self.reversed(name, ended, Phrase("出生日期", "the birth on"), birth), .treatmentEnd)
    }
    guard service == .transferIn, let from = Day(iso: self[.validFrom]), let to = Day(iso: self[.validTo]) else {
      return nil
    }
    let name = service.input(for: .validFrom).name
    if from > today { return (name + Phrase(" \(from) 在将来", " \(from) lies in the future"), .validFrom) }
    if let birth, from < birth {
      return (Self.reversed(name, from, Phrase("出生日期", "the birth on"), birth), .validFrom)
    }
    if to < from { return (Phrase("有效期 \(to) 早于发证日期", "The validity ends before the issue"), .validTo) }
    if to > from.adding(years: 10) { return (Phrase("有效期超过十年", "The validity is longer than ten years"), .validTo) }
    guard hasEndedBeforeTheMove(on: today) else { return nil }
    return (Phrase("原证 \(to) 已到期，不能按有效证迁入", "The certificate ended on \(to) and does not move in as valid"), .validTo)
  }

  private static func reversed(_ name: Phrase, _ day: Day, _ other: Phrase, _ before: Day) -> Phrase {
    name + Phrase(" \(day) 早于", " \(day) is before ") + other + .verbatim(" \(before)")
  }

  /// An event before the card in force was issued: somebody came for that card, or it went out after a death.
  func beforeCardWarning(_ certificate: Certificate?) -> [Warning] {
    guard service == .cancel || service == .freeze || service == .transferOut, !Self.decided.contains(state),
      let day = Day(iso: self[.eventDate]), let issued = certificate?.validFrom, day < issued
    else { return [] }
    return [
      Warning(
        code: .eventBeforeCard,
        sentence: Phrase(
          "事件日期 \(day) 早于现证发证日期 \(issued)：此后办过证，请先查明",
          "the date \(day) is before the present card's issue of \(issued): somebody came for it, find out first"),
        possibleFrom: nil, source: .design)
    ]
  }
}
