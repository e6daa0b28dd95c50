import Casework
import GRDB
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

@Suite struct CaseStoryTests {
  @Test func aRefusalIsASentenceWithItsRemedyAndNothingIsWritten() throws {
    let office = try TestOffice()
    let application = try office.submitted("王小明")
    var desk = try DeskDriver("li", in: office)
    try desk.open(.move(.accept, application.id))

    try desk.press(.home, "1", .function(2))

    try desk.expect("! 缺材料：居民身份证（ID）", "补齐，或注明免交理由")
    #expect(try office.store.application(application.id).state == .submitted)
  }

  @Test func allDataTakeTheWholeWindow() throws {
    let office = try TestOffice()
    let application = try office.submitted("王小明")
    var desk = try DeskDriver("li", in: office)
    try desk.open(.application(application.id))

    try desk.press(.function(4))
    try desk.expect("登记内容", "公民身份号码", "联系电话", "申请类别", "材料", "申请表")
    try desk.expectNot("不予受理")
    try desk.press(.enter, "1")
    #expect(desk.app.places.count == 2)

    try desk.press(.escape)
    try desk.expect("不予受理", "经过")
  }

  @Test func theReviewSaysOnceWhatIsToBeLookedAt() throws {
    let office = try TestOffice()
    let application = try office.referred("王小明")
    _ = try office.store.record(
      .recordResult,
      [
        "form": "1", "institution": "RM", "doctors": "周医生", "date": office.store.today.iso, "category": "2",
        "grade": "1", "measurements": "db_left=85,db_right=99", "sealed": "yes",
      ], on: application.id, by: office.session("li"))
    var desk = try DeskDriver("zhou", in: office)

    try desk.open(.review(application.id))

    #expect(try desk.shown.split(separator: "属二级").count == 2)
  }

  @Test func theOnlyTextToPrintHasNoNext() throws {
    let office = try TestOffice()
    let application = try office.accepted("王小明")
    var desk = try DeskDriver("li", in: office)
    try desk.open(.print(application.id))

    try desk.expect("1/1")

    try desk.expectNot("下一份")
  }

  @Test func theReceiptIsHandedOverOrItIsSaidWhyNot() throws {
    let office = try TestOffice()
    let (given, kept) = (try office.submitted("王小明", 0), try office.submitted("张伟", 2))
    var desk = try DeskDriver("li", in: office)
    try desk.open(.application(given.id))
    try desk.open(.move(.accept, given.id))
    try desk.press(.function(2))
    try desk.expect("按 F7 打印受理回执")
    #expect(try office.store.application(given.id).value("receipt", of: .accept) == "yes")
    try desk.press(.function(7))
    try desk.expect("打印预览 · 受理回执")

    try desk.open(.application(kept.id))
    try desk.open(.move(.accept, kept.id))
    try desk.press(.backTab, " ")
    try desk.expect("回执未交的理由")
    try desk.press(.function(2))
    try desk.expect("还缺 1 项：回执未交的理由")
    try desk.type("打印机故障，明日邮寄")
    try desk.press(.function(2))

    try desk.expectNot("按 F7 打印受理回执")
    #expect(try office.store.application(kept.id).value("receipt_reason", of: .accept) == "打印机故障，明日邮寄")
    #expect(try office.store.application(kept.id).value("receipt", of: .accept).isEmpty)
  }

  @Test func theReasonHasOneNameInTheWholeCase() throws {
    let office = try TestOffice()
    let held = try office.holder("王小明")
    let number = try #require(try office.store.certificates(of: held[.identity]).last?.number)
    let application = try office.store.openCase(
      .cancel, ["certificate": number, "reason": "voluntary"], by: office.session("li"))
    var desk = try DeskDriver("li", in: office)

    try desk.open(.application(application.id))
    try desk.expectNot("事由")
    try desk.press(.function(4))

    try desk.expect("注销原因")
    try desk.expectNot("事由")
  }

  @Test func notAcceptingTakesASecondPersonAtTheSameDesk() throws {
    let office = try TestOffice()
    let application = try office.submitted("王小明")
    var desk = try DeskDriver("li", in: office)
    try desk.open(.application(application.id))

    try desk.press("2", "1", .tab)
    try desk.type("材料系伪造")
    try desk.press(.tab)
    try desk.type("wang")
    try desk.press(.tab)
    try desk.type("practice-1")
    try desk.press(.tab, .enter)
    try desk.expect("未办理")

    try desk.press("2", .enter)
    try desk.expect("已存：不予受理 → 不予受理")
    let event = try #require(try office.store.history(of: application).last)
    #expect(event.actor == "li" && event.second == "wang")
  }

  @Test func threePeopleSignInTurnAtOneTerminalAndOpinionsStaySealed() throws {
    let office = try TestOffice()
    let application = try office.inPanel("欧阳文华", 1)
    var desk = try DeskDriver("li", in: office)
    try desk.open(.seats(application.id))

    for signed in 0..<3 {
      try desk.expect("已签 \(signed) / 3")
      try desk.expectNot("膝上截肢三级")
      try desk.press(.enter, "4", .tab, "3", .tab, "2", .tab)
      try desk.type("膝上截肢三级")
      try desk.press(.tab)
      try desk.type("practice-1")
      try desk.press(.tab, .enter)
    }

    try desk.expect("全部签字，意见一致", "膝上截肢三级")
    try desk.press(.function(5), .enter)
    #expect(try office.store.application(application.id).state == .assessedOK)
    #expect(desk.app.session?.staff.id == "li")
  }

  @Test func aDisagreementIsDiscussedAndSignedAnewAtTheSameTerminal() throws {
    let office = try TestOffice()
    let application = try office.inPanel("欧阳文华", 1)
    for (seat, grade) in [("zhao", "3"), ("qian", "4"), ("sun", "3")] {
      try office.sign(seat, application, grade: grade)
    }
    var desk = try DeskDriver("li", in: office)
    try desk.open(.seats(application.id))
    try desk.expect("≠ 等级", "三级", "四级", "合议后重签")

    try desk.press(.function(7))
    try desk.expect("赵医生", "肢体 四级")
    try desk.type("重新测量残端，按条款三级")
    try desk.press(.tab)
    try desk.type("practice-1")
    try desk.press(.function(2))

    try desk.expect("已签 0 / 3")
    #expect(try office.store.application(application.id).value("minutes", of: .panelDiscuss).contains("残端"))
  }

  @Test func threeWrongPasswordsLockTheSeatAndNotTheCase() throws {
    let office = try TestOffice()
    let application = try office.inPanel("欧阳文华", 1)
    var desk = try DeskDriver("li", in: office)
    for _ in 1...3 {
      try desk.open(.signed(.panelSign, application.id, by: "zhao"))
      try desk.press("4", .tab, "3", .tab, "2", .tab)
      try desk.type("同意")
      try desk.press(.tab)
      try desk.type("not-mine")
      try desk.press(.tab, .enter)
      office.time.pass(seconds: 60)
    }
    try desk.expect("三次输错密码，已锁定")

    try desk.open(.seats(application.id))
    try desk.expect("已锁  ", "未签")
  }

  @Test func theSubstituteSitsForTheChairAndTheSeatSaysSo() throws {
    let office = try TestOffice()
    try office.store.add(
      StaffMember(id: "lu", name: "卢医生", roles: [.assessor]), password: TestOffice.password, by: office.session("admin")
    )
    let accepted = try office.accepted("欧阳文华", 1)
    var desk = try DeskDriver("sun", in: office)
    try desk.press(.function(7), .function(5), .function(2))
    try desk.press(.tab, "1", .tab, .tab, .tab)
    try desk.type("20261001")
    try desk.press(.tab)
    try desk.type("残联授〔2026〕3号")
    try desk.press(.tab)
    try desk.type("外出培训")
    try desk.press(.function(2))
    try desk.expect("还缺 1 项：理事长本人密码")
    try desk.type(TestOffice.password)
    try desk.press(.function(2))
    try desk.expect("赵医生", "有效", "残联授〔2026〕3号")

    _ = try office.store.record(
      .chooseDirect, ["members": "zhao,qian,lu", "feature": "左下肢缺失", "evaluation": "特征明显"], on: accepted.id,
      by: office.session("li"))
    try office.sign("zhao", accepted)
    try desk.open(.seats(accepted.id))
    try desk.expect("代理事长", "已签 1 / 3")
  }

  @Test func aSeatSignsOnlyWithItsOwnPassword() throws {
    let office = try TestOffice()
    let application = try office.inPanel("欧阳文华", 1)
    var desk = try DeskDriver("li", in: office)
    try desk.open(.signed(.panelSign, application.id, by: "zhao"))

    try desk.press("4", .tab, "3", .tab, .tab)
    try desk.type("同意")
    try desk.press(.tab)
    try desk.type("not-mine")
    try desk.press(.tab, .enter)

    try desk.expect("密码不对", "同意")
    #expect(try office.store.application(application.id).signatures.isEmpty)
  }

  @Test func aChangedCaseVoidsTheSignaturesAndShowsWhatChanged() throws {
    let office = try TestOffice()
    let application = try office.inPanel("欧阳文华", 1)
    try office.sign("zhao", application)
    _ = try office.store.record(.edit, ["address": "新址 1 号"], on: application.id, by: office.session("li"))
    var desk = try DeskDriver("li", in: office)

    try desk.open(.seats(application.id))

    try desk.expect("需重签", "签字后改动", "新址 1 号")
  }

  @Test func theReviewerTicksFourThingsAndTheCaseIsApproved() throws {
    let office = try TestOffice()
    let application = try office.inReview("张伟", 2)
    var desk = try DeskDriver("zhou", in: office)
    try desk.open(.review(application.id))
    try desk.expect("赵医生", "公示", "没有发现")

    try desk.press("2", " ", .tab, " ", .tab, " ", .tab, .function(2))
    try desk.expect("还缺 1 项")
    try desk.press(" ", .function(2))

    try desk.expect("已存：批准 → 已批准")
    #expect(try office.store.application(application.id).state == .approved)
  }

  @Test func theAcceptorSeesWhyHeMayNotApproveBeforePressing() throws {
    let office = try TestOffice()
    let application = try office.inReview("张伟", 2)
    var desk = try DeskDriver("li", in: office)

    try desk.open(.application(application.id))

    try desk.expect("批准", "× 此项由审核主管、理事长办理")
  }

  @Test func twoDesksOnOneCaseAndNothingTypedIsLost() throws {
    let office = try TestOffice()
    let application = try office.submitted("王小明")
    var desk = try DeskDriver("li", in: office)
    try desk.open(.move(.sendBack, application.id))
    try desk.type("缺照片")

    _ = try office.store.record(.accept, on: application.id, by: office.session("wang"))
    try desk.press(.function(2))

    try desk.expect("王芳刚办理了「受理」", "缺照片")
    #expect(try office.store.application(application.id).state == .accepted)
  }

  @Test func aFormThatIsLeftIsFoundAgainAsItWas() throws {
    let office = try TestOffice()
    let application = try office.submitted("王小明")
    var desk = try DeskDriver("li", in: office)
    try desk.open(.application(application.id))

    try desk.press("1")
    try desk.type("缺照片")
    try desk.press(.escape)
    try desk.expectNot("缺照片")

    try desk.press("1")
    try desk.expect("缺照片")
  }

  @Test func numbersAreMaskedUntilAskedForAndAskingIsLogged() throws {
    let office = try TestOffice()
    let application = try office.submitted("王小明")
    var desk = try DeskDriver("li", in: office)
    try desk.open(.application(application.id))
    try desk.expectNot("11010519491231002X")

    try desk.press(.function(3))

    try desk.expect("11010519491231002X")
    let moves = try office.store.read { try String.fetchAll($0, sql: "SELECT move FROM event WHERE kind = 'access'") }
    #expect(moves.contains("reveal"))
  }
}
