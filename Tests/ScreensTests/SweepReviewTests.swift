import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// The rows of a sweep one by one.
@Suite struct SweepReviewTests {
  private func office() throws -> (TestOffice, Sweep) {
    let office = try TestOffice()
    try office.sweptHolders()
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

  @Test func aDecisionIsAKeyAReasonAndEnterAndTheNextRowComesByItself() throws {
    let (office, sweep) = try office()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweepReview(sweep.id, .doubtful, nil))

    try desk.press("1")
    try desk.expect("同意：执行时注销", "↓ 选理由或直接写，⏎ 决定", "已向派出所核实")
    try desk.expectNot("> 已")
    try desk.press(.down, .down)
    try desk.expect("> 已向派出所核实")
    #expect(try decision(2, in: office, sweep) == nil)
    try desk.press(.enter)

    try desk.expect("名单第 4 行", "第 2 / 2 行 · 已定 1 · 剩 1", "已存：第 2 行 同意")
    let row = try office.store.rows(of: sweep, by: office.session("zheng"))[1]
    #expect(row.decision == .accept && row.decisionReason == "已向派出所核实")
  }

  /// Held down, tapped twice or run ahead of the eye: a key that asks for a decision never makes one.
  @Test(arguments: ["1", "2", "3", "y", "n", "w"] as [Character])
  func noKeyDecidesButEnter(_ key: Character) throws {
    let (office, sweep) = try office()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweepReview(sweep.id, .only(.exact), nil))

    for _ in 0..<40 { try desk.press(.character(key)) }
    #expect(try office.store.rows(of: sweep, by: office.session("zheng")).allSatisfy { $0.decision == nil })
    try desk.press(.escape, .escape)
    try desk.open(.sweep(sweep.id))
    for _ in 0..<40 { try desk.press(.character(key)) }

    #expect(try office.store.rows(of: sweep, by: office.session("zheng")).allSatisfy { $0.decision == nil })
  }

  @Test func whatIsTypedGoesIntoTheReasonDigitsToo() throws {
    let (office, sweep) = try office()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweepReview(sweep.id, .doubtful, nil))

    try desk.press("1", .enter)
    try desk.expect("! 请用 ↓ 选一项，或写明理由")
    try desk.type("3月12日电话")
    try desk.press(.down, .enter)

    let row = try office.store.rows(of: sweep, by: office.session("zheng"))[1]
    #expect(row.decision == .accept && row.decisionReason == "已电话向家属核实：3月12日电话")
    #expect(try decision(4, in: office, sweep) == nil)
  }

  @Test(arguments: ["　", " "])
  func aReasonOfBlanksIsNone(_ blank: String) throws {
    let (office, sweep) = try office()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweepReview(sweep.id, .doubtful, nil))

    try desk.press("1")
    try desk.type(blank)
    try desk.press(.enter)

    try desk.expect("! 请用 ↓ 选一项，或写明理由")
    #expect(try decision(2, in: office, sweep) == nil)
  }

  @Test func theDeskThatRunsAheadDecidesRowByRow() throws {
    let (office, sweep) = try office()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweepReview(sweep.id, .doubtful, nil))

    try desk.press("1", .down, .enter, "2", .down, .enter)

    #expect(try decision(2, in: office, sweep) == .accept && decision(4, in: office, sweep) == .reject)
  }

  @Test(
    arguments: [("n", .reject), ("N", .reject), ("２", .reject), ("w", .hold), ("3", .hold)]
      as [(Character, SweepDecision)])
  func lettersAndDigitsOfAnyInputMethodDoTheSame(_ key: Character, _ expected: SweepDecision) throws {
    let (office, sweep) = try office()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweepReview(sweep.id, .doubtful, 4))

    try desk.press(.character(key), .down, .enter)

    #expect(try decision(4, in: office, sweep) == expected)
  }

  @Test func aReasonIsWrittenAndOfferedAgain() throws {
    let (office, sweep) = try office()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweepReview(sweep.id, .doubtful, nil))

    try desk.press("2")
    try desk.type("村医 3 组")
    #expect(try decision(2, in: office, sweep) == nil)
    try desk.press(.escape, "2")
    try desk.type("村医证明")
    try desk.press(.enter, "2")
    try desk.expectNot("> 村医证明")
    try desk.press(.down)
    try desk.expect("> 不是同一人")
    try desk.press(.up, .up)
    try desk.expect("> 村医证明")
    try desk.press(.enter)

    let rows = try office.store.rows(of: sweep, by: office.session("zheng"))
    #expect(rows[1].decisionReason == "村医证明" && rows[3].decisionReason == "村医证明")
  }

  @Test func aReasonThatWasBegunIsThereAgainOnItsRowAlone() throws {
    let (office, sweep) = try office()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweepReview(sweep.id, .doubtful, nil))
    try desk.press("1")
    try desk.type("村医")
    desk.app.keepDrafts()
    desk.app.places.removeLast()

    try desk.open(.sweepReview(sweep.id, .doubtful, nil))
    try desk.expect("名单第 2 行", "写明：村医")
    desk.app.keepDrafts()
    desk.app.places.removeLast()
    _ = try office.store.decide(.rows([2...2]), .hold, reason: "待查", on: sweep.id, by: office.session("li"))
    try desk.open(.sweepReview(sweep.id, .doubtful, nil))

    try desk.expect("名单第 4 行")
    try desk.expectNot("村医")
  }

  /// Between the look and the key somebody else has decided: the key meets what stands now, not what stood then.
  @Test func whatAnotherDecidedMeanwhileIsSaidAndShownAndNotOverwritten() throws {
    let (office, sweep) = try office()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweepReview(sweep.id, .doubtful, 4))
    let other = try office.session("li")
    let name = other.staff.name
    _ = try office.store.decide(.rows([4...4]), .reject, reason: "号码有误", on: sweep.id, by: other)

    try desk.press("3")
    try desk.expect("! 第 4 行刚由\(name)办过「不同意」：号码有误。已重新读取，请看后再定", "× 不同意")
    try desk.press(.down, .enter)
    #expect(try decision(4, in: office, sweep) == .reject)
    try desk.expect("! 第 4 行刚由\(name)办过「不同意」：号码有误；再定即改掉", "× 不同意")
    office.time.pass(seconds: 2)

    try desk.press(.enter)
    #expect(try decision(4, in: office, sweep) == .hold)
  }

  @Test func whatAnotherDecidesWhileTheReasonIsTypedIsRefused() throws {
    let (office, sweep) = try office()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweepReview(sweep.id, .doubtful, 4))
    try desk.press("3")
    let other = try office.session("li")
    _ = try office.store.decide(.rows([4...4]), .reject, reason: "号码有误", on: sweep.id, by: other)

    try desk.press(.down, .enter)

    #expect(try decision(4, in: office, sweep) == .reject)
    try desk.expect("× 不同意")
  }

  @Test func theListDecidesOnNothingButWhatItShows() throws {
    let (office, sweep) = try office()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweep(sweep.id))
    let other = try office.session("li")
    _ = try office.store.decide(.rows([1...1]), .hold, reason: "待查", on: sweep.id, by: other)

    try desk.press("1")

    try desk.expect("! 第 1 行刚由\(other.staff.name)办过「留待核实」：待查", "名单")
    #expect(try decision(1, in: office, sweep) == .hold)
  }

  @Test func theListTakesItsOwnLastDecisionBack() throws {
    let (office, sweep) = try office()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweep(sweep.id))
    try desk.press("4")
    try desk.expect("没有可收回的决定")
    try desk.press("2", .enter)
    #expect(try decision(1, in: office, sweep) == .reject)

    try desk.press("4", .enter)

    try desk.expect("已存：第 1 行 收回决定，还有 3 行未决定")
    #expect(try decision(1, in: office, sweep) == nil)
  }

  @Test func whoStandsOnADecidedRowGoesOnAtTheNextOpenOne() throws {
    let (office, sweep) = try office()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweep(sweep.id))
    try desk.press(.function(4))
    try desk.expect("名单第 2 行")
    try desk.press(.escape)
    _ = try office.store.decide(.rows([2...2]), .hold, reason: "待查", on: sweep.id, by: office.session("li"))

    try desk.press(.function(4))

    try desk.expect("名单第 4 行")
  }

  /// Esc and a digit are a function key; where they come apart the Esc has left the screen already.
  @Test func aDigitBehindAnEscIsAFunctionKeyAndDecidesNothing() throws {
    let (office, sweep) = try office()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweep(sweep.id))
    try desk.press(.function(4), .escape)
    office.time.pass(seconds: 1)
    try desk.press("1")
    try desk.expect("帮助")
    try desk.press(.escape)
    office.time.pass(seconds: 1)
    try desk.press("2")
    try desk.expect("办理 · ", "提交")
    try desk.press(.escape)
    office.time.pass(seconds: 3)

    try desk.press("1")

    try desk.expect("同意 · 第 1 行")
  }

  @Test func aDigitThatLeadsSomewhereKeepsItsMeaningBehindAnEsc() throws {
    let (office, _) = try office()
    var desk = try DeskDriver("li", in: office)

    try desk.open(.register)
    try desk.press(.escape, "1")

    try desk.expectNot("帮助 · ")
    #expect(desk.app.places.last?.route != nil)
  }

  @Test func theReadingSaysWhatIsLeftAndWhatTheStateIs() throws {
    let (office, sweep) = try office()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweepReview(sweep.id, .only(.exact), nil))
    try desk.press("1", .enter)
    try desk.expect("已定 1 · 此表都已决定；另有 2 行须逐行看")
    try desk.open(.sweepReview(sweep.id, .doubtful, nil))
    try desk.press("4", .enter)
    try desk.expect("名单第 1 行", " · 全部", "第 1 / 4 行")
    try desk.open(.sweepReview(sweep.id, .doubtful, nil))
    try desk.press("2", .down, .enter, "2", .down, .enter)
    try desk.expect("已定 2 · 都已决定；另有 1 行没有疑点，返回后按 F5 成批决定")

    _ = try office.store.decide(.rows([1...1]), .accept, reason: "", on: sweep.id, by: office.session("zheng"))
    _ = try office.store.record(.submit, onSweep: sweep.id, by: office.session("zheng"))

    try desk.press(.up)
    try desk.expect("已定 2 · 待确认")
  }

  @Test func whoActsNextIsSaidInEveryStateAndWaitsOnTheDesk() throws {
    let (office, sweep) = try office()
    try office.decideAll(of: sweep)
    var supervisor = try DeskDriver("zhou", in: office)
    try supervisor.expect("季度核销  \(sweep.number)  待确认  等我确认")
    try supervisor.press(.up, .home, .enter)
    try supervisor.expect("下一步", "按 F2 确认")
    var clerk = try DeskDriver("zheng", in: office)
    try clerk.expectNot(sweep.number)
    try clerk.open(.sweep(sweep.id))
    try clerk.expect("等审核主管确认")

    _ = try office.store.record(.approve, onSweep: sweep.id, by: office.session("zhou", now: true))
    try supervisor.press(.escape)
    try supervisor.expect("已确认  等我执行")
    _ = try office.store.apply(sweep: sweep.id, by: office.session("zhou"))
    try clerk.open(.sweep(sweep.id))
    try clerk.expect("已执行，F6 看结果")
    try supervisor.press(.down)
    try supervisor.expectNot(sweep.number, "核销(1)")
  }

  @Test func aNumberIsShownAndCoveredAgain() throws {
    let (office, sweep) = try office()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweepReview(sweep.id, .doubtful, nil))

    try desk.press(.function(3))
    try desk.expect(TestOffice.identities[2])
    try desk.press(.function(3))

    try desk.expectNot(TestOffice.identities[2])
  }

  @Test func whatIsNotPossibleIsNotOfferedAndASentenceIsOverWithTheNextKey() throws {
    let (office, sweep) = try office()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweepReview(sweep.id, .doubtful, 4))

    try desk.expectNot("1/Y 同意")
    try desk.press("1")
    try desk.expect("! 没有唯一对应的证件，不能同意")
    try desk.press(.up)

    try desk.expect("名单第 2 行", "1/Y 同意")
    try desk.expectNot("不能同意")
    try desk.press(.function(5))
    try desk.expect("! 须逐行看的不成批")
  }

  @Test func undoTakesBackTheOwnLastDecisionAlsoAtAnotherDesk() throws {
    let (office, sweep) = try office()
    var first = try DeskDriver("zheng", in: office)
    try first.open(.sweepReview(sweep.id, .doubtful, nil))
    try first.press("1", .down, .enter)
    #expect(try decision(2, in: office, sweep) == .accept)

    var second = try DeskDriver("zheng", in: office)
    try second.open(.sweepReview(sweep.id, .doubtful, nil))
    try second.expect("名单第 4 行")
    for _ in 0..<9 { try second.press("u") }
    try second.expect("第 2 行，共 1 行，重新待定")
    #expect(try decision(2, in: office, sweep) == .accept)
    try second.press(.enter)

    try second.expect("名单第 2 行", "? 未决定", "收回决定")
    #expect(try decision(2, in: office, sweep) == nil)
    try second.press("4")
    try second.expect("没有可收回的决定")
  }

  @Test func oneDoesNotTakeBackWhatAnotherDecided() throws {
    let (office, sweep) = try office()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweepReview(sweep.id, .doubtful, nil))
    try desk.press("1", .down, .enter)

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
      _ = try office.store.decide(.rows([2...2]), decision, reason: "已核实", on: sweep.id, by: zheng)
      office.time.pass(seconds: 30)
    }
    var desk = try DeskDriver("zheng", in: office)

    try desk.open(.sweepReview(sweep.id, .doubtful, nil))

    try desk.expect("剩 1 · 约 1 分钟")
  }

  @Test func aClassIsDecidedTogetherWithTheCountOfWhatItLeaves() throws {
    let (office, sweep) = try office()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.bulkDecision(sweep.id, .nameMismatch))
    try desk.expect("取 0 行；留下 1 行须逐行看")
    try desk.press("2", .function(2))
    try desk.expect("! 没有可以成批决定的行")
    try desk.press(.escape)

    try desk.open(.bulkDecision(sweep.id, .exact))
    try desk.expect("取 1 行；留下 0 行须逐行看")
    try desk.press("3", .function(2))

    try desk.expect("已存：1 行留待核实，还有 2 行未决定")
    #expect(try decision(1, in: office, sweep) == .hold && decision(2, in: office, sweep) == nil)
    try desk.open(.bulkDecision(sweep.id, .exact))
    try desk.expect("取 0 行", "已有决定的不改：留待核实 1")
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
    try desk.type(TestOffice.password)
    try desk.press(.tab)
    try desk.type("wu")
    try desk.press(.tab)
    try desk.type(TestOffice.password)
    try desk.press(.tab, "2", .enter)

    try desk.expect("已存：整批撤销", "已撤销 2")
    #expect(try office.store.certificates(of: TestOffice.identities[2]).last?.state == .valid)
  }
}
