import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// Nobody accepts a row of which something has not been on the screen (domain: 5.1; features: 44).
@Suite struct SweepReadFirstTests {
  private func office() throws -> (TestOffice, Sweep) {
    let office = try TestOffice()
    try office.sweptHolders()
    return (office, try office.sweep("many-texts.csv"))
  }

  private func decision(_ row: Int, in office: TestOffice, _ sweep: Sweep) throws -> SweepDecision? {
    try office.store.rows(of: sweep, by: office.session("zheng")).first { $0.row == row }?.decision
  }

  private static let refusal = "下面还有没看的：先按 PgDn 看到底"

  @Test func aRowIsAcceptedOnceItsFactsWereReadToTheirEnd() throws {
    let (office, sweep) = try office()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweepReview(sweep.id, .doubtful, 2))
    try desk.expect("↓ PgDn")

    try desk.press("1")
    try desk.expect(Self.refusal)
    try desk.expectNot("已向派出所核实")
    for _ in 0..<9 { try desk.press(.pageDown) }
    try desk.expectNot("↓ PgDn")
    try desk.press("1", .down, .enter)

    #expect(try decision(2, in: office, sweep) == .accept)
  }

  @Test func rejectingAndHoldingNeedNoReading() throws {
    let (office, sweep) = try office()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweepReview(sweep.id, .doubtful, 2))

    try desk.press("3", .down, .enter)

    #expect(try decision(2, in: office, sweep) == .hold)
  }

  @Test func whatWasReadOfOneRowIsNotReadOfTheNext() throws {
    let (office, sweep) = try office()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweepReview(sweep.id, .all, 1))
    for _ in 0..<9 { try desk.press(.pageDown) }

    try desk.press(.down, "1")

    try desk.expect("名单第 2 行", Self.refusal)
  }

  @Test func theSameHoldsWhereARowIsDecidedFromTheList() throws {
    let (office, sweep) = try office()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.rowDecision(sweep.id, office.store.rows(of: sweep, by: office.session("zheng"))[1], .accept))

    try desk.press(.down, .enter)
    try desk.expect(Self.refusal)
    #expect(try decision(2, in: office, sweep) == nil)
    for _ in 0..<20 { try desk.press(.pageDown) }
    try desk.press(.enter)

    #expect(try decision(2, in: office, sweep) == .accept)
  }

  @Test func aTitleThatNamesAnotherTimeAndAnotherPlaceIsNamedOnce() throws {
    let office = try TestOffice()
    try office.sweptHolders()
    let title = "芷江县2025年第三季度死亡人员名单"
    let sweep = try office.store.importSweep(
      ReceivedFile(name: "titles.csv", bytes: [1]), quarter: #require(Quarter("2026Q3")), by: office.session("zheng")
    ) { take in
      for row in TestOffice.policeRows { try take(row) }
      return FileReading(
        format: "csv", encoding: "utf-8", passedOver: 1,
        findings: [Sweep.titleDoubtsCode: "quarter \(title)\nplace \(title)"])
    }
    var desk = try DeskDriver("zheng", in: office)

    try desk.open(.sweep(sweep.id))

    try desk.expect("F8", "请看 标题；")
    try desk.expectNot("标题、标题")
  }
}
