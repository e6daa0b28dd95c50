/// A police row beside what the register holds: what it is compared to, proposed and decided to be.
public struct SweepRow: Hashable, Sendable {
  public let row: Int
  public let sweepClass: SweepClass
  public let reason: String
  /// The cleaned 18-character number, where it passes every check.
  public let identity: String
  public let certificate: String
  public let candidates: [String]
  public let duplicateOf: Int?
  public let kind: PoliceRecordKind
  public let eventDate: EventDate
  public let proposal: SweepProposal
  /// What its own date says against it.
  public let block: SweepBlock?
  public let source: PoliceRow
  /// The name the register holds, for the side-by-side view.
  public let registerName: String

  /// What the store knew of the person at the import.
  public var signs: [LifeSign] = []

  /// What was decided, by whom and why; what came of it when the sweep was applied.
  public var decision: SweepDecision?
  public var decidedBy: StaffMember.ID?
  public var decisionReason: String?
  public var given = SweepGiven()
  /// Certificates of those who somebody said are not the person of the row while others stay possible.
  public var apart: [String] = []
  public var outcome: String?

  /// Whom it may be about although no exact rule says so, the best first, and the earlier sweep that had the same row;
  /// only where they were read (`CaseStore.withNear`).
  public var near: [NearMatch] = []
  public var seenIn: String?

  /// Where an earlier list of the quarter settles the same row; only while nothing is decided here.
  public var elsewhere: RowElsewhere?

  public init(
    row: Int, sweepClass: SweepClass, reason: String, identity: String, certificate: String, candidates: [String],
    duplicateOf: Int?, kind: PoliceRecordKind, eventDate: EventDate, proposal: SweepProposal, block: SweepBlock?,
    source: PoliceRow, registerName: String, decision: SweepDecision? = nil, decidedBy: StaffMember.ID? = nil,
    decisionReason: String? = nil, outcome: String? = nil
  ) {
    self.row = row
    self.sweepClass = sweepClass
    self.reason = reason
    self.identity = identity
    self.certificate = certificate
    self.candidates = candidates
    self.duplicateOf = duplicateOf
    self.kind = kind
    self.eventDate = eventDate
    self.proposal = proposal
    self.block = block
    self.source = source
    self.registerName = registerName
    self.decision = decision
    self.decidedBy = decidedBy
    self.decisionReason = decisionReason
    self.outcome = outcome
  }

  /// Whether a person must decide it in this list.
  public var needsDecision: Bool { (proposal != .none || isAskedThoughEnded) && elsewhere == nil }

  /// Whether a person is asked although the certificate had ended at the import: the row tells of somebody alive whose
  /// certificate a death has ended, or the certificate is live again.
  public var isAskedThoughEnded: Bool {
    sweepClass == .inactive && signs.contains { $0.block == .endedForDeath || $0.block == .validAgain }
  }

  /// What is proposed, in words: also where a person is asked although nothing is, and where no clock runs for a move.
  public var proposedWords: Phrase {
    if isAskedThoughEnded { return SweepProposal.review.name }
    return proposal == .watchMove && carriedOutAs != kind ? Phrase("只改地址", "New address only") : proposal.name
  }

  /// As what it is carried out: of whoever moves to inside the county only the address changes (domain: 5.1).
  public var carriedOutAs: PoliceRecordKind { kind == .moveOut && block == .movedWithin ? .moveWithin : kind }

  /// Whether accepting it takes a look of its own and a reason: also where nothing was proposed.
  public var isAcceptedSingly: Bool { proposal == .review || proposal == .none || isBlocked }

  /// Whether a sign of life or an odd date speaks against it.
  public var isBlocked: Bool { block != nil || !signsThatTell.isEmpty }

  /// The signs that tell of the one whom the row was said to be about; while nobody has said it, of all who are left.
  var signsThatTell: [LifeSign] {
    signs.filter { sign in
      sign.person.isEmpty || given.target.map { $0 == sign.person } ?? !apart.contains(sign.person)
    }
  }

  /// Whether a decision on its whole class takes it as well: a proposal that nothing speaks against (cli: bulk).
  public var isTakenTogether: Bool { !isAcceptedSingly }

  /// Whether this decision on it may only be made by itself, with a reason (domain: 5.1).
  public func isDecidedSingly(_ decision: SweepDecision) -> Bool {
    switch decision {
    case .accept: isAcceptedSingly
    case .reject, .hold: isBlocked
    case .open: false
    }
  }

  /// With what was found since the import, of which the words are newer.
  public func seeing(_ fresh: [LifeSign]) -> SweepRow {
    var seen = self
    seen.signs = signs.map { sign in fresh.first { $0.key == sign.key } ?? sign }
    seen.signs += fresh.filter { sign in !signs.contains { $0.key == sign.key } }
    return seen
  }

  /// The certificate that accepting would act on: the one that somebody named, the one matched, or the only candidate.
  public var target: String? {
    if let named = given.target { return named }
    let only = certificate.isEmpty && candidates.count == 1 ? candidates[0] : certificate
    return only.isEmpty || apart.contains(only) ? nil : only
  }
}

/// What was decided on a row, by whom and why.
public struct RowDecision: Hashable, Sendable {
  public let decision: SweepDecision
  public let by: StaffMember.ID
  public let reason: String

  public init(_ decision: SweepDecision, by staff: StaffMember.ID, reason: String) {
    self.decision = decision
    by = staff
    self.reason = reason
  }
}

extension SweepRow {
  /// What stands decided on it; `nil` where nothing does.
  public var decided: RowDecision? {
    decision.map { RowDecision($0, by: decidedBy ?? "", reason: decisionReason ?? "") }
  }
}

extension SweepRow {
  /// Whether the list has the number in fifteen digits: proposed all the same, and said (domain: 5.1, level B).
  public var isUpgraded: Bool { !identity.isEmpty && Cleaning.number(source.identity).text.utf8.count == 15 }
}

/// What the register holds of one certificate, as far as the comparison needs it.
public struct RegisterMatch: Hashable, Sendable {
  public let id: Int64
  public let number: String
  /// Cleaned.
  public let name: String
  public let isActive: Bool
  public let validFrom: Day?
  /// Whether anything has happened to it since it came into the store.
  public let isTouched: Bool

  public init(id: Int64, number: String, name: String, isActive: Bool, validFrom: Day?, isTouched: Bool = false) {
    self.id = id
    self.number = number
    self.name = name
    self.isActive = isActive
    self.validFrom = validFrom
    self.isTouched = isTouched
  }
}
