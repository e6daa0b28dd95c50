import Casework
import GRDB

/// A sweep on its way into the store: what has been compared so far, and what its import will tell.
///
/// Rows of a long file are kept piece by piece under the number of a sweep that is not there yet; `sweep_staging` says
/// how far they go.
struct SweepStaging {
  /// The SHA-256 of the file.
  let file: String
  /// The same with a mark of how it is read.
  private let key: String
  let quarter: Quarter
  let sweep: Int64
  /// The name of the file and who imports it, for whoever sees that it is on its way.
  private let about: (name: String, staff: StaffMember.ID)
  private let today: Day
  /// The row up to which an earlier run had come.
  private(set) var resumed = 0
  private var rows = 0
  private var kept = 0
  private let piece: Int
  /// Whether the file has been read to its end.
  private(set) var isRead = false
  /// The row up to which near matches have been looked for.
  private var near = 0
  /// The digest of the rows so far.
  private(set) var digest = RowsDigest()
  private var classes: [SweepClass: Int] = [:]
  private var proposals: [SweepProposal: Int] = [:]
  private var blocked = 0
  /// The repeated rows that speak against themselves.
  private(set) var doubtfulDuplicates: [Int] = []
  /// Which rows are, and which may be, about holders.
  private(set) var holders = HolderRows()

  /// Goes on where an earlier run on the same file, read in the same way, was stopped today, else begins; what others
  /// left lying is cleared.
  init(
    _ file: String, readAs reading: String, quarter: Quarter, today: Day, piece: Int,
    about: (name: String, staff: StaffMember.ID), in db: Database
  ) throws {
    self.about = about
    let key = "\(file) \(Digest.hex(Digest.sha256(Array(reading.utf8))).prefix(16))"
    (self.file, self.key, self.quarter, self.today, self.piece) = (file, key, quarter, today, piece)
    for left in try Int64.fetchAll(
      db,
      sql: """
        SELECT sweep FROM sweep_staging
        WHERE day <> ?1 OR (substr(file, 1, 64) = ?2 AND (file <> ?3 OR quarter <> ?4))
        """, arguments: [today.iso, file, key, quarter.text])
    {
      try Self.discard(left, in: db)
    }
    if let left = try Row.fetchOne(
      db, sql: "SELECT sweep, rows FROM sweep_staging WHERE file = ?", arguments: [key])
    {
      sweep = left[0]
      resumed = left[1]
      kept = resumed
      near = try Int.fetchOne(db, sql: "SELECT max(row) FROM sweep_near WHERE sweep = ?", arguments: [sweep]) ?? 0
      try takeUp(in: db)
    } else {
      let taken = try Int64.fetchOne(db, sql: "SELECT max(sweep) FROM sweep_staging") ?? 0
      sweep = max(try Sweep.nextID(in: db), taken + 1)
    }
  }

  /// Reads again what an earlier run kept.
  private mutating func takeUp(in db: Database) throws {
    var texts = RowTexts()
    let columns = SweepRow.comparedColumns
    let cursor = try Row.fetchCursor(
      db,
      sql:
        "SELECT row, class, proposal, \(columns.joined(separator: ", ")) FROM sweep_row WHERE sweep = ? ORDER BY row",
      arguments: [sweep])
    while let row = try cursor.next() {
      texts.fill(with: columns.indices.map { row[$0 + 3] as String })
      digest.add(row: row[0], texts)
      if let code = SweepClass(rawValue: row[1]) {
        classes[code, default: 0] += 1
        if code == .duplicate, !(row["block"] as String).isEmpty { doubtfulDuplicates.append(row[0]) }
        holders.add(
          row[0], code, row["certificate"], (row["candidates"] as String).split(separator: "|").map(String.init))
      }
      if let code = SweepProposal(rawValue: row[2]) {
        proposals[code, default: 0] += 1
        if code != .review, code != .none, !(row["block"] as String).isEmpty { blocked += 1 }
      }
      rows += 1
    }
  }

  /// Whether some run was stopped and left rows.
  static func isAnyLeft(in db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM sweep_staging)") ?? false
  }

  /// Keeps compared rows until the file or the piece ends.
  ///
  /// Returns whether the file has ended. Throws `Refusal` where somebody else has gone on with the same file meanwhile.
  mutating func take(from comparing: RowComparing, store: CaseStore, in db: Database) throws -> Bool {
    defer { comparing.close() }
    guard try isOurs(in: db) else { throw Refusal.importedElsewhere }
    let writer = try SweepRowWriter(of: sweep, in: db)
    var suspects: [SuspectDeath] = []
    var moves: [SuspectMove] = []
    var changes: [ChangedNumber] = []
    var applicants: [ReportedApplicant] = []
    while let compared = try comparing.next() {
      try writer.write(compared)
      classes.merge(compared.classes, uniquingKeysWith: +)
      proposals.merge(compared.proposals, uniquingKeysWith: +)
      blocked += compared.blocked
      doubtfulDuplicates += compared.doubtfulDuplicates
      suspects += compared.suspects
      moves += compared.moves
      changes += compared.changes
      applicants += compared.applicants
      holders.add(compared.holders)
      rows += compared.rows.count
    }
    let end = comparing.end()
    (digest, isRead) = (end.digest, end.isFileRead)
    try store.keepSigns(of: suspects, in: sweep, db: db)
    try store.keepClocks(of: moves, in: sweep, db: db)
    try store.keepTakenNumbers(of: changes, in: sweep, db: db)
    try store.keepApplicants(applicants, in: sweep, db: db)
    if !isRead { try keep(at: store.now, in: db) }
    return isRead
  }

  /// A look for near matches takes longer than a comparison: so much less of it fits into a transaction.
  private static let nearRows = 4096

  /// Looks for near matches until they are found or the transaction is long enough, and says whether they are.
  mutating func hasNear(from store: CaseStore, by search: NearSearch, in db: Database) throws -> Bool {
    guard try isOurs(in: db) else { throw Refusal.importedElsewhere }
    let most = min(piece, Self.nearRows)
    guard let row = try store.findNear(of: sweep, after: near, most: most, by: search, in: db) else { return true }
    near = row
    try keep(at: store.now, in: db)
    return false
  }

  /// How much of the look for near matches is done.
  var shareNear: Double? { isRead ? Double(near) / Double(max(1, rows)) : nil }

  private mutating func keep(at now: Instant, in db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO sweep_staging(file, sweep, quarter, day, rows, name, staff, began, at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8) ON CONFLICT (file) DO UPDATE SET rows = ?5, at = ?8
        """, arguments: [key, sweep, quarter.text, today.iso, rows, about.name, about.staff, now.milliseconds])
    kept = rows
  }

  /// Whether what was kept is still as this run left it.
  private func isOurs(in db: Database) throws -> Bool {
    let left = try Int.fetchOne(
      db, sql: "SELECT rows FROM sweep_staging WHERE file = ? AND sweep = ?", arguments: [key, sweep])
    return left ?? 0 == kept
  }

  /// Says in the import's event what was compared.
  mutating func finish(_ told: inout Entries, in db: Database) throws {
    // What happens while a long file is read is news to the rows that were compared before.
    told["began"] = try String.fetchOne(
      db, sql: "SELECT CAST(began AS TEXT) FROM sweep_staging WHERE sweep = ?", arguments: [sweep])
    try db.execute(sql: "DELETE FROM sweep_staging WHERE sweep = ?", arguments: [sweep])
    for (code, count) in classes { told["class.\(code.rawValue)"] = String(count) }
    for (code, count) in proposals { told["proposal.\(code.rawValue)"] = String(count) }
    if blocked > 0 { told["blocks_asked"] = String(blocked) }
    told["rows"] = String(rows)
    told["rows_digest"] = digest.finish()
  }

  /// Takes back what was kept.
  func discard(in db: Database) throws {
    if kept > 0, try isOurs(in: db) { try Self.discard(sweep, in: db) }
  }

  static func discard(_ sweep: Int64, in db: Database) throws {
    for table in ["sweep_row", "sweep_sign", "sweep_near", "sweep_staging"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE sweep = ?", arguments: [sweep])
    }
  }
}

extension Refusal {
  static let importedElsewhere = Refusal(
    "imported_elsewhere", Phrase("此文件正在另一台终端导入", "Another desk is importing this very file"),
    remedy: Phrase("请等它导入完，再用 sweep list 查看", "Wait until it is done, then see sweep list"))
}
