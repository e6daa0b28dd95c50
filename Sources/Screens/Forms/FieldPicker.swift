import Casework
import TerminalKit

/// What is known for one field as a list, found by typing, taken by Enter (features: 79).
struct FieldPicker: Equatable, Sendable {
  let field: String
  let name: Phrase
  let choices: [Choice]
  private(set) var query = TextField(limit: 30)
  private(set) var selection: Selection

  init(_ field: FormField) {
    self.field = field.code
    name = field.name
    choices = field.listed
    let at = choices.firstIndex { $0.code == field.value } ?? 0
    selection = Selection(count: choices.count, index: at)
  }

  /// What answers to what was typed: a part of the words, or pinyin as it begins.
  var found: [Choice] {
    let typed = query.text.trimmed
    if typed.isEmpty { return choices }
    return choices.filter { choice in
      let (name, village) = (choice.name, Village(of: choice.name.chinese))
      return name.chinese.contains(typed) || name.english.lowercased().contains(typed.lowercased())
        || Pinyin.matches(typed, name: name.chinese) || village.isKnown && village.answers(to: typed)
    }
  }

  var chosen: Choice? { found.indices.contains(selection.index) ? found[selection.index] : nil }

  mutating func press(_ key: Key) {
    if selection.press(key) { return }
    if query.press(key) { selection = Selection(count: found.count) }
  }

  mutating func insert(_ text: String) {
    query.insert(text)
    selection = Selection(count: found.count)
  }

  func bindings<Message>(_ message: (Key) -> Message) -> [Binding<Message>] {
    let none = found.isEmpty ? Phrase("没有这一项", "Nothing of that name") : nil
    return [Binding(.enter, Phrase("选用", "Take it"), message(.enter), refusal: none)]
      + Binding.list(message) + [Binding(.escape, Phrase("不选", "Close the list"), message(.escape))]
  }
}

extension Canvas {
  /// Draws the list in the place of the form: what is typed above, what answers below.
  mutating func picker(_ picker: FieldPicker, in rect: Rect, language: Language) {
    inside(rect) { canvas in
      let label = (picker.name + Phrase("，输入字或拼音查找：", ", type to find: "))(in: language)
      let end = canvas.write(label, column: 1, row: 0, style: .heading)
      canvas.field(picker.query, column: end, row: 0, columns: 20, isFocused: true)
      let found = picker.found
      if found.isEmpty {
        canvas.write(Phrase("没有这一项", "Nothing of that name")(in: language), column: 3, row: 1, style: .faint)
      }
      canvas.list(picker.selection, from: 1, to: canvas.size.rows) { canvas, index, line, style in
        let text = found[index].name(in: language).shortened(to: canvas.size.columns - 4)
        canvas.write(text, column: 3, row: line, style: style)
      }
    }
  }
}
