import Casework
import DeskFixtures
import GRDB
import Testing

@testable import CaseStore

/// Where holders stand in a list: asked with every case of theirs, and found without reading the list.
@Suite struct HolderIndexTests {
  private static func number(_ place: Int) -> String { "4312811985031200\(1000 + place)44" }

  /// Lists with nobody, with one piece, with several; some people stand in them twice.
  @Test(arguments: [0, 1, 79, 80, 81, 400]) func everyRowAboutAHolderIsFoundAndNoOther(people: Int) throws {
    let database = try DatabaseQueue()
    try Schema.create(in: database)
    var expected: [String: [Int]] = [:]
    for place in 0..<people {
      expected[Self.number(place)] = place % 3 == 0 ? [place + 1, place + 1001] : [place + 1]
    }
    let entries = expected.flatMap { number, rows in rows.map { HolderIndex.Entry(number, row: $0) } }

    try database.write { db in
      try HolderIndex(entries).keep(of: 7, in: db)
      try HolderIndex([HolderIndex.Entry(Self.number(0), row: 99)]).keep(of: 8, in: db)
      for (number, rows) in expected { #expect(try HolderIndex.rows(about: number, in: 7, db: db) == rows) }
      for stranger in people..<people + 50 {
        #expect(try HolderIndex.rows(about: Self.number(stranger), in: 7, db: db).isEmpty)
      }
      #expect(try HolderIndex(entries.shuffled()).isKept(of: 7, in: db))
    }
  }

  @Test(arguments: [
    "DELETE FROM sweep_holder", "UPDATE sweep_holder SET entries = substr(entries, 13)",
    "INSERT INTO sweep_holder VALUES (77, 1, X'00')",
  ]) func whatIsTakenFromItIsFound(_ change: String) throws {
    let desk = try Desk.withRegister()
    _ = try desk.importSweep(Sample.policeRows(), quarter: "2025Q3")
    #expect(try desk.store.verify().firstProblem == nil)

    try desk.store.database.write { try $0.execute(sql: change) }

    #expect(try desk.store.verify().firstProblem != nil)
  }

  @Test func theListsOfAnOlderStoreGetOne() throws {
    let desk = try Desk.withRegister()
    _ = try desk.importSweep(Sample.policeRows(), quarter: "2025Q3")
    try desk.store.database.write { db in
      try db.execute(sql: "DELETE FROM sweep_holder")
      try HolderIndex.keepAll(in: db)
    }

    #expect(try desk.store.verify().firstProblem == nil)
  }
}
