import Casework
import GRDB

extension CaseStore {
  /// Holders whose certificate one list has ended for a death, and of whom somebody has rejected such a row of another list
  /// since: perhaps they live.
  ///
  /// They are proposed until anything is done about the certificate, a call as well (domain: 5.1; features: 45, 48).
  func perhapsAliveProposals(_ limit: Int, in db: Database) throws -> [Proposal] {
    let rejected = try Row.fetchAll(
      try db.cachedStatement(
        sql: """
          SELECT r.sweep, r.row, r.identity FROM sweep_row r INDEXED BY sweep_row_rejected JOIN sweep s ON s.id = r.sweep
          WHERE r.decision = 'reject' AND r.identity <> '' AND r.kind = 'death'
            AND s.state NOT IN \(Sweep.terminal.sqlList) AND s.since > ?
            AND NOT EXISTS (SELECT 1 FROM sweep_sign t
              WHERE t.sweep = r.sweep AND t.row = r.row AND t.sign = '\(SweepBlock.endedForDeath.rawValue)')
            AND EXISTS (SELECT 1 FROM certificate c WHERE c.identity = r.identity AND c.state = 'cancelled')
          ORDER BY r.sweep DESC, r.row LIMIT ?
          """), arguments: [today.adding(months: -12).iso, limit])
    var people: Set<String> = []
    return try rejected.compactMap { row in
      guard people.insert(row[2]).inserted else { return nil }
      return try perhapsAlive(row[2], rejected: row[1], of: sweep(row[0], in: db), in: db)
    }
  }

  private func perhapsAlive(
    _ identity: String, rejected row: Int, of list: Sweep, in db: Database
  ) throws -> Proposal? {
    let held = try Self.certificates(of: identity, in: db)
    guard let ended = held.last(where: \.isEndedByDeath), let other = ended.sweepThatEnded, other != list.number,
      !held.contains(where: { $0.state(on: today).isActive }),
      let decided = try lastDecisions(on: [row], of: list, in: db)[row]
    else { return nil }
    let isActedOn = try Bool.fetchOne(
      try db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM event WHERE kind = 'certificate' AND subject = ?1 AND seq > ?2)
            OR EXISTS (SELECT 1 FROM application
              WHERE identity = ?3 AND service = 'restore' AND state NOT IN \(Application.State.finished.sqlList))
          """), arguments: [ended.id, decided.seq, identity])
    if isActedOn == true { return nil }
    return Proposal(
      kind: .perhapsAlive, subject: .certificate(number: ended.number), name: ended.name, due: decided.event.day,
      action: .look)
  }
}
