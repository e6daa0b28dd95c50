import Casework
import GRDB

/// A row of an earlier sweep on which a decision stands.
struct EarlierRow: Hashable {
  let sweep: Int64
  let row: Int
  let decision: SweepDecision
}

/// Finds the newest answer to a row among earlier sweeps, by the marks of what was rejected, held and accepted.
///
/// Rejections are found by an index; what was held is read once. What was accepted is read, a sweep at a time, only where
/// a later sweep had the row and neither rejected nor held it.
struct EarlierAnswers {
  private let db: Database
  /// The earlier sweeps that were neither given up nor taken back, the newest first.
  private let standing: [Int64]
  private var nameless: [String: [UInt64: EarlierRow]] = [:]
  private var held: [UInt64: EarlierRow]?
  private var accepted: [Int64: [UInt64: EarlierRow]] = [:]

  init(before sweep: Int64, in db: Database) throws {
    self.db = db
    standing = try Self.standing(before: sweep, in: db)
  }

  /// The sweeps before one that were neither given up nor taken back, the newest first.
  static func standing(before sweep: Int64, in db: Database) throws -> [Int64] {
    try Int64.fetchAll(
      db, sql: "SELECT id FROM sweep WHERE id < ? AND state NOT IN \(Sweep.terminal.sqlList) ORDER BY id DESC",
      arguments: [sweep])
  }

  /// - Parameter last: the newest earlier sweep that had the row when this one was taken in.
  mutating func answer(to row: SweepRow, seenIn last: Int64) throws -> EarlierRow? {
    if standing.isEmpty { return nil }
    let mark = SweepMarks.mark(of: row)
    let rejection = try rejected(like: row)[mark]
    let hold = try heldRows()[mark]
    guard let found = [rejection, hold].compactMap({ $0 }).max(by: { $0.sweep < $1.sweep }) else { return nil }
    for later in standing where later > found.sweep && later <= last {
      if let accepted = try acceptedRows(of: later)[mark] { return accepted }
    }
    return found
  }

  /// Rejections under the number of a row; rows without one share their birth date with many, which are read once.
  private mutating func rejected(like row: SweepRow) throws -> [UInt64: EarlierRow] {
    let birth = row.source.birth.kept
    if row.identity.isEmpty, let known = nameless[birth] { return known }
    let found = try newest(
      .reject, "INDEXED BY sweep_row_rejected",
      "decision = 'reject' AND identity = ?1 AND (?1 <> '' OR source_birth = ?2)", [row.identity, birth])
    if row.identity.isEmpty { nameless[birth] = found }
    return found
  }

  private mutating func heldRows() throws -> [UInt64: EarlierRow] {
    if let held { return held }
    let found = try newest(.hold, "INDEXED BY sweep_row_held", "decision = 'hold'", [])
    held = found
    return found
  }

  private mutating func acceptedRows(of sweep: Int64) throws -> [UInt64: EarlierRow] {
    if let known = accepted[sweep] { return known }
    let found = try newest(.accept, "", "decision = 'accept' AND sweep = ?1", [sweep])
    accepted[sweep] = found
    return found
  }

  /// Of rows decided so in sweeps that stand, by their marks: the one of the newest sweep, there the first.
  private func newest(
    _ decision: SweepDecision, _ index: String, _ condition: String, _ arguments: StatementArguments
  ) throws -> [UInt64: EarlierRow] {
    let rows = try Row.fetchCursor(
      try db.cachedStatement(
        sql: """
          SELECT \(SweepMarks.columns), sweep FROM sweep_row \(index) WHERE \(condition)
            AND sweep IN (\(standing.map(String.init).joined(separator: ", "))) ORDER BY sweep DESC, row
          """), arguments: arguments)
    var found: [UInt64: EarlierRow] = [:]
    while let row = try rows.next() {
      let mark = SweepMarks.mark(of: row)
      if found[mark] == nil { found[mark] = EarlierRow(sweep: row["sweep"], row: row[0], decision: decision) }
    }
    return found
  }
}
