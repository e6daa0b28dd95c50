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

  private static let shortestWord = 3
}

extension Refusal {
  /// A reason that says nothing.
  ///
  /// - Parameter field: the code of the field in which it stands.
  public static func reasonSaysNothing(_ field: String = "reason") -> Refusal {
    Refusal(
      "reason_says_nothing",
      Phrase("理由没有说明什么：至少写两个汉字或一个词", "The reason says nothing: two characters or a word at least"),
      remedy: Phrase("请写明依据，日后凭它查证", "Say what it rests on: it proves the act later"), fields: [field])
  }
}
