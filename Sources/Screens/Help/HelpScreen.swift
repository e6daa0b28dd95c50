import CaseStore
import Casework
import TerminalKit

/// Everything that can be done on the screen below, found by typing, done by Enter.
struct HelpScreen: Screen {
  enum Message: TextMessage { case typed(Key), pasted(String), moved(Key), choose, back }

  let place: Phrase
  let all: [KeyHint]
  let destinations: [Destination]
  /// What is to be known of the field in hand, where there is one.
  let field: Phrase?
  private(set) var filter = TextField(limit: 40)
  private(set) var selection: Selection

  init(of place: Phrase, _ hints: [KeyHint], _ destinations: [Destination] = [], field: Phrase? = nil) {
    self.place = place
    self.field = field
    all = hints
    self.destinations = destinations
    selection = Selection(count: hints.count + destinations.count)
  }

  var title: Phrase { Phrase("帮助 · ", "Help · ") + place }

  var bindings: [Binding<Message>] {
    [Binding(.enter, Phrase("办这一项", "Do it"), .choose)] + Binding.list(Message.moved) + [.back(.back)]
  }

  mutating func load(from store: CaseStore) {}

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .typed(let key):
      filter.press(key)
      selection = Selection(count: items)
    case .pasted(let text):
      filter.insert(text)
      selection = Selection(count: items)
    case .moved(let key): selection.press(key)
    case .choose: return choice
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let label = Phrase("输入名称、拼音或首字母：", "Type a name or its beginning: ")(in: language)
    let said = field.map { canvas.writeWrapped($0(in: language), column: 1, row: 0, rows: 4) } ?? 0
    let top = max(1, said)
    canvas.write(label, column: 1, row: top)
    canvas.field(filter, column: 1 + label.columns, row: top, columns: 24, isFocused: true)
    let caret = canvas.cursor
    canvas.list(selection, from: top + 2, to: canvas.size.rows) { canvas, index, line, style in
      let (label, name, refusal, reason) = words(of: index, in: language)
      let faint: Style = style == .plain && refusal != nil ? .faint : style
      canvas.write(label, column: 3, row: line, style: style == .plain ? .key : style)
      let next = canvas.write(name, column: 15, row: line, style: faint)
      if let why = refusal ?? reason {
        canvas.write(
          why(in: language).shortened(to: canvas.size.columns - next - 3), column: next + 2, row: line, style: faint)
      }
    }
    if !filter.isEmpty { canvas.cursor = caret }
  }

  /// A key with its name and what stands against it, or a place with the way there.
  private func words(
    of index: Int, in language: Language
  ) -> (label: String, name: String, refusal: Phrase?, reason: Phrase?) {
    guard found.indices.contains(index) else {
      let place = places[index - found.count]
      return ("→", place.name(in: language), place.refusal, place.way)
    }
    let hint = found[index]
    return (hint.label, hint.name(in: language), hint.refusal ?? hint.hindrance, nil)
  }

  private var items: Int { found.count + places.count }

  private var places: [Destination] {
    let typed = filter.text.trimmed
    return typed.isEmpty ? destinations : destinations.filter { $0.answers(to: typed) }
  }

  private var found: [KeyHint] {
    let typed = filter.text.trimmed
    guard !typed.isEmpty else { return all }
    return all.filter { $0.answers(to: typed) }
  }

  private var choice: Effect {
    guard found.indices.contains(selection.index) else {
      let place = selection.index - found.count
      guard places.indices.contains(place) else { return .none }
      return places[place].refusal.map { .say(.refused($0)) } ?? places[place].effect
    }
    let hint = found[selection.index]
    return hint.refusal.map { .say(.refused($0)) } ?? .press(hint.key)
  }
}

extension KeyHint {
  /// Whether what somebody types means this: its name in either language, its pinyin or initials, its key.
  func answers(to typed: String) -> Bool {
    let wanted = typed.lowercased()
    if key.label.lowercased() == wanted || letter?.lowercased() == wanted { return true }
    return Self.answers(name, to: typed)
  }

  static func answers(_ name: Phrase, to typed: String) -> Bool {
    if name.chinese.contains(typed) || name.english.lowercased().contains(typed.lowercased()) { return true }
    let letters = Pinyin.folded(typed)
    let keys = Pinyin.keys(for: name.chinese)
    return !letters.isEmpty && (keys.full + keys.initials).contains { $0.contains(letters) }
  }
}
