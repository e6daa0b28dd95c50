/// What somebody decided on a row after it was shown to somebody else.
public struct OvertakenRow: Hashable, Sendable {
  public let row: Int
  public let decision: SweepDecision
  /// As people are called.
  public let name: String
  public let reason: String

  public init(row: Int, decision: SweepDecision, name: String, reason: String) {
    self.row = row
    self.decision = decision
    self.name = name
    self.reason = reason
  }

  /// That one's own decision was changed.
  public func changed(to new: SweepDecision) -> Phrase {
    let why = Phrase.reason(reason)
    return Phrase(
      "第 \(row) 行您先前定为「\(decision.name.chinese)」" + (reason.isEmpty ? "" : "（\(why.chinese)）")
        + "，现改为「\(new.name.chinese)」",
      "You had decided row \(row): \(decision.name.english.lowercased())"
        + (reason.isEmpty ? "" : " (\(why.english))") + "; now: \(new.name.english.lowercased())")
  }
}

extension Refusal {
  /// A decision that was made on another one than what stands now.
  public static func decidedMeanwhile(_ overtaken: OvertakenRow) -> Refusal {
    let (row, name, decision) = (overtaken.row, overtaken.name, overtaken.decision.name)
    let reason = Phrase.reason(overtaken.reason)
    let isSilent = overtaken.reason.isEmpty
    return Refusal(
      Sweep.Requirement.notDecidedMeanwhile.rawValue,
      Phrase(
        "第 \(row) 行刚由\(name)办过「\(decision.chinese)」" + (isSilent ? "" : "：\(reason.chinese)"),
        "\(name) has just decided row \(row): \(decision.english.lowercased())"
          + (isSilent ? "" : ", \(reason.english)")),
      remedy: Phrase("已重新读取，请看后再定", "It was read again: look, then decide"))
  }

  /// Decisions of somebody else that would be changed unseen, each with who made it and why.
  static func decidedByAnother(_ rows: [OvertakenRow]) -> Refusal {
    let told = rows.map { row in
      let reason = Phrase.reason(row.reason)
      return Phrase(
        "第 \(row.row) 行\(row.name)已决定「\(row.decision.name.chinese)」" + (row.reason.isEmpty ? "" : "：\(reason.chinese)"),
        "\(row.name) has decided row \(row.row): \(row.decision.name.english.lowercased())"
          + (row.reason.isEmpty ? "" : ", \(reason.english)"))
    }
    return Refusal(
      Sweep.Requirement.notDecidedByAnother.rawValue, .joined(told, by: Phrase("；", "; ")),
      remedy: Phrase(
        "请去掉这些行；看过仍要改掉的，加 --again", "Leave these rows out, or change them with --again once you have looked"))
  }
}

extension SweepFacts {
  private static let named = 10

  /// Which rows need a look of their own and why, those with the same reason together.
  var whySingly: Phrase {
    var groups: [(why: Phrase, rows: [Int])] = []
    for row in chosenBlocked {
      if let known = groups.firstIndex(where: { $0.why == row.whySingly }) {
        groups[known].rows.append(row.row)
      } else {
        groups.append((row.whySingly, [row.row]))
      }
    }
    let parts = groups.map { why, rows in
      let shown = rows.prefix(Self.named).map(String.init)
      let more = rows.count > Self.named
      return Phrase(
        "第 \(shown.joined(separator: "、")) \(more ? "等 \(rows.count) " : "")行：\(why.chinese)",
        "\(rows.count == 1 ? "row" : "rows") \(shown.joined(separator: ", "))\(more ? " …" : ""): \(why.english)")
    }
    return .joined(parts, by: Phrase("；", "; "))
  }
}
