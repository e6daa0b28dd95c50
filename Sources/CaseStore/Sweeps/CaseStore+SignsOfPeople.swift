import Casework
import GRDB

/// What the store knows of those whom a row without a match of its own may mean (domain: 5.1, level D; features: 45).
extension CaseStore {
  /// Keeps what speaks against the deaths of people whom rows may mean: whoever chooses one of them has to know.
  ///
  /// - Parameter found: the rows with candidates; those with near matches are read from the store.
  func keepSignsOfPeople(meantBy found: HolderRows, of sweep: Int64, in db: Database) throws {
    var meant: [Int: Set<String>] = [:]
    for row in found.vague { meant[row.row, default: []].formUnion(row.certificates) }
    let near = try Row.fetchCursor(
      db, sql: "SELECT row, certificate FROM sweep_near WHERE sweep = ?", arguments: [sweep])
    while let row = try near.next() { meant[row[0], default: []].insert(row[1]) }
    let reported = try db.cachedStatement(
      sql: "SELECT event_date, certificate FROM sweep_row WHERE sweep = ? AND row = ? AND kind = 'death'")
    for (row, certificates) in meant.sorted(by: { $0.key < $1.key }) {
      guard let told = try Row.fetchOne(reported, arguments: [sweep, row]), let day = EventDate(kept: told[0]).day
      else {
        continue
      }
      let others = certificates.subtracting([told[1] as String]).sorted()
      try keepSigns(against: day, ofHolders: others, row: row, of: sweep, in: db)
    }
  }

  private func keepSigns(
    against day: Day, ofHolders certificates: [String], row: Int, of sweep: Int64, in db: Database
  ) throws {
    let people = try certificates.compactMap { try knownHolder(of: $0, in: db) }
    for person in people where person.isSuspect(on: day) {
      // Of two certificates of one person each tells the same.
      let isShared = people.count { $0.identity == person.identity } > 1
      for sign in try signs(against: day, of: person.identity, certificate: person.certificate, in: db) {
        try keep(isShared ? sign : sign.told(of: person.certificate), row: row, of: sweep, in: db)
      }
    }
  }

  private struct KnownHolder {
    let certificate: String
    let identity: String
    let validFrom: Day?
    /// Whether anything has happened in the office since the register was taken over.
    let isTouched: Bool

    func isSuspect(on death: Day) -> Bool { isTouched || validFrom.map { $0 > death } ?? false }
  }

  private func knownHolder(of certificate: String, in db: Database) throws -> KnownHolder? {
    let held = try Row.fetchOne(
      try db.cachedStatement(
        sql: "SELECT identity, valid_from, seq FROM certificate WHERE number = ? ORDER BY id DESC LIMIT 1"),
      arguments: [certificate])
    guard let held else { return nil }
    let identity: String = held[0]
    let isActing = try Bool.fetchOne(
      try db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM application WHERE identity = ?1 AND identity <> '')
            OR EXISTS (\(CaseKeys.ofHelper))
            OR (SELECT count(*) FROM certificate WHERE identity = ?1) > 1
          """), arguments: [identity])
    return KnownHolder(
      certificate: certificate, identity: identity, validFrom: (held[1] as String?).flatMap { Day(iso: $0) },
      isTouched: held[2] > 1 || isActing == true)
  }

  /// Keeps what the store knew of the person when somebody decided on a row, so that whoever confirms it sees it too.
  func keepSeen(_ known: [LifeSign], on row: SweepRow, of sweep: Sweep, in db: Database) throws {
    let told = Set(row.signs.map(\.key))
    let found = Set(try signsAgainstDeath(row, in: db).map(\.key))
    for sign in known where found.contains(sign.key) && !told.contains(sign.key) {
      try keep(sign, row: row.row, of: sweep.id, since: today, in: db)
    }
  }
}
