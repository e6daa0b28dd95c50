import CaseStore
import Casework
import TerminalKit

/// One case: what it is, everything that may be done with it and why not, and what has happened.
struct CaseScreen: Scrolling, CaseLooking, ScanShowing {
  enum Message { case moved(Key), scrolled(Int), turned(Int), choose, pick(Int), go(Route), reveal, details, back }

  let id: Int64
  let session: Session
  private(set) var facts: CaseFacts?
  private(set) var offers: [Offer<Application>] = []
  var changedScans: [MaterialCode] = []
  private(set) var selection = Selection()
  private(set) var isRevealed = false
  private(set) var showsDetails = false
  private(set) var scroll = 0
  /// The summary, and how far it can be turned: laid out once, because bindings and drawing ask for it at each key.
  private var summary: [FactLine] = []
  private var ownSecret = SigningSecret.password
  private var lastTop = 0
  /// How many rows of the summary are above the window.
  private(set) var top = 0
  var window = Window() {
    didSet { if window != oldValue { layOut() } }
  }
  /// The state in which the moves were last shown.
  private var seen: Application.State?

  init(id: Int64, session: Session) {
    self.id = id
    self.session = session
  }

  var title: Phrase {
    guard let application = facts?.application else { return Application.name }
    return .joined(
      [.verbatim(application.number), application.service.name, application.state.name], by: .verbatim(" · "))
  }

  var bindings: [Binding<Message>] {
    let moves = offers.indices.compactMap { index in
      Digit.key(index).map {
        Binding(
          $0, offers[index].transition.move.name, Message.pick(index), isQuiet: true,
          hindrance: self.hindrance(index).map { Phrase("× ", "× ") + $0 })
      }
    }
    if showsDetails { return details }
    let act = hindrance(selection.index) == nil ? Phrase("办理", "Act") : Phrase("为什么不能", "Why not")
    return [Binding(.enter, act, .choose)] + moves + [
      .number(.reveal, isRevealed: isRevealed),
      Binding(.function(4), Phrase("全部资料", "All data"), .details),
    ] + panelAndReview + turning + Binding.list(Message.moved) + [
      Binding(.left, Phrase("经过向上翻", "History up"), .scrolled(-5), isQuiet: true),
      Binding(.right, Phrase("经过向下翻", "History down"), .scrolled(5), isQuiet: true), .back(.back),
    ]
  }

  mutating func load(from store: CaseStore) throws {
    let application = try look(at: id, in: store, isFirst: facts == nil)
    facts = try CaseFacts(application, in: store)
    ownSecret = try store.member(session).signingSecret
    offers = try store.offers(on: application, for: session, changedScans: changedScans)
      .filter { !$0.transition.isOccasional || $0.isPossible }
    selection.fit(offers.count)
    if seen != application.state {
      let next = offers.indices.first { isNextStep($0) && offers[$0].transition.move.leadsOn }
      selection.move(to: next ?? offers.indices.first(where: isNextStep) ?? 0)
    }
    seen = application.state
    layOut()
  }

  private mutating func layOut() {
    summary = facts?.summary(revealed: isRevealed) ?? []
    lastTop = summary.scrollable(
      columns: Self.summaryColumns(of: window.size), rows: summaryRows(of: window.size), in: window.language)
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key): selection.press(key)
    case .scrolled(let rows): scroll = max(0, min(scroll + rows, lastScroll))
    case .turned(let pages): top = max(0, min(top + pages * max(1, summaryRows(of: window.size) - 1), lastTop))
    case .choose: return open(selection.index)
    case .pick(let index):
      selection.move(to: index)
      return open(index)
    case .go(let route): return .open(route)
    case .reveal:
      isRevealed.toggle()
      layOut()
      return facts.flatMap { isRevealed ? .reveal(Reveal(of: $0.application, by: session.staff)) : nil } ?? .none
    case .details:
      showsDetails.toggle()
      scroll = 0
    case .back:
      if !showsDetails { return .back }
      showsDetails = false
      scroll = 0
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    guard let facts else { return }
    let size = canvas.size
    if showsDetails { return draw(details(of: facts), on: &canvas, in: language) }
    let isWide = Self.isWide(size)
    let left = Self.summaryColumns(of: size)
    let room = summaryRows(of: size)
    let above = min(self.top, lastTop)
    let used = canvas.facts(
      summary, in: Rect(column: 0, row: 0, columns: left, rows: room),
      skipping: above, language: language)
    let rows = min(room, used)
    canvas.ruleBelow(rows, skipping: above, of: used, columns: left, language: language)
    drawMoves(on: &canvas, top: rows + 1, columns: left, in: language)
    let top = isWide ? 0 : rows + 2 + max(1, offers.count)
    let rect = Rect(
      column: isWide ? left + 1 : 0, row: top, columns: isWide ? size.columns - left - 1 : size.columns,
      rows: size.rows - top)
    canvas.write(
      Phrase("经过", "History")(in: language), column: rect.column + 1, row: rect.row, style: .heading)
    let history = Rect(column: rect.column, row: rect.row + 1, columns: rect.columns, rows: rect.rows - 1)
    let told = canvas.facts(facts.timeline, in: history, skipping: scroll, language: language)
    canvas.scrollMarks(skipping: scroll, of: told, in: history)
  }

  /// Whether the history stands beside the summary, and not below it.
  private static func isWide(_ size: Size) -> Bool { size.columns >= 110 }

  private static func summaryColumns(of size: Size) -> Int { isWide(size) ? size.columns * 11 / 20 : size.columns }

  /// How many rows the summary may take: whatever it says, the acts and the newest of the history stay in sight.
  private func summaryRows(of size: Size) -> Int {
    max(4, size.rows - 1 - max(1, offers.count) - (Self.isWide(size) ? 0 : 3))
  }

  private var turning: [Binding<Message>] {
    Binding.turning(.turned(1), .turned(-1), skipped: min(top, lastTop), of: lastTop)
  }

  private func details(of facts: CaseFacts) -> [FactLine] { facts.assessment + facts.details(revealed: isRevealed) }

  /// How far all data go; of the history, which is read beside the acts, the newest entries are enough.
  private var lastScroll: Int {
    guard let facts else { return 0 }
    return showsDetails
      ? details(of: facts).scrollable(columns: window.columns, rows: window.rows, in: window.language)
      : max(0, facts.timeline.count - 1)
  }

  /// All data take the whole window; what may be done stands on the page behind.
  private func draw(_ details: [FactLine], on canvas: inout Canvas, in language: Language) {
    let rect = Rect(column: 0, row: 0, columns: canvas.size.columns, rows: canvas.size.rows)
    let above = min(scroll, lastScroll)
    let used = canvas.facts(details, in: rect, skipping: above, language: language)
    canvas.scrollMarks(skipping: above, of: used, in: rect)
    canvas.cursor = Position(column: 1, row: 0)
  }

  private var details: [Binding<Message>] {
    [
      Binding(.function(4), Phrase("经过和办理", "History and acts"), .details),
      Binding(.down, Phrase("下翻", "Down"), .scrolled(1)), Binding(.up, Phrase("上翻", "Up"), .scrolled(-1)),
      Binding(.pageDown, Phrase("下一页", "Page down"), .scrolled(10), isQuiet: true),
      Binding(.pageUp, Phrase("上一页", "Page up"), .scrolled(-10), isQuiet: true),
      .number(.reveal, isRevealed: isRevealed), .back(.back),
    ]
  }

  private func drawMoves(on canvas: inout Canvas, top: Int, columns: Int, in language: Language) {
    let end = Phrase("已办结，没有可办的动作", "Closed: nothing remains to be done")
    if offers.isEmpty { canvas.write(end(in: language), column: 3, row: top, style: .faint) }
    let rows = min(offers.count, canvas.size.rows - top)
    canvas.inside(Rect(column: 0, row: top, columns: columns, rows: max(1, rows))) { canvas in
      canvas.list(selection, from: 0, to: rows) { canvas, index, line, style in
        let refusal = hindrance(index)
        let own: Style = style == .plain && refusal != nil ? .faint : style
        canvas.write(Digit.label(index), column: 3, row: line, style: own == .plain ? .key : own)
        let name = offers[index].transition.move.name(in: language)
        let next = max(canvas.write(name, column: 5, row: line, style: own), 22)
        let why = refusal.map { Phrase("× ", "× ") + $0 } ?? demand(of: offers[index])
        canvas.write(
          why(in: language).shortened(to: canvas.size.columns - next - 3), column: next + 2, row: line, style: own)
      }
    }
  }

  private var panelAndReview: [Binding<Message>] {
    guard let state = facts?.application.state else { return [] }
    var bindings = [Binding<Message>(.function(7), Phrase("打印", "Print"), .go(.print(id)))]
    if state == .panel { bindings.append(Binding(.function(5), Phrase("评定席位", "Panel seats"), .go(.seats(id)))) }
    if state == .review { bindings.append(Binding(.function(6), Phrase("审批", "Review"), .go(.review(id)))) }
    return bindings
  }

  /// What a move asks of people besides its form.
  private func demand(of offer: Offer<Application>) -> Phrase {
    if let lifting = offer.lifting { return Phrase("! ", "! ") + lifting.explanation }
    let guards = offer.transition.guards
    if offer.transition.move == .panelSign { return Phrase("各席本人当场签字", "each member signs for himself") }
    let ends = facts?.application.service.endsCertificate ?? false
    if guards.contains(.ownSecret) || guards.contains(.ownSecretToEnd) && ends {
      return Phrase("须当场再输本人的", "again, now: your own ") + ownSecret.name
    }
    if offer.transition.guards.contains(.secondPerson) { return Phrase("须第二人同时确认", "takes a second person") }
    return Phrase("", "")
  }

  /// What stands against a move; a second person is asked for in its form, and a seat signs for itself.
  private func hindrance(_ index: Int) -> Phrase? {
    guard offers.indices.contains(index), let refusal = offers[index].refusal, !offers[index].isPossible else {
      return nil
    }
    if offers[index].transition.move == .panelSign { return nil }
    return offers[index].whoElse ?? refusal.explanation
  }

  /// Whether a move is possible and leads the case on, so that Enter may stand on it.
  private func isNextStep(_ index: Int) -> Bool { hindrance(index) == nil && !offers[index].transition.isFinal }

  private func open(_ index: Int) -> Effect {
    guard offers.indices.contains(index) else { return .none }
    if hindrance(index) != nil { return .open(.why(offers[index].transition.move, id)) }
    switch offers[index].transition.move {
    case .edit: return .open(.resumeIntake(id))
    case .panelSign: return .open(.seats(id))
    case let move: return .open(.move(move, id))
    }
  }
}
