import Casework
import GRDB

/// A row of a list by which somebody has died.
struct DeathRow {
  /// The number of its sweep, and since when that is in its state.
  let sweep: String
  let since: Day
  let row: Int
  let identity: String
  /// As the list writes it.
  let day: String
  /// Whether it was carried out and taken back.
  let isTakenBack: Bool
}

extension CaseStore {
  /// The rows of the lists of the last year by which people of these numbers have died, that nobody rejected; looked for
  /// row by row.
  func deathRows(of identities: [String], in db: Database) throws -> [DeathRow] {
    let numbers = identities.filter { !$0.isEmpty }
    if numbers.isEmpty { return [] }
    return try Row.fetchAll(
      db,
      sql: """
        SELECT sweep.number, sweep.since, sweep_row.row, sweep_row.identity, sweep_row.event_date, sweep_row.outcome
        FROM sweep_row JOIN sweep ON sweep.id = sweep_row.sweep
        WHERE sweep_row.sweep IN (SELECT id FROM sweep WHERE since > ?)
          AND sweep.state NOT IN \(Sweep.terminal.sqlList)
          AND sweep_row.identity IN (\(numbers.map { _ in "?" }.joined(separator: ", "))) AND sweep_row.kind = 'death'
          AND sweep_row.duplicate_of = '' AND coalesce(sweep_row.decision, '') <> 'reject'
        ORDER BY sweep_row.sweep, sweep_row.row
        """, arguments: [today.adding(months: -12).iso] + StatementArguments(numbers)
    ).compactMap { row in
      Day(iso: row[1]).map {
        DeathRow(
          sweep: row[0], since: $0, row: row[2], identity: row[3], day: row[4],
          isTakenBack: row[5] as String? == SweepRow.undone)
      }
    }
  }
}
