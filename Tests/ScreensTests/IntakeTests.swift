import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

@Suite struct IntakeTests {
  @Test func everyFieldIsSavedAsItIsLeftAndTheNextVisitBeginsAtTheFirstGap() throws {
    let office = try TestOffice()
    var desk = try DeskDriver("li", in: office)

    try desk.press(.function(2), .enter)
    try desk.type("11010519491231002X")
    try desk.press(.tab)
    try desk.expect("已存")
    try desk.type("王小明")
    try desk.press(.tab)
    try desk.type("未存完的")

    let saved = try #require(try office.store.cases().first)
    #expect(saved.applicant == "王小明")
    #expect(saved[.sex] == "female" && saved[.birth] == "1949-12-31")
    var again = try DeskDriver("li", in: office)
    try again.open(.resumeIntake(saved.id))
    try again.type("林城镇")
    try again.press(.tab)
    #expect(try office.store.application(saved.id)[.address] == "林城镇")
  }

  @Test func aWrongDigitIsNamedAndARepairOffered() throws {
    var desk = try DeskDriver("li", in: TestOffice())

    try desk.press(.function(2), .enter)
    try desk.type("13040819640302001４")
    try desk.expect("有效")
    try desk.press(.backspace)
    try desk.type("5")
    try desk.expect("校验位不符", "F5 可能是")

    try desk.press(.function(5))
    try desk.expect("有效")
  }

  @Test func whatWeHoldOnThePersonStandsBesideTheNumber() throws {
    let office = try TestOffice()
    try office.holder("张伟", 2)
    var desk = try DeskDriver("li", in: office)

    try desk.press(.function(2), .enter)
    try desk.type("13040819640303001X")

    try desk.expect("已有证件", "130408**********1X43", "有效")
  }

  @Test func aMinorNeedsAGuardianFromTheMomentTheNumberIsTyped() throws {
    var desk = try DeskDriver("li", in: TestOffice())

    try desk.press(.function(2), .enter)
    try desk.expectNot("监护人姓名")
    try desk.type(Scene.minorIdentity)

    try desk.expect("监护人姓名", "申请人未满 18 周岁")
  }

  @Test func aWholeApplicationIsSubmittedFromTheKeyboardAlone() throws {
    let office = try TestOffice()
    var desk = try DeskDriver("li", in: office)

    try desk.press(.function(2), .enter)
    try desk.type("11010519491231002X")
    try desk.press(.tab)
    try desk.type("王小明")
    try desk.press(.function(2))
    try desk.expect("缺 2 项", "户籍地址", "申请类别")

    let id = try #require(try office.store.cases().first?.id)
    var second = try DeskDriver("li", in: office)
    try second.open(.resumeIntake(id))
    try second.type("林城镇")
    try second.press(.tab, .tab, .tab, "４", .tab, .tab)
    for _ in 1...4 { try second.press("2", .tab) }
    try second.press(.enter)

    try second.expect("已存：提交 → 已提交待受理")
    let application = try office.store.application(id)
    #expect(application.state == .submitted)
    #expect(application.materials.text == "ID,HK,PH×3,AF")
  }

  @Test func papersTickedSurviveLeaving() throws {
    let office = try TestOffice()
    let draft = try office.complete("王小明")
    var desk = try DeskDriver("li", in: office)
    try desk.open(.resumeIntake(draft.id))

    try desk.press("2", .tab, "3")
    try desk.press(.tab)
    try desk.type("派出所留存")
    try desk.press(.escape)

    let kept = try office.store.application(draft.id)
    #expect(kept.materials.text == "ID")
    #expect(kept.waivers == [.householdBook: "派出所留存"])
  }

  /// `li` has added to an address that `wang` changed meanwhile, and leaves the field.
  private func disputedAddress() throws -> (office: TestOffice, draft: Int64, desk: DeskDriver) {
    let office = try TestOffice()
    let draft = try office.complete("王小明")
    var desk = try DeskDriver("li", in: office)
    try desk.open(.resumeIntake(draft.id))
    try desk.press(.home, .tab, .tab, .tab, .tab)
    try desk.type("号楼")
    _ = try office.store.record(.edit, ["address": "别处"], on: draft.id, by: office.session("wang"))
    try desk.press(.tab)
    return (office, draft.id, desk)
  }

  @Test func whatSomebodyElseWroteMeanwhileIsShownAndNothingTypedIsLost() throws {
    var (office, draft, desk) = try disputedAddress()
    try desk.expect("! 王芳刚办理了", "号楼")
    try desk.press(.up)
    try desk.expect("他人刚改为「别处」")
    #expect(try office.store.application(draft)[.address] == "别处")

    try desk.press(.tab)
    #expect(try office.store.application(draft)[.address].hasSuffix("号楼"))
  }

  @Test func leavingDropsWhatAnotherHasChangedTooOnlyTheSecondTime() throws {
    var (office, draft, desk) = try disputedAddress()
    try desk.press(.escape)
    try desk.expect("您填的还没存", "号楼", "F4 用他人的")
    try desk.press(.enter)
    #expect(try office.store.application(draft)[.address].hasSuffix("号楼"))
  }

  @Test func whoeverOpensADraftOfAnotherIsToldWhoseItIs() throws {
    let office = try TestOffice()
    let draft = try office.complete("王小明")
    var desk = try DeskDriver("wang", in: office)
    try desk.open(.resumeIntake(draft.id))
    try desk.expect("此件由李敏经办")
    var own = try DeskDriver("li", in: office)
    try own.open(.resumeIntake(draft.id))
    try own.expectNot("此件由")
  }
}
