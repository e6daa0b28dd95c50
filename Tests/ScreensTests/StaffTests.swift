import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

@Suite struct StaffTests {
  @Test func anAdministratorAddsAnAccountThatCanSignIn() throws {
    let office = try TestOffice()
    var desk = try DeskDriver("admin", in: office)
    try desk.press(.function(7), .function(2))

    try desk.type("he")
    try desk.press(.tab)
    try desk.type("何平")
    try desk.press(.tab, "1", "7", .tab, .tab, .tab)
    try desk.type("long-enough")
    try desk.press(.tab)
    try desk.type("long-enough")
    try desk.press(.function(2))

    try desk.expect("已存：账号 he", "何平", "办证员、档案员")
    #expect(try office.store.signIn("he", password: "long-enough").staff.roles == [.clerk, .archivist])
  }

  @Test func somebodyOfTheSameNameIsAskedAbout() throws {
    let office = try TestOffice()
    var desk = try DeskDriver("admin", in: office)
    try desk.open(.newStaff)
    try desk.expectNot("同名的另一人")
    try desk.type("li2")
    try desk.press(.tab)
    try desk.type("李敏")
    try desk.press(.tab, "1", .tab, .tab, .tab)

    try desk.expect("确是同名的另一人", "已有在岗人员叫「李敏」")
  }

  @Test func retiringAsksAndNoIsTheAnswerThatStands() throws {
    let office = try TestOffice()
    var desk = try DeskDriver("admin", in: office)
    try desk.press(.function(7), .down, .function(6))

    try desk.press(.enter)
    try desk.expect("未办理")
    #expect(try office.store.staff().first { $0.id == "li" }?.isActive == true)

    try desk.press("2", .enter)
    try desk.expect("已停用")
  }

  @Test func retiringTheOnlyChairSaysWhatIsLeftBehindAndIsConfirmed() throws {
    let office = try TestOffice()
    let application = try office.inPanel("欧阳文华", 1)
    try office.sign("zhao", application)
    var desk = try DeskDriver("admin", in: office)

    try desk.open(.retire("sun"))

    try desk.expect("孙理事长 是唯一在岗的理事长，停用后此岗无人", "1 件联合评定等其签字：\(application.number)")
    try desk.press(.enter)
    #expect(try office.store.staff().first { $0.id == "sun" }?.isActive == true)
    try desk.press("2", .enter)
    try desk.expect("账号 sun 已停用")
  }

  @Test func whoeverLeavesGivesAllCasesInOneStep() throws {
    let office = try TestOffice()
    for (index, name) in ["王小明", "欧阳文华"].enumerated() { try office.submitted(name, index) }
    var desk = try DeskDriver("admin", in: office)
    try desk.open(.retire("li"))
    try desk.expect("名下未办结业务 2 件")
    try desk.open(.handOver("li"))

    try desk.press("1", .tab)
    try desk.type("调离")
    try desk.press(.function(2))

    try desk.expect("移交经办：办成 2，未办 0", "王**")
    try desk.expectNot("王小明")
    let cases = try office.store.cases()
    #expect(cases.allSatisfy { $0.owner != "li" })
    var colleague = try DeskDriver("wang", in: office)
    try colleague.open(.application(cases[0].id))
    try colleague.expect("移交经办  系统员：调离；王芳")
  }

  @Test func whatCameAfterTheQuestionWasShownIsAskedAnew() throws {
    let office = try TestOffice()
    var desk = try DeskDriver("admin", in: office)
    try desk.open(.retire("wu"))
    try desk.expectNot("唯一在岗")
    try office.store.retire("zhou", by: office.session("admin"))

    try desk.press("2", .enter)

    try desk.expect("! 吴主管 是唯一在岗的审核主管")
    #expect(try office.store.staff().first { $0.id == "wu" }?.isActive == true)
  }

  @Test func anInstitutionIsListedAndSuspended() throws {
    let office = try TestOffice()
    var desk = try DeskDriver("admin", in: office)
    try desk.press(.function(7), .function(7), .function(2))
    try desk.type("ZY")
    try desk.press(.tab)
    try desk.type("中医院")
    try desk.press(.tab, "4", .function(2))
    try desk.expect("中医院", "在册")

    try desk.press(.end, .function(6))
    try desk.type("整改")
    try desk.press(.function(2))

    try desk.expect("停评（整改）")
    #expect(try office.store.institutions(on: office.store.today).map(\.code) == ["RM", "JS"])

    try desk.press(.function(6))
    try desk.expect("恢复 · 中医院", "停评到昨天为止")
    try desk.type("整改完成")
    try desk.press(.function(2))
    #expect(try office.store.institutions(on: office.store.today).map(\.code) == ["RM", "JS", "ZY"])
  }

  @Test func aDoctorIsListedForWhatTheInstitutionIsAndItsCasesAreFound() throws {
    let office = try TestOffice()
    let application = try office.referred("王小明")
    var desk = try DeskDriver("zhou", in: office)
    try desk.open(.institutions)
    try desk.press(.enter, .function(2))
    try desk.expectNot("精神")
    try desk.type("周医生")
    try desk.press(.tab, "2", .function(2))
    try desk.expect("周医生", "在册")

    _ = try office.store.record(
      .recordResult,
      [
        "form": "1", "institution": "RM", "doctors": "周医生", "date": office.store.today.iso, "category": "2",
        "grade": "1",
        "measurements": "db_left=95,db_right=99", "sealed": "yes",
      ], on: application.id, by: office.session("li"))
    try desk.press(.enter)
    try desk.expect("所评业务 · 周医生", application.number)
    try desk.press(.enter)
    try desk.expect("听力 一级")
  }

  @Test func aContradictionIsShownWhileItIsTypedAndBeforeTheDecision() throws {
    let office = try TestOffice()
    let application = try office.referred("王小明")
    var desk = try DeskDriver("li", in: office)
    try desk.open(.application(application.id))
    try desk.open(.move(.recordResult, application.id))

    try desk.fillResult(category: "2", grade: "1", doctors: "周医生")
    try desk.type("85")
    try desk.press(.tab)
    try desk.type("92")
    try desk.expect("较好耳平均听力 85 dB，属二级，记录为一级")
    try desk.press(.tab, " ", .function(2))

    try desk.expect("已存：录入评定结果 → 评定符合标准", "较好耳平均听力 85 dB，属二级", "医生未核对")
    try desk.open(.review(application.id))
    try desk.expect("较好耳平均听力 85 dB，属二级，记录为一级")
  }
}
