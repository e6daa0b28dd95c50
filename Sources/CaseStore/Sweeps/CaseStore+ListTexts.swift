import Casework
import GRDB

extension CaseStore {
  /// Keeps on rows what the list says about them outside of its rows.
  ///
  /// Rows that a text names are asked in any case. All others that it may be about are asked where it takes rows back,
  /// or where nobody has read it and said that it does not.
  ///
  /// - Returns: the rows of lists carried out (`431281-2026Q1-1:7`) that ended the certificates of people whom the texts
  ///   name or take back, and what is said of own rows about such people.
  func keepTexts(
    _ reading: FileReading, of sweep: Int64, in db: Database
  ) throws -> (named: [String], said: [Int: String]) {
    let texts = (reading.findings[Sweep.TextCode.texts] ?? "").split(separator: "\n").compactMap { ListText(kept: $0) }
    if texts.isEmpty { return ([], [:]) }
    var ended: Set<String> = []
    var saidOfEnded: [Int: String] = [:]
    let areRead = !(reading.findings[Sweep.TextCode.areRead] ?? "").isEmpty
    var ofAll: [ClosedRange<Int>: [(place: Int, text: String)]] = [:]
    for (index, text) in texts.enumerated() {
      let named = try rowsNamed(in: text, of: sweep, in: db)
      for (row, identity) in try endedRows(meantBy: text, naming: named, of: sweep, in: db) {
        ended.insert(identity)
        saidOfEnded[row] = saidOfEnded[row] ?? text.sign
      }
      if text.isDenial || !areRead || text.isRestUnseen, named.isEmpty || text.isAboutOthers {
        ofAll[text.rows, default: []].append((index + 1, text.sign))
        continue
      }
      let sign = LifeSign(.footnote, on: "", source: String(index + 1), detail: text.sign)
      let kept = try Set(named.map { try keptRow(for: $0, of: sweep, in: db) })
      for row in kept.sorted() where try isAsked(row, of: sweep, in: db) {
        try keep(sign, row: row, of: sweep, in: db)
      }
    }
    for (rows, said) in ofAll {
      let told = said.map(\.text).joined(separator: "」「")
      try keep(
        LifeSign(.footnote, on: "", source: String(said[0].place), detail: told), onRows: rows, of: sweep, in: db)
    }
    return (try rowsThatEnded(ended, orNamedIn: texts, in: db), saidOfEnded)
  }

  /// The rows that a text means of people whose certificates have ended, with their numbers.
  private func endedRows(
    meantBy text: ListText, naming named: Set<Int>, of sweep: Int64, in db: Database
  ) throws -> [(row: Int, identity: String)] {
    let isOfAll = text.isDenial && (named.isEmpty || text.isAboutOthers)
    let rows = isOfAll ? "row BETWEEN ?2 AND ?3" : "row IN (\(named.sorted().map(String.init).joined(separator: ", ")))"
    return try Row.fetchAll(
      db, sql: "SELECT row, identity FROM sweep_row WHERE sweep = ?1 AND class = 'inactive' AND \(rows)",
      arguments: isOfAll ? [sweep, text.rows.lowerBound, text.rows.upperBound] : [sweep]
    ).map { ($0[0], $0[1]) }
  }

  /// The rows carried out that ended certificates that are still ended: of these people, or of whom a text names.
  private func rowsThatEnded(
    _ people: Set<String>, orNamedIn texts: [ListText], in db: Database
  ) throws -> [String] {
    let most = 100
    let said = texts.map(\.text).joined(separator: "\n")
    return try String.fetchAll(
      db,
      sql: """
        SELECT e.number || ':' || r.row FROM sweep e JOIN sweep_row r ON r.sweep = e.id
        WHERE e.state = 'applied' AND r.outcome = 'done' AND r.kind = 'death'
          AND (length(r.source_name) > 1 AND instr(?1, r.source_name) > 0
            OR length(r.register_name) > 1 AND instr(?1, r.register_name) > 0
            OR r.identity <> '' AND (instr(?1, r.identity) > 0
              OR r.identity IN (SELECT value FROM json_each(?2))))
          AND EXISTS (SELECT 1 FROM certificate c
            WHERE c.number = coalesce(r.decision_target, r.certificate) AND c.state = 'cancelled')
        ORDER BY e.id, r.row LIMIT \(most)
        """, arguments: [said, people.sorted().jsonList])
  }

  /// The rows that a text names: by their numbers in the list, by name or by the number of the person.
  private func rowsNamed(in text: ListText, of sweep: Int64, in db: Database) throws -> Set<Int> {
    text.namedRows.union(
      try Int.fetchAll(
        db,
        sql: """
          SELECT row FROM sweep_row
          WHERE sweep = ?1 AND row BETWEEN ?2 AND ?3
            AND (length(source_name) > 1 AND instr(?4, source_name) > 0
              OR identity <> '' AND instr(upper(?4), identity) > 0)
          """, arguments: [sweep, text.rows.lowerBound, text.rows.upperBound, text.text]))
  }
}
