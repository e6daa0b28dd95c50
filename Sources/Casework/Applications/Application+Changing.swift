/// What a correction of the data would change (domain: 2.3, RENEW_INFO).
extension Application {
  /// Whether anything differs from the register, or somebody says what changes that has no field of its own.
  func changesSomething(on certificate: Certificate?) -> Bool {
    guard let certificate else { return true }
    if !entries.text("changes").isEmpty || !self[.reason].isEmpty || !self[.photo].isEmpty { return true }
    let compared: [(CaseField, Certificate.Field)] = [
      (.sex, .sex), (.birth, .birth), (.ethnicity, .ethnicity), (.address, .address), (.phone, .phone),
    ]
    return compared.contains { field, held in !self[field].isEmpty && self[field] != certificate[held] }
  }
}
