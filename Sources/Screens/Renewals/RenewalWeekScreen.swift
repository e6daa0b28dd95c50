import CaseStore
import Casework
import TerminalKit

/// Which week of a plan: the plan is made anew from what the register says now.
struct RenewalWeek: Hashable, Sendable {
  let end: Day
  let village: String
  /// Over how many weeks the holders are spread.
  let weeks: Int
  let from: Day
}

/// Who comes in one week of the plan, with what the last call brought.
struct RenewalWeekScreen: Screen {
  enum Message { case moved(Key), contact, receive, back }

  let week: RenewalWeek
  let session: Session
  private(set) var lines: [RenewalLine] = []
  private(set) var selection = Selection()

  init(_ week: RenewalWeek, session: Session) {
    self.week = week
    self.session = session
  }

  var title: Phrase {
    Phrase("\(week.from) 这一周 · \(lines.count) 人", "Week of \(week.from) · \(lines.count)")
  }

  var bindings: [Binding<Message>] {
    let none = chosen == nil ? Phrase("这一周没有人", "Nobody comes this week") : nil
    return [
      Binding(.enter, Phrase("记联系结果", "Record the contact"), .contact, refusal: none),
      Binding(.function(2), Phrase("受理此人", "Receive"), .receive, refusal: none),
    ] + Binding.list(Message.moved) + [.back(.back)]
  }

  mutating func load(from store: CaseStore) throws {
    let all = try store.renewals(until: week.end, village: week.village, by: session)
    let waves = try RenewalWaves(
      all, over: week.weeks, from: RenewalWaves.firstMonday(from: store.today, in: try store.calendar()))
    lines = waves.weeks.first { $0.from == week.from }?.lines ?? []
    selection.fit(lines.count)
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key):
      selection.press(key)
      return .none
    case .contact: return chosen.map(RenewalTable.contact) ?? .none
    case .receive: return chosen.map { .open(.reception($0.certificate.identity)) } ?? .none
    case .back: return .back
    }
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    canvas.table(
      RenewalTable.columns(in: language), selection: selection,
      in: Rect(column: 1, row: 0, columns: canvas.size.columns - 1, rows: canvas.size.rows),
      style: { lines[$0].isDone ? .faint : (lines[$0].end ?? week.from) < week.from ? .danger : .plain },
      cell: { RenewalTable.cell(lines[$0], $1, in: language) })
  }

  private var chosen: RenewalLine? { lines.indices.contains(selection.index) ? lines[selection.index] : nil }
}
