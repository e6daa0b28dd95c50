import Casework
import GRDB

/// The register as the comparison of a sweep asks it: by number, and by name with birth date.
struct StoreRegister: SweepComparison.Register {
  private let byIdentity: Statement
  private let byPerson: Statement
  private let openCase: Statement

  init(_ db: Database) throws {
    let columns = """
      id, number, identity, name, birth, state, valid_from,
      CASE WHEN serial IS NULL THEN NULL ELSE json_extract(body, '$."hand_over.on"') END
      """
    byIdentity = try db.makeStatement(sql: "SELECT \(columns) FROM certificate WHERE identity = ?")
    byPerson = try db.makeStatement(sql: "SELECT \(columns) FROM certificate WHERE name = ? AND birth = ?")
    openCase = try db.makeStatement(
      sql: """
        SELECT EXISTS (SELECT 1 FROM application WHERE identity = ? AND identity <> ''
          AND state NOT IN ('not_accepted', 'refused', 'collected', 'archived', 'withdrawn', 'lapsed'))
        """)
  }

  func certificates(of identity: String) throws -> [RegisterMatch] {
    try Row.fetchAll(byIdentity, arguments: [identity]).map(RegisterMatch.init(row:))
  }

  func certificates(named name: String, born birth: String) throws -> [RegisterMatch] {
    try Row.fetchAll(byPerson, arguments: [name, birth]).map(RegisterMatch.init(row:))
  }

  func hasOpenCase(_ identity: String) throws -> Bool {
    try Bool.fetchOne(openCase, arguments: [identity]) ?? false
  }
}

extension RegisterMatch {
  fileprivate init(row: Row) {
    self.init(
      id: row[0], number: row[1], identity: row[2], name: row[3], birth: row[4],
      isActive: Certificate.State(rawValue: row[5])?.isActive ?? false,
      validFrom: Day(iso: row[6] as String), handedOver: (row[7] as String?).flatMap { Day(iso: $0) })
  }
}
