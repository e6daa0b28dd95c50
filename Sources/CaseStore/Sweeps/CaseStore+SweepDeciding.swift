public import Casework
import GRDB

extension CaseStore {
  /// Records what a clerk decides on rows, or takes back what was decided.
  ///
  /// Throws `Refusal`; then nothing has changed.
  ///
  /// - Parameters:
  ///   - seen: the row as it was shown to whoever decides; where it was decided otherwise since, that is refused.
  ///   - again: changes what somebody else has decided also where it was not shown.
  /// - Returns: how many rows were decided, how many of the selection were left, and how many still need a person.
  public func decide(
    _ selection: SweepSelection, _ decision: SweepDecision, reason: String, given: SweepGiven = SweepGiven(),
    seeing seen: SweepRow? = nil, again: Bool = false, on id: Int64, by session: Session
  ) throws -> (decided: Int, left: Int, undecided: Int) {
    try write { db in
      try decide(
        selection, decision, reason: reason, given: given, seeing: seen, again: again, on: sweep(id, in: db),
        by: session, in: db)
    }
  }

  /// Takes back what this person decided last and nobody has touched since.
  ///
  /// Throws `Refusal`.
  ///
  /// - Returns: the rows that are undecided again, and how many there are in all.
  public func takeBackLast(
    on id: Int64, reason: String = "", by session: Session
  ) throws -> (rows: [ClosedRange<Int>], undecided: Int) {
    try write { db in
      let sweep = try sweep(id, in: db)
      guard let last = Self.ownLast(of: session.staff.id, in: try lastDecisions(on: id, in: db)) else {
        throw Refusal.nothingToTakeBack
      }
      let done = try decide(
        .rows(last.rows), .open, reason: reason, given: SweepGiven(target: last.apart), seeing: nil, again: false,
        on: sweep, by: session, in: db)
      return (last.rows, done.undecided)
    }
  }

  private func decide(
    _ selection: SweepSelection, _ decision: SweepDecision, reason: String, given: SweepGiven,
    seeing seen: SweepRow?, again: Bool, on sweep: Sweep, by session: Session, in db: Database
  ) throws -> (decided: Int, left: Int, undecided: Int) {
    let isTakingOneBack = decision == .open && given.target != nil
    var (chosen, left, strangers) = try select(selection, isTakingOneBack ? .hold : decision, of: sweep, in: db)
    let own =
      decision == .open
      ? OwnRows.none : try ownToDecide(of: current(session, in: db), among: chosen, of: sweep, in: db)
    if case .whole = selection {
      // With the others nobody decides on the own people; whoever may finds their rows undecided.
      chosen.removeAll { own.rows.contains($0.row) }
      left += own.rows.count
    }
    let standing = chosen.filter { $0.decision != nil }.map(\.row)
    var given = given
    if given.target != nil { chosen = try withNear(chosen, of: sweep, in: db) }
    let isStrange =
      decision != .open && given.target.map { named in !chosen.allSatisfy { $0.peopleLeft.contains(named) } } ?? false
    // Whoever says it of the last one rejects the row.
    if decision == .reject, !isStrange, chosen.count == 1, chosen[0].peopleLeft.count == 1 { given.target = nil }
    if chosen.count == 1 { chosen[0].given = given }
    // Whoever decides on one row alone has its evidence before the eyes, also what happened since the import.
    let known = try chosen.count == 1 ? chosen.flatMap { try freshSigns(for: $0, of: sweep, in: db) } : []
    var facts = SweepFacts()
    facts.chosen = chosen.map(\.row)
    facts.strangers = strangers
    if case .rows = selection { facts.own = own }
    facts.elsewhere = chosen.compactMap(\.elsewhere)
    facts.overtaken = try seen.flatMap { try overtaking(of: $0, of: sweep, in: db) }
    if seen == nil, !again { facts.decidedByOthers = try decidedByOthers(than: session.staff.id, chosen, in: db) }
    facts.chosenBlocked = chosen.filter { $0.isDecidedSingly(decision) }
    facts.targetIsStrange = isStrange
    facts.targetIsNotApart =
      isTakingOneBack && !chosen.allSatisfy { row in given.target.map { row.apart.contains($0) } ?? false }
    if decision == .accept { facts.judged = chosen.filter(\.needsJudgment).map(\.row) }
    facts.decided = standing
    if decision != .open, !known.isEmpty, let row = chosen.first {
      facts.chosenBlocked = [row.seeing(known)]
    }
    if decision == .accept, chosen.count == 1 {
      (facts.contrary, facts.contraryIsDone) = try acceptedAgainst(chosen[0], of: sweep, in: db)
      facts.ended = try endedForDeath(chosen[0], in: db)
    }
    if facts.overtaken == nil, decision == .accept {
      let vague = chosen.first { $0.target == nil }
      // Of several people whoever accepts says which, also where the number is that of one of them.
      if given.target == nil, let row = vague ?? (chosen.count == 1 ? chosen[0] : nil) {
        let people = try withNear([row], of: sweep, in: db)[0].peopleLeft
        if vague != nil, people.isEmpty { throw Refusal.noTarget(row) }
        if vague != nil || people.count > 1 { throw Refusal.whichCandidate(row, of: people.count) }
      }
      facts.undated = try chosen.filter { try needsDate($0, in: db) }.map(\.row)
    }
    if chosen.isEmpty && strangers.isEmpty, case .whole = selection {
      return (0, left, try undecided(of: sweep, in: db).count)
    }
    var fields: Entries = ["decision": decision.rawValue]
    fields["rows"] = facts.chosen.isEmpty ? selection.written : RowRanges.text(facts.chosen)
    if !reason.isEmpty { fields["reason"] = reason }
    fields.merge(given.fields)
    let act = Act<Sweep>(.decide, fields)
    let circumstances = try circumstances(of: session, facts: facts, in: db)
    if decision == .accept, chosen.count == 1, !reason.isEmpty {
      let row = chosen[0].seeing(known)
      if row.isAgainstLife, !row.isFinding(reason) {
        // Whatever else stands against it is said first.
        _ = try sweep.decide(act, in: circumstances)
        throw Refusal.findingMissing(row)
      }
    }
    var told: Entries = known.isEmpty ? [:] : ["known": known.map(\.key).joined(separator: "|")]
    let isAboutOne = decision == .reject && given.target != nil || isTakingOneBack
    if !known.isEmpty, !isAboutOne {
      try keepSeen(known, on: chosen[0], of: sweep, in: db)
      told["seen_digest"] = try Self.seenDigest(of: chosen[0].row, in: sweep.id, db)
    }
    _ = try record(act, on: sweep, in: circumstances, db: db, adding: told)
    if decision == .reject, let target = given.target {
      try keep(apart: chosen[0].apart + [target], row: chosen[0].row, of: sweep.id, in: db)
    } else if isTakingOneBack {
      try keep(apart: chosen[0].apart.filter { $0 != given.target }, row: chosen[0].row, of: sweep.id, in: db)
    } else {
      try keep(
        decision, reason: act.fields.text("reason"), given: given, by: circumstances.staff.id, rows: facts.chosen,
        of: sweep.id, in: db)
    }
    return (chosen.count, left, try undecided(of: sweep, in: db).count)
  }

  /// What became of one row, in the order in which it happened: decisions, and what was done with the sweep after them.
  public func history(of row: Int, in sweep: Sweep, by session: Session) throws -> [SweepRowStep] {
    try read { db in
      try require(Sweep.readers, of: session, in: db)
      var isUndone = false
      return try EventLog.events(of: Sweep.kind, sweep.id, in: db).compactMap { logged in
        guard let event = logged.event(of: Sweep.self), event.concerns(row) else { return nil }
        // What a second undoing of the whole took back was left by the first: a row is taken back once.
        if event.move == .undo, isUndone { return nil }
        if event.takesBack(row) { isUndone = true }
        return SweepRowStep(
          event: event, reason: event.reason(ofRow: row),
          name: try Self.staffMember(event.staff, in: db)?.name ?? event.staff,
          secondName: try event.second.map { try Self.staffMember($0, in: db)?.name ?? $0 })
      }
    }
  }

  /// The signs that were known when each row was last decided by itself.
  func knownSigns(of sweep: Sweep, in db: Database) throws -> [Int: Set<String>] {
    var known: [Int: Set<String>] = [:]
    for logged in try EventLog.events(of: Sweep.kind, sweep.id, in: db) {
      guard let event = logged.event(of: Sweep.self), event.move == .decide else { continue }
      let keys = Set(event.data.text("known").split(separator: "|").map(String.init))
      for row in (RowRanges.ranges(event.data.text("rows")) ?? []).joined() where !keys.isEmpty || known[row] != nil {
        known[row] = keys
      }
    }
    return known
  }

  func keep(
    _ decision: SweepDecision, reason: String, given: SweepGiven, by staff: StaffMember.ID, rows: [Int],
    of sweep: Int64, in db: Database
  ) throws {
    let update = try db.cachedStatement(
      sql: """
        UPDATE sweep_row SET decision = ?, decided_by = ?, decision_reason = ?, decision_date = ?,
          decision_target = ?, apart = iif(?1 IS NULL, NULL, apart)
        WHERE sweep = ? AND row = ?
        """)
    for row in rows {
      let kept: [String?] =
        decision == .open
        ? [nil, nil, nil, nil, nil]
        : [decision.rawValue, staff, reason.isEmpty ? nil : reason, given.date?.iso, given.target]
      try update.execute(arguments: StatementArguments(kept) + [sweep, row])
    }
  }

  func undecided(of sweep: Sweep, in db: Database) throws -> [Int] {
    try Int.fetchAll(
      db, sql: "SELECT row FROM sweep_row WHERE sweep = ? AND \(SweepRow.isUndecided(in: sweep)) ORDER BY row",
      arguments: [sweep.id])
  }

  private func select(
    _ selection: SweepSelection, _ decision: SweepDecision, of sweep: Sweep, in db: Database
  ) throws -> (chosen: [SweepRow], left: Int, strangers: [Int]) {
    switch selection {
    case .rows(let ranges):
      let lowest = ranges.map(\.lowerBound).min() ?? 0
      let named = try readRows(
        of: sweep, where: "row BETWEEN ? AND ?", [lowest, ranges.map(\.upperBound).max() ?? 0], in: db
      ).filter { row in ranges.contains { $0.contains(row.row) } }
      let numbers = Set(named.map(\.row))
      let strangers = ranges.flatMap { [$0.lowerBound, $0.upperBound] }.filter { !numbers.contains($0) }
      let chosen = named.filter { row in
        decision == .open ? row.decision != nil || !row.apart.isEmpty : named.count == 1 || row.needsDecision
      }
      return (try withBeside(chosen, of: sweep, in: db), named.count - chosen.count, Array(Set(strangers)).sorted())
    case .whole(let sweepClass):
      let wanted = decision == .open ? "(decision IS NOT NULL OR apart IS NOT NULL)" : SweepRow.isUndecided(in: sweep)
      let open = try readRows(of: sweep, where: "class = ? AND \(wanted)", [sweepClass.rawValue], in: db)
      let chosen = decision == .open ? open : try withBeside(open, of: sweep, in: db).filter(\.isTakenTogether)
      return (chosen, open.count - chosen.count, [])
    }
  }

  /// Rows in file order, with the signs found at the import.
  func readRows(
    of sweep: Sweep, where condition: String, _ arguments: StatementArguments, in db: Database
  ) throws -> [SweepRow] {
    let rows = try readRows(ofSweep: sweep.id, where: condition, arguments, in: db)
    return try withElsewhere(withValidAgain(rows, of: sweep, in: db), of: sweep, in: db)
  }

  /// The same of a sweep that is being taken in.
  func readRows(
    ofSweep sweep: Int64, where condition: String, _ arguments: StatementArguments, in db: Database
  ) throws -> [SweepRow] {
    let sql = "SELECT \(SweepRow.selection) FROM sweep_row WHERE sweep = ? AND \(condition) ORDER BY row"
    let rows = try Row.fetchAll(db, sql: sql, arguments: [sweep] + arguments).map { row in
      guard let read = SweepRow(row: row) else { throw StoreProblem.damaged("sweep row \(row[0] as Int)") }
      return read
    }
    return try withSigns(rows, of: sweep, in: db)
  }
}

/// One step in what became of a row.
public struct SweepRowStep: Hashable, Sendable {
  public let event: Event<Sweep>
  public let reason: String
  /// Who did it, as people are called.
  public let name: String
  public let secondName: String?

  public var reasonWords: Phrase { .reason(reason) }

  /// What was decided, where it was a decision.
  public var decision: SweepDecision? {
    event.move == .decide ? SweepDecision(rawValue: event.data.text("decision")) : nil
  }

  /// The date and the certificate that were given with accepting.
  public var given: SweepGiven {
    event.move == .decide && event.toldApart == nil && event.heldPossible == nil ? SweepGiven(event.data) : SweepGiven()
  }

  /// What was said besides the decision, in words.
  public var givenWords: Phrase {
    if let card = event.toldApart.map(Masking.certificate) {
      return Phrase("不是证件 \(card) 的人", "not the holder of \(card)")
    }
    if let card = event.heldPossible.map(Masking.certificate) {
      return Phrase("仍可能是证件 \(card) 的人", "may be the holder of \(card) after all")
    }
    return given.words
  }
}

extension Refusal {
  public static let nothingToTakeBack = Refusal(
    "nothing_to_take_back", Phrase("没有可收回的决定", "There is no decision of yours to take back"))
}

extension Event<Sweep> {
  /// Whether it has to do with a row: it names it, or is about the whole sweep.
  func concerns(_ row: Int) -> Bool {
    switch move {
    case .decide: RowRanges.ranges(data.text("rows"))?.contains { $0.contains(row) } ?? false
    case .undoRow: data.text("row") == String(row)
    case .undo: to == .undone || takesBack(row) || leaves(row)
    case .import, .submit, .sendBack, .approve, .apply, .abandon: true
    }
  }

  /// Whether it took a row back.
  func takesBack(_ row: Int) -> Bool {
    [.undo, .undoRow].contains(move)
      && RowRanges.ranges(data.text("rows"))?.contains { $0.contains(row) } ?? false
  }

  /// Whether it could not take a row back.
  private func leaves(_ row: Int) -> Bool {
    data.text("left").split(separator: ",").contains { $0.hasPrefix("\(row):") }
  }
}
