import CaseStore
import Casework
import TerminalKit

/// Asks to whom all cases of somebody go, and why.
struct HandOverForm: FormDialog {
  let staff: StaffMember.ID
  var form = Form([])
  private(set) var count = 0

  init(staff: StaffMember.ID) { self.staff = staff }

  var title: Phrase { Phrase("移交业务 · ", "Give cases to a colleague · ") + .verbatim(staff) }

  mutating func load(from store: CaseStore) throws {
    count = try store.leaving(staff).openCases
    guard form.fields.isEmpty else { return }
    let others = try store.staff().filter { $0.isActive && $0.holds([.clerk]) && $0.id != staff }
    form = Form([
      FormField(
        "successor", Phrase("接办人", "Who takes them over"),
        .choice(others.map { Choice($0.id, .verbatim($0.name)) }, nil), isRequired: true),
      FormField(
        "reason", Phrase("理由", "Reason"), .area(TextArea(columns: 44, limit: 1000)), isRequired: true),
      .button(Phrase("移交", "Give them")),
    ])
  }

  var lines: [FactLine] {
    [
      FactLine(
        Phrase("说明", "Note"),
        Phrase(
          "名下未办结业务 \(count) 件，逐件移交、逐件记录", "Cases under way in this name: \(count), each given and logged by itself"))
    ]
  }

  var done: Effect { .handOver(staff, to: form.text("successor"), reason: form.text("reason").trimmed) }
}
