import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// A cancellation is taken back by somebody else than decided it, who sees what it was (domain: 2.10).
@Suite struct RestoreTests {
  private static let number = Desk.adult + "43"

  private func reviewed(_ service: ServiceKind, _ fields: Entries, papers: String, at desk: Desk) throws -> Int64 {
    let opened = try desk.store.openCase(service, fields, by: Desk.session("chen"))
    try desk.act(.submit, ["materials": papers], on: opened.id)
    try desk.act(.accept, on: opened.id)
    try desk.act(.noAssessment, on: opened.id)
    return opened.id
  }

  private func warnings(of id: Int64, at desk: Desk) throws -> [Application.Warning] {
    let found = try desk.store.application(id)
    return found.warnings(under: Policy(), amid: try desk.store.surroundings(of: found), on: desk.day)
      .filter { $0.code == .wasCancelled }
  }

  @Test func whoeverCancelledDoesNotRestoreAndWhoeverDoesIsToldOfTheBar() throws {
    var desk = try Desk()
    let first = try desk.approved()
    try desk.handedOver(first, serial: "A0001")
    let end = try reviewed(
      .cancel, ["certificate": Self.number, "reason": "voluntary"], papers: "VW,ID,OC", at: desk)
    try desk.act(.approve, Desk.ticks, on: end, by: "sun")

    let back = try reviewed(
      .restore, ["certificate": Self.number, "reason": "公安更正"], papers: "PC", at: desk)
    let told = try #require(try warnings(of: back, at: desk).first).sentence.chinese
    #expect(told == "此证 \(desk.day) 注销：自愿，恢复即免去至 \(desk.day.adding(months: 12)) 的一年限制")
    #expect(try refusalCode { try desk.act(.approve, Desk.ticks, on: back, by: "sun") } == "not_the_canceller")
    #expect(try desk.store.certificate(numbered: Self.number).state == .cancelled)

    try desk.act(.approve, Desk.ticks, on: back, by: "zhao")
    #expect(try desk.store.certificate(numbered: Self.number).state == .valid)
    #expect(try warnings(of: back, at: desk).isEmpty)
  }

  @Test func aDeathTakenBackNamesReasonAndDayWithoutABar() throws {
    var desk = try Desk()
    let first = try desk.approved()
    try desk.handedOver(first, serial: "A0001")
    try desk.cancel(Self.number, .death)
    let back = try reviewed(
      .restore, ["certificate": Self.number, "reason": "公安更正"], papers: "PC", at: desk)
    #expect(try warnings(of: back, at: desk).map(\.sentence.chinese) == ["此证 \(desk.day) 注销：死亡"])
  }
}
