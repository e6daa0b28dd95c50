import Casework
import GRDB

extension CaseStore {
  /// Keeps on a row that would be decided with the others that a person said no to the same row of an earlier list, or
  /// held it (features: 49), or said so of the same report with another day: nobody is struck off because a list comes
  /// again.
  ///
  /// - Parameter isSeen: whether rows of earlier lists were told among those of this one.
  func keepRefusedBefore(of sweep: Int64, seen isSeen: Bool, in db: Database) throws {
    for (row, earlier) in try refusedBefore(sweep, seen: isSeen, in: db) {
      let place = try db.cachedStatement(
        sql: """
          SELECT number, coalesce(decision_reason, '') FROM sweep_row JOIN sweep ON id = sweep WHERE sweep = ? AND row = ?
          """)
      guard let read = try Row.fetchOne(place, arguments: [earlier.sweep, earlier.row]) else { continue }
      let kept: String = read[1]
      let sign = LifeSign(
        .refusedBefore, on: earlier.decision.rawValue, source: "\(read[0] as String):\(earlier.row)",
        detail: RepeatedAnswer(kept: kept)?.reason ?? kept)
      try keep(sign, row: row, of: sweep, in: db)
    }
  }

  private func refusedBefore(_ sweep: Int64, seen isSeen: Bool, in db: Database) throws -> [Int: EarlierRow] {
    let asked =
      try isSeen
      ? readRows(ofSweep: sweep, where: "\(SweepRow.isAskedAgain) AND proposal <> 'review' AND block = ''", [], in: db)
      : []
    let again = try asked.isEmpty ? [:] : decidedBefore(asked, of: sweep, in: db)
    return try refusedOfPeople(before: sweep, in: db)
      .merging(again.filter { $0.value.decision != .accept }) { _, same in same }
  }

  /// Rows of whose people an earlier list that stands had a report of the same kind, rejected or held, whatever its day:
  /// the newest of them.
  private func refusedOfPeople(before sweep: Int64, in db: Database) throws -> [Int: EarlierRow] {
    let standing = try EarlierAnswers.standing(before: sweep, in: db)
    if standing.isEmpty { return [:] }
    let refused = try Row.fetchAll(
      db, sql: Self.refused("identity, kind, sweep, row, decision", in: standing) + " ORDER BY sweep, row")
    if refused.isEmpty { return [:] }
    var people: [String: EarlierRow] = [:]
    for row in refused {
      guard let decision = SweepDecision(rawValue: row[4]) else { continue }
      people["\(row[0] as String) \(row[1] as String)"] = EarlierRow(sweep: row[2], row: row[3], decision: decision)
    }
    let asked = try Row.fetchCursor(
      db,
      sql: """
        SELECT row, identity, kind FROM sweep_row
        WHERE sweep = ? AND identity <> '' AND proposal NOT IN ('review', 'none') AND block = ''
        """, arguments: [sweep])
    var found: [Int: EarlierRow] = [:]
    while let row = try asked.next() {
      if let earlier = people["\(row[1] as String) \(row[2] as String)"] { found[row[0]] = earlier }
    }
    return found
  }
}
