import Casework
import DeskFixtures

extension Situation {
  /// The certificate that a case of the service is about, as it stands when the case is opened.
  static func certificate(for service: ServiceKind, of identity: String) -> Certificate? {
    guard service.isOnCertificate else { return nil }
    var entries: Entries = [
      "number": identity + "43", "identity": identity, "name": "张秀兰", "category": "4", "grade": "3",
      "valid_from": "2020-01-01", "valid_to": "2030-01-01", "address": "洪江市岩垅乡", "path": "hospital",
    ]
    if service == .renewExpired { entries.merge(["valid_from": "2016-08-01", "valid_to": "2026-08-01"]) }
    let state: Certificate.State = service == .unfreeze ? .frozen : service == .restore ? .cancelled : .valid
    if state == .frozen { entries.merge(["freeze.by": "bai", "freeze.reason": "complaint"]) }
    if state == .cancelled { entries.merge(["cancel.by": "bai", "cancel.reason": "death", "state_before": "valid"]) }
    return Certificate(
      id: 7, state: state, sequence: 1, since: MadeUp.day(entries.text("valid_from")), entries: entries)
  }

  /// A card that was made in the case and lies in the drawer.
  static var waitingCard: Certificate {
    Certificate(
      id: 8, state: .valid, sequence: 1, since: MadeUp.day("2026-03-02"),
      entries: [
        "number": adult + "43", "identity": adult, "application": "431281-2026-000001", "valid_to": "2036-03-02",
      ])
  }

  /// A certificate that stands again after the case had ended or moved it.
  var takenBackCard: Certificate {
    let (done, back) = service == .cancel ? ("cancel", "restore") : ("move_out", "move_out_undo")
    let entries: Entries = [
      "number": self.entries.text("certificate"), "\(done).ground": application.ground, "\(done).on": today.iso,
      "\(back).ground": "case:431281-2026-000149", "\(back).on": today.iso,
    ]
    return Certificate(id: 7, state: .valid, sequence: 3, since: today, entries: entries)
  }

  /// The fields beyond the person that the service asks for.
  static func ownFields(of service: ServiceKind, _ identity: String) -> Entries {
    let named: Entries = ["certificate": identity + "43"]
    let own: Entries =
      switch service {
      case .new: [:]
      case .renewExpired, .renewDamaged, .reissue, .change: named
      case .renewInformation: ["certificate": identity + "43", "changes": "name"]
      case .transferOut: ["certificate": identity + "43", "destination": "431202 鹤城区"]
      case .transferIn:
        ["certificate": identity + "43", "origin": "鹤城区", "valid_from": "2020-01-01", "valid_to": "2030-01-01"]
      case .cancel: ["certificate": identity + "43", "reason": "death", "event_date": "2026-02-01"]
      case .freeze: ["certificate": identity + "43", "reason": "complaint", "document": "核查 1 号"]
      case .unfreeze, .restore: ["certificate": identity + "43", "reason": "公安更正"]
      }
    return own
  }

  /// What the store does to the certificate in the same step, obeying the table of certificates.
  mutating func follow(_ event: Event<Application>) throws(Refusal) {
    let state = facts.certificate?.state
    switch event.move {
    case .accept, .receiveForwarded:
      guard service == .reissue && state == .valid else { return }
      try onCertificate(.reportLoss, ["statement": "挂失"])
    case .approve:
      guard let act = application.decision(in: circumstances), facts.certificate != nil else { return }
      try onCertificate(act.move, act.fields)
    case .print where [.valid, .lost].contains(state): try onCertificate(.replace, ["successor": "A0001"])
    case .misprint where state == .replaced: try onCertificate(.replaceUndone, ["ground": "case:1"])
    default: break
    }
  }

  private mutating func onCertificate(_ move: Certificate.Move, _ fields: Entries) throws(Refusal) {
    guard var certificate = facts.certificate else { return }
    let accepted = application.staff(of: .accept) ?? application.staff(of: .receiveForwarded)
    let proposer = accepted.map { StaffMember(id: $0, name: $0, roles: [.clerk]) }
    certificate.apply(
      try certificate.decide(
        Act(move, fields),
        in: Circumstances(
          staff: staff, second: proposer, at: Instant(milliseconds: 0), today: today, policy: policy,
          facts: CertificateFacts())))
    facts.certificate = certificate
  }

  /// Changes what the register holds of the certificate.
  mutating func register(_ changes: Entries, state: Certificate.State? = nil) {
    guard let held = facts.certificate else { return }
    facts.certificate = Certificate(
      id: held.id, state: state ?? held.state, sequence: held.sequence, since: held.since,
      entries: held.entries.merging(changes))
  }

  /// Another number for the same person, in the case and in the register.
  mutating func become(_ identity: String) {
    entries["identity"] = identity
    if entries["certificate"] != nil { entries["certificate"] = identity + "43" }
    register(["identity": identity, "number": identity + "43"])
  }
}

extension Entries {
  fileprivate func merging(_ changes: Entries) -> Entries {
    var merged = self
    merged.merge(changes)
    return merged
  }
}
