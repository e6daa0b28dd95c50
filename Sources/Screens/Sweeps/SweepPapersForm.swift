import CaseStore
import Casework
import TerminalKit

/// Asks which papers of a sweep are written, in what form, for whom and where.
struct SweepPapersForm: FormDialog {
  let id: Int64
  let session: Session
  var form = Form([])
  private(set) var number = ""
  /// For whom the parts were chosen last.
  private var arranged: [Receiver] = []

  init(id: Int64, session: Session) {
    self.id = id
    self.session = session
  }

  var title: Phrase { Phrase("名单、信、通报 · ", "Papers · ") + .verbatim(number) }

  let lines = [
    FactLine(
      Phrase("说明", "Note"),
      Phrase(
        "每一份给谁、为什么都记入日志；信写给持证人（或只出 e）才记为已寄",
        "Every file, its receiver and why go into the log; letters for the holder, or e alone, count as posted"))
  ]

  mutating func load(from store: CaseStore) throws {
    let sweep = try store.sweep(id)
    number = sweep.number
    guard form.fields.isEmpty else { return }
    let parts = SweepPart.allCases.map { Choice($0.rawValue, .verbatim("\($0.rawValue) ") + $0.name) }
    let receivers = Receiver.allCases.map { Choice($0.rawValue, $0.name) }
    form = Form([
      FormField(
        "form", Phrase("格式", "Form"),
        .choice(PaperForm.allCases.map { Choice($0.rawValue, $0.name) }, 0), isRequired: true),
      FormField("receivers", Phrase("交给", "Goes to"), .several(receivers, [], at: 0)),
      FormField("parts", Phrase("部分", "Parts"), .several(parts, Set(parts.indices), at: 0), isRequired: true),
      FormField(
        "reason", Phrase("事由", "For"),
        .text(TextField("\(sweep.quarter) 季度核销", limit: 100)), isRequired: true),
      FormField(
        "path", Phrase("写入文件", "Write to"), .text(TextField(usualPath(.xlsx), limit: 200)),
        isRequired: true),
      .button(Phrase("写入", "Write")),
    ])
  }

  /// The parts follow the receivers, unless somebody has chosen others; the file's name ends as its form asks, unless
  /// somebody has given another name.
  mutating func arrange() {
    let receivers = receivers
    if receivers != arranged {
      if form.text("parts") == Self.codes(of: arranged) { form["parts"]?.value = Self.codes(of: receivers) }
      arranged = receivers
    }
    let path = form.text("path")
    guard PaperForm.allCases.contains(where: { path == usualPath($0) }),
      let chosen = PaperForm(rawValue: form.text("form"))
    else { return }
    let usual = usualPath(chosen)
    form["path"]?.value = usual
  }

  private var receivers: [Receiver] { StaffList.ids(form.text("receivers")).compactMap(Receiver.init(rawValue:)) }

  private static func codes(of receivers: [Receiver]) -> String {
    SweepPart.allCases.filter(SweepPart.usual(for: receivers).contains).map(\.rawValue).joined(separator: ",")
  }

  private func usualPath(_ form: PaperForm) -> String { "\(number).\(form.rawValue)" }

  var done: Effect {
    .keepPapers(
      .sweep(
        SweepPaperOrder(
          sweep: id, parts: StaffList.ids(form.text("parts")).compactMap(SweepPart.init(rawValue:)),
          form: PaperForm(rawValue: form.text("form")) ?? .xlsx, path: form.text("path").trimmed,
          receivers: receivers, reason: form.text("reason").trimmed)))
  }
}
