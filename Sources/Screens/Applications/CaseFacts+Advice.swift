import CaseStore
import Casework

extension CaseFacts {
  /// What was asked of those who decide, and answered, the oldest first.
  var advice: [Advice] { history.advice }

  /// Question and answer, each with who and when.
  func lines(of advice: Advice) -> [FactLine] {
    let to = advice.addressee.isEmpty ? Phrase("", "") : Phrase("，请示\(advice.addressee)", ", to \(advice.addressee)")
    let asked = Phrase.verbatim(advice.question) + Phrase("（", " (") + signed(advice.asked) + to + Phrase("）", ")")
    guard let answered = advice.answered, let answer = advice.answer else {
      return [FactLine(Phrase("请示待答", "Question"), asked, .warning)]
    }
    return [
      FactLine(Phrase("请示", "Question"), asked),
      FactLine(
        Phrase("答复", "Answer"), .verbatim(answer) + Phrase("（", " (") + signed(answered) + Phrase("）", ")")),
    ]
  }

  /// The question that waits for an answer.
  var openAdvice: [FactLine] { advice.filter { $0.answered == nil }.flatMap(lines(of:)) }

  private func signed(_ entry: LogEntry) -> Phrase { .verbatim("\(name(of: entry.actor)) \(entry.day)") }
}
