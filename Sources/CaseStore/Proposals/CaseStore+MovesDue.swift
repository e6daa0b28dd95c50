public import Casework
import GRDB

extension CaseStore {
  /// The clocks of moved households that run out in a quarter or ran out before it, the longest due first.
  ///
  /// - Parameter isLogged: whether the list leaves the desk, which is noted.
  public func movesDue(in quarter: Quarter, isLogged: Bool = false, by session: Session) throws -> [MoveDue] {
    let due = try read { db in
      try require(Sweep.readers, of: session, in: db)
      return try Row.fetchAll(
        db,
        sql: """
          SELECT \(Certificate.selection) FROM certificate
          WHERE due <= ? AND state IN ('valid', 'lost', 'frozen')
            AND json_extract(body, '$."todo.watch_move.ground"') IS NOT NULL
          """, arguments: [quarter.lastDay.iso]
      ).compactMap(Certificate.init(row:)).flatMap { $0.movesDue(by: quarter.lastDay) }
        .sorted { ($0.on, $0.certificate.id) < ($1.on, $1.certificate.id) }
    }
    if isLogged {
      try write { db in
        try logAccess(
          "moves_due", by: session.staff.id, data: ["quarter": quarter.text, "rows": String(due.count)], in: db)
      }
    }
    return due
  }
}
