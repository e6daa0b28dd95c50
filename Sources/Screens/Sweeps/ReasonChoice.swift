import Casework
import TerminalKit

/// Asks why a row is decided so: what people did most often by one key, anything else by typing.
struct ReasonChoice: Equatable, Sendable {
  let decision: SweepDecision
  /// What was given last for the same decision.
  let before: String
  var field = TextField(limit: 500)

  init(_ decision: SweepDecision, before: String) {
    self.decision = decision
    self.before = before
  }

  /// What the office did to find out; the words are kept with the decision.
  var usual: [Phrase] {
    switch decision {
    case .accept:
      [
        Phrase("已电话向家属核实", "family confirmed by phone"), Phrase("已向派出所核实", "police station confirmed"),
        Phrase("已入户核实", "confirmed by a visit"), Phrase("有死亡证明或火化证明", "death or cremation certificate seen"),
        Phrase("名单备注已说明", "the file's remark explains it"),
      ]
    case .reject:
      [
        Phrase("不是同一人", "not the same person"), Phrase("本人健在，已电话核实", "alive, reached by phone"),
        Phrase("本人健在，已入户核实", "alive, visited"), Phrase("公安已更正", "corrected by the police"),
        Phrase("不是本县持证人", "holds no certificate here"),
      ]
    case .hold, .open:
      [
        Phrase("电话无人接听", "nobody answered the phone"), Phrase("等派出所答复", "waiting for the police station"),
        Phrase("等家属来办", "waiting for the family"), Phrase("下村时核实", "to be checked on a village visit"),
      ]
    }
  }

  /// The text as it will be kept; "" where nothing is given yet.
  var text: String { field.text.trimmed.isEmpty ? before : field.text.trimmed }

  /// Whether a key writes into the field and does not choose.
  func takes(_ key: Key) -> Bool {
    switch key {
    case .character: !field.isEmpty || Digit.index(of: key.halfWidthTwin).map { $0 >= usual.count } ?? true
    case .backspace, .delete, .left, .right, .home, .end: !field.isEmpty
    default: false
    }
  }

  /// How many lines it takes.
  func rows(columns: Int, in language: Language) -> Int { lines(columns: columns, in: language).count + 2 }

  func draw(on canvas: inout Canvas, in language: Language) {
    let title = Phrase("「\(decision.name.chinese)」的理由", "Why “\(decision.name.english)”")
    var column = canvas.write(title(in: language), column: 1, row: 0, style: .heading) + 2
    if !before.isEmpty, field.isEmpty {
      let again = Phrase("⏎ 同上次：\(before)", "⏎ as before: \(before)")
      column = canvas.write(
        again(in: language).shortened(to: canvas.size.columns - column - 1), column: column, row: 0, style: .key)
    }
    let lines = lines(columns: canvas.size.columns, in: language)
    for (row, line) in lines.enumerated() { canvas.write(line, column: 3, row: row + 1) }
    let label = Phrase("或写明：", "or write: ")(in: language)
    canvas.write(label, column: 3, row: lines.count + 1)
    let start = 3 + label.columns
    canvas.field(
      field, column: start, row: lines.count + 1, columns: canvas.size.columns - start - 2, isFocused: true)
  }

  private func lines(columns: Int, in language: Language) -> [String] {
    let choices = zip(0..., usual).map { "\(Digit.label($0)) \($1(in: language))" }
    var lines: [String] = []
    for choice in choices {
      if let last = lines.last, last.columns + choice.columns + 5 < columns {
        lines[lines.count - 1] = last + "  " + choice
      } else {
        lines.append(choice)
      }
    }
    return lines
  }
}
