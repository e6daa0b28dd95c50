import CaseStore
import Casework
import TerminalKit

/// Everything a decision takes on one screen, and the moves that decide.
struct ReviewScreen: Scrolling, CaseLooking, ScanShowing {
  enum Message { case scrolled(Int), pick(Int), reveal, back }

  let id: Int64
  let session: Session
  private(set) var facts: CaseFacts?
  private(set) var standing: PersonStanding?
  private(set) var offers: [Offer<Application>] = []
  var changedScans: [MaterialCode] = []
  private(set) var isRevealed = false
  private(set) var scroll = 0
  var window = Window()

  init(id: Int64, session: Session) {
    self.id = id
    self.session = session
  }

  var title: Phrase {
    guard let application = facts?.application else { return Phrase("审批", "Review") }
    return Phrase("审批 · ", "Review · ") + .verbatim("\(application.number) \(application.applicant)")
  }

  var bindings: [Binding<Message>] {
    offers.indices.compactMap { index in
      Digit.key(index).map {
        Binding($0, offers[index].transition.move.name, Message.pick(index), hindrance: hindrance(index))
      }
    } + [
      .number(.reveal, isRevealed: isRevealed),
      Binding(.up, Phrase("向上一行", "Up"), .scrolled(-1), isQuiet: true),
      Binding(.down, Phrase("向下一行", "Down"), .scrolled(1), isQuiet: true),
      Binding(.pageUp, Phrase("上一页", "Page up"), .scrolled(-10), isQuiet: true),
      Binding(.pageDown, Phrase("下一页", "Page down"), .scrolled(10), isQuiet: true), .back(.back),
    ]
  }

  mutating func load(from store: CaseStore) throws {
    let application = try look(at: id, in: store, isFirst: facts == nil)
    let facts = try CaseFacts(application, in: store)
    self.facts = facts
    standing = try PersonStanding(of: application[.identity], under: facts.rules.policy, in: store)
    offers = try store.offers(on: application, for: session, changedScans: changedScans).filter {
      $0.transition.roles.contains(.supervisor) && (!$0.transition.isOccasional || $0.isPossible)
    }
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .scrolled(let rows): scroll = max(0, min(scroll + rows, lastScroll))
    case .pick(let index):
      let move = offers[index].transition.move
      return .open(hindrance(index) == nil ? .move(move, id) : .why(move, id))
    case .reveal:
      isRevealed.toggle()
      return facts.flatMap { isRevealed ? .reveal(Reveal(of: $0.application, by: session.staff)) : nil } ?? .none
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    guard let facts else { return }
    let size = canvas.size
    let moves = Rect(column: 0, row: size.rows - offers.count - 1, columns: size.columns, rows: offers.count + 1)
    let scrolled = scrolledPart(of: size)
    if scrolled.column > 0 {
      canvas.facts(
        judged(facts), in: Rect(column: 0, row: 0, columns: scrolled.column, rows: moves.row), language: language)
    }
    let above = min(scroll, lastScroll)
    let used = canvas.facts(scrolledLines(facts, in: size), in: scrolled, skipping: above, language: language)
    canvas.scrollMarks(skipping: above, of: used, in: scrolled)
    canvas.inside(moves) { canvas in
      canvas.rule(row: 0, column: 1, columns: canvas.size.columns - 2)
      for index in offers.indices { draw(index, on: &canvas, in: language) }
    }
    // Whoever has the lines read aloud hears the one that the arrows have brought up.
    canvas.cursor = Position(column: scrolled.column + 1, row: 0)
  }

  /// Where the arrows scroll: the right half of a wide window where all that is judged stands in the left, else all of it.
  private func scrolledPart(of size: Size) -> Rect {
    let half = size.columns / 2
    let rows = size.rows - offers.count - 1
    let fits = facts.map { judged($0).scrollable(columns: half, rows: rows, in: window.language) == 0 } ?? true
    let column = size.columns >= 110 && fits ? half : 0
    return Rect(column: column, row: 0, columns: size.columns - column, rows: size.rows - offers.count - 1)
  }

  private func scrolledLines(_ facts: CaseFacts, in size: Size) -> [FactLine] {
    scrolledPart(of: size).column > 0 ? background(facts) : judged(facts) + background(facts)
  }

  private var lastScroll: Int {
    guard let facts else { return 0 }
    let part = scrolledPart(of: window.size)
    return scrolledLines(facts, in: window.size).scrollable(
      columns: part.columns, rows: part.rows, in: window.language)
  }

  private func draw(_ index: Int, on canvas: inout Canvas, in language: Language) {
    let refusal = hindrance(index)
    canvas.write(Digit.label(index), column: 3, row: index + 1, style: refusal == nil ? .key : .faint)
    let name = offers[index].transition.move.name(in: language)
    let next = max(canvas.write(name, column: 5, row: index + 1, style: refusal == nil ? .plain : .faint), 18)
    if let refusal {
      let why = "× " + refusal(in: language)
      canvas.write(
        why.shortened(to: canvas.size.columns - next - 3), column: next + 2, row: index + 1, style: .faint)
    }
  }

  /// What is decided on: the person, the finding, the opinions, the notice, what stands against it.
  private func judged(_ facts: CaseFacts) -> [FactLine] {
    var lines = facts.summary(revealed: isRevealed)
    if !changedScans.isEmpty {
      lines.insert(
        FactLine(
          Phrase("扫描件", "Scans"),
          Phrase("附上之后被改过：", "changed since they were attached: ") + .joined(changedScans.map(\.name)), .danger), at: 0)
    }
    return lines + (standing?.duplicates(in: facts) ?? []) + facts.conclusions
  }

  private func background(_ facts: CaseFacts) -> [FactLine] {
    facts.given + facts.details(revealed: isRevealed) + [.heading(Phrase("经过", "History"))] + facts.timeline
  }

  private func hindrance(_ index: Int) -> Phrase? { offers[index].refusal?.explanation }
}
