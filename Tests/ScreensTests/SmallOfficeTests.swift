import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// What two people may do together where there is nobody else, and what the day asks of those who run the sweep.
@Suite struct SmallOfficeTests {
  /// A damaged card that one person took in who is clerk and supervisor.
  private func ownCase(in office: TestOffice) throws -> Application {
    try office.store.addRehearsalAccount(
      StaffMember(id: "shi", name: "石全", roles: [.clerk, .supervisor]), password: TestOffice.password,
      by: office.session("admin"))
    let card = try office.holder("张伟", 2).certificateNumber
    let session = try office.session("shi")
    let id = try office.store.openCase(.renewDamaged, ["certificate": card], by: session).id
    _ = try office.store.record(.submit, ["materials": "OC,ID,PH×3"], on: id, by: session)
    _ = try office.store.record(.accept, on: id, by: session)
    return try office.store.record(.noAssessment, on: id, by: session)
  }

  @Test func whoTookACaseInMayApproveItWithAGroundAndSomebodyBeside() throws {
    let office = try TestOffice()
    let application = try ownCase(in: office)
    var desk = try DeskDriver("shi", in: office)
    try desk.open(.application(application.id))
    try desk.expect("× 此业务经您受理或经办")

    try desk.open(.why(.approve, application.id))
    try desk.expect("SOD-7")
    try desk.press(.enter)
    try desk.expect("经手、决定过仍批准的理由")
    try desk.press(" ", .tab, " ", .tab, " ", .tab, " ", .tab)
    try desk.type("本室仅两人在岗")
    try desk.expect("第二人用户名")
    try desk.press(.tab)
    try desk.type("li")
    try desk.press(.tab)
    try desk.type(TestOffice.password)
    try desk.press(.function(2))

    try desk.expect("已存：批准 → 已批准")
    let approved = try office.store.application(application.id)
    #expect(approved.state == .approved && approved.value("excepted_by", of: .approve) == "li")
  }

  @Test func otherDecidersAreNotAskedForAGround() throws {
    let office = try TestOffice()
    let application = try ownCase(in: office)
    var desk = try DeskDriver("zhou", in: office)
    try desk.open(.move(.approve, application.id))
    try desk.expectNot("本人经手", "第二人")
  }

  @Test func theQuarterIsAskedForUntilItsSweepIsThere() throws {
    let office = try TestOffice()
    office.time.pass(days: 17)
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.today)

    // 8 October 2026, the first working day of the quarter.
    try desk.expect("季度核销未执行，剩 14", "2026Q3", "最迟 2026-10-27，剩 14 个工作日", "导入名单")
    try desk.press(.enter)
    try desk.expect("导入")
  }
}
