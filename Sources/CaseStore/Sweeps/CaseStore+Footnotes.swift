import Casework
import GRDB

extension CaseStore {
  /// Keeps on rows what is written below the list about them: on those that it names, and where it takes rows back and
  /// names none, on all above it.
  func keepFootnotes(_ reading: FileReading, of sweep: Int64, in db: Database) throws {
    let lines = (reading.findings["footnotes"] ?? "").split(separator: "\n").compactMap { Footnote(kept: $0) }
    for (index, note) in lines.enumerated() {
      var rows = note.namedRows
      rows.formUnion(
        try Int.fetchAll(
          db,
          sql: """
            SELECT row FROM sweep_row
            WHERE sweep = ? AND row BETWEEN ? AND ? AND length(source_name) > 1 AND instr(?, source_name) > 0
            """, arguments: [sweep, note.rows.lowerBound, note.rows.upperBound, note.text]))
      if rows.isEmpty, note.isDenial { rows = Set(note.rows) }
      if rows.isEmpty { continue }
      let asked = try Int.fetchAll(
        db, sql: "SELECT row FROM sweep_row WHERE sweep = ? AND row BETWEEN ? AND ? AND proposal <> 'none'",
        arguments: [sweep, note.rows.lowerBound, note.rows.upperBound])
      let sign = LifeSign(.footnote, on: "", source: String(index + 1), detail: note.text)
      for row in asked where rows.contains(row) { try keep(sign, row: row, of: sweep, in: db) }
    }
  }
}
