import Dispatch
import GRDB
import GRDBSQLite
import Synchronization

/// Brings what the write-ahead log holds into the store's file on a thread of its own.
///
/// SQLite would do it within whichever commit finds the log long, so that one key in some hundreds is answered late.
/// What was committed is safe either way; what could not be brought over is tried again after the next commit.
final class Tidying: Sendable {
  /// The length of the log from which on it is done, in pages; SQLite's own.
  private static let pages: Int32 = 1000

  private let path: String
  private let queue = DispatchQueue(label: "write-ahead log", qos: .utility)
  private let isAtWork = Mutex(false)

  init(_ path: String) { self.path = path }

  /// Takes over from SQLite on a connection, which must not outlive this.
  func takeOver(_ db: Database) {
    sqlite3_wal_hook(
      db.sqliteConnection,
      { tidying, _, _, pages in
        if pages >= Tidying.pages, let tidying {
          Unmanaged<Tidying>.fromOpaque(tidying).takeUnretainedValue().begin()
        }
        return SQLITE_OK
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  private func begin() {
    let isFree = isAtWork.withLock { isAtWork in
      defer { isAtWork = true }
      return !isAtWork
    }
    guard isFree else { return }
    queue.async { [self] in
      bringOver()
      isAtWork.withLock { $0 = false }
    }
  }

  private func bringOver() {
    var connection: OpaquePointer?
    if sqlite3_open_v2(path, &connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil) == SQLITE_OK {
      // The function of that name knows of no log before the connection has read something.
      sqlite3_exec(connection, "PRAGMA wal_checkpoint(PASSIVE)", nil, nil, nil)
    }
    sqlite3_close(connection)
  }

  /// Waits until nothing is being brought over.
  func wait() { queue.sync {} }
}
