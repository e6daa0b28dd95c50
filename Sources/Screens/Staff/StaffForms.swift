import CaseStore
import Casework
import TerminalKit

/// Asks for a new account.
struct NewStaffForm: FormDialog {
  var form = Form([
    FormField(
      "name", Phrase("用户名", "Sign-in name"), .text(TextField(limit: 32, filter: .halfWidth)), isRequired: true,
      hint: Phrase("登录用，1 至 32 个字，不含空格", "for signing in, 1 to 32 characters without blanks")),
    FormField("person", Phrase("姓名", "Person"), .text(TextField(limit: 40)), isRequired: true),
    FormField(
      "roles", Phrase("岗位", "Posts"), .several(Role.allCases.map { Choice($0.rawValue, $0.name) }, [], at: 0),
      isRequired: true),
    FormField(
      "recusals", Phrase("回避号码", "Recusals"), .text(TextField(limit: 400, filter: .halfWidth)),
      hint: Phrase("本人及亲属的身份号码，逗号分开（SOD-6）", "own and relatives' numbers, parted by commas (SOD-6)")),
    FormField(
      "address", Phrase("住址", "Address"), .text(TextField(limit: 100)),
      hint: Phrase("可不填；与申请人同姓同址时提示回避", "optional; with an applicant's surname and address it asks about recusal")),
    .another, .secret("password", Phrase("密码", "Password")),
    .secret("again", Phrase("再输一次", "Once more")),
    .button(Phrase("建立账号", "Make the account")),
  ])
  private var others: [StaffMember] = []

  let title = Phrase("新账号", "New account")

  mutating func load(from store: CaseStore) throws {
    others = try store.staff()
    arrange()
  }

  /// Somebody of a name that works or worked here is asked about.
  mutating func arrange() {
    let name = Cleaning.name(form["person"]?.value ?? "").text
    let other = others.first { !name.isEmpty && Cleaning.name($0.name).text == name }
    form.show("another_person", other != nil)
    form["another_person"]?.isRequired = other != nil
    form["another_person"]?.hint = other.map { Refusal.sameName($0).explanation }
  }

  var done: Effect {
    guard form["password"]?.value == form["again"]?.value else {
      return .say(.refused(.passwordsDiffer, fields: ["password", "again"]))
    }
    let roles = StaffList.ids(form.text("roles")).compactMap(Role.init(rawValue:))
    if form.text("person").trimmed.isEmpty || roles.isEmpty {
      return .say(
        .refused(
          Phrase("请填姓名并至少选一个岗位", "Give the person's name and at least one post"), fields: ["person", "roles"]))
    }
    let recusals = form.text("recusals").split { ",，、;； ".contains($0) }.map(String.init)
    return .addStaff(
      StaffMember(
        id: form.text("name").trimmed, name: form.text("person").trimmed, roles: roles, recusals: recusals,
        address: form.text("address").trimmed),
      password: Secret(text: form["password"]?.value ?? ""), isAnotherPerson: form.text("another_person") == "yes")
  }
}

extension FormField {
  fileprivate static var another: FormField {
    FormField("another_person", Phrase("确是同名的另一人", "Another person of this name"), .tick(false))
  }
}

/// Asks for a new password, twice; whoever sits here may set the own signing PIN instead, or take one away.
struct PasswordForm: FormDialog {
  /// What is set.
  private enum Kind: String { case password, pin, noPIN }

  let staff: StaffMember.ID
  let session: Session
  var form = Form([])
  private var hasPIN = false

  init(staff: StaffMember.ID, session: Session) {
    self.staff = staff
    self.session = session
  }

  var title: Phrase { Phrase("改密码 · ", "Password · ") + .verbatim(staff) }

  private var isOwn: Bool { staff == session.staff.id }
  private var kind: Kind { Kind(rawValue: form.text("kind")) ?? .password }

  var lines: [FactLine] {
    guard isOwn || hasPIN else { return [] }
    let standing =
      hasPIN
      ? Phrase("已设：签字、确认、作第二人只收签字密码，登录用登录密码", "set: only it signs and confirms; the password signs in")
      : Phrase("未设：签字用登录密码", "none: the password signs")
    return [FactLine(Phrase("签字密码", "Signing PIN"), standing)]
  }

  mutating func load(from store: CaseStore) throws {
    hasPIN = try store.pinHolders().contains(staff)
    guard form.fields.isEmpty else { return }
    var kinds = [Choice(Kind.password.rawValue, Phrase("登录密码", "Log-in password"))]
    if isOwn { kinds.append(Choice(Kind.pin.rawValue, Phrase("签字密码（PIN）", "Signing PIN"))) }
    if hasPIN { kinds.append(Choice(Kind.noPIN.rawValue, Phrase("取消签字密码", "Take the PIN away"))) }
    form = Form([
      FormField("kind", Phrase("改哪一个", "Which"), .choice(kinds, 0)), .ownPassword(of: session.staff),
      .secret("present_password", Phrase("现在的密码", "Present password")), .secret("password", Phrase("", "")),
      .secret("again", Phrase("再输一次", "Once more")),
      .button(Phrase("确定", "Do it")),
    ])
    form.show("kind", kinds.count > 1)
    arrange()
    form.take(isOwn ? "present_password" : "password")
  }

  mutating func arrange() {
    let kind = kind
    form.show("own_password", isOwn && kind != .password)
    form.show("present_password", isOwn && kind == .password)
    for code in ["password", "again"] { form.show(code, kind != .noPIN) }
    form["password"]?.name =
      kind == .pin
      ? Phrase("新签字密码（至少 6 位）", "New PIN (6 or more)") : Phrase("新密码（至少 8 个字符）", "New password (8 or more)")
  }

  var done: Effect {
    let (secret, own) = (Secret(text: form["password"]?.value ?? ""), isOwn ? form.ownPassword : nil)
    if kind == .noPIN { return .takePINAway(staff, own: own) }
    guard form["password"]?.value == form["again"]?.value else {
      return .say(.refused(.passwordsDiffer, fields: ["password", "again"]))
    }
    return kind == .pin
      ? .setPIN(secret, own: own ?? Secret(text: ""))
      : .setPassword(staff, secret, present: isOwn ? form["present_password"].map { Secret(text: $0.value) } : nil)
  }
}

extension Phrase {
  fileprivate static let passwordsDiffer = Phrase("两次输入的密码不同，请重输", "The two passwords differ: type them again")
}
