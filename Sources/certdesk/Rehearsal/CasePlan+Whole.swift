import Casework

/// Cases that came to their end in earlier years.
extension CasePlan {
  /// A case on a certificate from its submission to the new card, or to the decision where there is none.
  static func whole(_ service: ServiceKind, of person: FalsePerson, since: Int) -> CasePlan? {
    switch service {
    case .new: return .new(person, up: .archived, byPanel: false, isMinor: false, since: since)
    case .transferIn: return transferIn(person, since: since)
    case .unfreeze, .restore:
      return CasePlan(
        service: service, fields: ["identity": person.identity, "reason": "本人到场，经查明"],
        steps: decided(papers: "ID,OC,PC,GID,GP", by: "qianjun"), since: since)
    default: break
    }
    guard var plan = onCertificate(service, of: person, steps: 4) else { return nil }
    plan.since = since
    if service == .change {
      plan.steps += assessedAnew
    }
    if service == .renewDamaged { plan.steps += misprinted }
    if service.steps.card == .always { plan.steps += card }
    return plan
  }

  private static func transferIn(_ person: FalsePerson, since: Int) -> CasePlan {
    CasePlan(
      service: .transferIn,
      fields: Entries(
        [
          "identity": person.identity, "name": person.name, "address": person.address, "phone": person.phone,
          "certificate": person.identity + "43", "origin": "鹤城区", "valid_from": "2019-05-20", "valid_to": "2029-05-20",
        ].merging(guardian(of: person, "兄长")) { own, _ in own }),
      steps: decided(papers: "TP,ID,HK,OC,PH×3,AF,MV,GID,GP") + card, since: since)
  }

  private static func decided(papers: String, by approver: String = "sunmin") -> [Step] {
    [
      Step(move: .submit, staff: "chenjing", after: 0, fields: ["materials": papers]),
      Step(move: .accept, staff: "chenjing", after: 1, fields: ["materials": papers]),
      Step(move: .noAssessment, staff: "chenjing", after: 1), approval(by: approver),
    ]
  }

  private static let assessedAnew =
    hospital(grade: "3") + [
      Step(move: .postNotice, staff: "chenjing", after: 1, fields: ["place": "村公示栏"]),
      Step(move: .noticeEnd, staff: "chenjing", after: 16, fields: ["evidence": "公示照片 2 张"]),
      approval(by: "sunmin"),
    ]

  private static func approval(by staff: String) -> Step {
    Step(
      move: .approve, staff: staff, after: 2,
      fields: ["materials": "yes", "procedure": "yes", "conclusion": "yes", "notice": "yes"])
  }

  private static let misprinted = [
    Step(move: .print, staff: "liufang", after: 1),
    Step(move: .misprint, staff: "liufang", after: 0, fields: ["reason": "照片印偏"]),
  ]

  private static let card = [
    Step(move: .print, staff: "liufang", after: 1),
    Step(
      move: .seal, staff: "liufang", after: 1,
      fields: ["approval_seal": "yes", "steel_seal": "yes", "base_entry": "yes"]),
    Step(move: .collect, staff: "liufang", after: 3, fields: ["collector": "本人"]),
  ]
}
