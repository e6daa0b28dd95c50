import CaseStore
import Casework
import TerminalKit

/// Why a move is not possible now: every condition that is missing, who can supply it, and the way there.
struct WhyScreen: Dialog, ScanShowing {
  enum Message { case moved(Key), go, back }

  let move: Application.Move
  let id: Int64
  let session: Session
  private(set) var application: Application?
  private(set) var offer: Offer<Application>?
  private var refusals: [Refusal] { offer?.refusals ?? [] }
  /// Whether whoever asks here can put a question to those who could do it.
  private var mayAsk = false
  /// Whether the case can be ended here, because its certificate has ended.
  private var mayTerminate = false
  /// Whether the case can be returned here, so that its fields can be changed.
  private var mayReturn = false
  var changedScans: [MaterialCode] = []
  private(set) var otherCase: Int64?
  private var around: Surroundings?
  private(set) var selection = Selection()
  /// Whether the first reason with a way out was taken in hand.
  private var isPlaced = false

  init(move: Application.Move, id: Int64, session: Session) {
    self.move = move
    self.id = id
    self.session = session
  }

  var title: Phrase { Phrase("为什么不能办：", "Why not: ") + move.name }

  var bindings: [Binding<Message>] {
    [Binding(.enter, Phrase("去补", "Go there"), .go, refusal: hindrance)] + Binding.list(Message.moved) + [
      .back(.back)
    ]
  }

  mutating func load(from store: CaseStore) throws {
    let application = try store.application(id)
    self.application = application
    around = try store.surroundings(of: application)
    let offers = try store.offers(on: application, for: session, changedScans: changedScans)
    offer = offers.first { $0.transition.move == move }
    mayAsk = offers.contains { $0.transition.move == .askAdvice && $0.refusals.isEmpty }
    otherCase = try store.cases(of: application[.identity]).last {
      $0.id != id && !Application.terminal.contains($0.state)
    }?.id
    mayTerminate = offers.contains { $0.transition.move == .terminate && $0.isPossible }
    mayReturn = offers.contains { $0.transition.move == .sendBack && $0.refusals.isEmpty }
    selection.fit(refusals.count)
    if !isPlaced, let first = refusals.firstIndex(where: { route(of: $0) != nil }) { selection.move(to: first) }
    isPlaced = true
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key): selection.press(key)
    case .go: return route.map { .replace($0) } ?? .none
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    guard !refusals.isEmpty else {
      canvas.write(Phrase("现在可以办了", "It is possible now")(in: language), column: 3, row: 1, style: .good)
      return
    }
    let heading =
      refusals.count == 1
      ? Phrase("还缺 1 项条件：", "1 condition is missing:")
      : Phrase(
        "还缺 \(refusals.count) 项条件（↑↓ 选一项，回车前往）：",
        "\(refusals.count) conditions are missing (↑↓ and Enter go to one):")
    canvas.write(heading(in: language), column: 1, row: 0, style: .heading)
    let columns = canvas.size.columns
    let blocks = refusals.map { refusal in
      (
        told: refusal.explanation(in: language).wrapped(to: columns - 6),
        who: who(refusal)(in: language).wrapped(to: columns - 8)
      )
    }
    let rect = Rect(column: 0, row: 2, columns: columns, rows: canvas.size.rows - 2)
    let heights = blocks.map { $0.told.count + $0.who.count + 1 }
    let skipped = max(0, heights.prefix(selection.index + 1).reduce(0, +) - 1 - rect.rows)
    canvas.inside(rect) { canvas in
      var row = -skipped
      for (index, block) in blocks.enumerated() {
        let isChosen = index == selection.index
        canvas.write(isChosen ? ">" : " ", column: 1, row: row, style: .key)
        if isChosen { canvas.cursor = Position(column: 3, row: max(0, row)) }
        for (line, piece) in block.told.enumerated() {
          canvas.write(piece, column: 3, row: row, style: isChosen && line == 0 ? .selected : .plain)
          row += 1
        }
        for piece in block.who {
          canvas.write(piece, column: 5, row: row, style: .faint)
          row += 1
        }
        row += 1
      }
    }
    canvas.scrollMarks(skipping: skipped, of: heights.reduce(0, +) - 1, in: rect)
  }

  private func supply(of refusal: Refusal) -> Application.Supply? {
    Application.Requirement(rawValue: refusal.code)?.supply
  }

  /// Whether a ground and a second person make it possible all the same (SOD-7).
  private func isExcepted(_ refusal: Refusal) -> Bool {
    guard let application else { return false }
    return switch Application.Requirement(rawValue: refusal.code) {
    case .notAcceptor: application.mayBeExcepted(by: session.staff)
    case .notTheFreezer, .notTheCanceller:
      application.takesBackDecision(of: session.staff, about: around?.certificate)
    default: false
    }
  }

  /// Whether another person is what it takes, and one is known.
  private func isForAnother(_ refusal: Refusal) -> Bool {
    guard let offer, !offer.inPost.isEmpty else { return false }
    return refusal.isNotYourRole || supply(of: refusal)?.place == .others
  }

  /// Who can supply it, in words, and that Enter leads there.
  private func who(_ refusal: Refusal) -> Phrase {
    if isForAnother(refusal), let names = offer?.ableNames ?? offer?.inPostNames {
      let first = offer?.ableNames == nil ? Phrase("其余条件齐了，", "Once the rest is there: ") : Phrase("", "")
      return first + Phrase("可由\(names.chinese)办理", "Can be done by \(names.english)")
        + (mayAsk ? Phrase("；回车请示", "; Enter asks them") : Phrase("", ""))
    }
    return supplier(of: refusal) + (route(of: refusal) == nil ? Phrase("", "") : Phrase("；回车前往", "; Enter goes there"))
  }

  private func supplier(of refusal: Refusal) -> Phrase {
    guard let supply = supply(of: refusal) else { return Phrase("由有此岗位的人员办理", "Somebody in that post does it") }
    if supply.place == .time { return Phrase("等到那一天", "Wait until that day") }
    if supply.roles.isEmpty { return Phrase("办理时填写", "It is given with the move") }
    let names = supply.roles.names
    return Phrase("可由\(names.chinese)解决", "Who can help: \(names.english)")
  }

  private var hindrance: Phrase? {
    guard route == nil else { return nil }
    return refusals.contains { route(of: $0) != nil }
      ? Phrase("这一项没有可去的地方：按 ↑↓ 选写着「回车」的一项", "No place for this one: take with ↑↓ one that names Enter")
      : Phrase("这里没有可去的地方，请按提示办理", "There is no place to go; do as it says")
  }

  private var route: Route? {
    refusals.indices.contains(selection.index) ? route(of: refusals[selection.index]) : nil
  }

  private func route(of refusal: Refusal) -> Route? {
    // An exception lifts the own hands alone: whatever else is missing comes first.
    if move == .approve, isExcepted(refusal), refusals.allSatisfy(isExcepted) { return .move(.approve, id) }
    if isForAnother(refusal) { return mayAsk ? .move(.askAdvice, id) : nil }
    guard let supply = supply(of: refusal) else { return nil }
    switch supply.place {
    case .fields:
      if application?.canBeEdited ?? false { return .resumeIntake(id) }
      return mayReturn ? .move(.sendBack, id) : nil
    case .move(let move): return .move(move, id)
    case .seats: return .seats(id)
    case .holder where mayTerminate: return .move(.terminate, id)
    case .holder: return application.map { .holder($0[.certificate].isEmpty ? $0[.identity] : $0[.certificate]) }
    case .otherCase: return otherCase.map { .application($0) }
    case .institutions: return .institutions
    case .settings: return .policy
    case .time, .others: return nil
    }
  }
}

extension Offer<Application> {
  /// That the post is missing, and who has it.
  var whoElse: Phrase? {
    guard let refusal, refusal.isNotYourRole, let names = ableNames else { return nil }
    return refusal.message + Phrase("：\(names.chinese)", " – \(names.english)")
  }
}

extension Application {
  /// Whether some row lets the fields be filled in now.
  var canBeEdited: Bool { Self.transitions.contains { $0.move == .edit && $0.from.contains(state) } }
}
