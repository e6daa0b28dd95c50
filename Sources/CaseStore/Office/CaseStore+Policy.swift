public import Casework
import GRDB

extension CaseStore {
  /// The settings in force today.
  public func policy() throws -> Policy { try policy(on: today) }

  /// The settings that hold on a day, as far as they are decided by now.
  public func policy(on day: Day) throws -> Policy { try read { try policy(on: day, in: $0) } }

  /// The settings for a case: those it began with, where it keeps them.
  public func policy(of application: Application) throws -> Policy { try read { try policy(of: application, in: $0) } }

  /// The settings for a case, and which of today's do not apply to it.
  public func rules(of application: Application) throws -> CaseRules {
    try read { db in
      CaseRules(
        of: application.service, opened: try opening(of: application, in: db), today: today,
        in: try Self.policyBook(in: db))
    }
  }

  /// Everything ever decided about the settings.
  public func policyBook() throws -> PolicyBook { try read(Self.policyBook(in:)) }

  /// Sets a setting from a day on; without one from today.
  ///
  /// Throws `Refusal` for a value, a day or a reason that will not do.
  @discardableResult
  public func set(
    _ key: PolicyKey, to text: String, from day: Day? = nil, reason: String, by session: Session
  ) throws -> PolicyChange {
    try write { db in
      try require([.administrator], of: session, in: db)
      let from = day ?? today
      let (value, ground) = try Self.policyBook(in: db).judge(key, text, from: from, reason: reason, on: today)
      try change(
        .policy, key.code, move: "set", by: session.staff.id,
        data: ["value": value, "from": from.iso, "reason": ground], in: db)
      guard let made = try Self.policyBook(in: db).history(of: key).last else { throw StoreProblem.damaged(key.code) }
      return made
    }
  }

  func policy(on day: Day, in db: Database) throws -> Policy { try Self.policyBook(in: db).policy(on: day) }

  func policy(of application: Application, in db: Database) throws -> Policy {
    try Self.policyBook(in: db).policy(ofCaseOpened: try opening(of: application, in: db), on: today)
  }

  /// Read from the log, which alone knows what was decided before what.
  static func policyBook(in db: Database) throws -> PolicyBook { PolicyBook(try policyChanges(in: db)) }

  static func policyChanges(in db: Database) throws -> [PolicyChange] {
    let rows = try Row.fetchAll(
      try db.cachedStatement(
        sql: """
          SELECT \(LoggedEvent.columns) FROM event WHERE \(EventLog.of(MasterRecord.Kind.policy.rawValue)) ORDER BY seq
          """))
    var codes: [Int64: String] = [:]
    return try rows.compactMap { row in
      let event = LoggedEvent(row: row)
      let data = Entries(json: event.data) ?? [:]
      if let code = data["code"] { codes[event.subject] = code }
      if PolicyKey.retired.contains(codes[event.subject] ?? "") { return nil }
      guard let change = PolicyChange(event, data, code: codes[event.subject] ?? "") else {
        throw StoreProblem.damaged("event \(event.seq)")
      }
      return change
    }
  }

  func opening(of application: Application, in db: Database) throws -> LogMoment {
    let statement = try db.cachedStatement(
      sql: "SELECT seq, day FROM event WHERE \(EventLog.of(Application.kind)) AND subject = ? AND subject_seq = 1")
    guard let row = try Row.fetchOne(statement, arguments: [application.id]),
      let day = Day(iso: row[1])
    else { throw StoreProblem.damaged("case \(application.number)") }
    return LogMoment(day: day, seq: row[0])
  }
}

extension PolicyChange {
  init?(_ event: LoggedEvent, _ data: Entries, code: String) {
    guard let key = PolicyKey(code: code), let value = key.value.kept(data.text("value")),
      let from = Day(iso: data.text("from")), let day = Day(iso: event.day)
    else { return nil }
    self.init(
      key: key, value: value, from: from, reason: data.text("reason"), staff: event.actor,
      moment: LogMoment(day: day, seq: event.seq))
  }
}
