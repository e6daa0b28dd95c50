import Casework
import GRDB

extension CaseStore {
  /// Whether accepting a row takes the real date; a row that may be taken in bulk tells one.
  func needsDate(_ row: SweepRow, in db: Database) throws -> Bool {
    guard row.isAcceptedSingly else { return false }
    let held = try row.target.flatMap { try Self.inForce(numbered: $0, in: db) }
    return row.needsDate(issued: held?.validFrom, on: today)
  }
}
