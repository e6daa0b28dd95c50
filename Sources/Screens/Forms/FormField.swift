import Casework
import TerminalKit

/// One value of a form: what it is called and how it is set.
struct FormField: Equatable, Sendable {
  /// How a value is set.
  enum Editor: Equatable, Sendable {
    case text(TextField)
    case area(TextArea)
    case tick(Bool)
    /// One of several, or none yet.
    case choice([Choice], Int?)
    /// Any number of several; the last value is the one that keys act on.
    case several([Choice], Set<Int>, at: Int)
    /// Makes the move.
    case button
  }

  let code: String
  let name: Phrase
  var isRequired: Bool
  var editor: Editor
  /// One line of help, shown while the field is in hand.
  var hint: Phrase?
  /// Hidden fields are neither shown nor told.
  var isShown = true

  init(_ code: String, _ name: Phrase, _ editor: Editor, isRequired: Bool = false, hint: Phrase? = nil) {
    self.code = code
    self.name = name
    self.editor = editor
    self.isRequired = isRequired
    self.hint = hint
  }

  static func secret(_ code: String, _ name: Phrase) -> FormField {
    FormField(code, name, .text(TextField(limit: 128, isSecret: true)), isRequired: true)
  }

  static func button(_ name: Phrase) -> FormField { FormField("", name, .button) }

  /// Asks before something that cannot be taken back; the answer that does nothing stands first.
  static func sure(_ question: Phrase) -> FormField {
    FormField(
      "sure", question,
      .choice(
        [Choice("no", Phrase("否", "No")), Choice("yes", Phrase("是", "Yes"))], 0))
  }

  /// The value as the store takes it; "" where none is given.
  var value: String {
    get {
      switch editor {
      case .text(let field): field.text
      case .area(let area): area.text
      case .tick(let isOn): isOn ? "yes" : ""
      case .choice(let choices, let index): index.map { choices[$0].code } ?? ""
      case .several(let choices, let chosen, _): chosen.sorted().map { choices[$0].code }.joined(separator: ",")
      case .button: ""
      }
    }
    set {
      switch editor {
      case .text(let field):
        editor = .text(TextField(newValue, limit: field.limit, filter: field.filter, isSecret: field.isSecret))
      case .area(let area): editor = .area(TextArea(newValue, columns: area.columns, limit: area.limit))
      case .tick: editor = .tick(newValue == "yes")
      case .choice(let choices, _): editor = .choice(choices, choices.firstIndex { $0.code == newValue })
      case .several(let choices, _, let at):
        let codes = StaffList.ids(newValue)
        editor = .several(choices, Set(choices.indices.filter { codes.contains(choices[$0].code) }), at: at)
      case .button: break
      }
    }
  }

  /// Whether something must still be given here.
  var isGap: Bool {
    isShown && (value == "missing" || code == "sure" || isRequired && value.isEmpty)
  }

  /// Whether it stands for a value and does not only steer the form.
  var isTold: Bool { !code.isEmpty && code != "sure" }

  var isSecret: Bool { if case .text(let field) = editor { field.isSecret } else { false } }

  /// Whether characters go into a text rather than choose.
  var takesText: Bool {
    switch editor {
    case .text, .area: true
    case .tick, .choice, .several, .button: false
    }
  }

  /// Does what a key says, and tells whether it was a key for this field.
  mutating func press(_ key: Key) -> Bool {
    switch editor {
    case .text(var field):
      guard key != .up, key != .down, field.press(key) else { return false }
      editor = .text(field)
    case .area(var area):
      guard ![.up, .down, .enter, .pageUp, .pageDown].contains(key), area.press(key) else { return false }
      editor = .area(area)
    case .tick(let isOn):
      guard let new = Self.ticked(isOn, by: key.halfWidthTwin) else { return false }
      editor = .tick(new)
    case .choice(let choices, let index):
      guard let new = Self.chosen(choices, index, by: key.halfWidthTwin) else { return false }
      editor = .choice(choices, new.index)
    case .several(let choices, let chosen, let at):
      guard let new = Self.picked(choices, chosen, at, by: key.halfWidthTwin) else { return false }
      editor = .several(choices, new.chosen, at: new.at)
    case .button: return false
    }
    return true
  }

  mutating func paste(_ text: String) {
    switch editor {
    case .text(var field):
      field.insert(text)
      editor = .text(field)
    case .area(var area):
      area.insert(text)
      editor = .area(area)
    case .tick, .choice, .several, .button: break
    }
  }

  private static func ticked(_ isOn: Bool, by key: Key) -> Bool? {
    switch key {
    case " ", .left, .right: !isOn
    case "1": true
    case "0", .backspace, .delete: false
    default: nil
    }
  }

  private static func chosen(_ choices: [Choice], _ index: Int?, by key: Key) -> (index: Int?, Void)? {
    guard !choices.isEmpty else { return nil }
    switch key {
    case .right, " ": return (index.map { ($0 + 1) % choices.count } ?? 0, ())
    case .left: return (index.map { ($0 + choices.count - 1) % choices.count } ?? choices.count - 1, ())
    case .backspace, .delete: return (nil, ())
    default: return choices.indices.first { Digit.key($0) == key }.map { ($0, ()) }
    }
  }

  private static func picked(
    _ choices: [Choice], _ chosen: Set<Int>, _ at: Int, by key: Key
  ) -> (chosen: Set<Int>, at: Int)? {
    guard !choices.isEmpty else { return nil }
    switch key {
    case .right: return (chosen, (at + 1) % choices.count)
    case .left: return (chosen, (at + choices.count - 1) % choices.count)
    case " ": return (chosen.symmetricDifference([at]), at)
    default:
      guard let index = choices.indices.first(where: { Digit.key($0) == key }) else { return nil }
      return (chosen.symmetricDifference([index]), index)
    }
  }
}

/// One of several values that a field may have.
typealias Choice = Casework.Input.Choice
