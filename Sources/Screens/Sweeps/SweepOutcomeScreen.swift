import CaseStore
import Casework
import TerminalKit

/// What carrying out a sweep did, and which rows were refused and why.
struct SweepOutcomeScreen: Screen {
  enum Message { case moved(Key), back }

  let id: Int64
  let outcome: SweepOutcome
  private(set) var number = ""
  private(set) var selection: Selection

  init(id: Int64, outcome: SweepOutcome) {
    self.id = id
    self.outcome = outcome
    selection = Selection(count: outcome.refused.count)
  }

  var title: Phrase { Phrase("执行结果 · ", "Outcome · ") + .verbatim(number) }
  var bindings: [Binding<Message>] { Binding.list(Message.moved) + [.back(.back)] }

  mutating func load(from store: CaseStore) throws { number = try store.sweep(id).number }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key): selection.press(key)
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let lines = [
      FactLine(Phrase("已存", "Saved"), Phrase("全部在一次事务中完成", "all in one transaction"), .good),
      FactLine(Phrase("已注销", "Cancelled"), "\(outcome.cancelled)"),
      FactLine(Phrase("迁出计时", "Watched"), "\(outcome.watched)"),
      FactLine(Phrase("记待办", "To-dos"), "\(outcome.changed)"),
      FactLine(
        Phrase("被拒绝", "Refused"), "\(outcome.refused.count)", outcome.refused.isEmpty ? .plain : .warning),
    ]
    canvas.facts(lines, in: Rect(column: 0, row: 0, columns: canvas.size.columns, rows: 6), language: language)
    canvas.cursor = Position(column: 1, row: 0)
    canvas.list(selection, from: 6, to: canvas.size.rows) { canvas, index, line, style in
      let (row, refusal) = outcome.refused[index]
      let text = Phrase("第 \(row) 行：", "Row \(row): ") + refusal.explanation
      canvas.write(text(in: language).shortened(to: canvas.size.columns - 4), column: 3, row: line, style: style)
    }
  }
}
