import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// What the store knows around a case is said before it is decided, and what was said at the acceptance is kept.
@Suite struct AroundTests {
  private func movedOut(_ person: Person, at desk: Desk) throws {
    let id = try desk.store.openCase(
      .transferOut, ["certificate": person.number, "destination": "431202"], by: Desk.session("chen")
    ).id
    try desk.act(.submit, ["materials": "MV"], on: id)
    try desk.act(.accept, on: id)
    try desk.act(.noAssessment, on: id)
    try desk.act(.approve, Desk.ticks, on: id, by: "sun")
    try desk.act(.finishWithoutCard, ["delivered": "yes"], on: id)
  }

  private func comingBack(_ person: Person, as number: String, at desk: Desk) throws -> Int64 {
    let id = try desk.store.openCase(
      .transferIn,
      [
        "certificate": number, "identity": person.identity, "name": person.name, "address": person.address,
        "origin": "中方县", "valid_from": "2025-05-01", "valid_to": "2035-05-01",
      ], by: Desk.session("chen")
    ).id
    try desk.act(.submit, ["materials": "TP,ID"], on: id)
    return id
  }

  @Test func whoeverComesBackUnderAnotherGradeIsComparedWithTheRegister() throws {
    let (desk, people) = try Desk.withPeople(1)
    try movedOut(people[0], at: desk)
    let id = try comingBack(people[0], as: people[0].identity + "41", at: desk)

    func codes() throws -> [String] {
      try desk.store.allWarnings(of: desk.store.application(id)).map(\.code.rawValue).sorted()
    }
    let said = ["dates_differ", "disability_differs", "origin_differs"]
    #expect(try codes() == said)
    let accepted = try desk.act(.accept, on: id)
    #expect(accepted.value("warned", of: .accept) == said.joined(separator: ","))
    #expect(try codes() == said)
  }

  @Test func whatIsKeptAtTheAcceptanceIsWhatTheCaseShowsAfterIt() throws {
    let (desk, people) = try Desk.withPeople(1)
    try desk.store.record(
      .contact, ["about": "renewal", "result": "reported_dead"], onCertificate: people[0].number,
      by: Desk.session("chen"))
    let id = try desk.store.openCase(
      .renewDamaged, ["certificate": people[0].number], by: Desk.session("chen")
    ).id
    try desk.act(.submit, ["materials": "OC,ID,PH×3"], on: id)
    let accepted = try desk.act(.accept, on: id)

    let shown = Set(try desk.store.allWarnings(of: accepted).map(\.code.rawValue)).sorted()
    #expect(shown == ["told_on_call"])
    #expect(accepted.value("warned", of: .accept) == shown.joined(separator: ","))
  }

  @Test func aBarIsSaidWithTheMoveThatWouldNeedItLifted() throws {
    var desk = try Desk()
    let first = try desk.approved()
    try desk.handedOver(first, serial: "A0001")
    try desk.cancel(Desk.adult + "43", .voluntary)
    let id = try desk.submitted()

    let offers = try desk.store.offers(on: desk.store.application(id), for: Desk.session("chen"))
    let accept = try #require(offers.first { $0.transition.move == .accept })
    #expect(accept.refusals.isEmpty && accept.lifting?.code == "not_barred")
    #expect(accept.lifting?.remedy?.chinese.contains("审核主管或理事长") == true)
    #expect(offers.filter { $0.transition.move != .accept }.allSatisfy { $0.lifting == nil })
  }

  @Test func kinDoesNotStandBesideWhoeverUndoesAMove() throws {
    let (desk, people) = try Desk.withPeople(1)
    try movedOut(people[0], at: desk)
    try desk.store.setRecusals([people[0].identity], of: "bai", by: Desk.session("admin"))
    func undo(_ second: String) throws {
      try desk.store.record(
        .moveOutUndone, ["reason": "对方退回", "ground": "退函 1 号"], onCertificate: people[0].number,
        by: Desk.session("chen"), second: Desk.session(second))
    }
    #expect(try refusalCode { try undo("bai") } == "second_no_kin")
    try undo("sun")
    #expect(try desk.certificate(people[0]).state == .valid)
  }
}
