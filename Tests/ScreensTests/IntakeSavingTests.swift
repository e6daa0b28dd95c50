import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

@Suite struct IntakeSavingTests {
  @Test func whatTheStoreCleansIsNobodyElsesChange() throws {
    let office = try TestOffice()
    var desk = try DeskDriver("li", in: office)
    try desk.press(.function(2), .enter)

    try desk.type("11010519491231002x")
    try desk.press(.tab)
    try desk.type("王小明")
    try desk.press(.tab, .tab, .tab, .pageUp)

    try desk.expect("11010519491231002X")
    try desk.expectNot("他人刚改为")
    let saved = try #require(try office.store.cases().first)
    #expect(saved.sequence == 2)
  }

  @Test func aValueThatCannotBeStoredIsMarkedUntilItIsPutRight() throws {
    let office = try TestOffice()
    let draft = try office.complete("王小明")
    var desk = try DeskDriver("li", in: office)
    try desk.open(.resumeIntake(draft.id))
    try desk.press(.pageUp, .tab, .tab, .tab, .control("u"))

    try desk.type("20261332")
    try desk.press(.tab, .control("u"))
    try desk.type("新址")
    try desk.press(.tab)
    try desk.expect("!出生日期", "! 「出生日期」填写有误")
    #expect(try office.store.application(draft.id)[.address] == "新址")

    try desk.press(.function(2), .control("u"))
    try desk.type("1949年12月31日")
    try desk.press(.tab)
    try desk.expectNot("!出生日期", "填写有误")
    #expect(try office.store.application(draft.id)[.birth] == "1949-12-31")
  }

  @Test func aValueThatCannotBeStoredIsFoundAgainWhenOneComesBack() throws {
    let office = try TestOffice()
    let draft = try office.complete("王小明")
    var desk = try DeskDriver("li", in: office)
    try desk.open(.resumeIntake(draft.id))
    try desk.press(.pageUp, .tab, .tab, .tab, .control("u"))
    try desk.type("二月三十")

    try desk.press(.escape)
    try desk.open(.resumeIntake(draft.id))

    try desk.expect("!出生日期", "二月三十")
  }

  @Test func anOpinionThatWasNotSignedIsNotKeptForTheNextPerson() throws {
    let office = try TestOffice()
    let application = try office.inPanel("张伟", 2)
    var desk = try DeskDriver("li", in: office)
    try desk.open(.seats(application.id))
    try desk.press(.enter, .tab, .tab)
    try desk.type("未签的意见")
    try desk.expect("未签的意见")

    try desk.press(.escape, .enter)

    try desk.expect("评定意见")
    try desk.expectNot("未签的意见")
  }
}
