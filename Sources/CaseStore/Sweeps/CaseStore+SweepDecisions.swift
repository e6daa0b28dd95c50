public import Casework
import GRDB

/// A decision as the log tells it.
struct LoggedDecision {
  let actor: StaffMember.ID
  let at: Int64
  let rows: [ClosedRange<Int>]
  let decision: SweepDecision
  /// Of whom alone it said that the rows are not about it, or took that back.
  let apart: String?

  /// What it settles: whole rows, or one person of a row.
  fileprivate var ofOne: String? { apart.map { "\(RowRanges.text(rows)) \($0)" } }
}

extension CaseStore {
  /// How many decisions back somebody may go, and what the pace is taken from.
  private static let remembered = 400

  /// The newest decisions on a sweep, the newest first.
  func lastDecisions(on sweep: Int64, in db: Database) throws -> [LoggedDecision] {
    try Row.fetchAll(
      try db.cachedStatement(
        sql: """
          SELECT actor, at, json_extract(data, '$.rows'), json_extract(data, '$.decision'),
            json_extract(data, '$.target') FROM event
          WHERE kind = 'sweep' AND subject = ? AND move = 'decide' ORDER BY subject_seq DESC LIMIT \(Self.remembered)
          """), arguments: [sweep]
    ).compactMap { row in
      guard let decision = SweepDecision(rawValue: row[3]) else { return nil }
      return LoggedDecision(
        actor: row[0], at: row[1], rows: RowRanges.ranges(row[2] as String) ?? [], decision: decision,
        apart: decision == .accept ? nil : row[4])
    }
  }

  /// Why a decision on a row as it was seen would be one on something else now; `nil` while it stands as it did.
  public func overtaking(of seen: SweepRow, in sweep: Sweep, by session: Session) throws -> Refusal? {
    try read { db in
      try require(Sweep.readers, of: session, in: db)
      return try overtaking(of: seen, of: sweep, in: db).map(Refusal.decidedMeanwhile)
    }
  }

  /// A row with what stands decided on it; `nil` where the file has no such row.
  public func row(_ number: Int, of sweep: Sweep, by session: Session) throws -> SweepRow? {
    try read { db in
      try require(Sweep.readers, of: session, in: db)
      return try readRows(of: sweep, where: "row = ?", [number], in: db).first
    }
  }

  /// Those of the rows on which the decision of somebody else stands.
  func decidedByOthers(than staff: StaffMember.ID, _ rows: [SweepRow], in db: Database) throws -> [OvertakenRow] {
    try rows.compactMap { row in
      guard let decided = row.decided, decided.by != staff else { return nil }
      return OvertakenRow(
        row: row.row, decision: decided.decision, name: try Self.staffMember(decided.by, in: db)?.name ?? decided.by,
        reason: decided.reason)
    }
  }

  /// Those of some rows of which the own decision stands and is another one.
  public func ownDecisions(
    on ranges: [ClosedRange<Int>], of sweep: Sweep, besides decision: SweepDecision, by session: Session
  ) throws -> [OvertakenRow] {
    try read { db in
      try require(Sweep.readers, of: session, in: db)
      let decided = try readRows(
        of: sweep, where: "row BETWEEN ? AND ? AND decided_by = ? AND decision <> ?",
        [
          ranges.map(\.lowerBound).min() ?? 0, ranges.map(\.upperBound).max() ?? 0, session.staff.id, decision.rawValue,
        ], in: db)
      return try decided.filter { row in ranges.contains { $0.contains(row.row) } }.compactMap { row in
        guard let decided = row.decided else { return nil }
        return OvertakenRow(
          row: row.row, decision: decided.decision,
          name: try Self.staffMember(decided.by, in: db)?.name ?? decided.by, reason: decided.reason)
      }
    }
  }

  func overtaking(of seen: SweepRow, of sweep: Sweep, in db: Database) throws -> OvertakenRow? {
    let now = try readRows(of: sweep, where: "row = ?", [seen.row], in: db).first
    guard now?.decided != seen.decided || now?.given != seen.given || now?.apart != seen.apart else { return nil }
    let last = try EventLog.events(of: Sweep.kind, sweep.id, in: db).last { logged in
      logged.event(of: Sweep.self).map { $0.move == .decide && $0.concerns(seen.row) } ?? false
    }
    guard let event = last?.event(of: Sweep.self) else { return nil }
    let isApart = event.toldApart != nil || event.heldPossible != nil
    return OvertakenRow(
      row: seen.row, decision: event.toldApart != nil ? .reject : now?.decision ?? .open,
      name: try Self.staffMember(event.staff, in: db)?.name ?? event.staff,
      reason: isApart ? event.reason(ofRow: seen.row) : now?.decisionReason ?? "")
  }

  /// The newest decision of somebody of which no row was taken back or decided anew since.
  static func ownLast(of staff: StaffMember.ID, in decisions: [LoggedDecision]) -> SweepProgress.OwnDecision? {
    var later: [ClosedRange<Int>] = []
    var laterOfOne: Set<String> = []
    for decision in decisions {
      let isOver =
        decision.rows.contains { rows in later.contains { $0.overlaps(rows) } }
        || decision.ofOne.map(laterOfOne.contains) ?? false
      if decision.actor == staff, decision.decision != .open, !isOver {
        return SweepProgress.OwnDecision(
          rows: decision.rows, decision: decision.decision, apart: decision.apart)
      }
      if let one = decision.ofOne { laterOfOne.insert(one) } else { later += decision.rows }
    }
    return nil
  }

  /// The middle one of the pauses between somebody's last decisions; longer breaks do not count.
  static func pace(of staff: StaffMember.ID, in decisions: [LoggedDecision]) -> Int64? {
    let times = decisions.filter { $0.actor == staff && $0.rows.count == 1 }.prefix(21).map(\.at)
    let pauses = zip(times, times.dropFirst()).map { $0 - $1 }.filter { $0 < 300_000 }.sorted()
    return pauses.count < 3 ? nil : pauses[pauses.count / 2]
  }
}
