/// What the store looks up for an act on a sweep.
public struct SweepFacts: Hashable, Sendable {
  /// The rows an act is about.
  public var chosen: [Int] = []
  /// Row numbers named that the file does not have.
  public var strangers: [Int] = []
  /// Chosen rows that need a look of their own.
  public var chosenBlocked: [SweepRow] = []
  /// What was decided on the chosen row after it was shown to whoever decides now.
  public var overtaken: OvertakenRow?
  /// Chosen rows that were not carried out, or have been undone.
  public var notCarriedOut: [Int] = []
  /// Rows that need a person and have no decision yet.
  public var undecided: [Int] = []

  public init() {}
}

extension Sweep {
  public func meets(
    _ requirement: Requirement, _ act: Act<Sweep>, in circumstances: Circumstances<SweepFacts>
  ) -> Bool {
    let facts = circumstances.facts
    return switch requirement {
    case .rowsOfThisSweep: !facts.chosen.isEmpty && facts.strangers.isEmpty
    case .notDecidedMeanwhile: facts.overtaken == nil
    case .blockedRowsSingly:
      facts.chosenBlocked.isEmpty || (facts.chosen.count == 1 && !act.fields.text("reason").isEmpty)
    case .allDecided: facts.undecided.isEmpty
    case .notImporterNorDecider:
      circumstances.staff.id != importer && !deciders.contains(circumstances.staff.id)
    case .ownSecret: circumstances.secretGiven
    case .sameQuarter: appliedOn.map { Quarter(of: $0) == Quarter(of: circumstances.today) } ?? false
    case .twoPersons: circumstances.second.map { $0.id != circumstances.staff.id } ?? false
    case .rowsCarriedOut: facts.notCarriedOut.isEmpty
    }
  }

  public func refusal(
    for requirement: Requirement, _ act: Act<Sweep>, in circumstances: Circumstances<SweepFacts>
  ) -> Refusal {
    let facts = circumstances.facts
    return switch requirement {
    case .rowsOfThisSweep:
      Refusal(
        requirement.rawValue,
        facts.strangers.isEmpty
          ? Phrase("没有选中任何行", "No row was chosen")
          : Phrase(
            "名单中没有第 \(facts.strangers.map(String.init).joined(separator: "、")) 行",
            "The file has no row \(facts.strangers.map(String.init).joined(separator: ", "))"),
        remedy: Phrase("用 sweep rows 查看行号", "See sweep rows"))
    case .blockedRowsSingly:
      Refusal(
        requirement.rawValue,
        facts.whySingly + Phrase("；须逐行决定并写明理由", ""),
        remedy: Phrase("请单独选这一行并填写理由", "Decide each by itself, with a reason"))
    case .notDecidedMeanwhile:
      facts.overtaken.map(Refusal.decidedMeanwhile) ?? Refusal(requirement.rawValue, requirement.name)
    case .allDecided:
      Refusal(
        requirement.rawValue,
        Phrase("还有 \(facts.undecided.count) 行未决定", "\(facts.undecided.count) rows are undecided"),
        remedy: Phrase(
          "第 \(facts.undecided.prefix(10).map(String.init).joined(separator: "、")) 行等，请先决定",
          "Decide rows \(facts.undecided.prefix(10).map(String.init).joined(separator: ", ")) …"))
    case .notImporterNorDecider:
      Refusal(
        requirement.rawValue,
        Phrase("导入或决定过此名单的人不得确认（SOD-5）", "Whoever imported or decided rows may not confirm (SOD-5)"),
        remedy: Phrase("请另一位审核主管确认", "Another supervisor confirms"))
    case .ownSecret:
      Refusal(requirement.rawValue, Phrase("确认须本人当场输入密码", "Confirming takes the own secret, now"))
    case .sameQuarter:
      Refusal(
        requirement.rawValue,
        Phrase(
          "整批撤销只能在执行的同一季度内（执行于 \(value("on", of: .apply))）",
          "A whole sweep is undone in the quarter in which it was applied, on \(value("on", of: .apply))"),
        remedy: Phrase("可逐行撤销", "Undo it row by row"))
    case .twoPersons:
      Refusal(
        requirement.rawValue, Phrase("撤销须两人决定", "Undoing is the decision of two people"),
        remedy: Phrase("请另一人作为第二人当场输入密码", "Somebody else stands for it with the own password"))
    case .rowsCarriedOut:
      Refusal(
        requirement.rawValue,
        Phrase(
          "第 \(facts.notCarriedOut.map(String.init).joined(separator: "、")) 行没有执行过，或已撤销",
          "Nothing was done for row \(facts.notCarriedOut.map(String.init).joined(separator: ", ")), or it was undone"),
        remedy: Phrase("用 sweep rows 查看各行结果", "See the outcomes in sweep rows"))
    }
  }
}

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
}

extension Refusal {
  /// A decision that was made on another one than what stands now.
  public static func decidedMeanwhile(_ overtaken: OvertakenRow) -> Refusal {
    let (row, name, decision) = (overtaken.row, overtaken.name, overtaken.decision.name)
    let reason = overtaken.reason
    return Refusal(
      Sweep.Requirement.notDecidedMeanwhile.rawValue,
      Phrase(
        "第 \(row) 行刚由\(name)办过「\(decision.chinese)」" + (reason.isEmpty ? "" : "：\(reason)"),
        "\(name) has just decided row \(row): \(decision.english.lowercased())" + (reason.isEmpty ? "" : ", \(reason)")),
      remedy: Phrase("已重新读取，请看后再定", "It was read again: look, then decide"))
  }
}

extension SweepFacts {
  private static let named = 10

  /// Which rows need a look of their own and why, those with the same reason together.
  fileprivate var whySingly: Phrase {
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
