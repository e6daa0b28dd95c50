import Casework
import GRDB

/// A row that reports a new number of somebody in the register.
struct ChangedNumber {
  let row: Int
  let identity: String

  init?(_ row: borrowing SweepRow) {
    guard row.sweepClass == .exact || row.sweepClass == .nameMismatch, let new = row.newIdentity, new != row.identity
    else { return nil }
    (self.row, identity) = (row.row, new)
  }
}

extension CaseStore {
  /// Keeps which of the new numbers a live certificate has already (domain: 5.1, a number shared by two).
  func keepTakenNumbers(of changes: [ChangedNumber], in sweep: Int64, db: Database) throws {
    for change in changes {
      for held in try Self.certificates(of: change.identity, in: db) where held.state(on: today).isActive {
        let sign = LifeSign(.numberTaken, on: "", source: held.number, detail: held.name)
        try keep(sign, row: change.row, of: sweep, in: db)
      }
    }
  }
}
