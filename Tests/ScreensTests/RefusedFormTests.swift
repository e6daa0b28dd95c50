import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// A refusal stands on what it names, and no longer than it is true.
@Suite struct RefusedFormTests {
  private static func refused() throws -> DeskDriver {
    let office = try TestOffice()
    let application = try office.referred("王小明")
    var desk = try DeskDriver("li", in: office)
    try desk.open(.application(application.id))
    try desk.open(.move(.recordResult, application.id))
    try desk.fillResult(category: "2", grade: "2", doctors: "周医生", date: "20991231")
    try desk.type("85")
    try desk.press(.tab)
    try desk.type("92")
    try desk.press(.tab, " ", .function(2))
    return desk
  }

  @Test func theCursorStandsOnTheFieldThatTheRefusalNames() throws {
    var desk = try Self.refused()

    try desk.expect("! 评定日期在将来")
    let row = try #require(try desk.cursor?.row)
    #expect(try desk.shown.split(separator: "\n", omittingEmptySubsequences: false)[row].contains("评定日期"))
  }

  @Test func theRefusalGoesOnceWhatItNamesIsTypedAnew() throws {
    var desk = try Self.refused()

    try desk.press(.up)
    try desk.expect("! 评定日期在将来")
    try desk.press(.down, .control("u"))

    try desk.expectNot("评定日期在将来")
  }

  @Test func whatWasMissingIsNoLongerSaidOnceItIsThere() throws {
    let office = try TestOffice()
    let application = try office.submitted("王小明")
    var desk = try DeskDriver("li", in: office)
    try desk.open(.move(.sendBack, application.id))
    try desk.press(.function(2))
    try desk.expect("! 还缺 1 项：理由")

    try desk.type("缺照片")

    try desk.expectNot("还缺 1 项")
  }

  @Test func aDraftSubmittedTooEarlyStandsOnItsFirstGapAndForgetsItWhenChosen() throws {
    let office = try TestOffice()
    let draft = try office.draft([
      "name": "王小明", "identity": TestOffice.identities[0], "address": "林城镇新桥村 1 组",
    ])
    var desk = try DeskDriver("li", in: office)
    try desk.open(.resumeIntake(draft.id))
    try desk.press(.end, .function(2))
    try desk.expect("! 还缺 1 项：申请类别")
    let row = try #require(try desk.cursor?.row)
    #expect(try desk.shown.split(separator: "\n", omittingEmptySubsequences: false)[row].contains("申请类别"))

    try desk.press("4")

    try desk.expectNot("还缺 1 项：申请类别")
  }

  @Test func papersThatAreMissingAreStoodOnAtTheFirst() throws {
    let office = try TestOffice()
    let application = try office.submitted("王小明")
    var desk = try DeskDriver("li", in: office)
    try desk.open(.move(.accept, application.id))

    try desk.press(.home, .down, "1", .end, .function(2))

    try desk.expect("! 缺材料：户口簿")
    let row = try #require(try desk.cursor?.row)
    #expect(try desk.shown.split(separator: "\n", omittingEmptySubsequences: false)[row].contains("户口簿"))
  }
}
