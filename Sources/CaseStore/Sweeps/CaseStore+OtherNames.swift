import Casework
import GRDB

extension CaseStore {
  /// Keeps on a row that a later one, passed over as the same, has another name: two people may share a number
  /// (domain: 5.1).
  func keepOtherNames(_ found: [RowCleaning.OtherName], of sweep: Int64, in db: Database) throws {
    for other in found where try isAsked(other.first, of: sweep, in: db) {
      let sign = LifeSign(.otherName, on: "", source: String(other.row), detail: Masking.name(other.name))
      try keep(sign, row: other.first, of: sweep, in: db)
    }
  }
}
