import Casework
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

  @Test func aLookIsLoggedBeforeAnyWaitAndTheNextActWaitsForTheDiskAgain() throws {
    let desk = try Desk()
    let number = try desk.store.application(try desk.submitted()).number
    let atDesk = try CaseStore.open(at: desk.store.path, clock: Desk.clock("2026-03-02"), servesDesk: true)

    let looked = try atDesk.look(at: number, by: Desk.session("chen")).0.number
    #expect(looked == number)
    let newest = try desk.store.database.read { try EventLog.newest(in: $0).seq }
    let move = try desk.store.database.read {
      try String.fetchOne($0, sql: "SELECT move FROM event WHERE seq = ?", arguments: [newest])
    }
    #expect(move == "show")
    #expect(try atDesk.database.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)

    #expect(throws: Refusal.self) { try atDesk.look(at: number, by: Desk.session("dang")) }
    #expect(try atDesk.database.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
    #expect(try desk.store.verify().firstProblem == nil)
  }
}

@Suite struct ReadingInTests {
  @Test(arguments: [(Int.max, true), (0, false), (100_000, false)])
  func aStoreIsReadWholeOrNotAtAll(_ room: Int, _ isRead: Bool) throws {
    let desk = try Desk()
    defer { withExtendedLifetime(desk) {} }
    let store = desk.store
    try store.database.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
    let size = try #require(try FileManager.default.attributesOfItem(atPath: store.path)[.size] as? Int)
    #expect(size > 50_000)
    #expect(ReadingIn(path: store.path, room: room).read() == (isRead ? size : 0))
  }

  @Test func thisMachineHasSomeRoom() { #expect(ReadingIn.freeMemory > 1 << 20) }

  @Test func whatIsNotThereIsNotRead() { #expect(ReadingIn(path: "/nowhere/store.sqlite", room: .max).read() == 0) }
}
