import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

@Suite struct RenewalTests {
  @Test func fromTodaysListAHolderIsCalledAndMarkedDone() throws {
    let office = try TestOffice()
    try office.endingSoon()
    var desk = try DeskDriver("li", in: office)
    try desk.open(.today)
    try desk.press(.function(5))
    try desk.expect("到期换领 · 4 人", "2026-10-01", "13800000001", "岩垅乡青树村")

    try desk.press(.enter, "1", .function(2))

    try desk.expect("已存", "√ 已告知，将来办理 09-21")
  }

  @Test func aVillageIsTypedAndThePeriodChanged() throws {
    let office = try TestOffice()
    try office.endingSoon()
    var desk = try DeskDriver("li", in: office)
    try desk.open(.renewals)

    try desk.type("白马")
    try desk.expect("白马村")
    try desk.expectNot("青树村")
    try desk.press(.escape, .function(5), .function(5))

    try desk.expect("到期换领 · 1 人", "人1")
    try desk.expectNot("人2")
  }

  @Test func wavesHaveAWeekMoreOrLess() throws {
    let office = try TestOffice()
    try office.endingSoon()
    var desk = try DeskDriver("li", in: office)
    try desk.open(.renewals)

    try desk.press(.function(6), "-", "-", "-", "-", "-", "-")

    try desk.expect("分周安排 · 4 人 2 周", "2026-09-28 – 2026-10-04", "岩垅乡青树村 2")
  }

  @Test(arguments: Language.allCases, [80, 120])
  func noFigureIsCut(_ language: Language, _ columns: Int) throws {
    let office = try TestOffice()
    try office.endingSoon()
    var desk = try DeskDriver("li", in: office, language: language, columns: columns)
    try desk.open(.renewals)

    let line = try #require(try desk.shown.split(separator: "\n").dropFirst().first)

    #expect(line.matches(of: /\d{4}-\d\d-\d\d(?: 前|:) \d/).count == 3)
  }

  @Test func aWeekOfThePlanShowsWhoComesAndTakesWhatTheCallBrought() throws {
    let office = try TestOffice()
    try office.endingSoon()
    var desk = try DeskDriver("li", in: office)
    try desk.open(.renewals)
    try desk.press(.function(6))
    try desk.expect("分周安排 · 4 人 8 周")

    try desk.press(.enter)
    try desk.expect("这一周 · 1 人", "人1", "13800000001")
    try desk.press(.enter)
    try desk.expect("联系记录 · 人1")
    try desk.press(.escape, .escape, .end)
    try desk.press(.enter)
    try desk.expect("这一周没有人")
  }

  @Test func theHolderIsReceivedWithTheNumberFilledIn() throws {
    let office = try TestOffice()
    try office.endingSoon()
    var desk = try DeskDriver("li", in: office)
    try desk.open(.renewals)

    try desk.press(.function(2))

    try desk.expect("受理", "期满换领", "1101051949")
  }
}

extension TestOffice {
  /// Four holders of two villages whose certificates end in 10, 60, 100 and 150 days.
  func endingSoon() throws {
    let lines = zip(1..., [10, 60, 100, 150]).map { row, days in
      let end = store.today.adding(days: days)
      return RegisterLine(
        row: row,
        cells: [
          "certificate": Self.identities[row == 1 ? 0 : row] + "43", "name": "人\(row)", "phone": "1380000000\(row)",
          "address": "岩垅乡\(row % 2 == 0 ? "白马村" : "青树村")3组", "state": "有效",
          "issued": end.adding(years: -10).iso, "valid_to": end.iso,
        ])
    }
    _ = try store.importRegister(
      lines, of: ReceivedFile(name: "register.csv", bytes: []), by: session("li")
    ) { text, _ in Day(iso: text).map(EventDate.day) ?? .missing }
  }
}
