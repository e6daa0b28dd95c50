/// The chair's signature in somebody else's hand for a time, with ground and document (features: 24).
public struct Delegation: Hashable, Sendable {
  /// What may be signed under it.
  public enum Scope: String, CaseIterable, Sendable {
    case seat, decision

    public var name: Phrase {
      switch self {
      case .seat: Phrase("评定席位", "panel seat")
      case .decision: Phrase("审批", "decision")
      }
    }
  }

  /// `D1`, `D2`, … as the office counts them.
  public let code: String
  public let from: StaffMember.ID
  public let to: StaffMember.ID
  public let start: Day
  /// The last day, as it was given.
  public let end: Day
  /// The day on which it was taken back; from then on nothing is signed under it.
  public let recalled: Day?
  public let document: String
  public let ground: String
  public let scopes: [Scope]
  /// The name of whoever gave it.
  public let giver: String
  /// Whether whoever gave it still serves as the chair; a signature is lent only by somebody who has it (SOD-3).
  public let giverServes: Bool

  public init(
    code: String = "", from: StaffMember.ID, to: StaffMember.ID, start: Day, end: Day, recalled: Day? = nil,
    document: String,
    ground: String, scopes: [Scope], giver: String = "", giverServes: Bool = true
  ) {
    self.code = code
    self.from = from
    self.to = to
    self.start = start
    self.end = end
    self.recalled = recalled
    self.document = document
    self.ground = ground
    self.scopes = Scope.allCases.filter(scopes.contains)
    self.giver = giver
    self.giverServes = giverServes
  }

  public func runs(on day: Day) -> Bool { giverServes && start <= day && day <= lastDay }

  /// The last day on which something may be signed under it.
  public var lastDay: Day { recalled.map { min(end, $0.adding(days: -1)) } ?? end }

  /// Its days as lists show them: what was signed on the day on which it was taken back lies within.
  public var term: String { "\(start) – \(recalled.map { max(start, min(end, $0)) } ?? end)" }

  /// As it stands in every text signed under it.
  public var line: String { "代\(giver.isEmpty ? from : giver)签字，\(document)，\(start) 至 \(end)" }

  /// What speaks against giving it, or `nil`; conflicts with a case are judged case by case, as for everybody.
  public func problem(
    from giver: StaffMember?, to substitute: StaffMember?, besides others: [Delegation], under policy: Policy,
    on today: Day
  ) -> Refusal? {
    guard !document.isEmpty, !ground.isEmpty, !scopes.isEmpty else { return .delegationIncomplete }
    guard Reason.isTold(by: ground) else { return .reasonSaysNothing("ground") }
    if end < start { return .delegationTurned }
    if end < today { return .delegationPast(end) }
    if end.ordinal - start.ordinal >= policy.delegationDays { return .delegationTooLong(policy.delegationDays) }
    guard let giver, giver.servesAsChair else { return .delegationGiver }
    guard let substitute, substitute.isActive, substitute.id != giver.id, !substitute.holds([.chair]),
      substitute.holds([.assessor, .supervisor])
    else { return .delegationSubstitute }
    let other = others.first {
      $0.from == from && $0.start <= end && start <= $0.lastDay && !$0.crossed(with: self).isEmpty
    }
    return other.map { .delegatedAlready($0) }
  }

  private func crossed(with other: Delegation) -> [Scope] { scopes.filter(other.scopes.contains) }
}

extension StaffMember {
  /// Whether this member is the chair now.
  public var servesAsChair: Bool { isActive && holds([.chair]) }

  /// The delegation under which this member may sign what is of this scope today.
  func delegation(_ scope: Delegation.Scope) -> Delegation? { delegations.first { $0.scopes.contains(scope) } }

  /// Whether this member sits for the chair: as the chair, or under a delegation (SOD-3).
  public var sitsForChair: Bool { holds([.chair]) || delegation(.seat) != nil }
}

extension Refusal {
  fileprivate static let delegationIncomplete = Refusal(
    "delegation_incomplete",
    Phrase("授权须有文号、事由和可签事项", "A delegation takes a document number, a ground and what may be signed"))
  fileprivate static let delegationTurned = Refusal(
    "bad_days", Phrase("止日不能早于起日", "The last day lies before the first"))
  /// A delegation made for days that lie behind would be a paper trail made afterwards.
  fileprivate static func delegationPast(_ end: Day) -> Refusal {
    Refusal(
      "delegation_past", Phrase("期限到 \(end) 止，已经过去，不能补办授权", "It ended on \(end): nothing is delegated afterwards"),
      remedy: Phrase("请填今天或以后的止日", "Give a last day from today on"))
  }

  fileprivate static func delegationTooLong(_ days: Int) -> Refusal {
    Refusal(
      "delegation_too_long", Phrase("一次授权最长 \(days) 日", "A delegation lasts \(days.counted("day")) at most"),
      remedy: Phrase(
        "期满再授权；最长期限见设置 delegation.max_days", "Delegate again when it ends; delegation.max_days sets the longest"))
  }

  fileprivate static let delegationGiver = Refusal(
    "delegation_giver", Phrase("只有在岗理事长的签字可以授权他人", "Only an active chair's signature can be delegated"))
  fileprivate static let delegationSubstitute = Refusal(
    "delegation_substitute",
    Phrase("受权人须是另一位在岗的评定人或审核主管，且不是理事长", "The substitute is another active assessor or supervisor, and no chair"))

  fileprivate static func delegatedAlready(_ other: Delegation) -> Refusal {
    Refusal(
      "delegated_already",
      Phrase(
        "已授权「\(other.to)」（\(other.document)，\(other.start) 至 \(other.end)）",
        "Delegated to “\(other.to)” already (\(other.document), \(other.start) to \(other.end))"),
      remedy: Phrase("先收回（staff recall）", "Take it back first (staff recall)"))
  }
}
