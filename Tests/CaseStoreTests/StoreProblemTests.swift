import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

/// Files that cannot be a case store: one clear sentence each, and not a byte changed.
@Suite struct StoreProblemTests {
  private let folder = TestFolder()
  private let clock = Desk.clock("2026-03-02")

  private func open(_ path: String) throws -> String {
    try problemCode { _ = try CaseStore.open(at: path, clock: clock) }
  }

  private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

  @Test func aMissingFileIsNotMade() throws {
    let path = folder.file("none.sqlite")

    #expect(try open(path) == "no_store")

    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test(arguments: ["", "姓名,号码\n张三,1", "SQLite format 3"]) func aTextIsNoStore(_ text: String) throws {
    let path = folder.file("notes.txt")
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))

    #expect(try open(path) == "not_a_store")

    #expect(try bytes(path) == Data(text.utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["notes.txt"])
  }

  @Test func somebodyElsesDatabaseIsLeftAsItIs() throws {
    let path = folder.file("library.sqlite")
    let library = try DatabaseQueue(path: path)
    try library.write { try $0.execute(sql: "CREATE TABLE book(title TEXT); INSERT INTO book VALUES ('红楼梦')") }
    try library.close()
    let before = try bytes(path)

    #expect(try open(path) == "not_a_store")

    #expect(try bytes(path) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["library.sqlite"])
  }

  @Test func aStoreOfANewerProgramIsLeftAsItIs() throws {
    let desk = try Desk()
    try desk.store.database.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA user_version = \(CaseStore.schemaVersion + 1)")
      _ = try db.checkpoint(.truncate)
    }
    let before = try bytes(desk.store.path)

    #expect(try open(desk.store.path) == "newer_schema")

    #expect(try bytes(desk.store.path) == before)
  }

  @Test func aStoreIsOnlyForItsOwnerAndIsNeverMadeTwice() throws {
    let desk = try Desk()
    _ = try desk.submitted()
    for file in try FileManager.default.contentsOfDirectory(atPath: desk.folder.path) {
      let mode = try FileManager.default.attributesOfItem(atPath: desk.folder.file(file))[.posixPermissions] as? Int
      #expect(mode == 0o600, "\(file)")
    }

    let again = try problemCode { _ = try CaseStore.create(at: desk.store.path, clock: clock) }

    #expect(again == "store_exists")
    #expect(try desk.store.verify().holds)
  }

  @Test func aNewStoreIsOnlyForItsOwner() throws {
    let path = folder.file("office.sqlite")

    let store = try CaseStore.create(at: path, clock: clock)

    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    #expect(try store.database.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
    #expect(try store.database.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
    #expect(try store.database.read { try Int.fetchOne($0, sql: "PRAGMA foreign_keys") } == 1)
  }

  @Test func aFolderThatIsNotThereIsNamed() throws {
    let path = folder.file("nowhere/office.sqlite")

    #expect(try problemCode { _ = try CaseStore.create(at: path, clock: clock) } == "unreachable")
  }

  @Test func aBusinessDateIsForRehearsalsOnly() throws {
    let desk = try Desk()
    try desk.store.write { db in
      try desk.store.change(.office, "office", move: "init", by: "admin", data: ["rehearsal": "no"], in: db)
    }

    #expect(try open(desk.store.path) == "not_a_rehearsal")
  }

  @Test func aFullDiskLeavesTheStoreWhole() throws {
    let desk = try Desk()
    let id = try desk.submitted()
    let before = try desk.everything()
    try desk.store.database.writeWithoutTransaction { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages)")
    }

    let long = String(repeating: "很长的说明", count: 4000)
    let problem = try problemCode { try desk.act(.withdraw, ["request": Entries(["x": long]).text("x")], on: id) }

    #expect(problem == "unreachable")
    #expect(try desk.everything() == before)
    #expect(try desk.store.verify().firstProblem == nil)
    try desk.store.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 100000") }
    try desk.act(.withdraw, ["request": "本人申请"], on: id)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func everyProblemIsSaidInBothLanguages() {
    let problems: [StoreProblem] = [
      .missing("x"), .exists("x"), .notOurs("x"), .newer("x", schema: 9), .unreachable("x", .verbatim("y")),
      .damaged("x"), .busy,
      .notARehearsal,
    ]

    #expect(Set(problems.map(\.code)).count == problems.count)
    #expect(problems.allSatisfy { !$0.message.chinese.isEmpty && !$0.message.english.isEmpty })
  }
}
