import Casework
import GRDB

extension CaseStore {
  /// The accepted deaths of other lists under way by which the same certificates would end again.
  func agreedRows(about certificates: Set<String>, besides sweep: Sweep, in db: Database) throws -> [AgreedRows] {
    let people = Set(try certificates.compactMap { try Self.inForce(numbered: $0, in: db)?.identity }).subtracting([""])
    let found = try Row.fetchAll(
      db,
      sql: """
        SELECT e.number, e.state, r.row FROM sweep e JOIN sweep_row r ON r.sweep = e.id
        WHERE e.id <> ?1 AND e.state IN \(Sweep.underWay.sqlList) AND r.kind = 'death' AND r.decision = 'accept'
          AND (r.identity IN (SELECT value FROM json_each(?2)) OR r.decision_target IN (SELECT value FROM json_each(?3)))
        ORDER BY e.id, r.row
        """, arguments: [sweep.id, people.jsonList, certificates.jsonList])
    return try Dictionary(grouping: found) { $0[0] as String }.sorted { $0.key < $1.key }.map { number, rows in
      guard let state = Sweep.State(rawValue: rows[0][1]) else { throw StoreProblem.damaged("sweep \(number)") }
      return AgreedRows(sweep: number, state: state, rows: rows.map { $0[2] })
    }
  }

  /// The undecided rows of other lists that nobody was asked about because of what was taken back now: those about people
  /// whose certificates had ended, and those that were left to rows of this sweep.
  ///
  /// - Parameter certificates: the numbers of those that were given back.
  func relyingRows(
    on undone: [Int], of certificates: Set<String>, of sweep: Sweep, in db: Database
  ) throws -> [RelyingRows] {
    let people = Set(try certificates.compactMap { try Self.inForce(numbered: $0, in: db)?.identity }).subtracting([""])
    let found = try Row.fetchAll(
      db,
      sql: """
        SELECT e.id, e.number, e.state, r.row FROM sweep e JOIN sweep_row r ON r.sweep = e.id
        WHERE e.id <> ?1 AND e.state NOT IN \(Sweep.terminal.sqlList) AND e.since > ?2 AND r.class = 'inactive'
          AND r.decision IS NULL AND r.identity IN (SELECT value FROM json_each(?3))
        UNION
        SELECT e.id, e.number, e.state, r.row FROM sweep_repeated p JOIN sweep e ON e.id = p.sweep
          JOIN sweep_row r ON r.sweep = p.sweep AND r.row = p.row
        WHERE p.earlier = ?1 AND p.earlier_row IN (SELECT value FROM json_each(?4)) AND r.decision IS NULL
          AND e.state NOT IN \(Sweep.terminal.sqlList)
        ORDER BY 1, 4
        """,
      arguments: [
        sweep.id, today.adding(months: -12).iso, people.jsonList,
        undone.jsonList,
      ])
    return try Dictionary(grouping: found) { $0[0] as Int64 }.sorted { $0.key < $1.key }.map { _, rows in
      guard let state = Sweep.State(rawValue: rows[0][2]) else {
        throw StoreProblem.damaged("sweep \(rows[0][1] as String)")
      }
      return RelyingRows(sweep: rows[0][1], state: state, rows: rows.map { $0[3] })
    }
  }
}
