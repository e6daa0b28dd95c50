import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// Whoever approves sees first what is decided, whatever else the case tells (features: 56).
@Suite struct DecisionTests {
  struct Matter: Sendable, CustomTestStringConvertible {
    let service: ServiceKind
    var fields: Entries = [:]
    let shown: [String]
    var testDescription: String { service.rawValue }
  }

  private static let people: Entries = [
    "guardian.identity": "110105196001010017", "guardian.name": "王父", "guardian.relation": "父亲",
    "agent.identity": "110105196001010033", "agent.name": "李代办", "agent.relation": "邻居",
  ]
  private static let matters = [
    Matter(
      service: .renewInformation,
      fields: ["name": "王晓明", "address": "林城镇新桥村 9 组", "phone": "13900005678", "reason": "公安更正了姓名"],
      shown: [
        "王小明 → 王晓明", "林城镇新桥村 1 组 → 林城镇新桥村 9 组", "138****1234 → 139****5678", "公安更正了姓名", "将得证号",
        "姓名由「王小明」改为「王晓明」：须是同一人", "换发新证，有效期不变（至 2036-10-06）",
      ]),
    Matter(
      service: .transferOut,
      fields: ["destination": "430102", "event_date": "2026-10-06", "document": "迁〔2026〕7 号", "reason": "投靠女儿"],
      shown: ["迁往地", "户口迁出日期", "2026-10-06", "迁〔2026〕7 号", "投靠女儿", "证件转为「迁出」，本县不再管理"]),
    Matter(
      service: .reissue, fields: ["event_date": "2026-10-06", "announced_on": "2026-10-06", "reason": "赶集时丢失"],
      shown: [
        "遗失日期", "2026-10-06", "遗失公告日期", "2026-10-06", "将得证号", "B1", "补发新证，有效期不变", "遗失的旧证作废",
      ]),
    Matter(service: .reissue, fields: ["reason": "赶集时丢失"], shown: ["遗失日期", "遗失公告日期", "没有登记"]),
    Matter(service: .renewDamaged, fields: ["reason": "证件浸水"], shown: ["证件浸水", "将得证号", "换发新证，有效期不变", "旧证作废"]),
    Matter(
      service: .cancel, fields: ["reason": "voluntary", "document": "申请〔2026〕1 号"],
      shown: ["自愿", "申请〔2026〕1 号", "证件注销，立即停用"]),
    Matter(
      service: .freeze, fields: ["reason": "complaint", "document": "核查〔2026〕5 号", "review_date": "2026-11-20"],
      shown: ["投诉举报核查", "核查〔2026〕5 号", "冻结复核日", "2026-11-20", "证件冻结，暂停使用"]),
  ]
  private static let sizes = [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)]

  /// A case of a service on the certificate of 王小明, in review.
  private func inReview(_ matter: Matter, in office: TestOffice) throws -> Application {
    let held = try office.holder("王小明", 0)
    let number = try #require(try office.store.certificates(of: held[.identity]).last?.number)
    let li = try office.session("li")
    var fields = Self.people
    if matter.service == .freeze { fields = [:] }
    fields.merge(matter.fields)
    fields["certificate"] = number
    let id = try office.store.openCase(matter.service, fields, by: li).id
    let draft = try office.store.application(id)
    let demands = draft.demands(under: try office.store.rules(of: draft).policy, on: office.store.today)
    let papers = Materials(Dictionary(demands.map { ($0.code, $0.count) }, uniquingKeysWith: max)).text
    _ = try office.store.record(.submit, ["materials": papers], on: id, by: li)
    _ = try office.store.record(.accept, on: id, by: li)
    return try office.store.record(.noAssessment, on: id, by: li)
  }

  @Test(arguments: matters, sizes)
  func whatIsDecidedStandsOnTheFirstPageOfTheApproval(_ matter: Matter, _ size: Size) throws {
    let office = try TestOffice()
    let application = try inReview(matter, in: office)
    var desk = try DeskDriver("zhou", in: office, columns: size.columns, rows: size.rows)

    try desk.open(.move(.approve, application.id))

    try desk.expect(application.applicant)
    for text in matter.shown { try desk.expect(text) }
    if matter.service != .freeze { try desk.expect("王父（父亲）", "李代办（邻居）") }
    try desk.expect("材料齐全")
  }

  @Test func aFindingAndTheNumberToComeStandAboveALongReasonAndAGuardian() throws {
    let office = try TestOffice()
    let id = try office.complete("王小明").id
    var fields = Self.people
    fields["reason"] = String(repeating: "家中情况要慢慢说清楚", count: 20)
    _ = try office.store.record(.edit, fields, on: id, by: office.session("li"))
    _ = try office.store.record(.submit, ["materials": "ID,HK,PH×3,AF,PX"], on: id, by: office.session("li"))
    _ = try office.store.record(.accept, on: id, by: office.session("li"))
    let referred = try office.store.record(.chooseHospital, ["institution": "RM"], on: id, by: office.session("li"))
    _ = try office.store.record(
      .recordResult,
      [
        "form": "118", "institution": "RM", "doctors": "伍医生", "date": office.store.today.iso, "category": "7",
        "grade": "1", "parts": "4:2,1:1", "sealed": "yes",
        "measurements": "limb_clause=2-1;acuity_left=0.01;acuity_right=0.01",
      ], on: referred.id, by: office.session("li"))
    _ = try office.store.record(.postNotice, ["place": "新桥村公示栏"], on: id, by: office.session("li"))
    office.time.pass(days: 15)
    _ = try office.store.record(.noticeEnd, ["evidence": "照片 3 张"], on: id, by: office.session("li"))
    var desk = try DeskDriver("zhou", in: office)
    let found = "多重 一级（肢体 二级、视力 一级）"

    try desk.open(.move(.approve, id))
    try desk.expect("评定结论", found, "将得证号", "王父（父亲）")
    try desk.open(.application(id))
    try desk.expect(found)
    try desk.open(.many(.approve, [SeenCase(try office.store.application(id))]))
    try desk.expect(found)
  }

  @Test func whatManyDecideIsSaidOfEach() throws {
    let office = try TestOffice()
    let application = try inReview(Self.matters[0], in: office)
    var desk = try DeskDriver("zhou", in: office)

    try desk.open(.approvals)
    try desk.expect("王小明 → 王晓明")
    try desk.press(" ")
    try desk.expect("王小明 → 王晓明", "林城镇新桥村 9 组", "须是同一人")
    try desk.open(.many(.approve, [SeenCase(application)]))

    try desk.expect("王小明 → 王晓明", "林城镇新桥村 9 组")
  }

  @Test func whoeverSignsSeesAllThatIsToBeCheckedFirst() throws {
    let office = try TestOffice()
    let application = try office.inPanel("王小明", 0, sex: "male")
    var desk = try DeskDriver("zhao", in: office, columns: 60, rows: 20)
    try desk.open(.signed(.panelSign, application.id, by: "zhao"))
    try desk.expect("王小明", "登记的性别与身份号码不一致", "↓ PgDn")
    for (code, value) in [
      ("category", "4"), ("grade", "3"), ("opinion", "左小腿缺失，符合"), ("own_password", TestOffice.password),
    ] {
      desk.set(code, to: value)
    }

    try desk.press(.function(2))
    try desk.expect("先看完请核")
    #expect(try office.store.application(application.id).signatures.isEmpty)
    while try desk.shown.contains("↓ PgDn") { try desk.press(.pageDown) }
    try desk.expect("都看过了", "看上文")
    try desk.expectNot("先看完请核")
    desk.set("own_password", to: TestOffice.password)
    try desk.press(.function(2))

    #expect(try office.store.application(application.id).signatures.count == 1)
  }
}

extension DeskDriver {
  /// Writes a value into a field of the move's form on top.
  mutating func set(_ code: String, to value: String) {
    guard var form = app.places.last?.screen as? MoveForm else { return }
    form.form[code]?.value = value
    form.arrange()
    app.places[app.places.count - 1].screen = form
  }
}
