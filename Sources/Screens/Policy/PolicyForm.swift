import CaseStore
import Casework
import TerminalKit

/// One setting: what it means, what was decided about it, and for the administrator the way to change it.
struct PolicyForm: FormDialog {
  let key: PolicyKey
  let session: Session
  var form: Form
  private var book = PolicyBook()
  private var names: [StaffMember.ID: String] = [:]
  private var today: Day?
  /// What holds today; a new value is written anew and not behind it.
  private var value = ""

  init(_ key: PolicyKey, session: Session) {
    self.key = key
    self.session = session
    form = Form(
      session.staff.holds([.administrator])
        ? [
          key.value.field(Phrase("新值", "New value")),
          FormField(
            "from", Phrase("生效日期", "From"), .text(TextField(limit: 14, filter: .halfWidth)), isRequired: true,
            hint: Phrase("今天或以后", "today or later")),
          FormField(
            "reason", Phrase("依据", "Reason"), .area(TextArea(columns: 44, limit: 500)), isRequired: true,
            hint: Phrase("文件或决定", "the document or decision")), .button(Phrase("更改设置", "Change the setting")),
        ] : [.button(Phrase("返回（由系统管理员更改）", "Back (the administrator changes it)"))])
  }

  var title: Phrase { Policy.name + .verbatim(" · ") + key.name }

  var bindings: [Binding<FormMessage>] {
    let done = mayChange ? [Binding(.function(2), Phrase("更改", "Change"), FormMessage.done)] : []
    return done + turning + form.bindings(FormMessage.typed) + [.back(.back)]
  }

  var lines: [FactLine] {
    let usual = key.value.words(key.standard)
    return [
      FactLine(Phrase("代码", "Code"), key.code), FactLine(Phrase("可填", "Allowed"), key.value.allowed),
      FactLine(Phrase("默认", "Default"), usual + Phrase("，来源：", ", from: ") + key.source),
      FactLine(Phrase("适用", "Applies"), key.binding.words),
      FactLine(Phrase("今天的值", "Today"), key.value.words(value)),
    ] + history
  }

  mutating func load(from store: CaseStore) throws {
    book = try store.policyBook()
    names = try store.staffNames()
    if today == nil, form.text("from").isEmpty {
      form.fill(with: ["from": store.today.iso])
    }
    today = store.today
    value = try store.policy()[key]
  }

  mutating func tidy(_ code: String) {
    let value = form.text(code).trimmed
    switch code {
    case "value": form[code]?.problem = key.value.kept(value) == nil ? key.value.allowed : nil
    case "from":
      form[code]?.value = Day.written(value)
      form[code]?.problem = Day(iso: Day.written(value)) == nil ? .writeADate : nil
    default: break
    }
  }

  var done: Effect {
    guard mayChange else { return .back }
    guard let from = Day(iso: Day.written(form.text("from").trimmed)) else { return .say(.refused(.writeADate)) }
    return .setPolicy(key, form.text("value").trimmed, from: from, reason: form.text("reason").trimmed)
  }

  private var mayChange: Bool { session.staff.holds([.administrator]) }

  /// The last decisions, the newest first, with who made them and why.
  private var history: [FactLine] {
    let changes = book.history(of: key).filter { !book.isReplaced($0) }
    guard !changes.isEmpty else { return [FactLine(Phrase("现值", "Value"), Phrase("从未更改", "never changed"))] }
    return changes.sorted { $0.from > $1.from }.prefix(4).map { change in
      let isToCome = today.map { change.from > $0 } ?? false
      let name = names[change.staff] ?? change.staff
      return FactLine(
        Phrase("自 \(change.from)", "From \(change.from)"),
        key.value.words(change.value) + .verbatim("  \(name)  \(change.reason)")
          + (isToCome ? Phrase("（待生效）", " (to come)") : Phrase("", "")))
    }
  }
}

extension PolicyValue {
  /// The field with which a value is set.
  fileprivate func field(_ name: Phrase) -> FormField {
    switch self {
    case .yesNo:
      FormField(
        "value", name, .choice([Choice("true", words("true")), Choice("false", words("false"))], nil), isRequired: true)
    case .choice(let choices): FormField("value", name, .choice(choices, nil), isRequired: true)
    case .number: FormField("value", name, .text(TextField(limit: 9, filter: .digits)), isRequired: true)
    case .numberOrOff, .numbers, .materials, .counties, .phones:
      FormField("value", name, .text(TextField(limit: 120)), isRequired: true)
    }
  }
}

extension Phrase {
  fileprivate static let writeADate = Phrase("日期应写作 2026-09-30", "Write a date as 2026-09-30")
}
