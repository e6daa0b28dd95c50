import CaseStore
import Casework
import TerminalKit

extension SweepReviewScreen {
  func draw(on canvas: inout Canvas, in language: Language) {
    let size = canvas.size
    canvas.write(standing(in: language), column: 1, row: 0, style: .heading)
    canvas.cursor = Position(column: 1, row: 1)
    guard let review else {
      let none = Phrase("这一类没有行；← → 换类", "No rows of this class: ← → for another")
      canvas.write(none(in: language), column: 1, row: 1, style: .faint)
      return
    }
    drawHead(of: review.row, on: &canvas, in: language)
    let top = drawComparison(of: review.row, from: 2, on: &canvas, in: language)
    let below = asking?.rows(columns: size.columns, in: language) ?? 0
    canvas.rule(row: top, column: 1, columns: size.columns - 2)
    let facts = Rect(
      column: 0, row: top + 1, columns: size.columns, rows: max(0, size.rows - top - 1 - (below > 0 ? below + 1 : 0)))
    let lines = review.facts(held: held)
    let needed = canvas.facts(lines, in: facts, skipping: scroll, language: language)
    if needed - scroll > facts.rows, facts.rows > 0 {
      canvas.write("↓ PgDn", endingBefore: size.columns - 1, row: facts.row + facts.rows - 1, style: .key)
    }
    guard let asking else { return }
    canvas.rule(row: size.rows - below - 1, column: 1, columns: size.columns - 2)
    canvas.inside(Rect(column: 0, row: size.rows - below, columns: size.columns, rows: below)) { canvas in
      asking.draw(on: &canvas, in: language)
    }
  }

  /// Where the work stands: `第 37 / 204 行 · 已定 36 · 剩 168 · 约 14 分钟`.
  private func standing(in language: Language) -> String {
    guard let progress, progress.rows > 0 else { return "" }
    let place = review?.position ?? 0
    let minutes = progress.undecided > 0 ? progress.minutesLeft : nil
    let rest: Phrase =
      progress.undecided > 0
      ? Phrase("剩 \(progress.undecided)", "\(progress.undecided) left")
      : progress.undecidedElsewhere > 0
        ? Phrase(
          "都已决定；另有 \(progress.undecidedElsewhere) 行没有疑点，返回后成批决定",
          "all decided; \(progress.undecidedElsewhere) rows without doubt are decided together, outside")
        : Phrase("都已决定，可以提交", "all decided: ready to submit")
    return Phrase.joined(
      [
        Phrase("第 \(place) / \(progress.rows) 行", "Row \(place) of \(progress.rows)"),
        Phrase("已定 \(progress.rows - progress.undecided)", "\(progress.rows - progress.undecided) decided"), rest,
        minutes.map { Phrase("约 \($0) 分钟", "about \($0) min") } ?? Phrase("", ""),
      ], by: .verbatim(" · "))(in: language)
  }

  /// What the police report, what the program proposes, and what was decided; the cursor stands here.
  private func drawHead(of row: SweepRow, on canvas: inout Canvas, in language: Language) {
    let decision = row.decision ?? .open
    let decided =
      row.decision == nil
      ? (row.needsDecision ? Phrase("? 未决定", "? undecided") : Phrase("— 无需决定", "— nothing to decide"))
      : .verbatim("\(decision.sign) ") + decision.name
    let end = canvas.write(
      decided(in: language), endingBefore: canvas.size.columns - 1, row: 1,
      style: row.decision == nil ? .warning : .good)
    let words: Phrase = .joined(
      [
        Phrase("名单第 \(row.row) 行", "File row \(row.row)"), row.kind.name + .verbatim(" \(row.eventDate.text)"),
        row.sweepClass.name, Phrase("建议", "→ ") + row.proposal.name,
      ], by: .verbatim(" · "))
    canvas.write(words(in: language).shortened(to: end - 2), column: 1, row: 1, style: .heading)
  }

  /// Police left, register right; a field that differs has its sign, the characters that do stand in brackets.
  private func drawComparison(
    of row: SweepRow, from top: Int, on canvas: inout Canvas, in language: Language
  ) -> Int {
    let size = canvas.size
    let label = language == .chinese ? 11 : 13
    let half = (size.columns - label - 5) / 2
    let list = sweep?.source == .civilAffairs ? Phrase("民政火化名单", "Civil affairs") : Phrase("公安名单", "Police")
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
    let count = review?.held.count ?? 0
    guard count > 0 else { return Phrase("登记册：没有对应的人", "Register: nobody")(in: language) }
    let card = Phrase("登记册", "Register")(in: language)
    return count > 1 ? card + " \(heldIndex + 1)/\(count) (Tab)" : card
  }
}
