import Casework
import TerminalKit

/// One key, its name for the footer and the help, the message it sends, and why it is not possible now.
struct Binding<Message: Sendable>: Sendable {
  let hint: KeyHint
  let message: Message

  var key: Key { hint.key }
  var refusal: Phrase? { hint.refusal }

  /// - Parameters:
  ///   - letter: does the same for whoever has no input method on; never the only way.
  ///   - decides: whether it begins to decide something.
  init(
    _ key: Key, _ name: Phrase, _ message: Message, letter: Character? = nil, isQuiet: Bool = false,
    decides: Bool = false, refusal: Phrase? = nil, hindrance: Phrase? = nil
  ) {
    hint = KeyHint(
      key: key, name: name, refusal: refusal, isQuiet: isQuiet, letter: letter, decides: decides, hindrance: hindrance)
    self.message = message
  }

  /// Whether a key as it arrived is the one meant, or its letter.
  func answers(to key: Key) -> Bool {
    if hint.key == key { return true }
    guard let letter = hint.letter, case .character(let typed) = key else { return false }
    return typed.lowercased() == letter.lowercased()
  }
}

/// What a binding tells people.
struct KeyHint: Hashable, Sendable {
  let key: Key
  let name: Phrase
  let refusal: Phrase?
  /// Quiet keys are known to everybody, or too many for the footer; the help lists them all the same.
  let isQuiet: Bool
  /// A letter that does the same.
  var letter: Character?
  /// Whether it begins to decide something, so that it is never taken for the second half of Esc and a digit.
  var decides = false
  /// What stands against the act while its key leads to the way out; the help says it.
  var hindrance: Phrase?

  /// How it is shown: the key, and the letter that does the same.
  var label: String { letter.map { "\(key.label)/\($0.uppercased())" } ?? key.label }
}

extension KeyHint {
  /// Keys that mean the same on every screen; only `App` carries them out.
  static let everywhere = [
    KeyHint(key: .function(1), name: Phrase("帮助", "Help"), refusal: nil, isQuiet: false),
    KeyHint(key: .function(9), name: Phrase("中文/English", "中文/English"), refusal: nil, isQuiet: true),
    KeyHint(key: .function(10), name: Phrase("返回", "Back"), refusal: nil, isQuiet: true),
    KeyHint(key: .function(12), name: Phrase("锁屏", "Lock"), refusal: nil, isQuiet: true),
    KeyHint(key: .control("l"), name: Phrase("立即锁屏", "Lock now"), refusal: nil, isQuiet: true),
  ]
}

extension KeyHint {
  /// Keys of every text that is being typed, besides characters and arrows.
  static let inText = [
    KeyHint(key: .control("u"), name: Phrase("清空此栏", "Empty the field"), refusal: nil, isQuiet: true),
    KeyHint(key: .control("w"), name: Phrase("删去前一个词", "Erase the word before"), refusal: nil, isQuiet: true),
    KeyHint(key: .control("a"), name: Phrase("到行首", "To the beginning"), refusal: nil, isQuiet: true),
    KeyHint(key: .control("e"), name: Phrase("到行尾", "To the end"), refusal: nil, isQuiet: true),
  ]
}

extension Binding {
  /// The keys of a list.
  static func list(_ message: (Key) -> Message) -> [Binding] {
    [
      Binding(.up, Phrase("上一行", "Row up"), message(.up), isQuiet: true),
      Binding(.down, Phrase("下一行", "Row down"), message(.down), isQuiet: true),
      Binding(.pageUp, Phrase("上一页", "Page up"), message(.pageUp), isQuiet: true),
      Binding(.pageDown, Phrase("下一页", "Page down"), message(.pageDown), isQuiet: true),
      Binding(.home, Phrase("第一行", "First row"), message(.home), isQuiet: true),
      Binding(.end, Phrase("最后一行", "Last row"), message(.end), isQuiet: true),
    ]
  }

  /// The keys that turn pages of facts: the footer names the one that leads on, none where all fits.
  static func turning(_ down: Message, _ up: Message, skipped: Int, of last: Int) -> [Binding] {
    guard last > 0 else { return [] }
    return [
      Binding(.pageDown, Phrase("看下文", "More below"), down, isQuiet: skipped >= last),
      Binding(.pageUp, Phrase("看上文", "Back up"), up, isQuiet: skipped < last),
    ]
  }

  /// Shows a number whole, and covers it again.
  static func number(
    _ message: Message, isRevealed: Bool, isQuiet: Bool = false, refusal: Phrase? = nil
  ) -> Binding {
    Binding(
      .function(3), isRevealed ? Phrase("遮住号码", "Cover number") : Phrase("显示号码", "Show number"), message,
      isQuiet: isQuiet, refusal: refusal)
  }

  static func back(_ message: Message) -> Binding { Binding(.escape, Phrase("返回", "Back"), message) }
}

/// Where a row stands under a digit: 1 to 9, then 0.
enum Digit {
  static func key(_ index: Int) -> Key? {
    switch index {
    case 0..<9: .character(Character(String(index + 1)))
    case 9: "0"
    default: nil
    }
  }

  static func index(of key: Key) -> Int? { (0..<10).first { Self.key($0) == key } }

  static func label(_ index: Int) -> String { key(index)?.label ?? " " }
}
