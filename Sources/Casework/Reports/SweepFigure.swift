/// What is counted of the sweeps of a quarter (domain: 5.1, output h; features: 50).
///
/// Rows are counted as they stand: what was undone was not done, and counts as taken back.
public enum SweepFigure: String, CaseIterable, Sendable {
  case files
  /// Files whose sweep was taken back as a whole.
  case undone
  case rows, matched
  case toAsk = "to_ask"
  case notOurs = "not_ours"
  case bad
  /// Rows that a person had to look at one by one, and what was decided on them once somebody else confirmed it.
  case doubtful
  case doubtfulAccepted = "doubtful_accepted"
  case doubtfulRejected = "doubtful_rejected"
  case doubtfulHeld = "doubtful_held"
  case doubtfulOpen = "doubtful_open"
  /// Rows that were to be carried out, and what came of them.
  case accepted, cancelled, watched, changed
  /// Brought about by another list before.
  case already
  case refused
  case takenBack = "taken_back"

  public var name: Phrase {
    switch self {
    case .files: Phrase("名单", "Files")
    case .undone: Phrase("整批撤销", "Undone")
    case .rows: Phrase("行数", "Rows")
    case .matched: Phrase("相符", "Matched")
    case .toAsk: Phrase("待核对", "To ask")
    case .notOurs: Phrase("不在册", "Not ours")
    case .bad: Phrase("不可用", "Bad")
    case .doubtful: Phrase("存疑", "Doubtful")
    case .doubtfulAccepted: Phrase("存疑同意", "Accepted")
    case .doubtfulRejected: Phrase("存疑不同意", "Rejected")
    case .doubtfulHeld: Phrase("存疑留待", "Held")
    case .doubtfulOpen: Phrase("存疑未确认", "Open")
    case .accepted: Phrase("同意办理", "Accepted")
    case .cancelled: Phrase("注销", "Cancelled")
    case .watched: Phrase("迁出计时", "Watched")
    case .changed: Phrase("变更", "Changed")
    case .already: Phrase("另单已办", "Done by another list")
    case .refused: Phrase("拒绝", "Refused")
    case .takenBack: Phrase("撤销", "Taken back")
    }
  }

  /// The three tables in which they stand on paper; of each the first figures divide nothing.
  static let tables: [[SweepFigure]] = [
    [.files, .undone, .rows, .matched, .toAsk, .notOurs, .bad],
    [.doubtful, .doubtfulAccepted, .doubtfulRejected, .doubtfulHeld, .doubtfulOpen],
    [.accepted, .cancelled, .watched, .changed, .already, .refused, .takenBack],
  ]

  /// What must add up to what.
  static let sums: [(whole: SweepFigure, parts: [SweepFigure])] = [
    (.rows, [.matched, .toAsk, .notOurs, .bad]),
    (.doubtful, [.doubtfulAccepted, .doubtfulRejected, .doubtfulHeld, .doubtfulOpen]),
    (.accepted, [.cancelled, .watched, .changed, .already, .refused, .takenBack]),
  ]

  /// Those that reports were signed with before there were others.
  static let first: [SweepFigure] = [.files, .rows, .cancelled, .watched, .changed, .refused]

  /// `sweeps.2026Q3.to_ask`.
  public func code(in quarter: Quarter) -> String { "sweeps.\(quarter.text).\(rawValue)" }

  /// Whether it counts sweeps and not their rows.
  public var isOfSweeps: Bool { self == .files || self == .undone }

  /// What a code names, where it is one of these.
  public static func named(_ code: String) -> (quarter: Quarter, figure: SweepFigure)? {
    let parts = code.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "sweeps", let quarter = Quarter(parts[1]), quarter.text == parts[1],
      let figure = SweepFigure(rawValue: String(parts[2]))
    else { return nil }
    return (quarter, figure)
  }
}
