import Casework
import GRDB

/// An import that somebody stopped, or that was killed: what was kept of its file waits to be gone on with.
extension CaseStore {
  /// How many rows of a file are kept of imports that did not come to their end.
  public func begunRows(of file: ReceivedFile) throws -> Int {
    try read { try begun(of: file, in: $0).reduce(0) { $0 + $1.rows } }
  }

  /// Throws away what was kept of a file, so that it is read from its first row again.
  ///
  /// Throws `Refusal` where the post does not import.
  ///
  /// - Returns: how many rows.
  public func discardBegun(_ file: ReceivedFile, by session: Session) throws -> Int {
    try write { db in
      _ = try importer(session, in: db)
      let begun = try begun(of: file, in: db)
      for stopped in begun { try SweepStaging.discard(stopped.sweep, in: db) }
      return begun.reduce(0) { $0 + $1.rows }
    }
  }

  private func begun(of file: ReceivedFile, in db: Database) throws -> [(sweep: Int64, rows: Int)] {
    try Row.fetchAll(
      db, sql: "SELECT sweep, rows FROM sweep_staging WHERE substr(file, 1, 64) = ?",
      arguments: [Digest.hex(Digest.sha256(file.bytes))]
    ).map { ($0[0], $0[1]) }
  }
}
