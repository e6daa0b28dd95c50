import CaseStore
import Casework
import TerminalKit

/// Decides one row of the list: what it is, what the decision brings about, and why.
struct RowDecisionScreen: Dialog, LiveScreen, Scrolling {
  enum Message { case typed(Key), pasted(String), scroll(Int), confirm, back }

  let id: Int64
  /// The row as the list showed it, or as a colleague has decided it since.
  private(set) var seen: SweepRow
  let decision: SweepDecision
  let session: Session
  private(set) var source = SweepSource.police
  private(set) var review: RowInReview?
  private(set) var asking: ReasonChoice?
  var window = Window()
  private var read = FactsRead()

  init(id: Int64, seen: SweepRow, decision: SweepDecision, session: Session) {
    self.id = id
    self.seen = seen
    self.decision = decision
    self.session = session
  }

  var title: Phrase { decision.name + Phrase(" · 第 \(seen.row) 行", " · row \(seen.row)") }

  var bindings: [Binding<Message>] {
    guard let asking else { return [.back(.back)] }
    return asking.bindings(
      typed: Message.typed, decided: .confirm, cancelled: .back, unread: decision == .accept ? read.refusal : nil)
      + RowView.scrolling(Message.scroll)
  }

  mutating func load(from store: CaseStore) throws {
    try session.require(Sweep.readers)
    let sweep = try store.sweep(id)
    source = sweep.source
    review = try store.review(seen.row, of: sweep, reading: .all, by: session)
    asking = asking ?? review.map { ReasonChoice(decision, on: $0, showing: $0.held.dropFirst($0.start).first) }
    if let review, let overtaken = try store.overtaking(of: seen, in: sweep, by: session) {
      asking?.take(overtaken, on: review)
      seen = review.row
    }
    noteShown()
  }

  /// What is drawn now has been seen.
  private mutating func noteShown() {
    guard let review else { return }
    let (view, asking, window) = (RowView(review, from: source, showing: review.start), asking, window)
    read.show(row: seen.row, person: review.start) { scroll in
      var canvas = Canvas(window.size)
      return view.scrolled(to: scroll).draw(from: 0, asking: asking, on: &canvas, in: window.language)
    }
  }

  func message(typing key: Key) -> Message? { asking?.takes(key) == true ? .typed(key) : nil }
  func message(pasting text: String) -> Message? { .pasted(text) }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .typed(let key): asking?.press(key)
    case .pasted(let text): asking?.paste(text)
    case .confirm:
      if let overtaken = asking?.takeOvertaken() { return .say(.refused(overtaken)) }
      return .decide(
        .rows([seen.row...seen.row]), decision, of: asking?.target, reason: asking?.text ?? "", seeing: seen, sweep: id)
    case .scroll(let rows):
      read.turn(by: rows)
      noteShown()
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    guard let review else { return }
    RowView(review, from: source, showing: review.start, scroll: read.scroll)
      .draw(from: 0, asking: asking, on: &canvas, in: language)
  }
}
