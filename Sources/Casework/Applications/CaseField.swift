/// The fields of a case before any move adds more (cli: `case open`).
public enum CaseField: String, CaseIterable, Sendable {
  case certificate
  case identity, name, sex, birth, address, phone, ethnicity, category
  case reason
  case eventDate = "event_date"
  case document, destination, origin
  case keptCertificate = "kept_certificate"
  case treatmentEnd = "treatment_end"
  case noWait = "no_wait"
  case announcedOn = "announced_on"
  case validFrom = "valid_from"
  case validTo = "valid_to"
  case doubt, evidence
  case reviewDate = "review_date"
  case photo
  case guardianIdentity = "guardian.identity"
  case guardianName = "guardian.name"
  case guardianRelation = "guardian.relation"
  case guardianPhone = "guardian.phone"
  case agentIdentity = "agent.identity"
  case agentName = "agent.name"
  case agentRelation = "agent.relation"
  case agentPhone = "agent.phone"
  case acceptingCounty = "accepting_county"
  case decidingCounty = "deciding_county"

  /// The field as any service asks for it; `ServiceKind.input(for:)` knows what one service makes of it.
  public var input: Input {
    switch self {
    case .certificate: Input(rawValue, Phrase("残疾人证号", "Certificate number"), optional: true)
    case .identity: Input(rawValue, Phrase("公民身份号码", "Identity number"), .identity, optional: true)
    case .name: Input(rawValue, Phrase("姓名", "Name"), .name, optional: true)
    case .sex:
      Input(
        rawValue, Phrase("性别", "Sex"), .choice(Sex.allCases.map { Input.Choice($0.rawValue, $0.name) }), optional: true)
    case .birth: Input(rawValue, Phrase("出生日期", "Date of birth"), .day, optional: true)
    case .address: Input(rawValue, Phrase("户籍地址", "Household address"), optional: true)
    case .phone: Input(rawValue, Phrase("联系电话", "Phone"), optional: true)
    case .ethnicity: Input(rawValue, Phrase("民族", "Ethnicity"), optional: true)
    case .category: Input(rawValue, Phrase("申请类别", "Category applied for"), .category, optional: true)
    case .treatmentEnd: Input(rawValue, Phrase("治疗结束日期", "Treatment ended on"), .day, optional: true)
    case .announcedOn: Input(rawValue, Phrase("遗失公告日期", "Loss announced on"), .day, optional: true)
    case .noWait:
      Input(rawValue, Phrase("不需等待的情形", "Why there is no wait"), .choice(WaitException.choices), optional: true)
    case .reason: Input(rawValue, Phrase("事由", "Reason"), .reason, optional: true)
    case .eventDate: Input(rawValue, Phrase("事件日期", "Date of the event"), .day, optional: true)
    case .document: Input(rawValue, Phrase("文书号", "Document number"), optional: true)
    case .keptCertificate: Input(rawValue, Phrase("留存证号（重复的）", "Certificate that stays (duplicate)"), optional: true)
    case .destination: Input(rawValue, Phrase("迁往地", "Moved to"), optional: true)
    case .origin: Input(rawValue, Phrase("迁出地", "Moved from"), optional: true)
    case .validFrom: Input(rawValue, Phrase("原证发证日期", "Issued on"), .day, optional: true)
    case .validTo: Input(rawValue, Phrase("原证有效期至", "Valid to"), .day, optional: true)
    case .doubt: Input(rawValue, Phrase("存疑须重新评定的理由", "Doubt that calls for an assessment"), .reason, optional: true)
    case .evidence: Input(rawValue, Phrase("医院出具的变化证明", "Hospital evidence of a change"), optional: true)
    case .reviewDate: Input(rawValue, Phrase("冻结复核日", "Look at the freeze again on"), .day, optional: true)
    case .photo: Input(rawValue, Phrase("照片文件", "Photo file"), .file, optional: true)
    case .guardianIdentity: Input(rawValue, Phrase("监护人身份号码", "Guardian's identity number"), .identity, optional: true)
    case .guardianName: Input(rawValue, Phrase("监护人姓名", "Guardian's name"), .name, optional: true)
    case .guardianRelation: Input(rawValue, Phrase("与申请人关系", "Guardian's relation"), optional: true)
    case .guardianPhone: Input(rawValue, Phrase("监护人电话", "Guardian's phone"), optional: true)
    case .agentIdentity: Input(rawValue, Phrase("代理人身份号码", "Agent's identity number"), .identity, optional: true)
    case .agentName: Input(rawValue, Phrase("代理人姓名", "Agent's name"), .name, optional: true)
    case .agentRelation: Input(rawValue, Phrase("代理人关系", "Agent's relation"), optional: true)
    case .agentPhone: Input(rawValue, Phrase("代理人电话", "Agent's phone"), optional: true)
    case .acceptingCounty: Input(rawValue, Phrase("受理县代码", "Accepting county"), optional: true)
    case .decidingCounty: Input(rawValue, Phrase("户籍县代码", "Deciding county"), optional: true)
    }
  }

  static let guardian: [CaseField] = [.guardianIdentity, .guardianName, .guardianRelation, .guardianPhone]
  static let agent: [CaseField] = [.agentIdentity, .agentName, .agentRelation, .agentPhone]

  /// How many characters it may have: names have room for 50 (domain: 4.5), what people tell for a page.
  public var longest: Int {
    switch self {
    case .name, .guardianName, .agentName: 100
    case .reason, .doubt, .evidence: 5000
    default: 500
    }
  }
}
