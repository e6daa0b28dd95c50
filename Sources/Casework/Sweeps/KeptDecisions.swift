/// How many rows stand decided, by decision.
public struct KeptDecisions: Hashable, Sendable {
  public let rows: [SweepDecision: Int]

  public init(_ rows: [SweepDecision: Int]) { self.rows = rows.filter { $0.value > 0 } }

  /// Said where all of a class is decided together: what was decided before stays; `nil` where nothing was.
  public var keptWords: Phrase? {
    if rows.isEmpty { return nil }
    let parts = SweepDecision.allCases.compactMap { decision in
      rows[decision].map { decision.name + .verbatim(" \($0)") }
    }
    return Phrase("已有决定的不改：", "decided before and kept: ") + .joined(parts, by: Phrase("、", ", "))
      + Phrase("；要改的按行另定", "; decide those anew by their rows")
  }

  /// Said before a list is handed on of which nothing is accepted and something is held; `nil` for any other.
  public var nothingAccepted: Phrase? {
    guard rows[.accept] == nil, let held = rows[.hold] else { return nil }
    return Phrase(
      "一行也没有同意，留待核实的有 \(held) 行：执行时什么也不办；要办的先按行改定",
      "no row is accepted and \(held.counted("row is", "rows are")) held: carrying it out does nothing; decide anew by row what shall be done"
    )
  }
}
