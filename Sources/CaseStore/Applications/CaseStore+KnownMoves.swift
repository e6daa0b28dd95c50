public import Casework
import GRDB

extension CaseStore {
  /// What the store knows of the move for which the certificate of a case is to be frozen or to end.
  func knownMove(of application: Application, about certificate: Certificate?, in db: Database) throws -> KnownMove {
    guard application.isUntransferred, !Application.State.finished.contains(application.state), let certificate else {
      return KnownMove()
    }
    let moved = certificate.moveClock?.movedOn
    let returns = try rows(about: [certificate.identity], reporting: .other, in: db).filter { row in
      guard row.tellsOfReturn, row.outcome != SweepRow.undone else { return false }
      return Day(iso: row.day).flatMap { day in moved.map { day >= $0 } } ?? true
    }
    let notice = certificate.moveClock == nil ? nil : LettersSent(try dispatches(in: db)).last(about: certificate)
    return KnownMove(
      returns: returns.map {
        ReportedReturn(sweep: $0.sweep, row: $0.row, day: $0.day, written: $0.written, isAccepted: $0.isAccepted)
      }, notice: notice)
  }

  /// The deaths that lists of the last year report of people with a certificate, and that nobody has found to be wrong or
  /// carried out.
  public func reportedDeaths(ofHolder identity: String) throws -> [ReportedDeath] {
    try read { try reportedDeaths(ofHolders: [identity], guardian: "", in: $0) }
  }

  /// - Parameter guardian: the number of the guardian among them.
  func reportedDeaths(ofHolders identities: [String], guardian: String, in db: Database) throws -> [ReportedDeath] {
    try rows(about: identities, reporting: .death, in: db).filter { row in
      guard ![SweepRow.done, SweepRow.already, SweepRow.undone].contains(row.outcome) else { return false }
      // Lists until a certificate was restored were found to be wrong.
      let restored = try Self.certificates(of: row.identity, in: db).compactMap { $0.day(of: .restore) }.max()
      return restored.map { row.since > $0 } ?? true
    }.map {
      ReportedDeath($0.identity == guardian ? .guardian : .applicant, sweep: $0.sweep, row: $0.row, day: $0.day)
    }
  }

  /// The rows of one kind in the lists of the last year about people of these numbers who hold a certificate, that nobody
  /// has rejected.
  private func rows(
    about identities: [String], reporting kind: PoliceRecordKind, in db: Database
  ) throws -> [RowAboutHolder] {
    let held = try Set(identities).subtracting([""]).sorted().flatMap { identity in
      try String.fetchAll(
        try db.cachedStatement(sql: "SELECT DISTINCT number FROM certificate WHERE identity = ? ORDER BY number"),
        arguments: [identity]
      ).map { (identity, $0) }
    }
    if held.isEmpty { return [] }
    let lists = try Int64.fetchAll(
      try db.cachedStatement(
        sql: "SELECT id FROM sweep WHERE state NOT IN \(Sweep.terminal.sqlList) AND since > ? ORDER BY id"),
      arguments: [today.adding(months: -12).iso])
    return try held.flatMap { identity, certificate in
      try lists.flatMap { list in
        try HolderIndex.rows(about: certificate, in: list, db: db).compactMap { row in
          try Row.fetchOne(
            try db.cachedStatement(
              sql: """
                SELECT sweep.number, sweep.since, sweep_row.row, sweep_row.event_date, sweep_row.source_kind,
                  sweep_row.decision, sweep_row.outcome
                FROM sweep_row JOIN sweep ON sweep.id = sweep_row.sweep
                WHERE sweep_row.sweep = ? AND sweep_row.row = ? AND sweep_row.kind = ? AND sweep_row.certificate = ?
                  AND sweep_row.duplicate_of = '' AND coalesce(sweep_row.decision, '') <> 'reject'
                """), arguments: [list, row, kind.rawValue, certificate]
          ).flatMap { RowAboutHolder($0, of: identity) }
        }
      }
    }
  }
}

/// A row of a list about somebody who holds a certificate.
private struct RowAboutHolder {
  let identity: String
  /// The number of its sweep, and since when that is in its state.
  let sweep: String
  let since: Day
  let row: Int
  /// As the list writes it.
  let day: String
  let written: String
  let isAccepted: Bool
  let outcome: String?

  init?(_ row: Row, of identity: String) {
    guard let since = Day(iso: row[1] as String) else { return nil }
    self.identity = identity
    self.since = since
    (sweep, self.row, day, written) = (row[0], row[2], row[3], row[4])
    isAccepted = row[5] as String? == SweepDecision.accept.rawValue
    outcome = row[6]
  }

  var tellsOfReturn: Bool { PoliceRow.tellsOfReturn(written) }
}
