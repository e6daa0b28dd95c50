import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// Whoever decides on an objection reads it, knows the notice that it concerns, and sees what follows (features: 33, 56).
@Suite struct ObjectionDecisionTests {
  private static let content = "平时走路正常，骑摩托车拉货，去年还在砖厂做工"

  private func objected(_ content: String = content, in office: TestOffice) throws -> Application {
    let id = try office.assessed("王小明", 0).id
    let li = try office.session("li")
    _ = try office.store.record(.postNotice, ["place": "新桥村公示栏"], on: id, by: li)
    office.time.pass(days: 1)
    return try office.store.record(.object, ["objector": "赵邻居", "content": content], on: id, by: li)
  }

  @Test(arguments: [Application.Move.objectionFounded, .objectionUnfounded])
  func theFormShowsItWholeWithItsNoticeAndBothOutcomes(_ move: Application.Move) throws {
    let office = try TestOffice()
    let application = try objected(in: office)
    let last = try #require(application.noticeLastDay)
    var desk = try DeskDriver("zhou", in: office, columns: 120, rows: 40)

    try desk.open(.move(move, application.id))

    try desk.expect("赵邻居  2026-09-22 收到，2026-09-22 由李敏登记", Self.content)
    try desk.expect("林城镇新桥村  新桥村公示栏  2026-09-21 至 \(last)")
    try desk.expect("接着公示到 \(last)，期满送审核", "肢体 三级（联合评定）", "留作首次结论", "重新公示")
  }

  @Test func onceTheNoticeIsOverTheCaseGoesOnToTheReview() throws {
    let office = try TestOffice()
    let application = try objected(in: office)
    let last = try #require(application.noticeLastDay)
    office.time.pass(days: 20)
    var desk = try DeskDriver("zhou", in: office, columns: 120, rows: 40)

    try desk.open(.move(.objectionUnfounded, application.id))

    try desk.expect("公示已于 \(last) 期满，直接转审核")
  }

  @Test func nothingIsDecidedBeforeAllOfItWasOnTheScreen() throws {
    let office = try TestOffice()
    let application = try objected(String(repeating: Self.content + "；", count: 12), in: office)
    var desk = try DeskDriver("zhou", in: office, columns: 60, rows: 20)
    try desk.open(.move(.objectionUnfounded, application.id))
    try desk.type("走访三户，评定无误")

    try desk.press(.function(2))
    try desk.expect("先看完")
    while try desk.shown.contains("↓ PgDn") { try desk.press(.pageDown) }
    try desk.press(.function(2))

    #expect(try office.store.application(application.id).state == .publicity)
  }

  @Test func theCaseItselfShowsItToo() throws {
    let office = try TestOffice()
    let application = try objected(in: office)
    var desk = try DeskDriver("zhou", in: office)

    try desk.open(.application(application.id))

    try desk.expect("异议人", "赵邻居", "异议内容", "所涉公示", "不成立则", "成立则")
  }
}
