public import Casework
import GRDB

extension CaseStore {
  /// Everything that the papers of a sweep tell: its rows, and the certificates they were carried out on.
  public func material(of sweep: Sweep, by session: Session) throws -> SweepMaterial {
    let (rows, staff) = (try withNear(rows(of: sweep, by: session), of: sweep), try staffNames())
    return try read { db in
      var certificates: [Int: Certificate] = [:]
      for row in rows where row.outcome == SweepRow.done {
        certificates[row.row] = try certificate(of: row, in: sweep, in: db)
      }
      return SweepMaterial(
        sweep: sweep, rows: rows, certificates: certificates, names: try heldNames(of: rows, in: db),
        frozen: try frozen(in: sweep.quarter, in: db), staff: staff)
    }
  }

  /// The names held under the numbers that rows mean without a match of their own number, by row.
  public func heldNames(of rows: [SweepRow], by session: Session) throws -> [Int: String] {
    try read { db in
      try require(Sweep.readers, of: session, in: db)
      return try heldNames(of: rows, in: db)
    }
  }

  private func heldNames(of rows: [SweepRow], in db: Database) throws -> [Int: String] {
    var names: [Int: String] = [:]
    for row in rows where row.certificate.isEmpty || row.given.target != nil {
      if let number = row.target ?? row.nearest?.certificate {
        names[row.row] = try Self.inForce(numbered: number, in: db)?.name
      }
    }
    return names
  }

  /// Logs what left the house: which part of which sweep in which file, to whom, by whom and why (features: 95).
  ///
  /// - Returns: the digest of the file.
  public func noteExport(
    of file: [UInt8], as name: String, parts: [(code: String, rows: Int, columns: [String])], about fields: Entries,
    by session: Session
  ) throws -> String {
    let sha256 = Digest.hex(Digest.sha256(file))
    try write { db in
      let staff = try current(session, in: db)
      for part in parts {
        var data: Entries = [
          "file": name, "sha256": sha256, "part": part.code, "rows": String(part.rows),
          "columns": part.columns.joined(separator: ","),
        ]
        data.merge(fields)
        try logAccess("export", by: staff.id, data: data, in: db)
      }
    }
    return sha256
  }

  /// The digest that stands at the foot of a paper.
  public static func digest(of text: String) -> String { Digest.sha256Hex(text) }

  /// The certificate that a row was carried out on: of several under its number the one that names the row.
  private func certificate(of row: SweepRow, in sweep: Sweep, in db: Database) throws -> Certificate? {
    guard let number = row.target else { return nil }
    let ground = "sweep:\(sweep.number):\(row.row)"
    let held = try Self.certificates(numbered: number, in: db)
    return held.first { $0.entries.pairs.contains { $0.code.hasSuffix(".ground") && $0.text == ground } } ?? held.last
  }

  private func frozen(in quarter: String, in db: Database) throws -> [Certificate] {
    guard let period = ReportPeriod(quarter) else { return [] }
    let ids = try Int64.fetchAll(
      db,
      sql: """
        SELECT DISTINCT subject FROM event
        WHERE +kind = 'certificate' AND move = 'freeze' AND day BETWEEN ? AND ? ORDER BY subject
        """, arguments: [period.first.iso, period.last.iso])
    return try Certificate.find(ids, in: db)
  }
}
