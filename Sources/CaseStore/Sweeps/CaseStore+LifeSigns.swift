public import Casework
import GRDB

extension CaseStore {
  /// What speaks now against taking a row as it is, also what happened since the import (features: 45).
  public func signsOfLife(for row: SweepRow, by session: Session) throws -> [LifeSign] {
    try read { db in
      try require(Sweep.readers, of: session, in: db)
      return row.seeing(try signsAgainstDeath(row, in: db)).evidence
    }
  }

  /// What the store knows now of the person of a row: of whom it reports dead, and what the other lists say.
  func freshSigns(for row: SweepRow, of sweep: Sweep, in db: Database) throws -> [LifeSign] {
    try signsAgainstDeath(row, in: db) + signs(ofClockAgainst: row, of: sweep.number, in: db)
      + (signs(beside: sweep, of: [row], in: db)[row.row] ?? [])
  }

  func signsAgainstDeath(_ row: SweepRow, in db: Database) throws -> [LifeSign] {
    guard row.kind == .death, let day = row.day, let number = row.target,
      let held = try Self.inForce(numbered: number, in: db)
    else { return [] }
    let found = try signs(against: day, of: held.identity, certificate: held.number, in: db)
    return row.certificate == number ? found : found.map { $0.told(of: number) }
  }

  /// What speaks against the death of a person by which one certificate would end.
  func signs(
    against death: Day, of identity: String, certificate number: String, in db: Database
  ) throws -> [LifeSign] {
    try signsOfLife(of: identity, after: death, in: db) + secondLiveSigns(of: identity, besides: number, in: db)
  }

  func signsOfLife(of identity: String, after death: Day, in db: Database) throws -> [LifeSign] {
    var found: [LifeSign] = []
    for certificate in try Self.certificates(of: identity, in: db) {
      if let sign = certificate.issuedAfter(death) { found.append(sign) }
      guard certificate.sequence > 1 else { continue }
      found += try EventLog.events(of: Certificate.kind, certificate.id, in: db)
        .compactMap { $0.event(of: Certificate.self) }
        .compactMap { certificate.signOfLife(in: $0, after: death) }
    }
    let cases = try Self.cases(where: "identity = ? AND identity <> ''", [identity], in: db)
    for application in cases { found += try signs(of: application, after: death, in: db) }
    for application in try casesHelped(by: identity, in: db) {
      found += application.signsOfActing(by: identity, after: death)
    }
    return found
  }

  /// What a case of a person tells after a day of death.
  func signs(of application: Application, after death: Day, in db: Database) throws -> [LifeSign] {
    let opened = try String.fetchOne(
      try db.cachedStatement(
        sql: "SELECT day FROM event WHERE kind = 'application' AND subject = ? AND subject_seq = 1"),
      arguments: [application.id])
    return application.signsOfLife(after: death, opened: opened.flatMap { Day(iso: $0) })
  }

  /// Keeps what speaks against each of some deaths.
  func keepSigns(of suspects: [SuspectDeath], in sweep: Int64, db: Database) throws {
    for suspect in suspects {
      for sign in try signs(
        against: suspect.day, of: suspect.identity, certificate: suspect.certificate, in: db)
      {
        try keep(sign, row: suspect.row, of: sweep, in: db)
      }
      if let declarant = suspect.deadDeclarant {
        try keepDead(declarant, before: suspect.day, row: suspect.row, of: sweep, in: db)
      }
    }
  }

  /// Whether something is proposed for a row of a sweep that is being taken in: only there a sign is of use.
  func isAsked(_ row: Int, of sweep: Int64, in db: Database) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: "SELECT proposal <> 'none' FROM sweep_row WHERE sweep = ? AND row = ?")
    return try Bool.fetchOne(statement, arguments: [sweep, row]) ?? false
  }

  /// - Parameter since: the day on which somebody who decided on the row saw it, where the import had not found it.
  func keep(_ sign: LifeSign, row: Int, of sweep: Int64, since: Day? = nil, in db: Database) throws {
    let insert = try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO sweep_sign(sweep, row, sign, source, day, detail, person, since)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try insert.execute(arguments: [
      sweep, row, sign.block.rawValue, sign.source, sign.day, sign.detail, sign.person, since?.iso ?? "",
    ])
  }

  static func signsDigest(of sweep: Int64, in db: Database) throws -> (count: Int, digest: String) {
    var digest = RowsDigest()
    var texts = RowTexts()
    var count = 0
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT row, sign, source, day, detail, person FROM sweep_sign WHERE sweep = ? AND since = ''
        ORDER BY row, sign, source, day
        """, arguments: [sweep])
    while let row = try rows.next() {
      // Before there was a person the digest had four texts.
      let columns = (row[5] as String).isEmpty ? 1...4 : 1...5
      texts.fill(with: columns.map { row[$0] as String })
      digest.add(row: row[0], texts)
      count += 1
    }
    return (count, digest.finish())
  }

  /// The rows as they were read, each with what was found at the import.
  func withSigns(_ rows: [SweepRow], of sweep: Int64, in db: Database) throws -> [SweepRow] {
    guard let first = rows.first?.row, let last = rows.last?.row else { return rows }
    var signs: [Int: [LifeSign]] = [:]
    let found = try Row.fetchAll(
      try db.cachedStatement(
        sql: "SELECT row, sign, source, day, detail, person FROM sweep_sign WHERE sweep = ? AND row BETWEEN ? AND ?"),
      arguments: [sweep, first, last])
    for row in found {
      guard let block = SweepBlock(rawValue: row[1]) else { throw StoreProblem.damaged("sweep row \(row[0] as Int)") }
      signs[row[0], default: []].append(LifeSign(block, on: row[3], source: row[2], detail: row[4], of: row[5]))
    }
    guard !signs.isEmpty else { return rows }
    return rows.map { row in
      var row = row
      row.signs = signs[row.row] ?? []
      return row
    }
  }
}

/// A row that reports the death of somebody of whom the store knows more than that a register was taken over.
struct SuspectDeath {
  let row: Int
  let identity: String
  let certificate: String
  let day: Day
  /// The number of whoever declared it, where a certificate of that number has ended.
  let deadDeclarant: String?

  init?(_ row: borrowing SweepRow, _ answer: borrowing StoreRegister.Answer, _ place: Int) {
    guard row.kind == .death, row.sweepClass == .exact || row.sweepClass == .nameMismatch, let day = row.eventDate.day,
      answer.hasCases(at: place) || answer.isDeclarantEnded(at: place)
        || answer.matches(at: place).contains(where: { $0.isTouched || $0.validFrom.map { $0 > day } ?? false })
        || answer.matches(at: place).hasSecondLive
    else { return nil }
    (self.row, identity, certificate, self.day) = (row.row, row.identity, row.certificate, day)
    deadDeclarant = answer.isDeclarantEnded(at: place) ? answer.rows[place].declarant?.text : nil
  }
}
