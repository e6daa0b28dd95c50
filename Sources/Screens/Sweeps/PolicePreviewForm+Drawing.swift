import Casework
import TerminalKit

extension PolicePreviewForm {
  func draw(on canvas: inout Canvas, in language: Language) {
    let size = canvas.size
    let room = Rect(column: 0, row: 0, columns: size.columns, rows: form.pager.room)
    let skipped = form.pager.skipped(of: lines)
    let used = canvas.facts(lines, in: room, skipping: skipped, language: language)
    canvas.scrollMarks(skipping: skipped, of: used, in: room)
    let top = min(room.rows, used)
    let end = preview.rows.isEmpty ? top : drawRows(from: top, on: &canvas, in: language)
    canvas.rule(row: end, column: 1, columns: size.columns - 2)
    canvas.form(
      form, in: Rect(column: 0, row: end + 1, columns: size.columns, rows: max(1, size.rows - end - 1)),
      language: language)
  }

  /// Gives the row behind the last.
  private func drawRows(from top: Int, on canvas: inout Canvas, in language: Language) -> Int {
    let size = canvas.size
    let rows = preview.rows.prefix(5)
    let isEnglish = language == .english
    let table = Table([
      TableColumn(Phrase("行", "Row")(in: language), columns: 3, priority: 8, alignsRight: true),
      TableColumn(Phrase("姓名", "Name")(in: language), columns: 8, priority: 9),
      TableColumn(Phrase("身份号码", "Identity")(in: language), columns: 18, priority: 9),
      TableColumn(Phrase("出生", "Birth")(in: language), columns: 10, priority: 5),
      TableColumn(Phrase("事由", "Kind")(in: language), columns: isEnglish ? 14 : 10, priority: 7),
      TableColumn(Phrase("日期", "Date")(in: language), columns: 10, priority: 7),
      TableColumn(Phrase("地址", "Address")(in: language), columns: 16, priority: 2, grows: true),
      TableColumn(Phrase("备注", "Remark")(in: language), columns: 8, priority: 1, grows: true),
    ])
    canvas.table(
      table, selection: Selection(count: rows.count),
      in: Rect(column: 1, row: top, columns: size.columns - 1, rows: rows.count + 2), isFocused: false
    ) { cell(rows[$0], $1, in: language) }
    let shown = Set(table.placed(in: size.columns - 1).map(\.index))
    let hidden = [Self.remark, Self.address].filter { !shown.contains($0) }
    return drawHidden(hidden, of: Array(rows), from: top + rows.count + 2, on: &canvas, in: language)
  }

  /// What the table has no room for, row by row below it: somebody reads it before it is imported.
  ///
  /// Gives the row behind the last.
  private func drawHidden(
    _ columns: [Int], of rows: [PoliceRow], from top: Int, on canvas: inout Canvas, in language: Language
  ) -> Int {
    let told = columns.flatMap { column in
      let words = rows.map { ($0.row, cell($0, column, in: language)) }.filter { !$0.1.isEmpty }
      return words.isEmpty
        ? []
        : [
          FactLine(
            column == Self.address ? Phrase("地址", "Address") : Phrase("备注", "Remark"),
            .joined(words.map { Phrase("\($0.0) 行 \($0.1)", "row \($0.0) \($0.1)") }, by: Phrase("；", "; ")), .faint)
        ]
    }
    let room = Rect(column: 0, row: top, columns: canvas.size.columns, rows: min(4, max(0, canvas.size.rows - top - 6)))
    return told.isEmpty ? top : top + min(room.rows, canvas.facts(told, in: room, language: language))
  }

  private static let (address, remark) = (6, 7)

  private func cell(_ row: PoliceRow, _ column: Int, in language: Language) -> String {
    switch column {
    case 0: String(row.row)
    case 1: row.name
    case 2: Masking.identity(row.identity)
    case 3: row.birth.text
    case 4: row.kindName(in: language)
    case 5: row.eventDate.text
    case 6: row.address
    default: row.besides(in: language)
    }
  }
}
