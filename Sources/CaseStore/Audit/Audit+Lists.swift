import Casework
import GRDB

/// What is kept only so that lists open at once: keys that find, and counts.
extension Audit {
  func checkKeys() throws {
    try checkKeys(of: Certificate.self, in: "search_key", "certificate", SearchKeys.keys(for:))
    try checkKeys(of: Application.self, in: "case_key", "application", CaseKeys.keys(for:))
  }

  /// Each key of a table is told by its subject, and none is missing.
  private func checkKeys<S: StoredSubject>(
    of _: S.Type, in table: String, _ column: String, _ keys: (S) -> Set<String>
  ) throws {
    let rows = try Row.fetchCursor(db, sql: "SELECT \(S.selection) FROM \(S.table)")
    var held: [Int64: [String]] = [:]
    let pairs = try Row.fetchCursor(db, sql: "SELECT \(column), key FROM \(table)")
    while let pair = try pairs.next() { held[pair[0], default: []].append(pair[1]) }
    while let row = try rows.next() {
      guard let subject = S(row: row) else { throw fail(0, "\(S.table) \(row[0] as Int64)") }
      let kept = (held.removeValue(forKey: subject.id) ?? []).map { Array($0.utf8) }
      if Set(kept) != Set(keys(subject).map { Array($0.utf8) }) {
        throw fail(0, "search keys of \(S.table) \(subject.id)")
      }
    }
    if let stray = held.keys.first { throw fail(0, "search keys of no \(S.table) \(stray)") }
  }

  /// What was counted move by move is what counting gives.
  func checkCounts() throws {
    for (kept, counted) in [
      ("case_day", "SELECT state, urgency >> 32, count(*) FROM application GROUP BY 1, 2 ORDER BY 1, 2"),
      ("certificate_day", "SELECT state, valid_to, count(*) FROM certificate GROUP BY 1, 2 ORDER BY 1, 2"),
    ] {
      let here = try Row.fetchCursor(db, sql: "SELECT * FROM \(kept) ORDER BY 1, 2")
      let told = try Row.fetchCursor(db, sql: counted)
      while let row = try told.next() {
        guard let own = try here.next(),
          zip(own.databaseValues, row.databaseValues).allSatisfy({ $0.isIdentical(to: $1) })
        else { throw fail(0, "\(kept) does not count what there is") }
      }
      if try here.next() != nil { throw fail(0, "\(kept) counts what there is not") }
    }
  }
}
