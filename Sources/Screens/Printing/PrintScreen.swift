import CaseStore
import Casework
import TerminalKit

/// The printed texts about a case, as the printer will show them.
struct PrintScreen: Screen, CaseLooking {
  enum Message { case scrolled(Int), turned(Int), resize, keep, back }

  let id: Int64
  let language: Language
  let session: Session
  private(set) var kinds: [CasePrint] = []
  private var headings: [Phrase] = []
  private(set) var texts: [[String]] = []
  private(set) var page = 0
  private(set) var scroll = 0
  private(set) var isLarge = false

  init(id: Int64, language: Language, session: Session) {
    self.id = id
    self.language = language
    self.session = session
  }

  var title: Phrase {
    guard kinds.indices.contains(page) else { return Phrase("打印", "Print") }
    return Phrase("打印预览 · ", "Preview · ") + headings[page] + .verbatim("  \(page + 1)/\(kinds.count)")
  }

  var bindings: [Binding<Message>] {
    let none = kinds.isEmpty ? Phrase("还没有可打印的", "There is nothing to print yet") : nil
    return [
      Binding(.function(2), Phrase("存成文件", "Keep as a file"), .keep, refusal: none),
      Binding(
        .function(5), isLarge ? Phrase("普通字", "Usual type") : Phrase("大字", "Large type"), .resize, refusal: none),
    ] + turning + [
      Binding(.up, Phrase("向上一行", "Up"), .scrolled(-1), isQuiet: true),
      Binding(.down, Phrase("向下一行", "Down"), .scrolled(1), isQuiet: true),
      Binding(.pageUp, Phrase("上一页", "Page up"), .scrolled(-10), isQuiet: true),
      Binding(.pageDown, Phrase("下一页", "Page down"), .scrolled(10), isQuiet: true), .back(.back),
    ]
  }

  private var turning: [Binding<Message>] {
    guard kinds.count > 1 else { return [] }
    return [
      Binding(.right, Phrase("下一份", "Next text"), .turned(1)),
      Binding(.left, Phrase("上一份", "Text before"), .turned(-1), isQuiet: true),
    ]
  }

  mutating func load(from store: CaseStore) throws {
    let application = try look(at: id, in: store, isFirst: kinds.isEmpty)
    // What the last step calls for comes first.
    kinds = CasePrint.allCases.reversed().filter { $0.isDue(for: application) }
    if application.state == .returned || application.state == .returnedReview {
      kinds = [.correction] + kinds.filter { $0 != .correction }
    }
    if application.state == .accepted { kinds = [.receipt] + kinds.filter { $0 != .receipt } }
    headings = kinds.map { $0.heading(for: application) }
    texts = try kinds.map { kind in
      try kind.text(of: application, in: store, language, isLarge: isLarge).split(
        separator: "\n", omittingEmptySubsequences: false
      )
      .map(String.init)
    }
    page = min(page, max(0, kinds.count - 1))
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .scrolled(let rows):
      scroll = max(0, min(scroll + rows, (texts.indices.contains(page) ? texts[page].count : 1) - 1))
    case .turned(let step):
      page = (page + step + kinds.count) % max(1, kinds.count)
      scroll = 0
    case .resize:
      isLarge.toggle()
      scroll = 0
      return .reload
    case .keep: return .open(.keepPrint(kinds[page], id, isLarge: isLarge))
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    canvas.cursor = Position(column: 0, row: 1)
    guard texts.indices.contains(page) else {
      let none = Phrase("还没有可打印的", "There is nothing to print yet")
      canvas.write(none(in: language), column: 3, row: 1, style: .faint)
      return
    }
    for (row, line) in texts[page].dropFirst(scroll).prefix(canvas.size.rows).enumerated() {
      canvas.write(line, column: 0, row: row)
    }
  }
}

/// Asks where a printed text is kept.
struct KeepPrintForm: FormDialog {
  let kind: CasePrint
  let id: Int64
  let isLarge: Bool
  private var heading: Phrase
  var form = Form([
    FormField("path", Phrase("写入文件", "Write to"), .text(TextField(limit: 200)), isRequired: true),
    .button(Phrase("写入", "Write")),
  ])

  init(kind: CasePrint, id: Int64, isLarge: Bool) {
    self.kind = kind
    self.id = id
    self.isLarge = isLarge
    heading = kind.name
  }

  var title: Phrase { Phrase("存成文件 · ", "Keep as a file · ") + heading }

  mutating func load(from store: CaseStore) throws {
    let application = try store.application(id)
    heading = kind.heading(for: application)
    guard form.text("path").isEmpty else { return }
    form["path"]?.value = "\(application.number)-\(kind.rawValue).txt"
  }

  var done: Effect { .keepPrint(kind, id, path: form.text("path").trimmed, isLarge: isLarge) }
}
