import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// Answers that were given before, and one of several people alone.
@Suite struct SweepBeforeTests {
  private func office() throws -> (TestOffice, Sweep) {
    let office = try TestOffice()
    try office.sweptHolders()
    return (office, try office.sweep())
  }

  private func rows(_ office: TestOffice, _ sweep: Sweep) throws -> [SweepRow] {
    try office.store.withNear(office.store.rows(of: sweep, by: office.session("zheng")), of: sweep)
  }

  @Test func theListOfTheNextQuarterIsAnsweredAsBefore() throws {
    let (office, first) = try office()
    let second = try office.nextQuarter(after: first)
    var desk = try DeskDriver("zheng", in: office)

    try desk.open(.sweep(second.id))
    try desk.expect("请看 以前")
    try desk.press(.function(8))
    try desk.expect("须决定的行中 3 行以前的名单也有：不同意 2、当时同意或还没有定 1；← F5")
    try desk.press(.escape, .left)
    try desk.expect("←→ 以前也有的")
    try desk.expectNot("陌生人")
    try desk.press(.function(5))
    try desk.expect("取 2 行；留下 1 行须另定", "同 2026Q3-1 第 2 行（郑联络 2026-10-06）：电话核实", "留下：以前没有定为「不同意」")
    try desk.press(.enter)

    try desk.expect("已存：2 行照以前的决定，留下 1 行，还有 1 行未决定")
    #expect(try rows(office, second).map(\.decision) == [nil, .reject, nil, .reject])
    try desk.press("4", .function(2))
    try desk.expect("已存：2 行收回决定，还有 3 行未决定")
    #expect(try office.store.verify().firstProblem == nil)
  }

  @Test func theReviewSaysWhatWasDecidedBeforeAndWhetherItHolds() throws {
    let (office, first) = try office()
    let second = try office.nextQuarter(after: first)
    var desk = try DeskDriver("zheng", in: office)

    try desk.open(.sweepReview(second.id, .before, 2))
    try desk.expect("以前也有的", "第 2 / 3 行", "× 不同意  电话核实  2026Q3-1 第 2 行（郑联络 2026-10-06）；可照办")
    _ = try office.store.record(
      .contact, ["about": "renewal", "result": "will_come", "date": "2026-10-20"],
      onCertificate: try #require(office.store.search("张伟", limit: 1).first).number, by: office.session("li"))
    try desk.press(.down, .up)

    try desk.expect("不照办：可能的人此后办过业务")
    try desk.press(.function(5))
    try desk.expect("取 1 行；留下 2 行须另定")
  }

  /// The number of one holder with the name of another.
  private func doubtful() throws -> (TestOffice, Sweep) {
    let office = try TestOffice()
    try office.holder("张伟", 2)
    try office.holder("李娜", 1, serial: "S0002")
    let quarter = try #require(Quarter("2026Q3"))
    let birth = try #require(IdentityNumber(TestOffice.identities[1])?.birth)
    let sweep = try office.store.importSweep(
      ReceivedFile(name: "own.csv", bytes: [1]), quarter: quarter, by: office.session("zheng")
    ) { take in
      try take(
        PoliceRow(
          row: 1, identity: TestOffice.identities[2], name: "李娜", birth: .day(birth), kind: "户口迁出",
          eventDate: .day(birth)))
      return FileReading(format: "csv", encoding: "utf-8", passedOver: 0)
    }
    #expect(try rows(office, sweep)[0].people.count == 2)
    return (office, sweep)
  }

  @Test func oneOfSeveralIsToldApartAndTheOtherChosen() throws {
    let (office, sweep) = try doubtful()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweepReview(sweep.id, .doubtful, nil))

    try desk.press("x")
    try desk.expect("不是此人：其余 1 人仍可能")
    try desk.press(.down, .enter)
    try desk.expect("已存：第 1 行不是此人，还有 1 人可能", "1/2 (Tab) × 不是此人", "可能的有 1 人")
    try desk.press("5")
    try desk.expect("仍可能是此人：可能的有 2 人", "按错了")
    try desk.press(.down, .enter)
    try desk.expect("已存：第 1 行仍可能是此人，可能的有 2 人", "可能的有 2 人")
    try desk.press("5", .down, .enter, "4")
    try desk.expect("决定", "不是此人", "重新待定")
    try desk.press(.escape, .tab, "5")
    try desk.expect("! 可能的只有此人，按 2 不同意")
    try desk.press(.pageDown, .pageDown, "1", .down, .enter)
    try desk.expect("是哪一位", "实际日期")
    #expect(try rows(office, sweep)[0].decision == nil)

    try desk.press("4")
    #expect(try office.store.verify().firstProblem == nil)
  }

  /// Whoever stands on the right is whom the question names, and whom it ends.
  @Test func acceptingIsAboutWhoeverIsShownAndSaysWho() throws {
    let (office, sweep) = try doubtful()
    let cards = try ["张伟", "李娜"].map { try #require(office.store.search($0, limit: 1).first).number }
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweepReview(sweep.id, .doubtful, nil))
    try desk.press("1")
    try desk.expect("同意：执行时迁出计时 张伟 \(Masking.certificate(cards[0]))")
    try desk.press(.escape, .tab, "1")
    try desk.expect("2/2 (Tab)", "同意：执行时迁出计时 李娜 \(Masking.certificate(cards[1]))")

    try desk.press(.down, .enter)
    try desk.expect("同意 · 第 1 行", "李娜 \(Masking.certificate(cards[1]))", "实际日期")
    try desk.type("2026-09-20")
    try desk.press(.function(2))

    let row = try rows(office, sweep)[0]
    #expect(row.decision == .accept && row.target == cards[1])
    #expect(try office.store.verify().firstProblem == nil)
  }

  @Test func whoeverIsToldApartIsNotAcceptedWhileShown() throws {
    let (office, sweep) = try doubtful()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweepReview(sweep.id, .doubtful, nil))
    try desk.press(.tab, "5", .down, .enter)
    try desk.expect("× 不是此人")

    try desk.press("1")

    try desk.expect("! 已定不是此人：按 Tab 换一人")
    try desk.press(.tab, "1")
    try desk.expect("同意：执行时迁出计时 张伟")
  }

  @Test func aReasonBegunForOnePersonIsGoneOnWithForThatPersonAlone() throws {
    let (office, sweep) = try doubtful()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweepReview(sweep.id, .doubtful, nil))
    try desk.press("5")
    try desk.type("村医")
    desk.app.keepDrafts()
    desk.app.places.removeLast()

    try desk.open(.sweepReview(sweep.id, .doubtful, nil))

    try desk.expect("不是此人：其余 1 人仍可能", "村医")
    try desk.press(.enter)
    let row = try rows(office, sweep)[0]
    #expect(row.decision == nil && row.apart.count == 1)
  }

  @Test func whatAnotherDeskSaidOfTheRowIsShownBeforeAnything() throws {
    let (office, sweep) = try doubtful()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweepReview(sweep.id, .doubtful, nil))
    let person = try #require(try rows(office, sweep)[0].people.first)
    _ = try office.store.tellApart(person, from: 1, reason: "村医证明", on: sweep.id, by: office.session("li"))

    try desk.press("2")

    try desk.expect("第 1 行刚由李敏办过「不同意」：村医证明")
    #expect(try rows(office, sweep)[0].decision == nil)
  }
}
