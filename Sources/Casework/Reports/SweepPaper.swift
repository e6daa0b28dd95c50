/// What a sweep leads to on paper: outputs (a) to (g) of domain 5.1.
public enum SweepPart: String, CaseIterable, Sendable {
  case cancelled = "a"
  case moved = "b"
  case manual = "c"
  case unmatched = "d"
  case letters = "e"
  case feed = "f"
  case summary = "g"

  public var name: Phrase {
    switch self {
    case .cancelled: Phrase("注销名单", "Cancelled certificates")
    case .moved: Phrase("冻结与迁出通知名单", "Freezes and move notices")
    case .manual: Phrase("人工核对及其余各行", "Rows for a person, and all others")
    case .unmatched: Phrase("未匹配名单", "Unmatched rows")
    case .letters: Phrase("致家属、持证人通知", "Letters to families and holders")
    case .feed: Phrase("变更通报", "Change feed")
    case .summary: Phrase("季度汇总", "Quarterly summary")
    }
  }
}

/// What the store knows of a sweep for its papers.
public struct SweepMaterial: Hashable, Sendable {
  public let sweep: Sweep
  public let rows: [SweepRow]
  /// The certificate each row was carried out on, by row.
  public let certificates: [Int: Certificate]
  /// The names held under the numbers that rows mean without a match of their own number, by row.
  public let names: [Int: String]
  /// Certificates frozen in the quarter, whatever for.
  public let frozen: [Certificate]

  /// What the members of the office are called.
  public let staff: [StaffMember.ID: String]

  public init(
    sweep: Sweep, rows: [SweepRow], certificates: [Int: Certificate], names: [Int: String] = [:],
    frozen: [Certificate], staff: [StaffMember.ID: String]
  ) {
    self.sweep = sweep
    self.rows = rows
    self.certificates = certificates
    self.names = names
    self.frozen = frozen
    self.staff = staff
  }

  func name(_ member: StaffMember.ID?) -> String { member.map { staff[$0] ?? $0 } ?? "" }

  /// A row that was carried out, and the certificate it was about.
  struct Done {
    let row: SweepRow
    let certificate: Certificate

    /// Whether what was done has been taken back since.
    var isTakenBack: Bool { row.kind == .death && certificate.state != .cancelled }

    /// Whether neither the certificate of somebody who moved nor the clock has ended since, so that its clocks still ask for anything.
    var isStillWatched: Bool { ended == nil }

    /// How it ended after the move.
    var ended: Phrase? {
      switch certificate.state {
      case .cancelled: Phrase("已注销", "cancelled")
      case .movedOut: Phrase("已迁移", "transferred")
      case .valid, .expired, .lost, .frozen:
        certificate.moveClock?.endedOn.map { Phrase("计时 \($0) 办结", "clock ended on \($0)") }
      case .replaced, .spoiled: nil
      }
    }

    /// By which its holder was declared dead.
    var judgment: CourtJudgment? { CourtJudgment(certificate.entries.under("cancel.")) }
  }

  func done(_ kinds: Set<PoliceRecordKind>) -> [Done] {
    rows.compactMap { row in
      guard row.outcome == SweepRow.done, kinds.contains(row.carriedOutAs), let certificate = certificates[row.row]
      else {
        return nil
      }
      return Done(row: row, certificate: certificate)
    }
  }

  /// What a letter is written about: nobody is sent the notice of a move whose certificate has ended since, whom a
  /// reminder has told of it since, or who has the same notice from an earlier sweep.
  var toldByLetter: [Done] {
    done([.death, .moveOut]).filter { done in
      guard done.row.kind == .moveOut else { return !done.isTakenBack }
      let isReminded = sweep.appliedOn.map(done.certificate.isReminded) ?? false
      return done.isStillWatched && !isReminded && !isToldBefore(done)
    }
  }

  /// Whether the very move was watched already when this sweep reported it again.
  private func isToldBefore(_ done: Done) -> Bool {
    let todo = done.certificate.entries.under("todo.watch_move.")
    return !todo.text("again").isEmpty && todo.text("ground") == "sweep:\(sweep.number):\(done.row.row)"
  }

  /// The rows that a part tells others about; none of the parts that stay in the house.
  public func rowsTold(in part: SweepPart) -> [ClosedRange<Int>] {
    let told: [Done] =
      switch part {
      // Of what has been taken back it says so itself.
      case .cancelled: done([.death]).filter { !$0.isTakenBack }
      case .moved: done([.moveOut])
      case .letters: toldByLetter
      case .feed: done([.death, .moveOut]).filter { !$0.isTakenBack }
      case .manual, .unmatched, .summary: []
      }
    return told.map { $0.row.row...$0.row.row }
  }

  /// The one part in which a row stands: what was carried out in its list, nobody of the register, and all others.
  public func part(of row: SweepRow) -> SweepPart {
    if row.outcome == SweepRow.done, certificates[row.row] != nil {
      if row.kind == .death { return .cancelled }
      if row.carriedOutAs == .moveOut { return .moved }
    }
    let isNobody = row.sweepClass == .none || (row.sweepClass == .malformed && row.candidates.isEmpty)
    return isNobody && row.given.target == nil ? .unmatched : .manual
  }

  func rows(in part: SweepPart) -> [SweepRow] { rows.filter { self.part(of: $0) == part } }

  /// Where the rows of the file stand, which adds up.
  var placesOfRows: Phrase {
    let parts: [SweepPart] = [.cancelled, .moved, .manual, .unmatched]
    let counts = parts.map { part in (part.rawValue, rows.count { self.part(of: $0) == part }) }
    return Phrase(
      "名单 \(rows.count) 行各在一处：" + counts.map { "\($0.0) \($0.1) 行" }.joined(separator: "，"),
      "each of \(rows.count) rows stands once: " + counts.map { "\($0.0) \($0.1)" }.joined(separator: ", "))
  }

  /// The papers asked for, as chapters.
  public func paper(_ parts: [SweepPart], of office: String, on day: Day) -> Paper {
    let state =
      sweep.state == .applied
      ? Phrase("", "") : Phrase("（\(sweep.state.name.chinese)）", " (\(sweep.state.name.english))")
    return Paper(
      Phrase("\(office) \(sweep.quarter) 季度核销 \(sweep.number)", "\(office): sweep \(sweep.number)") + state,
      parts.map { chapter($0, office: office, on: day) })
  }

  private func chapter(_ part: SweepPart, office: String, on day: Day) -> Paper.Chapter {
    switch part {
    case .cancelled: cancelledList
    case .moved: movedList
    case .manual: list(of: rows(in: .manual), .manual)
    case .unmatched: list(of: rows(in: .unmatched), .unmatched)
    case .letters: letters(from: office, on: day)
    case .feed: feed
    case .summary: summary
    }
  }
}
