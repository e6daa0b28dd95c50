/// How a person's data is shown where the whole is not needed (domain: 9).
public enum Masking {
  /// First six, last four.
  public static func identity(_ text: String) -> String { covered(text, first: 6, last: 4) }

  /// First six of the citizen number, then the last digits of the certificate.
  public static func certificate(_ text: String) -> String { covered(text, first: 6, last: max(4, text.count - 16)) }

  /// A text with every citizen number in it covered, and whatever else is as long.
  public static func numbers(in text: String) -> String {
    text.replacing(/[0-9]{15,}[Xx]?/) { identity(String($0.output)) }
  }

  /// `138****1234`.
  public static func phone(_ text: String) -> String { covered(text, first: 3, last: 4) }

  /// `张*`, `欧阳**`: the surname stays.
  public static func name(_ text: String) -> String {
    let surname = surname(of: text)
    return surname + String(repeating: "*", count: max(1, text.count - surname.count))
  }

  /// The family name of a full name.
  static func surname(of text: String) -> String {
    guard let first = text.unicodeScalars.first, compoundBeginnings.contains(first) else {
      return String(text.prefix(1))
    }
    return String(text.prefix(compoundSurnames.first { text.hasPrefix($0) && text.count > 2 }?.count ?? 1))
  }

  private static let compoundBeginnings = Set(compoundSurnames.compactMap(\.unicodeScalars.first))

  private static let compoundSurnames = ["欧阳", "司马", "上官", "诸葛", "尉迟", "公孙", "长孙", "慕容", "皇甫", "司徒", "令狐", "东方"]

  private static func covered(_ text: String, first: Int, last: Int) -> String {
    guard text.count > first + last else {
      return text.count > last ? String(repeating: "*", count: text.count - last) + text.suffix(last) : text
    }
    return text.prefix(first) + String(repeating: "*", count: text.count - first - last) + text.suffix(last)
  }
}
