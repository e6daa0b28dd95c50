/// The life of a report: drawn up and signed in one act, afterwards only corrected by a sheet of its own.
extension PeriodReport: Subject {
  public static let kind = "report"
  public static let name = Phrase("报表", "Report")
  public static let openings = [Opening<PeriodReport>(move: .drawUp, to: [.drawn], roles: [.supervisor, .chair])]
  public static let terminal: Set<State> = [.signed]

  public enum Requirement: String, WorkflowCode {
    case periodOver = "period_over"
    case balanced
    case figuresDiffer = "figures_differ"
    case ownSecret = "own_secret"
  }

  public static let transitions: [Transition<PeriodReport>] = [
    Transition(
      .sign, from: [.drawn], to: .signed, by: [.supervisor, .chair], needs: [.periodOver, .balanced],
      checks: [.ownSecret]),
    Transition(
      .correct, from: [.signed], to: nil, by: [.supervisor, .chair], needs: [.figuresDiffer, .balanced],
      asks: [Input("reason", Phrase("说明", "Explanation"), .reason)], checks: [.ownSecret]),
  ]

  public func meets(
    _ requirement: Requirement, _ act: Act<PeriodReport>, in circumstances: Circumstances<ReportFacts>
  ) -> Bool {
    switch requirement {
    case .periodOver: period.map { $0.last < circumstances.today } ?? false
    case .balanced: circumstances.facts.imbalances.isEmpty
    case .figuresDiffer: !circumstances.facts.differences.isEmpty
    case .ownSecret: circumstances.secretGiven
    }
  }

  public func refusal(
    for requirement: Requirement, _ act: Act<PeriodReport>, in circumstances: Circumstances<ReportFacts>
  ) -> Refusal {
    switch requirement {
    case .periodOver:
      let next = period?.last.adding(days: 1).iso ?? ""
      return Refusal(
        requirement.rawValue, Phrase("\(number) 尚未结束，不能签署", "\(number) is not over and cannot be signed"),
        remedy: Phrase("请自 \(next) 起签署", "Sign it from \(next) on"))
    case .balanced:
      let all = circumstances.facts.imbalances
      return Refusal(
        "unbalanced",
        Phrase(
          "数字不平，不能签署：" + all.map(\.chinese).joined(separator: "；"),
          "The figures do not balance and cannot be signed: " + all.map(\.english).joined(separator: "; ")),
        remedy: Phrase("请运行 audit verify 查明，再签署", "Find out why with audit verify, then sign"))
    case .figuresDiffer:
      return Refusal(
        requirement.rawValue, Phrase("与已签署的数字相同，没有可更正的", "Nothing differs from the signed figures"),
        remedy: Phrase("无需更正", "No correction is due"))
    case .ownSecret:
      return Refusal.giveOwnSecret(requirement.rawValue, to: Phrase("签署", "Signing"), circumstances.staff)
    }
  }
}

/// What the store counts for an act on a report.
public struct ReportFacts: Hashable, Sendable {
  public var imbalances: [Phrase]
  public var differences: [FigureDifference]

  public init(imbalances: [Phrase] = [], differences: [FigureDifference] = []) {
    self.imbalances = imbalances
    self.differences = differences
  }
}

extension PeriodReport.State {
  public var name: Phrase {
    switch self {
    case .drawn: Phrase("已编制", "Drawn up")
    case .signed: Phrase("已签署", "Signed")
    }
  }
}

extension PeriodReport.Move {
  public var name: Phrase {
    switch self {
    case .drawUp: Phrase("编制", "Draw up")
    case .sign: Phrase("签署", "Sign")
    case .correct: Phrase("更正", "Correct")
    }
  }
}

extension PeriodReport.Requirement {
  public var name: Phrase {
    switch self {
    case .periodOver: Phrase("报告期已结束", "The period is over")
    case .balanced: Phrase("数字相平", "The figures balance")
    case .figuresDiffer: Phrase("与已签署的不同", "They differ from those signed")
    case .ownSecret: SigningSecret.requirement
    }
  }
}
