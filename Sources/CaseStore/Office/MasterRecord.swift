import Casework
import GRDB

/// Master data: no life of its own, but changed by events like everything else.
struct MasterRecord {
  enum Kind: String, CaseIterable {
    case office, staff, institution, calendar, doctor, delegation
    case assessmentDay = "assessment_day"
    /// One record for each setting that was ever changed; its code is the setting's.
    case policy
  }

  let kind: Kind
  let id: Int64
  let code: String
  var sequence: Int
  var entries: Entries

  init(kind: Kind, id: Int64, code: String, sequence: Int, entries: Entries) {
    self.kind = kind
    self.id = id
    self.code = code
    self.sequence = sequence
    self.entries = entries
  }

  init?(kind: Kind, row: Row) {
    guard let entries = Entries(json: row[3]) else { return nil }
    self.init(kind: kind, id: row[0], code: row[1], sequence: row[2], entries: entries)
  }

  static func find(_ kind: Kind, _ code: String, in db: Database) throws -> MasterRecord? {
    let statement = try db.cachedStatement(sql: "SELECT id, code, seq, body FROM master WHERE kind = ? AND code = ?")
    guard let row = try Row.fetchOne(statement, arguments: [kind.rawValue, code]) else { return nil }
    guard let record = MasterRecord(kind: kind, row: row) else { throw StoreProblem.damaged("master \(code)") }
    return record
  }

  static func all(_ kind: Kind, in db: Database) throws -> [MasterRecord] {
    let statement = try db.cachedStatement(sql: "SELECT id, code, seq, body FROM master WHERE kind = ? ORDER BY id")
    return try Row.fetchAll(statement, arguments: [kind.rawValue]).compactMap { MasterRecord(kind: kind, row: $0) }
  }
}

extension CaseStore {
  /// Adds or changes master data by one event: the only writer of `master`.
  func change(
    _ kind: MasterRecord.Kind, _ code: String, move: String, by staff: String, second: String? = nil, data: Entries,
    in db: Database
  ) throws {
    let found = try MasterRecord.find(kind, code, in: db)
    let next =
      try Int64.fetchOne(
        try db.cachedStatement(sql: "SELECT max(id) + 1 FROM master WHERE kind = ?"), arguments: [kind.rawValue]) ?? 1
    var record = found ?? MasterRecord(kind: kind, id: next, code: code, sequence: 0, entries: [:])
    record.sequence += 1
    record.entries.merge(data)
    var told = data
    if found == nil { told["code"] = code }
    try EventLog.append(
      kind: kind.rawValue, subject: record.id, subjectSeq: record.sequence, move: move, actor: staff, second: second,
      at: now, day: today, data: told, in: db)
    try db.cachedStatement(
      sql: """
        INSERT INTO master(kind, id, code, seq, body) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT(kind, id) DO UPDATE SET seq = excluded.seq, body = excluded.body
        """
    ).execute(arguments: [kind.rawValue, record.id, code, record.sequence, record.entries.json])
  }

  /// Logs that somebody looked at or took out a person's data.
  func logAccess(_ move: String, by staff: String, data: Entries, in db: Database) throws {
    let next = try EventLog.newest(in: db).seq + 1
    try EventLog.append(
      kind: "access", subject: 0, subjectSeq: Int(next), move: move, actor: staff, at: now, day: today, data: data,
      in: db)
  }
}
