/// One line of text that a person types, with its caret.
public struct TextField: Equatable, Sendable {
  /// What a field makes of text that is typed or pasted.
  public enum Filter: Hashable, Sendable {
    /// Everything that can be shown; line ends become spaces.
    case free
    /// Full-width letters, digits and marks become half-width, spaces go.
    case halfWidth
    /// Digits alone, full-width ones folded.
    case digits
    /// As digits, with the check sign X at home in it.
    case identityNumber
  }

  /// How many characters may stand in the field.
  public let limit: Int
  public let filter: Filter
  /// A secret is never drawn, not even its length.
  public let isSecret: Bool
  /// How many characters stand before the caret.
  public private(set) var caret: Int
  private(set) var characters: [Character]

  public init(_ text: String = "", limit: Int = 200, filter: Filter = .free, isSecret: Bool = false) {
    self.limit = limit
    self.filter = filter
    self.isSecret = isSecret
    characters = Array(filter.kept(of: text).prefix(limit))
    caret = characters.count
  }

  public var text: String { String(characters) }
  public var isEmpty: Bool { characters.isEmpty }

  /// Does what the key says, and tells whether it was a key for fields.
  @discardableResult
  public mutating func press(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace: backspace()
    case .delete: delete()
    case .left: caret = max(0, caret - 1)
    case .right: caret = min(characters.count, caret + 1)
    case .home, .control("a"): caret = 0
    case .end, .control("e"): caret = characters.count
    case .control("u"): clear()
    case .control("w"): caret = characters.eraseWord(before: caret)
    default: return false
    }
    return true
  }

  /// Inserts what the filter keeps of a text, as much as there is room for: typing and pasting alike.
  public mutating func insert(_ text: String) {
    let inserted = filter.kept(of: text)
    let before = Array(String(characters[..<caret]) + inserted)
    let all = Array(String(before) + String(characters[caret...]))
    let overflow = max(0, all.count - limit)
    guard overflow > 0 else {
      (characters, caret) = (all, min(before.count, all.count))
      return
    }
    if inserted.count > overflow { insert(String(inserted.dropLast(overflow))) }
  }

  public mutating func backspace() {
    guard caret > 0 else { return }
    caret -= 1
    characters.remove(at: caret)
  }

  public mutating func delete() {
    if caret < characters.count { characters.remove(at: caret) }
  }

  public mutating func clear() {
    characters = []
    caret = 0
  }
}

extension TextField: CustomStringConvertible, CustomReflectable {
  public var description: String { isSecret ? secretSign : text }
  public var customMirror: Mirror { Mirror(self, children: ["text": description]) }
}

extension TextField.Filter {
  /// What the filter keeps of a text.
  public func kept(of text: String) -> String {
    switch self {
    case .free: String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }.filter(\.isTypeable))
    case .halfWidth: folded(text)
    case .digits: folded(text).filter(\.isASCIIDigit)
    case .identityNumber: folded(text).uppercased().filter { $0.isASCIIDigit || $0 == "X" }
    }
  }

  private func folded(_ text: String) -> String {
    String(text.map(\.halfWidthTwin).filter { !$0.isWhitespace && $0.isTypeable })
  }
}

extension [Character] {
  /// Takes out the word before a place; returns where it began.
  mutating func eraseWord(before place: Int) -> Int {
    let start = startOfWord(before: place)
    removeSubrange(start..<place)
    return start
  }

  /// Where the word before a place begins: spaces behind it go with it, a mark is a word of its own, and Chinese ends where
  /// Latin begins.
  private func startOfWord(before place: Int) -> Int {
    var start = place
    while start > 0, self[start - 1].isWhitespace { start -= 1 }
    guard start > 0, self[start - 1].isOfWord else { return Swift.max(0, start - 1) }
    let columns = self[start - 1].columns
    while start > 0, self[start - 1].isOfWord, self[start - 1].columns == columns { start -= 1 }
    return start
  }
}

extension Character {
  fileprivate var isOfWord: Bool { isLetter || isNumber }

  /// Whether a text that people see may hold this: anything but what steers a terminal.
  var isTypeable: Bool {
    unicodeScalars.allSatisfy {
      $0.properties.generalCategory != .control && ($0.painting != .standIn || $0.columns == nil)
    }
  }

  fileprivate var isASCIIDigit: Bool { "0"..."9" ~= self && isASCII }
}

let secretSign = "******"
