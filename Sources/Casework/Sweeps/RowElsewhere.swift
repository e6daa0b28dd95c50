/// Where a row that an earlier list of the quarter has as well stands there: nobody is asked twice (features: 49).
public struct RowElsewhere: Hashable, Sendable {
  /// The number of the earlier sweep.
  public let sweep: String
  public let row: Int
  public let state: Sweep.State
  /// What is decided on it there; `nil` where that is open still.
  public let decision: SweepDecision?

  public init(sweep: String, row: Int, state: Sweep.State, decision: SweepDecision?) {
    self.sweep = sweep
    self.row = row
    self.state = state
    self.decision = decision
  }

  private var answer: Phrase { decision?.name ?? Phrase("还没有决定", "undecided still") }

  public var words: Phrase {
    let short = Sweep.short(sweep)
    return Phrase(
      "\(short) 第 \(row) 行是同一行：\(answer.chinese)（名单\(state.name.chinese)），在那里办，此处不再问",
      "the same as row \(row) of \(short): \(answer.english.lowercased()) (\(state.name.english.lowercased())); settled there, not asked here"
    )
  }

  /// The same where there is little room.
  public var mark: Phrase { decision == nil ? Phrase("另单在办", "earlier") : Phrase("另单已定", "earlier") }
}

extension Refusal {
  /// A decision on rows that an earlier list of the quarter settles.
  static func standsElsewhere(_ places: [RowElsewhere]) -> Refusal {
    Refusal(
      Sweep.Requirement.notElsewhere.rawValue, .joined(places.map(\.words), by: Phrase("；", "; ")),
      remedy: Phrase("请到那份名单去定；那份名单放弃后，这里再问", "Decide it in that list; once that is given up, it is asked here"))
  }

  /// Giving up a list to which later ones have left rows.
  static func reliedUpon(_ sweeps: [String]) -> Refusal {
    let short = sweeps.map(Sweep.short)
    return Refusal(
      Sweep.Requirement.notReliedUpon.rawValue,
      Phrase(
        "\(short.joined(separator: "、")) 的相同各行留给此名单决定，已提交，不能放弃此名单",
        "\(short.joined(separator: ", ")) left the same rows to this list and went on: it cannot be given up"),
      remedy: Phrase("请先退回那份名单，或在此名单中决定各行", "Return that list first, or decide the rows in this one"))
  }
}
