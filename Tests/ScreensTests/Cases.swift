import Casework

@testable import CaseStore

/// Cases as an office has them, brought to their states by the same acts that people use.
extension TestOffice {
  static let identities = [
    "11010519491231002X", "440524196001010014", "13040819640303001X", "130408196403020014", "130429196403020024",
  ]

  func draft(_ fields: Entries = [:], by staff: StaffMember.ID = "li") throws -> Application {
    try store.openCase(.new, fields, by: session(staff))
  }

  /// A whole draft: name, number, address, limb.
  func complete(_ name: String, _ index: Int = 0, category: String = "4", sex: String = "") throws -> Application {
    var fields: Entries = [
      "name": name, "identity": Self.identities[index], "address": "林城镇新桥村 \(index + 1) 组", "phone": "13800001234",
      "category": category,
    ]
    if !sex.isEmpty { fields["sex"] = sex }
    return try draft(fields)
  }

  @discardableResult
  func submitted(_ name: String, _ index: Int = 0, sex: String = "") throws -> Application {
    let application = try complete(name, index, sex: sex)
    return try store.record(.submit, ["materials": "ID,HK,PH×3,AF"], on: application.id, by: session("li"))
  }

  @discardableResult
  func accepted(_ name: String, _ index: Int = 0, sex: String = "") throws -> Application {
    let application = try submitted(name, index, sex: sex)
    return try store.record(
      .accept, sex.isEmpty ? [:] : ["sex_reason": "户籍已核"], on: application.id, by: session("li"))
  }

  @discardableResult
  func inPanel(_ name: String, _ index: Int = 0, sex: String = "") throws -> Application {
    let application = try accepted(name, index, sex: sex)
    return try store.record(
      .chooseDirect, ["members": "zhao,qian,sun", "feature": "左下肢缺失", "evaluation": "膝上截肢，特征明显"],
      on: application.id, by: session("li"))
  }

  @discardableResult
  func sign(_ staff: StaffMember.ID, _ application: Application, grade: String = "3") throws -> Application {
    try store.record(
      .panelSign,
      ["category": "4", "grade": grade, "opinion": "符合肢体残疾\(grade)级", "measurements": "limb_clause=\(grade)-1"],
      on: application.id,
      by: session(staff, now: true))
  }

  @discardableResult
  func inReview(_ name: String, _ index: Int = 0, sex: String = "") throws -> Application {
    var application = try inPanel(name, index, sex: sex)
    for member in ["zhao", "qian", "sun"] { application = try sign(member, application) }
    _ = try store.record(.panelDone, on: application.id, by: session("li"))
    _ = try store.record(.postNotice, ["place": "新桥村公示栏"], on: application.id, by: session("li"))
    time.pass(days: 15)
    return try store.record(.noticeEnd, ["evidence": "照片 3 张"], on: application.id, by: session("li"))
  }

  /// In review after an objection to the notice that was true, and a second one that was not.
  func objectedTo(_ name: String, _ index: Int = 0) throws -> Application {
    let li = try session("li")
    let zhou = try session("zhou")
    let id = try assessed(name, index).id
    func objected(_ objector: String, _ content: String) throws {
      _ = try store.record(.postNotice, ["place": "新桥村公示栏"], on: id, by: li)
      _ = try store.record(.object, ["objector": objector, "content": content], on: id, by: li)
    }
    try objected("赵邻居", "平时走路正常")
    _ = try store.record(
      .objectionFounded, ["record": "走访三户，确可独立行走", "institution": "RM"], on: id, by: zhou)
    _ = try store.record(
      .recordResult,
      [
        "form": "119", "institution": "RM", "doctors": "伍医生", "date": store.today.iso, "category": "4", "grade": "4",
        "sealed": "yes",
      ], on: id, by: li)
    try objected("匿名", "等级偏高")
    time.pass(days: 15)
    return try store.record(
      .objectionUnfounded, ["record": "复核评定表，等级无误", "evidence": "照片 2 张"], on: id, by: zhou)
  }

  /// Approved, printed, sealed and collected: a holder in the register.
  @discardableResult
  func holder(_ name: String, _ index: Int = 0, serial: String = "S0001") throws -> Application {
    let application = try inReview(name, index)
    let yes: Entries = ["materials": "yes", "procedure": "yes", "conclusion": "yes", "notice": "yes"]
    _ = try store.record(.approve, yes, on: application.id, by: session("zhou"))
    _ = try store.record(.print, ["serial": serial], on: application.id, by: session("li"))
    _ = try store.record(
      .seal, ["approval_seal": "yes", "steel_seal": "yes", "base_entry": "yes"], on: application.id, by: session("li"))
    return try store.record(
      .collect, ["collector": name, "identity": Self.identities[index]], on: application.id, by: session("li"))
  }
}
