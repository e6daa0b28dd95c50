public import Casework
import GRDB

/// What applying a sweep would do now.
public struct SweepRehearsal: Hashable, Sendable {
  public let outcome: SweepOutcome
  /// The rows by what became of them so far.
  public let count: SweepCount
  /// Accepted rows by what they report.
  public var kinds: [PoliceRecordKind: Int] = [:]
  /// Rows that would be refused, by the code of the refusal.
  public var refusals: [String: Int] = [:]
  /// Rows that were rejected, are held, or have no decision yet.
  public var rejected = 0
  public var held = 0
  public var undecided = 0
  /// Active certificates that would stay as they are.
  public var untouched = 0
  /// How much of the register would end.
  public var share = SweepShare(ending: 0, live: 0)

  /// The whole in one line, as it is printed first.
  public var words: Phrase {
    Phrase(
      "将注销 \(outcome.cancelled)、迁出计时 \(outcome.watched)（其中冻结已到期 \(outcome.freezesDue)）、"
        + "变更 \(outcome.changed)（备好业务 \(outcome.prepared)）、被拒 \(outcome.refused.count)\(refusedRows.chinese)、不动 \(untouched)",
      "\(outcome.cancelled) to cancel, \(outcome.watched.counted("move")) to watch (\(outcome.freezesDue.counted("freeze")) due already), "
        + "\(outcome.changed.counted("change")) (\(outcome.prepared.counted("case")) prepared), \(outcome.refused.count) refused\(refusedRows.english), "
        + "\(untouched) untouched")
      + .joined(outcome.alreadyDone.map { Phrase("；", "; ") + $0 }, by: .verbatim(""))
      + (outcome.cancelled > 0 ? Phrase("；", "; ") + share.words : Phrase("", ""))
  }
}

extension SweepRehearsal {
  /// Which rows would be refused, behind their number.
  private var refusedRows: Phrase {
    outcome.refused.isEmpty
      ? Phrase("", "") : Phrase("（第 ", " (row ") + .rows(outcome.refused.map(\.row)) + Phrase(" 行）", ")")
  }
}

extension CaseStore {
  /// Does what applying would do, and takes all of it back: the same code, so that it can never differ (features: 46).
  ///
  /// Throws `Refusal`.
  ///
  /// - Parameter each: what would become of every accepted row, in file order.
  public func rehearsal(
    of id: Int64, by session: Session, progress: (_ done: Int, _ of: Int) throws -> Void = { _, _ in },
    each: (SweepRowOutcome) throws -> Void = { _ in }
  ) throws -> SweepRehearsal {
    try rehearsing { db in
      try require(Sweep.readers, of: session, in: db)
      let sweep = try sweep(id, in: db)
      guard ![.applied, .undone, .abandoned].contains(sweep.state) else { throw Refusal.nothingToRehearse(sweep) }
      let hands = try hands(for: sweep, session, in: db)
      let count = try count(of: sweep, in: db)
      var kinds: [PoliceRecordKind: Int] = [:]
      var touched: Set<String> = []
      let outcome = try carryOut(sweep, by: hands, in: db, progress: progress) { row in
        kinds[row.row.carriedOutAs, default: 0] += 1
        if case .success(let effect) = row.result, !effect.isAlready, let number = row.row.target {
          touched.insert(number)
        }
        try each(row)
      }
      var rehearsal = SweepRehearsal(outcome: outcome, count: count)
      rehearsal.kinds = kinds
      for (_, refusal) in outcome.refused { rehearsal.refusals[refusal.code, default: 0] += 1 }
      let decided = try decisionCounts(of: sweep, in: db)
      rehearsal.rejected = decided[.reject] ?? 0
      rehearsal.held = decided[.hold] ?? 0
      rehearsal.undecided = try undecided(of: sweep, in: db).count
      let live = try activeCertificates(in: db) + outcome.cancelled
      rehearsal.untouched = live - touched.count
      rehearsal.share = SweepShare(ending: outcome.cancelled, live: live)
      return rehearsal
    }
  }

  /// How much of the register the accepted rows would end.
  public func share(of sweep: Sweep, by session: Session) throws -> SweepShare {
    try read { db in
      try require(Sweep.readers, of: session, in: db)
      return try share(of: sweep, in: db)
    }
  }

  func share(of sweep: Sweep, in db: Database) throws -> SweepShare {
    let ending = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM sweep_row WHERE sweep = ? AND decision = 'accept' AND kind = 'death'",
      arguments: [sweep.id])
    return SweepShare(ending: ending ?? 0, live: try activeCertificates(in: db))
  }

  /// One transaction that is always taken back.
  private func rehearsing<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try StoreProblem.translating(path) {
      var value: Value?
      try database.writeWithoutTransaction { db in
        try db.inTransaction(.immediate) {
          value = try body(db)
          return .rollback
        }
      }
      guard let value else { preconditionFailure("a rehearsal has run its body") }
      return value
    }
  }

  /// Whoever will apply and confirm; while that is open, members whose posts allow it.
  private func hands(for sweep: Sweep, _ session: Session, in db: Database) throws -> SweepHands {
    let own = try circumstances(of: session, facts: SweepFacts(), in: db)
    let members = try MasterRecord.all(.staff, in: db).map(StaffMember.init(record:)).filter(\.isActive)
    let busy = Set([sweep.importer] + sweep.deciders)
    let actor = own.staff.holds([.clerk, .supervisor]) ? own.staff : members.first { $0.holds([.clerk, .supervisor]) }
    let confirmer =
      sweep.approver ?? members.first { $0.holds([.supervisor]) && !busy.contains($0.id) && $0.id != actor?.id }?.id
    return SweepHands(circumstances: own.by(actor ?? own.staff), confirmer: confirmer)
  }

  func decisionCounts(
    of sweep: Sweep, among rows: String = "TRUE", in db: Database
  ) throws -> [SweepDecision: Int] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT decision, count(*) FROM sweep_row WHERE sweep = ? AND decision IS NOT NULL AND \(rows) GROUP BY decision
        """, arguments: [sweep.id]
    ).reduce(into: [:]) { counts, row in
      if let decision = SweepDecision(rawValue: row[0]) { counts[decision] = row[1] }
    }
  }

  private func activeCertificates(in db: Database) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT sum(certificates) FROM certificate_day WHERE state IN ('valid', 'lost', 'frozen')") ?? 0
  }
}

extension Circumstances {
  fileprivate func by(_ member: StaffMember) -> Self {
    Self(staff: member, at: at, today: today, policy: policy, calendar: calendar, facts: facts)
  }
}

extension Refusal {
  fileprivate static func nothingToRehearse(_ sweep: Sweep) -> Refusal {
    Refusal(
      "nothing_to_rehearse",
      Phrase(
        "\(sweep.number) 现为「\(sweep.state.name.chinese)」，没有可预演的", "\(sweep.number) is “\(sweep.state.name.english)”"),
      remedy: Phrase("用 sweep rows 查看各行结果", "See the outcomes in sweep rows"))
  }
}
