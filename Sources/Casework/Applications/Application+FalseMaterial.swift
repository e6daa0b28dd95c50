/// Why a case is not accepted (domain: 3.2).
public enum RejectionGround: String, CaseIterable, Sendable {
  case falseMaterial = "false_material"
  case notCompetent = "not_competent"
  case other

  public var name: Phrase {
    switch self {
    case .falseMaterial: Phrase("材料虚假", "False papers")
    case .notCompetent: Phrase("不属本县办理", "Not for this county")
    case .other: Phrase("其他", "Other")
    }
  }

  static var choices: [Input.Choice] { allCases.map { Input.Choice($0.rawValue, $0.name) } }
}

/// What came of looking into false papers (domain: 5.4).
public enum CheckOutcome: String, CaseIterable, Sendable {
  case proven, unproven

  public var name: Phrase {
    switch self {
    case .proven: Phrase("属实", "Proven")
    case .unproven: Phrase("不属实", "Not proven")
    }
  }

  static var choices: [Input.Choice] { allCases.map { Input.Choice($0.rawValue, $0.name) } }
}

extension Application {
  public var rejectionGround: RejectionGround? { RejectionGround(rawValue: value("ground", of: .rejectIntake)) }

  /// Whether false papers are still to be looked into: the case is not filed before (domain: 3.2).
  public var checkIsDue: Bool { rejectionGround == .falseMaterial && day(of: .recordCheck) == nil }

  func checkWords(for requirement: Requirement) -> (Phrase, Phrase?) {
    requirement == .checkRecorded
      ? (
        Phrase("材料虚假，核查结论还未登记", "The papers were false, and no check is recorded"),
        Phrase("请审核主管或监督检查人员先「登记核查结论」", "The supervisor or the inspector records the check first")
      )
      : (
        Phrase("此件没有待核查的虚假材料", "No false papers wait to be looked into"),
        Phrase("以「材料虚假」不予受理的才核查", "Only what was not accepted for false papers is looked into")
      )
  }
}
