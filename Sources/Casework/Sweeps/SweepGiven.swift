/// What somebody adds to a decision on one row: with accepting the real date, and which of several people it is about;
/// with accepting a declared death the judgment; with rejecting the one person whom it is not about, while others stay
/// possible, and with taking back the one of whom that was said.
public struct SweepGiven: Hashable, Sendable {
  public var date: Day?
  /// The certificate of one of those whom the row may be about.
  public var target: String?
  /// By which somebody was declared dead; only the log and the certificate keep it.
  public var judgment: CourtJudgment?

  public init(date: Day? = nil, target: String? = nil, judgment: CourtJudgment? = nil) {
    self.date = date
    self.target = target
    self.judgment = judgment
  }

  /// As a decision's event tells it.
  public init(_ fields: Entries) {
    self.init(date: Day(iso: fields.text("date")), target: fields["target"], judgment: CourtJudgment(fields))
  }

  public var fields: Entries {
    var fields: Entries = [:]
    if let date { fields["date"] = date.iso }
    if let target { fields["target"] = target }
    if let judgment { fields.merge(judgment.fields) }
    return fields
  }

  public var words: Phrase {
    let card = target.map(Masking.certificate)
    return .joined(
      [
        date.map { Phrase("日期定为 \($0)", "date taken as \($0)") },
        card.map { Phrase("定为证件 \($0)", "taken as \($0)") }, judgment?.words,
      ].compactMap { $0 }, by: Phrase("，", ", "))
  }
}

extension Event<Sweep> {
  /// The certificate of whom alone somebody said that a row is not about it.
  public var toldApart: String? { target(of: .reject) }

  /// The certificate of whom alone that was taken back.
  public var heldPossible: String? { target(of: .open) }

  private func target(of decision: SweepDecision) -> String? {
    move == .decide && data.text("decision") == decision.rawValue ? data["target"] : nil
  }
}

extension SweepRow {
  /// The day on which it happened: the one given with the decision, else the file's.
  public var day: Day? { given.date ?? eventDate.day }

  /// That day as lists and letters write it.
  public var dayText: String { given.date?.iso ?? eventDate.text }

  /// Who gave the day where it is not the one of the list.
  public var dateGivenWords: Phrase? {
    guard let date = given.date else { return nil }
    let (staff, written) = (decidedBy ?? "", eventDate.text)
    return Phrase(
      "日期 \(date) 由 \(staff) 核定" + (written.isEmpty ? "，名单没有写" : "，名单写作「\(written)」"),
      "the day \(date) was found by \(staff)"
        + (written.isEmpty ? ", the list has none" : ", the list says “\(written)”"))
  }

  /// Whether accepting it takes the real date: of a death or a move the file gives none, one that cannot be, one to
  /// come, or one before the certificate was issued (domain: 5.1).
  public func needsDate(issued: Day?, on today: Day) -> Bool {
    guard [.death, .moveOut].contains(carriedOutAs) else { return false }
    guard let day = eventDate.day else { return true }
    return day > today || issued.map { day < $0 } ?? false
  }
}
