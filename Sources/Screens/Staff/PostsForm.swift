import CaseStore
import Casework
import TerminalKit

/// Gives an account other posts, so that one person stays one account; a retired one serves again.
struct PostsForm: FormDialog {
  let staff: StaffMember.ID
  var form = Form([])
  private var isActive = true

  init(staff: StaffMember.ID) { self.staff = staff }

  var title: Phrase { Phrase("改岗位 · ", "Posts · ") + .verbatim(staff) }

  mutating func load(from store: CaseStore) throws {
    guard form.fields.isEmpty, let member = try store.staff().first(where: { $0.id == staff }) else { return }
    isActive = member.isActive
    let leavesSome = isActive ? try !store.leaving(staff).isNothing : false
    let chosen = Set(Role.allCases.indices.filter { member.roles.contains(Role.allCases[$0]) })
    form = Form([
      FormField(
        "roles", Phrase("岗位", "Posts"), .several(Role.allCases.map { Choice($0.rawValue, $0.name) }, chosen, at: 0),
        isRequired: true),
      FormField("leave_empty", Phrase("岗位或席位无人也改", "Although one is left empty"), .tick(false)),
      .button(Phrase("保存", "Save")),
    ])
    form.show("leave_empty", leavesSome)
  }

  var lines: [FactLine] {
    let back = Phrase("此账号已停用：保存后恢复在岗，密码照旧", "This account is retired: it serves again, with its password")
    return isActive ? [] : [FactLine(Phrase("说明", "Note"), back, .warning)]
  }

  var done: Effect {
    .setPosts(
      staff, StaffList.ids(form.text("roles")).compactMap(Role.init(rawValue:)),
      leavingEmpty: form.text("leave_empty") == "yes")
  }
}
