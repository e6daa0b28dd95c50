import Casework

/// The life of one rehearsed case: what it asks for, and every step with its distance in days from the one before.
struct CasePlan {
  let service: ServiceKind
  let fields: Entries
  var steps: [Step] = []
  /// How many days ago the last step was.
  var since = 0

  struct Step {
    let move: Application.Move
    let staff: String
    let after: Int
    var fields: Entries = [:]
    var second: String?
  }
}

extension CasePlan {
  /// The ways a case of `new` can go, each up to one state.
  static let targets = Application.State.allCases

  static func new(
    _ person: FalsePerson, up to: Application.State, byPanel: Bool, isMinor: Bool, since: Int
  ) -> CasePlan {
    let elsewhere = to == .forwarded ? ["deciding_county": "431202"] : [:]
    var plan = CasePlan(
      service: .new,
      fields: Entries(
        [
          "identity": person.identity, "name": person.name, "address": person.address, "phone": person.phone,
          "ethnicity": "汉族", "category": "4",
        ].merging(isMinor ? guardian(of: person) : [:]) { own, _ in own }
          .merging(elsewhere) { own, _ in own }), since: since)
    for step in route(to, byPanel: byPanel, isMinor: isMinor, village: person.village) { plan.steps.append(step) }
    return plan
  }

  /// A guardian with a number of the own: one number under many names would be told of in each case.
  static func guardian(of person: FalsePerson, _ relation: String = "父亲") -> [String: String] {
    let body = "43128119800101" + String(person.identity.dropFirst(14).prefix(3))
    let check = IdentityNumber.checkDigit(for: body).map(String.init) ?? ""
    return [
      "guardian.name": "\(person.name.prefix(1))建国", "guardian.relation": relation, "guardian.identity": body + check,
      "guardian.phone": person.phone,
    ]
  }

  /// The steps up to a state, in the order of the table.
  private static func route(
    _ to: Application.State, byPanel: Bool, isMinor: Bool, village: String
  ) -> [Step] {
    let papers = "ID,HK,PH×3,AF" + (isMinor ? ",GID,GHK" : "") + (to == .forwarded ? ",RP" : "")
    let submit = Step(
      move: .submit, staff: "chenjing", after: 0, fields: ["materials": to == .returned ? "ID,HK" : papers])
    let accept = Step(move: .accept, staff: "chenjing", after: 1, fields: ["materials": papers])
    let assessed = byPanel ? panel(grade: "3") : hospital(grade: "3")
    let posted =
      isMinor
      ? [Step(move: .skipNotice, staff: "chenjing", after: 1)]
      : [Step(move: .postNotice, staff: "chenjing", after: 1, fields: ["place": "\(village)公示栏"])]
    let ended = isMinor ? [] : [Step(move: .noticeEnd, staff: "chenjing", after: 16, fields: ["evidence": "公示照片 2 张"])]
    let approve = Step(
      move: .approve, staff: "sunmin", after: 2,
      fields: ["materials": "yes", "procedure": "yes", "conclusion": "yes", "notice": "yes"])
    let card: [Step] = [
      approve, Step(move: .print, staff: "liufang", after: 1),
      Step(
        move: .seal, staff: "liufang", after: 1,
        fields: ["approval_seal": "yes", "steel_seal": "yes", "base_entry": "yes"]),
      Step(move: .collect, staff: "liufang", after: 3, fields: ["collector": "本人"]),
      Step(move: .archive, staff: "yangshu", after: 5, fields: ["pages": "14", "shelf": "A-3-12"]),
    ]
    let inReview = [submit, accept] + assessed + posted + ended
    switch to {
    case .draft: return []
    case .submitted: return [submit]
    case .returned: return [submit, sendBack("chenjing", "照片 3 张、申请表")]
    case .returnedReview: return inReview + [sendBack("sunmin", "评定表缺医生签字页")]
    case .notAccepted:
      return [
        submit,
        Step(
          move: .rejectIntake, staff: "chenjing", after: 1,
          fields: ["ground": "not_competent", "reason": "户籍不在本县，已告知户籍地"], second: "liufang"),
      ]
    case .accepted: return [submit, accept]
    case .assigned: return [submit, accept, hospital(grade: "3")[0]]
    case .panel: return [submit, accept] + panel(grade: "3").prefix(2)
    case .assessedOK: return [submit, accept] + assessed
    case .assessedFail: return [submit, accept] + hospital(grade: "none")
    case .publicity: return [submit, accept] + assessed + posted
    case .objection:
      return [submit, accept] + assessed + posted + [
        Step(move: .object, staff: "liufang", after: 1, fields: ["objector": "村民来电", "content": "反映其能正常劳动"])
      ]
    case .review: return inReview
    case .forwarded:
      return inReview + [Step(move: .forward, staff: "chenjing", after: 1, fields: ["letter": "洪残函〔2026〕12 号"])]
    case .reassessCity, .reassessProvince:
      return [submit, accept] + hospital(grade: "none") + objections(to)
    case .approved: return inReview + card.prefix(1)
    case .printed: return inReview + card.prefix(2)
    case .ready: return inReview + card.prefix(3)
    case .collected: return inReview + card.prefix(4)
    case .archived: return inReview + card
    case .refused:
      return [submit, accept] + hospital(grade: "none") + [
        Step(move: .refuse, staff: "qianjun", after: 2, fields: ["reason": "评定结论不符合残疾标准，可在十个工作日内申请复评"])
      ]
    case .withdrawn:
      return [submit, Step(move: .withdraw, staff: "chenjing", after: 2, fields: ["request": "本人书面申请撤回"])]
    case .lapsed:
      return [
        submit, sendBack("chenjing", "户口簿"),
        Step(move: .correctionOverdue, staff: "liufang", after: 40, fields: ["reminder": "已电话催告两次"]),
      ]
    }
  }

  private static func objections(_ to: Application.State) -> [Step] {
    let city = Step(
      move: .askCity, staff: "chenjing", after: 2, fields: ["request": "对结论有异议，申请复评", "level": "怀化市残联"])
    guard to == .reassessProvince else { return [city] }
    return [
      city,
      Step(
        move: .cityResult, staff: "chenjing", after: 10,
        fields: [
          "document": "怀残评〔2026〕3 号", "institution": "怀化市第一人民医院", "date": "", "category": "4", "grade": "none",
        ]),
      Step(move: .askProvince, staff: "chenjing", after: 3, fields: ["request": "仍有异议", "level": "湖南省残联"]),
    ]
  }

  private static func sendBack(_ staff: String, _ items: String) -> Step {
    Step(move: .sendBack, staff: staff, after: 1, fields: ["items": items, "reason": "一次性告知：缺 \(items)"])
  }

  private static func panel(grade: String) -> [Step] {
    let finding: Entries = [
      "category": "4", "grade": grade, "opinion": "右大腿缺失，符合肢体三级", "measurements": "limb_clause=3-2",
    ]
    return [
      Step(
        move: .chooseDirect, staff: "chenjing", after: 1,
        fields: ["members": "zhouwei,wuqiang,helizhang", "feature": "右大腿缺失", "evaluation": "右大腿中段截肢，残端愈合良好，持拐行走"]),
      Step(move: .panelSign, staff: "zhouwei", after: 1, fields: finding),
      Step(move: .panelSign, staff: "wuqiang", after: 0, fields: finding),
      Step(move: .panelSign, staff: "helizhang", after: 0, fields: finding),
      Step(move: .panelDone, staff: "chenjing", after: 0),
    ]
  }

  static func hospital(grade: String) -> [Step] {
    [
      Step(move: .chooseHospital, staff: "chenjing", after: 1, fields: ["institution": "H01"]),
      Step(
        move: .recordResult, staff: "liufang", after: 7,
        fields: [
          "form": "PD-0417", "institution": "H01", "doctors": "贺医生", "date": "", "category": "4", "grade": grade,
          "measurements": grade == "none" ? "" : "limb_clause=3-2", "sealed": "yes",
        ]),
    ]
  }
}
