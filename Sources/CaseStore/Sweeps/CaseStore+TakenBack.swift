import Casework
import GRDB

/// Rows that an earlier sweep carried out and that were taken back since: a list that has them again does not bring them
/// back into the bulk.
extension CaseStore {
  /// Keeps it on the rows of a sweep; of deaths the certificate itself tells it.
  func keepTakenBack(of sweep: Int64, in db: Database) throws {
    var undone: [UInt64: LifeSign] = [:]
    for earlier in try sweepsWithUndoneRows(besides: sweep, in: db) {
      for row in try readRows(of: earlier, where: "outcome = '\(SweepRow.undone)' AND kind <> 'death'", [], in: db) {
        guard let event = try undoing(of: row, in: earlier, db) else { continue }
        undone[SweepMarks.mark(of: row)] = LifeSign(
          .takenBack, on: event.day.iso, source: "\(earlier.number):\(row.row)", detail: event.data.text("reason"))
      }
    }
    if undone.isEmpty { return }
    for row in try readRows(ofSweep: sweep, where: "kind <> 'death' AND proposal <> 'none'", [], in: db) {
      if let sign = undone[SweepMarks.mark(of: row)] { try keep(sign, row: row.row, of: sweep, in: db) }
    }
  }

  private func sweepsWithUndoneRows(besides sweep: Int64, in db: Database) throws -> [Sweep] {
    try Row.fetchAll(
      db, sql: "SELECT \(Sweep.selection) FROM sweep WHERE id <> ? AND state <> 'abandoned' ORDER BY id",
      arguments: [sweep]
    ).compactMap(Sweep.init(row:)).filter { sweep in
      [Sweep.Move.undo, .undoRow].contains { !sweep.value("rows", of: $0).isEmpty }
    }
  }

  /// The event that took a row back from its certificate.
  private func undoing(of row: SweepRow, in sweep: Sweep, _ db: Database) throws -> Event<Certificate>? {
    let ground = sweep.ground(of: row.row)
    for certificate in try row.target.map({ try Self.certificates(numbered: $0, in: db) }) ?? [] {
      let events = try EventLog.events(of: Certificate.kind, certificate.id, in: db)
        .compactMap { $0.event(of: Certificate.self) }
      if let found = events.last(where: { $0.move == .sweepUndone && $0.data.text("ground") == ground }) {
        return found
      }
    }
    return nil
  }
}
