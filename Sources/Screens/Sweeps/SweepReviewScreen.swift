import CaseStore
import Casework
import TerminalKit

/// The rows of a sweep one by one: police and register side by side, one key and Enter to decide, the next row by itself.
struct SweepReviewScreen: LiveScreen, Scrolling {
  enum Message {
    case typed(Key), pasted(String), decide(SweepDecision), notThisOne, confirm, cancel, step(Int), other, bulk
    case filter(Int), undo, reveal, holder, scroll(Int), back
  }

  let id: Int64
  let session: Session
  private(set) var sweep: Sweep?
  private(set) var reading: SweepReading
  private(set) var progress: SweepProgress?
  private(set) var review: RowInReview?
  /// The row in hand; `nil` before the first look, which goes on where the work stopped.
  private(set) var at: Int?
  private(set) var asking: ReasonChoice?
  private(set) var isRevealed = false
  var window = Window()
  /// How far what is told of the row in hand has been on the screen.
  private(set) var read = FactsRead()
  private(set) var deciding: Refusal?
  /// Who has decided the row in hand since it came up, if anybody.
  private(set) var overtaken: Refusal?
  /// The row in hand as it was when it came up.
  private var seen: SweepRow?
  /// Which of several people the row may mean stands on the right.
  private var shown = 0
  private var before: [SweepDecision: String] = [:]
  /// The decision that was asked for, and how many events the sweep had before.
  private var awaited: Awaited?
  /// Rows to go on or back with the next look.
  private var steps = 0
  /// Where the reading was left, and what was typed there.
  private var left: Entries?

  private struct Awaited {
    let row: Int
    let decision: SweepDecision
    let apart: String?
    let reason: String
    let sequence: Int
  }

  init(id: Int64, reading: SweepReading, at row: Int?, session: Session) {
    self.id = id
    self.reading = reading
    self.session = session
    at = row
  }

  var title: Phrase {
    .joined([Phrase("逐行核对", "Row by row"), .verbatim(sweep?.number ?? ""), reading.name], by: .verbatim(" · "))
  }

  var draft: Entries {
    get {
      [
        "row": at.map(String.init) ?? "", "reason": asking?.field.text ?? "", "for": asking?.decision.rawValue ?? "",
        "apart": asking?.apart ?? "", "shown": held?.number ?? "",
      ]
    }
    set { left = newValue }
  }

  mutating func load(from store: CaseStore) throws {
    try session.require(Sweep.readers)
    let found = try store.sweep(id)
    sweep = found
    deciding = try found.refusalToDecide(for: session, in: store)
    try take(found, from: store)
    // A row that was asked for and is none of those read stands among all.
    if review?.position == 0 {
      reading = .all
      try take(found, from: store)
    }
    if seen?.row != review?.row.row { seen = review?.row }
    overtaken = try seen.flatMap { try store.overtaking(of: $0, in: found, by: session) }
    if let review, let asked = asking?.row, let refusal = try store.overtaking(of: asked, in: found, by: session) {
      asking?.take(refusal, on: review)
      (seen, overtaken) = (review.row, nil)
    }
    try takeUpWhatWasLeft(in: found, of: store)
    noteShown()
  }

  /// What is drawn now has been seen.
  private mutating func noteShown() {
    guard let review else { return }
    let (view, asking, window) = (RowView(review, from: sweep?.source ?? .police, showing: heldIndex), asking, window)
    read.show(row: review.row.row, person: heldIndex) { scroll in
      var canvas = Canvas(window.size)
      return view.scrolled(to: scroll).draw(from: 1, asking: asking, on: &canvas, in: window.language)
    }
  }

  func message(typing key: Key) -> Message? { asking?.takes(key) == true ? .typed(key) : nil }
  func message(pasting text: String) -> Message? { asking == nil ? nil : .pasted(text) }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .typed(let key):
      asking?.press(key)
      return .none
    case .pasted(let text):
      asking?.paste(text)
      return .none
    case .decide(let decision): return ask(decision)
    case .notThisOne: return ask(isApart ? .open : .reject, apart: held?.number)
    case .confirm: return record()
    case .cancel: asking = nil
    case .step(let step): steps = step
    case .filter(let step):
      reading = reading.stepped(by: step)
      go(to: nil)
    case .other:
      shown += 1
    case .bulk: return bulk.map(Effect.open) ?? .none
    case .undo:
      if let row = progress?.ownLast?.rows.first?.lowerBound { go(to: row) }
      return .open(.takeBack(id))
    case .reveal:
      isRevealed.toggle()
      return isRevealed
        ? .reveal(Reveal(review?.row.identity ?? "", for: .work("sweep:\(sweep?.number ?? "")"))) : .none
    case .holder: return held.map { .open(.holder($0.number)) } ?? .none
    case .scroll(let rows): read.turn(by: rows)
    case .back: return .back
    }
    return .reload
  }

  /// Which of those whom the row may mean stands on the right.
  var heldIndex: Int { review.map { $0.held.isEmpty ? 0 : ($0.start + shown) % $0.held.count } ?? 0 }
  var held: Certificate? { review?.held.isEmpty == false ? review?.held[heldIndex] : nil }

  /// Where what is read is decided together: one class, or what was answered before.
  var bulk: Route? { reading == .before ? .asBefore(id) : reading.onlyClass.map { .bulkDecision(id, $0) } }

  /// Asks why; of a row that somebody else has decided meanwhile that is said first.
  private mutating func ask(_ decision: SweepDecision, apart: String? = nil) -> Effect {
    guard let review else { return .none }
    if decision != .open, let elsewhere = review.row.elsewhere { return .say(.refused(elsewhere.words)) }
    asking = ReasonChoice(decision, on: review, showing: held, apart: apart, before: before[decision] ?? "")
    guard let overtaken else { return .none }
    asking?.take(overtaken, on: review)
    (seen, self.overtaken) = (review.row, nil)
    return .say(.refused(overtaken))
  }

  private mutating func record() -> Effect {
    if let overtaken = asking?.takeOvertaken() { return .say(.refused(overtaken)) }
    guard let asking, let sweep else { return .none }
    let (row, decision, reason) = (asking.row.row, asking.decision, asking.text)
    awaited = Awaited(row: row, decision: decision, apart: asking.apart, reason: reason, sequence: sweep.sequence)
    if let number = asking.apart {
      seen = nil
      return decision == .open
        ? .holdPossible(number, asking.row, reason: reason, sweep: id)
        : .tellApart(number, asking.row, reason: reason, sweep: id)
    }
    return .decide(
      .rows([row...row]), decision, of: asking.target, reason: reason, seeing: asking.row, sweep: id)
  }

  private mutating func take(_ sweep: Sweep, from store: CaseStore) throws {
    progress = try store.progress(of: sweep, reading: reading, by: session)
    try goOnBehindDecision(in: sweep, of: store)
    try walk(in: sweep, of: store)
    at = try at ?? start(in: sweep, of: store)
    try look(in: sweep, of: store)
  }

  /// Reads the row in hand with what is known of whoever stands beside it.
  private mutating func look(in sweep: Sweep, of store: CaseStore) throws {
    let person = shown == 0 ? nil : held?.number
    review = try at.flatMap { try store.review($0, of: sweep, reading: reading, about: person, by: session) }
  }

  /// Goes on once what was decided is kept.
  private mutating func goOnBehindDecision(in sweep: Sweep, of store: CaseStore) throws {
    guard let awaited else { return }
    self.awaited = nil
    let row = try store.row(awaited.row, of: sweep, by: session)
    if let apart = awaited.apart, row?.apart.contains(apart) == (awaited.decision == .reject) { asking = nil }
    guard sweep.sequence > awaited.sequence, row?.decision == awaited.decision, row?.decidedBy == session.staff.id
    else { return }
    if !awaited.reason.isEmpty { before[awaited.decision] = awaited.reason }
    go(to: try store.nextRow(of: sweep, after: awaited.row, reading: reading, by: session) ?? awaited.row)
    seen = nil
  }

  /// The next undecided row behind where the work stands; where all are decided, the first.
  private func start(in sweep: Sweep, of store: CaseStore) throws -> Int? {
    let behind = left.flatMap { Int($0.text("row")) }.map { $0 - 1 } ?? progress?.lastRow ?? 0
    return try store.nextRow(of: sweep, after: behind, reading: reading, by: session)
      ?? store.nextRow(of: sweep, after: 0, reading: reading, undecidedOnly: false, by: session)
  }

  /// A reason that was begun is gone on with where its row is in hand and nobody has decided it.
  private mutating func takeUpWhatWasLeft(in sweep: Sweep, of store: CaseStore) throws {
    guard let left else { return }
    self.left = nil
    guard let review, review.row.decision == nil, left.text("row") == String(review.row.row),
      let decision = SweepDecision(rawValue: left.text("for")), !left.text("reason").isEmpty
    else { return }
    if let index = review.held.firstIndex(where: { $0.number == left.text("shown") }) {
      shown = index - review.start + review.held.count
      try look(in: sweep, of: store)
    }
    asking = ReasonChoice(
      decision, on: self.review ?? review, showing: held, apart: left.text("apart").isEmpty ? nil : left.text("apart"))
    asking?.paste(left.text("reason"))
  }

  private mutating func walk(in sweep: Sweep, of store: CaseStore) throws {
    guard steps != 0, let row = at else { return }
    let next =
      steps > 0
      ? try store.nextRow(of: sweep, after: row, reading: reading, undecidedOnly: false, by: session)
      : try store.rowBefore(row, of: sweep, reading: reading, by: session)
    steps = 0
    if let next { go(to: next) }
  }

  private mutating func go(to row: Int?) {
    at = row
    (shown, isRevealed, asking) = (0, false, nil)
  }
}
