public import Casework
import GRDB

/// What lies behind a figure of the sweeps: a row, or a whole sweep where sweeps are counted.
public struct FigureRow: Hashable, Sendable {
  public let sweep: Sweep
  public let row: SweepRow?
}

extension CaseStore {
  /// The rows, or sweeps, behind a figure of the sweeps, as they stand now; another figure has none.
  ///
  /// Looking is logged, because it shows people.
  public func rows(behind figure: String, of period: ReportPeriod, by session: Session) throws -> [FigureRow] {
    guard let (quarter, counted) = SweepFigure.named(figure), period.quarters.contains(quarter) else { return [] }
    return try write { db in
      try require(PeriodReport.readers, of: session, in: db)
      var found: [FigureRow] = []
      for sweep in try counting(in: quarter, db) {
        if counted.isOfSweeps {
          if counted == .files || sweep.state == .undone { found.append(FigureRow(sweep: sweep, row: nil)) }
        } else {
          let condition =
            "row IN (SELECT row FROM (\(Self.judged)) WHERE \(counted.condition(in: sweep)))"
          found += try readRows(of: sweep, where: condition, [sweep.id], in: db)
            .map { FigureRow(sweep: sweep, row: $0) }
        }
      }
      try logAccess(
        "figure", by: session.staff.id,
        data: ["period": period.text, "figure": figure, "found": String(found.count)], in: db)
      return found
    }
  }

  /// Counts the sweeps of every quarter of the period.
  func countSweeps(into figures: inout Figures, in db: Database) throws {
    for quarter in figures.period.quarters {
      for sweep in try counting(in: quarter, db) {
        func add(_ figure: SweepFigure, _ count: Int) { figures[figure.code(in: quarter)] += count }
        add(.files, 1)
        if sweep.state == .undone { add(.undone, 1) }
        // What the import told stands beside what its rows are: the two must agree.
        add(.rows, Int(sweep.value("rows", of: .import)) ?? 0)
        let ofRows = SweepFigure.allCases.filter { !$0.isOfSweeps && $0 != .rows }
        let counts = ofRows.map { "count(*) FILTER (WHERE \($0.condition(in: sweep)))" }
        let row = try Row.fetchOne(
          db,
          sql: "WITH judged AS MATERIALIZED (\(Self.judged)) SELECT \(counts.joined(separator: ", ")) FROM judged",
          arguments: [sweep.id])
        for (column, figure) in ofRows.enumerated() { add(figure, row?[column] ?? 0) }
      }
    }
  }

  /// The rows of a sweep that a person looks at one by one, as ranges.
  func doubtful(of sweep: Sweep, in db: Database) throws -> String {
    RowRanges.text(
      try Int.fetchAll(
        db,
        sql: """
          SELECT row FROM sweep_row
          WHERE sweep = ? AND \(SweepRow.isDoubtfulAtAll) AND NOT \(SweepRow.isElsewhere(in: sweep)) ORDER BY row
          """, arguments: [sweep.id]))
  }

  /// The sweeps of a quarter; one that was given up counts nowhere.
  private func counting(in quarter: Quarter, _ db: Database) throws -> [Sweep] {
    try Row.fetchAll(db, sql: "SELECT \(Sweep.selection) FROM sweep ORDER BY id").compactMap { row in
      guard let sweep = Sweep(row: row) else { throw StoreProblem.damaged("sweep \(row[0] as Int64)") }
      return sweep.quarter == quarter.text && sweep.state != .abandoned ? sweep : nil
    }
  }

  private static let judged = """
    SELECT row, class, decision, outcome,
      iif(kind = 'move_out' AND block = '\(SweepBlock.movedWithin.rawValue)', 'move_within', kind) AS kind, (\(SweepRow.isDoubtfulAtAll) AND NOT (decision IS NULL AND EXISTS
      (SELECT 1 FROM sweep_repeated p WHERE p.sweep = sweep_row.sweep AND p.row = sweep_row.row))) AS doubtful
    FROM sweep_row WHERE sweep = ?
    """
}

extension SweepFigure {
  /// Which of the rows of a sweep it counts; what is proposed, decided and done stands in its row alone.
  fileprivate func condition(in sweep: Sweep) -> String {
    let isOver = [.applied, .undone].contains(sweep.state)
    switch self {
    case .files, .undone, .rows: return "TRUE"
    case .matched: return "class NOT IN ('none', 'malformed', 'duplicate') AND NOT doubtful"
    case .toAsk: return "class NOT IN ('none', 'malformed', 'duplicate') AND doubtful"
    case .notOurs: return "class = 'none'"
    case .bad: return "class IN ('malformed', 'duplicate')"
    case .doubtful: return "doubtful"
    case .doubtfulAccepted: return isOver ? "doubtful AND decision = 'accept'" : "FALSE"
    case .doubtfulRejected: return isOver ? "doubtful AND decision = 'reject'" : "FALSE"
    case .doubtfulHeld: return isOver ? "doubtful AND decision = 'hold'" : "FALSE"
    case .doubtfulOpen: return isOver ? "doubtful AND decision IS NULL" : "doubtful"
    case .accepted: return "outcome IS NOT NULL"
    case .cancelled: return "outcome = 'done' AND kind = 'death'"
    case .watched: return "outcome = 'done' AND kind = 'move_out'"
    case .changed: return "outcome = 'done' AND kind NOT IN ('death', 'move_out')"
    case .already: return "outcome = '\(SweepRow.already)'"
    case .refused: return "outcome NOT IN ('done', 'undone', '\(SweepRow.already)')"
    case .takenBack: return "outcome = 'undone'"
    }
  }
}
