import CaseStore
import Casework
import TerminalKit
import Testing

@testable import Screens

@Suite struct PolicyTests {
  @Test func theAdministratorAnnouncesASetting() throws {
    let office = try TestOffice()
    var desk = try DeskDriver("admin", in: office)
    try desk.press(.function(11))
    try desk.type("notice.d")
    try desk.press(.enter, .backspace)
    try desk.type("8")
    try desk.press(.tab)
    for _ in 0..<10 { try desk.press(.backspace) }
    try desk.type("20261008")
    try desk.press(.tab)
    try desk.type("县残发〔2026〕3 号")
    try desk.press(.function(2))

    try desk.expect("已存", "2026-10-08")
    #expect(try office.store.policy().noticeDays == 5)
    #expect(try office.store.policy(on: office.store.today.adding(days: 17)).noticeDays == 8)
  }

  @Test func aValueThatIsNotAllowedIsMarkedAndRefusedAndNothingTypedIsLost() throws {
    let office = try TestOffice()
    var desk = try DeskDriver("admin", in: office)
    try desk.open(.setting(.noticeDays))
    try desk.press(.backspace)
    try desk.type("4")
    try desk.press(.tab)
    try desk.expect("新值：5 至 60 的整数")
    try desk.press(.tab)
    try desk.type("县残发〔2026〕3 号")
    try desk.press(.function(2))

    try desk.expect("可填：5 至 60 的整数", "县残发〔2026〕3 号")
    try desk.press(.up, .up)
    try desk.expect(">!新值")
    #expect(try office.store.policy().noticeDays == 5)
  }

  @Test func othersMayLookAndChangeNothing() throws {
    let office = try TestOffice()
    var desk = try DeskDriver("li", in: office)
    try desk.press(.function(11), .enter)

    try desk.expect("由系统管理员更改", "从未更改")
    try desk.press(.enter)
    try desk.expect("筛选")
  }

  @Test func escTakesTheFilterAwayBeforeItLeaves() throws {
    let office = try TestOffice()
    var desk = try DeskDriver("li", in: office)
    try desk.press(.function(11))
    try desk.type("公示期")
    try desk.expect("1 / \(PolicyKey.all.count)")

    try desk.press(.escape)
    try desk.expect("\(PolicyKey.all.count) / \(PolicyKey.all.count)")
  }
}
