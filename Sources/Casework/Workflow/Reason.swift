/// Why somebody did something, in words that prove the act afterwards.
public enum Reason {
  /// Whether a text says something at all: two different Han characters, or a word of three letters (features: 23, 45).
  ///
  /// `x`, `1`, `。。` and `啊啊` are keys that somebody struck to get past a question.
  public static func isTold(by text: String) -> Bool {
    var han: Set<Unicode.Scalar> = []
    var word: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if scalar.properties.isIdeographic {
        han.insert(scalar)
        word = []
      } else if scalar.properties.isAlphabetic {
        word.append(scalar)
        if word.count >= shortestWord, Set(word).count > 1 { return true }
      } else {
        word = []
      }
      if han.count >= 2 { return true }
    }
    return false
  }

  /// Whether a name has a letter in it: `1` and `。。` are nobody's.
  static func hasLetter(_ text: String) -> Bool { text.unicodeScalars.contains(where: \.properties.isAlphabetic) }

  /// Whether a number or a place has a letter or a digit in it.
  static func hasMark(_ text: String) -> Bool {
    hasLetter(text) || text.unicodeScalars.contains { $0.properties.numericType != nil }
  }

  /// How short a text may be that proves an act.
  static let least = Phrase("至少写两个汉字或一个词", "two characters or a word at least")

  private static let shortestWord = 3
}

extension Refusal {
  /// A text that proves an act, or a name or number in it, that says nothing.
  static func saysNothing(_ input: Input, _ least: Phrase) -> Refusal {
    Refusal(
      "text_says_nothing",
      Phrase("「\(input.name.chinese)」没有说明什么：", "“\(input.name.english)” says nothing: ") + least,
      remedy: Phrase("请照实填写，日后凭它查证", "Give it as it is: it proves the act later"), fields: [input.code])
  }

  /// A reason that says nothing.
  ///
  /// - Parameter field: the code of the field in which it stands.
  public static func reasonSaysNothing(_ field: String = "reason") -> Refusal {
    Refusal(
      "reason_says_nothing",
      Phrase("理由没有说明什么：", "The reason says nothing: ") + Reason.least,
      remedy: Phrase("请写明依据，日后凭它查证", "Say what it rests on: it proves the act later"), fields: [field])
  }
}
