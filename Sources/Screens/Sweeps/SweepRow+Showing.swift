import Casework
import TerminalKit

extension SweepRow {
  static func table(in language: Language) -> Table {
    let words = language == .english ? 14 : 9
    return Table([
      TableColumn(Phrase("行", "Row")(in: language), columns: 5, priority: 8, alignsRight: true),
      TableColumn(Phrase("公安姓名", "Police name")(in: language), columns: 10, priority: 7, grows: true),
      TableColumn(Phrase("事由", "Kind")(in: language), columns: words, priority: 4),
      TableColumn(Phrase("日期", "Date")(in: language), columns: 10, priority: 2),
      TableColumn(Phrase("比对", "Class")(in: language), columns: 12, priority: 3),
      TableColumn(Phrase("建议", "Proposal")(in: language), columns: words, priority: 6),
      TableColumn(Phrase("决定", "Decision")(in: language), columns: 8, priority: 7),
      TableColumn(Phrase("须单独看", "By itself")(in: language), columns: 18, priority: 1, grows: true),
    ])
  }

  func cell(_ column: Int, in language: Language) -> String {
    switch column {
    case 0: String(row)
    case 1: source.name
    case 2: kind.name(in: language)
    case 3: eventDate.text
    case 4: sweepClass.name(in: language)
    case 5: proposal.name(in: language)
    case 6: outcomeWord(in: language)
    default: blocks.map { $0.name(in: language) }.joined(separator: "、")
    }
  }

  private func outcomeWord(in language: Language) -> String {
    let decided = decision?.name(in: language) ?? (needsDecision ? "" : "—")
    guard let outcome else { return decided }
    return outcome == "done" ? Phrase("已执行", "done")(in: language) : Phrase("被拒", "refused")(in: language)
  }

  /// Why it was found to be what it is, in words.
  var why: Phrase {
    switch sweepClass {
    case .exact: Phrase("号码、姓名都相符", "number and name agree")
    case .nameMismatch:
      reason == "explained"
        ? Phrase("姓名不同，备注说明曾用此名", "names differ, the remark explains it")
        : Phrase("号码相符，姓名不同", "the number agrees, the name does not")
    case .inactive: Phrase("证件都已失效", "every certificate has ended")
    case .candidate:
      Phrase("号码不在册；同名同生日 \(candidates.count) 人", "number unknown; \(candidates.count) of the same name and birth")
    case .none: Phrase("登记册中没有", "not in the register")
    case .duplicate: Phrase("与第 \(duplicateOf ?? 0) 行重复", "the same as row \(duplicateOf ?? 0)")
    case .malformed: IdentityProblem(rawValue: reason)?.advice ?? Phrase("号码有误", "the number is wrong")
    }
  }
}

/// The police's row and the register's, side by side; differences carry a sign.
struct SweepComparisonView {
  let row: SweepRow
  let held: Certificate?
  let isRevealed: Bool

  func draw(on canvas: inout Canvas, in language: Language) {
    canvas.rule(row: 0, column: 1, columns: canvas.size.columns - 2)
    let half = (canvas.size.columns - 14) / 2
    canvas.write(Phrase("公安", "Police")(in: language), column: 12, row: 1, style: .heading)
    let heading = held == nil ? Phrase("登记册：没有唯一对应的证件", "Register: no single certificate") : Phrase("登记册", "Register")
    canvas.write(heading(in: language), column: 14 + half, row: 1, style: .heading)
    for (line, pair) in pairs(in: language).enumerated() {
      let style: Style = pair.differs ? .warning : .plain
      canvas.write(pair.name, column: 1, row: 2 + line, style: .faint)
      canvas.write(pair.left.shortened(to: half), column: 12, row: 2 + line, style: style)
      canvas.write(pair.differs ? "≠" : " ", column: 12 + half, row: 2 + line, style: style)
      canvas.write(pair.right.shortened(to: half), column: 14 + half, row: 2 + line, style: style)
    }
    let reasons: [Phrase] = [
      row.kind.name + .verbatim(" \(row.eventDate.text)"), row.why,
      Phrase.joined(row.evidence.map(\.words), by: Phrase("、", ", ")),
      .verbatim(row.decisionReason ?? ""),
    ]
    canvas.write(
      Phrase.joined(reasons, by: Phrase("；", "; "))(in: language).shortened(to: canvas.size.columns - 13), column: 12,
      row: 7, style: .faint)
    canvas.write(Phrase("理由", "Why")(in: language), column: 1, row: 7, style: .faint)
  }

  private struct Pair {
    let name: String
    let left: String
    let right: String
    let differs: Bool
  }

  private func pairs(in language: Language) -> [Pair] {
    let number = row.identity.isEmpty ? row.source.identity : row.identity
    let state = held?.state.name(in: language) ?? ""
    let certificate = held.map { "\(Masking.certificate($0.number)) \(state)" } ?? ""
    return [
      pair(CaseField.name.input.name, row.source.name, held?.name, in: language),
      pair(Phrase("身份号码", "Identity"), number, held?.identity, in: language) {
        isRevealed ? $0 : Masking.identity($0)
      },
      pair(Phrase("出生日期", "Birth"), row.source.birth.text, held?[.birth], in: language),
      pair(Phrase("地址", "Address"), row.source.address, held?[.address], in: language),
      Pair(
        name: Phrase("备注/证件", "Remark")(in: language), left: row.source.note, right: certificate, differs: false),
    ]
  }

  /// Compares what is there and shows it as `shown` does, so that a masked difference is a difference.
  private func pair(
    _ name: Phrase, _ left: String, _ right: String?, in language: Language, shown: (String) -> String = { $0 }
  ) -> Pair {
    Pair(
      name: name(in: language), left: shown(left), right: right.map(shown) ?? "",
      differs: right.map { !$0.isEmpty && !left.isEmpty && $0 != left } ?? false)
  }
}
