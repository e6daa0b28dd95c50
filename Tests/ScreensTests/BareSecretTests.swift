import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// A password that somebody typed into the wrong field is neither kept nor left standing.
@Suite struct BareSecretTests {
  private func disagreement(in office: TestOffice) throws -> Application {
    let application = try office.inPanel("欧阳文华", 1)
    for (seat, grade) in [("zhao", "3"), ("qian", "4"), ("sun", "3")] {
      try office.sign(seat, application, grade: grade)
    }
    return application
  }

  @Test func itIsTakenOutOfTheFieldAndNothingIsRecorded() throws {
    let office = try TestOffice()
    let application = try disagreement(in: office)
    var desk = try DeskDriver("zhao", in: office)
    try desk.open(.move(.panelDiscuss, application.id))

    try desk.type(TestOffice.password)
    try desk.press(.function(2))
    try desk.expect("还缺 1 项：赵医生 的密码")
    try desk.type(TestOffice.password)
    try desk.press(.function(2))

    try desk.expect("密码写进了「合议记录」，已清空，没有存")
    #expect(!(try desk.shown.contains(TestOffice.password)))
    #expect(try office.store.application(application.id).sequence == application.sequence + 3)
    try desk.type("重新测量残端")
    try desk.press(.function(2))
    #expect(try office.store.application(application.id).signatures.isEmpty)
  }

  @Test func discussingTakesThePasswordWhereverItIsOpened() throws {
    let office = try TestOffice()
    let application = try disagreement(in: office)

    for route in [Route.move(.panelDiscuss, application.id), .signed(.panelDiscuss, application.id, by: "zhao")] {
      var desk = try DeskDriver("zhao", in: office)
      try desk.open(route)
      try desk.expect("赵医生 的密码")
    }
  }

  /// A form that ends a certificate, with all ticked and nothing written in the field of the password.
  private func ending(in office: TestOffice) throws -> (DeskDriver, Application) {
    let held = try office.holder("王小明")
    let number = try #require(try office.store.certificates(of: held[.identity]).last?.number)
    let (li, store) = (try office.session("li"), office.store)
    let id = try store.openCase(.cancel, ["certificate": number, "reason": "voluntary"], by: li).id
    try store.record(.submit, ["materials": "ID,VW,OC"], on: id, by: li)
    try store.record(.accept, on: id, by: li)
    let application = try store.record(.noAssessment, on: id, by: li)
    var desk = try DeskDriver("zhou", in: office)
    try desk.open(.move(.approve, id))
    try desk.press(.function(5))
    return (desk, application)
  }

  @Test func whoeverGivesNoneStaysOnItsField() throws {
    let office = try TestOffice()
    var (desk, _) = try ending(in: office)

    try desk.press(.function(2))
    try desk.expect("还缺 1 项：周主管 的密码", ">*周主管 的密码")
    try desk.press(.enter)
    try desk.expect("还缺 1 项：周主管 的密码", ">*周主管 的密码")
  }

  @Test(arguments: ["lianxi-02", "2024mima", "220022"])
  func typedOnAQuestionItAnswersNothing(_ password: String) throws {
    let office = try TestOffice()
    var (desk, application) = try ending(in: office)
    try desk.press(.end)
    try desk.expect("> 确定注销王小明")
    let before = try desk.shown

    try desk.type(password)
    try desk.expect("这一项不打字")
    try desk.press(.up, .down)
    #expect(try desk.shown == before)

    try desk.press(.up)
    try desk.type(TestOffice.password)
    try desk.press(.function(2), .function(2))
    try desk.expect("未办理：选「是」才会办")
    #expect(try office.store.application(application.id).state == .review)
  }

  @Test func typedOnATickItLeavesItAsItWas() throws {
    let office = try TestOffice()
    var (desk, _) = try ending(in: office)
    try desk.press(.home)
    try desk.expect(">*材料齐全", "[×] 已确认")

    try desk.type("0ld-pass")
    try desk.press(.down, .up)
    try desk.expectNot("[ ] 未确认")
    try desk.press("0")
    try desk.expect("[ ] 未确认")
  }
}
