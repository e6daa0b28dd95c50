import Casework
import Foundation
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// What a sweep leads to, at the desk.
@Suite struct SweepAfterTests {
  private func office() throws -> TestOffice {
    let office = try TestOffice()
    try office.sweptHolders()
    return office
  }

  @Test func aRowWithoutADateAsksForTheRealOne() throws {
    let office = try office()
    let quarter = try #require(Quarter("2026Q3"))
    let sweep = try office.store.importSweep(
      ReceivedFile(name: "own.csv", bytes: [1]), quarter: quarter, by: office.session("zheng")
    ) { take in
      try take(
        PoliceRow(row: 1, identity: TestOffice.identities[2], name: "张伟", kind: "死亡注销", eventDate: .missing))
      return FileReading(format: "csv", encoding: "utf-8", passedOver: 0)
    }
    var desk = try DeskDriver("zheng", in: office)

    try desk.open(.sweep(sweep.id))
    try desk.press("1")
    try desk.type("派出所电话核实")
    try desk.press(.enter)
    try desk.expect("同意 · 第 1 行", "没有写日期", "实际日期", "派出所电话核实")
    try desk.press(.function(2))
    #expect(try office.store.rows(of: sweep, by: office.session("zheng")).first?.decision == nil)
    try desk.type("20261001")
    try desk.press(.function(2))

    try desk.expect("已存：第 1 行 同意")
    let row = try #require(try office.store.rows(of: sweep, by: office.session("zheng")).first)
    #expect(row.dayText == "2026-10-01" && row.decisionReason == "派出所电话核实")
  }

  @Test func undoingAWholeSweepIsSignedByBothAndTellsAnInputMethodLeftOn() throws {
    let office = try office()
    let sweep = try office.sweep()
    try office.apply(sweep)
    var desk = try DeskDriver("zhou", in: office)

    try desk.open(.sweepUndo(sweep.id, row: nil))
    try desk.expect("*周主管 的密码", "*第二人密码")
    try desk.type("公安更正")
    for (own, seconds) in [("wrong", 0), ("ｐractice-1", 20), ("practice-1", 20)] {
      office.time.pass(seconds: seconds)
      try desk.press(.pageUp, .tab)
      try desk.type(own)
      try desk.press(.tab, .control("u"))
      try desk.type("li")
      try desk.press(.tab)
      try desk.type("practice-1")
      try desk.press(.tab, "2", .enter)
      if own == "practice-1" { continue }
      try desk.expect("密码不对", own == "wrong" ? "请核对后再试" : "全角字符")
      #expect(try office.store.sweep(sweep.id).state == .applied)
    }

    try desk.expect("已存：整批撤销")
    #expect(try office.store.sweep(sweep.id).state == .undone)
  }

  @Test func lettersToThoseWhoMovedAreWrittenOnce() throws {
    let office = try office()
    try office.apply(office.sweep(), second: .hold)
    office.time.pass(days: 190)
    var desk = try DeskDriver("li", in: office)
    let path = office.file("out.txt")

    try desk.open(.movesDue)
    try desk.expect("现在该寄信 1 人", "! 该寄")
    try desk.press(.function(3))
    try desk.expect("写通知书 · 1 封")
    try desk.press(.control("u"))
    try desk.type(path)
    try desk.press(.function(2))

    try desk.expect("1 封记为已寄", "现在该寄信 0 人", "√ 2027-04-14 已寄")
    let text = try String(contentsOfFile: path, encoding: .utf8).filter { !$0.isNewline }
    #expect(text.contains("自 2027-04-06 起已满半年") && text.contains("请尽快来办"))
    try desk.press(.function(3))
    try desk.expect("没有该寄而未寄的信")
    try desk.press(.right)
    try desk.expect("迁出到期 · 2027 年第 3 季度")
  }

  /// A holder who came back is written to no more: from the list of moves due, or from the holder's own screen.
  @Test(arguments: [false, true])
  func theClockOfWhoeverCameBackIsEndedAtTheDesk(_ atHolder: Bool) throws {
    let office = try office()
    try office.apply(office.sweep(), second: .hold)
    office.time.pass(days: 190)
    var desk = try DeskDriver("li", in: office)

    try desk.open(.movesDue)
    try desk.expect("现在该寄信 1 人")
    if atHolder {
      try desk.press(.enter)
    }
    try desk.press(.function(4))
    try desk.expect("联系记录", "户口迁出", "已查清办结")
    try desk.press(.function(2))
    try desk.expect("迁出计时未停的")
    try desk.type("已迁回本县，村委证明")
    try desk.press(.function(2))

    if atHolder {
      try desk.expect("结：已迁回本县，村委证明")
      try desk.press(.escape)
    }
    try desk.expect("本季末前到期 0 人")
  }

  @Test func thePapersAreWrittenFromTheOutcome() throws {
    let office = try office()
    let sweep = try office.sweep()
    try office.apply(sweep)
    var desk = try DeskDriver("zheng", in: office)
    let path = office.file("out.txt")

    try desk.open(.sweepOutcome(sweep.id))
    try desk.press(.function(4))
    try desk.expect("名单、信、通报 · \(sweep.number)", "\(sweep.number).xlsx")
    try desk.press(.right)
    try desk.expect("\(sweep.number).pdf")
    try desk.press(.tab, .tab, .tab, .tab, .control("u"))
    try desk.type(path)
    try desk.press(.function(2))

    try desk.expect("已写入 \(path.prefix(20))")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "abcdefg")
  }

  /// Standard sheets in one key (features: 71): F3 and what is usual.
  @Test func theFiguresAreWrittenFromTheirScreen() throws {
    let office = try TestOffice()
    let path = NSTemporaryDirectory() + "figures-\(UUID().uuidString).pdf"
    defer { unlink(path) }
    var desk = try DeskDriver("zhou", in: office)
    try desk.open(.figures(.year(2026)))

    try desk.press(.function(3))
    try desk.expect("1 Excel 工作簿", "2026.xlsx", "2026 统计报表")
    try desk.press("2", .tab)
    try desk.expect("2026.pdf")
    try desk.press(.tab, .control("u"))
    try desk.type(path)
    try desk.press(.function(2))

    try desk.expect("已写入")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "2026 pdf 2026 统计报表")
  }
}
