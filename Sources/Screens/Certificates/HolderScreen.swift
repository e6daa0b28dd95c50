import CaseStore
import Casework
import TerminalKit

/// A person of the register: certificates, cases, what is to be done, what has happened.
struct HolderScreen: Screen {
  enum Message { case moved(Key), scrolled(Int), choose, reveal, services, back }

  let number: String
  let session: Session
  private(set) var holder: Holder?
  private(set) var names: [StaffMember.ID: String] = [:]
  private(set) var today: Day?
  private(set) var selection = Selection()
  private(set) var isRevealed = false
  private(set) var scroll = 0

  init(number: String, session: Session) {
    self.number = number
    self.session = session
  }

  var title: Phrase { Phrase("持证人 · ", "Holder · ") + .verbatim(holder?.newest.name ?? "") }

  var bindings: [Binding<Message>] {
    let noCase = holder?.cases.isEmpty ?? true ? Phrase("此人没有业务", "There are no cases") : nil
    return [
      Binding(.enter, Phrase("打开业务", "Open case"), .choose, refusal: noCase),
      Binding(.function(2), Phrase("办理事项", "Services"), .services),
      .number(.reveal, isRevealed: isRevealed),
    ] + Binding.list(Message.moved) + [
      Binding(.left, Phrase("经过向上翻", "History up"), .scrolled(-5), isQuiet: true),
      Binding(.right, Phrase("经过向下翻", "History down"), .scrolled(5), isQuiet: true), .back(.back),
    ]
  }

  mutating func load(from store: CaseStore) throws {
    holder = try store.holder(number, by: session, again: holder != nil)
    names = try store.staffNames()
    today = store.today
    selection.fit(holder?.cases.count ?? 0)
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key): selection.press(key)
    case .scrolled(let rows): scroll = max(0, scroll + rows)
    case .choose:
      guard let cases = holder?.cases, cases.indices.contains(selection.index) else { return .none }
      return .open(.application(cases[selection.index].id))
    case .reveal:
      isRevealed.toggle()
      return isRevealed ? .reveal(holder?.newest.number ?? number) : .none
    case .services: return .open(.reception(holder?.newest.identity ?? number))
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    guard let holder else { return }
    let size = canvas.size
    let isWide = size.columns >= 110
    let left = isWide ? size.columns / 2 : size.columns
    let used = canvas.facts(
      about(holder), in: Rect(column: 0, row: 0, columns: left, rows: size.rows), language: language)
    canvas.write(Phrase("业务", "Cases")(in: language), column: 1, row: used, style: .heading)
    let casesEnd = used + 1 + max(1, min(holder.cases.count, 5))
    if holder.cases.isEmpty {
      canvas.write(Phrase("没有", "none")(in: language), column: 3, row: used + 1, style: .faint)
    }
    canvas.inside(Rect(column: 0, row: 0, columns: left, rows: casesEnd)) { canvas in
      canvas.list(selection, from: used + 1, to: casesEnd) { canvas, index, line, style in
        let item = holder.cases[index]
        let end = canvas.write(item.number, column: 3, row: line, style: style)
        let state = .joined([item.service.name, item.state.name], by: .verbatim(" ")) as Phrase
        canvas.write(state(in: language), column: end + 2, row: line, style: style)
      }
    }
    let caret = canvas.cursor
    let top = isWide ? 0 : casesEnd
    canvas.facts(
      [.heading(Phrase("证件经过", "What happened to the certificates"))] + history(of: holder),
      in: Rect(
        column: isWide ? left : 0, row: top, columns: isWide ? size.columns - left : size.columns, rows: size.rows - top
      ),
      skipping: scroll, language: language)
    canvas.cursor = caret ?? Position(column: 1, row: used + 1)
  }
}
