import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// A question reaches whoever may answer, and question and answer stay on the case (features: 58).
@Suite struct AdviceTests {
  private func asked(_ office: TestOffice) throws -> Application {
    let application = try office.accepted("王小明")
    return try office.store.record(
      .askAdvice, ["question": "可否家访评定", "to": "周主管"], on: application.id, by: office.session("li"))
  }

  @Test func aQuestionIsAmongTheThingsOfTodayUntilItIsAnswered() throws {
    let office = try TestOffice()
    let application = try asked(office)
    var desk = try DeskDriver("zhou", in: office)
    try desk.expect("到期提示 1 项")
    try desk.press(.function(4))
    try desk.expect("请示待答复")

    try desk.press(.enter)
    try desk.expect("请示待答", "可否家访评定", "李敏", "周主管")
    try desk.type("可以，须两人同去")
    try desk.press(.function(2))

    #expect(try office.store.application(application.id).openQuestion == nil)
    try desk.expect("请示已答复")
    try desk.expect("今日提示 · 1 项（我的 0 项）")
    try desk.press(.escape)
    try desk.expect("到期提示 1 项（我的 0），F4")
    let (zhou, li) = try (office.session("zhou").staff, office.session("li").staff)
    #expect(try office.store.proposalCount(for: zhou).own == 0 && office.store.proposalCount(for: zhou).count == 1)
    #expect(try office.store.proposalCount(for: li).own == 1)
    _ = try office.store.record(.chooseHospital, ["institution": "RM"], on: application.id, by: office.session("li"))
    #expect(try office.store.proposals().isEmpty)
  }

  @Test func questionAndAnswerStayOnTheCase() throws {
    let office = try TestOffice()
    let application = try asked(office)
    _ = try office.store.record(
      .answerAdvice, ["advice": "可以，须两人同去"], on: application.id, by: office.session("zhou"))
    var desk = try DeskDriver("li", in: office, columns: 120, rows: 40)

    try desk.open(.application(application.id))
    try desk.expect("可否家访评定（李敏 2026-09-21，请示周主管）", "可以，须两人同去（周主管 2026-09-21）")
    try desk.expect("请示  李敏：可否家访评定", "答复请示  周主管：可以，须两人同去")

    try desk.press(.function(4))
    try desk.expect("可否家访评定", "可以，须两人同去")
  }

  @Test func aCaseThatIsOverAsksNobody() throws {
    let office = try TestOffice()
    let application = try asked(office)
    _ = try office.store.record(.withdraw, ["request": "本人撤回"], on: application.id, by: office.session("li"))

    #expect(try office.store.proposals().filter { $0.kind == .questionOpen }.isEmpty)
  }
}
