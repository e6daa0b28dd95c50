import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// Whoever ends or freezes a certificate sees whose it is and what follows, and gives the own password (features: 37, 40, 81).
@Suite struct EndingTests {
  private let yes: Entries = ["materials": "yes", "procedure": "yes", "conclusion": "yes", "notice": "yes"]

  /// A cancellation or a freeze in review, and the number that it is about.
  private func inReview(_ service: ServiceKind, _ fields: Entries, _ office: TestOffice) throws -> Application {
    let held = try office.holder("王小明")
    let number = try #require(try office.store.certificates(of: held[.identity]).last?.number)
    var given: Entries = ["certificate": number]
    given.merge(fields)
    let opened = try office.store.openCase(service, given, by: office.session("li"))
    let papers: Entries = service == .cancel ? ["materials": "ID,VW,OC"] : [:]
    _ = try office.store.record(.submit, papers, on: opened.id, by: office.session("li"))
    _ = try office.store.record(.accept, on: opened.id, by: office.session("li"))
    return try office.store.record(.noAssessment, on: opened.id, by: office.session("li"))
  }

  @Test func aCancellationShowsWhomItMeetsAndTakesThePassword() throws {
    let office = try TestOffice()
    let application = try inReview(.cancel, ["reason": "voluntary"], office)
    var desk = try DeskDriver("zhou", in: office)
    try desk.open(.review(application.id))
    try desk.expect("批准后", "可申请日期 2027-")
    try desk.open(.move(.approve, application.id))
    try desk.expect("王小明", "110105**********2X43", "自愿", "证件注销，立即停用", "可申请日期 2027-")
    try desk.expect("周主管 的密码", "确定注销王小明（002X）吗")

    try desk.press(.function(5), .function(2))
    try desk.press(.enter)
    try desk.expect("还缺 1 项：周主管 的密码")

    try desk.type("wrong-one")
    try desk.press(.down, .right, .function(2))
    try desk.expect("密码不对")
    #expect(try office.store.application(application.id).state == .review)

    office.time.pass(seconds: 30)
    try desk.type(TestOffice.password)
    try desk.press(.function(2), .function(2))
    #expect(try office.store.application(application.id).state == .approved)
    #expect(try office.store.certificates(of: application[.identity]).last?.state == .cancelled)
  }

  @Test func theCaseSaysBeforehandWhichSecretAnEndingTakes() throws {
    let office = try TestOffice()
    let application = try inReview(.cancel, ["reason": "voluntary"], office)
    var desk = try DeskDriver("zhou", in: office)
    try desk.open(.application(application.id))
    try desk.expect("须当场再输本人的密码")

    try office.store.setPIN("246810", by: office.session("zhou", now: true))
    try desk.press(.escape)
    try desk.open(.application(application.id))

    try desk.expect("须当场再输本人的签字密码（PIN）")
  }

  @Test func theCardThatIsDecidedOnIsSaidOnce() throws {
    let office = try TestOffice()
    let application = try inReview(.cancel, ["reason": "voluntary"], office)
    var desk = try DeskDriver("zhou", in: office)

    for route in [Route.review(application.id), .move(.approve, application.id), .application(application.id)] {
      try desk.open(route)
      try desk.expect("现证")
      try desk.expectNot("残疾人证号", "已有证件")
      let card = application[.certificate].suffix(4)
      #expect(try desk.shown.split(separator: "\n").count { $0.contains("*") && $0.contains(card) } == 1)
      try desk.press(.escape)
    }
  }

  @Test func aFreezeShowsWhenItIsLookedAtAgain() throws {
    let office = try TestOffice()
    let application = try inReview(.freeze, ["reason": "complaint", "document": "核查〔2026〕5 号"], office)
    var desk = try DeskDriver("zhou", in: office)

    try desk.open(.move(.approve, application.id))

    try desk.expect("投诉举报核查", "核查〔2026〕5 号", "证件冻结，暂停使用", "复核", "周主管 的密码")
  }

  @Test func aSessionThatWentOnDoesNotEndACertificate() throws {
    let office = try TestOffice()
    let application = try inReview(.cancel, ["reason": "voluntary"], office)

    #expect(throws: Refusal.self) {
      try office.store.record(.approve, yes, on: application.id, by: office.session("zhou"))
    }
    let decided = try office.store.record(.approve, yes, on: application.id, by: office.session("zhou", now: true))
    #expect(decided.state == .approved)
  }

  @Test func aNewCardIsApprovedAsBefore() throws {
    let office = try TestOffice()
    let application = try office.inReview("张伟", 2)
    var desk = try DeskDriver("zhou", in: office)
    try desk.open(.move(.approve, application.id))
    try desk.expectNot("的密码")

    try desk.press(.function(5), .function(2))

    #expect(try office.store.application(application.id).state == .approved)
  }

  @Test func aDeathAfterWhichTheHolderWasSeenAsksForAReasonAndTheHoldersPageTellsOfIt() throws {
    let office = try TestOffice()
    let held = try office.holder("王小明")
    let number = try #require(try office.store.certificates(of: held[.identity]).last?.number)
    let day = office.store.today
    office.time.pass(days: 3)
    try office.store.record(
      .contact, ["about": "renewal", "result": "will_come", "date": office.store.today.iso], onCertificate: number,
      by: office.session("li"))
    let li = try office.session("li")
    let id = try office.store.openCase(
      .cancel, ["certificate": number, "reason": "death", "event_date": day.adding(days: 1).iso], by: li
    ).id
    try office.store.record(.submit, ["materials": "DP"], on: id, by: li)
    try office.store.record(.accept, on: id, by: li)
    try office.store.record(.noAssessment, on: id, by: li)
    var desk = try DeskDriver("zhou", in: office)

    try desk.open(.holder(number))
    try desk.expect("请核", "此人有死亡注销在办：")
    try desk.open(.move(.approve, id))
    try desk.expect("联系：已告知，将来办理", "*报亡后有活动、仍注销的理由")
    try desk.press(.function(5), .down, .down, .down, .down)
    try desk.type("派出所核实")
    try desk.press(.tab)
    try desk.type(TestOffice.password)
    try desk.press(.tab, .right)
    while try desk.shown.contains("↓ PgDn") { try desk.press(.pageDown) }
    try desk.press(.function(2))

    #expect(try office.store.application(id).state == .approved)
    try desk.open(.application(id))
    try desk.expect("派出所核实")
  }

  @Test func manyAtOnceNamesWhoseCertificatesEnd() throws {
    let office = try TestOffice()
    let application = try inReview(.cancel, ["reason": "voluntary"], office)
    var desk = try DeskDriver("zhou", in: office)

    try desk.open(.many(.approve, [SeenCase(application)]))

    try desk.expect("注销", "1 本证件立即停用：王小明", "的密码")
  }

  @Test func amongManyEachSaysWhatFollowsAndTheLastQuestionCountsThem() throws {
    let office = try TestOffice()
    let ending = try inReview(.cancel, ["reason": "voluntary"], office)
    let other = try office.inReview("张伟", 2)
    var desk = try DeskDriver("zhou", in: office, columns: 120, rows: 40)
    try desk.open(.approvals)
    try desk.type("wxm")
    try desk.expect("批准后：证件注销，立即停用", "可申请日期 2027-")
    try desk.press(" ")
    try desk.expect("选中 0 / 2", "批准后", "证件注销，立即停用", "看过后按空格选中")
    try desk.press(" ")
    try desk.expect("选中 1 / 2")
    try desk.press(.control("u"))
    try desk.press(.function(5), .function(2))

    try desk.expect("批准 · 2 件", "1 本证件立即停用：王小明", "批准后：证件注销，立即停用；一年内不得重新申请")
    try desk.expect("共 2 件，其中注销 1 本，确定批准吗")
    try desk.press(.function(5), .down, .down, .down, .down)
    try desk.type(TestOffice.password)
    try desk.press(.function(2), .enter)
    try desk.expect("选「是」才会办")
    #expect(try office.store.application(ending.id).state == .review)
    try desk.press(.right, .function(2))
    try desk.expect("办成 2，未办 0")
    #expect(try [ending.id, other.id].map { try office.store.application($0).state } == [.approved, .approved])
  }

  @Test func whereNoneEndsNothingMoreIsAsked() throws {
    let office = try TestOffice()
    let application = try office.inReview("张伟", 2)
    var desk = try DeskDriver("zhou", in: office)

    try desk.open(.many(.approve, [SeenCase(application)]))

    try desk.expectNot("确定批准吗", "批准后")
  }

  @Test func whoeverHandsACardOverSeesThatADeathIsToldOf() throws {
    let office = try TestOffice()
    let card = try office.inReview("王小明")
    let (li, yes) = (try office.session("li"), yes)
    _ = try office.store.record(.approve, yes, on: card.id, by: office.session("zhou"))
    _ = try office.store.record(.print, ["serial": "S0001"], on: card.id, by: li)
    let ready = try office.store.record(
      .seal, ["approval_seal": "yes", "steel_seal": "yes", "base_entry": "yes"], on: card.id, by: li)
    let death = try office.store.openCase(
      .cancel,
      ["certificate": ready.certificateNumber, "reason": "death", "event_date": office.store.today.iso], by: li)
    var desk = try DeskDriver("li", in: office)

    try desk.open(.move(.collect, card.id))

    try desk.expect("请核", "此人有死亡注销在办：\(death.number)")
  }
}
