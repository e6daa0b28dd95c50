import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// A death is reported of somebody whom the office spoke to afterwards.
@Suite struct AgainstLifeTests {
  private func office() throws -> (TestOffice, Sweep) {
    let office = try TestOffice()
    try office.sweptHolders()
    office.time.pass(days: 2)
    try office.store.record(
      .contact, ["about": "renewal", "result": "will_come", "date": office.store.today.iso],
      onCertificate: try #require(office.store.search("张伟", limit: 1).first).number, by: office.session("li"))
    return (office, try office.sweep())
  }

  private func accepted(_ office: TestOffice, _ sweep: Sweep) throws -> String? {
    try office.store.rows(of: sweep, by: office.session("zheng"))[1].decisionReason
  }

  @Test func whatWasFoundOutIsWrittenAndNotOnlyChosen() throws {
    let (office, sweep) = try office()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweepReview(sweep.id, .doubtful, 2))

    try desk.press("1", .down, .enter)
    try desk.expect("报亡之后此人有活动：请写明怎样查明的")
    #expect(try accepted(office, sweep) == nil)

    try desk.type("长子到场，见过火化证")
    try desk.press(.enter)
    #expect(try accepted(office, sweep) == "已电话向家属核实：长子到场，见过火化证")
  }

  @Test func whoeverConfirmsIsToldFirstAndSeesEveryListToItsEnd() throws {
    let (office, sweep) = try office()
    try office.decideAll(of: sweep)
    var confirmer = try DeskDriver("zhou", in: office)
    try confirmer.open(.sweep(1))

    try confirmer.press(.function(2), "2")
    try confirmer.expect("先看", "同意注销而死亡日期之后有活动的 1 行：第 2 行")
    try confirmer.press(.function(2))
    try confirmer.expect("先把随机抽的看到底")
    try confirmer.press(.right, .function(2))
    try confirmer.expectNot("先把随机抽的看到底")
    #expect(
      try office.store.draw(of: office.store.sweep(sweep.id), by: office.session("zhou")).againstLife.map(\.row) == [2])
  }

  @Test func whatCameUpAfterAcceptingStandsFirstForWhoeverSubmitsAndConfirms() throws {
    let office = try TestOffice()
    try office.sweptHolders()
    office.time.pass(days: 2)
    let sweep = try office.sweep()
    let zheng = try office.session("zheng")
    _ = try office.store.decide(.rows([1...1]), .accept, reason: "", on: sweep.id, by: zheng)
    _ = try office.store.decide(.rows([2...2]), .accept, reason: "电话核实", on: sweep.id, by: zheng)
    _ = try office.store.decide(.rows([4...4]), .reject, reason: "号码无法核实", on: sweep.id, by: zheng)
    try office.store.record(
      .contact, ["about": "renewal", "result": "will_come", "date": office.store.today.iso],
      onCertificate: try #require(office.store.search("张伟", limit: 1).first).number, by: office.session("li"))

    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweep(sweep.id))
    try desk.expect("有新情况")
    try desk.open(.sweepMove(.submit, sweep.id))
    try desk.expect("先看", "同意之后又有新情况", "第 2 行")
    _ = try office.store.record(.submit, onSweep: sweep.id, by: zheng)
    var confirmer = try DeskDriver("zhou", in: office, columns: 120, rows: 40)
    try confirmer.open(.sweep(1))
    try confirmer.press(.function(2), "2")

    try confirmer.expect("同意之后又有新情况", "同意注销而死亡日期之后有活动的 1 行：第 2 行", "被拒 1（第 2 行）")
  }
}
