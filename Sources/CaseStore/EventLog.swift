import Casework
import GRDB

/// A row of `event` as it is stored.
struct LoggedEvent {
  let seq: Int64
  let kind: String
  let subject: Int64
  let subjectSeq: Int
  let move: String
  let to: String
  let actor: String
  let second: String?
  let at: Int64
  let day: String
  let data: String
  let hash: [UInt8]

  static let columns = "seq, kind, subject, subject_seq, move, to_state, actor, second, at, day, data, hash"

  init(row: Row) {
    seq = row[0]
    kind = row[1]
    subject = row[2]
    subjectSeq = row[3]
    move = row[4]
    to = row[5]
    actor = row[6]
    second = row[7]
    at = row[8]
    day = row[9]
    data = row[10]
    hash = bytes(of: row, at: 11)
  }

  /// What the chain holds for this row after `previous`: every column as stored, each with its length before it.
  func chained(to previous: [UInt8]) -> [UInt8] {
    EventLog.hash(
      seq: seq, kind: kind, subject: subject, subjectSeq: subjectSeq, move: move, to: to, actor: actor, second: second,
      at: at, day: day, data: data, previous: previous)
  }

  /// The event as its subject understands it; `nil` where its codes or data cannot be read.
  func event<S: Subject>(of _: S.Type) -> Event<S>? {
    guard let move = S.Move(rawValue: move), let to = S.State(rawValue: to), let day = Day(iso: day),
      let data = Entries(json: data)
    else { return nil }
    return Event(
      move: move, to: to, staff: actor, second: second, at: Instant(milliseconds: at), day: day, data: data)
  }
}

/// The append-only log: the only writer of `event`.
enum EventLog {
  static let firstLink = [UInt8](repeating: 0, count: 32)

  static func append<S: Subject>(_ event: Event<S>, of subject: Int64, sequence: Int, in db: Database) throws {
    try append(
      kind: S.kind, subject: subject, subjectSeq: sequence, move: event.move.rawValue, to: event.to.rawValue,
      actor: event.staff, second: event.second, at: event.at, day: event.day, data: event.data, in: db)
  }

  @discardableResult
  static func append(
    kind: String, subject: Int64, subjectSeq: Int, move: String, to: String = "", actor: String, second: String? = nil,
    at: Instant, day: Day, data: Entries, in db: Database, setsClock: Bool = false
  ) throws -> Int64 {
    let (last, previous, lastTime) = try newest(in: db)
    guard setsClock || lastTime.map({ at.day >= $0.day }) ?? true else { throw Refusal.clockBehind(lastTime) }
    let json = data.json
    let seq = last + 1
    let hash = hash(
      seq: seq, kind: kind, subject: subject, subjectSeq: subjectSeq, move: move, to: to, actor: actor, second: second,
      at: at.milliseconds, day: day.iso, data: json, previous: previous)
    try db.cachedStatement(
      sql: "INSERT INTO event(\(LoggedEvent.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [
      seq, kind, subject, subjectSeq, move, to, actor, second, at.milliseconds, day.iso, json, blob(hash),
    ])
    return seq
  }

  static func newest(in db: Database) throws -> (seq: Int64, hash: [UInt8], at: Instant?) {
    let statement = try db.cachedStatement(sql: "SELECT seq, hash, at FROM event ORDER BY seq DESC LIMIT 1")
    guard let row = try Row.fetchOne(statement) else { return (0, firstLink, nil) }
    return (row[0], bytes(of: row, at: 1), Instant(milliseconds: row[2]))
  }

  static func events(of kind: String, _ subject: Int64, in db: Database) throws -> [LoggedEvent] {
    let statement = try db.cachedStatement(
      sql: "SELECT \(LoggedEvent.columns) FROM event WHERE \(of(kind)) AND subject = ? ORDER BY subject_seq")
    return try Row.fetchAll(statement, arguments: [subject]).map(LoggedEvent.init(row:))
  }

  /// The condition for events of one kind.
  ///
  /// As a parameter the kind would be compared with those of the partial indexes of `event` each time, for which SQLite
  /// prepares the statement anew.
  static func of(_ kind: String) -> String { "kind = '\(kind)'" }

  static func hash(
    seq: Int64, kind: String, subject: Int64, subjectSeq: Int, move: String, to: String, actor: String, second: String?,
    at: Int64, day: String, data: String, previous: [UInt8]
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(data.utf8.count + 200)
    bytes += previous
    for number in [seq, subject, Int64(subjectSeq), at] { append(number, to: &bytes) }
    for text in [kind, move, to, actor, day, data] { append(text, to: &bytes) }
    bytes.append(second == nil ? 0 : 1)
    append(second ?? "", to: &bytes)
    return Digest.sha256(bytes)
  }

  private static func append(_ number: Int64, to bytes: inout [UInt8]) {
    for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    append(Int64(text.utf8.count), to: &bytes)
    bytes += text.utf8
  }
}

extension Refusal {
  /// The machine's clock shows an earlier day than the last event: nothing is recorded under a wrong date.
  static func clockBehind(_ last: Instant?) -> Refusal {
    let day = last?.day.iso ?? ""
    return Refusal(
      "clock_behind", Phrase("本机日期早于最后一条记录的日期 \(day)", "The machine's date is before that of the last event, \(day)"),
      remedy: Phrase(
        "请先校准本机时钟；时钟没有错的，由系统管理员和第二人用 certdesk clock declare 声明",
        "Set the clock; if it is right, an administrator and a second person use certdesk clock declare"))
  }
}
