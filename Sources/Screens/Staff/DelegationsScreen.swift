import CaseStore
import Casework
import TerminalKit

/// The chair's signature in other hands: who, for how long, under which document.
struct DelegationsScreen: Screen {
  enum Message { case moved(Key), add, recall, back }

  let session: Session
  private(set) var delegations: [Delegation] = []
  private(set) var today: Day?
  private(set) var names: [StaffMember.ID: String] = [:]
  private(set) var selection = Selection()

  init(session: Session) { self.session = session }

  let title = Phrase("签字授权", "Delegations")

  var bindings: [Binding<Message>] {
    let givers: [Role] = [.administrator, .chair]
    let mine = session.staff.holds(givers) ? nil : Refusal.notYourRole(givers).explanation
    let over = chosen.map { isOver($0) } ?? true ? Phrase("没有选中有效的授权", "No running delegation is chosen") : nil
    return [
      Binding(.function(2), Phrase("新授权", "Delegate"), .add, refusal: mine),
      Binding(.function(6), Phrase("收回", "Take back"), .recall, refusal: mine ?? over),
    ] + Binding.list(Message.moved) + [.back(.back)]
  }

  mutating func load(from store: CaseStore) throws {
    delegations = try store.delegations().reversed()
    today = store.today
    names = try store.staffNames()
    selection.fit(delegations.count)
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key): selection.press(key)
    case .add: return .open(.delegate)
    case .recall: return chosen.map { .open(.recall($0)) } ?? .none
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    guard !delegations.isEmpty else {
      canvas.write(
        Phrase("没有授权：签字都由本人", "No delegation: everybody signs himself")(in: language), column: 3, row: 1, style: .faint)
      canvas.cursor = Position(column: 3, row: 1)
      return
    }
    let table = Table([
      TableColumn(Phrase("受权人", "To")(in: language), columns: 8, priority: 6),
      TableColumn(Phrase("代", "For")(in: language), columns: 8, priority: 5),
      TableColumn(Phrase("状态", "State")(in: language), columns: 6, priority: 4),
      TableColumn(Phrase("期限", "Days")(in: language), columns: 23, priority: 3),
      TableColumn(Phrase("可签", "May sign")(in: language), columns: 9, priority: 1),
      TableColumn(Phrase("文号", "Document")(in: language), columns: 16, priority: 2, grows: true),
    ])
    canvas.table(
      table, selection: selection,
      in: Rect(column: 1, row: 0, columns: canvas.size.columns - 1, rows: canvas.size.rows),
      style: { isOver(delegations[$0]) ? .faint : .plain },
      cell: { cell(delegations[$0], $1, in: language) })
  }

  private func cell(_ delegation: Delegation, _ column: Int, in language: Language) -> String {
    switch column {
    case 0: names[delegation.to] ?? delegation.to
    case 1: delegation.giver
    case 2: state(delegation)(in: language)
    case 3: delegation.term
    case 4: Phrase.joined(delegation.scopes.map(\.name))(in: language)
    default: delegation.document
    }
  }

  private func state(_ delegation: Delegation) -> Phrase {
    if delegation.recalled != nil { return Phrase("已收回", "recalled") }
    if isOver(delegation) { return Phrase("已结束", "over") }
    if !delegation.giverServes { return Phrase("已失效", "lapsed") }
    return today.map(delegation.runs(on:)) == true ? Phrase("有效", "runs") : Phrase("未开始", "to come")
  }

  private func isOver(_ delegation: Delegation) -> Bool { today.map { delegation.lastDay < $0 } ?? true }
  private var chosen: Delegation? {
    delegations.indices.contains(selection.index) ? delegations[selection.index] : nil
  }
}

/// Asks for a delegation.
struct DelegationForm: FormDialog {
  let session: Session
  var form = Form([])
  private(set) var lines: [FactLine] = []

  init(session: Session) { self.session = session }

  let title = Phrase("新授权", "Delegate")

  mutating func load(from store: CaseStore) throws {
    guard form.fields.isEmpty else { return }
    let staff = try store.staff().filter(\.isActive)
    let choices = { (members: [StaffMember]) in
      FormField.Editor.choice(members.map { Choice($0.id, .verbatim($0.name)) }, members.count == 1 ? 0 : nil)
    }
    let isAdministrator = session.staff.holds([.administrator])
    form = Form([
      FormField(
        "from", Phrase("授权人（理事长）", "From (chair)"),
        choices(staff.filter { $0.holds([.chair]) && (isAdministrator || $0.id == session.staff.id) }), isRequired: true
      ),
      FormField(
        "to", Phrase("受权人", "To"), choices(staff.filter { $0.holds([.assessor, .supervisor]) && !$0.holds([.chair]) }),
        isRequired: true),
      FormField(
        "scopes", Phrase("可签", "May sign"),
        .several(Delegation.Scope.allCases.map { Choice($0.rawValue, $0.name) }, [0], at: 0), isRequired: true),
      .day("start", Phrase("自", "From day"), store.today, isRequired: true),
      .day("end", Phrase("至", "To day"), nil, isRequired: true),
      FormField("document", Phrase("文号", "Document number"), .text(TextField(limit: 40)), isRequired: true),
      FormField("ground", Phrase("事由", "Ground"), .text(TextField(limit: 100)), isRequired: true),
      .secret(
        "own_password",
        OwnSecret(signer: .named(in: "from"), owner: Phrase("理事长本人", "The chair's own "))),
      .button(Phrase("授权", "Delegate")),
    ])
    let longest = try store.policy().delegationDays
    lines = [
      FactLine(
        Phrase("说明", "Note"),
        Phrase(
          "须理事长本人在此当场输入；一次最长 \(longest) 日，期满再授权",
          "The chair is here and gives the own secret; \(longest.counted("day")) at most, then anew"))
    ]
  }

  mutating func tidy(_ code: String) { form.tidyDay(code, among: ["start", "end"]) }

  var done: Effect {
    let days = [form.text("start"), form.text("end")].map(Day.written)
    guard let start = Day(iso: days[0]), let end = Day(iso: days[1]) else {
      return .say(.refused(.noDay(Day(iso: days[0]) == nil ? days[0] : days[1])))
    }
    let delegation = Delegation(
      from: form.text("from"), to: form.text("to"), start: start, end: end, document: form.text("document").trimmed,
      ground: form.text("ground").trimmed,
      scopes: StaffList.ids(form.text("scopes")).compactMap(Delegation.Scope.init(rawValue:)))
    return .delegate(delegation, form.ownPassword)
  }
}

/// Asks why a delegation is taken back.
struct RecallForm: FormDialog {
  let delegation: Delegation
  var form = Form([
    FormField("reason", Phrase("理由", "Reason"), .text(TextField(limit: 100)), isRequired: true),
    .button(Phrase("收回授权", "Take it back")),
  ])

  init(_ delegation: Delegation) { self.delegation = delegation }

  var title: Phrase { Phrase("收回授权 · ", "Take back · ") + .verbatim(delegation.document) }
  var lines: [FactLine] {
    [
      FactLine(
        Phrase("说明", "Note"),
        Phrase("从今天起不能再代签；已签的仍有效", "From today nothing is signed under it; what was signed stands"))
    ]
  }

  var done: Effect { .recall(delegation.code, reason: form.text("reason").trimmed) }
}
