import CaseStore
import Casework
import TerminalKit

/// The rows of a sweep one by one: police and register side by side, one key to decide, the next row by itself.
struct SweepReviewScreen: LiveScreen {
  enum Message {
    case typed(Key), pasted(String), decide(SweepDecision), reason(Int), confirm, cancel, step(Int), other, bulk
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
  private(set) var scroll = 0
  private(set) var deciding: Refusal?
  /// Which of several people the row may mean stands on the right.
  private var shown = 0
  private var before: [SweepDecision: String] = [:]
  /// The row that is being decided, and how many events the sweep had before.
  private var awaited: Awaited?
  /// Rows to go on or back with the next look.
  private var steps = 0

  private struct Awaited {
    let row: Int
    let sequence: Int
    let goesOn: Bool
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
      ["row": at.map(String.init) ?? "", "reason": asking?.field.text ?? "", "for": asking?.decision.rawValue ?? ""]
    }
    set {
      at = at ?? Int(newValue.text("row"))
      guard let decision = SweepDecision(rawValue: newValue.text("for")), !newValue.text("reason").isEmpty else {
        return
      }
      asking = ReasonChoice(decision, before: "")
      asking?.field.insert(newValue.text("reason"))
    }
  }

  mutating func load(from store: CaseStore) throws {
    try session.require(Sweep.readers)
    let read = try store.sweep(id)
    sweep = read
    deciding = try read.refusalToDecide(for: session, in: store)
    progress = try store.progress(of: read, reading: reading, by: session)
    if let awaited, read.sequence > awaited.sequence,
      !awaited.goesOn || progress?.ownLast?.begins(at: awaited.row) == true
    {
      self.awaited = nil
      asking = nil
      if awaited.goesOn {
        go(to: try store.nextRow(of: read, after: awaited.row, reading: reading, by: session) ?? awaited.row)
      }
    }
    try walk(in: read, of: store)
    let next = try at ?? store.nextRow(of: read, after: progress?.lastRow ?? 0, reading: reading, by: session)
    at = try next ?? store.nextRow(of: read, after: 0, reading: reading, undecidedOnly: false, by: session)
    review = try at.flatMap { try store.review($0, of: read, reading: reading, by: session) }
  }

  func message(typing key: Key) -> Message? { asking?.takes(key) == true ? .typed(key) : nil }
  func message(pasting text: String) -> Message? { asking == nil ? nil : .pasted(text) }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .typed(let key): asking?.field.press(key)
    case .pasted(let text): asking?.field.insert(text)
    case .decide(let decision): return decide(decision)
    case .reason(let index):
      guard let asking, asking.usual.indices.contains(index) else { return .none }
      return record(asking.decision, asking.usual[index].chinese)
    case .confirm: return asking.map { record($0.decision, $0.text) } ?? .none
    case .cancel: asking = nil
    case .step(let step): steps = step
    case .filter(let step):
      reading = reading.stepped(by: step)
      go(to: nil)
    case .other:
      shown += 1
      return .none
    case .bulk: return review.map { .open(.decision(id, .whole($0.row.sweepClass), .accept)) } ?? .none
    case .undo: return undo()
    case .reveal:
      isRevealed = true
      return .reveal(review?.row.identity ?? "")
    case .holder: return held.map { .open(.holder($0.number)) } ?? .none
    case .scroll(let rows): scroll = max(0, scroll + rows)
    case .back: return .back
    }
    return .reload
  }

  /// Which of those whom the row may mean stands on the right.
  var heldIndex: Int { review.map { $0.held.isEmpty ? 0 : shown % $0.held.count } ?? 0 }
  var held: Certificate? { review?.held.isEmpty == false ? review?.held[heldIndex] : nil }

  /// A row that needs a reason, and one already decided, asks for it; the others are done with one key.
  private mutating func decide(_ decision: SweepDecision) -> Effect {
    guard let review else { return .none }
    let row = review.row
    let takesReason = row.isDecidedSingly(decision) || !review.evidence.isEmpty || row.decision != nil
    guard takesReason else { return record(decision, "") }
    asking = ReasonChoice(decision, before: before[decision] ?? "")
    return .none
  }

  private mutating func record(_ decision: SweepDecision, _ reason: String) -> Effect {
    guard let row = review?.row.row, let sweep else { return .none }
    if !reason.isEmpty { before[decision] = reason }
    awaited = Awaited(row: row, sequence: sweep.sequence, goesOn: true)
    return .decide(.rows([row...row]), decision, reason: reason, sweep: id)
  }

  /// Takes the last decision back and stands on its row again.
  private mutating func undo() -> Effect {
    guard let last = progress?.ownLast, let first = last.rows.first?.lowerBound, let sweep else { return .none }
    go(to: first)
    awaited = Awaited(row: first, sequence: sweep.sequence, goesOn: false)
    return .decide(.rows(last.rows), .open, reason: "", sweep: id)
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
    (scroll, shown, isRevealed, asking) = (0, 0, false, nil)
  }
}
