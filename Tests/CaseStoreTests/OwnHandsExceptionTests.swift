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
    let others = try desk.store.otherDeciders(of: approved, than: Desk.session("bai")).map(\.name)
    #expect(others.contains("孙敏") && !others.contains("白云") && !others.contains("陈静"))
    #expect(listed.map(\.others) == [others.joined(separator: "、")])
    #expect(try desk.store.allWarnings(of: approved).filter { $0.code == .othersCouldDecide }.count == 1)
    #expect(try desk.store.exceptions(in: .year(2025), by: Desk.session("sun")).isEmpty)
  }

  @Test func anEndOrAFreezeAlwaysTakesSomebodyElse() throws {
    let (desk, people) = try Desk.withPeople(1)
    let fields: Entries = ["certificate": people[0].number, "reason": "voluntary"]
    let id = try inReview(.cancel, fields, papers: "VW,ID,OC", at: desk)
    #expect(
      try refusalCode { try desk.act(.approve, Self.ground, on: id, by: "bai", second: "chen") } == "not_acceptor")
  }

  /// What `sun` froze, and somebody else has taken in to lift.
  private func frozen(at desk: Desk, _ number: String) throws -> Int64 {
    let freeze = try desk.store.openCase(
      .freeze, ["certificate": number, "reason": "complaint", "document": "核查 1 号"], by: Desk.session("chen"))
    try desk.act(.submit, on: freeze.id)
    try desk.act(.accept, on: freeze.id)
    try desk.act(.noAssessment, on: freeze.id)
    try desk.act(.approve, Desk.ticks, on: freeze.id, by: "sun")
    let lift = try desk.store.openCase(
      .unfreeze, ["certificate": number, "reason": "核查无问题"], by: Desk.session("chen"))
    try desk.act(.submit, ["materials": "DD"], on: lift.id)
    try desk.act(.accept, on: lift.id)
    try desk.act(.noAssessment, on: lift.id)
    return lift.id
  }

  @Test func whoeverFrozeLiftsItOnlyWithAGroundAndSomebodyBeside() throws {
    let (desk, people) = try Desk.withPeople(1)
    let id = try frozen(at: desk, people[0].number)

    let refused = try #require(try refusal { try desk.act(.approve, Desk.ticks, on: id, by: "sun") })
    #expect(refused.code == "not_the_freezer" && refused.remedy?.chinese.contains("第二人") == true)
    #expect(try refusalCode { try desk.act(.approve, Self.ground, on: id, by: "sun") } == "not_the_freezer")
    #expect(
      try refusalCode { try desk.act(.approve, Desk.ticks, on: id, by: "sun", second: "bai") } == "not_the_freezer")
    let approved = try desk.act(.approve, Self.ground, on: id, by: "sun", second: "bai")

    #expect(approved.value("excepted_by", of: .approve) == "bai")
    #expect(try desk.certificate(people[0]).state == .valid)
    let listed = try desk.store.exceptions(in: .year(2026), by: Desk.session("sun"))
    #expect(listed.map(\.number) == [approved.number] && listed.map(\.staff) == [["孙敏", "白云"]])
  }

  @Test func anotherSupervisorNeedsNoException() throws {
    let (desk, people) = try Desk.withPeople(1)
    let id = try frozen(at: desk, people[0].number)
    #expect(try desk.act(.approve, Desk.ticks, on: id, by: "zhao").value("excepted_by", of: .approve).isEmpty)
  }

  @Test func whoeverCancelledRestoresOnlyWithAGroundAndSomebodyBesideWhoIsNoKin() throws {
    var desk = try Desk()
    let first = try desk.approved()
    try desk.handedOver(first, serial: "A0001")
    let number = Desk.adult + "43"
    let fields: Entries = ["certificate": number, "reason": "voluntary"]
    let end = try desk.store.openCase(.cancel, fields, by: Desk.session("chen")).id
    try desk.act(.submit, ["materials": "VW,ID,OC"], on: end)
    try desk.act(.accept, on: end)
    try desk.act(.noAssessment, on: end)
    try desk.act(.approve, Desk.ticks, on: end, by: "sun")
    let back = try desk.store.openCase(
      .restore, ["certificate": number, "reason": "本人撤回自愿注销"], by: Desk.session("chen")
    ).id
    try desk.act(.submit, ["materials": "PC"], on: back)
    try desk.act(.accept, on: back)
    try desk.act(.noAssessment, on: back)

    let refused = try #require(
      try refusal { try desk.act(.approve, Self.ground, on: back, by: "sun", second: "qin") })
    #expect(refused.code == "not_the_canceller" && refused.message.chinese.contains("回避"))
    try desk.act(.approve, Self.ground, on: back, by: "sun", second: "chen")
    #expect(try desk.store.certificate(numbered: number).state == .valid)
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
