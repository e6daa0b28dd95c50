/// What was typed into the one search box, judged by its looks.
public enum QueryShape: Hashable, Sendable {
  case empty
  /// An identity or certificate number or its beginning: digits, perhaps a final `X`.
  case number(prefix: String)
  /// A certificate number of at least 20 characters, perhaps with its suffix.
  case certificateNumber(String)
  /// A telephone number, digits only. Eleven digits may as well begin an identity number: look under both.
  case phone(String)
  /// Han characters, cleaned as names are.
  case hanName(String)
  /// Letters to compare with `PinyinKeys`.
  case pinyin(letters: String)
  /// Han characters and letters together (王xm), cleaned; `Pinyin.matches` compares it.
  case mixed(String)

  /// Judges a text; full-width characters count as half-width.
  public init(_ typed: String) {
    let number = Cleaning.number(typed).text
    if number.isEmpty {
      self = .empty
    } else if number.unicodeScalars.contains(where: { $0.isHan || $0.isPrivateUse }) {
      self = QueryShape(name: Cleaning.name(typed).text)
    } else if let first = number.utf8.first(where: { $0 != UInt8(ascii: "+") }), (48...57).contains(first) {
      self = QueryShape(digits: number.uppercased())
    } else {
      let letters = Pinyin.folded(typed)
      self = letters.isEmpty ? .mixed(number) : .pinyin(letters: letters)
    }
  }

  private init(name: String) {
    let isLetter = { (scalar: Unicode.Scalar) in scalar.isASCII && scalar.properties.isAlphabetic }
    self = name.unicodeScalars.contains(where: isLetter) ? .mixed(name) : .hanName(name)
  }

  private init(digits typed: String) {
    let hasLandlineHyphen = typed.utf8.contains(UInt8(ascii: "-"))
    var digits = String(typed.unicodeScalars.filter { !["-", "+", "(", ")"].contains($0) })
    if typed.hasPrefix("+86") { digits.removeFirst(2) }
    let isMobile =
      digits.utf8.count == 11 && digits.hasPrefix("1") && UInt64(digits: digits.utf8) ?? 0 >= 13_000_000_000
    let isLandline = hasLandlineHyphen && digits.utf8.count <= 12
    if typed.hasPrefix("+") || isLandline || isMobile {
      self = .phone(digits)
    } else if digits.utf8.count >= 20 {
      self = .certificateNumber(digits)
    } else {
      self = .number(prefix: digits)
    }
  }
}
