import CaseStore
import Casework
import TerminalKit

/// Hides everything until the same person gives the password again; the work below stays as it is.
struct LockScreen: Screen {
  enum Message: TextMessage { case typed(Key), pasted(String), done, signOut }

  let staff: StaffMember
  private(set) var form = Form([.secret("password", Phrase("密码", "Password"))])

  init(staff: StaffMember) { self.staff = staff }

  let title = Phrase("已锁屏", "Locked")

  let bindings: [Binding<Message>] = [
    Binding(.enter, Phrase("解锁", "Unlock"), .done),
    Binding(.function(8), Phrase("换人登录", "Somebody else"), .signOut),
  ]

  mutating func load(from store: CaseStore) {}

  func message(typing key: Key) -> Message? {
    switch key {
    case .function, .escape, .control("l"): nil
    default: .typed(key)
    }
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .typed(let key): if [.done, .secretMissing].contains(form.press(key)) { return unlock() }
    case .pasted(let text): _ = form.paste(text)
    case .done: return unlock()
    case .signOut: return .signOut
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let text = Phrase(
      "「\(staff.id)」的工作已保留。输入本人密码继续。", "The work of “\(staff.id)” is kept. Give the password to go on.")
    canvas.writeWrapped(text(in: language), column: 3, row: 2)
    canvas.form(form, in: Rect(column: 0, row: 5, columns: min(60, canvas.size.columns), rows: 2), language: language)
  }

  private mutating func unlock() -> Effect {
    let password = form["password"]?.value ?? ""
    form["password"]?.value = ""
    return .unlock(Credentials(name: staff.id, password: password))
  }
}
