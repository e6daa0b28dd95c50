import Casework
import GRDB

/// The register as a sweep asks it: many rows at once, in the order of the index.
struct StoreRegister: ~Copyable {
  private let byIdentity: BulkStatement
  private let byPerson: BulkStatement
  private let cases: BulkStatement

  /// - Parameter db: keeps more pages in hand from now on, so that the indexes are not read again and again.
  init(_ db: Database) throws {
    try db.execute(sql: "PRAGMA cache_size = -16000")
    let columns = "id, number, name, state, valid_from, seq"
    // Each of the first two reads nothing but its index.
    let identity = try BulkStatement("SELECT \(columns) FROM certificate WHERE identity = ?", in: db)
    let person = try BulkStatement(
      "SELECT id, number, name, state FROM certificate WHERE name = ? AND birth = ?", in: db)
    let cases = try BulkStatement(
      "SELECT 1 FROM application WHERE identity = ? AND identity <> '' LIMIT 1", in: db)
    byIdentity = identity
    byPerson = person
    self.cases = cases
  }

  /// What the register holds about each of some rows.
  func look(at rows: [CleanedRow]) throws -> [Found] {
    var found = [Found](repeating: Found(), count: rows.count)
    var order: [(number: IdentityNumber, place: Int)] = []
    order.reserveCapacity(rows.count)
    for (place, row) in rows.enumerated() {
      if let number = row.number { order.append((number, place)) }
    }
    order.sort { $0.number < $1.number }
    for (_, place) in order {
      let row = rows[place]
      found[place].held = try certificates(of: row.identity)
      if row.kind == .death, !found[place].held.isEmpty { found[place].hasCases = try hasCases(row.identity) }
    }
    for (place, row) in rows.enumerated() where found[place].held.isEmpty {
      if let birth = row.birth, !row.name.isEmpty {
        found[place].named = try certificates(named: row.name, born: birth)
      }
    }
    return found
  }

  struct Found {
    /// All certificates of the row's number.
    var held: [RegisterMatch] = []
    /// Those of the row's name and birth date, where there are none of its number.
    var named: [RegisterMatch] = []
    /// Whether there ever was a case about the number; looked up where it is reported dead.
    var hasCases = false
  }

  private func certificates(of identity: String) throws -> [RegisterMatch] {
    byIdentity.begin()
    byIdentity.bind(identity, at: 1)
    var found: [RegisterMatch] = []
    while try byIdentity.next() {
      found.append(
        Self.match(
          byIdentity, validFrom: byIdentity.text(4).flatMap { Day(iso: $0) }, isTouched: byIdentity.number(5) > 1))
    }
    return found
  }

  private func certificates(named name: String, born birth: Day) throws -> [RegisterMatch] {
    byPerson.begin()
    byPerson.bind(name, at: 1)
    byPerson.bind(birth.iso, at: 2)
    var found: [RegisterMatch] = []
    while try byPerson.next() { found.append(Self.match(byPerson)) }
    return found
  }

  private func hasCases(_ identity: String) throws -> Bool {
    cases.begin()
    cases.bind(identity, at: 1)
    return try cases.next()
  }

  private static func match(
    _ statement: borrowing BulkStatement, validFrom: Day? = nil, isTouched: Bool = false
  ) -> RegisterMatch {
    RegisterMatch(
      id: statement.number(0), number: statement.text(1) ?? "", name: statement.text(2) ?? "",
      isActive: statement.text(3).flatMap(Certificate.State.init(rawValue:))?.isActive ?? false,
      validFrom: validFrom, isTouched: isTouched)
  }
}
