import Casework
import DeskFixtures
import GRDB
import Testing

@testable import CaseStore

/// What `audit verify` finds when somebody writes to the file behind the program's back.
@Suite struct AuditTests {
  /// An office in which every table has rows: a case signed by a panel, one certificate handed over, a sweep applied.
  private static func busyDesk() throws -> Desk {
    var desk = try Desk()
    try desk.store.set(.noticeDays, to: "7", reason: "县发〔2026〕3 号", by: Desk.session("admin"))
    let id = try desk.accepted()
    try desk.assessedByPanel(id)
    try desk.posted(id)
    try desk.act(.approve, Desk.ticks, on: id, by: "sun")
    try desk.handedOver(id, serial: "A0001")
    try desk.act(.archive, ["pages": "14", "shelf": "\u{F914}"], on: id, by: "dang")
    desk.go(to: "2026-04-20")
    let rows = [
      PoliceRow(
        row: 1, identity: Desk.adult, name: "张秀兰", kind: "死亡注销", eventDate: .day(MadeUp.day("2026-03-05"))),
      PoliceRow(row: 2, identity: "1234", name: "无名", kind: "死亡注销", eventDate: .missing),
      PoliceRow(row: 3, identity: Desk.minor, name: "小张", kind: "户口迁出", eventDate: .missing),
    ]
    let sweep = try desk.importSweep(rows)
    try desk.decide(sweep, [1...1], .accept, reason: "家属到场", date: desk.day)
    try desk.decide(sweep, [2...2], .reject, reason: "查无此人\u{F914}")
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: Desk.session("chen"))
    _ = try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("sun"))
    _ = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))
    try desk.store.setPIN("246810", by: Desk.session("dang"))
    return desk
  }

  @Test func anOfficeThatWasOnlyWorkedInHolds() throws {
    let report = try Self.busyDesk().store.verify()

    #expect(report.holds, "\(String(describing: report.firstProblem))")
    #expect(report.events > 30)
  }

  @Test func oneChangedValueInAnyColumnOfAnyTableIsFound() throws {
    let desk = try Self.busyDesk()
    for (table, column) in try desk.columns() {
      for row in try desk.rowIDs(of: table) {
        let isFound = try desk.tampering("\(table).\(column)") { db in try desk.alter(table, column, row, in: db) }
        #expect(isFound, "\(table).\(column), row \(row)")
      }
    }
  }

  @Test func oneChangedByteOfAFileOrAHashIsFound() throws {
    let desk = try Self.busyDesk()

    for change in [
      "UPDATE file SET bytes = CAST(X'00' || substr(bytes, 2) AS BLOB)",
      "UPDATE event SET hash = CAST(iif(substr(hash, 1, 1) = X'00', X'01', X'00') || substr(hash, 2) AS BLOB) WHERE seq = 5",
      "UPDATE event SET data = replace(data, '可借助', '不借助') WHERE move = 'choose_direct'",
    ] {
      #expect(try desk.tampering(change) { try $0.execute(sql: change) })
    }
  }

  @Test func lettersThatUnicodeCallsEquivalentAreNotTheSame() throws {
    let desk = try Self.busyDesk()
    let tables = ["application SET body = replace(body", "sweep_row SET decision_reason = replace(decision_reason"]

    for table in tables {
      let change = "UPDATE \(table), char(0xF914), char(0x6A02))"
      #expect(try desk.tampering(change) { try $0.execute(sql: change) }, "\(change)")
    }
  }

  @Test(arguments: [
    "DELETE FROM application", "DELETE FROM certificate", "DELETE FROM sweep", "DELETE FROM sweep_row WHERE row = 3",
    "DELETE FROM search_key WHERE key = (SELECT max(key) FROM search_key)", "DELETE FROM file", "DELETE FROM secret",
    "UPDATE secret SET pin = NULL",
    "DELETE FROM master WHERE kind = 'institution'", "INSERT INTO secret(staff, hash) VALUES ('ghost', 'x')",
    "INSERT INTO file VALUES ('00', 'x', X'00')", "DELETE FROM sqlite_sequence",
    "INSERT INTO search_key SELECT 'zzz', id FROM certificate",
    "INSERT INTO case_key SELECT 'zzz', id FROM application",
    "DELETE FROM case_key WHERE key = (SELECT max(key) FROM case_key)", "DELETE FROM case_day",
    "INSERT INTO case_day VALUES ('draft', 1, 1)", "INSERT INTO certificate_day VALUES ('valid', '~', 1)",
    "DELETE FROM certificate_day",
    "INSERT INTO master VALUES ('staff', 99, 'ghost', 1, '{}')",
  ]) func rowsTakenAwayOrPutInAreFound(_ change: String) throws {
    let desk = try Self.busyDesk()

    #expect(try desk.tampering(change) { try $0.execute(sql: change) })
  }

  @Test func aMissingLastEventIsFoundWhateverItWas() throws {
    let desk = try Self.busyDesk()
    _ = try desk.store.holder(Desk.adult, by: Desk.session("sun"))

    for count in 1...4 {
      let change = "DELETE FROM event WHERE seq > (SELECT max(seq) FROM event) - \(count)"
      #expect(try desk.tampering(change) { try $0.execute(sql: change) }, "the last \(count)")
    }
  }

  @Test(arguments: [
    "DROP TRIGGER event_is_never_changed", "DROP TRIGGER event_is_never_deleted", "DROP TRIGGER event_is_only_appended",
    "DROP INDEX certificate_number_once", "CREATE TABLE more(x)", "ALTER TABLE master ADD COLUMN more TEXT",
  ]) func aChangedSchemaIsFound(_ change: String) throws {
    let desk = try Desk()

    try desk.store.database.write { try $0.execute(sql: change) }

    #expect(try desk.store.verify().firstProblem?.problem == "schema_changed")
  }

  @Test(arguments: [
    "UPDATE event SET actor = 'li' WHERE seq = 1", "DELETE FROM event WHERE seq = 1", "DELETE FROM event",
    "INSERT OR REPLACE INTO event SELECT seq, kind, subject, subject_seq, move, to_state, 'li', second, at, day, data, hash FROM event WHERE seq = 1",
    "INSERT OR REPLACE INTO event SELECT seq + 1000, kind, subject, subject_seq, move, to_state, 'li', second, at, day, data, hash FROM event WHERE seq = 1",
    "INSERT OR REPLACE INTO event SELECT (SELECT max(seq) + 1 FROM event), kind, subject, subject_seq, move, to_state, 'li', second, at, day, data, hash FROM event WHERE seq = 1",
    "UPDATE OR REPLACE event SET seq = 2 WHERE seq = 1",
  ]) func eventsCannotBeChangedReplacedOrDeleted(_ change: String) throws {
    let desk = try Desk()
    let before = try desk.everything()

    #expect(throws: DatabaseError.self) { try desk.store.database.write { try $0.execute(sql: change) } }

    #expect(try desk.everything() == before)
  }

  @Test func anIllegalStepIsFoundEvenWhereTheChainIsWhole() throws {
    let desk = try Desk()
    let id = try desk.submitted()

    try desk.store.write { db in
      let event = Event<Application>(
        move: .approve, to: .approved, staff: "sun", at: desk.store.now, day: desk.day, data: [:])
      let before = try desk.store.application(id, in: db)
      var application = before
      application.apply(event)
      try EventLog.append(event, of: id, sequence: application.sequence, in: db)
      try application.update(from: before, in: db)
    }

    #expect(try desk.store.verify().firstProblem?.problem == "illegal step approve")
  }
}

extension Desk {
  func columns() throws -> [(table: String, column: String)] {
    try store.database.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c
          WHERE m.type = 'table' ORDER BY m.name, c.cid
          """
      ).map { (table: $0[0], column: $0[1]) }
    }
  }

  /// How the first and the last row of a table are told apart from the others.
  fileprivate func rowIDs(of table: String) throws -> [String] {
    let key = try keys(of: table)
    return try store.database.read { db in
      let order = key.joined(separator: ", ")
      let first = try Row.fetchOne(db, sql: "SELECT \(order) FROM \(table) ORDER BY \(order)")
      let down = key.map { $0 + " DESC" }.joined(separator: ", ")
      let last = try Row.fetchOne(db, sql: "SELECT \(order) FROM \(table) ORDER BY \(down)")
      return Set(
        [first, last].compactMap { $0 }.map { row in
          zip(key, row.databaseValues).map { "\($0) = \(Self.literal($1))" }.joined(separator: " AND ")
        }
      ).sorted()
    }
  }

  private func keys(of table: String) throws -> [String] {
    if table == "sqlite_sequence" { return ["name"] }
    return try store.database.read { db in
      try String.fetchAll(db, sql: "SELECT name FROM pragma_table_info('\(table)') WHERE pk > 0 ORDER BY pk")
    }
  }

  private static func literal(_ value: DatabaseValue) -> String {
    switch value.storage {
    case .int64(let number): "\(number)"
    case .string(let text): "'\(text.replacing("'", with: "''"))'"
    default: "NULL"
    }
  }

  /// Writes another value of the same type: a number one higher, a text or blob with its last byte changed.
  fileprivate func alter(_ table: String, _ column: String, _ row: String, in db: Database) throws {
    try db.execute(
      sql: """
        UPDATE \(table) SET \(column) = CASE typeof(\(column))
          WHEN 'integer' THEN \(column) + 1000
          WHEN 'blob' THEN CAST(substr(\(column), 1, length(\(column)) - 1)
            || CASE substr(\(column), -1) WHEN X'07' THEN X'08' ELSE X'07' END AS BLOB)
          WHEN 'text' THEN substr(\(column), 1, max(length(\(column)) - 1, 0)) || '~'
          ELSE 'x' END
        WHERE \(row)
        """)
  }

  /// Whether a change behind the store's back is found; the store is as before afterwards.
  fileprivate func tampering(_ what: String, _ change: (Database) throws -> Void) throws -> Bool {
    var isFound = false
    try store.database.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.inTransaction {
        let triggers = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger[0] as String)") }
        try change(db)
        for trigger in triggers { try db.execute(sql: trigger[1]) }
        isFound = !Audit(db).run().holds
        return .rollback
      }
      try db.execute(sql: "PRAGMA foreign_keys = ON")
    }
    return isFound
  }
}
