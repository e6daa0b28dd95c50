public import Casework
import GRDB

/// How many cases of a list somebody holds (features: 51).
public struct OwnerShare: Hashable, Sendable {
  public let owner: StaffMember.ID
  public let count: Int

  /// Of the cases in some states that are still to be worked on, the one who holds most first.
  static func shares(
    in states: [Application.State], of queue: CaseQueue?, _ db: Database
  ) throws -> [OwnerShare] {
    let states = queue == nil ? states.filter { !Application.State.finished.contains($0) } : states
    let agreed = "SELECT application FROM case_key WHERE key = '\(CaseKeys.agreed)'"
    let panels =
      switch queue {
      case .panel: " AND id NOT IN (\(agreed))"
      case .closing: " AND id IN (\(agreed))"
      default: ""
      }
    // State by state the index has the owners in their order, and nothing is to be sorted.
    let counting = try db.cachedStatement(
      sql: """
        SELECT owner, count(*) FROM application INDEXED BY application_by_share WHERE state = ?\(panels) GROUP BY owner
        """)
    var counts: [StaffMember.ID: Int] = [:]
    for state in states {
      for row in try Row.fetchAll(counting, arguments: [state.rawValue]) { counts[row[0], default: 0] += row[1] }
    }
    return counts.map { OwnerShare(owner: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.owner) < ($0.count, $1.owner) }
  }
}
