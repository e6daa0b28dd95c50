extension ServiceKind {
  /// The fields without which a case cannot be submitted.
  public var requiredFields: [CaseField] {
    switch self {
    case .new: [.identity, .name, .address, .category]
    case .renewExpired, .renewDamaged, .renewInformation, .reissue: [.certificate]
    case .change: [.certificate, .category]
    case .transferOut: [.certificate, .destination]
    case .transferIn: [.certificate, .identity, .name, .address, .validFrom, .validTo]
    case .cancel, .freeze, .unfreeze, .restore: [.certificate, .reason]
    }
  }

  /// The fields that the intake of this service shows.
  public var fields: [CaseField] {
    switch self {
    case .new:
      [
        .identity, .name, .sex, .birth, .address, .phone, .ethnicity, .category, .treatmentEnd, .noWait, .photo,
      ] + people + [.acceptingCounty, .decidingCounty]
    case .renewExpired: [.certificate, .identity, .name, .address, .phone, .doubt, .photo] + people
    case .renewDamaged: [.certificate, .identity, .name, .address, .phone, .photo] + people
    case .reissue: [.certificate, .identity, .name, .address, .phone, .eventDate, .announcedOn, .photo] + people
    case .renewInformation:
      [.certificate, .identity, .name, .address, .phone, .ethnicity, .reason, .photo] + people
    case .change: [.certificate, .identity, .name, .address, .phone, .category, .evidence, .photo] + people
    case .transferOut: [.certificate, .identity, .name, .phone, .destination, .eventDate, .document, .reason] + people
    case .transferIn:
      [.certificate, .identity, .name, .address, .phone, .origin, .validFrom, .validTo, .document, .doubt, .photo]
        + people
    case .cancel: [.certificate, .reason, .eventDate, .document, .keptCertificate, .identity, .name, .phone] + people
    case .freeze: [.certificate, .reason, .eventDate, .document, .reviewDate, .identity, .name, .phone]
    case .unfreeze: [.certificate, .reason, .document, .identity, .name, .phone]
    case .restore: [.certificate, .reason, .document, .identity, .name, .phone] + CaseField.agent
    }
  }

  /// A field as this service asks for it: the reason of a cancellation or a freeze is one of a lawful list.
  public func input(for field: CaseField) -> Input {
    switch (self, field) {
    case (.cancel, .reason):
      Input(field.rawValue, Phrase("注销原因", "Reason"), .choice(CancellationReason.choices), optional: true)
    case (.freeze, .reason):
      Input(field.rawValue, Phrase("冻结原因", "Reason"), .choice(FreezeReason.choices), optional: true)
    case (.transferOut, .eventDate):
      Input(field.rawValue, Phrase("户口迁出日期", "Household moved on"), .day, optional: true)
    case (.reissue, .eventDate): Input(field.rawValue, Phrase("遗失日期", "Lost on"), .day, optional: true)
    default: field.input
    }
  }

  /// Every field that a case of the service may carry, also those that its intake does not show.
  public var inputs: [Input] { CaseField.allCases.map(input(for:)) }

  private var people: [CaseField] { CaseField.guardian + CaseField.agent }
}
