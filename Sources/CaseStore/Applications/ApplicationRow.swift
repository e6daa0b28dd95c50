import Casework
import GRDB

extension Application: StoredSubject {
  static let table = "application"
  static let columns = [
    "number", "service", "state", "seq", "since", "applicant", "identity", "deadline", "owner", "body", "urgency",
  ]

  var values: [(any DatabaseValueConvertible)?] {
    [
      number, service.rawValue, state.rawValue, sequence, since.iso, applicant, self[.identity], deadline?.day.iso,
      owner, entries.json, urgency,
    ]
  }

  init?(row: Row) {
    guard let service = ServiceKind(rawValue: row[2]), let state = State(rawValue: row[3]),
      let since = Day(iso: row[5] as String), let entries = Entries(json: row[10])
    else { return nil }
    self.init(
      id: row[0], number: row[1], service: service, state: state, sequence: row[4], since: since, entries: entries)
  }

  init?(id: Int64, opening: Event<Application>) {
    guard let service = ServiceKind(rawValue: opening.data.text("service")) else { return nil }
    self.init(id: id, number: opening.data.text("number"), service: service, openedBy: opening)
  }
}
