import Casework
import GRDB

extension CaseStore {
  /// Keeps on a row that would be decided with the others that a person said no to the same row of an earlier list, or
  /// held it (features: 49): nobody is struck off because a list comes again.
  func keepRefusedBefore(of sweep: Int64, in db: Database) throws {
    let asked = try readRows(
      ofSweep: sweep, where: "\(SweepRow.isAskedAgain) AND proposal <> 'review' AND block = ''", [], in: db)
    if asked.isEmpty { return }
    let place = try db.cachedStatement(
      sql: """
        SELECT number, coalesce(decision_reason, '') FROM sweep_row JOIN sweep ON id = sweep WHERE sweep = ? AND row = ?
        """)
    for (row, earlier) in try decidedBefore(asked, of: sweep, in: db) where earlier.decision != .accept {
      guard let read = try Row.fetchOne(place, arguments: [earlier.sweep, earlier.row]) else { continue }
      let kept: String = read[1]
      let sign = LifeSign(
        .refusedBefore, on: earlier.decision.rawValue, source: "\(read[0] as String):\(earlier.row)",
        detail: RepeatedAnswer(kept: kept)?.reason ?? kept)
      try keep(sign, row: row, of: sweep, in: db)
    }
  }
}
