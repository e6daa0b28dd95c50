/// What people come for (事项, domain: 2).
///
/// A service is a row of the step matrix: which steps its cases go through.
public enum ServiceKind: String, CaseIterable, Sendable {
  case new
  case restore

  public var name: Phrase {
    switch self {
    case .new: Phrase("新办", "New issue")
    case .restore: Phrase("恢复", "Restore")
    }
  }

  /// Which steps of the life of an application the service uses (domain: 3.2).
  public var steps: Steps {
    switch self {
    case .new: Steps(assessment: true, notice: true, card: true)
    case .restore: Steps(assessment: false, notice: false, card: false)
    }
  }

  public struct Steps: Hashable, Sendable {
    public let assessment: Bool
    public let notice: Bool
    public let card: Bool
  }

  /// The fields without which a case cannot be submitted.
  public var requiredFields: [CaseField] {
    switch self {
    case .new: [.identity, .name, .address, .category]
    case .restore: [.certificate, .reason]
    }
  }

  /// The fields that the intake of this service shows.
  public var fields: [CaseField] {
    switch self {
    case .new: CaseField.allCases.filter { ![.certificate, .reason].contains($0) }
    case .restore:
      [.certificate, .reason, .identity, .name, .phone, .agentIdentity, .agentName, .agentRelation, .agentPhone]
    }
  }
}

/// The fields of a case before any move adds more (cli: `case open`).
public enum CaseField: String, CaseIterable, Sendable {
  case identity, name, sex, birth, address, phone, ethnicity, category
  case certificate, reason, photo
  case guardianIdentity = "guardian.identity"
  case guardianName = "guardian.name"
  case guardianRelation = "guardian.relation"
  case guardianPhone = "guardian.phone"
  case agentIdentity = "agent.identity"
  case agentName = "agent.name"
  case agentRelation = "agent.relation"
  case agentPhone = "agent.phone"

  public var input: Input {
    switch self {
    case .identity: Input(rawValue, Phrase("公民身份号码", "Identity number"), .identity, optional: true)
    case .name: Input(rawValue, Phrase("姓名", "Name"), optional: true)
    case .sex:
      Input(
        rawValue, Phrase("性别", "Sex"), .choice(Sex.allCases.map { Input.Choice($0.rawValue, $0.name) }), optional: true)
    case .birth: Input(rawValue, Phrase("出生日期", "Date of birth"), .day, optional: true)
    case .address: Input(rawValue, Phrase("户籍地址", "Household address"), optional: true)
    case .phone: Input(rawValue, Phrase("联系电话", "Phone"), optional: true)
    case .ethnicity: Input(rawValue, Phrase("民族", "Ethnicity"), optional: true)
    case .category: Input(rawValue, Phrase("申请类别", "Category applied for"), .category, optional: true)
    case .certificate: Input(rawValue, Phrase("残疾人证号", "Certificate number"), optional: true)
    case .reason: Input(rawValue, Phrase("事由", "Reason"), .longText, optional: true)
    case .photo: Input(rawValue, Phrase("照片文件", "Photo file"), optional: true)
    case .guardianIdentity: Input(rawValue, Phrase("监护人身份号码", "Guardian's identity number"), .identity, optional: true)
    case .guardianName: Input(rawValue, Phrase("监护人姓名", "Guardian's name"), optional: true)
    case .guardianRelation: Input(rawValue, Phrase("与申请人关系", "Guardian's relation"), optional: true)
    case .guardianPhone: Input(rawValue, Phrase("监护人电话", "Guardian's phone"), optional: true)
    case .agentIdentity: Input(rawValue, Phrase("代理人身份号码", "Agent's identity number"), .identity, optional: true)
    case .agentName: Input(rawValue, Phrase("代理人姓名", "Agent's name"), optional: true)
    case .agentRelation: Input(rawValue, Phrase("代理人关系", "Agent's relation"), optional: true)
    case .agentPhone: Input(rawValue, Phrase("代理人电话", "Agent's phone"), optional: true)
    }
  }
}
