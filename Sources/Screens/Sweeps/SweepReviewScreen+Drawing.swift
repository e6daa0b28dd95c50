import CaseStore
import Casework
import TerminalKit

extension SweepReviewScreen {
  func draw(on canvas: inout Canvas, in language: Language) {
    canvas.write(
      standing(in: language).shortened(to: canvas.size.columns - 2), column: 1, row: 0, style: .heading)
    guard let review else {
      canvas.cursor = Position(column: 1, row: 1)
      let none = Phrase("这一类没有行；← → 换类", "No rows of this class: ← → for another")
      canvas.write(none(in: language), column: 1, row: 1, style: .faint)
      return
    }
    RowView(review, from: sweep?.source ?? .police, showing: heldIndex, isRevealed: isRevealed, scroll: read.scroll)
      .draw(from: 1, asking: asking, on: &canvas, in: language)
  }

  /// Where the work stands: `第 37 / 204 行 · 已定 36 · 剩 168 · 约 14 分钟`.
  private func standing(in language: Language) -> String {
    guard let progress, let sweep, progress.rows > 0 else { return "" }
    let place = review?.position ?? 0
    let minutes = progress.undecided > 0 && sweep.isBeingDecided ? progress.minutesLeft : nil
    return Phrase.joined(
      [
        Phrase("第 \(place) / \(progress.rows) 行", "Row \(place) of \(progress.rows)"),
        Phrase("已定 \(progress.decided)", "\(progress.decided) decided"),
        rest(of: progress, in: sweep), minutes.map { Phrase("约 \($0) 分钟", "about \($0) min") } ?? Phrase("", ""),
      ], by: .verbatim(" · "))(in: language)
  }

  /// What is left of this reading, then of the rest of the sweep.
  private func rest(of progress: SweepProgress, in sweep: Sweep) -> Phrase {
    guard sweep.isBeingDecided else { return sweep.state.name }
    if progress.undecided > 0 { return Phrase("剩 \(progress.undecided)", "\(progress.undecided) left") }
    if progress.undecidedDoubtful > 0 {
      return Phrase(
        "此表都已决定；另有 \(progress.undecidedDoubtful) 行须逐行看",
        "all of these decided; \(progress.undecidedDoubtful.counted("other")) to be looked at one by one")
    }
    if progress.undecidedSure > 0 {
      return Phrase(
        "都已决定；另有 \(progress.undecidedSure) 行没有疑点，返回后按 F5 成批决定",
        "all decided; \(progress.undecidedSure.counted("row without doubt is", "rows without doubt are")) decided together: back, then F5"
      )
    }
    if progress.nearNobody > 0, reading != .near {
      return Phrase(
        "都已决定；「不在册」中 \(progress.nearNobody) 行有相近的人，← → 换到「近似的」",
        "all decided; \(progress.nearNobody.counted("row that is not ours is", "rows that are not ours are")) near to somebody: ← → to “near matches”"
      )
    }
    return Phrase("都已决定，可以提交", "all decided: ready to submit")
  }
}
