import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// A family tells the office of a death: what the office saw of the holder since is told to whoever decides (features: 45, 55).
@Suite struct ToldDeathTests {
  /// A cancellation for a death, and the warnings beside it.
  private func warnings(of person: Person, died day: String, at desk: Desk) throws -> [Application.Warning] {
    let opened = try desk.store.openCase(
      .cancel, ["certificate": person.number, "reason": "death", "event_date": day], by: Desk.session("chen"))
    try desk.act(.submit, ["materials": "DP"], on: opened.id)
    let accepted = try desk.act(.accept, on: opened.id)
    return try desk.store.allWarnings(of: accepted)
  }

  private func called(_ person: Person, on day: String, at desk: Desk) throws {
    try desk.store.record(
      .contact, ["about": "renewal", "result": "will_come", "date": day], onCertificate: person.number,
      by: Desk.session("chen"))
  }

  @Test(arguments: [("2026-03-24", 1), ("2026-03-20", 0), ("2026-03-18", 0)])
  func aCallAfterTheDayOfDeathIsTold(_ day: String, _ count: Int) throws {
    var (desk, people) = try Desk.withPeople(1)
    desk.go(to: "2026-03-25")
    try called(people[0], on: day, at: desk)

    let told = try warnings(of: people[0], died: "2026-03-20", at: desk).filter { $0.code == .lifeAfterDeath }

    #expect(told.count == count)
    #expect(
      told.allSatisfy {
        $0.sentence.chinese.hasPrefix("所报死亡日期 2026-03-20 之后，2026-03-24 联系：已告知，将来办理")
          && !$0.sentence.english.isEmpty
      })
  }

  @Test func aRenewalTakenInAfterTheDeathIsTold() throws {
    var (desk, people) = try Desk.withPeople(1)
    desk.go(to: "2026-03-25")
    let renewal = try desk.store.openCase(
      .renewDamaged, ["certificate": people[0].number], by: Desk.session("chen"))
    try desk.act(.submit, ["materials": "OC,ID,HK,PH×3"], on: renewal.id)

    let told = try warnings(of: people[0], died: "2026-03-20", at: desk).filter { $0.code == .lifeAfterDeath }

    #expect(told.count == 1 && told[0].sentence.chinese.contains(renewal.number))
  }

  @Test func anotherReasonAsksForNone() throws {
    var (desk, people) = try Desk.withPeople(1)
    desk.go(to: "2026-03-25")
    try called(people[0], on: "2026-03-24", at: desk)
    let opened = try desk.store.openCase(
      .cancel, ["certificate": people[0].number, "reason": "voluntary"], by: Desk.session("chen"))

    #expect(try !desk.store.allWarnings(of: opened).contains { $0.code == .lifeAfterDeath })
  }
}
