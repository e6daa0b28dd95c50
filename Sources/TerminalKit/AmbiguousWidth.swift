extension Character {
  /// Whether terminals disagree if this takes one column or two; here it counts as one.
  public var isAmbiguous: Bool {
    unicodeScalars.first.map { $0.columns == 1 && ambiguity.kind(of: $0.value) == UInt8(ascii: "a") } ?? false
  }

  /// The same in one column of ASCII, for terminals that draw ambiguous characters wide.
  ///
  /// It keeps the width, so nothing moves; what has no twin becomes `?`.
  var plainTwin: Character {
    guard isAmbiguous else { return self }
    if let twin = plainTwins[self] { return twin }
    let isRoundDigit = "①"..."⑨" ~= self
    if isRoundDigit, let value = wholeNumberValue { return Character(String(value)) }
    return "?"
  }
}

private let ambiguity = RunTable(ambiguousRuns)

private let plainTwins: [Character: Character] = [
  "·": ".", "…": ".", "—": "-", "–": "-", "─": "-", "│": "|", "“": "\"", "”": "\"", "‘": "'", "’": "'",
  "↑": "^", "↓": "v", "←": "<", "→": ">", "×": "x", "÷": "/", "±": "+", "°": "o", "√": "v", "■": "#", "□": "#",
  "●": "*", "○": "o", "★": "*", "☆": "*", "※": "*", "▲": "^", "▼": "v", "Ⅰ": "1", "Ⅱ": "2", "Ⅲ": "3", "Ⅳ": "4",
  "à": "a", "á": "a", "ā": "a", "è": "e", "é": "e", "ê": "e", "ē": "e", "ě": "e", "ì": "i", "í": "i", "ī": "i",
  "ò": "o", "ó": "o", "ō": "o", "ù": "u", "ú": "u", "ū": "u", "ü": "u", "ǎ": "a", "ǐ": "i", "ǒ": "o", "ǔ": "u",
]
