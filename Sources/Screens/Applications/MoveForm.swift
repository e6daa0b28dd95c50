import CaseStore
import Casework
import TerminalKit

/// Asks for whatever a move on a case takes, then makes it: one form for every row of the table.
struct MoveForm: Dialog {
  enum Message { case typed(Key), pasted(String), done, back }

  let move: Application.Move
  let id: Int64
  let session: Session
  /// Who signs here with the own password, where that is not the desk's own person.
  let signer: StaffMember.ID?
  private(set) var form = Form([])
  private(set) var facts: CaseFacts?
  private(set) var transition: Transition<Application>?
  /// Who may sit in the chair's seat.
  private(set) var chairs: [StaffMember.ID] = []
  /// What was typed here before, until the form has been made.
  private var kept: Entries = [:]

  init(move: Application.Move, id: Int64, session: Session, signer: StaffMember.ID? = nil) {
    self.move = move
    self.id = id
    self.session = session
    self.signer = signer
  }

  var title: Phrase {
    move.name + .verbatim(" · \(facts?.application.number ?? "") \(facts?.application.applicant ?? "")")
  }

  var bindings: [Binding<Message>] {
    [Binding(.function(2), Phrase("确定", "Done"), .done)] + form.bindings(Message.typed) + [.back(.back)]
  }

  var draft: Entries {
    get { form.entries }
    set { kept = newValue }
  }

  mutating func load(from store: CaseStore) throws {
    let application = try store.application(id)
    facts = try CaseFacts(application, in: store)
    guard form.fields.isEmpty else { return }
    transition = try store.offers(on: application, for: session).first { $0.transition.move == move }?.transition
    guard let transition else { throw Refusal.noLongerOpen(move) }
    let sources = FormSources(
      staff: try store.staff(), institutions: try store.institutions(), demands: facts?.demands ?? [],
      presented: application.materials, waived: application.waivers)
    chairs = sources.staff.filter { $0.holds([.chair]) }.map(\.id)
    let isBarred = try PersonStanding(of: application[.identity], in: store).barEnds != nil
    form = Form(fields(of: transition, sources, isBarred: isBarred))
    form.fill(with: application.suggestions(for: move, today: store.today, policy: try store.policy()))
    form.fill(with: kept)
    arrange()
    form.takeFirstGap()
  }

  func message(typing key: Key) -> Message? {
    switch key {
    case .function, .escape, .control("l"): nil
    default: .typed(key)
    }
  }

  func message(pasting text: String) -> Message? { .pasted(text) }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .typed(let key):
      let outcome = form.press(key)
      if case .left(let code) = outcome { tidy(code) }
      arrange()
      return outcome == .done ? done : .none
    case .pasted(let text): _ = form.paste(text)
    case .done:
      if form["sure"] == nil || form.focused?.code == "sure" { return done }
      form.take("sure")
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    guard let facts else { return }
    let size = canvas.size
    let used = canvas.facts(
      lines(of: facts), in: Rect(column: 0, row: 0, columns: size.columns, rows: size.rows - 8), language: language)
    let top = min(used, size.rows - 8)
    canvas.rule(row: top, column: 1, columns: size.columns - 2)
    canvas.form(
      form, in: Rect(column: 0, row: top + 1, columns: size.columns, rows: size.rows - top - 1), language: language)
  }

  /// Signing shows the exact text; everything else the case in short.
  private func lines(of facts: CaseFacts) -> [FactLine] {
    guard move == .panelSign else { return Array(facts.summary(revealed: false).prefix(6)) }
    return facts.application.assessedText.split(separator: "\n").map { line in
      let parts = line.split(separator: "：", maxSplits: 1).map(String.init)
      return parts.count == 2 ? FactLine(.verbatim(parts[0]), parts[1]) : .heading(.verbatim(String(line)))
    }
  }

  private mutating func arrange() {
    form.arrangePapers()
    let panel = panelHint
    form["members"]?.hint = panel
    let lifts = !form.text("override").isEmpty
    if transition?.guards.contains(.secondPerson) != true {
      form.show("second", lifts)
      form.show("second_password", lifts)
    }
  }

  private mutating func tidy(_ code: String) {
    guard transition?.asks.first(where: { $0.code == code })?.kind == .day, let value = form[code]?.value else {
      return
    }
    form[code]?.value = Day.written(value)
  }

  private var done: Effect {
    guard let facts else { return .none }
    if let sure = form["sure"], sure.value != "yes" {
      return .say(.done(Phrase("未办理：选「是」才会办", "Nothing done: choose Yes to do it")))
    }
    let second = form.text("second").trimmed
    return .record(
      CaseAct(
        move: move, fields: fields(of: facts), id: id, sequence: facts.application.sequence,
        signer: signer.map { Credentials(name: $0, password: form["own_password"]?.value ?? "") },
        second: second.isEmpty
          ? nil : Credentials(name: second, password: form["second_password"]?.value ?? "")))
  }
}
