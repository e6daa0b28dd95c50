import CaseStore
import Casework
import TerminalKit

/// A list that was shown and is kept as a file: its text, and what the note of the export tells.
struct KeptList: Hashable, Sendable {
  let name: String
  let text: String
  let rows: Int

  /// What of people stands in it, as the log keeps it.
  let columns: [String]

  init(name: String, text: String, rows: Int, columns: [String]) {
    (self.name, self.text, self.rows, self.columns) = (name, text, rows, columns)
  }

  /// The rows of a sweep under a heading and its totals, for any printer.
  init(
    _ title: Phrase, of sweep: Sweep, totals: [Phrase], lines: [SweepRowLine], named code: String,
    in language: Language
  ) {
    var page = PrintedPage(title + .verbatim("  \(sweep.number)"), in: language)
    page.tell(Phrase("文件", "File"), "\(sweep.fileName)  SHA-256 \(sweep.value("sha256", of: .import).prefix(16))")
    for total in totals { page.say(total) }
    page.rule()
    let widths = [6, 10, 18, 8, 10, 22]
    let headings = [
      Phrase("行", "Row"), Phrase("姓名", "Name"), Phrase("身份号码", "Identity"), Phrase("事由", "Kind"),
      Phrase("日期", "Date"), Phrase("结果", "Outcome"),
    ]
    page.row(headings.map { $0(in: language) }, widths)
    page.rule()
    for line in lines {
      let row = line.row
      page.row(
        [
          String(row.row), line.name, row.identity.isEmpty ? row.source.identity : row.identity,
          row.source.kindWord(in: language), row.dayText, line.sign + line.words(in: language),
        ], widths)
    }
    page.rule()
    page.space()
    page.say(
      Phrase("经办人签字：            确认人签字：            日期：", "Prepared by:            Confirmed by:            Date:"))
    self.init(
      name: "\(sweep.number)-\(code).txt", text: page.text, rows: lines.count,
      columns: ["row", "name", "identity", "kind", "event_date", "outcome"])
  }
}

/// Asks where a list is kept.
struct KeepListForm: FormDialog {
  let list: KeptList
  var form: Form

  init(_ list: KeptList) {
    self.list = list
    form = Form([
      FormField("path", Phrase("写入文件", "Write to"), .text(TextField(list.name, limit: 200)), isRequired: true),
      .button(Phrase("写入", "Write")),
    ])
  }

  var title: Phrase { Phrase("存成文件 · \(list.rows) 行", "Keep as a file · \(list.rows.counted("row"))") }
  var done: Effect { .keepList(list, path: form.text("path").trimmed) }
}
