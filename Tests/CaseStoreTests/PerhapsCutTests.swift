import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// What the import does with a file of which nothing tells whether it is whole, and of an office that is not listened to.
@Suite struct PerhapsCutTests {
  private static let chen = Desk.session("chen")

  private func take(_ rows: [PoliceRow], cutAt row: Int, into desk: Desk) throws -> Sweep {
    try desk.store.importSweep(
      ReceivedFile(name: "half.csv", bytes: Array("\(rows)".utf8)), quarter: Quarter(of: desk.day), by: Self.chen
    ) { take in
      for row in rows { try take(row) }
      return FileReading(
        format: "csv", encoding: "utf-8", passedOver: 0, findings: ["warning.perhaps_cut": "1@\(row)"])
    }
  }

  @Test func theLastRowIsDecidedByItself() throws {
    let (desk, people) = try Desk.withPeople(2)

    let sweep = try take(people.map { $0.row() }, cutAt: 2, into: desk)

    #expect(try desk.rows(of: sweep).map(\.blocks) == [[], [.perhapsCut]])
    #expect(sweep.count.toAsk == 1 && sweep.count.closes)
    let bulk = try desk.store.decide(.whole(.exact), .accept, reason: "", on: sweep.id, by: Self.chen)
    #expect(bulk.decided == 1 && bulk.left == 1)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func aRowThatNeedsNobodyIsNotMadeADoubt() throws {
    let (desk, people) = try Desk.withPeople(1)
    let stranger = PoliceRow(
      row: 2, identity: MadeUp.identity(born: "1911-01-15", sequence: 1), name: "某人", kind: "死亡注销",
      eventDate: Sample.date("2026-03-01", false))

    let sweep = try take([people[0].row(), stranger], cutAt: 2, into: desk)

    #expect(try desk.rows(of: sweep).map(\.blocks) == [[], []])
  }

  @Test func civilAffairsAreNotComparedWhereTheOfficeDoesNotUseThem() throws {
    let (desk, people) = try Desk.withPeople(1)
    try desk.store.set(.reconSecondSource, to: "false", reason: "县里没有火化名单", by: Desk.session("admin"))

    #expect(
      try refusalCode { _ = try desk.importSweep([people[0].row()], from: .civilAffairs) } == "second_source_off")
    #expect(try desk.importSweep([people[0].row()]).state == .open)
    try desk.store.set(.reconSecondSource, to: "true", reason: "已有名单", by: Desk.session("admin"))
    #expect(try desk.importSweep([people[0].row()], file: "b.csv", from: .civilAffairs).state == .open)
  }
}
