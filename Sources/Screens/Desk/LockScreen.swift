import CaseStore
import Casework
import TerminalKit

/// Hides everything until the same person gives the password again; the work below stays as it is.
struct LockScreen: Screen {
  enum Message: TextMessage { case typed(Key), pasted(String), done, signOut }

  let staff: StaffMember
  private(set) var form: Form

  init(staff: StaffMember) {
    self.staff = staff
    form = Form([.secret("password", Phrase("登录密码", "Password"))])
  }

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
    let size = canvas.size
    var row = 1
    canvas.write(whose(in: language), column: 3, row: row, limit: size.columns - 6, style: .heading)
    row += 2
    row += canvas.writeWrapped(forTheSame(in: language), column: 3, row: row, columns: size.columns - 6)
    canvas.form(form, in: Rect(column: 2, row: row, columns: min(60, size.columns - 2), rows: 1), language: language)
    let caret = canvas.cursor
    canvas.writeWrapped(forAnother(in: language), column: 3, row: row + 2, columns: size.columns - 6)
    canvas.cursor = caret
  }

  private var whose: Phrase {
    Phrase("此桌由 \(staff.name)（\(staff.id)）登录，已锁定", "\(staff.name) (\(staff.id)) is signed in here; the desk is locked")
  }

  private var forTheSame: Phrase {
    Phrase(
      "\(staff.name)：输入您的登录密码，按回车，回到刚才的画面；填到一半的都还在。",
      "\(staff.name): give your log-in password and press Enter; you are back where you were, with what you had typed.")
  }

  /// What was typed is kept for as long as the desk is not closed.
  private var forAnother: Phrase {
    Phrase(
      "其他人：按 F8 用自己的用户名登录，不要用\(staff.name)的密码。\(staff.name)填到一半的文字留着，"
        + "本人再在此登录、打开同一表单即见，请不要关闭程序；已存的都在档案库里。",
      "Somebody else: F8 signs you in under your own name; never by \(staff.name)'s password. What \(staff.name) had typed "
        + "stays for \(staff.name) alone, who finds it in the same form after signing in here; do not close the program. "
        + "Whatever was saved is in the store.")
  }

  private mutating func unlock() -> Effect {
    let password = form["password"]?.value ?? ""
    form["password"]?.value = ""
    return .unlock(Credentials(name: staff.id, password: password))
  }
}
