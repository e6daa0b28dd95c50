import Casework
import GRDB

extension Audit {
  /// Near matches and earlier sweeps of rows by the import's digest; marks by making them anew.
  func checkNear() throws {
    for row in try Row.fetchAll(db, sql: "SELECT \(Sweep.selection) FROM sweep") {
      guard let sweep = Sweep(row: row) else { throw fail(0, "sweep \(row[0] as Int64)") }
      let digest = try NearDigest.of(sweep.id, in: db)
      let told = sweep.value("near_digest", of: .import)
      if digest != (told.isEmpty ? RowsDigest.ofNothing : told) {
        throw fail(0, "sweep \(sweep.number): its near matches are not those that were found")
      }
      guard let kept = try Row.fetchOne(db, sql: "SELECT marks FROM sweep_marks WHERE sweep = ?", arguments: [sweep.id])
      else { continue }
      if bytes(of: kept, at: 0) != SweepMarks.packed(try SweepMarks.marks(of: sweep.id, in: db).map(\.mark)) {
        throw fail(0, "sweep \(sweep.number): its marks are not those of its rows")
      }
    }
    for (table, others) in [
      // Near matches are found piece by piece as well, before their sweep is there.
      ("sweep_near", "SELECT id FROM sweep UNION SELECT sweep FROM sweep_staging"),
      ("sweep_seen", "SELECT id FROM sweep"), ("sweep_marks", "SELECT id FROM sweep"),
      ("sweep_repeated", "SELECT id FROM sweep"), ("sweep_holder", "SELECT id FROM sweep"),
    ] {
      let sql = "SELECT count(*) FROM \(table) WHERE sweep NOT IN (\(others))"
      if try Int.fetchOne(db, sql: sql) != 0 { throw fail(0, "\(table) has rows of no sweep") }
    }
  }
}
