import CSQLite
public import Casework
import Foundation
import GRDB
import GRDBSQLite

/// The cases of one office, kept in one SQLite file.
///
/// `event` is the truth and only grows; the other tables hold what it folds to, so that a list is one query.
/// Both change in one transaction.
public struct CaseStore: Sendable {
  let database: DatabaseQueue
  public let path: String
  let clock: Clock
  /// What does on a thread of its own what need not be waited for.
  let tidying: Tidying
  /// Whether somebody waits for the answer to every key.
  let servesDesk: Bool
  let signsSince = SignsSince()

  init(database: DatabaseQueue, path: String, clock: Clock, tidying: Tidying? = nil, servesDesk: Bool = false) {
    (self.database, self.path, self.clock) = (database, path, clock)
    (self.tidying, self.servesDesk) = (tidying ?? Tidying(path), servesDesk)
  }

  /// Where time comes from, and the name of the terminal; handed in, never read by the store itself.
  public struct Clock: Sendable {
    let now: @Sendable () -> Instant
    /// The business date of a rehearsal.
    let rehearsalDay: Day?
    /// Where whoever acts sits; every signature says it (features: 21).
    let terminal: String

    public init(now: @escaping @Sendable () -> Instant, rehearsalDay: Day? = nil, terminal: String = "") {
      self.now = now
      self.rehearsalDay = rehearsalDay
      self.terminal = terminal
    }

    var today: Day { rehearsalDay ?? now().day }
  }

  /// The business date.
  public var today: Day { clock.today }
  public var now: Instant { clock.now() }

  /// Opens an existing store.
  ///
  /// Throws `StoreProblem`.
  ///
  /// - Parameter servesDesk: whether somebody waits for the answer to every key: then the file is read in ahead, and
  ///   what can be done behind is done there.
  public static func open(at path: String, clock: Clock, servesDesk: Bool = false) throws -> CaseStore {
    guard FileManager.default.fileExists(atPath: path) else { throw StoreProblem.missing(path) }
    let store = try StoreProblem.translating(path) {
      var configuration = configuration
      let tidying = Tidying(path)
      if servesDesk { configuration.prepareDatabase { tidying.takeOver($0) } }
      let store = CaseStore(
        database: try DatabaseQueue(path: path, configuration: configuration), path: path, clock: clock,
        tidying: tidying, servesDesk: servesDesk)
      try store.checkIsOurs()
      if servesDesk { ReadingIn(path: path, room: ReadingIn.freeMemory).begin() }
      return store
    }
    if clock.rehearsalDay != nil, try !store.office().isRehearsal { throw StoreProblem.notARehearsal }
    return store
  }

  /// Makes an empty store, readable by its owner alone.
  ///
  /// Throws `StoreProblem` where the file exists.
  static func create(at path: String, clock: Clock) throws -> CaseStore {
    guard !FileManager.default.fileExists(atPath: path) else { throw StoreProblem.exists(path) }
    let made = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    guard made else { throw StoreProblem.unreachable(path, .systemCause(errno, String(cString: strerror(errno)))) }
    do {
      return try StoreProblem.translating(path) {
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try keepWriteAheadLog(queue)
        try Schema.create(in: queue)
        return CaseStore(database: queue, path: path, clock: clock)
      }
    } catch {
      discard(path)
      throw error
    }
  }

  /// Takes a store away that could not be made whole; only for whoever has just made it.
  public static func discard(_ path: String) {
    for file in [path, path + "-wal", path + "-shm"] { unlink(file) }
  }

  /// The same store seen with another clock.
  public func with(_ clock: Clock) -> CaseStore {
    CaseStore(database: database, path: path, clock: clock, tidying: tidying, servesDesk: servesDesk)
  }

  /// SQLite counts every piece of memory under one lock, at which two threads with a connection each would wait.
  private static let settleMemory: Void = {
    sqlite3_leave_memory_uncounted()
    memory_settle()
  }()

  static var configuration: Configuration {
    settleMemory
    var configuration = Configuration()
    configuration.busyMode = .callback(Self.waitsForOthers)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      try db.execute(sql: "PRAGMA cache_size = -4000")
    }
    return configuration
  }

  /// Waits for whoever is writing, about ten seconds in all.
  ///
  /// SQLite itself would look ten times a second only, and find the store taken each time where others write without pause.
  private static func waitsForOthers(after looks: Int) -> Bool {
    usleep(looks < 20 ? 1000 : 5000)
    return looks < 2000
  }

  /// A further connection to a store, which only reads.
  static func reader(at path: String) throws -> DatabaseQueue {
    var configuration = configuration
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Its schema's version.
  func requireOurs() throws -> Int {
    let (application, version) = try database.read { db in
      (
        try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
        try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      )
    }
    guard application == Schema.applicationID else { throw StoreProblem.notOurs(path) }
    guard version <= Schema.version else { throw StoreProblem.newer(path, schema: version) }
    return version
  }

  private func checkIsOurs() throws {
    let version = try requireOurs()
    try Self.keepWriteAheadLog(database)
    try Schema.migrate(database, from: version)
  }

  /// Only once the file is known to be ours, because setting the mode writes to it.
  private static func keepWriteAheadLog(_ queue: DatabaseQueue) throws {
    try queue.writeWithoutTransaction { db in
      if try String.fetchOne(db, sql: "PRAGMA journal_mode") != "wal" {
        try db.execute(sql: "PRAGMA journal_mode = wal")
      }
    }
  }

  /// Waits until what an import has left in the write-ahead log stands in the store's file: for whoever ends now, so that
  /// the last connection takes the log away.
  public func settle() { tidying.wait() }

  /// One view of the store, as it is now; whatever `body` might write is taken back.
  ///
  /// GRDB's own `read` switches `query_only` on and off, and by each of that SQLite forgets every prepared statement.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try transaction(.deferred, endingBy: .rollback, body)
  }

  /// One write transaction: all of it or nothing.
  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try transaction(.immediate, endingBy: .commit, body)
  }

  /// One write transaction that a desk does not let the disk take in before it goes on.
  ///
  /// For what only tells that somebody looked: a loss of power within the next moment would lose it, and leave the log
  /// whole.
  func writeBehind<Value>(_ body: (Database) throws -> Value) throws -> Value {
    guard servesDesk else { return try write(body) }
    defer { tidying.sync() }
    return try StoreProblem.translating(path) {
      try database.writeWithoutTransaction { db in
        sqlite3_exec(db.sqliteConnection, "PRAGMA synchronous = NORMAL", nil, nil, nil)
        defer { sqlite3_exec(db.sqliteConnection, "PRAGMA synchronous = FULL", nil, nil, nil) }
        return try db.returning(.immediate, endingBy: .commit, body)
      }
    }
  }

  private func transaction<Value>(
    _ kind: Database.TransactionKind, endingBy end: Database.TransactionCompletion, _ body: (Database) throws -> Value
  ) throws -> Value {
    try StoreProblem.translating(path) {
      try database.writeWithoutTransaction { try $0.returning(kind, endingBy: end, body) }
    }
  }
}

extension Database {
  /// GRDB's own transactions prepare their first and last statement anew each time.
  fileprivate func returning<Value>(
    _ kind: TransactionKind, endingBy end: TransactionCompletion, _ body: (Database) throws -> Value
  ) throws -> Value {
    try cachedStatement(sql: "BEGIN \(kind.rawValue)").execute()
    do {
      let value = try body(self)
      try cachedStatement(sql: end == .commit ? "COMMIT" : "ROLLBACK").execute()
      return value
    } catch {
      try rollback()
      throw error
    }
  }
}

extension StoreProblem {
  /// Turns SQLite's errors into sentences; refusals and problems of ours pass through.
  static func translating<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: throw StoreProblem.busy
      case .SQLITE_NOTADB: throw StoreProblem.notOurs(path)
      case .SQLITE_CORRUPT: throw StoreProblem.damaged(cause(error))
      case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_PERM:
        throw StoreProblem.unreachable(path, cause(error))
      default: throw StoreProblem.damaged(error.message ?? error.description)
      }
    }
  }

  private static func cause(_ error: DatabaseError) -> Phrase {
    let words = error.message ?? ""
    return switch error.resultCode {
    case .SQLITE_CANTOPEN: Phrase("打不开文件", words)
    case .SQLITE_READONLY: Phrase("文件或文件夹只读", words)
    case .SQLITE_FULL: Phrase("磁盘已满", words)
    case .SQLITE_IOERR: Phrase("读写出错", words)
    case .SQLITE_PERM: Phrase("没有权限", words)
    case .SQLITE_CORRUPT: Phrase("文件内容不完整", words)
    default: .verbatim(words)
    }
  }
}

extension CaseStore {
  /// When the last event was written, by the machine's clock of that moment.
  public func lastEventTime() throws -> Instant? {
    try read { db in
      try Int64.fetchOne(db, sql: "SELECT at FROM event ORDER BY seq DESC LIMIT 1").map(Instant.init(milliseconds:))
    }
  }

  /// The place of the last event in the log: as long as it is the same nobody has acted.
  public func newestEvent() throws -> Int64 {
    try read { db in try Int64.fetchOne(try db.cachedStatement(sql: "SELECT max(seq) FROM event")) ?? 0 }
  }
}
