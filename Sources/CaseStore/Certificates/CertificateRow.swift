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
  /// Gives holders who were said on the telephone to have died, before this was asked for, their day.
  static func noteSaidDead(in db: Database) throws {
    let rows = try Row.fetchAll(
      db, sql: "SELECT \(selection) FROM certificate WHERE instr(body, ?) > 0",
      arguments: ["\"\(ContactResult.reportedDead.rawValue)\""])
    for certificate in rows.compactMap(Certificate.init(row:)) {
      try db.execute(
        sql: "UPDATE certificate SET due = ? WHERE id = ?", arguments: [certificate.dueOn?.iso, certificate.id])
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
