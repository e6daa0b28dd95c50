import CaseStore
import Casework
import TerminalKit

/// The certificates behind one figure; each opens its holder.
struct FigureCasesScreen: Screen {
  enum Message { case moved(Key), choose, back }

  let period: ReportPeriod
  let code: String
  let session: Session
  private(set) var cases: [FigureCase] = []
  private(set) var selection = Selection()

  init(period: ReportPeriod, code: String, session: Session) {
    self.period = period
    self.code = code
    self.session = session
  }

  var title: Phrase { .verbatim("\(period.text) · ") + FigureName.name(of: code) + .verbatim(" · \(total)") }

  var bindings: [Binding<Message>] {
    let none = cases.isEmpty ? Phrase("没有证件", "There is none") : nil
    return [Binding(.enter, Phrase("打开持证人", "Open holder"), .choose, refusal: none)]
      + Binding.list(Message.moved) + [.back(.back)]
  }

  mutating func load(from store: CaseStore) throws {
    // What is behind a figure of the past stays; looking again is no new look.
    if cases.isEmpty { cases = try store.cases(behind: code, of: period, by: session) }
    selection.fit(cases.count)
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key): selection.press(key)
    case .choose:
      return cases.indices.contains(selection.index) ? .open(.holder(cases[selection.index].certificate.number)) : .none
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    guard !cases.isEmpty else {
      canvas.write(Phrase("没有证件", "There is none")(in: language), column: 3, row: 1, style: .faint)
      canvas.cursor = Position(column: 3, row: 1)
      return
    }
    canvas.table(
      Table([
        TableColumn("", columns: 2, priority: 4),
        TableColumn(Phrase("姓名", "Name")(in: language), columns: 10, priority: 6, grows: true),
        TableColumn(Phrase("证号", "Certificate")(in: language), columns: 22, priority: 5),
        TableColumn(Phrase("日期", "Day")(in: language), columns: 10, priority: 3),
        TableColumn(Phrase("办理", "Move")(in: language), columns: 12, priority: 2),
        TableColumn(Phrase("依据", "Ground")(in: language), columns: 20, priority: 1, grows: true),
      ]), selection: selection, in: Rect(column: 1, row: 0, columns: canvas.size.columns - 1, rows: canvas.size.rows),
      style: { cases[$0].count < 0 ? .faint : .plain }, cell: { cell(cases[$0], $1, in: language) })
  }

  private func cell(_ found: FigureCase, _ column: Int, in language: Language) -> String {
    switch column {
    case 0: found.count < 0 ? "-" : ""
    case 1: found.certificate.name
    case 2: Masking.certificate(found.certificate.number)
    case 3: found.event?.day.iso ?? ""
    case 4:
      (found.event.flatMap { Certificate.Move(rawValue: $0.move)?.name } ?? found.certificate.state.name)(in: language)
    default: found.ground ?? ""
    }
  }

  private var total: Int { cases.reduce(0) { $0 + $1.count } }
}
