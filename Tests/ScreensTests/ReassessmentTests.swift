import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// An objection to the finding: every step with its day, the first finding beside each later one to the end (features: 20).
@Suite struct ReassessmentTests {
  private func result(_ grade: String, _ document: String, on day: Day) -> Entries {
    [
      "document": document, "institution": "市第一人民医院", "date": day.iso, "category": "4", "grade": grade,
    ]
  }

  @Test func theChainIsShownStepByStepAndTheFirstFindingStaysBesideIt() throws {
    let office = try TestOffice()
    let li = try office.session("li")
    let id = try office.assessed("王小明").id
    let told = office.store.today
    _ = try office.store.record(
      .askCity, ["request": "等级偏轻", "level": "怀化市残联", "delivered": told.iso], on: id, by: li)
    office.time.pass(days: 3)
    var desk = try DeskDriver("li", in: office, columns: 220, rows: 40)
    try desk.open(.application(id))
    try desk.expect("市级重新评定", "\(told) 向怀化市残联申请，已等 3 天")

    _ = try office.store.record(.cityResult, result("2", "怀残评 3 号", on: office.store.today), on: id, by: li)
    try desk.open(.application(id))
    try desk.expect(
      "首次结论", "肢体 三级（联合评定）", "市级结论", "肢体 二级（市级重新评定）；怀残评 3 号", "可再申请",
      "省级残联，自结论送达次日起 10 个工作日（办法第二十五条）：送达未登记")

    _ = try office.store.record(
      .askProvince, ["request": "仍不服", "level": "湖南省残联", "delivered": office.store.today.iso], on: id, by: li)
    _ = try office.store.record(.provResult, result("1", "湘残评 9 号", on: office.store.today), on: id, by: li)
    try desk.open(.application(id))
    try desk.expect("首次结论", "肢体 三级（联合评定）", "市级结论", "肢体 二级", "省级结论", "肢体 一级", "湘残评 9 号", "最终结论")
    try desk.expectNot("可再申请")
    #expect(try office.store.application(id).reassessments.map(\.level) == [.city, .province])
  }

  @Test func whereNobodyObjectedNothingIsSaidOfIt() throws {
    let office = try TestOffice()
    let application = try office.assessed("王小明")
    var desk = try DeskDriver("li", in: office, columns: 220, rows: 40)

    try desk.open(.application(application.id))

    try desk.expectNot("首次结论", "可再申请")
    #expect(application.reassessments.isEmpty)
  }
}
