import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// In a small office somebody may approve what came through the own hands, by a ground and a second login (SOD-7).
@Suite struct OwnHandsExceptionTests {
  private static let ground: Entries = {
    var fields = Desk.ticks
    fields["override"] = "本室仅两人在岗"
    return fields
  }()

  /// A damaged card whose renewal `bai`, clerk and supervisor, took in.
  private func inReview(_ service: ServiceKind, _ fields: Entries, papers: String, at desk: Desk) throws -> Int64 {
    let opened = try desk.store.openCase(service, fields, by: Desk.session("bai"))
    try desk.act(.submit, ["materials": papers], on: opened.id, by: "bai")
    try desk.act(.accept, on: opened.id, by: "bai")
    try desk.act(.noAssessment, on: opened.id, by: "bai")
    return opened.id
  }

  @Test func itTakesAGroundAndSomebodyBeside() throws {
    let (desk, people) = try Desk.withPeople(1)
    let id = try inReview(.renewDamaged, ["certificate": people[0].number], papers: "OC,ID,PH×3", at: desk)

    #expect(try refusalCode { try desk.act(.approve, Desk.ticks, on: id, by: "bai") } == "not_acceptor")
    #expect(try refusalCode { try desk.act(.approve, Desk.ticks, on: id, by: "bai", second: "chen") } == "not_acceptor")
    #expect(try refusalCode { try desk.act(.approve, Self.ground, on: id, by: "bai") } == "not_acceptor")
    #expect(try refusalCode { try desk.act(.approve, Self.ground, on: id, by: "bai", second: "bai") } == "not_acceptor")
    #expect(
      try refusalCode {
        try desk.store.record(
          .approve, Self.ground, on: id, by: Desk.session("bai"), second: Desk.session("chen").continued)
      } == "own_secret")
    let approved = try desk.act(.approve, Self.ground, on: id, by: "bai", second: "chen")

    #expect(approved.state == .approved && approved.value("flag", of: .approve) == "annual_inspection")
    #expect(approved.value("excepted_by", of: .approve) == "chen")
    let listed = try desk.store.exceptions(in: .year(2026), by: Desk.session("sun"))
    #expect(listed.map(\.number) == [approved.number] && listed.map(\.ground) == ["本室仅两人在岗"])
    #expect(listed.map(\.staff) == [["白云", "陈静"]])
    #expect(try desk.store.exceptions(in: .year(2025), by: Desk.session("sun")).isEmpty)
  }

  @Test func anEndOrAFreezeAlwaysTakesSomebodyElse() throws {
    let (desk, people) = try Desk.withPeople(1)
    let fields: Entries = ["certificate": people[0].number, "reason": "voluntary"]
    let id = try inReview(.cancel, fields, papers: "VW,ID,OC", at: desk)
    #expect(
      try refusalCode { try desk.act(.approve, Self.ground, on: id, by: "bai", second: "chen") } == "not_acceptor")
  }

  @Test func aLiftedBarIsListedToo() throws {
    var desk = try Desk()
    let first = try desk.approved()
    try desk.handedOver(first, serial: "A0001")
    try desk.cancel(Desk.adult + "43", .voluntary)
    let id = try desk.submitted()
    let accepted = try desk.act(.accept, ["override": "错误注销后依法重办"], on: id, second: "sun")

    let listed = try desk.store.exceptions(in: .year(2026), by: Desk.session("sun"))
    #expect(listed.map(\.number) == [accepted.number] && listed.map(\.move) == [.accept])
  }
}
