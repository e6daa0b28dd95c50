public import Casework
import GRDB

/// What a list of cases is ordered by; the first is how a list opens.
public enum CaseOrder: String, CaseIterable, Sendable {
  /// The case most in danger of being late first.
  case urgency
  /// The newest first.
  case number
  case name, state
  /// Whoever has stood longest in the same state first.
  case since
  case owner, service

  public var name: Phrase {
    switch self {
    case .urgency: Phrase("最急在前", "most urgent first")
    case .number: Phrase("新业务在前", "newest first")
    case .name: Phrase("按姓名", "by name")
    case .state: Phrase("按状态", "by state")
    case .since: Phrase("停留久的在前", "longest in its state first")
    case .owner: Phrase("按经办", "by owner")
    case .service: Phrase("按事项", "by service")
    }
  }
}

extension CaseStore {
  /// The cases in some states that are wanted, in their order.
  static func cases(
    in states: [Application.State], of queue: CaseQueue?, by order: CaseOrder, in db: Database,
    where isWanted: (Application.State, Int64) -> Bool
  ) throws -> [Int64] {
    let byState = try states.map { state in try urgencies(in: state, of: queue, db).filter { isWanted(state, $0.id) } }
    if order == .state { return byState.flatMap { $0.map(\.id) } }
    let merged = byState.count == 1 ? byState[0] : byState.joined().sorted()
    let ids = merged.map(\.id)
    switch order {
    case .urgency, .state: return ids
    case .number: return ids.sorted(by: >)
    case .name:
      return try arranged(
        ids, "SELECT application FROM case_key WHERE key >= '\(CaseKeys.sound)' AND key < '\(CaseKeys.afterSound)'",
        in: db)
    case .since: return try arranged(ids, "SELECT id FROM application ORDER BY since, id", in: db)
    case .owner: return try arranged(ids, "SELECT id FROM application ORDER BY owner, service, id", in: db)
    case .service: return try arranged(ids, "SELECT id FROM application ORDER BY service, id", in: db)
    }
  }

  /// The ids that a statement gives, in its order; those it does not know come last.
  private static func arranged(_ ids: [Int64], _ sql: String, in db: Database) throws -> [Int64] {
    var wanted = CaseNumbers(upTo: ids.max() ?? 0)
    for id in ids { wanted.insert(id) }
    var seen = CaseNumbers(upTo: ids.max() ?? 0)
    var arranged: [Int64] = []
    arranged.reserveCapacity(ids.count)
    let statement = try BulkStatement(sql, in: db)
    while try statement.next() {
      let id = statement.number(0)
      guard wanted.contains(id) else { continue }
      seen.insert(id)
      arranged.append(id)
    }
    return arranged.count == ids.count ? arranged : arranged + ids.filter { !seen.contains($0) }
  }

  private static func urgencies(
    in state: Application.State, of queue: CaseQueue?, _ db: Database
  ) throws -> [Int64] {
    let statement = try BulkStatement(urgencies(in: state, of: queue) + " ORDER BY urgency", in: db)
    var urgencies: [Int64] = []
    while try statement.next() { urgencies.append(statement.number(0)) }
    return urgencies
  }

  /// The first cases in some states in the order of danger, without reading the others.
  static func firstCases(
    in states: [Application.State], of queue: CaseQueue?, limit: Int, in db: Database
  ) throws -> [Int64] {
    try firstCases(states.map { urgencies(in: $0, of: queue) }, limit: limit, in: db)
  }

  static func firstCases(in queues: [CaseQueue], limit: Int, in db: Database) throws -> [Int64] {
    let arms = queues.flatMap { queue in queue.states.map { urgencies(in: $0, of: queue) } }
    return try firstCases(arms, limit: limit, in: db)
  }

  private static func firstCases(_ arms: [String], limit: Int, in db: Database) throws -> [Int64] {
    guard !arms.isEmpty else { return [] }
    let sql = arms.joined(separator: " UNION ALL ") + " ORDER BY 1 LIMIT ?"
    return try Int64.fetchAll(try db.cachedStatement(sql: sql), arguments: [limit]).map(\.id)
  }
}

extension Int64 {
  /// The case that an urgency belongs to.
  fileprivate var id: Int64 { self & 0xFFFF_FFFF }
}
