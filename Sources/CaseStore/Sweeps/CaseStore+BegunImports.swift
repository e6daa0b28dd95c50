import Casework
import GRDB

/// An import that somebody stopped, or that was killed: what was kept of its file waits to be gone on with.
extension CaseStore {
  /// How many rows of a file are kept of imports that did not come to their end.
  public func begunRows(of file: ReceivedFile) throws -> Int {
    try read { db in
      try Int.fetchOne(
        db, sql: "SELECT sum(rows) FROM sweep_staging WHERE substr(file, 1, 64) = ?",
        arguments: [Digest.hex(Digest.sha256(file.bytes))]) ?? 0
    }
  }

  /// Throws away what was kept of a file, so that it is read from its first row again.
  ///
  /// Throws `Refusal` where the post does not import.
  ///
  /// - Returns: how many rows.
  public func discardBegun(_ file: ReceivedFile, by session: Session) throws -> Int {
    let rows = try begunRows(of: file)
    try write { db in
      let staff = try current(session, in: db)
      guard staff.holds([.liaison, .clerk]) else { throw Refusal.notYourRole([.liaison, .clerk]) }
      for sweep in try Int64.fetchAll(
        db, sql: "SELECT sweep FROM sweep_staging WHERE substr(file, 1, 64) = ?",
        arguments: [Digest.hex(Digest.sha256(file.bytes))])
      { try SweepStaging.discard(sweep, in: db) }
    }
    return rows
  }
}
