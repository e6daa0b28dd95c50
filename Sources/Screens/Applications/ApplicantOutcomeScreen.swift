import CaseStore
import Casework
import TerminalKit

/// What became of every line of a list of applicants.
struct ApplicantOutcomeScreen: Screen {
  enum Message { case moved(Key), choose, back }

  let outcomes: [ApplicantOutcome]
  private(set) var selection: Selection

  init(_ outcomes: [ApplicantOutcome]) {
    self.outcomes = outcomes
    selection = Selection(count: outcomes.count)
  }

  var title: Phrase {
    let made = outcomes.count { $0.application != nil }
    return Phrase(
      "名单登记：草稿 \(made)，未登记 \(outcomes.count - made)", "List: \(made.counted("draft")), \(outcomes.count - made) without"
    )
  }

  var bindings: [Binding<Message>] {
    [Binding(.enter, Phrase("补填", "Fill in"), .choose, refusal: chosen?.refusal?.explanation)]
      + Binding.list(Message.moved) + [.back(.back)]
  }

  mutating func load(from store: CaseStore) {}

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key): selection.press(key)
    case .choose: return chosen?.application.map { .open(.resumeIntake($0.id)) } ?? .none
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let size = canvas.size
    let bottom = size.rows - 5
    canvas.table(
      Table([
        TableColumn(Phrase("行", "Row")(in: language), columns: 4, priority: 3, alignsRight: true),
        TableColumn(Phrase("姓名", "Name")(in: language), columns: 12, priority: 4),
        TableColumn(Phrase("草稿", "Draft")(in: language), columns: 18, priority: 2),
        TableColumn(Phrase("结果", "Outcome")(in: language), columns: 30, priority: 5, grows: true),
      ]), selection: selection, in: Rect(column: 1, row: 0, columns: size.columns - 1, rows: bottom),
      style: { outcomes[$0].refusal != nil || !outcomes[$0].warnings.isEmpty ? .warning : .plain },
      cell: { cell(outcomes[$0], $1, in: language) })
    canvas.rule(row: bottom, column: 1, columns: size.columns - 2)
    let caret = canvas.cursor
    canvas.factsThatFit(
      details, in: Rect(column: 0, row: bottom + 1, columns: size.columns, rows: 4), language: language)
    canvas.cursor = caret
  }

  private var chosen: ApplicantOutcome? {
    outcomes.indices.contains(selection.index) ? outcomes[selection.index] : nil
  }

  private func cell(_ outcome: ApplicantOutcome, _ column: Int, in language: Language) -> String {
    switch column {
    case 0: return String(outcome.row)
    case 1: return outcome.name.isEmpty ? "—" : outcome.name
    case 2: return outcome.application?.number ?? "—"
    default:
      if let refusal = outcome.refusal { return "× " + refusal.message(in: language) }
      let gaps = Phrase("缺 \(outcome.gaps.count) 项", "\(outcome.gaps.count) missing")
      let notes = outcome.warnings.map { Phrase("；注意 ", "; ") + $0.message }
      return notes.reduce(gaps, +)(in: language)
    }
  }

  /// Everything about the line in hand.
  private var details: [FactLine] {
    guard let chosen else { return [] }
    if let refusal = chosen.refusal { return [FactLine(Phrase("未登记", "No draft"), refusal.explanation, .warning)] }
    return chosen.warnings.map { FactLine(Phrase("注意", "Note"), $0.explanation, .warning) }
      + [FactLine(Phrase("缺", "Missing"), .joined(chosen.gaps.map(\.name)))]
  }
}
