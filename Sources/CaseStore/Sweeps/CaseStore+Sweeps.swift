public import Casework
import GRDB

/// Which rows a decision is about.
public enum SweepSelection: Hashable, Sendable {
  case rows([ClosedRange<Int>])
  /// All of a class that need no look of their own (cli: bulk decisions).
  case whole(SweepClass)

  /// As somebody wrote it.
  var written: String {
    switch self {
    case .rows(let ranges): RowRanges.text(ranges)
    case .whole(let sweepClass): sweepClass.rawValue
    }
  }
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
    askedBefore: Bool = false, by session: Session
  ) throws -> [SweepRow] {
    try read { db in
      try require(Sweep.readers, of: session, in: db)
      var conditions: [String] = []
      var arguments: StatementArguments = []
      if let sweepClass {
        conditions.append("class = ?")
        arguments += [sweepClass.rawValue]
      }
      if let proposal {
        conditions.append("proposal = ?")
        arguments += [proposal.rawValue]
      }
      if askedBefore { conditions.append(SweepRow.isAskedAgain) }
      if undecidedOnly { conditions.append(SweepRow.isUndecided(in: sweep)) }
      let condition = conditions.isEmpty ? "TRUE" : conditions.joined(separator: " AND ")
      return try withBeside(readRows(of: sweep, where: condition, arguments, in: db), of: sweep, in: db)
    }
  }

  /// Submits, returns, approves, applies, undoes or abandons a sweep.
  ///
  /// Throws `Refusal`.
  public func record(
    _ move: Sweep.Move, _ fields: Entries = [:], onSweep id: Int64, by session: Session, second: Session? = nil
  ) throws -> Sweep {
    switch move {
    case .apply: _ = try apply(sweep: id, by: session)
    case .undo, .undoRow:
      let row = move == .undoRow ? Int(fields.text("row")) ?? 0 : nil
      _ = try undo(sweep: id, row: row, reason: fields.text("reason"), by: session, second: second)
    default:
      return try write { db in
        let sweep = try sweep(id, in: db)
        var facts = SweepFacts()
        facts.undecided = try undecided(of: sweep, in: db)
        facts.relying = try relying(on: sweep, in: db)
        facts.own = try ownToConfirm(of: current(session, in: db), in: sweep, db)
        var told: Entries = [:]
        if move == .submit {
          told = ["seed": try drawSeed(in: db), "doubtful": try doubtful(of: sweep, in: db)]
          let share = try share(of: sweep, in: db)
          told.merge(["ending": String(share.ending), "live": String(share.live)])
          let before = try acceptedBefore(beside(sweep, in: db), in: db)
          if !before.isEmpty { told["accepted_before"] = RowRanges.text(before) }
          if share.isUnusual { told["sample"] = String(SweepSample.sizeOfUnusual) }
        }
        // A relative may return the list, which decides nothing; the log says that it was one.
        if move == .sendBack, !facts.own.rows.isEmpty { told["own_rows"] = RowRanges.text(facts.own.rows) }
        return try record(
          Act(move, fields), on: sweep, in: try circumstances(of: session, facts: facts, in: db), db: db, adding: told)
      }
    }
    return try sweep(id)
  }

  /// Every move open to a sweep, with what stands against it for this person.
  ///
  /// - Parameter second: whoever stands by for what takes two.
  public func offers(on sweep: Sweep, for session: Session, second: Session? = nil) throws -> [Offer<Sweep>] {
    try read { db in
      var facts = SweepFacts()
      facts.undecided = try undecided(of: sweep, in: db)
      facts.relying = try relying(on: sweep, in: db)
      facts.own = try ownToConfirm(of: current(session, in: db), in: sweep, db)
      let circumstances = try circumstances(of: session, second: second, facts: facts, in: db)
      return sweep.openTransitions(in: circumstances).map {
        Offer(transition: $0, refusals: sweep.refusals(of: $0, in: circumstances))
      }
    }
  }

  func sweep(_ id: Int64, in db: Database) throws -> Sweep {
    guard let found = try Sweep.find(id, in: db) else { throw Refusal.noSuchSweep(String(id)) }
    return found
  }
}

extension Refusal {
  static func noTarget(_ row: SweepRow) -> Refusal {
    Refusal(
      "no_target",
      Phrase("第 \(row.row) 行没有唯一对应的证件，不能同意", "Row \(row.row) points to no single certificate and cannot be accepted"),
      remedy: Phrase("请改选「不同意」或「留待核实」", "Reject it or hold it"))
  }

  static func whichCandidate(_ row: SweepRow, of people: Int) -> Refusal {
    Refusal(
      whichCandidateCode,
      Phrase("第 \(row.row) 行可能的有 \(people) 人，须写明是哪一位", "\(people) may be meant by row \(row.row): say which"),
      remedy: Phrase(
        "查明后写明证号（--target，见 sweep rows --json）；分不清的不同意或留待核实",
        "Name the certificate (--target, see sweep rows --json) once one knows; else reject or hold it"))
  }

  /// Whether accepting is possible once the real date, one of several people, or the judgment is given with it.
  public var isAboutWhatIsGiven: Bool {
    [Sweep.Requirement.dateGiven.rawValue, Sweep.Requirement.judgmentGiven.rawValue, Self.whichCandidateCode]
      .contains(code)
  }

  private static let whichCandidateCode = "which_candidate"
}
