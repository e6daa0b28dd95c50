import Casework
import GRDB

extension CaseStore {
  /// Keeps on a row that a later one, passed over as the same, has another name: two people may share a number
  /// (domain: 5.1).
  func keepOtherNames(of sweep: Int64, in db: Database) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT first.row, later.row, first.source_name, later.source_name FROM sweep_row later
        JOIN sweep_row first ON first.sweep = later.sweep AND first.row = CAST(later.duplicate_of AS INTEGER)
        WHERE later.sweep = ? AND later.class = 'duplicate' AND first.proposal <> 'none'
        ORDER BY later.row
        """, arguments: [sweep])
    for row in rows {
      let (name, other) = (Cleaning.name(row[2]).text, Cleaning.name(row[3]).text)
      guard name != other, !other.isEmpty else { continue }
      let sign = LifeSign(.otherName, on: "", source: String(row[1] as Int), detail: Masking.name(other))
      try keep(sign, row: row[0], of: sweep, in: db)
    }
  }
}
