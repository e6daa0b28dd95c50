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
}
