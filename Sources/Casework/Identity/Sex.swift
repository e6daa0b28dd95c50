/// The sex a number or a paper states.
public enum Sex: String, CaseIterable, Codable, Sendable {
  case male
  case female

  public var name: Phrase {
    switch self {
    case .male: Phrase("男", "Male")
    case .female: Phrase("女", "Female")
    }
  }

  /// Reads 男 or 女 (also 男性, 女性).
  public init?(chinese text: some StringProtocol) {
    switch Cleaning.name(String(text)).text {
    case "男", "男性": self = .male
    case "女", "女性": self = .female
    default: return nil
    }
  }
}
