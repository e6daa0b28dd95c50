public import Casework
import GRDB

/// Which rows a decision is about.
public enum SweepSelection: Hashable, Sendable {
  case rows([ClosedRange<Int>])
  /// All of a class; accepting takes only those that need no look of their own.
  case whole(SweepClass)
}

extension CaseStore {
  public func sweeps() throws -> [Sweep] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT \(Sweep.selection) FROM sweep ORDER BY id DESC").compactMap(Sweep.init(row:))
    }
  }

  public func sweep(_ id: Int64) throws -> Sweep { try read { try sweep(id, in: $0) } }

  /// Finds a sweep by its number, or by the part of it after the office code.
  ///
  /// Throws `Refusal`.
  public func sweep(numbered text: String) throws -> Sweep {
    let wanted = Cleaning.number(text).text.uppercased()
    return try read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT \(Sweep.selection) FROM sweep WHERE number = ? OR substr(number, 8) = ?",
        arguments: [wanted, wanted])
      guard rows.count == 1, let found = rows.first.flatMap(Sweep.init(row:)) else { throw Refusal.noSuchSweep(text) }
      return found
    }
  }

  /// The rows of a sweep in file order, for somebody whose post works on sweeps.
  public func rows(
    of sweep: Sweep, class sweepClass: SweepClass? = nil, proposal: SweepProposal? = nil, undecidedOnly: Bool = false,
    by session: Session
  ) throws -> [SweepRow] {
    try read { db in
      try require(Sweep.readers, of: session, in: db)
      var sql = "SELECT \(SweepRow.selection) FROM sweep_row WHERE sweep = ?"
      var arguments: StatementArguments = [sweep.id]
      if let sweepClass {
        sql += " AND class = ?"
        arguments += [sweepClass.rawValue]
      }
      if let proposal {
        sql += " AND proposal = ?"
        arguments += [proposal.rawValue]
      }
      if undecidedOnly { sql += " AND \(SweepRow.isUndecided)" }
      return try Row.fetchAll(db, sql: sql + " ORDER BY row", arguments: arguments).map { row in
        guard let read = SweepRow(row: row) else { throw StoreProblem.damaged("sweep row \(row[0] as Int)") }
        return read
      }
    }
  }

  /// Records what a clerk decides on rows.
  ///
  /// Throws `Refusal`; then nothing has changed.
  ///
  /// - Returns: how many rows were decided, how many of the selection were left, and how many still need a person.
  public func decide(
    _ selection: SweepSelection, _ decision: SweepDecision, reason: String, on id: Int64, by session: Session
  ) throws -> (decided: Int, left: Int, undecided: Int) {
    try write { db in
      let sweep = try sweep(id, in: db)
      let (chosen, left, strangers) = try select(selection, decision, of: sweep, in: db)
      var facts = SweepFacts()
      facts.chosen = chosen.map(\.row)
      facts.strangers = strangers
      facts.chosenBlocked = chosen.filter { $0.isDecidedSingly(decision) }.map(\.row)
      if decision == .accept {
        if let vague = chosen.first(where: { $0.target == nil }) { throw Refusal.noTarget(vague) }
      }
      if chosen.isEmpty && strangers.isEmpty, case .whole = selection {
        return (0, left, try undecided(of: sweep, in: db).count)
      }
      let named = facts.chosen.isEmpty ? strangers : facts.chosen
      var fields: Entries = ["rows": RowRanges.text(named), "decision": decision.rawValue]
      if !reason.isEmpty { fields["reason"] = reason }
      let circumstances = try circumstances(of: session, facts: facts, in: db)
      _ = try record(Act(.decide, fields), on: sweep, in: circumstances, db: db)
      try keep(decision, reason: reason, by: circumstances.staff.id, rows: facts.chosen, of: sweep.id, in: db)
      return (chosen.count, left, try undecided(of: sweep, in: db).count)
    }
  }

  /// Submits, returns, approves, applies or abandons a sweep.
  ///
  /// Throws `Refusal`.
  public func record(
    _ move: Sweep.Move, _ fields: Entries = [:], onSweep id: Int64, by session: Session
  ) throws -> Sweep {
    if move == .apply {
      _ = try apply(sweep: id, by: session)
      return try sweep(id)
    }
    return try write { db in
      let sweep = try sweep(id, in: db)
      var facts = SweepFacts()
      facts.undecided = try undecided(of: sweep, in: db)
      return try record(
        Act(move, fields), on: sweep, in: try circumstances(of: session, facts: facts, in: db), db: db)
    }
  }

  /// Every move open to a sweep, with what stands against it for this person.
  public func offers(on sweep: Sweep, for session: Session) throws -> [Offer<Sweep>] {
    try read { db in
      var facts = SweepFacts()
      facts.undecided = try undecided(of: sweep, in: db)
      let circumstances = try circumstances(of: session, facts: facts, in: db)
      return sweep.openTransitions(in: circumstances).map {
        Offer(transition: $0, refusals: sweep.refusals(of: $0, in: circumstances))
      }
    }
  }

  func sweep(_ id: Int64, in db: Database) throws -> Sweep {
    guard let found = try Sweep.find(id, in: db) else { throw Refusal.noSuchSweep(String(id)) }
    return found
  }

  func keep(
    _ decision: SweepDecision, reason: String, by staff: StaffMember.ID, rows: [Int], of sweep: Int64, in db: Database
  ) throws {
    let update = try db.cachedStatement(
      sql: "UPDATE sweep_row SET decision = ?, decided_by = ?, decision_reason = ? WHERE sweep = ? AND row = ?")
    for row in rows {
      try update.execute(arguments: [decision.rawValue, staff, reason.isEmpty ? nil : reason, sweep, row])
    }
  }

  private func undecided(of sweep: Sweep, in db: Database) throws -> [Int] {
    try Int.fetchAll(
      db, sql: "SELECT row FROM sweep_row WHERE sweep = ? AND \(SweepRow.isUndecided) ORDER BY row",
      arguments: [sweep.id])
  }

  private func select(
    _ selection: SweepSelection, _ decision: SweepDecision, of sweep: Sweep, in db: Database
  ) throws -> (chosen: [SweepRow], left: Int, strangers: [Int]) {
    let sql = "SELECT \(SweepRow.selection) FROM sweep_row WHERE sweep = ? AND row BETWEEN ? AND ? ORDER BY row"
    switch selection {
    case .rows(let ranges):
      let lowest = ranges.map(\.lowerBound).min() ?? 0
      let named = try Row.fetchAll(
        db, sql: sql, arguments: [sweep.id, lowest, ranges.map(\.upperBound).max() ?? 0]
      ).compactMap(SweepRow.init(row:)).filter { row in ranges.contains { $0.contains(row.row) } }
      let numbers = Set(named.map(\.row))
      let strangers = ranges.flatMap { [$0.lowerBound, $0.upperBound] }.filter { !numbers.contains($0) }
      let chosen = named.filter { named.count == 1 || $0.needsDecision }
      return (chosen, named.count - chosen.count, Array(Set(strangers)).sorted())
    case .whole(let sweepClass):
      let open = try Row.fetchAll(
        db,
        sql: "SELECT \(SweepRow.selection) FROM sweep_row WHERE sweep = ? AND class = ? AND \(SweepRow.isUndecided)",
        arguments: [sweep.id, sweepClass.rawValue]
      ).compactMap(SweepRow.init(row:))
      let chosen = open.filter { !$0.isDecidedSingly(decision) }
      return (chosen, open.count - chosen.count, [])
    }
  }
}

extension Refusal {
  static func noTarget(_ row: SweepRow) -> Refusal {
    Refusal(
      "no_target",
      Phrase("第 \(row.row) 行没有唯一对应的证件，不能同意", "Row \(row.row) points to no single certificate and cannot be accepted"),
      remedy: Phrase("请改选「不同意」或「留待核实」", "Reject it or hold it"))
  }
}

/// Row numbers as people write them: `1-5,7`.
public enum RowRanges {
  public static func text(_ rows: [Int]) -> String {
    var parts: [String] = []
    var index = 0
    while index < rows.count {
      var last = index
      while last + 1 < rows.count, rows[last + 1] == rows[last] + 1 { last += 1 }
      parts.append(last == index ? "\(rows[index])" : "\(rows[index])-\(rows[last])")
      index = last + 1
    }
    return parts.joined(separator: ",")
  }

  /// `nil` for anything that is not a list of rows.
  public static func ranges(_ text: some StringProtocol) -> [ClosedRange<Int>]? {
    let items = String(text).split { $0 == "," || $0 == "，" || $0 == " " }
    let ranges = items.compactMap { item -> ClosedRange<Int>? in
      let ends = item.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil, 1 <= first, first <= last
      else { return nil }
      return first...last
    }
    return ranges.count == items.count && !ranges.isEmpty ? ranges : nil
  }
}
