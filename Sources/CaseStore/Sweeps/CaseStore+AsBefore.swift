public import Casework
import GRDB

/// Rows that were answered before: which answers still hold, and why the others have to be given anew.
public struct AsBefore: Sendable {
  /// Each row with the answer that is given again.
  public let answered: [(row: Int, answer: AnswerBefore)]
  public let left: [(row: Int, why: AnswerBefore.Obstacle)]

  /// The rows left, those with the same obstacle together.
  public var leftByObstacle: [(why: AnswerBefore.Obstacle, rows: [Int])] {
    let groups = Dictionary(grouping: left, by: \.why)
    return AnswerBefore.Obstacle.allCases.compactMap { why in groups[why].map { (why, $0.map(\.row)) } }
  }
}

extension CaseStore {
  /// Which rows of a sweep would be decided as before, and which would not.
  public func asBefore(in sweep: Sweep, by session: Session) throws -> AsBefore {
    try read { db in
      try require(Sweep.readers, of: session, in: db)
      return try asBefore(nil, of: sweep, by: current(session, in: db), in: db)
    }
  }

  /// Rejects again the rows that were rejected before as about another person, each with the reason it had, where
  /// nothing that the answer stood on has changed.
  ///
  /// Throws `Refusal`; then nothing has changed.
  ///
  /// - Parameter rows: only these; without them all undecided ones that an earlier sweep had.
  /// - Returns: what was answered and what was left, and how many rows still need a person.
  public func decideAsBefore(
    _ rows: [ClosedRange<Int>]? = nil, on id: Int64, by session: Session
  ) throws -> (done: AsBefore, undecided: Int) {
    try write { db in
      let sweep = try sweep(id, in: db)
      try require(Sweep.readers, of: session, in: db)
      let found = try asBefore(rows, of: sweep, by: current(session, in: db), in: db)
      if !found.answered.isEmpty { try keep(found, on: sweep, by: session, in: db) }
      return (found, try undecided(of: sweep, in: db).count)
    }
  }

  private func keep(_ found: AsBefore, on sweep: Sweep, by session: Session, in db: Database) throws {
    var facts = SweepFacts()
    facts.chosen = found.answered.map(\.row)
    let circumstances = try circumstances(of: session, facts: facts, in: db)
    let reasons = found.answered.map { (String($0.row), $0.answer.again.kept) }
    let fields: Entries = ["decision": SweepDecision.reject.rawValue, "rows": RowRanges.text(facts.chosen)]
    _ = try record(
      Act(.decide, fields), on: sweep, in: circumstances, db: db,
      adding: ["reasons": Entries(Dictionary(reasons, uniquingKeysWith: { first, _ in first })).json])
    for (row, answer) in found.answered {
      try keep(
        .reject, reason: answer.again.kept, given: SweepGiven(), by: circumstances.staff.id, rows: [row], of: sweep.id,
        in: db)
    }
  }

  private func asBefore(
    _ ranges: [ClosedRange<Int>]?, of sweep: Sweep, by staff: StaffMember, in db: Database
  ) throws -> AsBefore {
    let rows = try withNear(rowsAsked(ranges, of: sweep, in: db), of: sweep, in: db)
    let answers = try answersBefore(to: rows, of: sweep.id, in: db)
    var answered: [(row: Int, answer: AnswerBefore)] = []
    var left: [(row: Int, why: AnswerBefore.Obstacle)] = []
    for row in rows {
      if row.decision != nil {
        left.append((row.row, .decidedNow))
      } else if row.isAbout(anyOf: staff.recusals) {
        left.append((row.row, .ownCase))
      } else if row.elsewhere != nil {
        left.append((row.row, .elsewhere))
      } else if let answer = answers[row.row] {
        if let why = try obstacle(to: answer, for: row, in: db) {
          left.append((row.row, why))
        } else {
          answered.append((row.row, answer))
        }
      } else {
        left.append((row.row, .unanswered))
      }
    }
    return AsBefore(answered: answered, left: left)
  }

  /// The rows named, or the undecided ones that an earlier sweep had.
  private func rowsAsked(_ ranges: [ClosedRange<Int>]?, of sweep: Sweep, in db: Database) throws -> [SweepRow] {
    guard let ranges else {
      return try readRows(
        of: sweep, where: "\(SweepRow.isAskedAgain) AND \(SweepRow.isUndecided(in: sweep))", [], in: db)
    }
    let rows = try readRows(
      of: sweep, where: "row BETWEEN ? AND ?",
      [ranges.map(\.lowerBound).min() ?? 0, ranges.map(\.upperBound).max() ?? 0], in: db
    ).filter { row in ranges.contains { $0.contains(row.row) } }
    let strangers = Set(ranges.flatMap { [$0.lowerBound, $0.upperBound] }).subtracting(rows.map(\.row)).sorted()
    guard strangers.isEmpty else { throw Refusal.noSuchRows(strangers) }
    return rows
  }
}
