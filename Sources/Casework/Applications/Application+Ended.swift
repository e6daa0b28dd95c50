extension Application {
  /// How a case ended without what was asked for, also once it is filed; `nil` where it goes on or was granted.
  public var endedAs: State? {
    if Self.unsuccessful.contains(state) { return state }
    return state == .archived ? end?.to : nil
  }

  /// The ground that was given for such an end.
  public var reasonOfEnd: String { end.map { value("reason", of: $0.move) } ?? "" }

  /// The row of the table by which it ended so.
  private var end: (move: Move, to: State)? {
    let ends = Self.transitions.compactMap { row in
      row.to.flatMap { to in
        Self.unsuccessful.contains(to) ? day(of: row.move).map { (move: row.move, to: to, day: $0) } : nil
      }
    }
    return ends.filter { state == .archived || $0.to == state }.max { $0.day < $1.day }.map { ($0.move, $0.to) }
  }

  private static let unsuccessful: Set<State> = [.notAccepted, .refused, .withdrawn, .lapsed]
}
