import Casework
import GRDB

extension CaseStore {
  /// Keeps with both rows that the file tells two days of death of one holder: one of them is wrong, and neither is taken
  /// with the others.
  func keepSecondDeaths(_ found: [RowCleaning.SecondDeath], of sweep: Int64, in db: Database) throws {
    let read = try db.cachedStatement(
      sql: """
        SELECT event_date, certificate FROM sweep_row WHERE sweep = ? AND row = ? AND class IN ('exact', 'name_mismatch')
        """)
    for pair in found {
      guard let own = try Row.fetchOne(read, arguments: [sweep, pair.row]),
        let other = try Row.fetchOne(read, arguments: [sweep, pair.other]), own[1] as String == other[1]
      else { continue }
      for (row, source, day) in [(pair.row, pair.other, other[0] as String), (pair.other, pair.row, own[0])] {
        try keep(LifeSign(.otherDeath, on: day, source: String(source)), row: row, of: sweep, in: db)
      }
    }
  }
}
