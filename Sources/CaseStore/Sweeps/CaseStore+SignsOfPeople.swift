import Casework
import GRDB

/// What the store knows of those whom a row without a match of its own may mean (domain: 5.1, level D; features: 45).
extension CaseStore {
  /// Keeps what speaks against the deaths of people whom rows may mean: whoever chooses one of them has to know.
  ///
  /// A list with very many such rows is none of one county and quarter: there it is looked for when somebody is chosen.
  ///
  /// - Parameter found: the rows with candidates; those with near matches are read from the store.
  func keepSignsOfPeople(meantBy found: HolderRows, of sweep: Int64, in db: Database) throws {
    var meant: [Int: Set<String>] = [:]
    for row in found.vague { meant[row.row, default: []].formUnion(row.certificates) }
    let near = try Row.fetchCursor(
      db, sql: "SELECT row, certificate FROM sweep_near WHERE sweep = ?", arguments: [sweep])
    while let row = try near.next() { meant[row[0], default: []].insert(row[1]) }
    if meant.isEmpty || meant.count > Self.mostLookedUp { return }
    let holders = try HolderLook(db)
    let reported = try BulkStatement(
      "SELECT event_date, certificate FROM sweep_row WHERE sweep = ? AND row = ? AND kind = 'death'", in: db)
    reported.bind(sweep, at: 1)
    for (row, certificates) in meant.sorted(by: { $0.key < $1.key }) {
      reported.begin()
      reported.bind(Int64(row), at: 2)
      guard try reported.next(), let day = EventDate(kept: reported.text(0) ?? "").day else { continue }
      let others = certificates.subtracting([reported.text(1) ?? ""]).sorted()
      try keepSigns(against: day, of: others.compactMap { try holders.known(by: $0) }, row: row, of: sweep, in: db)
    }
  }

  private func keepSigns(
    against day: Day, of people: [KnownHolder], row: Int, of sweep: Int64, in db: Database
  ) throws {
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

  /// Looks up many; each of the first two statements reads nothing but an index.
  private struct HolderLook: ~Copyable {
    private let ofNumber: BulkStatement
    private let acting: BulkStatement
    private let renumbered: BulkStatement

    init(_ db: Database) throws {
      let columns = "SELECT identity, valid_from, seq FROM certificate"
      let ofNumber = try BulkStatement(
        "\(columns) WHERE identity = substr(?1, 1, 18) AND +number = ?1 ORDER BY id DESC LIMIT 1", in: db)
      let renumbered = try BulkStatement("\(columns) WHERE number = ?1 ORDER BY id DESC LIMIT 1", in: db)
      let acting = try BulkStatement(
        """
        SELECT EXISTS (SELECT 1 FROM application WHERE identity = ?1 AND identity <> '')
          OR EXISTS (\(CaseKeys.ofHelper))
          OR (SELECT count(*) FROM certificate WHERE identity = ?1) > 1
        """, in: db)
      self.ofNumber = ofNumber
      self.renumbered = renumbered
      self.acting = acting
    }

    func known(by certificate: String) throws -> KnownHolder? {
      try known(by: certificate, ofNumber) ?? known(by: certificate, renumbered)
    }

    private func known(by certificate: String, _ held: borrowing BulkStatement) throws -> KnownHolder? {
      held.begin()
      held.bind(certificate, at: 1)
      guard try held.next(), let identity = held.text(0) else { return nil }
      let (validFrom, sequence) = (held.text(1).flatMap { Day(iso: $0) }, held.number(2))
      acting.begin()
      acting.bind(identity, at: 1)
      let isActing = try acting.next() && acting.number(0) > 0
      return KnownHolder(
        certificate: certificate, identity: identity, validFrom: validFrom, isTouched: sequence > 1 || isActing)
    }
  }

  /// Keeps what the store knew of the person when somebody decided on a row, so that whoever confirms it sees it too.
  func keepSeen(_ known: [LifeSign], on row: SweepRow, of sweep: Sweep, in db: Database) throws {
    let found = Set(try signsAgainstDeath(row, in: db).map(\.key))
    for sign in known where found.contains(sign.key) {
      try keep(sign, row: row.row, of: sweep.id, since: today, in: db)
    }
  }

  /// Over all that was kept with a row after the import; `nil` where nothing was.
  static func seenDigest(of row: Int, in sweep: Int64, _ db: Database) throws -> String? {
    let signs = try Row.fetchAll(
      try db.cachedStatement(
        sql: """
          SELECT sign, source, day, detail, person, since FROM sweep_sign WHERE sweep = ? AND row = ? AND since <> ''
          ORDER BY sign, source, day
          """), arguments: [sweep, row])
    if signs.isEmpty { return nil }
    var digest = RowsDigest()
    var texts = RowTexts()
    for sign in signs {
      texts.fill(with: (0...5).map { sign[$0] as String })
      digest.add(row: row, texts)
    }
    return digest.finish()
  }
}
