import Casework
import GRDB
import Synchronization

/// What has happened in the office since a list came and speaks against deaths that it reports (features: 45).
///
/// Only people of whom something was recorded since are looked at, however long the list is.
extension CaseStore {
  /// Of a sweep under way, by row: what the import could not know, and nobody who decided on the row by itself knew.
  func signsSince(_ sweep: Sweep, in db: Database) throws -> [Int: [LifeSign]] {
    guard sweep.isUnderWay else { return [:] }
    let newest = try EventLog.newest(in: db).hash
    if let known = signsSince.signs(of: sweep.id, at: newest) { return known }
    let found = try foundSince(sweep, in: db)
    signsSince.keep(found, of: sweep.id, at: newest)
    return found
  }

  private func foundSince(_ sweep: Sweep, in db: Database) throws -> [Int: [LifeSign]] {
    let people = try peopleTouched(since: sweep, in: db)
    if people.isEmpty { return [:] }
    let numbers = try String.fetchAll(
      db, sql: "SELECT number FROM certificate WHERE identity IN (SELECT value FROM json_each(?))",
      arguments: [people.jsonList]
    ).jsonList
    let rows = try readRows(
      ofSweep: sweep.id,
      where: """
        kind = 'death' AND (proposal <> 'none' OR decision IS NOT NULL)
          AND (identity IN (SELECT value FROM json_each(?)) OR certificate IN (SELECT value FROM json_each(?))
            OR candidates IN (SELECT value FROM json_each(?)) OR decision_target IN (SELECT value FROM json_each(?)))
        """, [people.jsonList, numbers, numbers, numbers], in: db)
    var found: [Int: [LifeSign]] = [:]
    for row in rows {
      let told = Set(row.signs.map(\.key))
      // A card issued after the death was seen in the dates of the row.
      let new = try signsAgainstDeath(row, in: db).filter {
        !told.contains($0.key) && !($0.block == .issuedAfter && row.block == .issuedAfter)
      }
      if !new.isEmpty { found[row.row] = new }
    }
    if found.isEmpty { return found }
    let known = try knownSigns(of: sweep, in: db)
    for (row, signs) in found {
      let new = signs.filter { known[row]?.contains($0.key) != true }
      found[row] = new.isEmpty ? nil : new
    }
    return found
  }

  /// The numbers of all about whom something was recorded since the rows of a list were compared, and of those who acted
  /// for them.
  private func peopleTouched(since sweep: Sweep, in db: Database) throws -> Set<String> {
    let first = try firstCompared(sweep, in: db)
    func subjects(_ kind: String) -> String {
      "(SELECT DISTINCT subject FROM event WHERE seq > \(first) AND kind = '\(kind)')"
    }
    let cases = subjects(Application.kind)
    return try Set(
      String.fetchAll(
        db,
        sql: """
          SELECT identity FROM certificate WHERE id IN \(subjects(Certificate.kind))
          UNION SELECT identity FROM application WHERE id IN \(cases)
          UNION SELECT substr(key, 2) FROM case_key
            WHERE key > '\(CaseKeys.helper)' AND key < '\(CaseKeys.helper):' AND application IN \(cases)
          """)
    ).subtracting([""])
  }

  /// The newest event when the first rows were compared: those of a long list are kept piece by piece before its event.
  private func firstCompared(_ sweep: Sweep, in db: Database) throws -> Int64 {
    let imported = try Int64.fetchOne(
      db, sql: "SELECT seq FROM event WHERE kind = ? AND subject = ? AND subject_seq = 1",
      arguments: [Sweep.kind, sweep.id])
    guard let began = Int64(sweep.value("began", of: .import)) else { return imported ?? 0 }
    return try Int64.fetchOne(
      db, sql: "SELECT seq FROM event WHERE seq < ? AND at < ? ORDER BY seq DESC LIMIT 1", arguments: [imported, began])
      ?? 0
  }
}

/// What was found since lists came, as long as nothing more is recorded: a desk asks for it with every key.
final class SignsSince: Sendable {
  private struct Found {
    let newest: [UInt8]
    var signs: [Int64: [Int: [LifeSign]]] = [:]
  }

  private let found = Mutex(Found(newest: []))

  func signs(of sweep: Int64, at newest: [UInt8]) -> [Int: [LifeSign]]? {
    found.withLock { $0.newest == newest ? $0.signs[sweep] : nil }
  }

  func keep(_ signs: [Int: [LifeSign]], of sweep: Int64, at newest: [UInt8]) {
    found.withLock { found in
      if found.newest != newest { found = Found(newest: newest) }
      found.signs[sweep] = signs
    }
  }
}
