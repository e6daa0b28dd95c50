/// The life of a sweep (domain: 5.1).
extension Sweep: Subject {
  public static let kind = "sweep"
  public static let name = Phrase("季度核销", "Sweep")
  public static let openings = [Opening<Sweep>(move: .import, to: [.open], roles: [.liaison, .clerk])]
  public static let terminal: Set<State> = [.applied, .abandoned]

  public enum Requirement: String, WorkflowCode {
    case rowsOfThisSweep = "rows_of_this_sweep"
    case blockedRowsSingly = "blocked_rows_singly"
    case allDecided = "all_decided"
    case notImporterNorDecider = "not_importer_nor_decider"
    case ownSecret = "own_secret"
  }

  public static let transitions: [Transition<Sweep>] = [
    Transition(
      .decide, from: [.open, .returned], to: nil, by: [.clerk, .liaison],
      asks: [
        Input("rows", Phrase("行", "Rows")),
        Input("decision", Phrase("决定", "Decision"), .choice(SweepDecision.choices)),
        Input("reason", Phrase("理由", "Reason"), .longText, optional: true),
      ], checks: [.rowsOfThisSweep, .blockedRowsSingly]),
    Transition(
      .submit, from: [.open, .returned], to: .submitted, by: [.clerk, .liaison], needs: [.allDecided]),
    Transition(
      .sendBack, from: [.submitted], to: .returned, by: [.supervisor],
      asks: [Input("reason", Phrase("理由", "Reason"), .longText)]),
    Transition(
      .approve, from: [.submitted], to: .approved, by: [.supervisor], needs: [.notImporterNorDecider],
      checks: [.ownSecret]),
    Transition(.apply, from: [.approved], to: .applied, by: [.clerk, .supervisor]),
    Transition(
      .abandon, from: [.open, .returned], to: .abandoned, by: [.clerk, .supervisor],
      asks: [Input("reason", Phrase("理由", "Reason"), .longText)]),
  ]

  public func meets(
    _ requirement: Requirement, _ act: Act<Sweep>, in circumstances: Circumstances<SweepFacts>
  ) -> Bool {
    let facts = circumstances.facts
    return switch requirement {
    case .rowsOfThisSweep: !facts.chosen.isEmpty && facts.strangers.isEmpty
    case .blockedRowsSingly:
      facts.chosenBlocked.isEmpty || (facts.chosen.count == 1 && !act.fields.text("reason").isEmpty)
    case .allDecided: facts.undecided.isEmpty
    case .notImporterNorDecider:
      circumstances.staff.id != importer && !deciders.contains(circumstances.staff.id)
    case .ownSecret: circumstances.secretGiven
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
        Phrase(
          "第 \(facts.chosenBlocked.map(String.init).joined(separator: "、")) 行有生存迹象或日期可疑，须逐行决定并写明理由",
          "Rows \(facts.chosenBlocked.map(String.init).joined(separator: ", ")) show signs of life or odd dates"),
        remedy: Phrase("请单独选这一行并填写理由", "Decide each by itself, with a reason"))
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
    }
  }
}

/// What the store looks up for an act on a sweep.
public struct SweepFacts: Hashable, Sendable {
  /// The rows an act is about.
  public var chosen: [Int] = []
  /// Row numbers named that the file does not have.
  public var strangers: [Int] = []
  /// Chosen rows that show signs of life or odd dates.
  public var chosenBlocked: [Int] = []
  /// Rows that need a person and have no decision yet.
  public var undecided: [Int] = []

  public init() {}
}

/// What a clerk decides on a row (决定).
public enum SweepDecision: String, CaseIterable, Sendable {
  case accept, reject, hold

  public var name: Phrase {
    switch self {
    case .accept: Phrase("同意", "Accept")
    case .reject: Phrase("不同意", "Reject")
    case .hold: Phrase("留待核实", "Hold")
    }
  }

  static var choices: [Input.Choice] { allCases.map { Input.Choice($0.rawValue, $0.name) } }
}

extension Sweep.State {
  public var name: Phrase {
    switch self {
    case .open: Phrase("核对中", "Open")
    case .submitted: Phrase("待确认", "Submitted")
    case .returned: Phrase("退回", "Returned")
    case .approved: Phrase("已确认", "Approved")
    case .applied: Phrase("已执行", "Applied")
    case .abandoned: Phrase("已放弃", "Abandoned")
    }
  }
}

extension Sweep.Move {
  public var name: Phrase {
    switch self {
    case .import: Phrase("导入", "Import")
    case .decide: Phrase("决定", "Decide")
    case .submit: Phrase("提交", "Submit")
    case .sendBack: Phrase("退回", "Return")
    case .approve: Phrase("确认", "Approve")
    case .apply: Phrase("执行", "Apply")
    case .abandon: Phrase("放弃", "Abandon")
    }
  }
}

extension Sweep.Requirement {
  public var name: Phrase {
    switch self {
    case .rowsOfThisSweep: Phrase("行属于本名单", "Rows of this sweep")
    case .blockedRowsSingly: Phrase("可疑行逐行决定", "Blocked rows singly")
    case .allDecided: Phrase("全部决定", "All decided")
    case .notImporterNorDecider: Phrase("非导入人、决定人", "Neither importer nor decider")
    case .ownSecret: Phrase("本人密码", "Own secret")
    }
  }
}
