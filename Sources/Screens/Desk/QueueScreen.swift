import CaseStore
import Casework
import TerminalKit

/// The cases of one queue, or all: the one most in danger first, or in another order; filtered as one types.
struct QueueScreen: LiveScreen {
  enum Message: TextMessage {
    case typed(Key), pasted(String), moved(Key), choose, order, clear, days, many, notices, back
  }

  private(set) var list: CaseList
  private(set) var filter = TextField(limit: 40)
  private(set) var selection = Selection()
  private var order = CaseOrder.urgency
  private var names: [StaffMember.ID: String] = [:]
  /// Clerks, in the order of the accounts: who holds nothing is told as well.
  private var clerks: [StaffMember.ID] = []
  private var today: Day?
  private var calendar = WorkingCalendar.builtIn
  private var isTyping = false
  /// Whether the list is to begin at its top, because it was sifted or ordered anew.
  private var beginsAnew = false

  init(queue: CaseQueue?, session: Session) { list = CaseList(queue: queue, session: session) }

  var title: Phrase { list.queue?.name ?? Phrase("全部业务", "All cases") }

  var bindings: [Binding<Message>] {
    let days: [CaseQueue?] = [.routing, .panel, .hospital]
    return [
      Binding(.enter, Phrase("打开", "Open"), .choose), Binding(.function(2), Phrase("排序", "Order"), .order),
    ] + (filter.isEmpty ? [] : [Binding(.function(5), Phrase("清除筛选", "Clear filter"), .clear)])
      + (days.contains(list.queue) ? [Binding(.function(6), Phrase("评定日", "Assessment days"), .days)] : [])
      + ([.conclusion, .notice].contains(list.queue)
        ? [Binding(.function(6), Phrase("公示名单", "Notices"), .notices)] : [])
      + (list.queue == .review ? [Binding(.function(6), Phrase("成批审批", "Approve many"), .many)] : [])
      + Binding.list(Message.moved) + [.back(.back)]
  }

  var draft: Entries {
    get {
      var draft: Entries = filter.isEmpty ? [:] : ["filter": filter.text]
      if order != .urgency { draft["order"] = order.rawValue }
      return draft
    }
    set {
      filter = TextField(newValue.text("filter"), limit: 40)
      order = CaseOrder(rawValue: newValue.text("order")) ?? .urgency
    }
  }

  var rows: Int {
    get { list.screenful }
    set { list.screenful = newValue }
  }

  mutating func load(from store: CaseStore) throws {
    (today, calendar) = (store.today, try store.calendar())
    let staff = try store.staff()
    names = staff.reduce(into: [:]) { $0[$1.id] = $1.name }
    clerks = staff.filter { $0.isActive && $0.holds([.clerk]) }.map(\.id)
    list.set(order, typed: filter.text.trimmed)
    let place =
      beginsAnew
      ? try list.read(from: store, around: 0)
      : try list.read(from: store, around: selection.index, keeping: chosen?.id)
    beginsAnew = false
    selection = Selection(count: list.count, index: place)
  }

  var readsAhead: Bool { true }

  mutating func readAhead(from store: CaseStore) throws -> ReadingAhead {
    let reading = try list.readAhead(from: store, around: selection.index)
    if reading == .changed { try load(from: store) }
    return reading
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .typed(let key):
      filter.press(key)
      isTyping = true
    case .pasted(let text):
      filter.insert(text.trimmed)
      isTyping = true
    case .moved(let key):
      selection.press(key)
      isTyping = false
      return list.covers(selection.index) ? .none : .reload
    case .choose: return chosen.map { .open(.application($0.id)) } ?? .none
    case .notices: return .open(.notices)
    case .many: return .open(.approvals)
    case .days: return .open(.assessmentDays)
    case .order:
      let orders = CaseOrder.allCases
      order = orders[((orders.firstIndex(of: order) ?? 0) + 1) % orders.count]
    case .clear: filter.clear()
    case .back: return .back
    }
    beginsAnew = true
    return .reload
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let label = Phrase("筛选：", "Filter: ")(in: language)
    canvas.write(label, column: 1, row: 0)
    canvas.field(filter, column: 1 + label.columns, row: 0, columns: 24, isFocused: true)
    let caret = canvas.cursor
    let counts = Phrase("\(list.count) / \(list.total) 件", "\(list.count) of \(list.total)")
    var end = canvas.write(counts(in: language), column: 34, row: 0, style: filter.isEmpty ? .faint : .warning)
    if order != .urgency { end = canvas.write(order.name(in: language), column: end + 2, row: 0, style: .faint) }
    canvas.write(
      shares(in: language).shortened(to: canvas.size.columns - end - 4), column: end + 3, row: 0, style: .faint)
    guard list.count > 0 else {
      let empty = list.total == 0 ? Phrase("这里没有等待办理的业务", "Nothing waits here") : Phrase("没有相符的业务", "No case fits")
      canvas.write(empty(in: language), column: 3, row: 2, style: .faint)
      return
    }
    canvas.table(
      table(in: language), selection: selection,
      in: Rect(column: 1, row: 1, columns: canvas.size.columns - 1, rows: canvas.size.rows - 1),
      style: { left(of: $0)?.isLate == true ? .warning : .plain },
      cell: { row, column in list[row].map { cell($0, row, column, in: language) } ?? "" })
    if isTyping { canvas.cursor = caret }
  }

  /// Who holds how many, `陈静 9 · 刘芳 6 · 何林 0`; in a queue of clerks also who holds nothing.
  private func shares(in language: Language) -> String {
    let idle = list.queue?.roles == [.clerk] && !list.shares.isEmpty ? clerks : []
    let held = list.shares.map { (name: names[$0.owner] ?? $0.owner, count: $0.count) }
    let rest = idle.filter { id in !list.shares.contains { $0.owner == id } }.map { (name: names[$0] ?? $0, count: 0) }
    return (held + rest).map { "\($0.name) \($0.count)" }.joined(separator: " · ")
  }

  private func table(in language: Language) -> Table {
    Table([
      TableColumn(Phrase("业务号", "Case")(in: language), columns: 18, priority: 3),
      TableColumn(Phrase("姓名", "Name")(in: language), columns: 9, priority: 6, grows: true),
      TableColumn(Phrase("事项", "Service")(in: language), columns: 8, priority: 4),
      TableColumn(Phrase("状态", "State")(in: language), columns: 14, priority: 5, grows: true),
      TableColumn(Phrase("余", "Left")(in: language), columns: 9, priority: 7),
      TableColumn(Phrase("经办", "Owner")(in: language), columns: 8, priority: 2, grows: true),
      TableColumn(Phrase("最迟", "Due")(in: language), columns: 10, priority: 1),
    ])
  }

  private func cell(_ line: CaseLine, _ row: Int, _ column: Int, in language: Language) -> String {
    switch column {
    case 0: return line.number
    case 1: return line.applicant.isEmpty ? "—" : line.applicant
    case 2: return line.service.shortName(in: language)
    case 3:
      let gaps = Phrase(" 缺\(line.gaps)项", " \(line.gaps) missing")
      return line.state.name(in: language) + (line.gaps > 0 ? gaps(in: language) : "")
    case 4: return (left(of: row)?.short ?? waited(line))?(in: language) ?? ""
    case 5: return names[line.owner] ?? line.owner
    default: return (line.deadline?.iso ?? "") + (left(of: row)?.isProvisional ?? false ? "?" : "")
    }
  }

  /// For how long a case without a deadline has stood where it is (features: 31, 51).
  private func waited(_ line: CaseLine) -> Phrase? {
    guard let today, line.deadline == nil, line.state != .archived else { return nil }
    let days = today.ordinal - line.since.ordinal
    if line.service == .transferOut, line.state == .approved { return Phrase("在途\(days)天", "\(days) d away") }
    return days == 0 ? Phrase("今天到", "today") : Phrase("已等\(days)天", "\(days.counted("day"))")
  }

  private func left(of row: Int) -> TimeLeft? {
    guard let today, let line = list[row] else { return nil }
    return TimeLeft(of: line, today: today, calendar: calendar)
  }

  private var chosen: CaseLine? { list[selection.index] }
}
