public import Casework
import GRDB

extension CaseStore {
  /// Who may see whose certificates end.
  static let renewalReaders: [Role] = [.clerk, .supervisor, .chair, .administrator]

  /// How many valid certificates end by each period; read from the index alone.
  public func renewalCounts() throws -> [RenewalPeriod: Int] {
    try read { db in
      let policy = try policy(on: today, in: db)
      return try RenewalPeriod.allCases.reduce(into: [:]) { counts, period in
        counts[period] = try renewalCount(until: period.end(from: today, under: policy), in: db)
      }
    }
  }

  /// How many valid certificates end in each week up to a day, the week of today first; read from the index alone.
  public func renewalsPerWeek(until end: Day) throws -> [(from: Day, count: Int)] {
    let monday = today.adding(days: 1 - today.weekday)
    return try read { db in
      let rows = try Row.fetchAll(
        try db.cachedStatement(
          sql: """
            SELECT valid_to, count(*) FROM certificate
            WHERE state = 'valid' AND valid_to >= ? AND valid_to <= ? GROUP BY valid_to
            """), arguments: [today.iso, end.iso])
      var weeks: [Int: Int] = [:]
      for row in rows {
        guard let day = Day(iso: row[0]) else { continue }
        weeks[(day.ordinal - monday.ordinal) / 7, default: 0] += row[1] as Int
      }
      guard let last = weeks.keys.max() else { return [] }
      return (0...last).map { (monday.adding(days: $0 * 7), weeks[$0] ?? 0) }
    }
  }

  /// The holders whose certificates end by a day, the first to end first; what is not asked for is not read.
  ///
  /// Throws `Refusal`.
  ///
  /// - Parameters:
  ///   - village: what their address has in it.
  ///   - isLogged: whether the list leaves the desk, which is noted.
  public func renewals(
    until end: Day, village: String = "", limit: Int? = nil, skipping skipped: Int = 0, isLogged: Bool = false,
    by session: Session
  ) throws -> [RenewalLine] {
    let lines = try read { db in
      try require(Self.renewalReaders, of: session, in: db)
      let sought =
        village.isEmpty
        ? "" : " AND instr(body, :village) > 0 AND instr(json_extract(body, '$.address'), :village) > 0"
      let sql = """
        SELECT \(Certificate.selection) FROM certificate
        WHERE state = 'valid' AND valid_to >= :today AND valid_to <= :end\(sought)
        ORDER BY valid_to, id LIMIT :limit OFFSET :skipped
        """
      var arguments: StatementArguments = [
        "today": today.iso, "end": end.iso, "limit": limit ?? -1, "skipped": skipped,
      ]
      if !village.isEmpty { arguments += ["village": village] }
      return try Row.fetchAll(try db.cachedStatement(sql: sql), arguments: arguments).compactMap(Certificate.init(row:))
        .map { RenewalLine($0, openCase: try openRenewal(of: $0.identity, in: db)) }
    }
    if isLogged {
      try write { db in
        try logAccess(
          "renewal_list", by: session.staff.id, data: ["until": end.iso, "rows": String(lines.count)], in: db)
      }
    }
    return lines
  }

  private func renewalCount(until end: Day, in db: Database) throws -> Int {
    try Int.fetchOne(
      try db.cachedStatement(
        sql: "SELECT count(*) FROM certificate WHERE state = 'valid' AND valid_to >= ? AND valid_to <= ?"),
      arguments: [today.iso, end.iso]) ?? 0
  }

  private func openRenewal(of identity: String, in db: Database) throws -> String? {
    try String.fetchOne(
      try db.cachedStatement(
        sql: """
          SELECT number FROM application WHERE identity = ? AND identity <> '' AND service = 'renew_exp'
            AND state NOT IN \(Application.State.finished.sqlList)
          """), arguments: [identity])
  }
}
