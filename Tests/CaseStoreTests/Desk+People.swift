import Casework
import DeskFixtures
import GRDB

@testable import CaseStore

/// Somebody of a register that was taken over.
struct Person {
  let index: Int
  var name: String { "张大" + String(Array("甲乙丙丁戊己庚辛壬癸")[index % 10]) + (index >= 10 ? "\(index)" : "") }
  var identity: String { MadeUp.identity(born: "1950-01-15", sequence: index + 1) }
  var number: String { identity + "43" }
  var address: String { "洪江市岩垅乡青树村\(index)号" }

  func row(
    _ row: Int? = nil, _ kind: String = "死亡注销", on day: String = "2026-03-20", note: String = "", address: String? = nil
  ) -> PoliceRow {
    PoliceRow(
      row: row ?? index + 1, identity: identity, name: name, kind: kind, eventDate: Sample.date(day, false),
      address: address ?? self.address, note: note)
  }
}

extension Desk {
  /// An office of 2 April 2026 that has taken over a register of people who have had their certificates since 2020.
  ///
  /// - Parameter address: where all of them live; else each has a house of the own.
  static func withPeople(_ count: Int, at address: String? = nil) throws -> (desk: Desk, people: [Person]) {
    let desk = try Desk("2026-04-02")
    let people = (0..<count).map(Person.init)
    let lines = people.map { person in
      RegisterLine(
        row: person.index + 1,
        cells: [
          "certificate": person.number, "name": person.name, "identity": person.identity,
          "address": address ?? person.address,
          "category": "肢体", "grade": "三级", "issued": "2020-01-10", "valid_to": "2030-01-10", "state": "有效",
          "phone": "13800000000",
        ])
    }
    _ = try desk.store.importRegister(
      lines, of: ReceivedFile(name: "people.csv", bytes: [1]), by: session("chen"), dates: Sample.date)
    return (desk, people)
  }

  func certificate(_ person: Person) throws -> Certificate { try store.certificate(numbered: person.number) }

  /// What stands among the daily to-dos besides the comparison of the quarter.
  func proposals() throws -> [Proposal] { try store.proposals().filter { $0.kind != .quarterDue } }

  /// A sweep of these rows, all accepted and confirmed.
  func confirmedSweep(_ rows: [PoliceRow], file: String = "police.csv") throws -> Sweep {
    let sweep = try importSweep(rows, file: file)
    for row in rows { try decide(sweep, [row.row...row.row], .accept, reason: "已核实") }
    _ = try store.record(.submit, onSweep: sweep.id, by: Self.session("chen"))
    return try store.record(.approve, onSweep: sweep.id, by: Self.session("sun"))
  }

  func undo(_ sweep: Sweep, row: Int? = nil, by staff: String = "sun", second: String? = "bai") throws -> SweepUndoing {
    try store.undo(
      sweep: sweep.id, row: row, reason: "公安更正", by: Self.session(staff), second: second.map(Self.session))
  }

  /// What is folded of the register and of the queues, byte by byte but for the count of events.
  func register() throws -> String {
    try store.database.read { db in
      let tables = [
        "certificate":
          "id, number, state, since, identity, name, birth, phone, valid_from, valid_to, serial, body, due",
        "search_key": "*", "certificate_day": "*",
      ]
      return try tables.sorted { $0.key < $1.key }.map { table, columns in
        try Row.fetchAll(db, sql: "SELECT \(columns) FROM \(table) ORDER BY 1, 2").map(\.debugDescription)
          .joined(separator: "\n")
      }.joined(separator: "\n\n")
    }
  }
}
