import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// A colleague decides the row on which somebody writes a reason: what is typed stays text and never decides.
@Suite struct DecidedMeanwhileTests {
  private func office() throws -> (TestOffice, Sweep) {
    let office = try TestOffice()
    try office.sweptHolders()
    return (office, try office.sweep())
  }

  private func row(_ row: Int, in office: TestOffice, _ sweep: Sweep) throws -> SweepRow? {
    try office.store.rows(of: sweep, by: office.session("zheng")).first { $0.row == row }
  }

  /// The key, the row, whether it is asked in the list or row by row.
  @Test(arguments: [("3", 2, false), ("2", 2, false), ("3", 1, true), ("2", 1, true)] as [(Character, Int, Bool)])
  func aReasonThatIsBeingWrittenStaysAndEnterSaysFirstWhoDecided(_ key: Character, _ number: Int, _ inList: Bool) throws
  {
    let (office, sweep) = try office()
    let expected: SweepDecision = key == "3" ? .hold : .reject
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(inList ? .sweep(sweep.id) : .sweepReview(sweep.id, .doubtful, number))
    try desk.press(.character(key))
    try desk.type("等派出所")

    let other = try office.session("li")
    _ = try office.store.decide(.rows([number...number]), .accept, reason: "电话核实", on: sweep.id, by: other)
    try desk.type("11月11日回话")
    try desk.expect("写明：等派出所11月11日回话")
    try desk.press(.enter)

    #expect(try row(number, in: office, sweep)?.decidedBy == "li")
    try desk.expect("! 第 \(number) 行刚由\(other.staff.name)办过「同意」：电话核实", "写明：等派出所11月11日回话")
    try desk.type("2")
    try desk.expect("刚由\(other.staff.name)办过「同意」", "写明：等派出所11月11日回话2")
    #expect(try row(number, in: office, sweep)?.decision == .accept)

    office.time.pass(seconds: 2)
    try desk.press(.enter)
    let now = try #require(try row(number, in: office, sweep))
    #expect(now.decision == expected && now.decidedBy == "zheng" && now.decisionReason == "等派出所11月11日回话2")
  }

  /// The colleague was quicker than the key: what is typed behind it is a reason all the same.
  @Test(arguments: [true, false]) func whatIsTypedBehindAKeyThatCameTooLateIsNoDecision(_ inList: Bool) throws {
    let (office, sweep) = try office()
    let number = inList ? 1 : 2
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(inList ? .sweep(sweep.id) : .sweepReview(sweep.id, .doubtful, number))
    _ = try office.store.decide(.rows([number...number]), .reject, reason: "健在", on: sweep.id, by: office.session("li"))

    try desk.press("3")
    try desk.type("11月11日回话")
    try desk.press(.enter)

    try desk.expect("写明：11月11日回话", "办过「不同意」：健在")
    #expect(try row(number, in: office, sweep)?.decision == .reject)
  }

  @Test func aFormThatAsksForMoreKeepsItsTextAndStoresWithTheSecondKey() throws {
    let (office, sweep) = try office()
    let seen = try #require(try row(2, in: office, sweep))
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.acceptance(sweep.id, row: 2, of: nil, reason: "见过火化证明", seen))
    let other = try office.session("li")
    _ = try office.store.decide(.rows([2...2]), .hold, reason: "待查", on: sweep.id, by: other)

    try desk.press(.function(2))
    try desk.expect("第 2 行刚由\(other.staff.name)办过「留待核实」：待查", "见过火化证明")
    #expect(try row(2, in: office, sweep)?.decision == .hold)

    try desk.press(.function(2))
    #expect(try row(2, in: office, sweep)?.decision == .accept)
  }
}
