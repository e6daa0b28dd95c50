import CaseStore
import Casework
import TerminalKit

/// The assessment days: those to come and those that were.
struct AssessmentDaysScreen: Screen {
  enum Message { case moved(Key), choose, plan, back }

  let session: Session
  private(set) var days: [AssessmentDay] = []
  private(set) var institutions: [String: String] = [:]
  private(set) var selection = Selection()

  init(session: Session) { self.session = session }

  let title = Phrase("评定日", "Assessment days")

  var bindings: [Binding<Message>] {
    let none = days.isEmpty ? Phrase("还没有评定日", "There is no day yet") : nil
    return [
      Binding(.enter, Phrase("打开", "Open"), .choose, refusal: none),
      Binding(.function(2), Phrase("新评定日", "New day"), .plan, refusal: session.clerkOnly),
    ] + Binding.list(Message.moved) + [.back(.back)]
  }

  mutating func load(from store: CaseStore) throws {
    try session.require(Application.readers)
    days = try store.assessmentDays().reversed()
    institutions = Dictionary(
      try store.institutions().map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    selection.fit(days.count)
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key): selection.press(key)
    case .choose: return .open(.assessmentDay(days[selection.index].code))
    case .plan: return .open(.planDay)
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    guard !days.isEmpty else {
      canvas.write(Phrase("还没有评定日。按 F2 安排", "No day yet: F2 sets one")(in: language), column: 3, row: 1, style: .faint)
      canvas.cursor = Position(column: 3, row: 1)
      return
    }
    let table = Table([
      TableColumn(Phrase("日期", "Date")(in: language), columns: 12, priority: 5),
      TableColumn(Phrase("地点", "Place")(in: language), columns: 18, priority: 4, grows: true),
      TableColumn(Phrase("状态", "State")(in: language), columns: 10, priority: 3),
      TableColumn(Phrase("人数", "Cases")(in: language), columns: 6, priority: 2, alignsRight: true),
      TableColumn(Phrase("评定", "By")(in: language), columns: 18, priority: 1, grows: true),
    ])
    canvas.table(
      table, selection: selection,
      in: Rect(column: 1, row: 0, columns: canvas.size.columns - 1, rows: canvas.size.rows),
      style: { days[$0].isClosed ? .faint : .plain },
      cell: { row, column in
        let day = days[row]
        switch column {
        case 0: return day.date.iso
        case 1: return day.place
        case 2: return (day.isClosed ? Phrase("已结束", "closed") : Phrase("未结束", "open"))(in: language)
        case 3: return String(day.cases.count)
        default: return institutions[day.institution] ?? Phrase("联合评定组", "panel")(in: language)
        }
      })
  }
}

extension Session {
  /// What stands against acts of the certificate clerk.
  var clerkOnly: Phrase? { staff.holds([.clerk]) ? nil : Refusal.notYourRole([.clerk]).explanation }
}
