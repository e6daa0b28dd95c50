public import Casework
import GRDB

/// What the confirmer looks at: every doubtful row, and a few of the sure ones (features: 46).
public struct SweepDraw: Sendable {
  /// Every row that somebody had to look at by itself, and what was decided; first those accepted though something shows
  /// life after the death, or before something was learnt.
  public let doubtful: [SweepRow]
  /// How many rows were accepted without a doubt.
  public let sure: Int
  /// A few of those, drawn by chance.
  public let sample: [SweepRow]
  /// By which the draw can be repeated; drawn when the sweep was submitted.
  public let seed: UInt64

  /// Accepted before the office learnt something of their people; they will be refused.
  public let acceptedBefore: [Int]

  public var againstLife: [SweepRow] { doubtful.filter(\.isAcceptedAgainstLife) }

  /// Said before anything else to whoever confirms; `nil` where there are none.
  public var againstLifeWords: Phrase? {
    let rows = againstLife.map(\.row)
    if rows.isEmpty { return nil }
    return Phrase(
      "同意注销而死亡日期之后有活动的 \(rows.count) 行：第 ",
      "\(rows.count.counted("death")) accepted though something shows life after: row ") + .rows(rows)
      + Phrase(" 行", "")
  }
}

/// What the confirmer sees before confirming.
public struct SweepConfirming: Sendable {
  /// What applying would do.
  public let rehearsal: SweepRehearsal
  public let draw: SweepDraw
}

extension CaseStore {
  /// The totals and what is looked at; the same for everybody who looks.
  ///
  /// Throws `Refusal` where the sweep was never submitted, or is over.
  public func confirming(
    _ id: Int64, by session: Session, progress: (_ done: Int, _ of: Int) throws -> Void = { _, _ in }
  ) throws -> SweepConfirming {
    let draw = try draw(of: sweep(id), by: session)
    return SweepConfirming(rehearsal: try rehearsal(of: id, by: session, progress: progress), draw: draw)
  }

  /// The doubtful rows and those that the seed of the submission draws from the sure ones, as long as the sweep is kept.
  ///
  /// Throws `Refusal` where the sweep was never submitted.
  public func draw(of sweep: Sweep, by session: Session) throws -> SweepDraw {
    guard let seed = sweep.seed else { throw Refusal.neverSubmitted(sweep) }
    return try read { db in
      try require(Sweep.readers, of: session, in: db)
      // What something has spoken against since is looked at as well, whether it was accepted with the others or not.
      let lists = try beside(sweep, in: db)
      let isInDoubt = lists.isNew
      let doubtful = try withBeside(
        readRows(of: sweep, where: "decision IS NOT NULL AND (NOT \(Self.isSure) OR \(isInDoubt))", [], in: db),
        of: sweep, in: db)
      let sure = try Int.fetchAll(
        db, sql: "SELECT row FROM sweep_row WHERE sweep = ? AND decision IS NOT NULL AND \(Self.isSure) ORDER BY row",
        arguments: [sweep.id])
      // The draw is that of the submission; a row that has come in doubt since stands among the doubtful ones alone.
      let doubted = Set(doubtful.map(\.row))
      let chosen = SweepSample.draw(sweep.sampleSize, from: sure, seed: seed).filter { !doubted.contains($0) }
      let places = chosen.map(String.init).joined(separator: ", ")
      let before = try acceptedBefore(lists, in: db)
      let isFirst = { (row: SweepRow) in row.isAcceptedAgainstLife || before.contains(row.row) }
      return SweepDraw(
        doubtful: doubtful.filter(isFirst) + doubtful.filter { !isFirst($0) },
        sure: sure.count { !doubted.contains($0) },
        sample: try readRows(of: sweep, where: "row IN (\(places))", [], in: db), seed: seed, acceptedBefore: before)
    }
  }

  /// Accepted, proposed so by the program, and nothing speaks against it; `SweepRow.isAcceptedSingly` in SQL.
  private static let isSure = """
    (decision = 'accept' AND proposal NOT IN ('review', 'none') AND block = ''
      AND NOT EXISTS (SELECT 1 FROM sweep_sign s WHERE s.sweep = sweep_row.sweep AND s.row = sweep_row.row))
    """

  /// Chance that nobody can choose: it follows from everything that happened before and from the clock.
  func drawSeed(in db: Database) throws -> String {
    let newest = try EventLog.newest(in: db).hash
    return String(Digest.hex(Digest.sha256(newest + Array("\(now.milliseconds)".utf8))).prefix(16))
  }
}

extension Refusal {
  fileprivate static func neverSubmitted(_ sweep: Sweep) -> Refusal {
    Refusal(
      "never_submitted", Phrase("\(sweep.number) 尚未提交", "\(sweep.number) has not been submitted"),
      remedy: Phrase("抽查名单在提交时抽定", "The sample is drawn when it is submitted"))
  }
}
