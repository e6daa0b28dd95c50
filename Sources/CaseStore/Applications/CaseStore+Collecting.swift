import Casework
import GRDB

extension CaseStore {
  /// What says that the holder, or whoever comes for the card, has died: the register, and the lists of the last year.
  func deadAtHandingOver(
    _ application: Application, to collector: String, in db: Database
  ) throws -> [DeadAtHandingOver] {
    let number = IdentityCheck.check(collector, today: today).number?.text ?? ""
    let holder = application[.identity]
    let people = [holder, number == holder ? "" : number].filter { !$0.isEmpty }
    return try people.flatMap { identity in
      let held = try Self.onePerson(identity, as: nil, in: db)
      let isHolder = identity == holder
      if let ended = held.last(where: \.isEndedByDeath), !held.contains(where: { $0.state(on: today).isActive }) {
        return [DeadAtHandingOver(isHolder: isHolder, day: ended.deathDay?.iso ?? "")]
      }
      return try deathRows(of: identity, since: held.compactMap { $0.day(of: .restore) }.max(), in: db).map {
        DeadAtHandingOver(isHolder: isHolder, day: $0.day, row: $0.row)
      }
    }
  }

  /// The rows of lists by which somebody has died, that nobody rejected or took back.
  ///
  /// - Parameter restored: when a certificate of the person was restored: lists until then were found to be wrong.
  private func deathRows(
    of identity: String, since restored: Day?, in db: Database
  ) throws -> [(day: String, row: DeadAtHandingOver.Row)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT sweep.number, sweep_row.row, sweep_row.event_date FROM sweep_row JOIN sweep ON sweep.id = sweep_row.sweep
        WHERE sweep_row.sweep IN (SELECT id FROM sweep WHERE since > ?)
          AND sweep.state NOT IN \(Sweep.terminal.sqlList) AND sweep.since > ?
          AND sweep_row.identity = ? AND sweep_row.kind = 'death' AND sweep_row.duplicate_of = ''
          AND coalesce(sweep_row.decision, '') <> 'reject' AND coalesce(sweep_row.outcome, '') <> ?
        ORDER BY sweep_row.sweep, sweep_row.row
        """,
      arguments: [today.adding(months: -12).iso, restored?.iso ?? "", identity, SweepRow.undone]
    ).map { row in
      (day: row[2], row: DeadAtHandingOver.Row(sweep: row[0], number: row[1]))
    }
  }
}
