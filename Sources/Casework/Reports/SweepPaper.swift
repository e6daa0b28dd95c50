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
    case .manual: Phrase("人工核对名单", "Rows for a person")
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
  /// Certificates frozen in the quarter, whatever for.
  public let frozen: [Certificate]

  /// What the members of the office are called.
  public let names: [StaffMember.ID: String]

  public init(
    sweep: Sweep, rows: [SweepRow], certificates: [Int: Certificate], frozen: [Certificate],
    names: [StaffMember.ID: String]
  ) {
    self.sweep = sweep
    self.rows = rows
    self.certificates = certificates
    self.frozen = frozen
    self.names = names
  }

  func name(_ staff: StaffMember.ID?) -> String { staff.map { names[$0] ?? $0 } ?? "" }

  /// A row that was carried out, and the certificate it was about.
  struct Done {
    let row: SweepRow
    let certificate: Certificate

    /// Whether what was done has been taken back since.
    var isTakenBack: Bool { row.kind == .death && certificate.state != .cancelled }
  }

  func done(_ kinds: Set<PoliceRecordKind>) -> [Done] {
    rows.compactMap { row in
      guard row.outcome == SweepRow.done, kinds.contains(row.kind), let certificate = certificates[row.row] else {
        return nil
      }
      return Done(row: row, certificate: certificate)
    }
  }

  /// The rows that a part tells others about; none of the parts that stay in the house.
  public func rowsTold(in part: SweepPart) -> [ClosedRange<Int>] {
    let told: [Done] =
      switch part {
      case .cancelled: done([.death])
      case .moved: done([.moveOut])
      case .letters, .feed: done([.death, .moveOut]).filter { !$0.isTakenBack }
      case .manual, .unmatched, .summary: []
      }
    return told.map { $0.row.row...$0.row.row }
  }

  /// The rows that no bulk decision may take.
  var manual: [SweepRow] {
    rows.filter {
      $0.proposal == .review || $0.block != nil
        || ($0.decision == .accept && $0.outcome != SweepRow.done && $0.outcome != nil)
    }
  }

  /// Rows about nobody of the register.
  var unmatched: [SweepRow] {
    rows.filter { $0.sweepClass == .none || ($0.sweepClass == .malformed && $0.candidates.isEmpty) }
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
    case .manual: list(of: manual, .manual)
    case .unmatched: list(of: unmatched, .unmatched)
    case .letters: letters(from: office, on: day)
    case .feed: feed
    case .summary: summary
    }
  }
}
