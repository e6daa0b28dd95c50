import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// What is to be looked at is said at the very act, not when it is too late.
@Suite struct AtOnceTests {
  @Test func aResultThatItsMeasurementsContradictIsSaidWhenItIsSaved() throws {
    let office = try TestOffice()
    let id = try office.accepted("王小明").id
    let li = try office.session("li")
    let sent = try office.store.record(.chooseHospital, ["institution": "RM"], on: id, by: li)
    var desk = try DeskDriver("li", in: office, columns: 120, rows: 40)
    let result: Entries = [
      "form": "F1", "institution": "RM", "doctors": "伍医生", "date": office.store.today.iso, "category": "2",
      "grade": "1", "measurements": "db_left=85,db_right=85", "sealed": "yes",
    ]

    try desk.app.carryOut(
      .record(CaseAct(move: .recordResult, fields: result, id: id, sequence: sent.sequence)))

    try desk.expect("已存：录入评定结果 → 评定符合标准。请核：", "二级", "一级")
  }

  @Test func aStrangerWhoComesForACardIsSaidBeforeItIsGone() throws {
    let office = try TestOffice()
    let application = try office.inReview("王小明")
    let yes: Entries = ["materials": "yes", "procedure": "yes", "conclusion": "yes", "notice": "yes"]
    let id = application.id
    let li = try office.session("li")
    try office.store.record(.approve, yes, on: id, by: office.session("zhou"))
    try office.store.record(.print, ["serial": "S0001"], on: id, by: li)
    try office.store.record(
      .seal, ["approval_seal": "yes", "steel_seal": "yes", "base_entry": "yes"], on: id, by: li)
    var desk = try DeskDriver("li", in: office)
    try desk.open(.move(.collect, id))
    try desk.expect("本人、监护人或代理人；他人代领的须看委托书")

    try desk.type(TestOffice.identities[2])
    try desk.expect("不是本人、监护人或代理人：勾选委托书")
    try desk.press(.function(2))
    #expect(try office.store.application(id).state == .ready)

    try desk.press(.control("u"))
    try desk.type(TestOffice.identities[0])
    try desk.expect("领取人    本人")
    try desk.press(.function(2))
    #expect(try office.store.application(id).state == .collected)
    #expect(try office.store.application(id).value("as", of: .collect) == "holder")
  }
}
