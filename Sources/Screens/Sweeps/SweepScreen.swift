import CaseStore
import Casework
import TerminalKit

/// One sweep: what was read, its rows by class, the police's row and the register's side by side, and decisions.
struct SweepScreen: Scrolling {
  enum Message {
    case moved(Key), filter(Int), decide(SweepDecision), undo, bulk, moves, read, look, outcome, reveal, holder, summary
    case back
  }

  let id: Int64
  let session: Session
  private(set) var sweep: Sweep?
  private(set) var rows: [SweepRow] = []
  private(set) var filter = SweepFilter.open
  private(set) var held: Certificate?
  /// Whether there is somebody whom the chosen row may be about.
  private(set) var canAccept = false
  private(set) var selection = Selection()
  private(set) var isRevealed = false
  private(set) var deciding: Refusal?
  private(set) var progress: SweepProgress?
  /// What the rows were read for; anything else means reading them again.
  private var seen: Seen?
  /// The row to go on from after a decision, or when the screen is opened again.
  private var next: Int?
  var window = Window()

  private struct Seen: Equatable {
    let sequence: Int
    let filter: SweepFilter
    /// What others have decided in other lists shows in these.
    let doubtful: Int?
    let elsewhere: Int?
  }

  init(id: Int64, session: Session) {
    self.id = id
    self.session = session
  }

  var title: Phrase {
    guard let sweep else { return Sweep.name }
    return .joined([Sweep.name, .verbatim(sweep.number), sweep.state.name], by: .verbatim(" · "))
  }

  var bindings: [Binding<Message>] {
    let none = chosen == nil ? Phrase("没有选中的行", "No row is chosen") : nil
    let why = none ?? deciding?.explanation
    let unmatched = canAccept ? nil : Phrase("没有唯一对应的证件，不能同意", "No single certificate to act on")
    return [
      Binding("1", SweepDecision.accept.name, .decide(.accept), decides: true, refusal: why ?? unmatched),
      Binding("2", SweepDecision.reject.name, .decide(.reject), decides: true, refusal: why),
      Binding("3", SweepDecision.hold.name, .decide(.hold), decides: true, refusal: why),
      Binding(
        "4", Phrase("收回", "Undo"), .undo, isQuiet: true, decides: true,
        refusal: deciding?.explanation
          ?? (progress?.ownLast == nil ? Refusal.nothingToTakeBack.message : nil)),
      Binding(.function(2), Phrase("办理", "Moves"), .moves),
      Binding(.function(4), Phrase("逐行核对", "Row by row"), .read),
      Binding(.right, Phrase("换类", "Class"), .filter(1)),
      Binding(.left, Phrase("前一类", "Class before"), .filter(-1), isQuiet: true),
      Binding(.function(5), Phrase("成批", "In bulk"), .bulk, refusal: deciding?.explanation),
      Binding(
        .function(6), Phrase("执行结果", "Outcome"), .outcome,
        refusal: sweep?.appliedOn == nil ? Phrase("还没有执行", "It has not been carried out") : nil),
      .number(.reveal, isRevealed: isRevealed, isQuiet: true),
      Binding(.enter, Phrase("看这一行", "See the row"), .look, isQuiet: true, refusal: none),
      Binding(Self.summaryKey, Phrase("全部情况", "All of it"), .summary, isQuiet: true),
      Binding(
        .function(7), Phrase("打开持证人", "Open holder"), .holder, isQuiet: true,
        refusal: held == nil ? Phrase("登记册中没有此人", "The register does not hold this person") : nil),
    ] + Binding.list(Message.moved) + [.back(.back)]
  }

  var draft: Entries {
    get { ["row": chosen.map { String($0.row) } ?? "", "filter": filter.code] }
    set {
      next = Int(newValue.text("row"))
      filter = SweepFilter(code: newValue.text("filter")) ?? filter
    }
  }

  mutating func load(from store: CaseStore) throws {
    try session.require(Sweep.readers)
    let read = try store.sweep(id)
    sweep = read
    deciding = try read.refusalToDecide(for: session, in: store)
    progress = try store.progress(of: read, reading: .doubtful, by: session)
    if seen != seeing(read) {
      rows = try filter.rows(of: read, by: session, in: store)
      if rows.isEmpty, seen == nil, next == nil {
        filter = .all
        rows = try filter.rows(of: read, by: session, in: store)
      }
      selection.fit(rows.count)
      if let next, let index = rows.firstIndex(where: { $0.row >= next }) { selection.move(to: index) }
      seen = seeing(read)
    }
    next = nil
    let meant = try chosen.map { try store.withNear([$0], of: read) } ?? []
    canAccept = meant.contains { $0.target != nil || !$0.peopleLeft.isEmpty }
    held = try chosen?.target.flatMap { try store.search($0, limit: 1).first }
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key): selection.press(key)
    case .filter(let step):
      filter = filter.stepped(by: step)
      selection = Selection()
    case .decide(let decision): return decide(decision)
    case .undo:
      next = progress?.ownLast?.rows.first?.lowerBound
      return .open(.takeBack(id))
    case .bulk: return .open(bulk)
    case .read: return .open(.sweepReview(id, .doubtful, nil))
    case .look: return chosen.map { .open(.sweepReview(id, filter.reading, $0.row)) } ?? .none
    case .outcome: return .open(.sweepOutcome(id))
    case .moves: return .open(.sweepMoves(id))
    case .reveal:
      isRevealed.toggle()
      return isRevealed ? .reveal(Reveal(chosen?.identity ?? "", for: .work("sweep:\(sweep?.number ?? "")"))) : .none
    case .holder: return held.map { .open(.holder($0.number)) } ?? .none
    case .summary: return .open(.sweepSummary(id))
    case .back: return .back
    }
    isRevealed = false
    return .reload
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    guard let sweep, let progress else { return }
    let size = canvas.size
    let summary = SweepSummary(sweep: sweep, progress: progress, mayDecide: deciding == nil, session: session)
    let used = canvas.facts(
      isFolded ? summary.folded(key: Self.summaryKey) : summary.inShort,
      in: Rect(column: 0, row: 0, columns: size.columns, rows: 8), language: language)
    let detailRows = isFolded ? SweepComparisonView.foldedRows : 8
    let table = Rect(column: 1, row: used, columns: size.columns - 1, rows: max(4, size.rows - used - detailRows))
    canvas.table(
      SweepRow.table(in: language), selection: selection, in: table,
      style: { rows[$0].decision == nil && rows[$0].needsDecision ? .plain : .faint },
      cell: { rows[$0].cell($1, in: language) })
    let caret = canvas.cursor
    if rows.isEmpty {
      let none = Phrase("这一类没有行；→ 换类", "No rows of this class: → for the next")
      canvas.write(none(in: language), column: 3, row: table.row + 1, style: .faint)
    }
    let end = table.row + table.rows
    canvas.write("←→ " + filter.name(in: language), endingBefore: size.columns - 1, row: end - 1, style: .key)
    if let chosen {
      canvas.inside(Rect(column: 0, row: end, columns: size.columns, rows: size.rows - end)) { canvas in
        let view = SweepComparisonView(row: chosen, held: held, isRevealed: isRevealed)
        if isFolded { view.drawFolded(on: &canvas, in: language) } else { view.draw(on: &canvas, in: language) }
      }
    }
    canvas.cursor = rows.isEmpty ? Position(column: 1, row: table.row) : caret
  }

  private static let summaryKey = Key.function(8)

  /// Whether the rows take the room of what is told above and below them.
  private var isFolded: Bool { window.rows < 30 }

  private func seeing(_ sweep: Sweep) -> Seen {
    Seen(sequence: sweep.sequence, filter: filter, doubtful: progress?.doubtful, elsewhere: progress?.elsewhere)
  }

  private var chosen: SweepRow? { rows.indices.contains(selection.index) ? rows[selection.index] : nil }

  private var bulk: Route {
    switch filter {
    case .only(let sweepClass): .bulkDecision(id, sweepClass)
    case .before: .asBefore(id)
    case .open, .all: .bulkDecision(id, .exact)
    }
  }

  /// Nothing is decided in the list itself: what will happen and why stands in between.
  private mutating func decide(_ decision: SweepDecision) -> Effect {
    guard let chosen else { return .none }
    if let elsewhere = chosen.elsewhere { return .say(.refused(elsewhere.words)) }
    next = chosen.row + (filter == .open ? 0 : 1)
    return .open(.rowDecision(id, chosen, decision))
  }
}
