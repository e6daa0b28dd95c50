import Casework
import GRDB

/// What people decided on rows of other sweeps, as far as it tells two people apart.
///
/// The decisions themselves are the only record; nothing is kept twice.
struct EarlierSweeps: ~Copyable {
  private let rejected: BulkStatement
  private let shown: BulkStatement
  private let singly: BulkStatement
  private let quarters: [Int64: String]
  /// Sweeps that count, the newest first.
  let marked: [Int64]
  private let nobodyIsApart: Bool

  init(besides sweep: Int64, in db: Database) throws {
    let decided = try BulkStatement(
      """
      SELECT sweep, row, class, certificate, candidates, source_identity, source_name FROM sweep_row
      WHERE decision = 'reject' AND identity = ? AND source_birth = ? ORDER BY sweep
      """, in: db)
    let near = try BulkStatement("SELECT certificate FROM sweep_near WHERE sweep = ? AND row = ?", in: db)
    let alone = try BulkStatement(
      """
      SELECT sweep, apart, source_identity, source_name FROM sweep_row
      WHERE apart IS NOT NULL AND identity = ? AND source_birth = ? ORDER BY sweep
      """, in: db)
    let others = try Row.fetchAll(
      db, sql: "SELECT \(Sweep.selection) FROM sweep WHERE id <> ? AND state <> 'abandoned' ORDER BY id DESC",
      arguments: [sweep]
    ).compactMap(Sweep.init(row:))
    let hasApart = try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM sweep_row WHERE decision = 'reject')
          OR EXISTS (SELECT 1 FROM sweep_row WHERE apart IS NOT NULL)
        """)
    rejected = decided
    shown = near
    singly = alone
    marked = others.map(\.id)
    quarters = Dictionary(others.map { ($0.id, $0.quarter) }, uniquingKeysWith: { first, _ in first })
    nobodyIsApart = hasApart != true
  }

  /// Certificates that a person said are not this row's person's, with the quarter in which.
  ///
  /// The person of a row is its number, name and birth date, as cleaned.
  func toldApart(_ row: SweepRow, name: String) throws -> [String: String] {
    if nobodyIsApart { return [:] }
    var apart: [String: String] = [:]
    let written = Cleaning.number(row.source.identity).text
    func isMeant(_ number: String?, _ named: String?) -> Bool {
      Cleaning.name(named ?? "").text == name
        && (!row.identity.isEmpty || Cleaning.number(number ?? "").text == written)
    }
    rejected.begin()
    rejected.bind(row.identity, at: 1)
    rejected.bind(row.source.birth.kept, at: 2)
    while try rejected.next() {
      guard let quarter = quarters[rejected.number(0)], isMeant(rejected.text(5), rejected.text(6)) else {
        continue
      }
      if rejected.text(2) == SweepClass.nameMismatch.rawValue, let number = rejected.text(3) { apart[number] = quarter }
      for number in (rejected.text(4) ?? "").split(separator: "|") { apart[String(number)] = quarter }
      shown.begin()
      shown.bind(rejected.number(0), at: 1)
      shown.bind(rejected.number(1), at: 2)
      while try shown.next() { apart[shown.text(0) ?? ""] = quarter }
    }
    singly.begin()
    singly.bind(row.identity, at: 1)
    singly.bind(row.source.birth.kept, at: 2)
    while try singly.next() {
      guard let quarter = quarters[singly.number(0)], isMeant(singly.text(2), singly.text(3)) else { continue }
      for number in (singly.text(1) ?? "").split(separator: "|") { apart[String(number)] = quarter }
    }
    return apart
  }
}
