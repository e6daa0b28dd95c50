import CaseStore
import Casework
import TerminalKit

/// Name and password; a rehearsal office shows whose work here.
struct SignInScreen: Screen {
  enum Message: TextMessage { case typed(Key), pasted(String), pick(Int), done, quit }

  private(set) var form = Form([
    FormField("name", Phrase("用户名", "Name"), .text(TextField(limit: 32))),
    .secret("password", Phrase("密码", "Password")),
  ])
  private(set) var accounts: [RehearsalAccount] = []
  private(set) var office: Office?
  private(set) var clock = ClockStanding.agrees
  /// Whether somebody has seen how far the clock is ahead, and signs in nevertheless.
  private var isDateChecked = false
  /// The account the arrows stand on, until a name is typed.
  private(set) var picked: Int?

  let title = Phrase("登录", "Sign in")

  var bindings: [Binding<Message>] {
    let digits = accounts.indices.compactMap { index in
      Digit.key(index).map { Binding($0, .verbatim(accounts[index].staff.name), Message.pick(index), isQuiet: true) }
    }
    return [Binding(.enter, Phrase("登录", "Sign in"), .done)] + digits
      + [Binding(.escape, Phrase("退出程序", "Quit"), .quit)]
  }

  mutating func load(from store: CaseStore) throws {
    office = try store.office()
    clock = try store.clockStanding()
    accounts = try store.rehearsalAccounts().filter(\.staff.isActive)
  }

  func message(typing key: Key) -> Message? {
    if form.focused?.code == "name", !accounts.isEmpty {
      if key == .down || key == .up { return .pick(nextPick(key)) }
      if form.text("name").isEmpty || picked != nil, let digit = digit(of: key), accounts.indices.contains(digit) {
        return .pick(digit)
      }
    }
    return key == .escape ? nil : .typed(key)
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .typed(let key):
      if [.done, .secretMissing].contains(form.press(key)) { return signIn() }
      if form.focused?.code == "name", picked != nil, form.text("name") != accounts[picked ?? 0].staff.id {
        picked = nil
      }
    case .pasted(let text): _ = form.paste(text)
    case .pick(let index):
      picked = index
      form["name"]?.value = accounts[index].staff.id
      form.take("name")
    case .done: return signIn()
    case .quit: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    canvas.write(office?.name ?? "", column: 3, row: 1, style: .heading)
    canvas.form(form, in: Rect(column: 0, row: 3, columns: min(60, canvas.size.columns), rows: 3), language: language)
    if let words = clock.words {
      let style: Style = clock.isBehind ? .danger : .warning
      canvas.write(words(in: language).shortened(to: canvas.size.columns - 4), column: 3, row: 2, style: style)
    }
    guard !accounts.isEmpty else { return }
    let intro = Phrase(
      "演练账号（按数字或上下键选用户名，回车后输入密码）：", "Rehearsal accounts (choose by digit or arrow, then Enter and the password):")
    canvas.write(intro(in: language), column: 3, row: 6, style: .faint)
    let caret = canvas.cursor
    let selection = Selection(count: accounts.count, index: picked ?? 0)
    for (line, index) in zip(7..., selection.visible(in: canvas.size.rows - 7)) {
      draw(accounts[index], index, row: line, on: &canvas, in: language)
    }
    canvas.cursor = caret
  }

  private func draw(
    _ account: RehearsalAccount, _ index: Int, row: Int, on canvas: inout Canvas, in language: Language
  ) {
    let style: Style = picked == index ? .selected : .plain
    canvas.write(picked == index ? ">" : " ", column: 3, row: row, style: style)
    canvas.write(Digit.label(index), column: 5, row: row, style: style == .plain ? .key : style)
    canvas.write(account.staff.id.shortened(to: 12), column: 7, row: row, style: style)
    canvas.write(account.staff.name.shortened(to: 10), column: 20, row: row, style: style)
    canvas.write(account.password.shortened(to: 14), column: 31, row: row, style: style)
    canvas.write(
      account.staff.roles.names(in: language).shortened(to: canvas.size.columns - 47), column: 46, row: row,
      style: style)
  }

  /// A secret is typed anew for every try.
  private mutating func signIn() -> Effect {
    if form.text("name").isEmpty { return .say(.refused(Phrase("请输入用户名", "Type a name"))) }
    if clock.isAhead, !isDateChecked, let words = clock.words {
      isDateChecked = true
      return .say(.refused(words + Phrase("。日期对的，再按回车；不对的先校准时钟", ". If it is right, Enter again; else set the clock")))
    }
    let credentials = Credentials(name: form.text("name").trimmed, password: form["password"]?.value ?? "")
    form["password"]?.value = ""
    return .signIn(credentials)
  }

  private func nextPick(_ key: Key) -> Int {
    guard let picked else { return key == .down ? 0 : accounts.count - 1 }
    return (picked + (key == .down ? 1 : accounts.count - 1)) % accounts.count
  }

  private func digit(of key: Key) -> Int? { (0..<10).first { Digit.key($0) == key.halfWidthTwin } }
}
