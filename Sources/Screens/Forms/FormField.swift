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
  var name: Phrase
  var isRequired: Bool
  var editor: Editor
  /// One line of help, shown while the field is in hand.
  var hint: Phrase?
  /// What is wrong with the value, once it was left; the field is marked until it is put right.
  var problem: Phrase?
  /// What is known to be written in a text; F4 lists it.
  var known: [Choice] = []
  /// Whether several of what is known may stand beside one another.
  var takesSeveral = false
  /// Whose own secret it takes, by which it is called.
  var ownSecret: OwnSecret?
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
}

/// One of several values that a field may have.
typealias Choice = Casework.Input.Choice
