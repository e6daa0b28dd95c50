import Casework
import GRDB
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// A whole number takes a reason, and the log has it (domain: 9).
@Suite struct RevealTests {
  private func reasons(_ office: TestOffice) throws -> [String] {
    try office.store.read { db in
      try String.fetchAll(
        db, sql: "SELECT json_extract(data, '$.reason') FROM event WHERE move = 'reveal' ORDER BY seq")
    }
  }

  @Test func theOwnWorkIsReasonEnough() throws {
    let office = try TestOffice()
    let application = try office.submitted("王小明")
    var desk = try DeskDriver("li", in: office)
    try desk.open(.application(application.id))

    try desk.press(.function(3))

    try desk.expect("11010519491231002X")
    #expect(try reasons(office) == ["case:\(application.number)"])
  }

  @Test func elsewhereItIsAskedOnceInASession() throws {
    let office = try TestOffice()
    let held = try office.holder("张伟", 2)
    var desk = try DeskDriver("wang", in: office)
    try desk.open(.holder(held[.identity]))

    try desk.press(.function(3))
    try desk.expect("为什么看全号", "本人或家属在窗口办理")
    try desk.expectNot("13040819640303001X")
    try desk.press("2")
    try desk.expect("13040819640303001X", "已记录查看人和理由：电话联系")
    try desk.press(.function(3), .function(3))
    try desk.expect("13040819640303001X")

    #expect(try reasons(office) == ["telephone", "telephone"])
  }

  @Test func theOwnOpenCaseIsReasonOnThePageOfThePersonToo() throws {
    let office = try TestOffice()
    let held = try office.holder("张伟", 2)
    let number = try #require(try office.store.certificates(of: held[.identity]).last?.number)
    let open = try office.store.openCase(.renewDamaged, ["certificate": number], by: office.session("wang"))
    var desk = try DeskDriver("wang", in: office)
    try desk.open(.holder(held[.identity]))

    try desk.press(.function(3))

    try desk.expect("13040819640303001X")
    #expect(try reasons(office) == ["case:\(open.number)"])
  }

  @Test func aCommandSaysWhy() throws {
    let office = try TestOffice()
    let held = try office.holder("张伟", 2)
    _ = try office.store.find("张伟", limit: 1, logged: true, for: .said("核对转介"), by: office.session("wang"))
    _ = try office.store.holder(held[.identity], by: office.session("wang"), for: .said("日常办理"))

    let logged = try office.store.read { db in
      try String.fetchAll(
        db,
        sql:
          "SELECT json_extract(data, '$.reason') FROM event WHERE move IN ('search', 'show') ORDER BY seq DESC LIMIT 2")
    }
    #expect(logged == ["日常办理", "核对转介"])
  }

  @Test func atReceptionTheLogTellsHowThePersonWasFound() throws {
    let office = try TestOffice()
    let held = try office.holder("张伟", 2)
    var desk = try DeskDriver("wang", in: office)
    try desk.open(.reception(""))
    try desk.type("zhangw")

    try desk.press(.enter)

    try desk.expect("受理时按「zhangw」找到")
    #expect(try reasons(office) == ["reception:zhangw"])
    let father = TestOffice.identities[1]
    _ = try office.draft([
      "name": "张小伟", "identity": TestOffice.identities[3], "guardian.identity": father, "guardian.name": "张父",
      "guardian.relation": "父亲",
    ])
    var other = try DeskDriver("wang", in: office)
    try other.open(.reception(""))
    try other.type(father)
    try other.press(.enter)

    #expect(try reasons(office).last == "reception_for:\(father)")
    #expect(held.applicant == "张伟")
  }

  @Test func withoutAReasonTheNumberStaysCovered() throws {
    let office = try TestOffice()
    let held = try office.holder("张伟", 2)
    var desk = try DeskDriver("wang", in: office)
    try desk.open(.holder(held[.identity]))

    try desk.press(.function(3), .escape)

    try desk.expect("持证人 · 张伟", "F3 显示号码")
    try desk.expectNot("13040819640303001X")
    #expect(try reasons(office).isEmpty)
  }

  @Test func somebodyElsesCaseAsksAndTheLogNamesIt() throws {
    let office = try TestOffice()
    let application = try office.submitted("王小明")
    var desk = try DeskDriver("wang", in: office)
    try desk.open(.application(application.id))

    try desk.press(.function(3), .enter)

    try desk.expect("11010519491231002X")
    #expect(try reasons(office) == ["counter"])
    let data = try office.store.read {
      try String.fetchOne($0, sql: "SELECT data FROM event ORDER BY seq DESC LIMIT 1")
    }
    #expect(data?.contains("case:\(application.number)") == true)
  }
}
