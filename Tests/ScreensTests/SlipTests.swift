import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// What people carry home: the day, the telephone, one thing to do, and large letters for who wants them (features: 7, 38).
@Suite struct SlipTests {
  private func office() throws -> TestOffice {
    let office = try TestOffice()
    try office.store.set(.noticePhone, to: "0745-8888888", reason: "公示栏", by: office.session("admin"))
    return office
  }

  private func approved(_ service: ServiceKind, _ fields: Entries, _ papers: String, in office: TestOffice) throws
    -> Application
  {
    var all: Entries = ["certificate": try office.holder("王小明").certificateNumber]
    all.merge(fields)
    let li = try office.session("li")
    let opened = try office.store.openCase(service, all, by: li)
    _ = try office.store.record(.submit, ["materials": papers], on: opened.id, by: li)
    _ = try office.store.record(.accept, on: opened.id, by: li)
    _ = try office.store.record(.noAssessment, on: opened.id, by: li)
    let ticks: Entries = ["materials": "yes", "procedure": "yes", "conclusion": "yes", "notice": "yes"]
    return try office.store.record(.approve, ticks, on: opened.id, by: office.session("zhou", now: true))
  }

  @Test func everySlipSaysWhomToCall() throws {
    let office = try office()
    let draft = try office.complete("王小明")
    let returned = try office.store.record(.submit, ["materials": "ID"], on: draft.id, by: office.session("li"))
    let sent = try office.store.record(.sendBack, ["reason": "缺户口簿"], on: returned.id, by: office.session("li"))
    let accepted = try office.accepted("张伟", 2)
    let referred = try office.referred("李四", 3)

    for (print, application) in [(CasePrint.correction, sent), (.receipt, accepted), (.referral, referred)] {
      let text = try print.text(of: application, in: office.store, .chinese)
      #expect(text.contains("咨询电话：0745-8888888"), "\(text)")
    }
  }

  @Test func aReceiptSaysByWhenThereIsADecision() throws {
    let office = try office()
    let text = try CasePrint.receipt.text(of: try office.accepted("王小明"), in: office.store, .chinese)
    #expect(text.contains("10 个工作日内作出审批决定"), "\(text)")
  }

  @Test func aFreezeSaysSinceWhenWhyAndTheOneThingToDo() throws {
    let office = try office()
    let frozen = try approved(.freeze, ["reason": "complaint", "document": "核查〔2026〕5 号"], "", in: office)
    let text = try CasePrint.letter.text(of: frozen, in: office.store, .chinese)

    let day = office.store.today
    #expect(
      text.contains("冻结日期：\(day)") && text.contains("核查〔2026〕5 号") && text.contains("复核日期：\(day.adding(days: 60))"))
    #expect(text.contains("以前办一件事：本人或监护人带身份证和残疾人证到本室说明情况"), "\(text)")
  }

  @Test func aCancellationSaysFromWhichDayOneMayApplyAgain() throws {
    let office = try office()
    let ended = try approved(.cancel, ["reason": "voluntary"], "VW,ID,OC", in: office)
    let text = try CasePrint.letter.text(of: ended, in: office.store, .chinese)

    #expect(text.contains("可申请日期：\(office.store.today.adding(months: 12))"), "\(text)")
  }

  @Test func largeTypeIsOneFactALineAndFitsAnyPrinter() throws {
    let office = try office()
    let accepted = try office.accepted("王小明")
    let text = try CasePrint.receipt.text(of: accepted, in: office.store, .chinese, isLarge: true)

    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.columns <= 80 })
    #expect(text.contains("受 理 回 执") && text.contains("０ ７ ４ ５"))
    var desk = try DeskDriver("li", in: office)
    try desk.open(.print(accepted.id))
    try desk.press(.function(5))
    try desk.expect("受 理 回 执", "普通字")
    let file = office.file("large.txt")
    try desk.press(.function(2), .control("u"))
    try desk.type(file)
    try desk.press(.function(2))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
  }

  @Test func theHospitalGetsTheWholeNumberAndThatIsNoted() throws {
    let office = try office()
    let referred = try office.referred("王小明")
    var desk = try DeskDriver("li", in: office)
    try desk.open(.print(referred.id))
    try desk.expectNot(referred[.identity])
    let file = office.file("slip.txt")
    try desk.press(.function(2), .control("u"))
    try desk.type(file)
    try desk.press(.function(2))

    #expect(try String(contentsOfFile: file, encoding: .utf8).contains(referred[.identity]))
  }
}
