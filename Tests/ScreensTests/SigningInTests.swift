import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

@Suite struct SigningInTests {
  @Test func aDigitFillsTheNameAndThePasswordIsNeverShown() throws {
    var desk = try DeskDriver(in: TestOffice())

    try desk.press("1", .enter)
    try desk.type("practice-1")

    try desk.expect("li", "******")
    let line = try desk.shown.split(separator: "\n").first { $0.contains("*密码") }
    #expect(line?.contains("practice-1") == false)
    try desk.press(.enter)
    try desk.expect("办公桌", "李敏")
  }

  @Test func aLiveOfficeShowsNobodysNamesAndNoRehearsalSign() throws {
    var desk = try DeskDriver(in: TestOffice(isRehearsal: false))

    try desk.expectNot("practice-1", "李敏", "演练")
  }

  @Test func aPasswordTypedThroughAnInputMethodIsToldWithoutItsCharacters() throws {
    let office = try TestOffice()
    var desk = try DeskDriver(in: office)

    try desk.type("li")
    try desk.press(.enter)
    try desk.type("ｐｒactice－1")
    try desk.press(.enter)

    try desk.expect("用户名或密码不对：输入里有全角字符，请关掉输入法重输", "请核对后再试")
    try desk.expectNot("ｐ", "－")
    office.time.pass(seconds: 20)
    try desk.type("practice-1")
    try desk.press(.enter)
    try desk.expect("办公桌")
  }

  @Test func wrongPasswordsMakeTheNextTryWait() throws {
    let office = try TestOffice()
    var desk = try DeskDriver(in: office)

    try desk.type("li")
    try desk.press(.enter)
    for _ in 1...3 {
      try desk.type("wrong")
      try desk.press(.enter)
      try desk.expect("用户名或密码不对")
      office.time.pass(seconds: 20)
    }
    try desk.type("wrong")
    try desk.press(.enter)
    try desk.type("practice-1")
    try desk.press(.enter)
    try desk.expect("请再等")

    office.time.pass(seconds: 20)
    try desk.type("practice-1")
    try desk.press(.enter)
    try desk.expect("办公桌")
  }

  @Test func lockingHidesEverythingAndTheSamePersonComesBackToTheDraft() throws {
    let office = try TestOffice()
    let application = try office.submitted("王小明")
    var desk = try DeskDriver("li", in: office)
    try desk.open(.move(.sendBack, application.id))
    try desk.type("缺照片")

    try desk.press(.control("l"))
    try desk.expect("已锁屏", "此桌由 李敏（li）登录", "填到一半的都还在", "其他人：按 F8 用自己的用户名登录")
    try desk.expectNot("王小明", "缺照片")

    try desk.type("wrong-one")
    try desk.press(.enter)
    try desk.expect("已锁屏")
    office.time.pass(seconds: 20)
    try desk.type("practice-1")
    try desk.press(.enter)
    try desk.expect("王小明", "缺照片")
  }

  @Test func whatWasTypedOutlastsSomebodyElsesTurnAtTheLockedDesk() throws {
    let office = try TestOffice()
    let application = try office.submitted("王小明")
    var desk = try DeskDriver("li", in: office)
    try desk.open(.move(.sendBack, application.id))
    try desk.type("缺照片")
    try desk.press(.control("l"), .function(8))
    for name in ["wang", "li"] {
      try desk.type(name)
      try desk.press(.enter)
      try desk.type("practice-1")
      try desk.press(.enter)
      try desk.open(.move(.sendBack, application.id))
      if name == "li" { try desk.expect("缺照片") } else { try desk.expectNot("缺照片") }
      try desk.press(.control("l"), .function(8))
    }
  }

  @Test func whoeverSignsInByAPasswordThatAnotherHasSetIsAskedToChangeIt() throws {
    let office = try TestOffice(isRehearsal: false)
    var desk = try DeskDriver(in: office)
    func signIn(by password: String) throws {
      try desk.type("li")
      try desk.press(.enter)
      try desk.type(password)
      try desk.press(.enter)
    }
    try signIn(by: TestOffice.password)
    try desk.expect("您的登录密码是「系统员」设的")

    let li = try office.store.signIn("li", password: TestOffice.password)
    try office.store.setPassword("known-to-li-alone", of: "li", by: li)
    try desk.press(.control("l"), .function(8))
    try signIn(by: "known-to-li-alone")

    try desk.expect("办公桌")
    try desk.expectNot("设的")
  }

  @Test func anIdleDeskLocksItselfAndABusyOneDoesNot() throws {
    let office = try TestOffice()
    var desk = try DeskDriver("li", in: office)

    office.time.pass(seconds: 599)
    try desk.handle(.tick)
    try desk.expect("办公桌")
    try desk.press(.down)
    office.time.pass(seconds: 599)
    try desk.handle(.tick)
    try desk.expect("办公桌")

    office.time.pass(seconds: 1)
    try desk.handle(.tick)
    try desk.expect("已锁屏")
  }

  @Test func aPasswordIsNotPrintedByWhateverCarriesIt() {
    let effect = Effect.signIn(Credentials(name: "li", password: "practice-1"))

    #expect(!String(reflecting: effect).contains("practice-1"))
  }
}
