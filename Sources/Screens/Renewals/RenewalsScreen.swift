import CaseStore
import Casework
import TerminalKit

/// Whose certificates end soon: three periods, sifted by village, with what the last call brought.
struct RenewalsScreen: Screen {
  enum Message: TextMessage {
    case typed(Key), pasted(String), moved(Key), period, batch(Int), contact, receive, waves, back
  }

  static let batchSize = 300

  let session: Session
  private(set) var period = RenewalPeriod.first
  private(set) var counts: [RenewalPeriod: Int] = [:]
  private(set) var ends: [RenewalPeriod: Day] = [:]
  private(set) var weeks: [(from: Day, count: Int)] = []
  private(set) var lines: [RenewalLine] = []
  private(set) var skipped = 0
  private(set) var filter = TextField(limit: 40)
  private(set) var selection = Selection()

  init(session: Session) { self.session = session }

  var title: Phrase { Phrase("到期换领 · \(counts[period] ?? 0) 人", "Renewals · \(counts[period] ?? 0)") }

  var bindings: [Binding<Message>] {
    let empty = filter.isEmpty ? Phrase("没有将到期的人", "Nobody's certificate ends") : .noneFits
    let none = chosen == nil ? empty : nil
    return [
      Binding(.enter, Phrase("记联系结果", "Record the contact"), .contact, refusal: none),
      Binding(.function(2), Phrase("受理此人", "Receive"), .receive, refusal: none),
      Binding(.function(5), Phrase("换期限", "Next period"), .period),
      Binding(.function(6), Phrase("分周安排", "Waves"), .waves, refusal: none),
      Binding(
        .right, Phrase("下一批", "Next lines"), .batch(1),
        refusal: lines.count < Self.batchSize ? Phrase("后面没有了", "There are no more") : nil),
      Binding(.left, Phrase("上一批", "Lines before"), .batch(-1), isQuiet: true),
    ] + Binding.list(Message.moved) + [.back(.back)]
  }

  var draft: Entries {
    get { filter.isEmpty ? [:] : ["village": filter.text] }
    set { filter = TextField(newValue.text("village"), limit: 40) }
  }

  mutating func load(from store: CaseStore) throws {
    let policy = try store.policy()
    for period in RenewalPeriod.allCases { ends[period] = period.end(from: store.today, under: policy) }
    counts = try store.renewalCounts()
    guard let end = ends[period] else { return }
    weeks = try store.renewalsPerWeek(until: end)
    lines = try store.renewals(
      until: end, village: filter.text.trimmed, limit: Self.batchSize, skipping: skipped, by: session)
    selection.fit(lines.count)
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .typed(let key): filter.press(key)
    case .pasted(let text): filter.insert(text.trimmed)
    case .moved(let key):
      selection.press(key)
      return .none
    case .period:
      let all = RenewalPeriod.allCases
      period = all[((all.firstIndex(of: period) ?? 0) + 1) % all.count]
    case .batch(let step):
      skipped = max(0, skipped + step * Self.batchSize)
      selection.moveHome()
      return .reload
    case .contact:
      return chosen.map(RenewalTable.contact) ?? .none
    case .receive: return chosen.map { .open(.reception($0.certificate.identity)) } ?? .none
    case .waves: return ends[period].map { .open(.renewalWaves($0, village: filter.text.trimmed)) } ?? .none
    case .back:
      if filter.isEmpty { return .back }
      filter.clear()
    }
    skipped = 0
    return .reload
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let label = Phrase("村：", "Village: ")(in: language)
    let periods = RenewalPeriod.allCases.map { (period: $0, text: text(of: $0, in: language)) }
    // A figure that is cut is another figure: the filter gives way.
    let room = canvas.size.columns - periods.reduce(0) { $0 + $1.text.columns }
    var column = max(4 + label.columns, min(28, room))
    canvas.write(label, column: 1, row: 0)
    canvas.field(
      filter, column: 1 + label.columns, row: 0, columns: column - label.columns - 2, isFocused: lines.isEmpty)
    for (period, text) in periods {
      column = canvas.write(text, column: column, row: 0, style: period == self.period ? .heading : .faint)
    }
    let each = weeks.prefix(12).map { String($0.count) }.joined(separator: " ")
    let rhythm = Phrase("每周到期（自本周）：", "Ending each week from this one: ") + .verbatim(each)
    canvas.write(rhythm(in: language).shortened(to: canvas.size.columns - 2), column: 1, row: 1, style: .faint)
    let caret = canvas.cursor
    canvas.table(
      RenewalTable.columns(in: language), selection: selection,
      in: Rect(column: 1, row: 2, columns: canvas.size.columns - 1, rows: canvas.size.rows - 2),
      style: { lines[$0].isDone ? .faint : .plain }, cell: { RenewalTable.cell(lines[$0], $1, in: language) })
    if lines.isEmpty { canvas.cursor = caret }
  }

  private func text(of period: RenewalPeriod, in language: Language) -> String {
    let (end, count) = (ends[period]?.iso ?? "", counts[period] ?? 0)
    let text = Phrase("\(end) 前 \(count)", "by \(end): \(count)")(in: language)
    return period == self.period ? "[\(text)]" : " \(text) "
  }

  private var chosen: RenewalLine? { lines.indices.contains(selection.index) ? lines[selection.index] : nil }
}
