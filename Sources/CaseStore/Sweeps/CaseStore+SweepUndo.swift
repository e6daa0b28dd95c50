public import Casework
import GRDB

/// What undoing a sweep, or one row of it, has taken back.
public struct SweepUndoing: Sendable {
  /// The rows taken back, in file order.
  public var undone: [Int] = []
  /// Those of which a case has given the certificate back already, so that nothing is left to take back.
  public var restored: [Int] = []
  /// Those that stay as they are, and why.
  public var left: [(row: Int, refusal: Refusal)] = []
  /// The prepared cases withdrawn.
  public var withdrawn: [String] = []
  /// What has left the house about these rows and must be called back.
  public var corrections: [DueCorrection] = []
  /// Those about relatives of one of the two, taken back with all others.
  public var own: [Int] = []
  /// Rows of other lists that relied on what was taken back, list by list.
  public var relying: [RelyingRows] = []
  /// Rows of other lists under way by which the same people would die again, list by list.
  public var agreed: [AgreedRows] = []
}

extension CaseStore {
  /// Takes back what a sweep did, or one row of it: certificates, to-dos and prepared cases are what they were before.
  ///
  /// A certificate on which somebody has worked since is left and listed; the sweep then stays applied and can be
  /// undone for the rest. Where nothing at all can be taken back, that is a `Refusal` and nothing changes.
  ///
  /// - Parameters:
  ///   - row: one row; `nil` for the whole sweep, which is possible in the quarter in which it was applied.
  ///   - second: the other of the two people whose decision it is, with the own password given now.
  public func undo(
    sweep id: Int64, row: Int? = nil, reason: String, by session: Session, second: Session?,
    progress: (_ done: Int, _ of: Int) throws -> Void = { _, _ in }
  ) throws -> SweepUndoing {
    try write { db in
      let sweep = try sweep(id, in: db)
      let rows = try readRows(
        of: sweep, where: row.map { "outcome IS NOT NULL AND row = \($0)" } ?? "outcome = 'done'", [], in: db)
      var facts = try undoFacts(row, found: rows.first, of: sweep, in: db)
      let own = try ownToUndo(of: [session, second], among: rows, of: sweep, in: db)
      if row != nil { facts.own = own }
      let circumstances = try circumstances(of: session, second: second, facts: facts, in: db)
      var fields: Entries = ["reason": reason]
      if let row { fields["row"] = String(row) }
      let act = Act<Sweep>(row == nil ? .undo : .undoRow, fields)
      // Judged first, so that nothing is done where the sweep itself may not be undone.
      _ = try sweep.decide(act, in: circumstances)
      var undoing = SweepUndoing()
      // The last done is the first undone: two rows may have acted on one certificate.
      for (done, found) in rows.reversed().enumerated() {
        switch try tried({ try takeBack(found, of: sweep, reason: reason, in: circumstances, db: db) }) {
        case .success(let prepared):
          undoing.undone.append(found.row)
          if let prepared { undoing.withdrawn.append(prepared) }
        case .failure where try row == nil && isRestored(found, of: sweep, in: db): undoing.restored.append(found.row)
        case .failure(let refusal): undoing.left.append((found.row, refusal))
        }
        if (done + 1).isMultiple(of: 200) || done + 1 == rows.count { try progress(done + 1, rows.count) }
      }
      undoing.undone.reverse()
      undoing.left.reverse()
      undoing.restored.reverse()
      if undoing.undone.isEmpty, let first = undoing.left.first {
        throw row == nil ? Refusal.nothingUndone(undoing.left.count, first.row, first.refusal) : first.refusal
      }
      undoing.own = own.rows.filter(undoing.undone.contains)
      try keepUndone(undoing.undone, of: sweep, in: db)
      facts.left = undoing.left.map(\.row)
      let undone = Set(undoing.undone)
      let targets = Set(rows.filter { undone.contains($0.row) }.compactMap(\.target))
      undoing.relying = try relyingRows(on: undoing.undone, of: targets, of: sweep, in: db)
      undoing.agreed = try agreedRows(about: targets, besides: sweep, in: db)
      _ = try record(
        act, on: sweep, in: circumstances.with(facts, second: circumstances.second), db: db, adding: undoing.told)
      undoing.corrections = try dueCorrections(in: db).filter { targets.contains($0.certificate) }
      return undoing
    }
  }

  private func undoFacts(_ row: Int?, found: SweepRow?, of sweep: Sweep, in db: Database) throws -> SweepFacts {
    var facts = SweepFacts()
    facts.preparedCases = try preparedCases(of: sweep, row: row, in: db)
    guard let row else { return facts }
    facts.chosen = [row]
    let exists =
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM sweep_row WHERE sweep = ? AND row = ?)", arguments: [sweep.id, row])
      ?? false
    if !exists { facts.strangers = [row] }
    if found?.outcome != SweepRow.done { facts.notCarriedOut = [row] }
    let isOtherLeft =
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM sweep_row WHERE sweep = ? AND outcome = 'done' AND row <> ?)",
        arguments: [sweep.id, row]) ?? false
    // Of a sweep that nobody has undone as a whole the other answers go on to count.
    facts.isLastLeft = !isOtherLeft && !sweep.value("reason", of: .undo).isEmpty
    return facts
  }

  /// Gives a certificate back what a row changed on it.
  ///
  /// - Returns: the prepared case that was withdrawn with it.
  private func takeBack(
    _ row: SweepRow, of sweep: Sweep, reason: String, in circumstances: Circumstances<SweepFacts>, db: Database
  ) throws -> String? {
    guard let acted = try act(of: row, of: sweep, in: db) else { throw Refusal.noTarget(row) }
    var facts = CertificateFacts()
    facts.otherLive = try liveSince(acted.logged, besides: acted.now, in: db)
    facts.changedSince = acted.changedSince(ofSweep: sweep.number)
    let own = circumstances.with(facts, second: circumstances.second)
    let back = Act<Certificate>(.sweepUndone, ["reason": reason, "ground": sweep.ground(of: row.row)])
    // Judged first, so that no case is withdrawn for a row that stays.
    _ = try acted.now.decide(back, in: own)
    let prepared = acted.event.data["case"]
    if let prepared { try withdrawPrepared(prepared, reason: reason, in: circumstances, db: db) }
    _ = try record(
      back, on: acted.now, in: own, db: db, adding: Certificate.wayBack(from: acted.after, to: acted.before))
    return prepared
  }

  /// What a row did to its certificate, and what has happened to it since.
  private func act(of row: SweepRow, of sweep: Sweep, in db: Database) throws -> SweepActOnCertificate? {
    guard let number = row.target else { return nil }
    let ground = sweep.ground(of: row.row)
    for certificate in try Self.certificates(numbered: number, in: db) {
      let log = try EventLog.events(of: Certificate.kind, certificate.id, in: db)
        .compactMap { logged in logged.event(of: Certificate.self).map { (logged, $0) } }
      let events = log.map(\.1)
      let place = events.lastIndex { [.cancel, .note].contains($0.move) && $0.data.text("ground") == ground }
      guard let place, let first = events.first, place > 0 else { continue }
      var before = Certificate(id: certificate.id, openedBy: first)
      for event in events[1..<place] { before.apply(event) }
      var after = before
      after.apply(events[place])
      return SweepActOnCertificate(
        logged: log[place].0, event: events[place], before: before, after: after, now: certificate,
        later: Array(events[(place + 1)...]))
    }
    return nil
  }

  /// Whether a case has restored the certificate that a row ended.
  private func isRestored(_ row: SweepRow, of sweep: Sweep, in db: Database) throws -> Bool {
    guard row.kind == .death, let acted = try act(of: row, of: sweep, in: db) else { return false }
    return acted.later.contains { $0.move == .restore }
  }

  private func keepUndone(_ rows: [Int], of sweep: Sweep, in db: Database) throws {
    let update = try db.cachedStatement(sql: "UPDATE sweep_row SET outcome = ? WHERE sweep = ? AND row = ?")
    for row in rows { try update.execute(arguments: [SweepRow.undone, sweep.id, row]) }
  }
}

/// One act of a sweep on a certificate, between what was before and what came after.
private struct SweepActOnCertificate {
  let logged: LoggedEvent
  let event: Event<Certificate>
  let before: Certificate
  let after: Certificate
  let now: Certificate
  let later: [Event<Certificate>]

  /// What others have done since, or another row of the same sweep; a call to the holder changes nothing, and what a
  /// later sweep did counts no longer once it is undone.
  func changedSince(ofSweep number: String) -> Phrase? {
    let own = "sweep:\(number):"
    let undone = Set(later.filter { $0.move == .sweepUndone }.map { $0.data.text("ground") })
    let foreign = later.filter { event in
      let ground = event.data.text("ground")
      return event.move != .contact && !ground.hasPrefix(own) && !undone.contains(ground)
    }.map { Phrase("\($0.day) \($0.move.name.chinese)", "\($0.day) \($0.move.name.english)") }
    let departed = now.departures(from: after, since: before)
    guard !foreign.isEmpty || !departed.isEmpty else { return nil }
    let siblings = later.map { $0.data.text("ground") }.filter { $0.hasPrefix(own) && !undone.contains($0) }
      .map { $0.dropFirst(own.count) }.map { Phrase("同批第 \($0) 行", "row \($0) of this sweep") }
    let known = foreign + siblings
    let words = known.isEmpty ? departed.map(Phrase.verbatim) : known
    return Phrase(
      words.map(\.chinese).joined(separator: "、"), words.map(\.english).joined(separator: ", "))
  }
}

extension Refusal {
  fileprivate static func nothingUndone(_ rows: Int, _ first: Int, _ why: Refusal) -> Refusal {
    Refusal(
      why.code,
      Phrase("\(rows) 行都不能撤销。第 \(first) 行：", "None of \(rows.counted("row")) can be taken back. Row \(first): ")
        + why.message,
      remedy: why.remedy)
  }
}

extension SweepUndoing {
  /// What other lists say of what was taken back, behind what else is said.
  public var othersWords: Phrase {
    .joined((agreed.map(\.words) + relying.map(\.words)).map { Phrase("；", "; ") + $0 }, by: .verbatim(""))
  }

  fileprivate var told: Entries {
    var told: Entries = [
      "rows": RowRanges.text(undone),
      "left": left.map { "\($0.row):\($0.refusal.code)" }.joined(separator: ","),
    ]
    if !restored.isEmpty { told["restored"] = RowRanges.text(restored) }
    if !own.isEmpty { told["own_rows"] = RowRanges.text(own) }
    if !relying.isEmpty {
      told["relying"] = relying.map { "\($0.sweep):\(RowRanges.text($0.rows))" }.joined(separator: " ")
    }
    return told
  }
}
