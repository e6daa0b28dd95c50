import CaseStore
import Casework
import TerminalKit

/// The years and quarters that there are figures of, and who signed which.
struct ReportsScreen: Screen {
  enum Message { case moved(Key), choose, back }

  let session: Session
  private(set) var periods: [ReportPeriod] = []
  private(set) var reports: [String: PeriodReport] = [:]
  private(set) var selection = Selection()
  private var today: Day?
  private var names: [StaffMember.ID: String] = [:]

  init(session: Session) { self.session = session }

  let title = Phrase("统计报表", "Figures")

  var bindings: [Binding<Message>] {
    [Binding(.enter, Phrase("打开", "Open"), .choose)] + Binding.list(Message.moved) + [.back(.back)]
  }

  mutating func load(from store: CaseStore) throws {
    try session.require(PeriodReport.readers)
    (today, names) = (store.today, try store.staffNames())
    periods = try store.reportPeriods()
    reports = Dictionary(try store.reports().map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    selection.fit(periods.count)
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key): selection.press(key)
    case .choose:
      return periods.indices.contains(selection.index) ? .open(.figures(periods[selection.index])) : .none
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    canvas.table(
      Table([
        TableColumn(Phrase("报告期", "Period")(in: language), columns: 24, priority: 5),
        TableColumn(Phrase("状态", "State")(in: language), columns: 12, priority: 4),
        TableColumn(Phrase("签署人", "Signed by")(in: language), columns: 10, priority: 3),
        TableColumn(Phrase("签署时间", "Signed at")(in: language), columns: 20, priority: 2, grows: true),
      ]), selection: selection, in: Rect(column: 1, row: 0, columns: canvas.size.columns - 1, rows: canvas.size.rows),
      style: { isRunning(periods[$0]) ? .faint : .plain }, cell: { cell(periods[$0], $1, in: language) })
  }

  private func cell(_ period: ReportPeriod, _ column: Int, in language: Language) -> String {
    let report = reports[period.text]
    switch column {
    case 0: return period.name(in: language)
    case 1:
      if let report { return report.state.name(in: language) }
      return (isRunning(period) ? Phrase("进行中", "Under way") : Phrase("未签署", "Not signed"))(in: language)
    case 2: return report?.signer(names) ?? ""
    default: return report?.signedAt ?? ""
    }
  }

  private func isRunning(_ period: ReportPeriod) -> Bool { today.map { $0 <= period.last } ?? false }
}
