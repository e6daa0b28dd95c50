/// What rows about one holder say against each other, in one list or in two: whoever moves after the day of death lives, and
/// nobody dies twice (domain: 5.1, pitfalls; features: 45).
public enum ContraryReports {
  /// What one row reports of a holder.
  public struct Report: Hashable, Sendable {
    public let row: Int
    /// How a sign on another row names it: its row, behind the sweep where that is another one (`431281-2026Q3-1:7`).
    public let place: String
    public let kind: PoliceRecordKind
    public let date: EventDate
    /// Whether the date is that of the cremation, which comes after the death.
    let isCremation: Bool
    /// Whether the list takes something back: 死亡撤销, 误报; or doubts it, in the row or beside it.
    public let isDenial: Bool

    /// - Parameters:
    ///   - written: the words in which the list tells the kind.
    ///   - note: its remark.
    ///   - isDoubted: whether the list tells something else because of which the row is asked by itself (`doubts`).
    public init(
      row: Int, place: String? = nil, kind: PoliceRecordKind, written: String = "", note: String = "", date: EventDate,
      isDoubted: Bool = false
    ) {
      self.row = row
      self.place = place ?? String(row)
      self.kind = kind
      isCremation = kind == .death && PoliceRow.deathKind(in: written) == .cremated
      isDenial = isDoubted || Denial.isTold(in: written) || Denial.isTold(in: note)
      self.date = date
    }

    /// Whether two rows of one holder report the same.
    public func says(theSameAs other: Report) -> Bool {
      kind == other.kind && date == other.date && isCremation == other.isCremation && isDenial == other.isDenial
    }

    /// Whether it speaks against a death even from a list that was given up or taken back since.
    ///
    /// Nobody comes to be dead because a list is put away; what such a list plainly reports may be why it was.
    public func outlives(itsListBy block: SweepBlock) -> Bool {
      isDenial || kind == .other || kind != .death && block == .diedBefore
    }
  }

  /// The signs by which two rows name each other.
  public static let blocks: Set<SweepBlock> = [.movedAfter, .otherDeath, .diedBefore, .contraryRow, .perhapsSame]

  /// What a list itself tells of a person, in the row or beside it, by which the row is not taken with the others.
  public static let doubts: Set<SweepBlock> = [
    .ownDeclarant, .otherName, .declaredDead, .unclearKind, .deniedInNote, .toldInRow, .duplicateDoubt, .footnote,
    .otherBirth, .otherSex,
  ]

  /// What a row tells of somebody whose certificate a death has ended, that only the living do, or takes the death back.
  public static func tellsOfLife(_ report: Report, after death: Day?) -> Bool {
    if report.isDenial || report.kind == .other { return true }
    guard report.kind != .death else { return false }
    // On the very day or on none it may be the later one.
    guard let day = report.date.day, let death else { return true }
    return day >= death
  }

  /// What speaks against each of some rows about a holder, as far as others about the same holder tell; of each kind of
  /// sign one a row.
  public static func signs(on own: [Report], from others: [Report]) -> [(row: Int, sign: LifeSign)] {
    let deaths = others.filter { $0.kind == .death }
    let firstDeath = deaths.filter { $0.date.day != nil }.min { ($0.date.text, $0.row) < ($1.date.text, $1.row) }
    let lastChange = others.filter { $0.kind != .death && $0.date.day != nil }
      .max { ($0.date.text, -$0.row) < ($1.date.text, -$1.row) }
    return own.flatMap { report -> [(row: Int, sign: LifeSign)] in
      let found =
        report.kind == .death
        ? [
          deaths.first { $0.isAnotherDay(than: report) }.map { $0.sign(.otherDeath) },
          lastChange.flatMap { $0.isAfter(report) ? $0.sign(.movedAfter) : nil },
        ] : [firstDeath.flatMap { report.isAfter($0) ? $0.sign(.diedBefore) : nil }]
      let told = found.compactMap { $0 }
      // Said with its days already, where there are days to say.
      let other = told.isEmpty ? others.first { $0.isContrary(to: report) } : nil
      return (told + [other?.sign(.contraryRow)].compactMap { $0 }).map { (report.row, $0) }
    }
  }

  /// The same seen from the other row: what a row says against the one that a sign on it names.
  public static func answer(to block: SweepBlock, by report: Report) -> LifeSign? {
    switch block {
    case .otherDeath: report.sign(.otherDeath)
    case .movedAfter: report.sign(.diedBefore)
    case .diedBefore: report.sign(.movedAfter)
    case .contraryRow, .perhapsSame: report.sign(block)
    default: nil
    }
  }
}

extension ContraryReports.Report {
  /// Whether two deaths have days that cannot both be right.
  fileprivate func isAnotherDay(than other: Self) -> Bool {
    if date == other.date { return false }
    guard isCremation != other.isCremation else { return true }
    return isCremation ? !isAfter(other) : !other.isAfter(self)
  }

  /// Whether two rows cannot both be taken among the others, though no day says so: a revocation bears the day of the death
  /// that it takes back, or none; nobody moves out twice.
  fileprivate func isContrary(to other: Self) -> Bool {
    if place == other.place { return false }
    if isDenial != other.isDenial { return true }
    if kind == .moveOut, other.kind == .moveOut { return date != other.date }
    guard (kind == .death) != (other.kind == .death) else { return false }
    let (death, change) = kind == .death ? (self, other) : (other, self)
    if change.kind == .other { return true }
    return !death.isAfter(change)
  }

  fileprivate func isAfter(_ other: Self) -> Bool {
    guard let day = date.day, let earlier = other.date.day else { return false }
    return day > earlier
  }

  fileprivate func sign(_ block: SweepBlock) -> LifeSign {
    let tellsKind = [.movedAfter, .contraryRow, .perhapsSame].contains(block)
    return LifeSign(block, on: date.text, source: place, detail: tellsKind ? kind.rawValue : "")
  }
}

extension SweepRow {
  /// Whether the other row of a sign and this one cannot both be accepted, with the days given for them.
  public func excludes(_ other: SweepRow, by block: SweepBlock) -> Bool {
    switch block {
    case .otherDeath: true
    case .movedAfter: isBefore(other)
    case .diedBefore: other.isBefore(self)
    default: false
    }
  }

  private func isBefore(_ other: SweepRow) -> Bool {
    guard let day, let later = other.day else { return false }
    return day < later
  }
}

extension Refusal {
  /// Accepting a row beside another one that is accepted, where both cannot be right.
  ///
  /// - Parameter isDone: whether that row was carried out: then no decision on it is taken back any more.
  static func contraryAccepted(_ signs: [LifeSign], isDone: Bool) -> Refusal {
    Refusal(
      Sweep.Requirement.notContrary.rawValue,
      Phrase("另一行已同意，两行不能都照办：", "Another row is accepted, and both cannot be carried out: ")
        + .joined(signs.map(\.words), by: Phrase("；", "; ")),
      remedy: isDone
        ? Phrase(
          "那一行已执行：办错的先按行撤销（sweep undo 核销号 --row 行号）；日期写错的，同意时写明查实的日期",
          "That row was carried out: undo it where it was wrong (sweep undo SWEEP --row ROW); where a date is wrong, give the real one with accepting"
        )
        : Phrase(
          "请先收回那一行的决定；日期写错的，同意时写明查实的日期",
          "Take the decision on that row back first; where a date is wrong, give the real one with accepting"))
  }
}
