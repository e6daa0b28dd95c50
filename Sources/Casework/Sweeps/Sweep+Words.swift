/// What a clerk decides on a row (决定); `open` takes back what was decided.
public enum SweepDecision: String, CaseIterable, Sendable {
  case accept, reject, hold, open

  public var name: Phrase {
    switch self {
    case .accept: Phrase("同意", "Accept")
    case .reject: Phrase("不同意", "Reject")
    case .hold: Phrase("留待核实", "Hold")
    case .open: Phrase("收回决定", "Take back")
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
    case .undone: Phrase("已撤销", "Undone")
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
    case .undo: Phrase("撤销整批", "Undo")
    case .undoRow: Phrase("撤销一行", "Undo a row")
    case .abandon: Phrase("放弃", "Abandon")
    }
  }
}

extension Sweep.Requirement {
  public var name: Phrase {
    switch self {
    case .rowsOfThisSweep: Phrase("行属于本名单", "Rows of this sweep")
    case .notOwnRows: Phrase("行不是本人亲属的", "Rows not about a relative")
    case .notContrary: Phrase("没有同意相反的行", "No contrary row accepted")
    case .notEnded: Phrase("证件没有因死亡注销", "No certificate ended for death")
    case .notDecidedMeanwhile: Phrase("行未被他人改过", "Rows as they were seen")
    case .notDecidedByAnother: Phrase("行不是别人决定的", "Rows nobody else decided")
    case .notElsewhere: Phrase("行不在本季度较早的名单中办", "Rows that no earlier list of the quarter settles")
    case .notReliedUpon: Phrase("没有别的名单留行给它", "No later list relies on it")
    case .blockedRowsSingly: Phrase("可疑行逐行决定", "Blocked rows singly")
    case .givenForOneRow: Phrase("日期、证件只随一行", "Date or certificate for one row")
    case .undecidedForOne: Phrase("分别定人的行未决定", "Undecided where one is told apart")
    case .dateGiven: Phrase("写明真实日期", "The real date")
    case .dateNotInFuture: Phrase("日期不在将来", "The date is not in the future")
    case .judgmentGiven: Phrase("宣告死亡的写明判决书", "the judgment of a declared death")
    case .targetIsCandidate: Phrase("证件在疑似之列", "One of the candidates")
    case .targetIsApart: Phrase("定过不是此人", "told apart before")
    case .allDecided: Phrase("全部决定", "All decided")
    case .notImporterNorDecider: Phrase("非导入人、决定人", "Neither importer nor decider")
    case .ownSecret: SigningSecret.requirement
    case .sameQuarter: Phrase("同一季度", "Same quarter")
    case .twoPersons: Phrase("两人", "Two people")
    case .rowsCarriedOut: Phrase("行已执行", "Rows carried out")
    case .clerkForCases: Phrase("撤回备好的业务须有办证员", "A clerk for the prepared cases")
    case .nothingStays: Phrase("各行都撤销了", "Every row taken back")
    case .somethingStays: Phrase("有行不能撤销", "Some rows stay")
    case .lastLeft: Phrase("整批撤销余下的最后一行", "The last row that undoing the whole had left")
    case .notLastLeft: Phrase("另有未撤销的行，或没有整批撤销过", "Other rows stay, or the whole was never undone")
    }
  }
}
