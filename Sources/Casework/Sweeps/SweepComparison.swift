/// Compares police rows with the register, one after the other (cli: "Classes of a sweep row").
///
/// The register is asked through `Register`; nothing is decided here.
public struct SweepComparison: Sendable {
  /// How the register answers.
  public protocol Register: ~Copyable {
    mutating func certificates(of identity: String) throws -> [RegisterMatch]
    mutating func certificates(named name: String, born birth: String) throws -> [RegisterMatch]
  }

  private let today: Day
  private var kinds: [String: PoliceRecordKind] = [:]
  private var seen: [Key: Int] = [:]

  public init(today: Day) { self.today = today }

  /// What an earlier row must share: of a kind that is none of the known ones, its words.
  private struct Key: Hashable {
    let identity: String
    let kind: PoliceRecordKind
    let words: String
    let date: EventDate

    init(_ source: PoliceRow, _ kind: PoliceRecordKind, identity: String) {
      self.identity = identity
      self.kind = kind
      words = kind == .other ? Cleaning.name(source.kind).text : ""
      date = source.eventDate
    }
  }

  public mutating func compare(_ source: PoliceRow, with register: inout some Register & ~Copyable) throws -> SweepRow {
    let check = IdentityCheck.check(source.identity, isNumberCell: source.identityIsNumberCell, today: today)
    let name = Cleaning.name(source.name).text
    let kind = kind(source.kind)
    guard let number = check.number else {
      let named = try active(register.certificates(named: name, born: source.birth.text))
      return row(
        source, kind, .malformed, reason: check.problem?.rawValue ?? "", identity: "",
        candidates: source.birth.day == nil ? [] : named)
    }
    let held = try register.certificates(of: number.text)
    let (found, reason) = judge(source, name: name, held: held)
    var sweepClass = found
    var candidates: [RegisterMatch] = []
    if held.isEmpty {
      let birth = source.birth.day ?? number.birth
      candidates = try active(register.certificates(named: name, born: birth.iso))
      sweepClass = candidates.isEmpty ? .none : .candidate
    }
    let key = Key(source, kind, identity: number.text)
    if let earlier = seen[key] {
      return row(
        source, kind, .duplicate, reason: sweepClass.rawValue, identity: number.text,
        certificate: sweepClass == .candidate ? nil : newest(held), candidates: candidates, duplicateOf: earlier)
    }
    seen[key] = source.row
    return row(
      source, kind, sweepClass, reason: reason, identity: number.text, certificate: newest(held),
      candidates: candidates)
  }

  /// The same few words stand in every row of a file.
  private mutating func kind(_ written: String) -> PoliceRecordKind {
    if let known = kinds[written] { return known }
    let kind = PoliceRecordKind(written)
    kinds[written] = kind
    return kind
  }

  /// Classes 3 to 5: the number is in the register.
  private func judge(
    _ source: PoliceRow, name: String, held: [RegisterMatch]
  ) -> (SweepClass, reason: String) {
    guard let certificate = newest(held) else { return (.none, "") }
    guard certificate.isActive else { return (.inactive, "") }
    if certificate.name == name { return (.exact, "") }
    let former = FormerName.names(in: source.note)
    return (.nameMismatch, former.contains(certificate.name) ? "explained" : "unexplained")
  }

  /// The active certificate, else the newest.
  private func newest(_ held: [RegisterMatch]) -> RegisterMatch? {
    held.max { left, right in
      (left.isActive ? 1 : 0, left.validFrom?.ordinal ?? 0, left.id)
        < (right.isActive ? 1 : 0, right.validFrom?.ordinal ?? 0, right.id)
    }
  }

  private func active(_ found: [RegisterMatch]) -> [RegisterMatch] { found.filter(\.isActive) }

  private func row(
    _ source: PoliceRow, _ kind: PoliceRecordKind, _ sweepClass: SweepClass, reason: String, identity: String,
    certificate: RegisterMatch? = nil,
    candidates: [RegisterMatch] = [], duplicateOf: Int? = nil
  ) -> SweepRow {
    let dateIsOdd = isOdd(source.eventDate, for: certificate)
    let compared = sweepClass == .exact || sweepClass == .nameMismatch
    return SweepRow(
      row: source.row, sweepClass: sweepClass, reason: reason, identity: identity,
      certificate: certificate?.number ?? "", candidates: candidates.map(\.number), duplicateOf: duplicateOf,
      kind: kind, eventDate: source.eventDate,
      proposal: proposal(sweepClass, reason: reason, kind: kind, dateIsOdd: dateIsOdd),
      block: compared && dateIsOdd ? dateBlock(source.eventDate, kind: kind) : nil,
      source: source, registerName: certificate?.name ?? "")
  }

  private func proposal(
    _ sweepClass: SweepClass, reason: String, kind: PoliceRecordKind, dateIsOdd: Bool
  ) -> SweepProposal {
    switch sweepClass {
    case .exact where dateIsOdd, .nameMismatch where dateIsOdd: .review
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
