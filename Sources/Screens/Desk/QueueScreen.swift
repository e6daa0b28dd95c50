import CaseStore
import Casework
import TerminalKit

/// The cases of one queue, or all: the one most in danger first, filtered as one types.
struct QueueScreen: Screen {
  enum Message { case typed(Key), pasted(String), moved(Key), choose, days, many, notices, back }

  struct Line: Sendable {
    let application: Application
    let left: TimeLeft?
    let owner: String
    let gaps: Int
  }

  let queue: CaseQueue?
  let session: Session
  private(set) var all: [Line] = []
  private(set) var filter = TextField(limit: 40)
  private(set) var found: [Line] = []
  private(set) var selection = Selection()
  private var isTyping = false

  init(queue: CaseQueue?, session: Session) {
    self.queue = queue
    self.session = session
  }

  var title: Phrase { queue?.name ?? Phrase("全部业务", "All cases") }

  var bindings: [Binding<Message>] {
    let days: [CaseQueue?] = [.routing, .panel, .hospital]
    return [Binding(.enter, Phrase("打开", "Open"), .choose)]
      + (days.contains(queue) ? [Binding(.function(2), Phrase("评定日", "Assessment days"), .days)] : [])
      + ([.conclusion, .notice].contains(queue) ? [Binding(.function(2), Phrase("公示名单", "Notices"), .notices)] : [])
      + (queue == .review ? [Binding(.function(2), Phrase("成批审批", "Approve many"), .many)] : [])
      + Binding.list(Message.moved) + [.back(.back)]
  }

  var draft: Entries {
    get { filter.isEmpty ? [:] : ["filter": filter.text] }
    set {
      filter = TextField(newValue.text("filter"), limit: 40)
      sift()
    }
  }

  mutating func load(from store: CaseStore) throws {
    let (today, calendar) = (store.today, try store.calendar())
    let names = Dictionary(try store.staff().map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let chosen = found.indices.contains(selection.index) ? found[selection.index].application.id : nil
    all = try store.cases(CaseFilter(queue: queue), visibleTo: session).map { application in
      let owner = application.owner
      return Line(
        application: application, left: TimeLeft(of: application, today: today, calendar: calendar),
        owner: names[owner] ?? owner, gaps: application.state == .draft ? application.missingFields.count : 0)
    }
    sift()
    if let index = found.firstIndex(where: { $0.application.id == chosen }) { selection.move(to: index) }
  }

  func message(typing key: Key) -> Message? {
    switch key {
    case .character, .backspace: .typed(key)
    default: nil
    }
  }

  func message(pasting text: String) -> Message? { .pasted(text) }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .typed(let key):
      filter.press(key)
      isTyping = true
      sift()
    case .pasted(let text):
      filter.insert(text.trimmed)
      isTyping = true
      sift()
    case .moved(let key):
      selection.press(key)
      isTyping = false
    case .choose:
      guard found.indices.contains(selection.index) else { return .none }
      return .open(.application(found[selection.index].application.id))
    case .notices: return .open(.notices)
    case .many: return .open(.approvals)
    case .days: return .open(.assessmentDays)
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
    let counts = Phrase("\(found.count) / \(all.count) 件", "\(found.count) of \(all.count)")
    canvas.write(counts(in: language), column: 34, row: 0, style: .faint)
    guard !found.isEmpty else {
      let empty = all.isEmpty ? Phrase("这里没有等待办理的业务", "Nothing waits here") : Phrase("没有相符的业务", "No case fits")
      canvas.write(empty(in: language), column: 3, row: 2, style: .faint)
      return
    }
    canvas.table(
      table(in: language), selection: selection,
      in: Rect(column: 1, row: 1, columns: canvas.size.columns - 1, rows: canvas.size.rows - 1),
      style: { found[$0].left?.isLate == true ? .warning : .plain },
      cell: { cell(found[$0], $1, in: language) })
    if isTyping { canvas.cursor = caret }
  }

  private func table(in language: Language) -> Table {
    Table([
      TableColumn(Phrase("业务号", "Case")(in: language), columns: 18, priority: 5),
      TableColumn(Phrase("姓名", "Name")(in: language), columns: 12, priority: 6, grows: true),
      TableColumn(Phrase("状态", "State")(in: language), columns: 20, priority: 4, grows: true),
      TableColumn(Phrase("余", "Left")(in: language), columns: 9, priority: 3),
      TableColumn(Phrase("最迟", "Due")(in: language), columns: 10, priority: 2),
      TableColumn(Phrase("经办", "Owner")(in: language), columns: 10, priority: 1, grows: true),
      TableColumn(Phrase("事项", "Service")(in: language), columns: 9, priority: 0),
    ])
  }

  private func cell(_ line: Line, _ column: Int, in language: Language) -> String {
    let application = line.application
    switch column {
    case 0: return application.number
    case 1: return application.applicant.isEmpty ? "—" : application.applicant
    case 2:
      let gaps = Phrase(" 缺\(line.gaps)项", " \(line.gaps) missing")
      return application.state.name(in: language) + (line.gaps > 0 ? gaps(in: language) : "")
    case 3: return line.left?.short(in: language) ?? ""
    case 4: return line.left?.last.iso ?? ""
    case 5: return line.owner
    default: return application.service.name(in: language)
    }
  }

  private mutating func sift() {
    let typed = filter.text.trimmed
    found = typed.isEmpty ? all : all.filter { $0.answers(to: typed) }
    selection.fit(found.count)
  }
}

extension QueueScreen.Line {
  /// Whether number, name, pinyin, state or owner hold what was typed.
  fileprivate func answers(to typed: String) -> Bool {
    if application.number.contains(typed) || application.applicant.contains(typed) || owner.contains(typed) {
      return true
    }
    let state = application.state.name
    return state.chinese.contains(typed) || state.english.lowercased().contains(typed.lowercased())
      || Pinyin.matches(typed, name: application.applicant)
  }
}
