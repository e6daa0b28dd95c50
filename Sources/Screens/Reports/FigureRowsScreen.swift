import CaseStore
import Casework
import TerminalKit

/// The rows of sweeps, or the sweeps, behind one figure; each opens where it stands.
struct FigureRowsScreen: Screen {
  enum Message { case moved(Key), choose, back }

  let period: ReportPeriod
  let code: String
  let session: Session
  private(set) var rows: [FigureRow] = []
  private(set) var selection = Selection()

  init(period: ReportPeriod, code: String, session: Session) {
    self.period = period
    self.code = code
    self.session = session
  }

  var title: Phrase { .verbatim("\(period.text) · ") + FigureName.name(of: code) + .verbatim(" · \(rows.count)") }

  var bindings: [Binding<Message>] {
    let none = rows.isEmpty ? Phrase("没有", "There is none") : nil
    return [Binding(.enter, Phrase("打开", "Open"), .choose, refusal: none)] + Binding.list(Message.moved)
      + [.back(.back)]
  }

  mutating func load(from store: CaseStore) throws {
    // What was seen is not looked at again on coming back from a row.
    if rows.isEmpty { rows = try store.rows(behind: code, of: period, by: session) }
    selection.fit(rows.count)
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key): selection.press(key)
    case .choose:
      guard rows.indices.contains(selection.index) else { return .none }
      let (sweep, row) = (rows[selection.index].sweep.id, rows[selection.index].row?.row)
      guard let row else { return .open(.sweep(sweep)) }
      let shown = rows.filter { $0.sweep.id == sweep }.compactMap { $0.row?.row }
      return .open(.sweepReview(sweep, shown.count > Self.mostListed ? .all : .listed(shown), row))
    case .back: return .back
    }
    return .none
  }

  /// Of a longer list the review goes through the whole sweep.
  private static let mostListed = 2000

  func draw(on canvas: inout Canvas, in language: Language) {
    guard !rows.isEmpty else {
      canvas.write(Phrase("没有", "There is none")(in: language), column: 3, row: 1, style: .faint)
      canvas.cursor = Position(column: 3, row: 1)
      return
    }
    canvas.table(
      Table([
        TableColumn(Phrase("核销", "Sweep")(in: language), columns: 15, priority: 3),
        TableColumn(Phrase("行", "Row")(in: language), columns: 5, priority: 6, alignsRight: true),
        TableColumn(Phrase("姓名", "Name")(in: language), columns: 10, priority: 7, grows: true),
        TableColumn(Phrase("事由", "Kind")(in: language), columns: language == .chinese ? 8 : 14, priority: 4),
        TableColumn(Phrase("日期", "Date")(in: language), columns: 10, priority: 2),
        TableColumn(Phrase("比对", "Class")(in: language), columns: 12, priority: 1),
        TableColumn(Phrase("决定和结果", "Decided, done")(in: language), columns: 16, priority: 5, grows: true),
      ]), selection: selection, in: Rect(column: 1, row: 0, columns: canvas.size.columns - 1, rows: canvas.size.rows),
      style: { _ in .plain }, cell: { cell(rows[$0], $1, in: language) })
  }

  private func cell(_ found: FigureRow, _ column: Int, in language: Language) -> String {
    guard let row = found.row else {
      return switch column {
      case 0: found.sweep.number
      case 2: found.sweep.fileName
      case 6: found.sweep.state.name(in: language)
      default: ""
      }
    }
    return switch column {
    case 0: found.sweep.number
    case 1: String(row.row)
    case 2: row.source.name
    case 3: row.source.kindWord(in: language)
    case 4: row.dayText
    case 5: row.sweepClass.name(in: language)
    default: [row.decision?.name, row.outcomeWords].compactMap { $0?(in: language) }.joined(separator: " ")
    }
  }
}
