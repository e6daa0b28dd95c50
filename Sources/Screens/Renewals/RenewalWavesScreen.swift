import CaseStore
import Casework
import TerminalKit

/// The holders of a period spread over weeks: how many come each week, from which villages, and who was told already.
struct RenewalWavesScreen: Screen {
  enum Message { case moved(Key), weeks(Int), open, back }

  let end: Day
  let village: String
  let session: Session
  private(set) var count = 8
  private(set) var lines: [RenewalLine] = []
  private(set) var waves: RenewalWaves?
  private(set) var monday: Day?
  private(set) var selection = Selection()

  init(end: Day, village: String, session: Session) {
    self.end = end
    self.village = village
    self.session = session
  }

  var title: Phrase {
    let of = village.isEmpty ? "" : " · \(village)"
    return Phrase(
      "分周安排\(of) · \(lines.count) 人 \(count) 周", "Waves\(of) · \(lines.count) over \(count.counted("week"))")
  }

  var bindings: [Binding<Message>] {
    [
      Binding(
        .enter, Phrase("这一周的人", "Who comes"), .open,
        refusal: chosen?.lines.isEmpty == false ? nil : Phrase("这一周没有人", "Nobody comes this week")),
      Binding("+", Phrase("多一周", "A week more"), .weeks(1)), Binding("-", Phrase("少一周", "A week less"), .weeks(-1)),
    ] + Binding.list(Message.moved) + [.back(.back)]
  }

  mutating func load(from store: CaseStore) throws {
    lines = try store.renewals(until: end, village: village, by: session)
    monday = RenewalWaves.firstMonday(from: store.today, in: try store.calendar())
    try arrange()
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key): selection.press(key)
    case .weeks(let step):
      count = max(1, min(count + step, 52))
      return .reload
    case .open:
      return chosen.map { .open(.renewalWeek(RenewalWeek(end: end, village: village, weeks: count, from: $0.from))) }
        ?? .none
    case .back: return .back
    }
    return .none
  }

  private var chosen: RenewalWaves.Week? {
    waves.flatMap { $0.weeks.indices.contains(selection.index) ? $0.weeks[selection.index] : nil }
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    guard let waves else { return }
    let bottom = canvas.size.rows - 5
    canvas.table(
      Table([
        TableColumn(Phrase("周", "Week")(in: language), columns: 24, priority: 4),
        TableColumn(Phrase("人", "Holders")(in: language), columns: 7, priority: 5, alignsRight: true),
        TableColumn(Phrase("已办", "Done")(in: language), columns: 5, priority: 3, alignsRight: true),
        TableColumn(Phrase("村", "Villages")(in: language), columns: 20, priority: 2, grows: true),
      ]), selection: selection, in: Rect(column: 1, row: 0, columns: canvas.size.columns - 1, rows: bottom),
      style: { waves.weeks[$0].done < waves.weeks[$0].lines.count ? .plain : .faint },
      cell: { cell(waves.weeks[$0], $1, in: language) })
    let caret = canvas.cursor
    canvas.rule(row: bottom, column: 1, columns: canvas.size.columns - 2)
    if let chosen {
      canvas.writeWrapped(
        villages(of: chosen, in: language), column: 1, row: bottom + 1,
        columns: canvas.size.columns - 2, rows: 4)
    }
    canvas.cursor = caret
  }

  private func cell(_ week: RenewalWaves.Week, _ column: Int, in language: Language) -> String {
    switch column {
    case 0: "\(week.from) – \(week.to)"
    case 1: String(week.lines.count) + (week.late > 0 ? "!" : "")
    case 2: String(week.done)
    default: villages(of: week, in: language)
    }
  }

  private func villages(of week: RenewalWaves.Week, in language: Language) -> String {
    (week.late == 0
      ? "" : Phrase("! \(week.late) 人在这一周之前已到期；", "! \(week.late) ended before this week; ")(in: language))
      + Phrase.listed(week.villages.map { "\($0.village.label(in: language)) \($0.count)" })(in: language)
  }

  private mutating func arrange() throws {
    guard let monday else { return }
    waves = try RenewalWaves(lines, over: count, from: monday)
    selection.fit(count)
  }
}
