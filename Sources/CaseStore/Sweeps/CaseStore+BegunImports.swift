public import Casework
import GRDB

/// An import on its way, or one that was stopped on its way today.
public struct BegunImport: Hashable, Sendable {
  /// The name of the file; "" where an older program kept none.
  public let file: String
  public let quarter: String
  /// How many rows are compared and kept.
  public let rows: Int
  /// Who began it, as people are called.
  public let name: String
  public let began: Instant
  /// When it was last seen going on.
  public let at: Instant

  /// For how many seconds nothing has come; one that is stopped says nothing more.
  public let silence: Int

  /// Whether it was seen going on within the last minute.
  public var isGoingOn: Bool { silence < Self.mostSilent }

  /// How long an import that goes on keeps nothing at most, and after how long that is said, in seconds.
  private static let mostSilent = 60
  private static let toldSilent = 5

  public var words: Phrase {
    let (from, last) = (began.clock, at.clock)
    if isGoingOn, silence >= Self.toldSilent {
      return Phrase(
        "导入未完：\(file) \(quarter)，\(name) \(from) 开始，已比对 \(rows) 行，\(silence) 秒没有动静：可能还在比对，也可能已停；"
          + "停了的，今天再导入同一文件就接着办",
        "import not done: \(file) \(quarter), begun by \(name) at \(from), \(rows.counted("row")) compared, nothing for \(silence) "
          + "seconds: it may go on or have stopped; once stopped, import the same file today to go on")
    }
    if isGoingOn {
      return Phrase(
        "正在导入：\(file) \(quarter)，\(name) \(from) 开始，已比对 \(rows) 行（\(last)）；导完才成一份名单",
        "being imported: \(file) \(quarter), begun by \(name) at \(from), \(rows.counted("row")) compared (\(last)); no sweep before its end"
      )
    }
    return Phrase(
      "导入停在第 \(rows) 行：\(file) \(quarter)，\(name) \(from) 开始，\(last) 以后没有动静；今天再导入同一文件就接着办",
      "import stopped at row \(rows): \(file) \(quarter), begun by \(name) at \(from), nothing since \(last); import the same "
        + "file today to go on")
  }
}

/// An import that somebody stopped, or that was killed: what was kept of its file waits to be gone on with.
extension CaseStore {
  /// How many rows of a file are kept together at least: a stopped import goes on behind the last piece.
  public static let pieceOfImport = 65_536

  /// The imports of which something is kept and no sweep is there yet, those of today.
  public func begunImports() throws -> [BegunImport] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT name, quarter, rows, staff, began, at FROM sweep_staging WHERE day = ? ORDER BY began",
        arguments: [today.iso]
      ).map { row in
        let staff: String = row[3]
        return BegunImport(
          file: row[0], quarter: row[1], rows: row[2], name: try Self.staffMember(staff, in: db)?.name ?? staff,
          began: Instant(milliseconds: row[4]), at: Instant(milliseconds: row[5]),
          silence: Int((now.milliseconds - row[5]) / 1000))
      }
    }
  }

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
