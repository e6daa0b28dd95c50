import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// A wrong death that was restored is not told to anybody afterwards (domain: 2.10).
@Suite struct DecisionTakenBackTests {
  private func approved(_ service: ServiceKind, _ fields: Entries, by decider: String, at desk: Desk) throws -> Int64 {
    let opened = try desk.store.openCase(service, fields, by: Desk.session("chen"))
    try desk.act(.submit, ["materials": "DP,PC,MV"], on: opened.id)
    try desk.act(.accept, on: opened.id)
    try desk.act(.noAssessment, on: opened.id)
    var ticks = Desk.ticks
    ticks["reason"] = "派出所已核实"
    return try desk.act(.approve, ticks, on: opened.id, by: decider).id
  }

  @Test func theCancellationIsClosedWithoutDeliveryAndNobodyIsTold() throws {
    let (desk, people) = try Desk.withPeople(1)
    let number = people[0].number
    let end = try approved(
      .cancel, ["certificate": number, "reason": "death", "event_date": "2026-03-30"], by: "sun", at: desk)
    let before = try desk.store.application(end)
    #expect(try desk.store.takenBack(before) == nil)
    let back = try approved(.restore, ["certificate": number, "reason": "公安更正"], by: "zhao", at: desk)

    let told = try #require(try desk.store.takenBack(before))
    let restoring = try desk.store.application(back).number
    #expect(told.on == desk.day && told.application == restoring)
    #expect(try refusal { try desk.act(.finishWithoutCard, ["delivered": "yes"], on: end) } != nil)
    try desk.act(.finishWithoutCard, ["undelivered": "yes"], on: end)
    #expect(try desk.store.application(end).state == .archived)
    #expect(try desk.store.dueCorrections(about: number).isEmpty)
  }

  @Test func itStaysTakenBackWhenAnotherCaseCancelsTheCertificateAgain() throws {
    let (desk, people) = try Desk.withPeople(1)
    let named: Entries = ["certificate": people[0].number]
    func ended(_ reason: String) throws -> Int64 {
      var fields = named
      fields.merge(["reason": reason, "event_date": "2026-03-30"])
      return try approved(.cancel, fields, by: "sun", at: desk)
    }
    let first = try ended("hk_cancelled")
    _ = try approved(.restore, ["certificate": people[0].number, "reason": "公安更正"], by: "zhao", at: desk)
    let second = try ended("death")

    #expect(try desk.store.takenBack(desk.store.application(first))?.on == desk.day)
    #expect(try desk.store.takenBack(desk.store.application(second)) == nil)
  }

  @Test func aCancellationThatStandsIsClosedByItsDelivery() throws {
    let (desk, people) = try Desk.withPeople(1)
    let end = try approved(
      .cancel, ["certificate": people[0].number, "reason": "death", "event_date": "2026-03-30"], by: "sun", at: desk)

    #expect(try refusal { try desk.act(.finishWithoutCard, ["undelivered": "yes"], on: end) } != nil)
    try desk.act(.finishWithoutCard, ["delivered": "yes"], on: end)
  }

  @Test func aMoveThatWasUndoneIsTakenBackAsWell() throws {
    let (desk, people) = try Desk.withPeople(1)
    let out = try approved(
      .transferOut, ["certificate": people[0].number, "destination": "431202"], by: "sun", at: desk)
    try desk.store.record(
      .moveOutUndone, ["reason": "对方不接收", "ground": "来函 3 号"], onCertificate: people[0].number,
      by: Desk.session("chen"), second: Desk.session("bai"))

    let told = try #require(try desk.store.takenBack(desk.store.application(out)))
    #expect(told.on == desk.day && told.application.isEmpty)
  }
}
