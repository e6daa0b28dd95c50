import Casework
import DeskFixtures
import Testing

@testable import CaseStore

@Suite struct ManyCasesTests {
  /// Two cases in review, accepted by chen and by bai, who is a supervisor as well.
  private func office() throws -> (Desk, [Application]) {
    var desk = try Desk()
    let first = try desk.accepted()
    let second = try desk.submitted(MadeUp.identity(born: "1979-05-06", sequence: 31), name: "王桂花")
    try desk.act(.accept, on: second, by: "bai")
    for id in [first, second] { try desk.assessedByHospital(id) }
    for id in [first, second] { try desk.act(.postNotice, ["place": "岩垅村"], on: id) }
    desk.go(to: "2026-03-20")
    for id in [first, second] { try desk.act(.noticeEnd, ["evidence": "照片 3 张"], on: id) }
    return (desk, try [first, second].map { try desk.store.application($0) })
  }

  @Test func eachCaseIsJudgedByItselfAndOneRefusedHindersNoOther() throws {
    let (desk, cases) = try office()

    let outcomes = try desk.store.record(
      .approve, Desk.ticks, onEach: cases.map(SeenCase.init), by: Desk.session("bai"))

    #expect(outcomes.map { $0.refusal?.code } == [nil, "not_acceptor"])
    #expect(try cases.map { try desk.store.application($0.id).state } == [.approved, .review])
    #expect(try desk.store.application(cases[1].id) == cases[1])
  }

  @Test func aCaseThatSomebodyActedOnSinceItWasSeenStandsAside() throws {
    let (desk, cases) = try office()
    let seen = cases.map(SeenCase.init)
    try desk.act(.registerPaper, ["code": "ID", "form": "copy"], on: cases[0].id)

    let outcomes = try desk.store.record(.approve, Desk.ticks, onEach: seen, by: Desk.session("sun"))

    #expect(outcomes.map { $0.refusal?.code } == ["changed_meanwhile", nil])
  }

  @Test func aConfirmationNotGivenLeavesAllAsTheyAre() throws {
    let (desk, cases) = try office()
    let before = try desk.everything()

    let outcomes = try desk.store.record(
      .approve, ["materials": "yes"], onEach: cases.map(SeenCase.init), by: Desk.session("sun"))

    #expect(outcomes.map { $0.refusal?.code } == ["fields_missing", "fields_missing"])
    #expect(try desk.everything() == before)
  }
}
