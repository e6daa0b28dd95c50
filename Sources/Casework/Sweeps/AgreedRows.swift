/// Rows of a list under way by which people would die again whose certificates another list has just given back.
public struct AgreedRows: Hashable, Sendable {
  /// The number of their sweep.
  public let sweep: String
  public let state: Sweep.State
  public let rows: [Int]

  public init(sweep: String, state: Sweep.State, rows: [Int]) {
    self.sweep = sweep
    self.state = state
    self.rows = rows
  }

  /// What is agreed there, and what to do about it.
  public var words: Phrase {
    let short = Sweep.short(sweep)
    return Phrase("\(short)（\(state.name.chinese)）第 ", "\(short) (\(state.name.english.lowercased())), row ")
      + .rows(rows)
      + Phrase(" 行仍同意注销同一人：", ": the same death is still accepted; ") + way
  }

  private var way: Phrase {
    switch state {
    case .submitted: Phrase("请退回那份名单，重新决定", "return that list and decide it again")
    case .approved, .applied, .undone, .abandoned:
      Phrase("那份名单已确认，执行时这些行会被拒；请查明", "it is confirmed, and these rows will be refused: find out")
    case .open, .returned: Phrase("请在那份名单中重新决定", "decide it again there")
    }
  }
}
