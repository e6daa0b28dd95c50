import Casework
import GRDB

/// What rows that were passed over as the same as an earlier one say against that one.
extension CaseStore {
  /// Keeps on a row that a later one, passed over as the same, has another name: two people may share a number
  /// (domain: 5.1).
  func keepOtherNames(_ found: [RowCleaning.OtherName], of sweep: Int64, in db: Database) throws {
    for other in found where try isAsked(other.first, of: sweep, in: db) {
      let name = other.name.isEmpty ? "" : Masking.name(other.name)
      let sign = LifeSign(.otherName, on: "", source: String(other.row), detail: name)
      try keep(sign, row: other.first, of: sweep, in: db)
    }
  }

  /// Keeps on a row what a later one, passed over as the same, says besides: 此人健在.
  ///
  /// - Parameter rows: the repeated rows that speak against themselves.
  func keepDuplicateDoubts(_ rows: [Int], of sweep: Int64, in db: Database) throws {
    if rows.isEmpty { return }
    let read = try db.cachedStatement(
      sql: "SELECT \(SweepRow.selection) FROM sweep_row WHERE sweep = ? AND row = ?")
    for row in rows {
      guard let other = try Row.fetchOne(read, arguments: [sweep, row]).flatMap(SweepRow.init(row:)),
        let first = other.duplicateOf, let block = other.block
      else { throw StoreProblem.damaged("sweep row \(row)") }
      guard try isAsked(first, of: sweep, in: db) else { continue }
      let sign = LifeSign(
        .duplicateDoubt, on: block.rawValue, source: String(other.row), detail: other.detail(of: block))
      try keep(sign, row: first, of: sweep, in: db)
    }
  }

  /// Keeps a sign without a day on those of some rows of which something is asked; what is said of a repeated row stands on
  /// the one that counts in its place.
  ///
  /// - Parameter own: the row that says it.
  func keep(
    _ sign: LifeSign, onRows rows: ClosedRange<Int>, besides own: Int? = nil, of sweep: Int64, in db: Database
  ) throws {
    let insert = try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO sweep_sign(sweep, row, sign, source, day, detail)
        SELECT kept.sweep, kept.row, ?, ?, '', ? FROM sweep_row told JOIN sweep_row kept
          ON kept.sweep = told.sweep AND kept.row = iif(told.duplicate_of = '', told.row, CAST(told.duplicate_of AS INTEGER))
        WHERE told.sweep = ? AND told.row BETWEEN ? AND ? AND kept.row IS NOT ? AND kept.proposal <> 'none'
        """)
    try insert.execute(arguments: [
      sign.block.rawValue, sign.source, sign.detail, sweep, rows.lowerBound, rows.upperBound, own,
    ])
  }

  /// The row in whose place another one counts: the one that it repeats, else itself.
  func keptRow(for row: Int, of sweep: Int64, in db: Database) throws -> Int {
    let first = try String.fetchOne(
      try db.cachedStatement(sql: "SELECT duplicate_of FROM sweep_row WHERE sweep = ? AND row = ?"),
      arguments: [sweep, row])
    return first.flatMap { Int($0) } ?? row
  }
}
