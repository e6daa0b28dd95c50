import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// Why not, and who (features: 57).
@Suite struct WhoElseTests {
  @Test func anActOfAnotherPostNamesWhoCouldDoItAndOneKeyAsksThem() throws {
    let office = try TestOffice()
    let application = try office.inReview("王小明")
    var desk = try DeskDriver("wang", in: office)

    try desk.open(.application(application.id))
    try desk.expect("× 此项由审核主管、理事长办理：孙理事长、周主管、吴主管")
    try desk.open(.why(.approve, application.id))
    try desk.expect("可由孙理事长、周主管、吴主管办理；回车请示")
    try desk.press(.enter)
    try desk.expect("请示内容")
  }

  @Test func whoeverIsKeptFromItIsNotNamedAndMoreThanThreeAreCounted() throws {
    let office = try TestOffice()
    for (id, name) in [("a", "甲某"), ("b", "乙某")] {
      try office.store.addRehearsalAccount(
        StaffMember(id: id, name: name, roles: [.supervisor]), password: TestOffice.password,
        by: office.session("admin"))
    }
    try office.store.addRehearsalAccount(
      StaffMember(id: "kin", name: "亲属", roles: [.supervisor], recusals: [TestOffice.identities[0]]),
      password: TestOffice.password, by: office.session("admin"))
    try office.store.retire("wu", by: office.session("admin"))
    let application = try office.inReview("王小明")

    let offers = try office.store.offers(on: application, for: office.session("wang"))
    let approve = try #require(offers.first { $0.transition.move == .approve })

    #expect(approve.able.map(\.id) == ["sun", "zhou", "a", "b"])
    #expect(approve.ableNames?.chinese == "孙理事长、周主管、甲某和另外 1 人")
    #expect(approve.refusal?.code == "not_your_role")
  }

  @Test func whereTheCaseItselfIsNotReadyNobodyIsNamed() throws {
    let office = try TestOffice()
    let application = try office.inPanel("王小明")

    let offers = try office.store.offers(on: application, for: office.session("zheng"))

    let closing = try #require(offers.first { $0.transition.move == .panelDone })
    #expect(closing.refusals.count > 1 && closing.able.isEmpty)
    #expect(closing.inPost.map(\.id) == ["li", "wang", "zhou", "wu"])
  }

  @Test func ofTwoReasonsEachLeadsSomewhere() throws {
    let office = try TestOffice()
    let application = try office.inPanel("王小明")
    var desk = try DeskDriver("zhao", in: office)

    try desk.open(.why(.panelDone, application.id))
    try desk.expect("还缺 2 项条件（↑↓ 选一项，回车前往）", "其余条件齐了，可由李敏、王芳、周主管和另外 1 人办理；回车请示", "；回车前往")
    try desk.press(.enter)
    try desk.expect("请示内容")

    try desk.open(.why(.panelDone, application.id))
    try desk.press(.down, .enter)
    try desk.expect("评定席位")
  }

  @Test func theFirstReasonWithAWayOutIsInHandAndAnotherSaysWhereToGo() throws {
    let office = try TestOffice()
    let application = try office.inPanel("王小明")
    var desk = try DeskDriver("chen", in: office)
    try desk.open(.why(.panelDone, application.id))

    try desk.press(.up, .enter)
    try desk.expect("这一项没有可去的地方", "选写着「回车」的一项")
    try desk.press(.down, .enter)

    try desk.expect("评定席位")
  }

  @Test func aGreyActOfTheReviewLeadsToTheReasons() throws {
    let office = try TestOffice()
    let application = try office.inReview("王小明")
    var desk = try DeskDriver("li", in: office)
    try desk.open(.review(application.id))

    try desk.press("1")

    try desk.expect("为什么不能办")
  }
}
