public import Casework
import GRDB

/// Which rows of a sweep somebody goes through one by one.
public enum SweepReading: Hashable, Sendable {
  /// Those with a doubt: a person looks at each.
  case doubtful
  /// Those that may be about a holder although no exact rule says so.
  case near
  /// Those to be decided that an earlier sweep had.
  case before
  case only(SweepClass)
  case all
  /// These rows of a list that somebody was shown.
  case listed([Int])

  /// The class that alone is read.
  public var onlyClass: SweepClass? {
    switch self {
    case .only(let sweepClass): sweepClass
    case .doubtful, .near, .before, .all, .listed: nil
    }
  }

  /// - Parameter lists: what tells now against rows, which puts them in doubt.
  func condition(beside lists: ListsBeside) -> String {
    switch self {
    case .doubtful:
      """
      (\(SweepRow.isDoubtful(in: lists.sweep)) OR \(lists.isNew) AND NOT \(SweepRow.isElsewhere(in: lists.sweep)))
      """
    case .near: SweepRow.isNear
    case .before: SweepRow.isAskedAgain
    case .only: "class = ?"
    case .all: "TRUE"
    case .listed(let rows): "row IN (\(rows.map(String.init).joined(separator: ", ")))"
    }
  }

  var arguments: StatementArguments {
    switch self {
    case .doubtful, .near, .before, .all, .listed: []
    case .only(let sweepClass): [sweepClass.rawValue]
    }
  }
}

/// How far the reading of a sweep has come.
public struct SweepProgress: Hashable, Sendable {
  public let rows: Int
  public let undecided: Int
  /// On how many of them a decision stands: what needs none is not decided either.
  public let decided: Int
  /// All rows of the sweep that a person looks at one by one, and how many of them wait.
  public let doubtful: Int
  /// Those of the doubtful ones that have no usable number.
  public let doubtfulNumbers: Int
  public let undecidedDoubtful: Int
  /// Rows without a doubt that wait to be decided together.
  public let undecidedSure: Int
  /// Rows that an earlier list of the quarter settles.
  public let elsewhere: Int
  /// Accepted rows about people of whom somebody refused the same in another list, or that a later list contradicts.
  public let acceptedAlthoughRefused: Int
  /// Accepted rows of whose people the office has learnt something since; they will be refused.
  public let acceptedBefore: [Int]
  /// Undecided rows about nobody of the register that have somebody near them.
  public let nearNobody: Int
  /// The row that anybody decided last by itself.
  public let lastRow: Int?
  /// What this person decided last and has not taken back.
  public let ownLast: OwnDecision?
  /// What one row takes this person, in milliseconds.
  public let pace: Int64?

  public struct OwnDecision: Hashable, Sendable {
    public let rows: [ClosedRange<Int>]
    public let decision: SweepDecision
    /// Of whom alone it said that the row is not about it.
    public let apart: String?

    public var count: Int { rows.reduce(0) { $0 + $1.count } }
    public func begins(at row: Int) -> Bool { rows.first?.lowerBound == row }
  }

  /// Minutes until the last undecided row, at this person's pace.
  public var minutesLeft: Int? { pace.map { Int(($0 * Int64(undecided) + 59_999) / 60_000) } }
}

/// One row of a sweep with everything that somebody who decides on it wants to see.
public struct RowInReview: Hashable, Sendable {
  public let row: SweepRow
  /// Its place among the rows that are read, from 1; 0 where it is none of them.
  public let position: Int
  /// The certificate that was matched, else everybody whom the row may mean, the likeliest first.
  public let held: [Certificate]
  /// Everything that speaks against it, also what happened since the import.
  public let evidence: [LifeSign]
  /// What became of it so far, oldest first.
  public let steps: [SweepRowStep]
  /// Other rows of the file about the same.
  public let twins: [Int]
  /// Whether accepting it takes the real date.
  public let needsDate: Bool
  /// What was decided on the same row of an earlier sweep, and why that does not hold for this one.
  public let before: AnswerBefore?
  public let obstacle: AnswerBefore.Obstacle?
}

extension CaseStore {
  /// How far somebody has come with the rows of a sweep.
  public func progress(of sweep: Sweep, reading: SweepReading, by session: Session) throws -> SweepProgress {
    try read { db in
      try require(Sweep.readers, of: session, in: db)
      let lists = try beside(sweep, in: db)
      let condition = reading.condition(beside: lists)
      let isDoubtful = SweepReading.doubtful.condition(beside: lists)
      let isUndecided = SweepRow.isUndecided(in: sweep)
      let counts = try Row.fetchOne(
        db,
        sql: """
          SELECT count(*) FILTER (WHERE \(condition)),
            count(*) FILTER (WHERE \(isUndecided) AND (\(condition))),
            count(*) FILTER (WHERE \(isDoubtful)),
            count(*) FILTER (WHERE \(isUndecided) AND \(isDoubtful)),
            count(*) FILTER (WHERE \(isUndecided)),
            count(*) FILTER (WHERE \(SweepRow.isElsewhere(in: sweep))),
            count(*) FILTER (WHERE decision = 'accept' AND \(lists.speaksAgainst)),
            count(*) FILTER (WHERE decision IS NOT NULL AND (\(condition))),
            count(*) FILTER (WHERE class = 'malformed' AND \(isDoubtful))
          FROM sweep_row WHERE sweep = ?
          """, arguments: reading.arguments + reading.arguments + reading.arguments + [sweep.id])
      func count(_ column: Int) -> Int { counts?[column] ?? 0 }
      let decisions = try lastDecisions(on: sweep.id, in: db)
      return SweepProgress(
        rows: count(0), undecided: count(1), decided: count(7), doubtful: count(2), doubtfulNumbers: count(8),
        undecidedDoubtful: count(3),
        undecidedSure: count(4) - count(3), elsewhere: count(5), acceptedAlthoughRefused: count(6),
        acceptedBefore: try acceptedBefore(lists, in: db), nearNobody: try nearNobody(of: sweep.id, in: db),
        lastRow: decisions.first { $0.rows.count == 1 && $0.decision != .open }?.rows.first?.lowerBound,
        ownLast: Self.ownLast(of: session.staff.id, in: decisions), pace: Self.pace(of: session.staff.id, in: decisions)
      )
    }
  }

  /// Accepted rows of whose people the office has learnt something since they were decided.
  public func acceptedBefore(in sweep: Sweep, by session: Session) throws -> [Int] {
    try read { db in
      try require(Sweep.readers, of: session, in: db)
      return try acceptedBefore(beside(sweep, in: db), in: db)
    }
  }

  func acceptedBefore(_ lists: ListsBeside, in db: Database) throws -> [Int] {
    if lists.since.isEmpty { return [] }
    return try Int.fetchAll(
      db,
      sql: "SELECT row FROM sweep_row WHERE sweep = ? AND decision = 'accept' AND \(lists.hasSignsSince) ORDER BY row",
      arguments: [lists.sweep.id])
  }

  /// The rows of a sweep by what became of them, as things are now: what has come in doubt since the import is to be asked.
  public func count(of sweep: Sweep, by session: Session) throws -> SweepCount {
    try read { db in
      try require(Sweep.readers, of: session, in: db)
      return try count(of: sweep, in: db)
    }
  }

  func count(of sweep: Sweep, in db: Database) throws -> SweepCount {
    let isDoubtful = SweepReading.doubtful.condition(beside: try beside(sweep, in: db))
    let counts = try Row.fetchOne(
      db,
      sql:
        "SELECT count(*), count(*) FILTER (WHERE class = 'malformed') FROM sweep_row WHERE sweep = ? AND \(isDoubtful)",
      arguments: [sweep.id])
    return sweep.count(doubtful: counts?[0] ?? 0, numbers: counts?[1] ?? 0)
  }

  /// One row with all that belongs to it; `nil` where the file has no such row.
  ///
  /// - Parameter person: of those whom it may mean the one of whom what happened since the import is told.
  public func review(
    _ number: Int, of sweep: Sweep, reading: SweepReading, about person: String? = nil, by session: Session
  ) throws -> RowInReview? {
    let steps = try history(of: number, in: sweep, by: session)
    let found = try read { db in
      try require(Sweep.readers, of: session, in: db)
      return try readRows(of: sweep, where: "row = ?", [number], in: db)
    }
    guard let row = try withNear(found, of: sweep).first else { return nil }
    return try read { db in
      var meant = row
      if let person, row.people.contains(person) { meant.given.target = person }
      let seen = row.seeing(try freshSigns(for: meant, of: sweep, in: db))
      let condition = reading.condition(beside: try beside(sweep, in: db))
      let places = try Row.fetchOne(
        db,
        sql: """
          SELECT count(*), coalesce(max(row), 0) FROM sweep_row WHERE sweep = ? AND row <= ? AND (\(condition))
          """, arguments: [sweep.id, number] + reading.arguments)
      let position: Int = places?[1] == number ? places?[0] ?? 0 : 0
      let ranked = row.near.map(\.certificate)
      let numbers =
        row.certificate.isEmpty
        ? ranked + row.candidates.filter { !ranked.contains($0) }
        : [row.certificate] + ranked.filter { $0 != row.certificate }
      let twins = try Int.fetchAll(
        db,
        sql: """
          SELECT row FROM sweep_row WHERE sweep = ?1 AND row <> ?2 AND
            (duplicate_of = ?3 OR (?4 <> '' AND (duplicate_of = ?4 OR row = CAST(?4 AS INTEGER)))) ORDER BY row
          """, arguments: [sweep.id, number, String(number), row.duplicateOf.map(String.init) ?? ""])
      let before = try answersBefore(to: [row], of: sweep.id, in: db)[number]
      return RowInReview(
        row: row, position: position, held: try numbers.compactMap { try Self.inForce(numbered: $0, in: db) },
        evidence: seen.evidence, steps: steps, twins: twins, needsDate: try needsDate(row, in: db), before: before,
        obstacle: try before.flatMap { try obstacle(to: $0, for: row, in: db) })
    }
  }

  /// The row to go on with: the next one behind `row`, then from the top; `nil` where nothing is left.
  public func nextRow(
    of sweep: Sweep, after row: Int, reading: SweepReading, undecidedOnly: Bool = true, by session: Session
  ) throws -> Int? {
    try read { db in
      try require(Sweep.readers, of: session, in: db)
      let open = undecidedOnly ? " AND \(SweepRow.isUndecided(in: sweep))" : ""
      let condition = reading.condition(beside: try beside(sweep, in: db))
      let sql = "SELECT min(row) FROM sweep_row WHERE sweep = ? AND row > ? AND (\(condition))\(open)"
      let next = try Int.fetchOne(db, sql: sql, arguments: [sweep.id, row] + reading.arguments)
      guard undecidedOnly, next == nil else { return next }
      return try Int.fetchOne(db, sql: sql, arguments: [sweep.id, 0] + reading.arguments)
    }
  }

  /// The row before, decided or not.
  public func rowBefore(
    _ row: Int, of sweep: Sweep, reading: SweepReading, by session: Session
  ) throws -> Int? {
    try read { db in
      try require(Sweep.readers, of: session, in: db)
      let condition = reading.condition(beside: try beside(sweep, in: db))
      return try Int.fetchOne(
        db, sql: "SELECT max(row) FROM sweep_row WHERE sweep = ? AND row < ? AND (\(condition))",
        arguments: [sweep.id, row] + reading.arguments)
    }
  }

  /// How many rows of a class keep another decision than one that is made on all that is undecided there.
  public func keeping(
    _ sweepClass: SweepClass, in sweep: Sweep, besides decision: SweepDecision, by session: Session
  ) throws -> KeptDecisions {
    try read { db in
      try require(Sweep.readers, of: session, in: db)
      return KeptDecisions(
        try decisionCounts(of: sweep, among: "class = '\(sweepClass.rawValue)'", in: db).filter { $0.key != decision })
    }
  }

  /// What stands decided on the rows of a sweep.
  public func decisions(of sweep: Sweep, by session: Session) throws -> KeptDecisions {
    try read { db in
      try require(Sweep.readers, of: session, in: db)
      return KeptDecisions(try decisionCounts(of: sweep, in: db))
    }
  }

  /// Of a class still undecided: how many rows a decision on all of it takes, and how many it leaves to be looked at.
  public func bulk(of sweepClass: SweepClass, in sweep: Sweep, by session: Session) throws -> (taken: Int, left: Int) {
    let open = try rows(of: sweep, class: sweepClass, undecidedOnly: true, by: session)
    let taken = open.count(where: \.isTakenTogether)
    return (taken, open.count - taken)
  }
}
