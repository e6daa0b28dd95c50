extension CaseField {
  /// What looks wrong in a value that may be kept all the same, or `nil`.
  public func doubt(about text: String) -> Phrase? {
    let digits = text.filter(\.isNumber).count
    switch self {
    case .phone, .guardianPhone, .agentPhone:
      guard !text.isEmpty, !Self.phoneLengths.contains(digits) || text.contains(where: \.isLetter) else { return nil }
      return Phrase(
        "有 \(digits) 位，手机为 11 位，座机 7 至 12 位", "\(digits.counted("digit")); a mobile has 11, a landline 7 to 12")
    case .ethnicity where digits > 0:
      return Phrase("民族里有数字，是否填错了栏", "digits in the ethnicity: the right field?")
    default: return nil
    }
  }

  private static let phoneLengths = 7...12
}
