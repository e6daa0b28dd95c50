public import Casework
import GRDB

/// Which cases a list shows.
public struct CaseFilter: Hashable, Sendable {
  public var state: Application.State?
  public var service: ServiceKind?
  public var queue: CaseQueue?
  public var overdueOnly = false

  public init(
    state: Application.State? = nil, service: ServiceKind? = nil, queue: CaseQueue? = nil, overdueOnly: Bool = false
  ) {
    self.state = state
    self.service = service
    self.queue = queue
    self.overdueOnly = overdueOnly
  }
}

extension CaseStore {
  public func application(_ id: Int64) throws -> Application { try read { try application(id, in: $0) } }

  /// Finds a case by its number, or by the serial at its end.
  ///
  /// Throws `Refusal`.
  public func application(numbered text: String) throws -> Application {
    let wanted = Cleaning.number(text).text
    return try read { db in
      if let found = try Self.cases(where: "number = ?", [wanted], in: db).first { return found }
      let serial = wanted.contains("-") ? "" : String(repeating: "0", count: max(0, 6 - wanted.count)) + wanted
      let key = CaseKeys.number + String(serial.reversed()) + "-"
      let ids = try Int64.fetchAll(
        db, sql: "SELECT application FROM case_key WHERE key >= ? AND key < ? LIMIT 2",
        arguments: [key, key + "\u{10FFFF}"])
      guard !wanted.isEmpty, !serial.isEmpty, ids.count == 1, let id = ids.first else { throw Refusal.noSuchCase(text) }
      return try application(id, in: db)
    }
  }

  static func cases(
    where condition: String, _ arguments: StatementArguments, in db: Database
  ) throws -> [Application] {
    let sql = "SELECT \(Application.selection) FROM application WHERE \(condition) ORDER BY id"
    return try Row.fetchAll(try db.cachedStatement(sql: sql), arguments: arguments).map { row in
      guard let application = Application(row: row) else {
        throw StoreProblem.damaged("application \(row[0] as Int64)")
      }
      return application
    }
  }

  /// Cases, the one most in danger of being late first.
  public func cases(_ filter: CaseFilter = CaseFilter()) throws -> [Application] {
    var conditions: [String] = []
    var arguments: [any DatabaseValueConvertible] = []
    if let state = filter.state {
      conditions.append("state = ?")
      arguments.append(state.rawValue)
    }
    if let queue = filter.queue {
      conditions.append("state IN \(queue.states.sqlList)")
    }
    if let service = filter.service {
      conditions.append("service = ?")
      arguments.append(service.rawValue)
    }
    if filter.overdueOnly {
      let waiting = CaseClock.all.filter(\.isWaiting).map(\.state)
      conditions.append("deadline < ? AND state NOT IN \(waiting.sqlList)")
      arguments.append(today.iso)
    }
    let clause = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    let sql =
      "SELECT \(Application.selection) FROM application\(clause) ORDER BY urgency"
    return try read { db in
      try Row.fetchAll(db, sql: sql, arguments: StatementArguments(arguments)).compactMap(Application.init(row:))
        .filter { filter.queue?.holds($0) ?? true }
    }
  }

  public func cases(of identity: String) throws -> [Application] {
    try read { db in try Self.cases(of: identity, in: db) }
  }

  /// All cases of a person, oldest first.
  static func cases(of identity: String, in db: Database) throws -> [Application] {
    try cases(where: "identity = ? AND identity <> ''", [identity], in: db)
  }

  /// Everything that happened to a case.
  public func history(of application: Application) throws -> [LogEntry] {
    try read { db in try EventLog.events(of: Application.kind, application.id, in: db).compactMap(LogEntry.init) }
  }
}

/// One event for people to read: what happened, when, by whom.
public struct LogEntry: Hashable, Sendable {
  public let seq: Int64
  /// Its place among the events of its own subject, from 1.
  public let sequence: Int
  public let kind: String
  public let move: String
  public let at: Instant
  public let day: Day
  public let actor: String
  public let second: String?
  public let data: Entries

  init?(_ event: LoggedEvent) {
    guard let data = Entries(json: event.data), let day = Day(iso: event.day) else { return nil }
    seq = event.seq
    sequence = event.subjectSeq
    kind = event.kind
    move = event.move
    at = Instant(milliseconds: event.at)
    self.day = day
    actor = event.actor
    second = event.second
    self.data = data
  }
}

extension CaseStore {
  /// A case with its history, for somebody who may see it; looking is logged.
  ///
  /// Throws `Refusal`.
  public func look(at number: String, by session: Session) throws -> (Application, [LogEntry]) {
    let found = try application(numbered: number)
    return try writeBehind { db in
      try requireSight(of: found, by: session, in: db)
      try logAccess("show", by: session.staff.id, data: ["case": found.number, "identity": found[.identity]], in: db)
      return (found, try EventLog.events(of: Application.kind, found.id, in: db).compactMap(LogEntry.init))
    }
  }

  /// A case for somebody who may see it, before it is known whether there is anything to be shown of it.
  ///
  /// Throws `Refusal`.
  public func visible(_ number: String, by session: Session) throws -> Application {
    let found = try application(numbered: number)
    try read { try requireSight(of: found, by: session, in: $0) }
    return found
  }

  private func requireSight(of found: Application, by session: Session, in db: Database) throws {
    try require(Application.readers, of: session, in: db)
    guard found.isVisible(to: try current(session, in: db)) else {
      throw Refusal.notYourRole([.clerk, .supervisor, .chair])
    }
  }

  /// The cases of a list that somebody may see.
  public func cases(_ filter: CaseFilter, visibleTo session: Session) throws -> [Application] {
    let staff = try read { db in
      try require(Application.readers, of: session, in: db)
      return try current(session, in: db)
    }
    let sifts = filter.queue == .panel && CaseQueue.panel.isWorked(by: staff)
    return try cases(filter).filter { $0.isVisible(to: staff) && !(sifts && $0.isSettled(for: staff.id)) }
  }
}
