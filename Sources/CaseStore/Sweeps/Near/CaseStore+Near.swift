public import Casework
import GRDB

extension CaseStore {
  /// Finds near matches for the rows of a sweep that no exact rule settles.
  ///
  /// A pass of its own after the exact one: it reads the rows that are in and changes none of them.
  ///
  /// - Parameter most: how many rows it looks at; calling again goes on behind the last of them.
  /// - Returns: the row up to which it has come; `nil` at the end.
  func findNear(of sweep: Int64, after row: Int, most: Int, by search: NearSearch, in db: Database) throws -> Int? {
    let insert = try BulkStatement(
      "INSERT INTO sweep_near(sweep, row, rank, certificate, reasons) VALUES (?, ?, ?, ?, ?)", in: db)
    insert.bind(sweep, at: 1)
    let rows = try Row.fetchAll(
      try db.cachedStatement(sql: Self.unsettled), arguments: [sweep, row, most]
    ).compactMap(SweepRow.init(row:))
    for (row, found) in zip(rows, try search.matches(for: rows, besides: sweep, today: today)) {
      for (rank, match) in found.enumerated() {
        insert.begin()
        insert.bind(Int64(row.row), at: 2)
        insert.bind(Int64(rank + 1), at: 3)
        insert.bind(match.certificate, at: 4)
        insert.bind(match.reasons.kept, at: 5)
        try insert.run()
      }
    }
    return rows.count < most ? nil : rows.last?.row
  }

  /// Keeps which earlier sweeps had the rows, and tells the import's event a digest of what was found.
  func finishNear(of sweep: Int64, told: inout Entries, in db: Database) throws {
    try SweepMarks.keep(of: sweep, besides: try EarlierSweeps(besides: sweep, in: db).marked, in: db)
    told["near_digest"] = try NearDigest.of(sweep, in: db)
    told["near_rows"] = try String.fetchOne(
      db, sql: "SELECT count(DISTINCT row) FROM sweep_near WHERE sweep = ?", arguments: [sweep])
    let nobody = try nearNobody(of: sweep, in: db)
    if nobody > 0 { told["near_nobody"] = String(nobody) }
  }

  /// How many rows about nobody of the register have somebody near them, and no decision.
  func nearNobody(of sweep: Int64, in db: Database) throws -> Int {
    try Int.fetchOne(
      try db.cachedStatement(
        sql: """
          SELECT count(*) FROM sweep_near n JOIN sweep_row r ON r.sweep = n.sweep AND r.row = n.row
          WHERE n.sweep = ? AND n.rank = 1 AND r.class = 'none' AND r.decision IS NULL
          """), arguments: [sweep]) ?? 0
  }

  /// Rows that no exact rule settles.
  private static let unsettled = """
    SELECT \(SweepRow.selection) FROM sweep_row WHERE sweep = ? AND row > ?
      AND (class IN ('malformed', 'candidate', 'none') OR (class = 'name_mismatch' AND reason = 'unexplained'))
    ORDER BY row LIMIT ?
    """

  /// The same rows with their near matches and the earlier sweep that had them.
  public func withNear(_ rows: [SweepRow], of sweep: Sweep) throws -> [SweepRow] {
    try read { try withNear(rows, of: sweep, in: $0) }
  }

  func withNear(_ rows: [SweepRow], of sweep: Sweep, in db: Database) throws -> [SweepRow] {
    guard let first = rows.map(\.row).min(), let last = rows.map(\.row).max() else { return [] }
    var near: [Int: [NearMatch]] = [:]
    let found = try Row.fetchCursor(
      try db.cachedStatement(
        sql: """
          SELECT row, certificate, reasons FROM sweep_near WHERE sweep = ? AND row BETWEEN ? AND ? ORDER BY row, rank
          """), arguments: [sweep.id, first, last])
    while let row = try found.next() {
      guard let reasons = [NearReason](kept: row[2]) else { throw StoreProblem.damaged("near row \(row[0] as Int)") }
      near[row[0], default: []].append(NearMatch(certificate: row[1], reasons: reasons))
    }
    var seen: [Int: String] = [:]
    let earlier = try Row.fetchCursor(
      try db.cachedStatement(
        sql: """
          SELECT row, number FROM sweep_seen JOIN sweep ON id = earlier WHERE sweep = ? AND row BETWEEN ? AND ?
          """), arguments: [sweep.id, first, last])
    while let row = try earlier.next() { seen[row[0]] = row[1] }
    return rows.map { row in
      var row = row
      row.near = near[row.row] ?? []
      row.seenIn = seen[row.row]
      return row
    }
  }
}
