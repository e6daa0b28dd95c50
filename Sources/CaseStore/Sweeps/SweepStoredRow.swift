import Casework
import GRDB

extension Sweep: StoredSubject {
  static let table = "sweep"
  static let columns = ["number", "state", "seq", "since", "file", "body"]

  var values: [(any DatabaseValueConvertible)?] {
    [number, state.rawValue, sequence, since.iso, value("sha256", of: .import), entries.json]
  }

  init?(row: Row) {
    guard let state = State(rawValue: row[2]), let since = Day(iso: row[4] as String),
      let entries = Entries(json: row[6])
    else { return nil }
    self.init(id: row[0], number: row[1], state: state, sequence: row[3], since: since, entries: entries)
  }

  init?(id: Int64, opening: Event<Sweep>) {
    self.init(id: id, number: opening.data.text("number"), openedBy: opening)
  }
}
