public import Casework
import GRDB

/// How the machine's day stands to the last event of the log (features: 70).
public enum ClockStanding: Hashable, Sendable {
  case agrees
  /// It lies before the last event, so that nothing can be recorded.
  case behind(Day, today: Day)
  /// It lies further after the last event than the office lets pass unasked.
  case ahead(Day, today: Day)

  /// What is said before anybody acts; `nil` where there is nothing to say.
  public var words: Phrase? {
    switch self {
    case .agrees: nil
    case .behind(let last, let today):
      Phrase(
        "本机日期 \(today) 早于最后一条记录 \(last)，现在什么也不能办",
        "The machine says \(today), the last event \(last): nothing can be done")
    case .ahead(let last, let today):
      Phrase(
        "本机日期 \(today)，最后一条记录 \(last)，相隔 \(today.ordinal - last.ordinal) 天",
        "The machine says \(today), the last event \(last): \((today.ordinal - last.ordinal).counted("day lies", "days lie")) between"
      )
    }
  }

  public var isBehind: Bool {
    if case .behind = self { true } else { false }
  }

  public var isAhead: Bool {
    if case .ahead = self { true } else { false }
  }
}

extension CaseStore {
  /// How the machine's day stands to the log, read before anybody acts.
  public func clockStanding() throws -> ClockStanding {
    try read(clockStanding(in:))
  }

  private func clockStanding(in db: Database) throws -> ClockStanding {
    guard let last = try EventLog.newest(in: db).at?.day else { return .agrees }
    let day = now.day
    if day == last { return .agrees }
    if day < last { return .behind(last, today: day) }
    let office = try MasterRecord.find(.office, "office", in: db)
    if office?.entries.text("rehearsal") == "yes" { return .agrees }
    let unasked = try policy(on: today, in: db).clockJumpDays
    return day.ordinal - last.ordinal > unasked ? .ahead(last, today: day) : .agrees
  }

  /// Declares that the last events were recorded under a wrong clock, so that the office can go on today.
  ///
  /// It takes an administrator and a second person, each with the own password; it stays in the log for ever, and what
  /// was recorded under the wrong days stays as it is.
  ///
  /// Throws `Refusal`.
  public func declareClock(reason: String, by session: Session, second: Session?) throws {
    try write { db in
      try require([.administrator], of: session, in: db)
      guard let second else { throw Refusal.clockNeedsTwo }
      guard try secretGiven(second, in: db) else { throw Refusal.secondSecret(try current(second, in: db)) }
      guard try secretGiven(session, in: db) else {
        throw Refusal.giveOwnSecret("own_secret", to: Phrase("此声明", "This declaration"), try current(session, in: db))
      }
      let other = try current(second, in: db)
      guard other.id != session.staff.id else { throw Refusal.clockNeedsTwo }
      guard case .behind(let last, let today) = try clockStanding(in: db) else { throw Refusal.clockAgrees }
      guard !Cleaning.field(reason).isEmpty else { throw Refusal.clockReason }
      guard Reason.isTold(by: reason) else { throw Refusal.reasonSaysNothing() }
      let newest = try EventLog.newest(in: db).seq
      try EventLog.append(
        kind: "access", subject: 0, subjectSeq: Int(newest) + 1, move: "clock_declared", actor: session.staff.id,
        second: other.id, at: now, day: self.today,
        data: [
          "wrong_day": last.iso, "machine_day": today.iso, "after": String(newest), "reason": Cleaning.field(reason),
        ], in: db, setsClock: true)
    }
  }

  /// Logs a copy in any case: with a clock that lies behind, under the time of the last event and the machine's own day.
  func logBackup(_ path: String, by session: Session, in db: Database) throws {
    let newest = try EventLog.newest(in: db)
    guard let last = newest.at, now.day < last.day else {
      return try logAccess("backup", by: session.staff.id, data: ["file": path], in: db)
    }
    try EventLog.append(
      kind: "access", subject: 0, subjectSeq: Int(newest.seq) + 1, move: "backup", actor: session.staff.id, at: last,
      day: last.day, data: ["file": path, "machine_day": now.day.iso], in: db)
  }
}

extension Refusal {
  static let clockAgrees = Refusal(
    "clock_agrees", Phrase("本机日期不早于最后一条记录，不必声明", "The machine's day is not before the last event: nothing to declare"),
    remedy: Phrase("直接办理即可", "Just go on"))
  static let clockReason = Refusal(
    "reason_missing", Phrase("请写明理由", "Say why"), remedy: Phrase("用 --reason 写明时钟怎样错的", "Use --reason"))
  static let clockNeedsTwo = Refusal(
    "second_person", Phrase("须另一人同时确认", "Another person must confirm this"),
    remedy: Phrase("请另一位在岗人员输入其密码", "Another staff member gives the own password"))
}
