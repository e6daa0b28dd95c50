import Casework
import GRDB

/// Lists that report the same of the same people (domain: 5.1, the same file is refused twice).
extension CaseStore {
  /// Refuses a list that has row by row what one of the same sender had that stands: saved in another format, sorted or
  /// under another name.
  ///
  /// Only where the marks of both are equal are the rows themselves compared. A remark, a column or a text beside the rows
  /// that differs is news.
  func requireOtherRows(than reading: FileReading, of sweep: Int64, from source: SweepSource, in db: Database) throws {
    let mark = reading.findings["rows_mark"] ?? ""
    if mark.isEmpty { return }
    let told = Entries(reading.findings)
    let alike = try Row.fetchAll(
      db, sql: "SELECT \(Sweep.selection) FROM sweep WHERE id <> ? AND state NOT IN \(Sweep.terminal.sqlList)",
      arguments: [sweep]
    ).compactMap(Sweep.init(row:)).filter {
      $0.source == source && $0.value("rows_mark", of: .import) == mark && Self.columnsApart(told, $0).isEmpty
        && !Self.areTextsApart(told, $0)
    }
    for earlier in alike where try rowsApart(sweep, earlier.id, in: db).isEmpty {
      if try rowsApart(earlier.id, sweep, in: db).isEmpty { throw Refusal.sameRows(earlier.number) }
    }
  }

  /// Says which list reports the same of the same people, and in what this one tells something else.
  ///
  /// Nobody is to give up a list that alone says that somebody lives. That of another office is a second proof (domain: 5.1, 10 #14).
  ///
  /// - Parameter others: all other lists, the oldest first; one that stands goes before one that is over.
  func tellSameRows(of sweep: Int64, as others: [Sweep], told: inout Entries, in db: Database) throws {
    let mark = told.text("rows_mark")
    let all = others.filter { !mark.isEmpty && $0.value("rows_mark", of: .import) == mark }
    let office = SweepSource(rawValue: told.text("source")) ?? .police
    let alike = all.filter { $0.source == office }
    if let other = all.last(where: { $0.source != office && !Sweep.terminal.contains($0.state) }) {
      told["second_proof"] = other.number
    }
    guard let same = alike.last(where: { !Sweep.terminal.contains($0.state) }) ?? alike.last else { return }
    told["same_rows"] = same.number
    if Sweep.terminal.contains(same.state) {
      told["same_rows_over"] = same.state.rawValue
      return
    }
    let rows = try rowsApart(sweep, same.id, in: db)
    if !rows.isEmpty { told["same_rows_apart"] = RowRanges.text(rows) }
    let columns = Self.columnsApart(told, same)
    if !columns.isEmpty { told["same_rows_columns"] = columns.joined(separator: "\n") }
    if Self.areTextsApart(told, same) { told["same_rows_texts"] = "yes" }
  }

  /// The rows of a list of which another one tells nothing that is the same in every cell, in file order.
  private func rowsApart(_ sweep: Int64, _ other: Int64, in db: Database) throws -> [Int] {
    let cells = """
      identity, source_name, source_birth, event_date, source_kind, source_address, source_note, source_details
      """
    return try Int.fetchAll(
      db,
      sql: """
        SELECT row FROM sweep_row WHERE sweep = ?1
          AND (\(cells)) NOT IN (SELECT \(cells) FROM sweep_row WHERE sweep = ?2) ORDER BY row
        """, arguments: [sweep, other])
  }

  /// The columns that only one of two lists has; none where the import of the other did not keep them.
  private static func columnsApart(_ told: Entries, _ other: Sweep) -> [String] {
    let columns = { (kept: String) in Set(kept.split(separator: "\n").map(String.init)) }
    let (own, theirs) = (columns(told.text("columns")), columns(other.value("columns", of: .import)))
    return own.isEmpty || theirs.isEmpty ? [] : own.symmetricDifference(theirs).sorted()
  }

  private static func areTextsApart(_ told: Entries, _ other: Sweep) -> Bool {
    let texts = { (kept: String) in kept.split(separator: "\n").compactMap { ListText(kept: $0)?.text }.sorted() }
    return texts(told.text(Sweep.TextCode.texts)) != texts(other.value(Sweep.TextCode.texts, of: .import))
  }
}
