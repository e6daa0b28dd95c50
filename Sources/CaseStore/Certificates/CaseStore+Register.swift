public import Casework
import GRDB

extension CaseStore {
  static func certificates(numbered number: String, in db: Database) throws -> [Certificate] {
    try certificates(where: "number = ?", [number], in: db)
  }

  /// Of the certificates under one number the one in force, else the last that was not spoiled: a renewed card keeps the
  /// number of the one that it took the place of.
  ///
  /// - Parameter ownCase: a case whose own card is not meant.
  static func inForce(numbered number: String, besides ownCase: String? = nil, in db: Database) throws -> Certificate? {
    let held = try certificates(numbered: number, in: db)
      .filter { $0.state != .spoiled && $0[.application] != ownCase }
    return held.last { $0.state != .replaced } ?? held.last
  }

  /// All certificates of a person, oldest first.
  static func certificates(of identity: String, in db: Database) throws -> [Certificate] {
    try certificates(where: "identity = ?", [identity], in: db)
  }

  static func certificates(
    where condition: String, _ arguments: StatementArguments, in db: Database
  ) throws -> [Certificate] {
    let sql = "SELECT \(Certificate.selection) FROM certificate WHERE \(condition) ORDER BY id"
    return try Row.fetchAll(try db.cachedStatement(sql: sql), arguments: arguments).map { row in
      guard let certificate = Certificate(row: row) else {
        throw StoreProblem.damaged("certificate \(row[0] as Int64)")
      }
      return certificate
    }
  }

  public func certificates(of identity: String) throws -> [Certificate] {
    try read { try Self.certificates(of: identity, in: $0) }
  }

  /// Everything held under a certificate or identity number; looking is logged.
  ///
  /// Throws `Refusal` where nothing is.
  ///
  /// - Parameters:
  ///   - again: whether it is the same look that goes on, read once more; that is no new act.
  ///   - reason: why the numbers are given out whole, where they are.
  public func holder(
    _ number: String, by session: Session, again: Bool = false, for reason: RevealReason? = nil
  ) throws -> Holder {
    let wanted = Cleaning.number(number).text
    return try writeBehind { db in
      try require(Role.allCases, of: session, in: db)
      let identity =
        CertificateCheck.check(wanted, today: today).number?.identity.text
        ?? IdentityCheck.check(wanted, today: today).number?.text ?? wanted
      let named = try Self.certificates(numbered: wanted, in: db).last
      let held = try Self.linked(try Self.onePerson(named?.identity ?? identity, as: named, in: db), in: db)
      guard let newest = held.last else {
        throw Refusal(
          "no_such_holder", Phrase("登记册中没有此号码", "The register does not hold this number"),
          remedy: Phrase("请核对，或用 register search 查找", "Check it, or use register search"))
      }
      if !again {
        var data: Entries = ["identity": newest.identity, "number": newest.number]
        data["reason"] = reason?.text
        try logAccess("show", by: session.staff.id, data: data, in: db)
      }
      let numbers = held.map(\.identity).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      let foreign = try Self.foreign(to: held, in: db)
      let cases = try numbers.flatMap { try Self.cases(of: $0, in: db) }
        .filter { !$0.isAbout(foreign, besides: held) }
      let events = try held.flatMap { try EventLog.events(of: Certificate.kind, $0.id, in: db) }
        .compactMap(LogEntry.init).sorted { $0.seq < $1.seq }
      return Holder(
        certificates: held, cases: cases, events: events, guardian: try guardian(among: cases, in: db),
        wards: try numbers.flatMap { try wards(of: $0, in: db) },
        reportedDeaths: try reportedDeaths(ofHolders: numbers, guardian: "", in: db))
    }
  }

  /// These certificates with those of the same person under an earlier or a later number, oldest first: either number
  /// finds the person (features: 35).
  static func linked(_ held: [Certificate], in db: Database) throws -> [Certificate] {
    var found = held + (try succeeding(held, in: db))
    var open = found
    while let certificate = open.popLast() {
      let before = try certificates(numbered: certificate[.supersedes], in: db)
      guard let earlier = before.last, !found.contains(where: { $0.identity == earlier.identity }) else { continue }
      let all = try onePerson(earlier.identity, as: earlier, in: db)
      found += all
      open += all
    }
    return found.sorted { $0.id < $1.id }
  }

  /// Every certificate in the order of the register.
  public func forEachCertificate(_ body: (Certificate) throws -> Void) throws {
    try read { db in
      let rows = try Row.fetchCursor(db, sql: "SELECT \(Certificate.selection) FROM certificate ORDER BY id")
      while let row = try rows.next() {
        guard let certificate = Certificate(row: row) else {
          throw StoreProblem.damaged("certificate \(row[0] as Int64)")
        }
        try body(certificate)
      }
    }
  }

  /// Logs an export with its columns and the digest of the file, which it returns.
  public func noteExport(
    of file: [UInt8], rows: Int, columns: [String], to name: String, about fields: Entries = [:], by session: Session
  ) throws -> String {
    let sha256 = Digest.hex(Digest.sha256(file))
    try write { db in
      var data: Entries = [
        "file": name, "sha256": sha256, "rows": String(rows), "columns": columns.joined(separator: ","),
      ]
      data.merge(Entries(fields.pairs.reduce(into: [:]) { if !$1.text.isEmpty { $0[$1.code] = $1.text } }))
      try logAccess("export", by: session.staff.id, data: data, in: db)
    }
    return sha256
  }

  /// Logs that somebody made a masked number visible, and why (domain: 9).
  public func noteReveal(
    _ number: String, for reason: RevealReason, about subject: String = "", by session: Session
  ) throws {
    try write { db in
      try require(Role.allCases, of: session, in: db)
      var data: Entries = ["number": number, "reason": reason.text]
      if !subject.isEmpty, subject != reason.text { data["subject"] = subject }
      try logAccess("reveal", by: session.staff.id, data: data, in: db)
    }
  }

  /// How many certificates the register holds, by state on the business date.
  public func registerCounts() throws -> [Certificate.State: Int] {
    try read { db in
      var counts: [Certificate.State: Int] = [:]
      for row in try Row.fetchAll(
        db,
        sql: """
          SELECT CASE WHEN state = 'valid' AND valid_to < ? AND valid_to <> '' THEN 'expired' ELSE state END,
            sum(certificates)
          FROM certificate_day GROUP BY 1
          """, arguments: [today.iso])
      {
        if let state = Certificate.State(rawValue: row[0]) { counts[state] = row[1] }
      }
      return counts
    }
  }
}

/// A person of the register with all that belongs to the person.
public struct Holder: Hashable, Sendable {
  /// Oldest first; never empty.
  public let certificates: [Certificate]
  public let cases: [Application]
  public let events: [LogEntry]
  public let guardian: Guardianship?
  /// Those whose guardian the person is.
  public let wards: [Guardianship]
  /// Rows of lists by which the person has died, that nobody has found to be wrong.
  public let reportedDeaths: [ReportedDeath]

  public var newest: Certificate {
    guard let newest = certificates.last else { preconditionFailure("a holder has a certificate") }
    return newest
  }
}
