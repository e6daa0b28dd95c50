import CaseStore
import Casework
import TerminalKit

/// A person of the register: certificates, cases, what is to be done, what has happened.
struct HolderScreen: Screen {
  enum Message { case moved(Key), scrolled(Int), choose, reveal, services, cameBack, back }

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
    let noCase = items == 0 ? Phrase("此人没有业务", "There are no cases") : nil
    let open = chosenRelative == nil ? Phrase("打开业务", "Open case") : Phrase("打开此人", "Open person")
    return [
      Binding(.enter, open, .choose, refusal: noCase),
      Binding(.function(2), Phrase("办理事项", "Services"), .services),
      .number(.reveal, isRevealed: isRevealed),
    ] + cameBack + Binding.list(Message.moved) + [
      Binding(.left, Phrase("经过向上翻", "History up"), .scrolled(-5), isQuiet: true),
      Binding(.right, Phrase("经过向下翻", "History down"), .scrolled(5), isQuiet: true), .back(.back),
    ]
  }

  mutating func load(from store: CaseStore) throws {
    holder = try store.holder(number, by: session, again: holder != nil)
    names = try store.staffNames()
    today = store.today
    selection.fit(items)
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key): selection.press(key)
    case .scrolled(let rows): scroll = max(0, scroll + rows)
    case .choose:
      if let other = chosenRelative {
        return .open(other.isHolder ? .holder(other.identity) : .reception(other.identity))
      }
      guard let cases = holder?.cases, cases.indices.contains(selection.index) else { return .none }
      return .open(.application(cases[selection.index].id))
    case .reveal:
      isRevealed.toggle()
      return isRevealed ? .reveal(Reveal(holder?.newest.number ?? number, for: work)) : .none
    case .services: return .open(.reception(holder?.newest.identity ?? number))
    case .cameBack:
      return watched.map { .open(.certificateMove(.contact, $0.number, Certificate.endingOfClock)) } ?? .none
    case .back: return .back
    }
    return .none
  }

  /// The certificate for whose holder the clock of a move runs.
  private var watched: Certificate? {
    holder?.certificates.last { $0.state.isActive && $0.runningMoveClock != nil }
  }

  private var cameBack: [Binding<Message>] {
    guard watched != nil else { return [] }
    let role =
      session.staff.holds(MovesDueScreen.writers) ? nil : Refusal.notYourRole(MovesDueScreen.writers).explanation
    return [Binding(.function(4), Phrase("已迁回，停计时", "Came back: end clock"), .cameBack, refusal: role)]
  }

  /// Guardian and wards with a number, under which each is found; they stand below the cases.
  private var relatives: [(part: Phrase, other: Guardianship)] {
    let guardian = holder?.guardian.map { [(Phrase("监护人", "Guardian"), $0)] } ?? []
    let wards = holder?.wards.map { (Phrase("被监护人", "Guardian of"), $0) } ?? []
    return (guardian + wards).filter { !$0.1.identity.isEmpty }
  }

  /// The open case of the person that is one's own work, for which the number is looked at.
  private var work: RevealReason? {
    holder?.cases.last { !Application.State.finished.contains($0.state) && $0.isWork(of: session.staff) }
      .map { .work($0.ground) }
  }

  private var items: Int { (holder?.cases.count ?? 0) + relatives.count }

  private var chosenRelative: Guardianship? {
    let place = selection.index - (holder?.cases.count ?? 0)
    return relatives.indices.contains(place) ? relatives[place].other : nil
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    guard let holder else { return }
    let size = canvas.size
    let isWide = size.columns >= 110
    let left = isWide ? size.columns / 2 : size.columns
    let used = canvas.facts(
      about(holder), in: Rect(column: 0, row: 0, columns: left, rows: size.rows), language: language)
    let heading = relatives.isEmpty ? Phrase("业务", "Cases") : Phrase("业务、监护关系", "Cases, guardians and wards")
    canvas.write(heading(in: language), column: 1, row: used, style: .heading)
    let casesEnd = used + 1 + max(1, min(items, 5))
    if items == 0 {
      canvas.write(Phrase("没有", "none")(in: language), column: 3, row: used + 1, style: .faint)
    }
    canvas.inside(Rect(column: 0, row: 0, columns: left, rows: casesEnd)) { canvas in
      canvas.list(selection, from: used + 1, to: casesEnd) { canvas, index, line, style in
        guard holder.cases.indices.contains(index) else {
          let (part, other) = relatives[index - holder.cases.count]
          canvas.write((part + .verbatim(" \(other.name)"))(in: language), column: 3, row: line, style: style)
          return
        }
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
