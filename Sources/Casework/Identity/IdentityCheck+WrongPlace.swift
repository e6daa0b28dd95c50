extension IdentityCheck {
  /// What an invalid text looks like instead, for a clerk who filled the wrong field; `nil` where it resembles nothing.
  public func wrongPlace(today: Day) -> Phrase? {
    guard let normalized, number == nil else { return nil }
    if let certificate = CertificateCheck.check(normalized, today: today).number {
      return Phrase(
        "这是残疾人证号，前18位“\(certificate.identity.masked)”才是公民身份号码。",
        "This is a certificate number; its first 18 characters, \(certificate.identity.masked), are the identity number."
      )
    }
    guard let digits = UInt64(digits: normalized.utf8.prefix(12)) else { return nil }
    if normalized.utf8.count == 11 && (13_000_000_000...19_999_999_999).contains(digits) {
      return Phrase("这像是手机号码，请填到联系电话栏。", "This looks like a mobile number: it belongs into the telephone field.")
    }
    let date = Int(digits)
    if normalized.utf8.count == 8, let day = Day(year: date / 10_000, month: date / 100 % 100, day: date % 100),
      day <= today, day >= IdentityNumber.earliestBirth
    {
      return Phrase("这像是日期，请填到出生日期栏。", "This looks like a date: it belongs into the field for the day of birth.")
    }
    return nil
  }
}
