public import Casework
import GRDB

/// What undoing a sweep, or one row of it, has taken back.
public struct SweepUndoing: Sendable {
  /// The rows taken back, in file order.
  public var undone: [Int] = []
  /// Those that stay as they are, and why.
  public var left: [(row: Int, refusal: Refusal)] = []
  /// The prepared cases withdrawn.
  public var withdrawn: [String] = []
  /// What has left the house about these rows and must be called back.
  public var corrections: [DueCorrection] = []
}

extension CaseStore {
  /// Takes back what a sweep did, or one row of it: certificates, to-dos and prepared cases are what they were before.
  ///
  /// A certificate on which somebody has worked since is left and listed; where only one row is asked for, that is a
  /// `Refusal` and nothing changes.
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
      let circumstances = try circumstances(
        of: session, second: second, facts: try undoFacts(row, found: rows.first, of: sweep, in: db), in: db)
      var fields: Entries = ["reason": reason]
      if let row { fields["row"] = String(row) }
      let act = Act<Sweep>(row == nil ? .undo : .undoRow, fields)
      // Judged first, so that nothing is done where the sweep itself may not be undone.
      _ = try sweep.decide(act, in: circumstances)
      var undoing = SweepUndoing()
      // The last done is the first undone: two rows may have acted on one certificate.
      for (done, row) in rows.reversed().enumerated() {
        switch try tried({ try takeBack(row, of: sweep, reason: reason, in: circumstances, db: db) }) {
        case .success(let prepared):
          undoing.undone.append(row.row)
          if let prepared { undoing.withdrawn.append(prepared) }
        case .failure(let refusal): undoing.left.append((row.row, refusal))
        }
        if (done + 1).isMultiple(of: 200) || done + 1 == rows.count { try progress(done + 1, rows.count) }
      }
      if row != nil, let refusal = undoing.left.first?.refusal { throw refusal }
      undoing.undone.reverse()
      undoing.left.reverse()
      try keepUndone(undoing.undone, of: sweep, in: db)
      _ = try record(act, on: sweep, in: circumstances, db: db, adding: undoing.told)
      let targets = Set(rows.filter { Set(undoing.undone).contains($0.row) }.compactMap(\.target))
      undoing.corrections = try dueCorrections(in: db).filter { targets.contains($0.certificate) }
      return undoing
    }
  }

  private func undoFacts(_ row: Int?, found: SweepRow?, of sweep: Sweep, in db: Database) throws -> SweepFacts {
    var facts = SweepFacts()
    guard let row else { return facts }
    facts.chosen = [row]
    let exists =
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM sweep_row WHERE sweep = ? AND row = ?)", arguments: [sweep.id, row])
      ?? false
    if !exists { facts.strangers = [row] }
    if found?.outcome != SweepRow.done { facts.notCarriedOut = [row] }
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
    facts.otherLive = try otherLive(than: acted.now, in: db)
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
      let events = try EventLog.events(of: Certificate.kind, certificate.id, in: db)
        .compactMap { $0.event(of: Certificate.self) }
      let place = events.lastIndex { [.cancel, .note].contains($0.move) && $0.data.text("ground") == ground }
      guard let place, let first = events.first, place > 0 else { continue }
      var before = Certificate(id: certificate.id, openedBy: first)
      for event in events[1..<place] { before.apply(event) }
      var after = before
      after.apply(events[place])
      return SweepActOnCertificate(
        event: events[place], before: before, after: after, now: certificate, later: Array(events[(place + 1)...]))
    }
    return nil
  }

  private func keepUndone(_ rows: [Int], of sweep: Sweep, in db: Database) throws {
    let update = try db.cachedStatement(sql: "UPDATE sweep_row SET outcome = ? WHERE sweep = ? AND row = ?")
    for row in rows { try update.execute(arguments: [SweepRow.undone, sweep.id, row]) }
  }
}

/// One act of a sweep on a certificate, between what was before and what came after.
private struct SweepActOnCertificate {
  let event: Event<Certificate>
  let before: Certificate
  let after: Certificate
  let now: Certificate
  let later: [Event<Certificate>]

  /// What others have done since; a call to the holder changes nothing, and other rows of the sweep stand for
  /// themselves.
  func changedSince(ofSweep number: String) -> Phrase? {
    let foreign = later.filter { event in
      event.move != .contact && !event.data.text("ground").hasPrefix("sweep:\(number):")
    }
    if !foreign.isEmpty {
      return Phrase(
        foreign.map { "\($0.day) \($0.move.name.chinese)" }.joined(separator: "、"),
        foreign.map { "\($0.day) \($0.move.name.english)" }.joined(separator: ", "))
    }
    let departed = now.departures(from: after, since: before)
    return departed.isEmpty ? nil : .verbatim(departed.joined(separator: ", "))
  }
}

extension SweepUndoing {
  fileprivate var told: Entries {
    [
      "rows": RowRanges.text(undone),
      "left": left.map { "\($0.row):\($0.refusal.code)" }.joined(separator: ","),
    ]
  }
}
