import CaseStore
import Casework
import TerminalKit

/// A row with all that somebody who decides on it wants to see: what is reported, both sides, what speaks for and against.
struct RowView {
  let review: RowInReview
  let source: SweepSource
  /// Which of those whom the row may mean stands on the right.
  let shown: Int
  let isRevealed: Bool
  let scroll: Int

  init(
    _ review: RowInReview, from source: SweepSource, showing shown: Int = 0, isRevealed: Bool = false, scroll: Int = 0
  ) {
    self.review = review
    self.source = source
    self.shown = shown
    self.isRevealed = isRevealed
    self.scroll = scroll
  }

  func scrolled(to scroll: Int) -> RowView {
    RowView(review, from: source, showing: shown, isRevealed: isRevealed, scroll: scroll)
  }

  private var row: SweepRow { review.row }
  private var held: Certificate? { review.held.indices.contains(shown) ? review.held[shown] : nil }

  /// - Parameter asking: stands at the bottom.
  /// - Returns: which of the rows of the facts are shown, and how many there are.
  @discardableResult
  func draw(from first: Int, asking: ReasonChoice?, on canvas: inout Canvas, in language: Language) -> FactsShown {
    let size = canvas.size
    canvas.cursor = Position(column: 1, row: first)
    drawHead(row: first, on: &canvas, in: language)
    let top = drawComparison(from: first + 1, on: &canvas, in: language)
    let below = asking?.rows(columns: size.columns, in: language) ?? 0
    canvas.rule(row: top, column: 1, columns: size.columns - 2)
    let facts = Rect(
      column: 0, row: top + 1, columns: size.columns, rows: max(0, size.rows - top - 1 - (below > 0 ? below + 1 : 0)))
    let needed = canvas.facts(review.facts(held: held), in: facts, skipping: scroll, language: language)
    if needed - scroll > facts.rows, facts.rows > 0 {
      canvas.write("↓ PgDn", endingBefore: size.columns - 1, row: facts.row + facts.rows - 1, style: .key)
    }
    let factsShown = FactsShown(last: scroll + facts.rows, room: facts.rows, of: needed)
    guard let asking else { return factsShown }
    canvas.rule(row: size.rows - below - 1, column: 1, columns: size.columns - 2)
    canvas.inside(Rect(column: 0, row: size.rows - below, columns: size.columns, rows: below)) { canvas in
      asking.draw(on: &canvas, in: language)
    }
    return factsShown
  }

  /// What the police report, what the program proposes, and what was decided; the cursor stands here.
  private func drawHead(row line: Int, on canvas: inout Canvas, in language: Language) {
    let decision = row.decision ?? .open
    let decided =
      row.decision == nil
      ? row.elsewhere.map { .verbatim("— ") + $0.mark }
        ?? (row.needsDecision ? Phrase("? 未决定", "? undecided") : Phrase("— 无需决定", "— nothing to decide"))
      : .verbatim("\(decision.sign) ") + decision.name
    let end = canvas.write(
      decided(in: language), endingBefore: canvas.size.columns - 1, row: line,
      style: row.decision == nil ? .warning : .good)
    let words: Phrase = .joined(
      [
        Phrase("名单第 \(row.row) 行", "File row \(row.row)"), row.source.kindName + .verbatim(" \(row.eventDate.text)"),
        row.sweepClass.name, Phrase("建议", "→ ") + row.proposedWords,
      ], by: .verbatim(" · "))
    canvas.write(words(in: language).shortened(to: end - 2), column: 1, row: line, style: .heading)
  }

  /// Police left, register right; a field that differs has its sign, the characters that do stand in brackets.
  private func drawComparison(from top: Int, on canvas: inout Canvas, in language: Language) -> Int {
    let label = language == .chinese ? 11 : 13
    let half = (canvas.size.columns - label - 5) / 2
    let list = source == .civilAffairs ? Phrase("民政火化名单", "Civil affairs") : Phrase("公安名单", "Police")
    canvas.write(list(in: language), column: label, row: top, style: .heading)
    canvas.write(heading(in: language), column: label + half + 3, row: top, limit: half, style: .heading)
    var line = top + 1
    for field in row.compared(with: held, isRevealed: isRevealed, in: language) {
      guard !field.difference.left.isEmpty || !field.difference.right.isEmpty else { continue }
      canvas.write(field.name(in: language), column: 1, row: line, style: .faint)
      if field.differs { canvas.write("≠", column: label + half + 1, row: line, style: .warning) }
      let left = canvas.write(field.difference.left, column: label, row: line, columns: half, rows: 2)
      let right = canvas.write(
        field.difference.right, column: label + half + 3, row: line, columns: half, rows: 2)
      line += max(1, left, right)
    }
    return line
  }

  private func heading(in language: Language) -> String {
    let count = review.held.count
    guard count > 0 else { return Phrase("登记册：没有对应的人", "Register: nobody")(in: language) }
    let card = Phrase("登记册", "Register")(in: language)
    let isApart = held.map { row.apart.contains($0.number) } ?? false
    let mark = isApart ? Phrase(" × 不是此人", " × not this one")(in: language) : ""
    return (count > 1 ? card + " \(shown + 1)/\(count) (Tab)" : card) + mark
  }

  /// The keys that turn the facts.
  static func scrolling<Message>(_ scroll: (Int) -> Message) -> [Binding<Message>] {
    [
      Binding(.pageDown, Phrase("经过向下翻", "More below"), scroll(4), isQuiet: true),
      Binding(.pageUp, Phrase("经过向上翻", "More above"), scroll(-4), isQuiet: true),
    ]
  }
}
