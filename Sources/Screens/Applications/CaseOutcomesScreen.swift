import CaseStore
import Casework
import TerminalKit

/// What became of each of many cases; it begins at the first that was refused.
struct CaseOutcomesScreen: Screen {
  enum Message { case moved(Key), choose, back }

  let move: Application.Move
  let outcomes: [CaseOutcome]
  private(set) var selection: Selection

  init(move: Application.Move, outcomes: [CaseOutcome]) {
    self.move = move
    self.outcomes = outcomes
    selection = Selection(count: outcomes.count, index: outcomes.firstIndex { $0.refusal != nil } ?? 0)
  }

  var title: Phrase {
    let refused = outcomes.count { $0.refusal != nil }
    return move.name
      + Phrase(
        "：办成 \(outcomes.count - refused)，未办 \(refused)", ": \(outcomes.count - refused) done, \(refused) refused")
  }

  var bindings: [Binding<Message>] {
    [Binding(.enter, Phrase("打开", "Open"), .choose)] + Binding.list(Message.moved) + [.back(.back)]
  }

  mutating func load(from store: CaseStore) {}

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key): selection.press(key)
    case .choose: return chosen.map { .open(.application($0.seen.id)) } ?? .none
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let size = canvas.size
    let bottom = size.rows - 4
    canvas.table(
      Table([
        TableColumn(Phrase("业务号", "Case")(in: language), columns: 18, priority: 3),
        TableColumn(Phrase("姓名", "Name")(in: language), columns: 10, priority: 4),
        TableColumn(Phrase("结果", "Outcome")(in: language), columns: 30, priority: 5, grows: true),
      ]), selection: selection, in: Rect(column: 1, row: 0, columns: size.columns - 1, rows: bottom),
      style: { outcomes[$0].refusal == nil ? .plain : .warning },
      cell: { cell(outcomes[$0], $1, in: language) })
    let caret = canvas.cursor
    if let refusal = chosen?.refusal {
      canvas.writeWrapped(
        refusal.explanation(in: language), column: 1, row: bottom + 1, columns: size.columns - 2, rows: 3,
        style: .warning)
    }
    canvas.cursor = caret
  }

  private var chosen: CaseOutcome? {
    outcomes.indices.contains(selection.index) ? outcomes[selection.index] : nil
  }

  private func cell(_ outcome: CaseOutcome, _ column: Int, in language: Language) -> String {
    switch (column, outcome.result) {
    case (0, _): outcome.seen.number
    case (1, _): outcome.seen.applicant
    case (_, .success(let changed)): "√ " + changed.state.name(in: language)
    case (_, .failure(let refusal)): "× " + refusal.message(in: language)
    }
  }
}
