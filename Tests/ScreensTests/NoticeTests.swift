import Casework
import Foundation
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

@Suite struct NoticeTests {
  @Test func aVillageIsPostedAtOnceAndEndedWithOneRecord() throws {
    let office = try TestOffice()
    for (index, name) in ["王小明", "张伟"].enumerated() { try office.assessed(name, index * 2) }
    var desk = try DeskDriver("li", in: office)
    try desk.open(.queue(.conclusion))
    try desk.press(.function(6))
    try desk.expect("公示名单 · 1 村 2 人", "林城镇新桥村")
    try desk.press(.enter, .function(2))
    try desk.expect("公示地点（村、社区）  林城镇新桥村")
    try desk.type("公示栏")
    try desk.press(.function(2))
    try desk.expect("办成 2，未办 0")

    office.time.pass(days: 15)
    try desk.press(.escape)
    try desk.expect("已期满")
    try desk.press(.function(6))
    try desk.type("照片 3 张")
    try desk.press(.function(2))

    #expect(try office.store.cases().map(\.state) == [.review, .review])
  }

  @Test func anObjectionStandsBesideTheNameOnScreenAndNotOnThePrintedList() throws {
    let office = try TestOffice()
    let application = try office.assessed("王小明", 0)
    try office.store.record(.postNotice, ["place": "村公示栏"], on: application.id, by: office.session("li"))
    try office.store.record(
      .object, ["objector": "赵邻居", "content": "并无残疾"], on: application.id, by: office.session("li"))
    var desk = try DeskDriver("li", in: office)
    try desk.open(.notices)

    try desk.press(.enter)
    try desk.expect("王小明", "有异议", "赵邻居：并无残疾")

    let notices = try office.store.notices(visibleTo: office.session("li"))
    let printed = try NoticePrints.text(of: notices, in: office.store, .chinese)
    #expect(printed.contains("王小明") && printed.contains("肢体"))
    for secret in ["赵邻居", "并无残疾", TestOffice.identities[0], "13800001234", application.number, "新桥村 1 组"] {
      #expect(!printed.contains(secret), "\(secret) is on the printed list")
    }
  }

  @Test func theListsAreWrittenIntoAFileAndTheExportIsLogged() throws {
    let office = try TestOffice()
    try office.assessed("王小明", 0)
    var desk = try DeskDriver("li", in: office)
    try desk.open(.notices)

    try desk.press(.function(3))
    try desk.expect("公示-2026-09-21.txt")
    try desk.press(.control("u"))
    try desk.type(office.file("公示.txt"))
    try desk.press(.function(2))

    try desk.expect("已写入")
    #expect(try String(contentsOfFile: office.file("公示.txt"), encoding: .utf8).contains("王小明"))
  }
}

extension TestOffice {
  /// Assessed by the panel and ready to be posted.
  @discardableResult
  func assessed(_ name: String, _ index: Int = 0) throws -> Application {
    let application = try inPanel(name, index)
    for member in ["zhao", "qian", "sun"] { try sign(member, application) }
    return try store.record(.panelDone, on: application.id, by: session("li"))
  }
}
