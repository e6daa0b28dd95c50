import Casework
import TerminalKit

extension SweepRow {
  static func table(in language: Language) -> Table {
    let isEnglish = language == .english
    return Table([
      TableColumn(Phrase("行", "Row")(in: language), columns: 5, priority: 8, alignsRight: true),
      TableColumn(Phrase("公安姓名", "Name")(in: language), columns: 8, priority: 7, grows: true),
      TableColumn(Phrase("事由", "Kind")(in: language), columns: isEnglish ? 9 : 8, priority: 4),
      TableColumn(Phrase("日期", "Date")(in: language), columns: 10, priority: 3),
      TableColumn(Phrase("比对", "Class")(in: language), columns: isEnglish ? 12 : 10, priority: 2),
      TableColumn(Phrase("建议或疑点", "Proposal/doubt")(in: language), columns: 14, priority: 6, grows: true),
      TableColumn(Phrase("决定", "Decided")(in: language), columns: isEnglish ? 7 : 8, priority: 7),
    ])
  }

  func cell(_ column: Int, in language: Language) -> String {
    switch column {
    case 0: String(row)
    case 1: source.name
    case 2: source.kindWord(in: language)
    case 3: dayText
    case 4: sweepClass.name(in: language)
    case 5: proposalOrDoubt(in: language)
    default: outcomeWord(in: language)
    }
  }

  /// What is proposed; where something speaks against it, that.
  private func proposalOrDoubt(in language: Language) -> String {
    blocks.isEmpty ? proposedWords(in: language) : "! " + Phrase.joined(blocks.map(\.name))(in: language)
  }

  private func outcomeWord(in language: Language) -> String {
    let decided = decision?.name(in: language) ?? elsewhere?.mark(in: language) ?? (needsDecision ? "" : "—")
    switch outcome {
    case nil: return decided
    case Self.done: return Phrase("已执行", "done")(in: language)
    case Self.undone: return Phrase("已撤销", "undone")(in: language)
    case Self.already: return Phrase("另单已办", "earlier")(in: language)
    default: return Phrase("被拒", "refused")(in: language)
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
    canvas.write(reasons(in: language).shortened(to: canvas.size.columns - 13), column: 12, row: 7, style: .faint)
    canvas.write(Phrase("理由", "Why")(in: language), column: 1, row: 7, style: .faint)
  }

  /// How many rows it takes where the rows of the list need the room.
  static let foldedRows = 2

  /// Who is reported and who is registered, and why it is asked.
  func drawFolded(on canvas: inout Canvas, in language: Language) {
    let half = (canvas.size.columns - 4) / 2
    let pairs = pairs(in: language)
    let (sides, rest) = (pairs.prefix(2), pairs.dropFirst(2).filter(\.differs))
    let isOther = sides.contains(where: \.differs)
    let side = { (text: KeyPath<Pair, String>) in sides.map { $0[keyPath: text] }.joined(separator: " ") }
    let right = held == nil ? Phrase("登记册：没有唯一对应的证件", "Register: no single certificate")(in: language) : side(\.right)
    let style: Style = isOther ? .warning : .plain
    canvas.write(side(\.left).shortened(to: half), column: 1, row: 0, style: style)
    canvas.write(isOther ? "≠" : " ", column: 1 + half, row: 0, style: style)
    canvas.write(right.shortened(to: half), column: 3 + half, row: 0, style: style)
    let others = rest.isEmpty ? "" : "≠ " + rest.map(\.name).joined(separator: " ") + "  "
    let end = canvas.write(others, column: 1, row: 1, style: .warning)
    canvas.write(
      reasons(in: language).shortened(to: max(0, canvas.size.columns - 1 - end)), column: end, row: 1, style: .faint)
  }

  private func reasons(in language: Language) -> String {
    let reasons: [Phrase] = [
      row.source.kindName + .verbatim(" \(row.eventDate.text)"), row.why,
      Phrase.joined(row.evidence.map(\.words), by: Phrase("、", ", ")),
      .reason(row.decisionReason ?? ""),
    ]
    return Phrase.joined(reasons, by: Phrase("；", "; "))(in: language)
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
        name: Phrase("备注/证件", "Remark")(in: language), left: row.source.besides(isRevealed: isRevealed)(in: language),
        right: certificate, differs: false),
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
