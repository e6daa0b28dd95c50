extension CaseField {
  /// A value in the form in which it is kept: numbers and names cleaned, nothing guessed.
  ///
  /// The store keeps this and the intake shows it, so that what was typed and what was saved compare equal.
  public func kept(_ text: String, today: Day) -> String {
    guard !text.isEmpty else { return text }
    return switch self {
    case .identity, .guardianIdentity, .agentIdentity:
      IdentityCheck.check(text, today: today).number?.text ?? Cleaning.number(text).text
    case .certificate: CertificateCheck.check(text, today: today).number?.text ?? Cleaning.number(text).text
    case .name: Cleaning.name(text).text
    case .phone, .guardianPhone, .agentPhone: Cleaning.number(text).text
    case .reason where CancellationReason(rawValue: text.lowercased()) != nil: text.lowercased()
    case .reason where FreezeReason(rawValue: text.lowercased()) != nil: text.lowercased()
    default: text
    }
  }
}
