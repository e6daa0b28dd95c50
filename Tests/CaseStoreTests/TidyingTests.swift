import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite struct TidyingTests {
  @Test func whatIsCommittedComesIntoTheFileBehindTheOneWhoCommits() throws {
    let folder = TestFolder()
    let path = folder.file("store.sqlite")
    let tidying = Tidying(path)
    var configuration = Configuration()
    configuration.prepareDatabase { tidying.takeOver($0) }
    let database = try DatabaseQueue(path: path, configuration: configuration)
    try database.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = wal; CREATE TABLE kept(bytes BLOB)")
    }
    func size() throws -> Int {
      try #require(try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
    }

    try database.write { try $0.execute(sql: "INSERT INTO kept VALUES (zeroblob(400000))") }
    tidying.wait()
    #expect(try size() < 100_000, "a short log stays as it is")

    for _ in 1...20 {
      try database.write { try $0.execute(sql: "INSERT INTO kept VALUES (zeroblob(400000))") }
    }
    tidying.wait()
    #expect(try size() > 4_000_000)
    #expect(try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM kept") } == 21)
  }
}
