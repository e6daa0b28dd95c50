import Casework
import GRDB

extension PeriodReport: StoredSubject {
  static let table = "report"
  static let columns = ["number", "state", "seq", "since", "body"]

  var values: [(any DatabaseValueConvertible)?] { [number, state.rawValue, sequence, since.iso, entries.json] }

  init?(row: Row) {
    guard let state = State(rawValue: row[2]), let since = Day(iso: row[4] as String),
      let entries = Entries(json: row[5])
    else { return nil }
    self.init(id: row[0], number: row[1], state: state, sequence: row[3], since: since, entries: entries)
  }

  init?(id: Int64, opening: Event<PeriodReport>) {
    self.init(id: id, number: opening.data.text("number"), openedBy: opening)
  }

  static func find(_ period: ReportPeriod, in db: Database) throws -> PeriodReport? {
    let row = try Row.fetchOne(db, sql: "SELECT \(selection) FROM report WHERE number = ?", arguments: [period.text])
    guard let row else { return nil }
    guard let report = PeriodReport(row: row) else { throw StoreProblem.damaged("report \(period.text)") }
    return report
  }
}
