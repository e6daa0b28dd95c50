import Casework
import GRDB

/// Whom somebody refused in another list, whichever came first: the same report about the same person is then taken with
/// the others in none (features: 45, 49).
extension CaseStore {
  /// The lists whose refusals count for a sweep under way: those of its quarter, and those that were under way since it
  /// came; none once it is over.
  func listsBeside(_ sweep: Sweep, in db: Database) throws -> [Int64] {
    guard sweep.isUnderWay else { return [] }
    return try Int64.fetchAll(
      try db.cachedStatement(
        sql: """
          SELECT id FROM sweep WHERE id <> ?1 AND state NOT IN \(Sweep.terminal.sqlList)
            AND (json_extract(body, '$."import.quarter"') = ?2 OR state IN \(Sweep.underWay.sqlList)
              OR (SELECT seq FROM event WHERE kind = 'sweep' AND subject = sweep.id ORDER BY subject_seq DESC LIMIT 1)
                > (SELECT seq FROM event WHERE kind = 'sweep' AND subject = ?1 AND subject_seq = 1))
          """), arguments: [sweep.id, sweep.quarter])
  }

  /// In SQL, rows about people of whom one of the lists beside has the same report, rejected or held.
  static func isRefused(beside lists: [Int64]) -> String {
    if lists.isEmpty { return "FALSE" }
    return """
      (proposal <> 'none' AND identity <> '' AND (identity, kind) IN (\(refused("identity, kind", in: lists))))
      """
  }

  /// Selects what was rejected or held in some lists, each half by its own index.
  ///
  /// - Parameter narrowed: a further condition on what was rejected, which the index answers.
  static func refused(_ columns: String, in lists: [Int64], narrowed: String = "TRUE") -> String {
    """
    SELECT \(columns) FROM sweep_row INDEXED BY sweep_row_rejected
    WHERE decision = 'reject' AND \(narrowed) AND sweep IN \(lists.numberList)
    UNION ALL
    SELECT \(columns) FROM sweep_row INDEXED BY sweep_row_held
    WHERE decision = 'hold' AND sweep IN \(lists.numberList)
    """
  }

  /// What others refused of the people of some rows, by row: where, by whom, when and why.
  func refusals(beside sweep: Sweep, of rows: [SweepRow], in db: Database) throws -> [Int: [LifeSign]] {
    let lists = try listsBeside(sweep, in: db)
    if lists.isEmpty || rows.isEmpty { return [:] }
    let asked = try rows.filter(\.needsDecisionOrHasOne).map { ($0, try identities(of: $0, in: db)) }
    let refused = try refusedRows(about: Set(asked.flatMap(\.1)), in: lists, db)
    if refused.isEmpty { return [:] }
    let signs = try refusalSigns(of: refused.values.flatMap { $0 }, in: db)
    var found: [Int: [LifeSign]] = [:]
    for (row, identities) in asked {
      let places = identities.flatMap { refused[Report(identity: $0, kind: row.kind.rawValue)] ?? [] }
      if !places.isEmpty { found[row.row] = places.compactMap { signs[$0] } }
    }
    return found
  }

  /// What tells that two rows report the same of one person; the dates of two offices may differ.
  private struct Report: Hashable {
    let identity: String
    let kind: String
  }

  private struct RefusedRow: Hashable {
    let sweep: Int64
    let row: Int
  }

  /// The number of the row, and that of whoever it was taken to be about.
  private func identities(of row: SweepRow, in db: Database) throws -> Set<String> {
    var numbers = Set([row.identity])
    if let target = row.target, target != row.certificate, let held = try Self.inForce(numbered: target, in: db) {
      numbers.insert(held.identity)
    }
    return numbers.filter { !$0.isEmpty }
  }

  private func refusedRows(
    about people: Set<String>, in lists: [Int64], _ db: Database
  ) throws -> [Report: [RefusedRow]] {
    if people.isEmpty { return [:] }
    let rows = try Row.fetchCursor(
      db,
      sql: Self.refused(
        "identity, kind, sweep, row", in: lists, narrowed: "identity IN (SELECT value FROM json_each(?))"),
      arguments: [people.jsonList])
    var found: [Report: [RefusedRow]] = [:]
    while let row = try rows.next() {
      guard people.contains(row[0]) else { continue }
      found[Report(identity: row[0], kind: row[1]), default: []].append(RefusedRow(sweep: row[2], row: row[3]))
    }
    return found
  }

  private func refusalSigns(of places: [RefusedRow], in db: Database) throws -> [RefusedRow: LifeSign] {
    var signs: [RefusedRow: LifeSign] = [:]
    for (id, places) in Dictionary(grouping: places, by: \.sweep) {
      let list = try sweep(id, in: db)
      for (row, last) in try lastDecisions(on: Set(places.map(\.row)), of: list, in: db) {
        let event = last.event
        let kept = event.reason(ofRow: row)
        let name = try Self.staffMember(event.staff, in: db)?.name ?? event.staff
        let detail = [RepeatedAnswer(kept: kept)?.reason ?? kept, "\(name) \(event.day)"].filter { !$0.isEmpty }
        signs[RefusedRow(sweep: id, row: row)] = LifeSign(
          .refusedBefore, on: event.data.text("decision"), source: "\(list.number):\(row)",
          detail: detail.joined(separator: " · "))
      }
    }
    return signs
  }
}

extension [Int64] {
  fileprivate var numberList: String { "(" + map(String.init).joined(separator: ", ") + ")" }
}

extension SweepRow {
  fileprivate var needsDecisionOrHasOne: Bool { proposal != .none || decision != nil }
}
