import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// The rows of a sweep one by one.
@Suite struct SweepReviewTests {
  private func office() throws -> (TestOffice, Sweep) {
    let office = try TestOffice()
    try office.holder("张伟", 2)
    return (office, try office.sweep())
  }

  private func decision(_ row: Int, in office: TestOffice, _ sweep: Sweep) throws -> SweepDecision? {
    try office.store.rows(of: sweep, by: office.session("zheng")).first { $0.row == row }?.decision
  }

  @Test func differencesStandInBracketsAndBesideASign() throws {
    let (office, sweep) = try office()
    var desk = try DeskDriver("zheng", in: office)

    try desk.open(.sweepReview(sweep.id, .doubtful, nil))

    try desk.expect("第 1 / 2 行 · 已定 0 · 剩 2", "名单第 2 行", "姓名不符")
    let name = try #require(try desk.shown.split(separator: "\n").first { $0.hasPrefix(" 姓名") })
    #expect(name.contains("张[炜]") && name.contains("≠") && name.contains("张[伟]"))
  }

  @Test func aDoubtfulRowTakesTwoKeysAndTheNextComesByItself() throws {
    let (office, sweep) = try office()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweepReview(sweep.id, .doubtful, nil))

    try desk.press("1")
    try desk.expect("「同意」的理由", "2 已向派出所核实")
    #expect(try decision(2, in: office, sweep) == nil)
    try desk.press("2")

    try desk.expect("名单第 4 行", "第 2 / 2 行 · 已定 1 · 剩 1", "已存：第 2 行 同意")
    let row = try office.store.rows(of: sweep, by: office.session("zheng"))[1]
    #expect(row.decision == .accept && row.decisionReason == "已向派出所核实")
  }

  @Test(
    arguments: [("n", .reject), ("N", .reject), ("２", .reject), ("w", .hold), ("3", .hold)]
      as [(Character, SweepDecision)])
  func lettersAndDigitsOfAnyInputMethodDoTheSame(_ key: Character, _ expected: SweepDecision) throws {
    let (office, sweep) = try office()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweepReview(sweep.id, .doubtful, 4))

    try desk.press(.character(key))
    // A row with an odd date takes a reason.
    if try desk.shown.contains("的理由") { try desk.press("1") }

    #expect(try decision(4, in: office, sweep) == expected)
  }

  @Test func aReasonIsWrittenAndRepeatedByEnter() throws {
    let (office, sweep) = try office()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweepReview(sweep.id, .doubtful, nil))

    try desk.press("1")
    try desk.type("村医 3 组")
    #expect(try decision(2, in: office, sweep) == nil)
    try desk.press(.escape)
    try desk.press("1")
    try desk.type("村医证明")
    try desk.press(.enter)
    #expect(try decision(2, in: office, sweep) == .accept)

    try desk.press(.up, "1")
    try desk.expect("⏎ 同上次：村医证明")
  }

  @Test func undoTakesBackTheOwnLastDecisionAlsoAtAnotherDesk() throws {
    let (office, sweep) = try office()
    var first = try DeskDriver("zheng", in: office)
    try first.open(.sweepReview(sweep.id, .doubtful, nil))
    try first.press("1", "1")
    #expect(try decision(2, in: office, sweep) == .accept)

    var second = try DeskDriver("zheng", in: office)
    try second.open(.sweepReview(sweep.id, .doubtful, nil))
    try second.expect("名单第 4 行")
    try second.press("u")

    try second.expect("名单第 2 行", "? 未决定", "收回决定")
    #expect(try decision(2, in: office, sweep) == nil)
    try second.press("4")
    try second.expect("没有可收回的决定")
  }

  @Test func oneDoesNotTakeBackWhatAnotherDecided() throws {
    let (office, sweep) = try office()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweepReview(sweep.id, .doubtful, nil))
    try desk.press("1", "1")

    var other = try DeskDriver("li", in: office)
    try other.open(.sweepReview(sweep.id, .doubtful, 2))
    try other.press("u")

    try other.expect("没有可收回的决定")
    #expect(try decision(2, in: office, sweep) == .accept)
  }

  @Test func thePaceIsThatOfTheLastRows() throws {
    let (office, sweep) = try office()
    let zheng = try office.session("zheng")
    for decision in [SweepDecision.hold, .reject, .hold, .reject, .hold] {
      _ = try office.store.decide(.rows([2...2]), decision, reason: "x", on: sweep.id, by: zheng)
      office.time.pass(seconds: 30)
    }
    var desk = try DeskDriver("zheng", in: office)

    try desk.open(.sweepReview(sweep.id, .doubtful, nil))

    try desk.expect("剩 1 · 约 1 分钟")
  }

  @Test func aClassIsDecidedTogetherWithTheCountOfWhatItLeaves() throws {
    let (office, sweep) = try office()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.decision(sweep.id, .whole(.nameMismatch), .accept))

    try desk.expect("同意", "取 0 行；留下 1 行须逐行看", "取 1 行；留下 0 行须逐行看")
    try desk.press("2", .tab)
    try desk.type("不是同一人")
    try desk.press(.function(2))

    #expect(try decision(2, in: office, sweep) == .reject)
  }

  @Test func anUndoneSweepNeedsASecondPersonAndSaysWhatItDid() throws {
    let (office, sweep) = try office()
    try office.apply(sweep)
    var desk = try DeskDriver("zhou", in: office)
    try desk.open(.sweepOutcome(sweep.id))
    try desk.expect("同意的 2 行 = 注销 1 + 迁出计时 1 + 变更 0 + 被拒 0")

    try desk.press(.function(7))
    try desk.type("公安更正")
    try desk.press(.tab)
    try desk.type("wu")
    try desk.press(.tab)
    try desk.type(TestOffice.password)
    try desk.press(.tab, "2", .enter)

    try desk.expect("已存：整批撤销", "已撤销 2")
    #expect(try office.store.certificates(of: TestOffice.identities[2]).last?.state == .valid)
  }
}
