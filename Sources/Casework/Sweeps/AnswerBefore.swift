/// What a person decided on the same row of an earlier sweep.
public struct AnswerBefore: Hashable, Sendable {
  public let sweep: Sweep
  /// The row as it stood and was decided there.
  public let row: SweepRow
  /// Who decided it, as people are called.
  public let name: String
  public let day: Day
  /// The number of that decision in the log.
  public let logged: Int64

  public init(sweep: Sweep, row: SweepRow, name: String, day: Day, logged: Int64) {
    self.sweep = sweep
    self.row = row
    self.name = name
    self.day = day
    self.logged = logged
  }

  /// What it is given again as: where it was given first, by whom and when, and why.
  public var again: RepeatedAnswer {
    let reason = row.decisionReason ?? ""
    return RepeatedAnswer(kept: reason)
      ?? RepeatedAnswer(sweep: sweep.number, row: row.row, name: name, day: day.iso, reason: reason)
  }

  /// Why the row of today has to be looked at all the same; `nil` where all that the answer stood on is as it was.
  public func obstacle(for now: SweepRow) -> Obstacle? {
    if row.decision == .hold { return .held }
    guard row.decision == .reject else { return .unanswered }
    if sweep.state != .approved && sweep.state != .applied { return .notConfirmed }
    // That it was refused before is what is to be answered again.
    if now.blocks.contains(where: { $0 != .refusedBefore }) { return .blocked }
    if isAboutTheHolder { return .aboutTheHolder }
    if !now.says(theSameAs: row) { return .rowDiffers }
    if (now.sweepClass, now.reason, now.proposal) != (row.sweepClass, row.reason, row.proposal) {
      return .classDiffers
    }
    return now.people == row.people ? nil : .othersFound
  }

  /// Whether it said how the holder is, and not that the row is about another person.
  private var isAboutTheHolder: Bool {
    row.sweepClass == .exact || row.isAnsweredAlive
  }

  /// Why an answer does not hold for a row of today.
  public enum Obstacle: String, CaseIterable, Sendable {
    case decidedNow = "decided_now"
    case elsewhere = "stands_elsewhere"
    case ownCase = "not_own_case"
    case unanswered
    case held
    case notConfirmed = "not_confirmed"
    case blocked
    case aboutTheHolder = "about_the_holder"
    case rowDiffers = "row_differs"
    case classDiffers = "class_differs"
    case othersFound = "others_found"
    case actedSince = "acted_since"

    public var name: Phrase {
      switch self {
      case .decidedNow: Phrase("此次已经决定", "decided in this sweep already")
      case .elsewhere: Phrase("在本季度较早的名单中办", "an earlier list of the quarter settles it")
      case .ownCase: Phrase("是本人或亲属的，须由他人决定", "about yourself or a relative: somebody else decides")
      case .unanswered: Phrase("以前没有定为「不同意」", "was not rejected before")
      case .held: Phrase("以前也留待核实，仍须核实", "was held before and stays to be asked")
      case .notConfirmed: Phrase("以前那次没有经审核主管确认", "nobody confirmed that sweep")
      case .blocked: Phrase("有生存迹象或可疑之处，须逐行决定", "something speaks against it: decided by itself")
      case .aboutTheHolder: Phrase("以前定的不是「另一个人」，须再核实", "the answer was not that it is somebody else")
      case .rowDiffers: Phrase("名单上写的与以前不同", "the file says something else of the person")
      case .classDiffers: Phrase("比对的结果与以前不同", "it compares otherwise than before")
      case .othersFound: Phrase("登记册中可能的人与以前不同", "the register shows other people")
      case .actedSince: Phrase("可能的人此后办过业务", "something was done for one of the people since")
      }
    }
  }
}

extension SweepRow {
  /// Whether the reason of its decision says that the holder lives.
  public var isAnsweredAlive: Bool {
    ["健在", "在世", "活着", "更正", "alive", "corrected"].contains { (decisionReason ?? "").contains($0) }
  }

  /// Whom it may be about: the certificate of its number or its candidates, and the near ones.
  public var people: Set<String> {
    Set((certificate.isEmpty ? candidates : [certificate]) + near.map(\.certificate))
  }

  /// Those of them whom nobody has told apart.
  public var peopleLeft: Set<String> { people.subtracting(apart) }

  /// Whether the file tells the same of the person besides number, name, kind and date.
  fileprivate func says(theSameAs other: SweepRow) -> Bool {
    source.birth == other.source.birth && source.address == other.source.address && source.note == other.source.note
      && source.details == other.source.details
  }
}

extension Event<Sweep> {
  /// The reason of each row by its number, where a decision gave every row its own.
  public var reasons: Entries? { data["reasons"].flatMap { Entries(json: $0) } }

  /// Why a row was decided so.
  public func reason(ofRow row: Int) -> String { reasons?[String(row)] ?? data.text("reason") }
}
