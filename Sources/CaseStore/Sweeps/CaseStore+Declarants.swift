import Casework
import GRDB

extension CaseStore {
  /// Keeps that a death was declared by somebody who had died before, as another row of the file tells.
  func keepDead(_ declarants: [DeclaredDeaths.DeadDeclarant], of sweep: Int64, in db: Database) throws {
    let isOurs = try db.cachedStatement(
      sql: "SELECT 1 FROM sweep_row WHERE sweep = ? AND row = ? AND class IN ('exact', 'name_mismatch')")
    for declarant in declarants where try Int.fetchOne(isOurs, arguments: [sweep, declarant.row]) != nil {
      let sign = LifeSign(.declarantDead, on: declarant.day.iso, source: String(declarant.other))
      try keep(sign, row: declarant.row, of: sweep, in: db)
    }
  }

  /// Keeps that whoever declared a death was cancelled for an earlier one.
  func keepDead(
    _ declarant: String, before day: Day, row: Int, of sweep: Int64, in db: Database
  ) throws {
    for certificate in try Self.certificates(of: declarant, in: db) where certificate.isEndedByDeath {
      guard let died = certificate.deathDay, died < day else { continue }
      try keep(LifeSign(.declarantDead, on: died.iso, source: certificate.number), row: row, of: sweep, in: db)
      return
    }
  }
}
