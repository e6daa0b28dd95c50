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
    let sql = """
      SELECT owner, count(*) FROM application INDEXED BY application_by_share
      WHERE state IN \(states.sqlList)\(panels) GROUP BY owner ORDER BY 2 DESC, 1
      """
    return try Row.fetchAll(db, sql: sql).map { OwnerShare(owner: $0[0], count: $0[1]) }
  }
}
