import Casework
import GRDB

extension CaseStore {
  /// Looks at every person whom the file reports dead and the register holds, and keeps what speaks against it.
  ///
  /// One pass over the rows as they are kept: it costs little where nothing is known but the register, and needs
  /// nothing that an import that was stopped would have forgotten.
  func findSigns(of sweep: Int64, told: inout Entries, in db: Database) throws {
    let insert = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO sweep_sign(sweep, row, sign, source, day, detail) VALUES (?, ?, ?, ?, ?, ?)")
    func keep(_ sign: LifeSign, _ row: Int) throws {
      try insert.execute(arguments: [sweep, row, sign.block.rawValue, sign.source, sign.day, sign.detail])
    }
    let (suspects, neighbours) = try deaths(of: sweep, in: db)
    for suspect in suspects {
      for sign in try signsOfLife(of: suspect.identity, after: suspect.day, in: db) { try keep(sign, suspect.row) }
    }
    try findKin(among: neighbours.candidates(), of: sweep, in: db, keep)
    let (count, digest) = try Self.signsDigest(of: sweep, in: db)
    guard count > 0 else { return }
    told["signs"] = String(count)
    told["signs_digest"] = digest
  }

  /// Every death of a real day: whether the store knows more of the person, and where the person lived.
  private func deaths(
    of sweep: Int64, in db: Database
  ) throws -> (suspects: [(row: Int, identity: String, day: Day)], neighbours: Neighbours) {
    let statement = try BulkStatement(Self.deaths, in: db)
    statement.bind(sweep, at: 1)
    var suspects: [(row: Int, identity: String, day: Day)] = []
    var neighbours = Neighbours()
    while try statement.next() {
      guard let day = statement.text(1).flatMap({ Day(iso: $0) }) else { continue }
      let row = Int(statement.number(0))
      if statement.number(2) != 0 { suspects.append((row, statement.text(3) ?? "", day)) }
      neighbours.add(row: row, on: day, name: statement.text(4) ?? "", address: statement.text(5) ?? "")
    }
    return (suspects, neighbours)
  }

  private static let deaths = """
    SELECT r.row, r.event_date, r.class IN ('exact', 'name_mismatch') AND (r.block = 'issued_after'
        OR EXISTS (SELECT 1 FROM certificate c WHERE c.identity = r.identity AND c.seq > 1)
        OR EXISTS (SELECT 1 FROM application a WHERE a.identity = r.identity AND a.identity <> '')),
      r.identity, r.source_name, r.source_address
    FROM sweep_row r WHERE r.sweep = ? AND r.kind = 'death' AND r.class <> 'duplicate'
      AND r.event_date >= '0' AND r.event_date < ':'
    """

  private func findKin(
    among rows: [Int], of sweep: Int64, in db: Database, _ keep: (LifeSign, Int) throws -> Void
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        SELECT source_name, identity, event_date, source_address, class IN ('exact', 'name_mismatch') FROM sweep_row
        WHERE sweep = ? AND row = ?
        """)
    var houses: [String: [KinAtOneAddress.Death]] = [:]
    var ours: Set<Int> = []
    for row in rows {
      guard let found = try Row.fetchOne(statement, arguments: [sweep, row]), let day = Day(iso: found[2] as String)
      else { continue }
      houses[found[3], default: []].append(
        KinAtOneAddress.Death(row: row, name: found[0], identity: found[1], day: day))
      if found[4] { ours.insert(row) }
    }
    for (address, deaths) in houses where KinAtOneAddress.isHouse(address) {
      for (row, sign) in KinAtOneAddress.signs(among: deaths) where ours.contains(row) { try keep(sign, row) }
    }
  }
}

/// Deaths by address and first letter of the name, a few bytes each: those that may belong together are read again.
private struct Neighbours {
  private var deaths: [(place: Int, day: Int32, row: Int32)] = []

  mutating func add(row: Int, on day: Day, name: String, address: String) {
    guard !address.isEmpty else { return }
    var hasher = Hasher()
    hasher.combine(address)
    hasher.combine(name.unicodeScalars.first { !$0.properties.isWhitespace })
    deaths.append((hasher.finalize(), Int32(day.ordinal), Int32(row)))
  }

  /// The rows of those who died within a week of another at the same place, in file order.
  func candidates() -> [Int] {
    let ordered = deaths.sorted { ($0.place, $0.day) < ($1.place, $1.day) }
    var found: Set<Int> = []
    for (one, other) in zip(ordered, ordered.dropFirst())
    where one.place == other.place && other.day - one.day <= KinAtOneAddress.week {
      found.formUnion([Int(one.row), Int(other.row)])
    }
    return found.sorted()
  }
}
