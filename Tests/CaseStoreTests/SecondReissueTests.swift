import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// Cards lost again and again: one reissue at a time, and the third loss is laid before a supervisor.
@Suite struct SecondReissueTests {
  private let chen = Desk.session("chen")
  private static let papers: Entries = ["materials": "ID,LS,PH×3,AF"]

  private func accepted(_ number: String, at desk: Desk) throws -> Int64 {
    let opened = try desk.store.openCase(.reissue, ["certificate": number], by: chen)
    try desk.act(.submit, Self.papers, on: opened.id)
    return try desk.act(.accept, on: opened.id).id
  }

  private func reissued(_ number: String, _ serial: String, at desk: Desk) throws -> String {
    let id = try accepted(number, at: desk)
    try desk.act(.noAssessment, on: id)
    try desk.act(.approve, Desk.ticks, on: id, by: "sun")
    try desk.handedOver(id, serial: serial)
    return try desk.store.application(id).certificateNumber
  }

  @Test func aSecondReissueOfACardIsRefusedWhileOneRuns() throws {
    let (desk, people) = try Desk.withPeople(2)
    let fields: Entries = ["certificate": people[0].number]
    let first = try desk.store.openCase(.reissue, fields, by: chen)

    #expect(try refusalCode { _ = try desk.store.openCase(.reissue, fields, by: chen) } == "reissue_under_way")
    let byNumber: Entries = ["identity": people[0].identity]
    #expect(try refusalCode { _ = try desk.store.openCase(.reissue, byNumber, by: chen) } == "reissue_under_way")
    let empty = try desk.store.openCase(.reissue, by: chen)
    #expect(try refusalCode { try desk.act(.edit, fields, on: empty.id) } == "reissue_under_way")
    try desk.act(.edit, ["certificate": people[1].number], on: empty.id)
    try desk.act(.edit, ["certificate": people[0].number, "phone": "13800001234"], on: first.id)

    try desk.act(.withdraw, ["request": "找到了"], on: first.id)
    #expect(try refusalCode { _ = try desk.store.openCase(.reissue, fields, by: chen) } == "")
  }

  @Test func theThirdLossWithinTwoYearsIsLaidBeforeASupervisor() throws {
    let (desk, people) = try Desk.withPeople(1)
    let first = try reissued(people[0].number, "S1", at: desk)
    let second = try reissued(first, "S2", at: desk)
    #expect(try desk.proposals().isEmpty)

    let third = try accepted(second, at: desk)

    let application = try desk.store.application(third)
    #expect(application.losses == ["2026-04-02", "2026-04-02", "2026-04-02"])
    #expect(application.warnings(under: Policy(), on: desk.day).map(\.code) == [.oftenLost])
    let told = try desk.proposals()
    #expect(told.map(\.kind) == [.oftenLost] && told[0].roles == [.supervisor])
    try desk.act(.noAssessment, on: third)
    try desk.act(.approve, Desk.ticks, on: third, by: "sun")
    #expect(try desk.proposals().isEmpty)
  }
}
