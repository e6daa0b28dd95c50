import CaseStore
import Casework
import TerminalKit

/// Writes the register of a member's relatives anew, as the declaration now reads (SOD-6).
struct RecusalsForm: FormDialog {
  let staff: StaffMember.ID
  var form = Form([
    FormField(
      "recusals", Phrase("回避号码", "Recusals"), .text(TextField(limit: 400, filter: .halfWidth)),
      hint: Phrase("本人及亲属的身份号码，逗号分开（SOD-6）", "own and relatives' numbers, parted by commas (SOD-6)")),
    .button(Phrase("保存", "Save")),
  ])
  private var isLoaded = false

  init(staff: StaffMember.ID) { self.staff = staff }

  var title: Phrase { Phrase("回避登记 · ", "Recusals · ") + .verbatim(staff) }

  mutating func load(from store: CaseStore) throws {
    guard !isLoaded, let member = try store.staff().first(where: { $0.id == staff }) else { return }
    form["recusals"]?.editor = .text(
      TextField(member.recusals.joined(separator: ","), limit: 400, filter: .halfWidth))
    isLoaded = true
  }

  var done: Effect {
    .setRecusals(staff, form.text("recusals").split { ",，、;； ".contains($0) }.map(String.init))
  }
}
