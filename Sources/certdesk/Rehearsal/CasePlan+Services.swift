import Casework

extension CasePlan {
  /// A case on a holder's certificate, as far as one of its steps; `nil` for services that need none here.
  static func onCertificate(_ service: ServiceKind, of person: FalsePerson, steps count: Int) -> CasePlan? {
    guard service.isOnCertificate, service != .unfreeze, service != .restore else { return nil }
    var fields: Entries = ["identity": person.identity]
    var papers = "OC,ID,HK,PH×3,AF,GID,GP"
    switch service {
    case .reissue: papers += ",LS"
    case .change:
      papers += ",MR"
      fields["evidence"] = "市一医院诊断证明"
    case .transferOut:
      papers = "MV,ID,GID,GP"
      fields["destination"] = "431202 鹤城区"
    case .cancel:
      papers = "VW,ID,OC,GID,GP"
      fields["reason"] = CancellationReason.voluntary.rawValue
    case .freeze:
      fields.merge(["reason": FreezeReason.complaint.rawValue, "document": "核查〔2026〕5 号"])
    case .renewInformation: fields["address"] = "洪江市安江镇大沙坪村 4 组"
    default: break
    }
    fields.merge(Entries(guardian(of: person, "兄长")))
    let all = [
      Step(move: .submit, staff: "chenjing", after: 0, fields: ["materials": papers]),
      Step(move: .accept, staff: "chenjing", after: 1, fields: ["materials": papers]),
      Step(move: .noAssessment, staff: "chenjing", after: 1),
      Step(
        move: .approve, staff: "sunmin", after: 2,
        fields: ["materials": "yes", "procedure": "yes", "conclusion": "yes", "notice": "yes"]),
    ]
    // A change waits for a hospital once it is accepted.
    let most = service == .change ? 2 : 4
    return CasePlan(service: service, fields: fields, steps: Array(all.prefix(min(count, most))))
  }
}
