/// The two languages of the desk.
public enum Language: String, CaseIterable, Codable, Sendable {
  case chinese = "zh"
  case english = "en"
}

/// One piece of text in both languages; the language is chosen only where it is shown.
public struct Phrase: Hashable, Sendable {
  public let chinese: String
  public let english: String

  public init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  public func callAsFunction(in language: Language) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}

extension Phrase {
  /// Both texts joined, for sentences made of parts.
  public static func + (left: Phrase, right: Phrase) -> Phrase {
    Phrase(left.chinese + right.chinese, left.english + right.english)
  }

  /// The same text in both languages: a name, a number, a date.
  public static func verbatim(_ text: String) -> Phrase { Phrase(text, text) }

  /// Several phrases in one, parted by `separator`; empty ones are left out.
  public static func joined(_ parts: [Phrase], by separator: Phrase = Phrase("、", ", ")) -> Phrase {
    Phrase(
      parts.map(\.chinese).filter { !$0.isEmpty }.joined(separator: separator.chinese),
      parts.map(\.english).filter { !$0.isEmpty }.joined(separator: separator.english))
  }

  /// The same texts in both languages, each parted as the language does.
  public static func listed(_ items: [String]) -> Phrase { joined(items.map(verbatim)) }
}

extension Int {
  /// `1 row`, `2 rows`: how English counts; `1 row is`, `2 rows are` where more changes with the number.
  public func counted(_ one: String, _ many: String? = nil) -> String {
    "\(self) \(self == 1 ? one : many ?? one + "s")"
  }
}
