import Casework
import GRDB

/// One replay of the log against everything that was folded from it.
struct Audit {
  let db: Database

  init(_ db: Database) { self.db = db }

  func run() -> AuditReport {
    var events = 0
    do {
      try checkIntegrity()
      events = try checkChain()
      try checkSubjects(Application.self)
      try checkSubjects(Certificate.self)
      try checkSubjects(Sweep.self)
      try checkSubjects(PeriodReport.self)
      try checkMaster()
      try checkPolicy()
      try checkSecrets()
      try checkKeys()
      try checkCounts()
      try checkSweepRows()
      try checkNear()
      try checkFiles()
      try checkSchema()
      return AuditReport(events: events, firstProblem: nil)
    } catch let problem as AuditReport.Problem {
      return AuditReport(events: events, firstProblem: problem)
    } catch {
      return AuditReport(events: events, firstProblem: unreadable(error))
    }
  }

  /// Tables of another shape explain why something cannot be read.
  private func unreadable(_ error: any Error) -> AuditReport.Problem {
    do {
      try checkSchema()
      return fail(0, "unreadable: \(error)")
    } catch let problem as AuditReport.Problem {
      return problem
    } catch {
      return fail(0, "unreadable: \(error)")
    }
  }

  func fail(_ seq: Int64, _ problem: String) -> AuditReport.Problem { AuditReport.Problem(seq: seq, problem: problem) }

  /// SQLite's own check.
  private func checkIntegrity() throws {
    let answer = try String.fetchOne(db, sql: "PRAGMA integrity_check(1)") ?? ""
    if answer != "ok" { throw fail(0, "sqlite: \(answer.split(separator: "\n").joined(separator: " "))") }
  }

  /// The tables and triggers are the ones we made; looked at last, since what was changed meanwhile says more.
  private func checkSchema() throws {
    let sql = "SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY type, name"
    let here = try String.fetchAll(db, sql: sql)
    let fresh = try DatabaseQueue()
    try Schema.create(in: fresh)
    if here != (try fresh.read { try String.fetchAll($0, sql: sql) }) { throw fail(0, "schema_changed") }
  }

  private func checkChain() throws -> Int {
    var previous = EventLog.firstLink
    var count = 0
    let rows = try Row.fetchCursor(db, sql: "SELECT \(LoggedEvent.columns) FROM event ORDER BY seq")
    while let row = try rows.next() {
      let event = LoggedEvent(row: row)
      count += 1
      if event.seq != Int64(count) { throw fail(event.seq, "gap: event \(count) is missing") }
      if event.hash != event.chained(to: previous) { throw fail(event.seq, "hash") }
      if Entries(json: event.data) == nil { throw fail(event.seq, "data") }
      previous = event.hash
    }
    let highest = try Int.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'event'") ?? 0
    if highest != count { throw fail(Int64(highest), "gap: the last event is missing") }
    return count
  }

  /// Folds every subject of a kind anew, step by step, and compares the outcome with its row.
  private func checkSubjects<S: StoredSubject>(_: S.Type) throws {
    let sql = "SELECT \(LoggedEvent.columns) FROM event WHERE kind = ? ORDER BY subject, subject_seq"
    let rows = try Row.fetchCursor(db, sql: sql, arguments: [S.kind])
    var current: S?
    var last: Int64 = 0
    var subjects = 0
    while let row = try rows.next() {
      let logged = LoggedEvent(row: row)
      guard let event = logged.event(of: S.self) else { throw fail(logged.seq, "unknown move, state or data") }
      if logged.subjectSeq == 1 {
        if let current { try compare(current, last) }
        guard S.openings.contains(where: { $0.move == event.move && $0.to.contains(event.to) }),
          let opened = S(id: logged.subject, opening: event)
        else { throw fail(logged.seq, "illegal opening") }
        current = opened
        subjects += 1
      } else {
        guard var subject = current, subject.id == logged.subject, subject.sequence + 1 == logged.subjectSeq else {
          throw fail(logged.seq, "gap in the events of \(S.kind) \(logged.subject)")
        }
        guard subject.mayHave(event) else { throw fail(logged.seq, "illegal step \(event.move.rawValue)") }
        subject.apply(event)
        current = subject
      }
      last = logged.seq
    }
    if let current { try compare(current, last) }
    let kept = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(S.table)") ?? 0
    if kept != subjects { throw fail(0, "\(S.table) has \(kept) rows, the log \(subjects)") }
  }

  private func compare<S: StoredSubject>(_ subject: S, _ seq: Int64) throws {
    let sql = "SELECT \(S.selection) FROM \(S.table) WHERE id = ?"
    guard let row = try Row.fetchOne(try db.cachedStatement(sql: sql), arguments: [subject.id]) else {
      throw fail(seq, "\(S.table) \(subject.id) is missing")
    }
    for (index, value) in subject.values.enumerated() {
      let stored: DatabaseValue = row[index + 1]
      if !stored.isIdentical(to: value?.databaseValue ?? .null) {
        throw fail(seq, "\(S.table) \(subject.id): \(S.columns[index]) is not what its events say")
      }
    }
  }

  private func checkMaster() throws {
    let kinds = MasterRecord.Kind.allCases
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT \(LoggedEvent.columns) FROM event WHERE kind IN \(kinds.sqlList) ORDER BY kind, subject, subject_seq"
    )
    var folded: [String: (record: MasterRecord, seq: Int64)] = [:]
    while let row = try rows.next() {
      let event = LoggedEvent(row: row)
      guard let kind = MasterRecord.Kind(rawValue: event.kind), var data = Entries(json: event.data) else {
        throw fail(event.seq, "data")
      }
      let key = "\(event.kind) \(event.subject)"
      var record =
        folded[key]?.record
        ?? MasterRecord(kind: kind, id: event.subject, code: data.text("code"), sequence: 0, entries: [:])
      if event.subjectSeq == 1 { data["code"] = nil }
      record.sequence += 1
      record.entries.merge(data)
      folded[key] = (record, event.seq)
    }
    for (record, seq) in folded.values {
      let sql = "SELECT code, seq, body FROM master WHERE kind = ? AND id = ?"
      let row = try Row.fetchOne(db, sql: sql, arguments: [record.kind.rawValue, record.id])
      let told = [record.code.databaseValue, record.sequence.databaseValue, record.entries.json.databaseValue]
      guard let row, zip(row.databaseValues, told).allSatisfy({ $0.isIdentical(to: $1) }) else {
        throw fail(seq, "\(record.kind.rawValue) \(record.code) is not what its events say")
      }
    }
    let kept = try Int.fetchOne(db, sql: "SELECT count(*) FROM master") ?? 0
    if kept != folded.count { throw fail(0, "master has \(kept) rows, the log \(folded.count)") }
  }

  /// No setting was ever given a value for days that were past.
  private func checkPolicy() throws {
    for change in try CaseStore.policyChanges(in: db) where change.from < change.moment.day {
      throw fail(change.moment.seq, "policy \(change.key.code) begins before it was decided")
    }
  }

  private func checkSecrets() throws {
    for record in try MasterRecord.all(.staff, in: db) {
      if try CaseStore.pin(of: record.code, in: db).map(Digest.sha256Hex) != record.entries["pin"] {
        throw fail(0, "the PIN of \(record.code) was not set through the log")
      }
      let hash = try CaseStore.password(of: record.code, in: db)
      if hash.map(Digest.sha256Hex) != record.entries["secret"] {
        throw fail(0, "the password of \(record.code) was not set through the log")
      }
    }
    let strays = try String.fetchOne(
      db, sql: "SELECT staff FROM secret WHERE staff NOT IN (SELECT code FROM master WHERE kind = 'staff')")
    if let strays { throw fail(0, "a password of nobody: \(strays)") }
  }

  private func checkFiles() throws {
    var names = try attachedNames()
    for row in try Row.fetchAll(db, sql: "SELECT \(Sweep.selection) FROM sweep") {
      guard let sweep = Sweep(row: row) else { throw fail(0, "sweep \(row[0] as Int64)") }
      names[sweep.value("sha256", of: .import), default: []].append(sweep.fileName)
    }
    let rows = try Row.fetchCursor(db, sql: "SELECT sha256, bytes, name FROM file")
    while let row = try rows.next() {
      let digest: String = row[0]
      let name: String = row[2]
      guard Digest.hex(Digest.sha256(bytes(of: row, at: 1))) == digest,
        let told = names.removeValue(forKey: digest), told.contains(where: { $0.utf8.elementsEqual(name.utf8) })
      else { throw fail(0, "file \(digest)") }
    }
    if let missing = names.keys.first { throw fail(0, "file \(missing) is missing") }
  }

  /// The files that cases have attached, by digest: under which names.
  private func attachedNames() throws -> [String: [String]] {
    var names: [String: [String]] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT data FROM event WHERE kind = 'application' AND move IN ('open', 'edit', 'register_paper')")
    while let row = try rows.next() {
      guard let data = Entries(json: row[0] as String) else { continue }
      for code in AttachedFile.allCases {
        if let digest = data[code.digestCode] { names[digest, default: []].append(data.text(code.nameCode)) }
      }
    }
    return names
  }
}

extension DatabaseValue {
  /// Whether both are the same bytes; `==` takes texts for equal that Unicode calls equivalent (樂 U+F914 and U+6A02).
  func isIdentical(to other: DatabaseValue) -> Bool {
    switch (storage, other.storage) {
    case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
    default: self == other
    }
  }
}

extension Subject {
  /// Whether the table has a row that leads from here to where the event led.
  func mayHave(_ event: Event<Self>) -> Bool {
    let here = state(on: event.day)
    return Self.transitions.contains { row in
      row.move == event.move && !row.isDerived && row.from.contains(here) && (row.to ?? state) == event.to
    }
  }
}
