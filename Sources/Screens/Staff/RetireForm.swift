import CaseStore
import Casework
import TerminalKit

/// Asks before an account is retired, and says first what then stands without anybody.
struct RetireForm: FormDialog {
  let staff: StaffMember.ID
  var form: Form
  private(set) var leaving: Leaving?

  init(staff: StaffMember.ID) {
    self.staff = staff
    form = Form([.sure(Phrase("确定停用「\(staff)」吗", "Really retire “\(staff)”"))])
  }

  var title: Phrase { Phrase("停用 · ", "Retire · ") + .verbatim(staff) }

  mutating func load(from store: CaseStore) throws { leaving = try store.leaving(staff) }

  var lines: [FactLine] {
    [
      FactLine(
        Phrase("说明", "Note"), Phrase("停用后不能再登录；所办的事和签字都保留", "Can no longer sign in; what was done and signed stays"))
    ]
      + (leaving?.sentences.map { FactLine(Phrase("请核", "Check"), $0, .warning) } ?? [])
  }

  /// What the answer confirms is what was shown: anything that came since is said anew.
  var done: Effect { .retireStaff(staff, leavingEmpty: leaving?.isNothing == false) }
}
