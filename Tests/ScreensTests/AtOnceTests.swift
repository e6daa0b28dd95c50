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

  @Test func aCardThatWaitsInATerminatedCaseIsFoundAtTheReceptionOnceItsCertificateIsRestored() throws {
    let office = try TestOffice()
    let application = try office.inReview("王小明")
    let yes: Entries = ["materials": "yes", "procedure": "yes", "conclusion": "yes", "notice": "yes"]
    let seals: Entries = ["approval_seal": "yes", "steel_seal": "yes", "base_entry": "yes"]
    let (li, zhou, wu) = try (office.session("li"), office.session("zhou", now: true), office.session("wu", now: true))
    let store = office.store
    try store.record(.approve, yes, on: application.id, by: zhou)
    try store.record(.print, ["serial": "S0001"], on: application.id, by: li)
    try store.record(.seal, seals, on: application.id, by: li)
    let number = try #require(try store.certificates(of: application[.identity]).last?.number)
    func decide(_ service: ServiceKind, _ fields: Entries, _ papers: String, by decider: Session) throws {
      var all: Entries = ["certificate": number]
      all.merge(fields)
      let id = try store.openCase(service, all, by: li).id
      try store.record(.submit, ["materials": papers], on: id, by: li)
      try store.record(.accept, on: id, by: li)
      try store.record(.noAssessment, on: id, by: li)
      try store.record(.approve, yes, on: id, by: decider)
      try store.record(.finishWithoutCard, ["delivered": "yes"], on: id, by: li)
    }
    try decide(.cancel, ["reason": "death", "event_date": store.today.iso], "DP", by: zhou)
    try store.record(.terminate, ["reason": "持证人已死亡"], on: application.id, by: li, second: zhou)
    var desk = try DeskDriver("li", in: office)
    try desk.open(.reception(""))
    try desk.type(application[.identity])
    try desk.expectNot("接着办")

    try decide(.restore, ["reason": "公安误报"], "PC", by: wu)
    try desk.press(.control("u"))
    try desk.type(application[.identity])
    try desk.expect("接着办", application.number)
    try desk.press(.home, .enter)
    try desk.expect("续办领证")
  }
}
