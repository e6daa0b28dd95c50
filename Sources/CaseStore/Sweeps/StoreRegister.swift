import Casework
import GRDB

/// The register as the comparison of a sweep asks it: by number, and by name with birth date.
struct StoreRegister: SweepComparison.Register, ~Copyable {
  private let byIdentity: BulkStatement
  private let byPerson: BulkStatement

  init(_ db: Database) throws {
    let columns = "id, number, name, state, valid_from"
    let identity = try BulkStatement("SELECT \(columns) FROM certificate WHERE identity = ?", in: db)
    let person = try BulkStatement("SELECT \(columns) FROM certificate WHERE name = ? AND birth = ?", in: db)
    byIdentity = identity
    byPerson = person
  }

  func certificates(of identity: String) throws -> [RegisterMatch] {
    byIdentity.begin()
    byIdentity.bind(identity, at: 1)
    return try Self.matches(byIdentity)
  }

  func certificates(named name: String, born birth: String) throws -> [RegisterMatch] {
    byPerson.begin()
    byPerson.bind(name, at: 1)
    byPerson.bind(birth, at: 2)
    return try Self.matches(byPerson)
  }

  private static func matches(_ statement: borrowing BulkStatement) throws -> [RegisterMatch] {
    var found: [RegisterMatch] = []
    while try statement.next() {
      found.append(
        RegisterMatch(
          id: statement.number(0), number: statement.text(1) ?? "", name: statement.text(2) ?? "",
          isActive: statement.text(3).flatMap(Certificate.State.init(rawValue:))?.isActive ?? false,
          validFrom: statement.text(4).flatMap { Day(iso: $0) }))
    }
    return found
  }
}
