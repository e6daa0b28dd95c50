import CaseStore
import Casework
import TerminalKit

/// Every setting as it holds today, filtered as one types; everybody may look.
struct PolicyScreen: Screen {
  enum Message: TextMessage { case typed(Key), pasted(String), moved(Key), choose, back }

  private(set) var filter = TextField(limit: 40)
  private(set) var found: [PolicyKey] = PolicyKey.all
  private(set) var selection = Selection()
  private(set) var book = PolicyBook()
  private var today: Day?
  private var isTyping = false

  let title = Policy.name

  var bindings: [Binding<Message>] {
    let none = found.isEmpty ? Phrase("没有相符的设置", "No setting fits") : nil
    return [Binding(.enter, Phrase("查看、更改", "Look, change"), .choose, refusal: none)] + Binding.list(Message.moved)
      + [.back(.back)]
  }

  mutating func load(from store: CaseStore) throws {
    today = store.today
    book = try store.policyBook()
    selection.fit(found.count)
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .typed(let key):
      filter.press(key)
      sift()
    case .pasted(let text):
      filter.insert(text.trimmed)
      sift()
    case .moved(let key):
      selection.press(key)
      isTyping = false
    case .choose: return found.indices.contains(selection.index) ? .open(.setting(found[selection.index])) : .none
    case .back:
      if filter.isEmpty { return .back }
      filter.clear()
      sift()
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let label = Phrase("筛选：", "Filter: ")(in: language)
    canvas.write(label, column: 1, row: 0)
    canvas.field(filter, column: 1 + label.columns, row: 0, columns: 24, isFocused: true)
    let caret = canvas.cursor
    let counts = Phrase(
      "\(found.count) / \(PolicyKey.all.count) 项；* 与默认值不同",
      "\(found.count) of \(PolicyKey.all.count); * differs from the default")
    canvas.write(counts(in: language), column: 34, row: 0, style: .faint)
    if found.isEmpty {
      canvas.write(Phrase("没有相符的设置", "No setting fits")(in: language), column: 3, row: 2, style: .faint)
    } else {
      canvas.table(
        table(in: language), selection: selection,
        in: Rect(column: 1, row: 1, columns: canvas.size.columns - 1, rows: canvas.size.rows - 1),
        style: { isUsual(found[$0]) ? .plain : .heading }, cell: { cell(found[$0], $1, in: language) })
    }
    if isTyping || found.isEmpty { canvas.cursor = caret }
  }

  private func table(in language: Language) -> Table {
    Table([
      TableColumn(Phrase("设置", "Setting")(in: language), columns: 30, priority: 5, grows: true),
      TableColumn(Phrase("现值", "Value")(in: language), columns: 13, priority: 4),
      TableColumn(Phrase("自", "Since")(in: language), columns: 10, priority: 3),
      TableColumn(Phrase("待生效", "To come")(in: language), columns: 10, priority: 2),
      TableColumn(Phrase("代码", "Code")(in: language), columns: 30, priority: 1),
    ])
  }

  private func cell(_ key: PolicyKey, _ column: Int, in language: Language) -> String {
    switch column {
    case 0: return key.name(in: language)
    case 1: return (isUsual(key) ? "  " : "* ") + key.value.words(value(of: key))(in: language)
    case 2: return today.flatMap { book.change(of: key, on: $0) }?.from.iso ?? ""
    case 3: return today.flatMap { book.next(of: key, after: $0) }?.from.iso ?? ""
    default: return key.code
    }
  }

  private func value(of key: PolicyKey) -> String {
    today.flatMap { book.change(of: key, on: $0) }?.value ?? key.standard
  }

  private func isUsual(_ key: PolicyKey) -> Bool { value(of: key) == key.standard }

  private mutating func sift() {
    let typed = filter.text.trimmed.lowercased()
    found = PolicyKey.all.filter { key in
      typed.isEmpty || key.code.contains(typed) || key.name.chinese.contains(typed)
        || key.name.english.lowercased().contains(typed) || Pinyin.matches(typed, name: key.name.chinese)
    }
    isTyping = true
    selection = Selection(count: found.count)
  }
}
