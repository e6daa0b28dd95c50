/// Compares police rows with what the register holds (cli: "Classes of a sweep row"); nothing is decided here.
public struct SweepComparison: Sendable {
  private let today: Day
  private let county: OwnCounty

  public init(today: Day, county: OwnCounty = OwnCounty("")) {
    self.today = today
    self.county = county
  }

  /// - Parameters:
  ///   - matches: all certificates of the row's number; where there are none, those of its name and birth date.
  ///   - isHeld: whether they are those of its number.
  public func compare(_ cleaned: CleanedRow, with matches: ArraySlice<RegisterMatch>, isHeld: Bool) -> SweepRow {
    let held = isHeld ? newest(matches, named: cleaned.name) : nil
    let candidates = isHeld ? [] : matches.filter(\.isActive)
    guard cleaned.number != nil else {
      return row(cleaned, .malformed, reason: cleaned.problem?.rawValue ?? "", candidates: candidates)
    }
    var (sweepClass, reason) = judge(cleaned, held: held)
    if !candidates.isEmpty { sweepClass = .candidate }
    if let earlier = cleaned.duplicateOf {
      return row(
        cleaned, .duplicate, reason: sweepClass.rawValue, certificate: held, candidates: candidates,
        duplicateOf: earlier)
    }
    return row(
      cleaned, sweepClass, reason: reason, certificate: held, candidates: candidates,
      isShared: isHeld && matches.count > 1 && Set(matches.lazy.filter(\.isActive).map(\.name)).count > 1)
  }

  /// Classes 3 to 5: the number is in the register.
  private func judge(_ cleaned: CleanedRow, held: RegisterMatch?) -> (SweepClass, reason: String) {
    guard let held else { return (.none, "") }
    guard held.isActive else { return (.inactive, "") }
    if held.name == cleaned.name { return (.exact, "") }
    let former = FormerName.names(in: cleaned.source.note)
    return (.nameMismatch, former.contains(held.name) ? "explained" : "unexplained")
  }

  /// The active certificate, of two people of one number that of the name, else the newest.
  private func newest(_ matches: ArraySlice<RegisterMatch>, named name: String) -> RegisterMatch? {
    if matches.count == 1 { return matches.first }
    return matches.max { left, right in
      (left.isActive ? left.name == name ? 2 : 1 : 0, left.validFrom?.ordinal ?? 0, left.id)
        < (right.isActive ? right.name == name ? 2 : 1 : 0, right.validFrom?.ordinal ?? 0, right.id)
    }
  }

  private func row(
    _ cleaned: CleanedRow, _ sweepClass: SweepClass, reason: String, certificate: RegisterMatch? = nil,
    candidates: [RegisterMatch] = [], duplicateOf: Int? = nil, isShared: Bool = false
  ) -> SweepRow {
    let date = cleaned.source.eventDate
    let dateIsOdd = isOdd(date, for: certificate)
    let compared = sweepClass == .exact || sweepClass == .nameMismatch
    if sweepClass == .duplicate {
      // Nothing is decided on it, but what it says counts for the row that it repeats.
      let told = certificate?.isActive == true ? block(of: cleaned) ?? besides(cleaned, isShared: false) : nil
      return SweepRow(
        row: cleaned.source.row, sweepClass: sweepClass, reason: reason, identity: cleaned.identity,
        certificate: certificate?.number ?? "", candidates: candidates.map(\.number), duplicateOf: duplicateOf,
        kind: cleaned.kind, eventDate: date, proposal: .none, block: told, source: cleaned.source,
        registerName: certificate?.name ?? "")
    }
    // Whosever it turns out to be and whatever its day, such a row starts no clock.
    let isWithin =
      cleaned.kind == .moveOut && sweepClass != .inactive && county.holds(cleaned.source.destination)
    return SweepRow(
      row: cleaned.source.row, sweepClass: sweepClass, reason: reason, identity: cleaned.identity,
      certificate: certificate?.number ?? "", candidates: candidates.map(\.number), duplicateOf: duplicateOf,
      kind: cleaned.kind, eventDate: date,
      proposal: proposal(sweepClass, reason: reason, kind: cleaned.kind, isOdd: dateIsOdd),
      block: isWithin
        ? .movedWithin
        : !compared
          ? nil
          : dateIsOdd
            ? dateBlock(date, kind: cleaned.kind) : block(of: cleaned) ?? besides(cleaned, isShared: isShared),
      source: cleaned.source, registerName: certificate?.name ?? "")
  }

  /// What else about a row takes a person: whose number it is, and what it reports.
  private func besides(_ cleaned: CleanedRow, isShared: Bool) -> SweepBlock? {
    if isShared { return .sharedNumber }
    if let declarant = cleaned.declarant, declarant.body == cleaned.number?.body { return .ownDeclarant }
    if cleaned.kind == .death, cleaned.source.isDeclaredByName { return .ownDeclarant }
    if cleaned.isKindUnclear { return .unclearKind }
    if Denial.isTold(in: cleaned.source.note, of: cleaned.kind) { return .deniedInNote }
    if cleaned.kind == .death, !cleaned.source.note.isEmpty, let death = cleaned.source.eventDate.day,
      RemarkFigures.speakAgainst(cleaned.source.note, death: death, of: cleaned.identity)
    {
      return .deniedInNote
    }
    guard let number = cleaned.number else { return nil }
    if let birth = cleaned.source.birth.day, birth != number.birth { return .otherBirth }
    return cleaned.source.sexTold.map { $0 != number.sex } ?? false ? .otherSex : nil
  }

  private func proposal(
    _ sweepClass: SweepClass, reason: String, kind: PoliceRecordKind, isOdd: Bool
  ) -> SweepProposal {
    switch sweepClass {
    case .exact where isOdd, .nameMismatch where isOdd: .review
    case .exact: kind.proposal
    case .nameMismatch: reason == "explained" && kind == .nameChanged ? .changeName : .review
    case .candidate, .malformed: .review
    case .inactive, .duplicate, .none: .none
    }
  }

  /// Impossible, missing or future, or before the certificate's issue.
  private func isOdd(_ date: EventDate, for certificate: RegisterMatch?) -> Bool {
    guard let day = date.day else { return true }
    return day > today || certificate?.validFrom.map { day < $0 } ?? false
  }

  /// What the row itself says that asks for a person, its date apart.
  private func block(of cleaned: CleanedRow) -> SweepBlock? {
    switch cleaned.kind {
    case .death: cleaned.isDeclared ? .declaredDead : nil
    case .moveOut: county.holds(cleaned.source.destination) ? .movedWithin : nil
    case .identityChanged: cleaned.source.tellsOddNumber(insteadOf: cleaned.identity) ? .oddNumber : nil
    case .moveWithin, .nameChanged, .other: nil
    }
  }

  /// What is odd about the date; a death before the issue is a card issued after it.
  private func dateBlock(_ date: EventDate, kind: PoliceRecordKind) -> SweepBlock {
    guard let day = date.day else { return .oddDate }
    if day > today { return .futureDate }
    return kind == .death ? .issuedAfter : .oddDate
  }
}

extension PoliceRecordKind {
  /// What an exact match of this kind leads to.
  public var proposal: SweepProposal {
    switch self {
    case .death: .cancel
    case .moveOut: .watchMove
    case .identityChanged: .changeIdentity
    case .nameChanged: .changeName
    case .moveWithin, .other: .review
    }
  }
}

/// Former names that a remark tells: `原姓名:高仁水`.
enum FormerName {
  static func names(in note: String) -> [String] { Remark.values(after: ["变更前姓名", "原姓名", "曾用名"], in: note) }
}
