import Casework
import GRDB

extension CaseStore {
  /// How some rows were answered last in earlier sweeps, where they were rejected or held at all; what was given up or
  /// taken back as a whole is no answer, nor is a row that nobody decided.
  func decidedBefore(_ rows: [SweepRow], of sweep: Int64, in db: Database) throws -> [Int: EarlierRow] {
    let newest = try db.cachedStatement(sql: "SELECT earlier FROM sweep_seen WHERE sweep = ? AND row = ?")
    var earlier = try EarlierAnswers(before: sweep, in: db)
    var found: [Int: EarlierRow] = [:]
    for row in rows {
      guard let last = try Int64.fetchOne(newest, arguments: [sweep, row.row]) else { continue }
      found[row.row] = try earlier.answer(to: row, seenIn: last)
    }
    return found
  }

  /// What was decided on some rows before, by whom and when.
  func answersBefore(to rows: [SweepRow], of sweep: Int64, in db: Database) throws -> [Int: AnswerBefore] {
    let decided = try decidedBefore(rows, of: sweep, in: db)
    var answers: [Int: AnswerBefore] = [:]
    for (earlier, pairs) in Dictionary(grouping: decided, by: \.value.sweep) {
      let sweep = try self.sweep(earlier, in: db)
      let wanted = Set(pairs.map(\.value.row))
      let there = try withNear(
        readRows(of: sweep, where: "row IN (\(wanted.map(String.init).joined(separator: ", ")))", [], in: db),
        of: sweep, in: db)
      let read = Dictionary(there.map { ($0.row, $0) }, uniquingKeysWith: { first, _ in first })
      let events = try lastDecisions(on: wanted, of: sweep, in: db)
      for (row, place) in pairs {
        guard let answered = read[place.row], let (seq, event) = events[place.row] else { continue }
        answers[row] = AnswerBefore(
          sweep: sweep, row: answered, name: try Self.staffMember(event.staff, in: db)?.name ?? event.staff,
          day: event.day, logged: seq)
      }
    }
    return answers
  }

  /// The events that decided on each of some rows last.
  func lastDecisions(
    on rows: Set<Int>, of sweep: Sweep, in db: Database
  ) throws -> [Int: (seq: Int64, event: Event<Sweep>)] {
    var last: [Int: (seq: Int64, event: Event<Sweep>)] = [:]
    let logged = try Row.fetchCursor(
      try db.cachedStatement(
        sql: """
          SELECT \(LoggedEvent.columns) FROM event WHERE kind = 'sweep' AND subject = ? AND move = 'decide'
          ORDER BY subject_seq DESC
          """), arguments: [sweep.id])
    while last.count < rows.count, let row = try logged.next() {
      let found = LoggedEvent(row: row)
      guard let event = found.event(of: Sweep.self) else { continue }
      let ranges = RowRanges.ranges(event.data.text("rows")) ?? []
      for row in rows where last[row] == nil && ranges.contains(where: { $0.contains(row) }) {
        last[row] = (found.seq, event)
      }
    }
    return last
  }

  /// Why an answer does not hold for a row of today; `nil` where it does.
  func obstacle(to answer: AnswerBefore, for row: SweepRow, in db: Database) throws -> AnswerBefore.Obstacle? {
    if let obstacle = answer.obstacle(for: row) { return obstacle }
    return try isActedOn(row, since: answer, in: db) ? .actedSince : nil
  }

  /// Whether something was done since for one of those whom a row may be about.
  private func isActedOn(_ row: SweepRow, since answer: AnswerBefore, in db: Database) throws -> Bool {
    let later = try db.cachedStatement(
      sql: "SELECT EXISTS (SELECT 1 FROM event WHERE kind = 'certificate' AND subject = ? AND seq > ?)")
    for number in row.people {
      guard let held = try Self.inForce(numbered: number, in: db) else { return true }
      let all = held.identity.isEmpty ? [held] : try Self.certificates(of: held.identity, in: db)
      for certificate in all {
        let acted = try Bool.fetchOne(later, arguments: [certificate.id, answer.logged])
        if acted == true { return true }
      }
      let signs = try held.identity.isEmpty ? [] : signsOfLife(of: held.identity, after: answer.day, in: db)
      if !signs.isEmpty { return true }
    }
    return false
  }
}
