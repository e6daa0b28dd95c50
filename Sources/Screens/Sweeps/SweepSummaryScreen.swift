import CaseStore
import Casework
import TerminalKit

/// All that is told of a sweep besides its rows, for windows in which the rows leave no room for it.
struct SweepSummaryScreen: Scrolling {
  enum Message { case turned(Key), back }

  let id: Int64
  let session: Session
  private(set) var summary: SweepSummary?
  private var pager = FactPager(reserved: 0)
  var window: Window {
    get { pager.window }
    set { pager.window = newValue }
  }

  init(id: Int64, session: Session) {
    self.id = id
    self.session = session
  }

  var title: Phrase { Phrase("全部情况 · ", "All of it · ") + .verbatim(summary?.sweep.number ?? "") }

  var bindings: [Binding<Message>] {
    pager.turning(lines, .turned(.pageDown), .turned(.pageUp)) + [.back(.back)]
  }

  mutating func load(from store: CaseStore) throws {
    try session.require(Sweep.readers)
    let sweep = try store.sweep(id)
    summary = SweepSummary(
      sweep: sweep, progress: try store.progress(of: sweep, reading: .doubtful, by: session),
      mayDecide: try sweep.refusalToDecide(for: session, in: store) == nil, session: session)
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .turned(let key): _ = pager.press(key, on: lines)
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let room = Rect(column: 0, row: 0, columns: canvas.size.columns, rows: canvas.size.rows)
    let skipped = pager.skipped(of: lines)
    let used = canvas.facts(lines, in: room, skipping: skipped, language: language)
    canvas.scrollMarks(skipping: skipped, of: used, in: room)
    canvas.cursor = Position(column: 1, row: 0)
  }

  private var lines: [FactLine] { summary?.whole ?? [] }
}
