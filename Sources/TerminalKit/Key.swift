/// A key that a person pressed.
public enum Key: Hashable, Sendable {
  case character(Character)
  case enter, escape, tab, backTab, backspace, delete
  case up, down, left, right, home, end, pageUp, pageDown
  /// F1 to F12.
  case function(Int)
  /// A letter, in lower case, held with Ctrl.
  case control(Character)
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  public init(extendedGraphemeClusterLiteral character: Character) { self = .character(character) }
}

extension Key {
  /// The same key as it arrives with no Chinese input method on: `１` is `1`, `？` is `?`, `、` is `/`.
  ///
  /// Screens compare twins everywhere but in text fields, so no key is lost to an input method.
  public var halfWidthTwin: Key {
    switch self {
    case .character(let character): .character(character.halfWidthTwin)
    default: self
    }
  }

  /// Whether it writes or erases where a line of text stands above a list that has the other keys.
  public var isForTextLine: Bool {
    switch self {
    case .character, .backspace, .control("u"), .control("w"): true
    default: false
    }
  }

  /// How the key is shown to people, the same in both languages.
  public var label: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .enter: "⏎ Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift+Tab"
    case .backspace: "⌫"
    case .delete: "Del"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .function(let number): "F\(number)"
    case .control(let character): "Ctrl+\(character.uppercased())"
    }
  }
}

extension Character {
  /// The character that the same key gives with no Chinese input method on; most are their own.
  public var halfWidthTwin: Character {
    let scalars = unicodeScalars
    guard let first = scalars.first, scalars.count == 1 else { return self }
    switch first.value {
    case 0xFF01...0xFF5E: return Unicode.Scalar(first.value - 0xFEE0).map { Character($0) } ?? self
    case 0x3000: return " "
    default: return punctuationTwins[self] ?? self
    }
  }
}

private let punctuationTwins: [Character: Character] = [
  "。": ".", "、": "/", "【": "[", "】": "]", "「": "[", "」": "]", "《": "<", "》": ">",
  "“": "\"", "”": "\"", "‘": "'", "’": "'", "￥": "$", "·": "`", "…": "^", "—": "_",
]
