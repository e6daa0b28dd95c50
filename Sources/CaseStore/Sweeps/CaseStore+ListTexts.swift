import Casework
import GRDB

extension CaseStore {
  /// Keeps on rows what the list says about them outside of its rows.
  ///
  /// Rows that a text names are asked in any case. All others that it may be about are asked where it takes rows back,
  /// or where nobody has read it and said that it does not.
  func keepTexts(_ reading: FileReading, of sweep: Int64, in db: Database) throws {
    let texts = (reading.findings[Sweep.TextCode.texts] ?? "").split(separator: "\n").compactMap { ListText(kept: $0) }
    let areRead = !(reading.findings[Sweep.TextCode.areRead] ?? "").isEmpty
    var ofAll: [ClosedRange<Int>: [(place: Int, text: String)]] = [:]
    for (index, text) in texts.enumerated() {
      let named = try rowsNamed(in: text, of: sweep, in: db)
      if text.isDenial || !areRead || text.isRestUnseen, named.isEmpty || text.isAboutOthers {
        ofAll[text.rows, default: []].append((index + 1, text.text))
        continue
      }
      let sign = LifeSign(.footnote, on: "", source: String(index + 1), detail: text.text)
      let kept = try Set(named.map { try keptRow(for: $0, of: sweep, in: db) })
      for row in kept.sorted() where try isAsked(row, of: sweep, in: db) {
        try keep(sign, row: row, of: sweep, in: db)
      }
    }
    for (rows, said) in ofAll {
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO sweep_sign(sweep, row, sign, source, day, detail)
          SELECT kept.sweep, kept.row, ?, ?, '', ? FROM sweep_row told JOIN sweep_row kept
            ON kept.sweep = told.sweep AND kept.row = iif(told.duplicate_of = '', told.row, CAST(told.duplicate_of AS INTEGER))
          WHERE told.sweep = ? AND told.row BETWEEN ? AND ? AND kept.proposal <> 'none'
          """,
        arguments: [
          SweepBlock.footnote.rawValue, String(said[0].place), said.map(\.text).joined(separator: "」「"), sweep,
          rows.lowerBound, rows.upperBound,
        ])
    }
  }

  /// The rows that a text names, by number or by the name of the person.
  private func rowsNamed(in text: ListText, of sweep: Int64, in db: Database) throws -> Set<Int> {
    text.namedRows.union(
      try Int.fetchAll(
        db,
        sql: """
          SELECT row FROM sweep_row
          WHERE sweep = ? AND row BETWEEN ? AND ? AND length(source_name) > 1 AND instr(?, source_name) > 0
          """, arguments: [sweep, text.rows.lowerBound, text.rows.upperBound, text.text]))
  }
}
