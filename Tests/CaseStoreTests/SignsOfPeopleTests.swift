import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// What the store knows of those whom a row without a match of its own may mean (domain: 5.1, level D; features: 45).
@Suite struct SignsOfPeopleTests {
  private static let chen = Desk.session("chen")

  /// A wrong number, an unknown one, and a name that is only near: each may be the person.
  private static func rows(about person: Person) -> [PoliceRow] {
    func row(_ row: Int, _ identity: String, _ name: String) -> PoliceRow {
      PoliceRow(
        row: row, identity: identity, name: name, birth: .day(MadeUp.day("1950-01-15")), kind: "死亡注销",
        eventDate: .day(MadeUp.day("2026-03-20")), address: person.address)
    }
    let unknown = [777, 888].map { MadeUp.identity(born: "1950-01-15", sequence: $0) }
    return [
      row(1, String(person.identity.dropLast(2)) + "00", person.name), row(2, unknown[0], person.name),
      row(3, unknown[1], "张大贾"),
    ]
  }

  private func called(_ person: Person, _ result: String = "will_come", on day: String, in desk: Desk) throws {
    try desk.store.record(
      .contact, ["about": "renewal", "result": result, "date": day], onCertificate: person.number, by: Self.chen)
  }

  private func accept(_ row: Int, as person: Person, _ sweep: Sweep, _ desk: Desk) throws {
    _ = try desk.store.decide(
      .rows([row...row]), .accept, reason: "派出所电话核实", given: SweepGiven(target: person.number), again: true,
      on: sweep.id, by: Self.chen)
  }

  private func seen(_ sweep: Sweep, _ desk: Desk) throws -> [SweepRow] {
    try desk.store.withNear(desk.rows(of: sweep), of: sweep)
  }

  @Test func aCallAfterTheDeathStandsBesideWhoeverARowMayMean() throws {
    let (desk, people) = try Desk.withPeople(1)
    try called(people[0], on: "2026-04-01", in: desk)

    let rows = try seen(desk.importSweep(Self.rows(about: people[0])), desk)

    #expect(rows.map(\.sweepClass) == [.malformed, .candidate, .none])
    #expect(rows.allSatisfy { $0.blocks == [.contactedAfter] })
    #expect(rows.allSatisfy { $0.evidence.first?.person == people[0].number && $0.isBlocked })
    #expect(
      rows[0].evidence.first?.words.chinese.hasPrefix("如是证件 \(Masking.certificate(people[0].number)) 的人：") == true)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  /// What was found out of one of two says nothing of the other.
  @Test func whoeverIsChosenIsToldOfAlone() throws {
    let (desk, people) = try Desk.withPeople(2)
    try called(people[1], on: "2026-04-01", in: desk)
    let row = PoliceRow(
      row: 1, identity: people[0].identity, name: people[1].name, birth: .day(MadeUp.day("1950-01-15")), kind: "死亡注销",
      eventDate: .day(MadeUp.day("2026-03-20")), address: people[1].address)
    let sweep = try desk.importSweep([row])
    #expect(try seen(sweep, desk)[0].blocks == [.contactedAfter])

    try accept(1, as: people[0], sweep, desk)
    #expect(try seen(sweep, desk)[0].blocks == [])
    try accept(1, as: people[1], sweep, desk)
    #expect(try seen(sweep, desk)[0].blocks == [.contactedAfter])
    #expect(try desk.store.verify().firstProblem == nil)
  }

  /// What happened since the import stands beside the row once it is decided, for whoever confirms it.
  @Test(arguments: [1, 2, 3]) func whatHappenedBeforeTheDecisionIsSeenByTheConfirmer(_ row: Int) throws {
    let (desk, people) = try Desk.withPeople(1)
    let sweep = try desk.importSweep(Self.rows(about: people[0]))
    try called(people[0], on: "2026-04-01", in: desk)

    try accept(row, as: people[0], sweep, desk)
    for other in 1...3 where other != row { try desk.decide(sweep, [other...other], .reject, reason: "同一人，另行已定") }

    #expect(try seen(sweep, desk)[row - 1].blocks.contains(.contactedAfter))
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: Self.chen)
    let draw = try desk.store.draw(of: desk.store.sweep(sweep.id), by: Desk.session("sun"))
    #expect(draw.doubtful.first { $0.row == row }?.blocks.contains(.contactedAfter) == true)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  /// As with a row of the own number: what nobody knew of when deciding is refused when it is carried out.
  @Test(arguments: [1, 2, 3]) func whatHappenedAfterTheDecisionIsRefused(_ row: Int) throws {
    let (desk, people) = try Desk.withPeople(1)
    let sweep = try desk.importSweep(Self.rows(about: people[0]))
    try accept(row, as: people[0], sweep, desk)
    for other in 1...3 where other != row { try desk.decide(sweep, [other...other], .reject, reason: "同一人，另行已定") }
    try called(people[0], on: "2026-04-01", in: desk)
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: Self.chen)
    _ = try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("sun"))

    let rehearsed = try desk.store.rehearsal(of: sweep.id, by: Desk.session("sun"))
    let outcome = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))

    #expect(rehearsed.outcome == outcome && outcome.refused.map(\.refusal.code) == ["contacted_after"])
    #expect(try desk.certificate(people[0]).state == .valid)
  }

  /// A sign that no decision knew of is damage.
  @Test func aSignThatNobodySawIsFound() throws {
    let (desk, people) = try Desk.withPeople(1)
    let sweep = try desk.importSweep(Self.rows(about: people[0]))
    try called(people[0], on: "2026-04-01", in: desk)
    try accept(1, as: people[0], sweep, desk)
    #expect(try desk.store.verify().firstProblem == nil)

    try desk.store.database.write { db in
      try desk.store.keep(
        LifeSign(.signedAfter, on: "2026-04-01", source: people[0].number), row: 2, of: sweep.id, since: desk.day,
        in: db)
    }

    #expect(try desk.store.verify().firstProblem != nil)
  }
}
