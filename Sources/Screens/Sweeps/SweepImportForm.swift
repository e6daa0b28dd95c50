import CaseStore
import Casework
import TerminalKit

/// Asks which police file to read, for which quarter, and how it came.
struct SweepImportForm: FormDialog {
  var form: Form
  private let today: Day

  init(today: Day) {
    self.today = today
    form = Form([
      FormField(
        "path", Phrase("文件", "File"), .text(TextField(limit: 400)), isRequired: true,
        hint: Phrase("公安或民政名单的位置；可以粘贴", "where the list of the police or of civil affairs lies; it can be pasted")),
      FormField(
        "quarter", Phrase("季度", "Quarter"), .text(TextField(limit: 6, filter: .halfWidth)),
        hint: Phrase("写作 2026Q3；不写的，照名单中的日期，下一步可改", "as 2026Q3; left empty, the dates of the file tell it")),
      FormField(
        "list", Phrase("名单", "List"),
        .choice(
          [
            Choice("police", Phrase("公安", "police")),
            Choice("civil_affairs", Phrase("民政火化名单，都是死亡", "cremations: every row a death")),
          ], 0)),
      FormField("sender", Phrase("来文单位", "Sender"), .text(TextField(limit: 60))),
      FormField("letter", Phrase("来文文号", "Letter number"), .text(TextField(limit: 60))),
      FormField(
        "received", Phrase("收到日期", "Received on"), .text(TextField(today.iso, limit: 14, filter: .halfWidth))),
      .button(Phrase("先看前五行", "See the first five rows")),
    ])
  }

  let title = Phrase("导入公安名单", "Import a police file")

  let lines = [
    FactLine(
      Phrase("说明", "Note"),
      Phrase(
        "先看前五行读得对不对，再逐行比对；只比对，不改动任何证件；同一文件不会导入两次",
        "First see whether five rows are understood; then every row is compared. No certificate changes, and the same file is never imported twice"
      ))
  ]

  mutating func tidy(_ code: String) { form.tidyDay(code, among: ["received"]) }

  var done: Effect {
    // As it was pasted: a quote at its front is part of the pasting, not of a spreadsheet.
    let path = form.text("path")
    if path.trimmed.isEmpty { return .say(.refused(Phrase("请填文件位置", "Say where the file lies"))) }
    let received = Day.written(form.text("received").trimmed)
    guard received.isEmpty || Day(iso: received) != nil else {
      return .say(.refused(Phrase("收到日期写作 2026-09-30", "Write the date received as 2026-09-30")))
    }
    var source = PoliceSource(path: path, quarter: Quarter(of: today))
    source.isQuarterGiven = !form.text("quarter").trimmed.isEmpty
    do throws(Refusal) {
      if source.isQuarterGiven { source.quarter = try Quarter.named(form.text("quarter")) }
      if source.quarter > Quarter(of: today) { throw Refusal.futureQuarter(source.quarter) }
    } catch {
      return .say(.refused(error))
    }
    source.sender = form.text("sender").trimmed
    source.office = SweepSource(rawValue: form.text("list")) ?? .police
    source.kind = source.office == .police ? nil : .death
    return .begin(
      .preview(
        SweepImport(source: source, letter: form.text("letter").trimmed, received: Day(iso: received))))
  }
}
