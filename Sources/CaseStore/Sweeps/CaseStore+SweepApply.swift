public import Casework
import GRDB

/// What applying a sweep did.
public struct SweepOutcome: Hashable, Sendable {
  public var cancelled = 0
  public var watched = 0
  public var changed = 0
  public var refused: [(row: Int, refusal: Refusal)] = []

  public static func == (left: SweepOutcome, right: SweepOutcome) -> Bool {
    left.cancelled == right.cancelled && left.watched == right.watched && left.changed == right.changed
      && left.refused.elementsEqual(right.refused) { $0.row == $1.row && $0.refusal == $1.refusal }
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(cancelled)
    hasher.combine(refused.map(\.row))
  }
}

extension CaseStore {
  /// Carries the confirmed decisions out in one transaction; each certificate's own guards hold now, else its row is
  /// refused and listed.
  ///
  /// Throws `Refusal` where the sweep is not confirmed.
  public func apply(sweep id: Int64, by session: Session) throws -> SweepOutcome {
    try write { db in
      let sweep = try sweep(id, in: db)
      let circumstances = try circumstances(of: session, facts: SweepFacts(), in: db)
      // Judged first, so that nothing is done where the sweep itself may not be applied.
      _ = try sweep.decide(Act(.apply), in: circumstances)
      var outcome = SweepOutcome()
      for row in try acceptedRows(of: sweep, in: db) {
        do {
          try carryOut(row, of: sweep, in: circumstances, into: &outcome, db: db)
        } catch let refusal as Refusal {
          outcome.refused.append((row.row, refusal))
        }
      }
      try keepOutcomes(of: sweep, outcome, in: db)
      _ = try record(Act(.apply), on: sweep, in: circumstances, db: db, adding: outcome.told)
      return outcome
    }
  }

  private func acceptedRows(of sweep: Sweep, in db: Database) throws -> [SweepRow] {
    try Row.fetchAll(
      db, sql: "SELECT \(SweepRow.selection) FROM sweep_row WHERE sweep = ? AND decision = 'accept' ORDER BY row",
      arguments: [sweep.id]
    ).compactMap(SweepRow.init(row:))
  }

  private func carryOut(
    _ row: SweepRow, of sweep: Sweep, in circumstances: Circumstances<SweepFacts>, into outcome: inout SweepOutcome,
    db: Database
  ) throws {
    guard let number = row.target, let certificate = try Self.inForce(numbered: number, in: db) else {
      throw Refusal.noTarget(row)
    }
    try checkSignsOfLife(row, on: certificate, in: db)
    let second = try witness(row, of: sweep, besides: circumstances.staff.id, in: db)
    let ground = "sweep:\(sweep.number):\(row.row)"
    let own = circumstances.with(CertificateFacts(), second: second)
    switch row.kind {
    case .death:
      _ = try record(
        Act(.cancel, row.cancellation(ground)), on: certificate, in: own, db: db, adding: people(row, of: sweep))
      outcome.cancelled += 1
    case .moveOut:
      _ = try record(
        Act(.note, row.watch(ground, under: circumstances.policy)), on: certificate, in: own, db: db,
        adding: people(row, of: sweep))
      outcome.watched += 1
    case .identityChanged, .nameChanged, .moveWithin, .other:
      _ = try record(
        Act(.note, row.change(ground)), on: certificate, in: own, db: db, adding: people(row, of: sweep))
      outcome.changed += 1
    }
  }

  /// Somebody who stands for the row besides whoever applies it: the confirmer, or the decider.
  private func witness(
    _ row: SweepRow, of sweep: Sweep, besides staff: StaffMember.ID, in db: Database
  ) throws -> StaffMember? {
    let names = [sweep.approver, row.decidedBy].compactMap { $0 }.filter { $0 != staff }
    return try names.first.flatMap { try Self.staffMember($0, in: db) }
  }

  private func people(_ row: SweepRow, of sweep: Sweep) -> Entries {
    ["proposer": row.decidedBy ?? "", "confirmer": sweep.approver ?? ""]
  }

  /// What happened since the import speaks against a death unless the clerk decided on this very row knowing of it.
  private func checkSignsOfLife(_ row: SweepRow, on certificate: Certificate, in db: Database) throws {
    guard row.kind == .death, row.block == nil, let day = row.eventDate.day else { return }
    let register = try StoreRegister(db)
    let match = RegisterMatch(
      id: certificate.id, number: certificate.number, name: certificate.name, isActive: true,
      validFrom: certificate.validFrom, handedOver: certificate.day(of: .handOver))
    if let life = match.signOfLife(after: day, hasOpenCase: try register.hasOpenCase(certificate.identity)) {
      throw Refusal(
        life.rawValue, life.name, remedy: Phrase("请下一季度逐行核实后再办", "Look into it and decide it by itself next time"))
    }
  }

  private func keepOutcomes(of sweep: Sweep, _ outcome: SweepOutcome, in db: Database) throws {
    try db.execute(
      sql: "UPDATE sweep_row SET outcome = 'done' WHERE sweep = ? AND decision = 'accept'", arguments: [sweep.id])
    let update = try db.cachedStatement(sql: "UPDATE sweep_row SET outcome = ? WHERE sweep = ? AND row = ?")
    for (row, refusal) in outcome.refused { try update.execute(arguments: [refusal.code, sweep.id, row]) }
  }
}

extension SweepOutcome {
  var told: Entries {
    [
      "cancelled": String(cancelled), "watched": String(watched), "changed": String(changed),
      "refused": refused.map { "\($0.row):\($0.refusal.code)" }.joined(separator: ","),
    ]
  }
}

extension SweepRow {
  fileprivate func cancellation(_ ground: String) -> Entries {
    var fields: Entries = ["reason": CancellationReason.death.rawValue, "ground": ground]
    if let day = eventDate.day { fields["event_date"] = day.iso }
    return fields
  }

  /// The two clocks of a move (Measures article 23, 24).
  fileprivate func watch(_ ground: String, under policy: Policy) -> Entries {
    var fields: Entries = ["todo": SweepProposal.watchMove.rawValue, "ground": ground]
    if let day = eventDate.day {
      fields["event_date"] = day.iso
      fields["freeze_on"] = day.adding(months: policy.freezeAfterMonths).iso
      fields["cancel_on"] = day.adding(months: policy.cancelAfterMonths).iso
    }
    return fields
  }

  fileprivate func change(_ ground: String) -> Entries {
    let todo = kind.proposal == .review ? "other" : kind.proposal.rawValue
    return ["todo": todo, "ground": ground, "event_date": eventDate.text, "detail": source.note]
  }
}
