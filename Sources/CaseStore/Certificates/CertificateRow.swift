import Casework
import GRDB

extension Certificate: StoredSubject {
  static let table = "certificate"
  static let columns = [
    "number", "state", "seq", "since", "identity", "name", "birth", "phone", "valid_from", "valid_to", "serial", "body",
    "due",
  ]

  var values: [(any DatabaseValueConvertible)?] {
    let serial = self[.serial]
    return [
      number, state.rawValue, sequence, since.iso, identity, Cleaning.name(name).text, self[.birth], self[.phone],
      self[.validFrom], self[.validTo], serial.isEmpty ? nil : serial, entries.json,
      dueOn?.iso,
    ]
  }

  init?(row: Row) {
    guard let state = State(rawValue: row[2]), let since = Day(iso: row[4] as String),
      let entries = Entries(json: row[12])
    else { return nil }
    self.init(id: row[0], state: state, sequence: row[3], since: since, entries: entries)
  }

  init?(id: Int64, opening: Event<Certificate>) { self.init(id: id, openedBy: opening) }
}

extension Certificate {
  /// Gives holders who were called or written to, before this was kept, the latest answer and the day it is due.
  static func noteAnswers(in db: Database) throws {
    let called = try Int64.fetchAll(
      db, sql: "SELECT DISTINCT subject FROM event WHERE kind = ? AND move = ?",
      arguments: [kind, Move.contact.rawValue])
    for id in called {
      let events = try EventLog.events(of: kind, id, in: db).compactMap { $0.event(of: Certificate.self) }
      guard let opening = events.first else { continue }
      var certificate = Certificate(id: id, openedBy: opening)
      for event in events.dropFirst() { certificate.apply(event) }
      try db.execute(
        sql: "UPDATE certificate SET body = ?, due = ? WHERE id = ?",
        arguments: [certificate.entries.json, certificate.dueOn?.iso, id])
    }
  }
}

/// What finds a holder: the name from any character on, pinyin, initials.
enum SearchKeys {
  static func keys(for certificate: Certificate) -> Set<String> {
    let name = Cleaning.name(certificate.name).text
    let pinyin = Pinyin.keys(for: name)
    return name.endings.union(pinyin.full).union(pinyin.initials)
  }

  static func insert(for certificate: Certificate, in db: Database) throws {
    let statement = try db.cachedStatement(sql: "INSERT INTO search_key(key, certificate) VALUES (?, ?)")
    for key in keys(for: certificate) { try statement.execute(arguments: [key, certificate.id]) }
  }

  static func replace(for certificate: Certificate, after before: Certificate, in db: Database) throws {
    guard certificate.name != before.name else { return }
    let gone = try db.cachedStatement(sql: "DELETE FROM search_key WHERE key = ? AND certificate = ?")
    for key in keys(for: before) { try gone.execute(arguments: [key, certificate.id]) }
    try insert(for: certificate, in: db)
  }
}
