import Casework
import Testing

@testable import CaseStore
@testable import Screens

/// What the papers of a case say (domain: 2.6–2.9, 3.2).
@Suite struct CasePrintTests {
  private static let ticks: Entries = ["materials": "yes", "procedure": "yes", "conclusion": "yes", "notice": "yes"]

  private func reviewed(
    _ service: ServiceKind, _ fields: Entries, _ papers: String, in office: TestOffice
  ) throws -> Application {
    let opened = try office.store.openCase(service, fields, by: office.session("li"))
    for (move, given) in [
      (Application.Move.submit, Entries(["materials": papers])), (.accept, [:]), (.noAssessment, [:]),
    ] as [(Application.Move, Entries)] {
      _ = try office.store.record(move, given, on: opened.id, by: office.session("li"))
    }
    return try office.store.application(opened.id)
  }

  private func letter(
    _ service: ServiceKind, _ fields: Entries, _ papers: String = "", in office: TestOffice
  ) throws -> String {
    let number = try office.holder("王小明").certificateNumber
    var all: Entries = ["certificate": number]
    all.merge(fields)
    let found = try reviewed(service, all, papers, in: office)
    let approved = try office.store.record(.approve, Self.ticks, on: found.id, by: office.session("zhou", now: true))
    return try CasePrint.letter.text(of: approved, in: office.store, .chinese)
  }

  @Test(
    arguments: [
      (
        .freeze, ["reason": "complaint", "document": "核查〔2026〕3 号", "review_date": "2026-10-31"], "",
        ["残疾人证冻结通知书", "依据", "核查〔2026〕3 号", "复核日期", "2026-10-31"], []
      ),
      (.freeze, ["reason": "inspection", "document": "检 1 号"], "", ["2026-12-05"], []),
      (
        .cancel, ["reason": "no_longer_meets", "document": "县医院 2026-9", "event_date": "2026-10-06"], "EF",
        ["残疾人证注销通知书", "十个工作日内向市级残联申请重新评定"], ["公安证明", "办理结果"]
      ),
      (.cancel, ["reason": "death", "event_date": "2026-10-06"], "DP", ["公安证明"], ["重新评定"]),
      (
        .transferOut, ["destination": "431202 鹤城区"], "MV", ["残疾人证迁移证明", "兹证明", "肢体", "三级", "2026-10-06 ～ 2036-10-06"],
        ["通知书"]
      ),
    ] as [(ServiceKind, Entries, String, [String], [String])])
  func theLetterSaysWhatMatters(
    _ service: ServiceKind, _ fields: Entries, _ papers: String, _ said: [String], _ unsaid: [String]
  ) throws {
    let office = try TestOffice()
    let text = try letter(service, fields, papers, in: office).filter { $0 != "\n" }
    for words in said { #expect(text.contains(words), "\(words) in \(text)") }
    for words in unsaid { #expect(!text.contains(words), "\(words) in \(text)") }
  }

  @Test func aRefusalWithoutAConclusionSendsNobodyToThePrefecture() throws {
    let office = try TestOffice()
    let number = try office.holder("王小明").certificateNumber
    let open = try reviewed(.renewDamaged, ["certificate": number], "OC,ID,PH×3", in: office)
    let refused = try office.store.record(.refuse, ["reason": "照片不符"], on: open.id, by: office.session("zhou"))

    let text = try CasePrint.refusal.text(of: refused, in: office.store, .chinese)
    #expect(!text.contains("市级残联") && text.contains("不涉及评定结论") && text.contains("送达日期"))
  }

  @Test func whatWasNotAcceptedIsNoDecisionOnTheMatter() throws {
    let office = try TestOffice()
    let application = try office.submitted("王小明")
    let rejected = try office.store.record(
      .rejectIntake, ["ground": "other", "reason": "已核实不属本县"], on: application.id,
      by: office.session("li"), second: office.session("wang", now: true))

    let text = try CasePrint.refusal.text(of: rejected, in: office.store, .chinese)
    #expect(text.contains("不予受理通知书") && !text.contains("不予办理"))
  }

  @Test func theReceptionSaysThatSomebodyHasDied() throws {
    let office = try TestOffice()
    let held = try office.holder("王小明")
    let ended: Entries = ["certificate": held.certificateNumber, "reason": "death", "event_date": "2026-10-06"]
    let open = try reviewed(.cancel, ended, "DP", in: office)
    var desk = try DeskDriver("zhou", in: office)
    try desk.open(.approvals)
    try desk.expect("死亡 2026-10")
    _ = try office.store.record(.approve, Self.ticks, on: open.id, by: office.session("zhou", now: true))

    var reception = try DeskDriver("li", in: office)
    try reception.open(.reception(""))
    try reception.type(held[.identity])

    try reception.expect("注销（死亡）", "× 登记册记载此人已死亡")
  }

  @Test func theRegisterOfRelativesIsWrittenAtTheDesk() throws {
    let office = try TestOffice()
    var desk = try DeskDriver("admin", in: office)
    try desk.open(.recusals("li"))
    try desk.type(TestOffice.identities[1])
    try desk.press(.function(2))

    try desk.expect("已存：li 的回避登记")
    #expect(try office.store.staff().first { $0.id == "li" }?.recusals == [TestOffice.identities[1]])
    try desk.open(.recusals("li"))
    try desk.expect(TestOffice.identities[1])
  }
}
