public import Casework
import GRDB

/// How many cases stand where, and how many of them are late: read from what is kept move by move, not counted.
struct CaseCounts {
  typealias Pair = (count: Int, overdue: Int)

  private var states: [Application.State: Pair] = [:]
  /// Of the panels those on which all seats agree.
  private var agreed: Pair = (0, 0)

  init(on today: Day, in db: Database) throws {
    let statement = try db.cachedStatement(
      sql: "SELECT state, sum(cases), sum(CASE WHEN day < ? THEN cases ELSE 0 END) FROM case_day GROUP BY state")
    for row in try Row.fetchAll(statement, arguments: [today.ordinal]) {
      guard let state = Application.State(rawValue: row[0]) else { continue }
      states[state] = (row[1], CaseClock(running: state)?.isWaiting == true ? 0 : row[2])
    }
    let panels = try db.cachedStatement(
      sql: """
        SELECT count(*), coalesce(sum(urgency < ?), 0)
        FROM case_key CROSS JOIN application ON id = application WHERE key = '\(CaseKeys.agreed)'
        """)
    if let row = try Row.fetchOne(panels, arguments: [Application.urgency(on: today.ordinal)]) {
      agreed = (row[0], row[1])
    }
  }

  /// Of some of the states of a queue, or of the states as a whole where there is none.
  func counts(in states: [Application.State], of queue: CaseQueue?) -> Pair {
    states.reduce((0, 0)) { sum, state in
      let own = counts(in: state, of: queue)
      return (sum.0 + own.count, sum.1 + own.overdue)
    }
  }

  private func counts(in state: Application.State, of queue: CaseQueue?) -> Pair {
    let all = states[state] ?? (0, 0)
    return switch queue {
    case .panel: (all.count - agreed.count, all.overdue - agreed.overdue)
    case .closing: agreed
    default: all
    }
  }
}

extension CaseStore {
  /// How many cases wait in each queue, and how many of them are late.
  public func queueCounts() throws -> [CaseQueue: (count: Int, overdue: Int)] {
    try read { db in
      let counts = try CaseCounts(on: today, in: db)
      return Dictionary(
        uniqueKeysWithValues: CaseQueue.allCases.map { ($0, counts.counts(in: $0.states, of: $0)) })
    }
  }

  /// The first cases of some queues, the one most in danger of being late first, found without reading the others.
  public func mostUrgent(in queues: [CaseQueue], limit: Int) throws -> [Application] {
    try read { db in try Self.firstCases(in: queues, limit: limit, in: db).map { try application($0, in: db) } }
  }

  /// Asks for the urgencies of the cases in a state, of panels only for those that are in the queue.
  static func urgencies(in state: Application.State, of queue: CaseQueue?) -> String {
    let agreed = "FROM case_key CROSS JOIN application ON id = application WHERE key = '\(CaseKeys.agreed)'"
    let all = "SELECT urgency FROM application WHERE state = '\(state.rawValue)'"
    return switch queue {
    case .panel: all + " AND id NOT IN (SELECT application FROM case_key WHERE key = '\(CaseKeys.agreed)')"
    case .closing: "SELECT urgency \(agreed)"
    default: all
    }
  }
}
