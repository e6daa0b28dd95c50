import Dispatch
import Foundation
import GRDB
import GRDBSQLite
import Synchronization

/// Does on a thread of its own what nobody at a desk should wait for: brings what the write-ahead log holds into the
/// store's file, and lets the disk take in what was written without waiting for it.
///
/// SQLite would bring the log over within whichever commit finds it long, so that one key in some hundreds is answered
/// late. What was committed is safe either way; what could not be brought over is tried again after the next commit.
final class Tidying: Sendable {
  /// The length of the log from which on it is done, in pages; SQLite's own.
  private static let pages: Int32 = 1000
  private static let moment = DispatchTimeInterval.milliseconds(15)

  private let path: String
  private let queue = DispatchQueue(label: "write-ahead log", qos: .utility)
  private let isAtWork = Mutex(false)
  private let isToSync = Mutex(false)

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
    guard isAtWork.exchange(true) else { return }
    queue.async { [self] in
      bringOver()
      _ = isAtWork.exchange(false)
    }
  }

  /// Lets the disk take in what the log holds, once for all that is written within a moment.
  ///
  /// Not at once, for what was written is to be shown first; and soon, for who writes on while the disk takes something in
  /// waits for it after all, and nobody presses the next key so fast.
  func sync() {
    guard isToSync.exchange(true) else { return }
    queue.asyncAfter(deadline: .now() + Self.moment) { [self] in
      _ = isToSync.exchange(false)
      // Nothing is locked by way of the log's file, so that closing it lets go of nothing.
      let log = open(path + "-wal", O_RDONLY | O_CLOEXEC)
      guard log >= 0 else { return }
      fdatasync(log)
      close(log)
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

extension Mutex<Bool> {
  /// Sets it; true where it was otherwise.
  fileprivate borrowing func exchange(_ value: Bool) -> Bool {
    withLock { old in
      defer { old = value }
      return old != value
    }
  }
}
