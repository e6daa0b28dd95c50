import Casework
import TerminalKit

extension FormField {
  /// So many choices are seen at a glance and need no list.
  private static let atAGlance = 4

  /// What F4 lists: the choices of a closed set, or what is known to be written here.
  var listed: [Choice] {
    switch editor {
    case .text, .area: isSecret ? [] : known
    case .choice(let choices, _), .several(let choices, _, _): choices.count > Self.atAGlance ? choices : []
    case .tick, .button: []
    }
  }

  /// Whether one choice says all that is to be said here.
  var isOneOfAList: Bool {
    switch editor {
    case .text: !takesSeveral
    case .choice: true
    case .area, .several, .tick, .button: false
    }
  }

  /// Sets the field to what was chosen in its list; where several may stand there it is added.
  mutating func take(_ choice: Choice) {
    switch editor {
    case .several(let choices, let chosen, _):
      guard let index = choices.firstIndex(where: { $0.code == choice.code }) else { return }
      editor = .several(choices, chosen.union([index]), at: index)
    case .text where takesSeveral && !StaffList.ids(value).isEmpty:
      let names = StaffList.ids(value)
      if !names.contains(choice.code) { value = (names + [choice.code]).joined(separator: "、") }
    case .text, .area, .choice, .tick, .button: value = choice.code
    }
  }
}

extension Choice {
  /// A text that is known to be written in a field.
  static func known(_ text: String) -> Choice { Choice(text, .verbatim(text)) }
}
