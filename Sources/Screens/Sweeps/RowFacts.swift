import CaseStore
import Casework
import TerminalKit

/// One field of a police row beside the same of the register.
struct ComparedField: Sendable {
  let name: Phrase
  let difference: Difference
  let differs: Bool

  init(_ name: Phrase, _ left: String, _ right: String, compared: Bool = true) {
    self.name = name
    differs = compared && !left.isEmpty && !right.isEmpty && left != right
    difference = differs ? Difference(left, right) : Difference(same: left, right)
  }

  init(_ name: Phrase, number left: String, _ right: String, isRevealed: Bool) {
    self.name = name
    differs = !left.isEmpty && !right.isEmpty && left != right
    let whole = differs ? Difference(left, right) : Difference(same: left, right)
    difference = isRevealed ? whole : whole.masked()
  }
}

extension Difference {
  /// Nothing is marked.
  fileprivate init(same left: String, _ right: String) {
    self.left = left.isEmpty ? [] : [Piece(text: left, differs: false)]
    self.right = right.isEmpty ? [] : [Piece(text: right, differs: false)]
  }
}

extension SweepRow {
  /// The row beside one certificate, field by field.
  func compared(with held: Certificate?, isRevealed: Bool, in language: Language) -> [ComparedField] {
    let number = identity.isEmpty ? source.identity : identity
    let phone = held.map { held in
      let shown = isRevealed ? held[.phone] : Masking.phone(held[.phone])
      return [shown, held[.validFrom]].filter { !$0.isEmpty }.joined(separator: "  ")
    }
    let card = held.map { held in
      let shown = isRevealed ? held.number : Masking.certificate(held.number)
      return "\(shown) \(held.state.name(in: language))"
    }
    return [
      ComparedField(CaseField.name.input.name, source.name, held?.name ?? ""),
      ComparedField(Phrase("身份号码", "Identity"), number: number, held?.identity ?? "", isRevealed: isRevealed),
      ComparedField(Phrase("出生日期", "Birth"), source.birth.text, held?[.birth] ?? ""),
      ComparedField(Phrase("地址", "Address"), source.address, held?[.address] ?? ""),
      ComparedField(
        Phrase("备注/证件", "Remark/card"), source.besides(isRevealed: isRevealed)(in: language), card ?? "",
        compared: false),
      ComparedField(Phrase("电话/发证", "Phone/issued"), "", phone ?? "", compared: false),
    ]
  }

  /// Why somebody has to look at it, in words.
  func doubts(with held: Certificate?) -> Phrase {
    let number = identity.isEmpty ? source.identity : identity
    // A near match tells the same among its reasons.
    let isNear = near.contains { $0.certificate == held?.number }
    let digits = isNear ? nil : held.flatMap { Difference.words($0.identity, number) }
    return .joined([why, digits ?? Phrase("", "")], by: Phrase("；", "; "))
  }
}

extension SweepDecision {
  /// Says in one column what was decided.
  var sign: String {
    switch self {
    case .accept: "√"
    case .reject: "×"
    case .hold: "…"
    case .open: "?"
    }
  }
}

extension RowInReview {
  /// Whether a person looks at the row anyway, and what a sign tells stands below as the answer of before.
  private func isTold(by sign: LifeSign) -> Bool {
    guard let before, row.proposal == .review else { return false }
    return sign.block == .refusedBefore && sign.source == "\(before.sweep.number):\(before.row.row)"
  }

  /// Everything about the row that stands below the comparison.
  func facts(held: Certificate?) -> [FactLine] {
    var lines = [FactLine(Phrase("比对", "Compared"), row.doubts(with: held))]
    if let elsewhere = row.elsewhere { lines.append(FactLine(Phrase("另单", "Earlier"), elsewhere.words, .key)) }
    lines += evidence.filter { !isTold(by: $0) }.map { FactLine($0.block.name, $0.words, .danger) }
    if row.isUpgraded {
      lines.append(
        FactLine(
          Phrase("旧号码", "Old number"),
          Phrase("名单上是15位号码，按规则升成18位后比对", "The list has fifteen digits, compared as eighteen"), .warning))
    }
    if let match = row.near.first(where: { $0.certificate == held?.number }) { lines += match.facts }
    let others = row.near.filter { $0.certificate != held?.number && !row.apart.contains($0.certificate) }
    if !others.isEmpty {
      lines.append(
        FactLine(
          Phrase("另有近似", "Also near"),
          .joined(others.map { .verbatim("\($0.weight.asBits) ") + $0.words }, by: Phrase(" ｜ ", " | "))))
    }
    if let before {
      lines.append(FactLine(Phrase("以前", "Before"), before.words(obstacle), obstacle == nil ? .key : .plain))
    } else if let seen = row.seenIn {
      lines.append(FactLine(Phrase("曾见于", "Seen in"), seen))
    }
    if row.target == nil, !row.peopleLeft.isEmpty {
      let count = row.peopleLeft.count
      let many = Phrase(
        "可能的有 \(count) 人：查明是谁的，同意时选定；不是的逐个按 5；分不清的不能同意",
        "\(count) may be meant: accept it only where one knows whose it is, and say who; 5 tells one apart")
      lines.append(FactLine(Phrase("疑似", "Candidates"), many))
    }
    // Beside the register there is room for two lines of half the screen.
    if row.source.address.columns > 52 {
      lines.append(FactLine(Phrase("地址", "Address"), .verbatim(row.source.address)))
    }
    let besides = row.source.besides
    if max(besides.chinese.columns, besides.english.columns) > 60 {
      lines.append(FactLine(Phrase("备注", "Remark"), besides))
    }
    if !twins.isEmpty {
      let rows = twins.map(String.init).joined(separator: ", ")
      lines.append(FactLine(Phrase("重复", "Repeated"), Phrase("又见第 \(rows) 行", "also in row \(rows)")))
    }
    return lines + steps.reversed().filter { $0.event.move != .import }.map(\.line)
  }
}

extension AnswerBefore {
  /// What was decided where, by whom and when, and whether it may be given again.
  fileprivate func words(_ obstacle: Obstacle?) -> Phrase {
    let decision = row.decision ?? .open
    let reason = row.decisionReason ?? ""
    let isRepeated = RepeatedAnswer(kept: reason) != nil
    let place = Phrase(
      "\(sweep.shortNumber) 第 \(row.row) 行（\(name) \(day)）", "\(sweep.shortNumber) row \(row.row) (\(name) \(day))")
    let answer: Phrase = .joined(
      [.verbatim("\(decision.sign) ") + decision.name, .reason(reason), isRepeated ? Phrase("", "") : place],
      by: .verbatim("  "))
    let holds = obstacle.map { Phrase("不照办：", "does not hold: ") + $0.name } ?? Phrase("可照办", "holds still")
    return answer + Phrase("；", "; ") + holds
  }
}

extension NearMatch {
  /// Why the two may be the same, and how the reasons add up.
  fileprivate var facts: [FactLine] {
    let sum = reasons.map { $0.words + .verbatim(" \($0.weight.asBits)") }
    return [
      FactLine(Phrase("近似", "Near"), words, .warning),
      FactLine(
        Phrase("分量", "Weights"), .verbatim("\(weight.asBits) = ") + .joined(sum, by: Phrase("；", "; "))),
    ]
  }
}

extension Int {
  /// Tenths of a bit as people read them: `+12.3`.
  fileprivate var asBits: String {
    let size = Swift.abs(self)
    return (self < 0 ? "−" : "+") + "\(size / 10).\(size % 10)"
  }
}

extension SweepRowStep {
  fileprivate var line: FactLine {
    let act = decision?.name ?? event.move.name
    let people = Phrase.listed([name, secondName].compactMap { $0 })
    return FactLine(
      .verbatim("\(event.day.iso.dropFirst(5)) \(event.at.clock)"),
      .joined([act, reasonWords, givenWords, people], by: .verbatim("  ")))
  }
}
