import CaseStore
import Casework
import TerminalKit

/// Asks in what form the figures of a period are written, and where to; Enter alone takes what is usual.
struct FigurePapersForm: FormDialog {
  let period: ReportPeriod
  var form: Form

  init(period: ReportPeriod) {
    self.period = period
    form = Form([
      FormField(
        "form", Phrase("格式", "Form"), .choice(PaperForm.allCases.map { Choice($0.rawValue, $0.name) }, 0),
        isRequired: true),
      FormField(
        "reason", Phrase("事由", "For"), .text(TextField("\(period.text) 统计报表", limit: 100)), isRequired: true),
      FormField(
        "path", Phrase("写入文件", "Write to"), .text(TextField("\(period.text).xlsx", limit: 200)), isRequired: true),
      .button(Phrase("写入", "Write")),
    ])
  }

  var title: Phrase { Phrase("存成文件 · ", "Keep as a file · ") + period.name }

  let lines = [
    FactLine(
      Phrase("说明", "Note"),
      Phrase(
        "签署过的按签署的数字，没有签署的按现在的；每一份都记入日志", "As signed where it is signed, else as of now; every file goes into the log"))
  ]

  /// The file's name ends as its form asks, unless somebody has given another name.
  mutating func arrange() {
    guard PaperForm.allCases.contains(where: { form.text("path") == "\(period.text).\($0.rawValue)" }) else { return }
    let usual = "\(period.text).\(form.text("form"))"
    form["path"]?.value = usual
  }

  var done: Effect {
    .keepPapers(
      .figures(
        FigurePaperOrder(
          period: period, form: PaperForm(rawValue: form.text("form")) ?? .xlsx, path: form.text("path").trimmed,
          reason: form.text("reason").trimmed)))
  }
}
