public import Casework
import GRDB

extension CaseStore {
  /// Opens a correction of the data with what the police wrote already filled in (domain: 5.1, record kinds).
  ///
  /// None where the row reports nothing of that kind, the certificate cannot be corrected as it stands, or somebody
  /// corrects it already.
  func prepareCorrection(
    _ row: SweepRow, of certificate: Certificate, ground: String, from source: SweepSource, by staff: StaffMember,
    in db: Database
  ) throws -> Application? {
    let service = ServiceKind.renewInformation
    let address = row.newAddress(besides: certificate[.address])
    guard [.identityChanged, .nameChanged].contains(row.kind) || address != nil,
      service.certificateStates.contains(certificate.state(on: today)),
      try !isBeingCorrected(certificate, in: db)
    else { return nil }
    var given: Entries = ["certificate": certificate.number, "reason": row.correctionReason(ground, from: source)]
    if let name = row.newName { given["name"] = name }
    if let identity = row.newIdentity { given["identity"] = identity }
    if let address { given["address"] = address }
    var fields = try prepared(given, of: service, in: db)
    fields["police_ground"] = ground
    return try open(service, fields, by: staff, in: db)
  }

  private func isBeingCorrected(_ certificate: Certificate, in db: Database) throws -> Bool {
    try Bool.fetchOne(
      try db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM application
            WHERE service = 'renew_info' AND json_extract(body, '$.certificate') = ?
              AND state NOT IN \(Application.State.finished.sqlList))
          """), arguments: [certificate.number]) ?? false
  }

  /// How many cases a sweep, or one row of it, has prepared that nobody has worked on: undoing withdraws them.
  public func preparedCases(of sweep: Sweep, row: Int?) throws -> Int {
    try read { try preparedCases(of: sweep, row: row, in: $0) }
  }

  func preparedCases(of sweep: Sweep, row: Int?, in db: Database) throws -> Int {
    let grounds = row.map { sweep.ground(of: $0) } ?? "sweep:\(sweep.number):*"
    return try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM application
        WHERE service = 'renew_info' AND state = 'draft' AND seq = 1 AND json_extract(body, '$.police_ground') GLOB ?
        """, arguments: [grounds]) ?? 0
  }

  /// Withdraws the case that a row had prepared, by whichever of the two is a clerk.
  ///
  /// Throws `Refusal` where somebody has worked on it.
  func withdrawPrepared(
    _ number: String, reason: String, in circumstances: Circumstances<SweepFacts>, db: Database
  ) throws {
    guard let prepared = try Self.cases(where: "number = ?", [number], in: db).first else {
      throw StoreProblem.damaged("case \(number)")
    }
    if prepared.state == .withdrawn { return }
    guard prepared.isPreparedBySweep else { throw Refusal.caseGoesOn(number) }
    let act = Act<Application>(.withdraw, ["request": reason])
    let facts = try facts(for: act, on: prepared, in: db)
    let both = [circumstances.staff, circumstances.second].compactMap { $0 }
    let clerk = both.first { $0.holds([.clerk]) } ?? circumstances.staff
    _ = try record(act, on: prepared, in: circumstances.with(facts, by: clerk), db: db)
  }
}

extension SweepRow {
  fileprivate func correctionReason(_ ground: String, from sender: SweepSource) -> String {
    let told = source.note.isEmpty ? "" : "；\(source.note)"
    return "\(sender.list.chinese) \(ground.dropFirst("sweep:".count))：\(carriedOutAs.name.chinese) \(dayText)\(told)"
  }
}

extension Circumstances {
  /// The same act by another of those who stand for it.
  fileprivate func with<Other: Sendable>(_ facts: Other, by member: StaffMember) -> Circumstances<Other> {
    Circumstances<Other>(
      staff: member, second: member.id == staff.id ? second : staff, at: at, today: today, policy: policy,
      calendar: calendar, secretGiven: secretGiven, facts: facts)
  }
}

extension Refusal {
  static func caseGoesOn(_ number: String) -> Refusal {
    Refusal(
      Certificate.Requirement.asTheSweepLeftIt.rawValue,
      Phrase("备好的业务 \(number) 已有人办理", "Somebody has worked on the prepared case \(number)"),
      remedy: Phrase("请先撤回该业务", "Withdraw that case first"))
  }
}
