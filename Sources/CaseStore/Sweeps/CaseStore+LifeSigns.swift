public import Casework
import GRDB

extension CaseStore {
  /// What speaks now against taking a row as it is, also what happened since the import (features: 45).
  public func signsOfLife(for row: SweepRow, by session: Session) throws -> [LifeSign] {
    try read { db in
      try require(Sweep.readers, of: session, in: db)
      var seen = row
      seen.signs += try freshSigns(for: row, in: db).filter { !row.signs.contains($0) }
      return seen.evidence
    }
  }

  /// What the store knows now of the person whom a row reports dead.
  func freshSigns(for row: SweepRow, in db: Database) throws -> [LifeSign] {
    guard row.kind == .death, let day = row.eventDate.day, let number = row.target,
      let held = try Self.inForce(numbered: number, in: db)
    else { return [] }
    return try signsOfLife(of: held.identity, after: day, in: db)
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
    let cases = try Row.fetchAll(
      try db.cachedStatement(
        sql: "SELECT \(Application.selection) FROM application WHERE identity = ? AND identity <> '' ORDER BY id"),
      arguments: [identity]
    ).compactMap(Application.init(row:))
    for application in cases {
      let opened = try String.fetchOne(
        try db.cachedStatement(
          sql: "SELECT day FROM event WHERE kind = 'application' AND subject = ? AND subject_seq = 1"),
        arguments: [application.id])
      found += application.signsOfLife(after: death, opened: opened.flatMap { Day(iso: $0) })
    }
    return found
  }

  /// Looks at every person whom the file reports dead and the register holds, and keeps what speaks against it.
  func findSigns(of sweep: Int64, told: inout Entries, in db: Database) throws {
    let insert = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO sweep_sign(sweep, row, sign, source, day, detail) VALUES (?, ?, ?, ?, ?, ?)")
    func keep(_ sign: LifeSign, _ row: Int) throws {
      try insert.execute(arguments: [sweep, row, sign.block.rawValue, sign.source, sign.day, sign.detail])
    }
    for suspect in try Row.fetchAll(db, sql: Self.suspects, arguments: [sweep]) {
      guard let day = Day(iso: suspect[2] as String) else { continue }
      for sign in try signsOfLife(of: suspect[1], after: day, in: db) { try keep(sign, suspect[0]) }
    }
    try findKin(of: sweep, in: db, keep)
    let (count, digest) = try Self.signsDigest(of: sweep, in: db)
    guard count > 0 else { return }
    told["signs"] = String(count)
    told["signs_digest"] = digest
  }

  /// The rows of real days that report a holder's death.
  private static let deaths = """
    sweep_row r WHERE r.sweep = ? AND r.kind = 'death' AND r.event_date >= '0' AND r.event_date < ':'
    """

  /// Those of whom the store knows more than that a register was taken over.
  private static let suspects = """
    SELECT r.row, r.identity, r.event_date FROM \(deaths) AND r.class IN ('exact', 'name_mismatch') AND (
      EXISTS (SELECT 1 FROM certificate c WHERE c.identity = r.identity AND (c.seq > 1 OR c.valid_from > r.event_date))
      OR EXISTS (SELECT 1 FROM application a WHERE a.identity = r.identity AND a.identity <> ''))
    """

  /// Goes through the deaths address by address.
  private func findKin(of sweep: Int64, in db: Database, _ keep: (LifeSign, Int) throws -> Void) throws {
    let sql = """
      SELECT r.row, r.source_name, r.identity, r.event_date, r.source_address, r.class FROM \(Self.deaths)
        AND r.class <> 'duplicate' AND r.source_address <> '' ORDER BY r.source_address, r.row
      """
    var address = ""
    var house: [KinAtOneAddress.Death] = []
    var ours: Set<Int> = []
    func close() throws {
      guard house.count > 1, KinAtOneAddress.isHouse(address) else { return }
      for (row, sign) in KinAtOneAddress.signs(among: house) where ours.contains(row) { try keep(sign, row) }
    }
    let rows = try Row.fetchCursor(db, sql: sql, arguments: [sweep])
    while let row = try rows.next() {
      guard let day = Day(iso: row[3] as String) else { continue }
      let here: String = row[4]
      if here != address {
        try close()
        (address, house, ours) = (here, [], [])
      }
      house.append(KinAtOneAddress.Death(row: row[0], name: row[1], identity: row[2], day: day))
      if ["exact", "name_mismatch"].contains(row[5] as String) { ours.insert(row[0]) }
    }
    try close()
  }

  static func signsDigest(of sweep: Int64, in db: Database) throws -> (count: Int, digest: String) {
    var digest = RowsDigest()
    var texts = RowTexts()
    var count = 0
    let rows = try Row.fetchCursor(
      db, sql: "SELECT row, sign, source, day, detail FROM sweep_sign WHERE sweep = ? ORDER BY row, sign, source, day",
      arguments: [sweep])
    while let row = try rows.next() {
      texts.fill(with: (1...4).map { row[$0] as String })
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
        sql: "SELECT row, sign, source, day, detail FROM sweep_sign WHERE sweep = ? AND row BETWEEN ? AND ?"),
      arguments: [sweep, first, last])
    for row in found {
      guard let block = SweepBlock(rawValue: row[1]) else { throw StoreProblem.damaged("sweep row \(row[0] as Int)") }
      signs[row[0], default: []].append(LifeSign(block, on: row[3], source: row[2], detail: row[4]))
    }
    guard !signs.isEmpty else { return rows }
    return rows.map { row in
      var row = row
      row.signs = signs[row.row] ?? []
      return row
    }
  }
}
