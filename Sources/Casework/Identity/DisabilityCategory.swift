/// The kinds of disability; the raw value is the digit in a certificate number.
public enum DisabilityCategory: Int, CaseIterable, Codable, Sendable {
  case visual = 1
  case hearing
  case speech
  case limb
  case intellectual
  case psychiatric
  case multiple

  public var name: Phrase {
    switch self {
    case .visual: Phrase("视力", "Visual")
    case .hearing: Phrase("听力", "Hearing")
    case .speech: Phrase("言语", "Speech")
    case .limb: Phrase("肢体", "Limb")
    case .intellectual: Phrase("智力", "Intellectual")
    case .psychiatric: Phrase("精神", "Psychiatric")
    case .multiple: Phrase("多重", "Multiple")
    }
  }

  /// Reads 视力, 视力残疾, 视力类 or the digit; also 语言 for speech and 综合 for multiple, as older lists write.
  public init?(chinese text: some StringProtocol) {
    var word = Cleaning.name(String(text)).text
    for ending in ["类", "残疾", "残"] where word.hasSuffix(ending) { word.removeLast(ending.count) }
    let found =
      switch word {
      case "语言": DisabilityCategory.speech
      case "综合": DisabilityCategory.multiple
      default: Self.allCases.first { $0.name.chinese == word || String($0.rawValue) == word }
      }
    guard let found else { return nil }
    self = found
  }
}

/// How severe a disability is, 1 most; the raw value is the digit in a certificate number.
public enum Grade: Int, CaseIterable, Codable, Comparable, Sendable {
  case one = 1
  case two
  case three
  case four

  public var name: Phrase {
    Phrase(["一级", "二级", "三级", "四级"][rawValue - 1], "Grade \(rawValue)")
  }

  /// The capital numeral printed on a card.
  public var capital: String { ["壹", "贰", "叁", "肆"][rawValue - 1] }

  /// Reads 一级, 1级, 1, 壹级, Ⅰ级, IV级 and the like.
  public init?(chinese text: some StringProtocol) {
    var word = Cleaning.name(String(text)).text.uppercased()
    if word.hasPrefix("残疾") { word.removeFirst(2) }
    if word.hasSuffix("级") { word = Cleaning.field(String(word.dropLast())) }
    let writings = [
      ["一", "1", "壹", "Ⅰ", "I"], ["二", "2", "贰", "Ⅱ", "II"], ["三", "3", "叁", "Ⅲ", "III"],
      ["四", "4", "肆", "Ⅳ", "IV"],
    ]
    guard let index = writings.firstIndex(where: { $0.contains(word) }) else { return nil }
    self = Grade.allCases[index]
  }

  /// A more severe grade comes first.
  public static func < (left: Grade, right: Grade) -> Bool { left.rawValue < right.rawValue }
}
