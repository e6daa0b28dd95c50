import CaseStore
import Casework
import TerminalKit

/// Asks for a village list: a file, or lines pasted from a spreadsheet.
struct ApplicantListForm: FormDialog {
  var form: Form
  private(set) var pasted = ""

  init() {
    form = Form([
      FormField(
        "path", Phrase("文件", "File"), .text(TextField(limit: 400)),
        hint: Phrase(
          "名单的位置，CSV、TSV 或 XLSX；也可直接粘贴表格中的行", "where the list lies, CSV, TSV or XLSX; or paste its lines here")),
      FormField(
        "service", Phrase("事项", "Service"),
        .choice(Self.services.map { Choice($0.rawValue, $0.name) }, 0)),
      .button(Phrase("逐行登记草稿", "Draft every line")),
    ])
  }

  let title = Phrase("名单批量登记", "Draft a whole list")

  var lines: [FactLine] {
    let note = FactLine(
      Phrase("说明", "Note"),
      Phrase(
        "每行一件草稿，全部一次存入或全不存入；同一名单再导入不会重复登记",
        "A draft for each line, all of them or none; the same list once more makes nothing new"))
    guard !pasted.isEmpty else { return [note] }
    let count = pasted.split(whereSeparator: \.isNewline).count
    return [
      note,
      FactLine(
        Phrase("已粘贴", "Pasted"),
        Phrase("\(count) 行，按 F2 登记；在文件栏填位置即改读文件", "\(count.counted("line")); a file named below goes before"),
        .good),
    ]
  }

  var draft: Entries {
    get {
      var entries = form.entries
      entries["pasted"] = pasted.isEmpty ? nil : pasted
      return entries
    }
    set {
      form.fill(with: newValue)
      pasted = newValue.text("pasted")
    }
  }

  /// Several lines, or cells parted by tabs, are the list itself.
  mutating func takes(pasted text: String) -> Bool {
    guard text.contains("\t") || text.trimmed.contains(where: \.isNewline) else { return false }
    pasted = text
    return true
  }

  var done: Effect {
    let path = form.text("path")
    guard !path.trimmed.isEmpty || !pasted.isEmpty else {
      return .say(.refused(Phrase("请填文件位置，或粘贴名单", "Say where the list lies, or paste it")))
    }
    return .importApplicants(
      path.trimmed.isEmpty ? .pasted(pasted) : .path(path), ServiceKind(rawValue: form.text("service")) ?? .new)
  }

  /// What people come for in numbers: the village's applicants, and those whose cards run out.
  private static let services: [ServiceKind] = [.new, .renewExpired, .renewDamaged]
}
