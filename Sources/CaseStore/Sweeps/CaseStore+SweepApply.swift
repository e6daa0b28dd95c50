public import Casework
import GRDB

/// What applying a sweep did.
public struct SweepOutcome: Hashable, Sendable {
  public var cancelled = 0
  public var watched = 0
  public var changed = 0
  /// How many of the changes have a case prepared for them.
  public var prepared = 0
  /// How many of the moves are so old that the freeze is due at once.
  public var freezesDue = 0
  public var refused: [(row: Int, refusal: Refusal)] = []
  /// Rows that another list has brought about before, with its number.
  public var already: [(row: Int, sweep: String)] = []
  /// Cases that are still open although their holder has died, by row.
  public var openCases: [(row: Int, cases: [String])] = []
  /// Rows, of this list or of others (`431281-2026Q3-1:7`), that say the contrary of a death that was carried out all the
  /// same, by row.
  public var contradicted: [(row: Int, places: [String])] = []

  /// How many rows were carried out.
  public var done: Int { cancelled + watched + changed }

  public static func == (left: SweepOutcome, right: SweepOutcome) -> Bool {
    left.told == right.told
      && left.refused.elementsEqual(right.refused) { $0.row == $1.row && $0.refusal == $1.refusal }
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(told) }
}

/// Who carries a sweep out, and who stands for it besides.
struct SweepHands {
  let circumstances: Circumstances<SweepFacts>
  let confirmer: StaffMember.ID?
}

extension CaseStore {
  /// Carries the confirmed decisions out in one transaction; each certificate's own guards hold now, else its row is
  /// refused and listed.
  ///
  /// Throws `Refusal` where the sweep is not confirmed; then, and where `progress` throws, nothing has happened.
  ///
  /// - Parameters:
  ///   - progress: told after every few rows how many of how many have been carried out.
  ///   - each: what became of every row, in file order.
  public func apply(
    sweep id: Int64, by session: Session, progress: (_ done: Int, _ of: Int) throws -> Void = { _, _ in },
    each: (SweepRowOutcome) throws -> Void = { _ in }
  ) throws -> SweepOutcome {
    try write { db in
      let sweep = try sweep(id, in: db)
      let circumstances = try circumstances(of: session, facts: SweepFacts(), in: db)
      // Judged first, so that nothing is done where the sweep itself may not be applied.
      _ = try sweep.decide(Act(.apply), in: circumstances)
      let hands = SweepHands(circumstances: circumstances, confirmer: sweep.approver)
      let outcome = try carryOut(sweep, by: hands, in: db, progress: progress, each: each)
      try keepOutcomes(of: sweep, outcome, in: db)
      _ = try record(Act(.apply), on: sweep, in: circumstances, db: db, adding: outcome.told)
      return outcome
    }
  }

  /// Carries out every accepted row, a stretch of the file at a time.
  func carryOut(
    _ sweep: Sweep, by hands: SweepHands, in db: Database, progress: (Int, Int) throws -> Void,
    each: (SweepRowOutcome) throws -> Void
  ) throws -> SweepOutcome {
    let accepted = try Int.fetchAll(
      db, sql: "SELECT row FROM sweep_row WHERE sweep = ? AND decision = 'accept' ORDER BY row", arguments: [sweep.id])
    let known = try knownSigns(of: sweep, in: db)
    let judgments = try judgments(of: sweep, in: db)
    var outcome = SweepOutcome()
    var done = 0
    while done < accepted.count {
      let last = min(done + Self.stretch, accepted.count)
      let rows = try readRows(
        of: sweep, where: "decision = 'accept' AND row BETWEEN ? AND ?", [accepted[done], accepted[last - 1]], in: db)
      let beside = try signs(beside: sweep, of: rows, in: db)
      for row in rows {
        let result = try tried {
          var row = row
          row.given.judgment = judgments[row.row]
          return try carryOut(
            row, of: sweep, by: hands, against: beside[row.row] ?? [], knowing: known[row.row] ?? [], db: db)
        }
        outcome.count(result, of: row, on: today)
        if case .success(.cancelled) = result, let number = row.target {
          let open = try openCases(ofHolder: number, in: db)
          if !open.isEmpty { outcome.openCases.append((row.row, open)) }
          let places = row.seeing(beside[row.row] ?? []).contradicting(in: sweep)
          if !places.isEmpty { outcome.contradicted.append((row.row, places)) }
        }
        try each(SweepRowOutcome(row: row, result: result))
      }
      done = last
      try progress(done, accepted.count)
    }
    return outcome
  }

  private static let stretch = 200

  /// A refusal is an outcome; anything else is not.
  func tried<Value>(_ body: () throws -> Value) throws -> Result<Value, Refusal> {
    do { return .success(try body()) } catch let refusal as Refusal { return .failure(refusal) }
  }

  private func carryOut(
    _ row: SweepRow, of sweep: Sweep, by hands: SweepHands, against beside: [LifeSign], knowing known: Set<String>,
    db: Database
  ) throws -> SweepEffect {
    guard let number = row.target, let certificate = try Self.inForce(numbered: number, in: db) else {
      throw Refusal.noTarget(row)
    }
    if row.kind == .death, let other = certificate.sweepThatEnded, other != sweep.number {
      return .already(sweep: other)
    }
    try check(row, of: sweep, on: certificate, against: beside, knowing: known, in: db)
    let second = try witness(row, by: hands, in: db)
    let own = hands.circumstances.with(CertificateFacts(), second: second)
    let people: Entries = ["proposer": row.decidedBy ?? "", "confirmer": hands.confirmer ?? ""]
    let ground = sweep.ground(of: row.row)
    switch row.carriedOutAs {
    case .death:
      var told = people
      if let judgment = row.given.judgment { told.merge(judgment.fields) }
      _ = try record(Act(.cancel, row.cancellation(ground)), on: certificate, in: own, db: db, adding: told)
      return .cancelled
    case .moveOut:
      let watch = row.watch(ground, under: own.policy)
      var told = people
      told["again"] = certificate.earlierWatch(of: row)
      let replaced = told["again"] == nil ? certificate.runningMoveClock : nil
      _ = try record(Act(.note, watch), on: certificate, in: own, db: db, adding: told)
      return .watched(
        freezeOn: Day(iso: watch.text("freeze_on")), cancelOn: Day(iso: watch.text("cancel_on")), replaced: replaced)
    case .identityChanged, .nameChanged, .moveWithin, .other:
      let note = Act<Certificate>(.note, row.change(ground, on: certificate))
      // Judged first, so that no case is prepared for a row that is refused.
      _ = try certificate.decide(note, in: own)
      let prepared = try prepareCorrection(
        row, of: certificate, ground: ground, from: sweep.source, by: own.staff, in: db)
      var told = people
      if let prepared { told["case"] = prepared.number }
      let ended = certificate.runningMoveClock.flatMap { row.endsClock($0) ? $0 : nil }
      told["ends_clock"] = ended?.ground
      _ = try record(note, on: certificate, in: own, db: db, adding: told)
      return ended == nil ? .noted(case: prepared?.number) : .clockEnded
    }
  }

  /// Somebody who stands for the row besides whoever applies it: the confirmer, or the decider.
  private func witness(_ row: SweepRow, by hands: SweepHands, in db: Database) throws -> StaffMember? {
    let names = [hands.confirmer, row.decidedBy].compactMap { $0 }.filter { $0 != hands.circumstances.staff.id }
    return try names.first.flatMap { try Self.staffMember($0, in: db) }
  }

  /// What happened since the import speaks against a row unless the clerk decided on this very row knowing of it.
  private func check(
    _ row: SweepRow, of sweep: Sweep, on certificate: Certificate, against beside: [LifeSign],
    knowing known: Set<String>, in db: Database
  ) throws {
    let told = known.union(row.signs.map(\.key))
    var against = beside
    if row.kind == .death, let day = row.day {
      against = try signs(against: day, of: certificate.identity, certificate: certificate.number, in: db) + against
    }
    if row.kind == .moveOut || row.kind == .other {
      against += certificate.signs(ofClockAgainst: row, of: sweep.number)
    }
    let new = against.filter { !told.contains($0.key) }
    guard let sign = SweepBlock.allCases.lazy.compactMap({ block in new.first { $0.block == block } }).first else {
      return
    }
    // A card issued after the death was seen in the dates of the row.
    if sign.block == .issuedAfter, row.block == .issuedAfter, new.count == 1 { return }
    throw Refusal(sign.block.rawValue, sign.words, remedy: sweep.remedyOfRefusedRow)
  }

  private func keepOutcomes(of sweep: Sweep, _ outcome: SweepOutcome, in db: Database) throws {
    try db.execute(
      sql: "UPDATE sweep_row SET outcome = 'done' WHERE sweep = ? AND decision = 'accept'", arguments: [sweep.id])
    let update = try db.cachedStatement(sql: "UPDATE sweep_row SET outcome = ? WHERE sweep = ? AND row = ?")
    for (row, refusal) in outcome.refused { try update.execute(arguments: [refusal.code, sweep.id, row]) }
    for (row, _) in outcome.already { try update.execute(arguments: [SweepRow.already, sweep.id, row]) }
  }
}

extension SweepOutcome {
  var told: Entries {
    var told = counted
    if !already.isEmpty { told["already"] = already.map { "\($0.row):\($0.sweep)" }.joined(separator: ",") }
    if !openCases.isEmpty { told["open_cases"] = Sweep.written(openCases.map { ($0, $1) }) }
    if !contradicted.isEmpty { told["contradicted"] = Sweep.written(contradicted.map { ($0, $1) }) }
    return told
  }

  private var counted: Entries {
    [
      "cancelled": String(cancelled), "watched": String(watched), "changed": String(changed),
      "prepared": String(prepared), "refused": refused.map { "\($0.row):\($0.refusal.code)" }.joined(separator: ","),
    ]
  }

  fileprivate mutating func count(_ result: Result<SweepEffect, Refusal>, of row: SweepRow, on today: Day) {
    switch result {
    case .success(.cancelled): cancelled += 1
    case .success(.already(let sweep)): already.append((row.row, sweep))
    case .success(.watched(let freezeOn, _, _)):
      watched += 1
      if let freezeOn, freezeOn <= today { freezesDue += 1 }
    case .success(.noted(let prepared)):
      changed += 1
      if prepared != nil { self.prepared += 1 }
    case .success(.clockEnded): changed += 1
    case .failure(let refusal): refused.append((row.row, refusal))
    }
  }
}

extension Sweep {
  /// What helps with a row that something new speaks against: it is decided again as long as that is possible.
  fileprivate var remedyOfRefusedRow: Phrase {
    switch state {
    case .open, .returned: Phrase("请核实后单独决定此行", "Look into it and decide the row by itself")
    case .submitted: Phrase("请退回，核实后单独决定此行", "Send it back, look into it and decide the row by itself")
    case .approved, .applied, .undone, .abandoned:
      Phrase(
        "请查明；执行后此行列入「今日提示」，属实的从那里另办业务，写明名单和行号",
        "Find out; once applied the row stands in “Today”: if it is true, open a case from there that names list and row"
      )
    }
  }

  /// How events of certificates and cases name a row as their ground.
  func ground(of row: Int) -> String { "sweep:\(number):\(row)" }
}

extension Certificate {
  /// The number of the sweep that cancelled it for a death.
  var sweepThatEnded: String? { EndedForDeath(self)?.sweep }

  /// The ground on which the very move that a row reports is watched already; whose first notice is the only one.
  fileprivate func earlierWatch(of row: SweepRow) -> String? {
    let todo = runningMoveClock == nil ? [:] : entries.under("todo.\(SweepProposal.watchMove.rawValue).")
    guard let day = row.day, todo.text("event_date") == day.iso else { return nil }
    return todo["again"] ?? todo["ground"]
  }
}

extension SweepOutcome {
  /// What other lists have brought about before, each in one sentence.
  public var alreadyDone: [Phrase] {
    Dictionary(grouping: already, by: \.sweep).sorted { $0.key < $1.key }.map { sweep, rows in
      Phrase(
        "\(rows.count) 行已由 \(Sweep.short(sweep)) 办结",
        "\(rows.count.counted("row was", "rows were")) done by \(Sweep.short(sweep)) before")
    }
  }
}

extension SweepRow {
  /// The rows whose reports speak against its death, as its signs name them.
  fileprivate func contradicting(in sweep: Sweep) -> [String] {
    let blocks: Set<SweepBlock> = [.movedAfter, .contraryRow, .contraryElsewhere]
    let places = signs.filter { blocks.contains($0.block) }.map(\.source)
    return Set(places.map { $0.contains(":") ? $0 : "\(sweep.number):\($0)" }).sorted()
  }

  fileprivate func cancellation(_ ground: String) -> Entries {
    var fields: Entries = ["reason": CancellationReason.death.rawValue, "ground": ground]
    if let day { fields["event_date"] = day.iso }
    return fields
  }

  /// The two clocks of a move (Measures article 23, 24).
  fileprivate func watch(_ ground: String, under policy: Policy) -> Entries {
    var fields: Entries = ["todo": SweepProposal.watchMove.rawValue, "ground": ground]
    if let day {
      fields["event_date"] = day.iso
      fields["freeze_on"] = day.adding(months: policy.freezeAfterMonths).iso
      fields["cancel_on"] = day.adding(months: policy.cancelAfterMonths).iso
    }
    return fields
  }

  fileprivate func change(_ ground: String, on certificate: Certificate) -> Entries {
    let kind = carriedOutAs
    let code = kind.proposal == .review ? kind.rawValue : kind.proposal.rawValue
    var fields: Entries = [
      "todo": certificate.todoCode(code, ground: ground), "ground": ground, "event_date": dayText,
      "detail": source.note, "kind": kind.rawValue, "written": source.kind,
    ]
    fields["address"] = newAddress(besides: certificate[.address])
    return fields
  }
}
