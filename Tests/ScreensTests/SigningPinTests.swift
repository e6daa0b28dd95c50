import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// The form says which of the two secrets it wants (features: 21).
@Suite struct SigningPinTests {
  private static let pin = "246810"

  @Test func thePINIsSetWhereThePasswordIsChanged() throws {
    let office = try TestOffice()
    var desk = try DeskDriver("sun", in: office)
    try desk.press(.control("p"))
    try desk.expect("未设：签字用登录密码", "新密码（至少 8 个")

    try desk.press(.up, "2")
    try desk.expect("孙理事长 的密码", "新签字密码（至少 6")
    try desk.press(.tab)
    try desk.type(TestOffice.password)
    try desk.press(.tab)
    try desk.type(Self.pin)
    try desk.press(.tab)
    try desk.type(Self.pin)
    try desk.press(.function(2))

    try desk.expect("已存：签字密码")
    #expect(try office.store.pinHolders() == ["sun"])
  }

  @Test func theSeatAsksForThePINAndSaysSoOfThePassword() throws {
    let office = try TestOffice()
    try office.store.setPIN(Self.pin, by: office.session("sun", now: true))
    let application = try office.inPanel("王小明")
    var desk = try DeskDriver("sun", in: office)
    try desk.open(.signed(.panelSign, application.id, by: "zhao"))
    try desk.expect("赵医生 的密码")
    try desk.open(.signed(.panelSign, application.id, by: "sun"))
    try desk.expect("孙理事长 的签字密码（PIN）")
    while try desk.shown.contains("↓ PgDn") { try desk.press(.pageDown) }
    for (code, value) in [("category", "4"), ("grade", "3"), ("opinion", "左小腿缺失，符合")] { desk.set(code, to: value) }
    desk.set("own_password", to: TestOffice.password)
    try desk.press(.function(2))
    try desk.expect("这是登录密码；此处只收签字密码")
    #expect(try office.store.application(application.id).signatures.isEmpty)

    office.time.pass(seconds: 20)
    desk.set("own_password", to: Self.pin)
    desk.set("opinion", to: TestOffice.password)
    try desk.press(.function(2))
    try desk.expect("登录密码写进了这一栏，没有存")
    #expect(try office.store.application(application.id).signatures.isEmpty)

    desk.set("opinion", to: "左小腿缺失，符合")
    desk.set("own_password", to: Self.pin)
    try desk.press(.function(2))
    try desk.expect("已存：")
    #expect(try office.store.application(application.id).signatures.map(\.staff) == ["sun"])
  }

  @Test func ownPasswordIsChangedByThePresentOne() throws {
    let office = try TestOffice()
    var desk = try DeskDriver("sun", in: office)
    try desk.press(.control("p"))
    try desk.expect("现在的密码")
    func fill(present: String) throws {
      for (place, secret) in [present, "stranger-99", "stranger-99"].enumerated() {
        if place > 0 { try desk.press(.tab) }
        try desk.type(secret)
      }
      try desk.press(.function(2))
    }
    try fill(present: "not-the-password")
    try desk.expect("密码不对")

    office.time.pass(seconds: 20)
    try desk.press(.escape)
    try desk.press(.control("p"))
    try fill(present: TestOffice.password)
    try desk.expect("已存：sun 的新密码")
  }

  @Test func theSecondPersonsFieldFollowsTheNameThatIsTyped() throws {
    let office = try TestOffice()
    try office.store.setPIN(Self.pin, by: office.session("wang", now: true))
    let application = try office.submitted("王小明")
    var desk = try DeskDriver("li", in: office)
    try desk.open(.move(.rejectIntake, application.id))
    try desk.expect("第二人密码")

    while desk.app.formInHand?.focused?.code != "second" { try desk.press(.tab) }
    try desk.type("wang")

    try desk.expect("第二人签字密码（PIN）")
  }

  @Test func anAdministratorOnlyTakesAnothersAway() throws {
    let office = try TestOffice()
    try office.store.setPIN(Self.pin, by: office.session("li", now: true))
    var desk = try DeskDriver("admin", in: office)
    try desk.open(.password("li"))
    try desk.expect("2 取消签字密码")
    try desk.expectNot("签字密码（PIN）", "的密码")

    try desk.press(.up, "2", .function(2))

    try desk.expect("li 的签字密码已取消")
    #expect(try office.store.pinHolders().isEmpty)
  }
}
