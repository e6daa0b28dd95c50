import CaseStore
import Casework
import TerminalKit

/// One assessment day: its list in order, who came, and the outcome of each entered one after the other.
struct AssessmentDayScreen: Screen {
  enum Message { case moved(Key), enter, tick, add, sheet, earlier, later, takeOff, close, back }

  let code: String
  let session: Session
  private(set) var day: AssessmentDay?
  private(set) var cases: [Application] = []
  private(set) var today: Day?
  private(set) var selection = Selection()
  /// The case that was put at another place, on which the selection stays.
  private var followed: String?

  init(code: String, session: Session) {
    self.code = code
    self.session = session
  }

  var title: Phrase { Phrase("评定日 · ", "Day · ") + .verbatim("\(day?.date.iso ?? "") \(day?.place ?? "")") }

  var bindings: [Binding<Message>] {
    let over = day?.isClosed == true ? Refusal.dayClosed.explanation : nil
    let early = day.flatMap { day in today.flatMap { day.date > $0 ? Refusal.dayAhead(day.date).explanation : nil } }
    let none = chosen == nil ? Phrase("名单是空的", "The list is empty") : nil
    let open = day.map { $0.unticked(among: cases).count }.flatMap { $0 > 0 ? Refusal.unticked($0).explanation : nil }
    return [
      Binding(.enter, Phrase("录入结果", "Enter the outcome"), .enter, refusal: none),
      Binding(
        " ", Phrase("到场／未到", "Came / did not"), .tick,
        refusal: none ?? over ?? early ?? session.clerkOnly ?? tickHindrance),
      Binding(.function(2), Phrase("列入", "List cases"), .add, refusal: over ?? session.clerkOnly),
      Binding(.function(4), Phrase("名单存成文件", "Sheet to a file"), .sheet, refusal: none),
      Binding(
        .function(6), Phrase("结束评定日", "Close the day"), .close,
        refusal: none ?? over ?? early ?? open ?? session.clerkOnly),
      Binding(.function(5), Phrase("前移", "Earlier"), .earlier, refusal: none ?? over ?? session.clerkOnly ?? first),
      Binding(.function(7), Phrase("后移", "Later"), .later, refusal: none ?? over ?? session.clerkOnly ?? last),
      Binding(.function(8), Phrase("移出名单", "Take off"), .takeOff, refusal: none ?? over ?? session.clerkOnly),
    ] + Binding.list(Message.moved) + [.back(.back)]
  }

  mutating func load(from store: CaseStore) throws {
    let found = try store.assessmentDay(code)
    day = found
    today = store.today
    cases = try found.cases.map { try store.application(numbered: $0) }
    let place = cases.firstIndex { $0.number == followed }
    selection = Selection(count: cases.count, index: place ?? selection.index)
    followed = nil
  }

  mutating func update(_ message: Message) -> Effect {
    guard let day else { return .none }
    switch message {
    case .moved(let key): selection.press(key)
    case .enter: return chosen.map { entry(of: $0, on: day) } ?? .none
    case .tick:
      guard let chosen else { return .none }
      return .assess(.tick(chosen.number, day.marks[chosen.number] == .present ? .absent : .present, on: code))
    case .earlier: return move(by: -1)
    case .later: return move(by: 1)
    case .takeOff: return chosen.map { .assess(.takeOff($0.number, from: code)) } ?? .none
    case .add: return .open(.listOnDay(code))
    case .sheet: return .open(.sheet(code))
    case .close: return .open(.closeDay(code))
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    guard let day, !cases.isEmpty else {
      canvas.write(
        Phrase("名单是空的。按 F2 按村列入待派评定的业务", "The list is empty: F2 lists cases to be referred, by village")(in: language),
        column: 3,
        row: 1, style: .faint)
      canvas.cursor = Position(column: 3, row: 1)
      return
    }
    let table = Table([
      TableColumn("", columns: 3, priority: 6, alignsRight: true),
      TableColumn(Phrase("到场", "Came")(in: language), columns: 8, priority: 5),
      TableColumn(Phrase("申请人", "Applicant")(in: language), columns: 10, priority: 4),
      TableColumn(Phrase("状态", "State")(in: language), columns: 18, priority: 3),
      TableColumn(Phrase("地址", "Address")(in: language), columns: 20, priority: 2, grows: true),
      TableColumn(Phrase("业务", "Case")(in: language), columns: 20, priority: 1),
    ])
    canvas.table(
      table, selection: selection,
      in: Rect(column: 1, row: 0, columns: canvas.size.columns - 1, rows: canvas.size.rows),
      style: { day.marks[cases[$0].number] == .absent ? .faint : .plain },
      cell: { row, column in
        switch column {
        case 0: return String(row + 1)
        case 1: return day.marks[cases[row].number]?.name(in: language) ?? "–"
        case 2: return cases[row].applicant
        case 3: return cases[row].state.name(in: language)
        case 4: return Village.local(cases[row][.address])
        default: return cases[row].number
        }
      })
  }

  private mutating func move(by places: Int) -> Effect {
    guard let chosen else { return .none }
    followed = chosen.number
    return .assess(.move(chosen.number, to: selection.index + 1 + places, on: code))
  }

  private var first: Phrase? { selection.index == 0 ? Phrase("已是第一位", "It is the first already") : nil }
  private var last: Phrase? {
    selection.index == cases.count - 1 ? Phrase("已是最后一位", "It is the last already") : nil
  }

  private func entry(of application: Application, on day: AssessmentDay) -> Effect {
    switch day.entry(of: application) {
    case .panelSign: .open(.seats(application.id))
    case let move?: .open(.move(move, application.id))
    case nil: .open(.application(application.id))
    }
  }

  /// A case that is over takes no tick, and who was assessed was there.
  private var tickHindrance: Phrase? {
    guard let day, let chosen else { return nil }
    if Application.State.finished.contains(chosen.state) { return Refusal.caseOver(chosen.state).explanation }
    return day.marks[chosen.number] == .present && chosen.wasSeen(on: day.date) ? Refusal.wasSeen.explanation : nil
  }

  private var chosen: Application? { cases.indices.contains(selection.index) ? cases[selection.index] : nil }
}
