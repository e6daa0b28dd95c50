public import Casework
import GRDB

extension CaseStore {
  /// The file of a sweep as it came, byte by byte.
  ///
  /// Taking it out is logged, because it shows people. Throws `StoreProblem` where it is not the file that was imported.
  ///
  /// - Parameter path: where it is written.
  public func keptFile(of sweep: Sweep, for path: String, by session: Session) throws -> ReceivedFile {
    try write { db in
      try require(Sweep.readers, of: session, in: db)
      let row = try Row.fetchOne(
        db, sql: "SELECT name, bytes FROM file WHERE sha256 = ?", arguments: [sweep.sha256])
      guard let row else { throw StoreProblem.damaged("file of \(sweep.number)") }
      let file = ReceivedFile(name: row[0], bytes: bytes(of: row, at: 1))
      guard Self.digest(of: file.bytes) == sweep.sha256 else { throw StoreProblem.damaged("file of \(sweep.number)") }
      try logAccess(
        "sweep_file", by: session.staff.id, data: ["sweep": sweep.number, "sha256": sweep.sha256, "file": path], in: db)
      return file
    }
  }
}
