import CaseStore
import Casework
import TerminalKit

/// Asks which police file to read and for which quarter.
struct SweepImportForm: FormDialog {
  var form: Form

  init(today: Day) {
    form = Form([
      FormField(
        "path", Phrase("文件", "File"), .text(TextField(limit: 400)), isRequired: true,
        hint: Phrase("公安名单的位置，CSV 或 XLSX；可以粘贴", "where the police file lies, CSV or XLSX; it can be pasted")),
      FormField(
        "quarter", Phrase("季度", "Quarter"), .text(TextField(Quarter(of: today).text, limit: 6, filter: .halfWidth)),
        isRequired: true, hint: Phrase("写作 2026Q3", "as 2026Q3")),
      .button(Phrase("读入并比对", "Read and compare")),
    ])
  }

  let title = Phrase("导入公安名单", "Import a police file")

  let lines = [
    FactLine(
      Phrase("说明", "Note"),
      Phrase("只比对，不改动任何证件；同一文件不会导入两次", "Compares and changes no certificate; the same file is never imported twice"))
  ]

  var done: Effect {
    let path = form.text("path").trimmed
    if path.isEmpty { return .say(.refused(Phrase("请填文件位置", "Say where the file lies"))) }
    return .importSweep(path: path, quarter: form.text("quarter").trimmed)
  }
}
