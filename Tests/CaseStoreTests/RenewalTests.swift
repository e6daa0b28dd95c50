import Casework
import DeskFixtures
import GRDB
import Testing

@testable import CaseStore

@Suite struct RenewalTests {
  private let chen = Desk.session("chen")

  /// A register of people whose certificates end so many days from now, in turn in two villages.
  private func office(_ days: [Int]) throws -> Desk {
    let desk = try Desk()
    let lines = zip(1..., days).map { row, days in
      RegisterLine(
        row: row,
        cells: [
          "certificate": MadeUp.identity(born: "1960-01-01", sequence: row) + "43", "name": "人\(row)",
          "issued": desk.day.adding(days: days).adding(years: -10).iso, "valid_to": desk.day.adding(days: days).iso,
          "address": "岩垅乡\(row % 2 == 0 ? "青树村" : "白马村")", "state": "有效", "phone": "1380000\(1000 + row)",
        ])
    }
    _ = try desk.store.importRegister(lines, of: Desk.list("register"), by: chen) { text, _ in
      Day(iso: text).map(EventDate.day) ?? .missing
    }
    return desk
  }

  @Test func eachPeriodCountsWhoEndsWithinItAndNobodyWhoHasEnded() throws {
    let desk = try office([-1, 0, 30, 31, 90, 91, 180, 400])

    let counts = try desk.store.renewalCounts()

    #expect(counts == [.last: 2, .second: 4, .first: 6])
    let end = desk.day.adding(days: 91)
    #expect(try desk.store.renewals(until: end, by: chen).map(\.certificate.name) == ["人2", "人3", "人4", "人5", "人6"])
    #expect(try desk.store.renewalsPerWeek(until: end).reduce(0) { $0 + $1.count } == 5)
  }

  @Test func aVillageAndAPageReadNoMoreThanTheyShow() throws {
    let desk = try office([5, 10, 15, 20, 25])
    let end = desk.day.adding(days: 60)

    #expect(try desk.store.renewals(until: end, village: "青树", by: chen).map(\.certificate.name) == ["人2", "人4"])
    #expect(
      try desk.store.renewals(until: end, limit: 2, skipping: 2, by: chen).map(\.certificate.name) == ["人3", "人4"])
  }

  @Test func aCallThatWasTakenAndAnOpenRenewalMarkTheHolderDone() throws {
    let desk = try office([5, 10, 15])
    let end = desk.day.adding(days: 60)
    let lines = try desk.store.renewals(until: end, by: chen)
    for (line, result) in zip(lines, ["will_come", "not_reached"]) {
      try desk.store.record(
        .contact, ["about": "renewal", "result": result], onCertificate: line.certificate.number, by: chen)
    }
    let opened = try desk.store.openCase(.renewExpired, ["certificate": lines[2].certificate.number], by: chen)

    let now = try desk.store.renewals(until: end, by: chen)

    #expect(now.map(\.isDone) == [true, false, true] && now[2].openCase == opened.number)
  }

  @Test func onlyTheirDeskSeesThemAndAListThatLeavesIsNoted() throws {
    let desk = try office([5])
    let end = desk.day.adding(days: 60)
    let before = try desk.everything()

    #expect(try refusalCode { _ = try desk.store.renewals(until: end, by: Desk.session("li")) } == "not_your_role")
    _ = try desk.store.renewals(until: end, by: chen)
    #expect(try desk.everything() == before)
    _ = try desk.store.renewals(until: end, isLogged: true, by: chen)

    #expect(try desk.everything().contains("renewal_list"))
  }

  @Test func theCountsAndThePageComeFromTheIndex() throws {
    let desk = try office([5])
    let plans = try desk.store.database.read { db in
      try ["count(*)", "id"].map { what in
        try Row.fetchAll(
          db,
          sql: """
            EXPLAIN QUERY PLAN SELECT \(what) FROM certificate
            WHERE state = 'valid' AND valid_to >= '2026-01-01' AND valid_to <= '2026-09-01' ORDER BY valid_to, id
            """
        ).map { $0["detail"] as String }.joined()
      }
    }

    #expect(plans.allSatisfy { $0.contains("certificate_by_end") && !$0.contains("TEMP B-TREE") })
  }
}
