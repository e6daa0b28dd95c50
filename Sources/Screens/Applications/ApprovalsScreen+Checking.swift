import CaseStore
import Casework
import TerminalKit

/// What is to be checked in a case, and what follows where it ends a certificate, seen whole before the case is marked
/// among others.
extension ApprovalsScreen {
  var checkingBindings: [Binding<Message>] {
    let isSeen = checking?.hasShown(toCheck.count, of: toCheck) ?? true
    return [
      Binding(" ", Phrase("看过，选中", "Seen: mark it"), .checked, refusal: isSeen ? nil : .seeAllFirst),
      Binding(.enter, Phrase("看整件", "See the case"), .look),
    ] + (checking?.turning(toCheck, .turned(.pageDown), .turned(.pageUp)) ?? []) + [
      Binding(.down, Phrase("下一行", "Row down"), .turned(.down), isQuiet: true),
      Binding(.up, Phrase("上一行", "Row up"), .turned(.up), isQuiet: true), .back(.back),
    ]
  }

  /// The case in hand, and each of its doubts.
  var toCheck: [FactLine] {
    guard found.indices.contains(selection.index) else { return [] }
    let application = found[selection.index]
    return [
      FactLine(
        Application.name,
        .verbatim("\(application.number)  \(application.applicant)  ") + application.service.name)
    ] + (matters[application.id] ?? []).map(FactLine.init(decided:))
      + (endings[application.id].map { [FactLine(CaseFacts.ifApproved, $0, .warning)] } ?? [])
      + (doubts[application.id] ?? []).map { FactLine(Phrase("请核", "Check"), $0, .warning) }
  }

  func draw(_ pager: FactPager, on canvas: inout Canvas, in language: Language) {
    let (rows, skipped) = (pager.room, pager.skipped(of: toCheck))
    let rect = Rect(column: 0, row: 0, columns: canvas.size.columns, rows: rows)
    let used = canvas.facts(toCheck, in: rect, skipping: skipped, language: language)
    canvas.ruleBelow(min(rows, used), skipping: skipped, of: used, columns: canvas.size.columns, language: language)
    let hint = Phrase("看过后按空格选中，Esc 不选", "Space marks it once seen, Esc leaves it")
    canvas.write(hint(in: language), column: 1, row: min(rows, used) + 1, style: .faint)
    canvas.cursor = Position(column: 1, row: 0)
  }
}
