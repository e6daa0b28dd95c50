import Casework
import TerminalKit

extension Canvas {
  /// Draws as much of a form as fits, the field in hand among it, with the real cursor on it.
  mutating func form(_ form: Form, in rect: Rect, language: Language) {
    if let picker = form.picker { return self.picker(picker, in: rect, language: language) }
    inside(rect) { canvas in
      let layout = FormLayout(form, columns: canvas.size.columns, language: language)
      let start = -layout.offset(rows: canvas.size.rows)
      var row = start
      for (index, field) in form.fields.enumerated() where field.isShown {
        if row >= canvas.size.rows { break }
        canvas.draw(field, row: row, isFocused: index == form.focus, layout: layout, language: language)
        row += layout.heights[index]
      }
      let last = canvas.size.columns - 1
      if start < 0 { canvas.write("↑", endingBefore: last, row: 0, style: .key) }
      if start + layout.heights.reduce(0, +) > canvas.size.rows {
        canvas.write("↓", endingBefore: last, row: canvas.size.rows - 1, style: .key)
      }
    }
  }

  private mutating func draw(
    _ field: FormField, row: Int, isFocused: Bool, layout: FormLayout, language: Language
  ) {
    let name = field.name(in: language)
    if isFocused { write(">", column: 1, row: row, style: .key) }
    if case .button = field.editor {
      write("[ \(name) ]", column: 3, row: row, style: isFocused ? .selected : .plain)
      if isFocused { cursor = Position(column: 3, row: row) }
      return
    }
    let isOpen = field.isRequired && field.value.isEmpty && !field.isSecret
    let isBad = field.problem != nil
    write(isBad ? "!" : field.isRequired ? "*" : " ", column: 2, row: row, style: isOpen || isBad ? .warning : .faint)
    writeWrapped(
      name, column: 3, row: row, columns: layout.labels, rows: layout.labelRows(of: field),
      style: isFocused ? .heading : isBad ? .warning : .plain)
    let column = layout.editor
    switch field.editor {
    case .text(let text): self.field(text, column: column, row: row, columns: layout.room, isFocused: isFocused)
    case .area(let area): self.area(area, column: column, row: row, rows: FormLayout.areaRows, isFocused: isFocused)
    case .tick(let isOn): drawTick(isOn, column: column, row: row, isFocused: isFocused, language: language)
    case .choice(let choices, let index):
      flow(
        choices, chosen: index.map { [$0] } ?? [], at: isFocused ? index ?? 0 : nil, row: row, layout: layout,
        language: language)
    case .several(let choices, let chosen, let at):
      flow(choices, chosen: chosen, at: isFocused ? at : nil, row: row, layout: layout, language: language)
    case .button: break
    }
    if isFocused, let advice = field.advice {
      let adviceRow = row + layout.editorRows(of: field)
      writeWrapped(
        advice(in: language), column: column, row: adviceRow, columns: layout.room, style: isBad ? .warning : .faint)
    }
  }

  private mutating func drawTick(_ isOn: Bool, column: Int, row: Int, isFocused: Bool, language: Language) {
    let word = isOn ? Phrase("[×] 已确认", "[x] confirmed") : Phrase("[ ] 未确认（按空格或 1）", "[ ] not confirmed (Space or 1)")
    write(word(in: language), column: column, row: row, style: isFocused ? .selected : .plain)
    if isFocused { cursor = Position(column: column + 1, row: row) }
  }

  /// Choices beside one another, each with its digit; the chosen ones stand in brackets.
  private mutating func flow(
    _ choices: [Choice], chosen: Set<Int>, at: Int?, row: Int, layout: FormLayout, language: Language
  ) {
    for place in layout.places(of: choices) {
      let text = layout.label(of: choices[place.index], place.index).shortened(to: layout.room - 2)
      let isChosen = chosen.contains(place.index)
      let own: Style = choices[place.index].code == "missing" ? .warning : .heading
      let style: Style = isChosen ? (at == nil ? own : .selected) : at == nil ? .faint : .plain
      let column = layout.editor + place.column
      write(isChosen ? "[\(text)]" : " \(text) ", column: column, row: row + place.row, style: style)
      if at == place.index { cursor = Position(column: column + 1, row: row + place.row) }
    }
  }
}

extension FormField {
  /// What stands below the field while it is in hand.
  fileprivate var advice: Phrase? { problem ?? hint }
}

/// Where the parts of a form stand.
struct FormLayout {
  static let areaRows = 3

  let labels: Int
  let editor: Int
  let room: Int
  private(set) var heights: [Int] = []
  private let focus: Int
  private let language: Language

  init(_ form: Form, columns: Int, language: Language) {
    let longest = form.fields.filter { $0.isShown && !$0.code.isEmpty }.map { $0.name(in: language).columns }.max() ?? 0
    labels = max(8, min(longest, columns / 3))
    editor = 3 + labels + 2
    room = max(10, columns - editor - 2)
    focus = form.focus
    self.language = language
    heights = form.fields.enumerated().map { index, field in
      field.isShown ? height(of: field, isFocused: index == form.focus) : 0
    }
  }

  /// How many rows are scrolled away so that the field in hand is seen whole.
  func offset(rows: Int) -> Int {
    let start = heights[..<min(focus, heights.count)].reduce(0, +)
    let end = start + (heights.indices.contains(focus) ? heights[focus] : 0)
    let all = heights.reduce(0, +)
    guard all > rows, end > rows else { return 0 }
    return min(start, min(all - rows, max(end - rows, start - rows / 2)))
  }

  func editorRows(of field: FormField) -> Int {
    switch field.editor {
    case .area: Self.areaRows
    case .choice(let choices, _), .several(let choices, _, _): (places(of: choices).last?.row ?? 0) + 1
    case .text, .tick, .button: 1
    }
  }

  func label(of choice: Choice, _ index: Int) -> String { "\(Digit.label(index)) \(choice.name(in: language))" }

  /// Where each choice stands, relative to the editor.
  func places(of choices: [Choice]) -> [(index: Int, column: Int, row: Int)] {
    var column = 0
    var row = 0
    return choices.enumerated().map { index, choice in
      let width = label(of: choice, index).columns + 2
      if column > 0, column + width > room {
        column = 0
        row += 1
      }
      defer { column += width + 1 }
      return (index, column, row)
    }
  }

  private func height(of field: FormField, isFocused: Bool) -> Int {
    if case .button = field.editor { return 1 }
    let advice = isFocused ? field.advice.map { $0(in: language).wrapped(to: room).count } ?? 0 : 0
    return max(labelRows(of: field), editorRows(of: field) + advice)
  }

  /// How many rows the name of a field takes: it is never cut.
  func labelRows(of field: FormField) -> Int { max(1, field.name(in: language).wrapped(to: labels).count) }
}
