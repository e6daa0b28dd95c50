import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

@Suite struct ManyCasesTests {
  @Test func markedCasesAreApprovedWithOnePasswordAndEnterOpensTheFirstFailure() throws {
    let office = try TestOffice()
    try office.inReview("张伟", 2)
    let changed = try office.inReview("王小明", 0)
    var desk = try DeskDriver("zhou", in: office)
    try desk.open(.queue(.review))
    try desk.press(.function(6), .function(5), .function(2))
    try desk.expect("批准 · 2 件")
    try office.store.record(.registerPaper, ["code": "ID", "form": "copy"], on: changed.id, by: office.session("li"))

    try desk.press(.function(5), .down, .down, .down, .down)
    try desk.type(TestOffice.password)
    try desk.press(.function(2))

    try desk.expect("办成 1，未办 1", "√ ", "× 李敏刚办理了「登记材料」")
    try desk.press(.enter)
    try desk.expect("王小明")
    try desk.press(.escape, .escape)
    try desk.expect("选中 1 / 1")
  }

  @Test func aWrongPasswordApprovesNothingAndTheConfirmationsStay() throws {
    let office = try TestOffice()
    let application = try office.inReview("张伟", 2)
    var desk = try DeskDriver("zhou", in: office)
    try desk.open(.approvals)
    try desk.press(" ", .function(2), .function(5))
    try desk.press(.end, .up)
    try desk.type("wrong")

    try desk.press(.function(2))

    try desk.expect("请核对后再试", "已确认")
    #expect(try office.store.application(application.id).state == .review)
  }

  @Test func whatWasConfirmedIsConfirmedAnewAtTheNextLook() throws {
    let office = try TestOffice()
    let application = try office.inReview("张伟", 2)
    var desk = try DeskDriver("zhou", in: office)
    try desk.open(.approvals)
    try desk.press(" ")

    for open in [nil, Route.move(.approve, application.id)] {
      for _ in 1...2 {
        if let open { try desk.open(open) } else { try desk.press(.function(2)) }
        try desk.expect("[ ] 未确认")
        try desk.expectNot("[×] 已确认")
        try desk.press(.function(5))
        try desk.expect("[×] 已确认")
        try desk.press(.escape)
      }
    }
    try desk.expect("成批审批 · 选中 1 / 1")
  }

  @Test func whatIsMarkedAndNotListedIsSaidAbove() throws {
    let office = try TestOffice()
    try office.inReview("张伟", 2)
    try office.inReview("王小明", 0)
    var desk = try DeskDriver("zhou", in: office)
    try desk.open(.approvals)

    try desk.type("wxm")
    try desk.press(.function(5), .control("u"))
    try desk.expectNot("未列出")
    try desk.type("zw")

    try desk.expect("选中 1 / 2，其中 1 件未列出")
  }

  @Test func spaceMarksTheRowAndF5OnlyWhatIsShown() throws {
    let office = try TestOffice()
    try office.inReview("张伟", 2)
    try office.inReview("王小明", 0)
    var desk = try DeskDriver("zhou", in: office)
    try desk.open(.approvals)

    try desk.type("wxm")
    try desk.press(.function(5), .escape)
    try desk.expect("选中 1 / 2", "[ ]", "[x]")
    try desk.press(" ")

    try desk.expect("选中 2 / 2")
  }

  @Test func aCaseWithSomethingToCheckIsMarkedByHandOnly() throws {
    let office = try TestOffice()
    try office.inReview("张伟", 2)
    try office.inReview("王小明", 0, sex: "male")
    var desk = try DeskDriver("zhou", in: office)
    try desk.open(.approvals)

    try desk.press(.function(5))
    try desk.expect("选中 1 / 2", "[x]  ", "[ ]!", "所列的留下 1 件有「请核」的")
    try desk.type("wxm")
    try desk.expect("请核：登记的性别与身份号码不一致")
    try desk.press(" ")
    try desk.expect("选中 1 / 2", "登记的性别与身份号码不一致", "看过后按空格选中")
    try desk.press(" ")
    try desk.expect("选中 2 / 2", "[x]!")
    try desk.press(.function(2))
    try desk.expect("批准 · 2 件", "王小明：登记的性别与身份号码不一致")
  }

  @Test func aFilterThatFindsNothingIsNoEmptyQueue() throws {
    let office = try TestOffice()
    try office.inReview("张伟", 2)
    var desk = try DeskDriver("zhou", in: office)
    try desk.open(.approvals)

    try desk.type("xyz")

    try desk.expect("没有相符的，Esc 清除筛选")
    try desk.expectNot("没有待审批的业务")
    try desk.press(.function(5))
    try desk.expectNot("没有待审批的业务")
  }

  @Test func whatIsNotRecordedStandsBehindItsName() throws {
    let office = try TestOffice()
    let number = try office.holder("王小明").certificateNumber
    let opened = try office.store.openCase(.reissue, ["certificate": number], by: office.session("li"))
    try office.store.record(.submit, ["materials": "ID,LS,LN,PH×3,AF"], on: opened.id, by: office.session("li"))
    try office.store.record(.accept, on: opened.id, by: office.session("li"))
    try office.store.record(.noAssessment, on: opened.id, by: office.session("li"))
    var desk = try DeskDriver("zhou", in: office)

    try desk.open(.approvals)

    try desk.expect("日期没有登记")
    try desk.expectNot("没有登记 没有登记")
  }

  @Test func whatIsToBeCheckedIsLeftUnmarkedByEsc() throws {
    let office = try TestOffice()
    try office.inReview("王小明", 0, sex: "male")
    var desk = try DeskDriver("zhou", in: office)
    try desk.open(.approvals)

    try desk.press(" ", .escape)

    try desk.expect("成批审批 · 选中 0 / 1", "[ ]!")
  }

  @Test(arguments: [Route.queue(.review), .approvals, .register])
  func aFilterIsClearedAtOnce(_ route: Route) throws {
    let office = try TestOffice()
    try office.inReview("张伟", 2)
    var desk = try DeskDriver("zhou", in: office)
    try desk.open(route)
    try desk.type("wxm")
    try desk.expect("wxm")

    try desk.press(.control("u"))
    try desk.type("zw")

    try desk.expect("zw")
    try desk.expectNot("wxmzw")
  }

  @Test func whoeverMayNotDecideIsToldBeforeAnyForm() throws {
    let office = try TestOffice()
    try office.inReview("张伟", 2)
    var desk = try DeskDriver("li", in: office)
    try desk.open(.approvals)

    try desk.press(" ", .function(2))

    try desk.expect("! 此项由")
  }
}
