import Casework
import GRDB
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// The person first: who it is stands there in words, and looking leaves a trace.
@Suite struct ReceptionTests {
  @Test func whoeverIsFoundByNumberIsCalledByName() throws {
    let office = try TestOffice()
    let held = try office.holder("王小明")
    var desk = try DeskDriver("li", in: office)
    try desk.open(.reception(""))

    try desk.type(held[.identity])

    try desk.expect("姓名          王小明", "1949-12-31 生")
  }

  @Test func theWrongServiceIsLeftForThePersonStillThere() throws {
    let office = try TestOffice()
    let held = try office.holder("王小明")
    var desk = try DeskDriver("li", in: office)
    try desk.press(.function(2))
    try desk.type(held[.identity])
    try desk.press(.enter)
    try desk.expectNot("受理：先认人")

    try desk.press(.escape)

    try desk.expect("受理：先认人", "身份号码、证号或姓名：\(held[.identity])", "姓名          王小明")
  }

  @Test func aFreshDraftsPageIsLeftForTheReceptionAsWell() throws {
    let office = try TestOffice()
    var desk = try DeskDriver("li", in: office)
    try desk.press(.function(2))
    try desk.type("11010519491231002X")
    try desk.press(.enter)
    try desk.type("王小明")
    try desk.press(.tab)
    try desk.expect("已存")

    try desk.press(.escape)

    try desk.expect("受理：先认人", "11010519491231002X", "新办", "登记中")
  }

  @Test func aNumberTakenFromTheListIsNotedAsALook() throws {
    let office = try TestOffice()
    let held = try office.holder("王小明")
    var desk = try DeskDriver("li", in: office)
    try desk.open(.reception(""))
    try desk.type("wxm")
    try desk.expectNot(held[.identity])

    try desk.press(.enter)

    try desk.expect("身份号码、证号或姓名：\(held[.identity])", "已有证件")
    let looks = try office.store.read {
      try String.fetchAll($0, sql: "SELECT move FROM event WHERE kind = 'access' AND actor = 'li'")
    }
    #expect(looks == ["reveal"])
  }

  @Test func aGuardiansNumberSaysWhoseAndLeadsThere() throws {
    let office = try TestOffice()
    let ward = try office.draft([
      "name": "小花", "identity": Scene.minorIdentity, "category": "4", "guardian.identity": TestOffice.identities[1],
      "guardian.name": "周母", "guardian.relation": "母亲",
    ])
    var desk = try DeskDriver("li", in: office)
    try desk.open(.reception(""))

    try desk.type(TestOffice.identities[1])
    try desk.expect("周母是「小花」的监护人（母亲）", "> 办小花的事", ward.number)
    try desk.press(.enter)

    try desk.expect("姓名          小花", "接着办")
  }
}
