/// Somebody who works at the desk (工作人员).
public struct StaffMember: Hashable, Sendable {
  public typealias ID = String

  /// The sign-in name.
  public let id: ID
  public let name: String
  public let roles: [Role]
  public let isActive: Bool
  /// The member's own citizen number and those of the relatives named in the declaration (承诺书), for recusal (SOD-6).
  public let recusals: [String]
  /// Where the member lives, as far as told: with the applicant's surname it raises the question of recusal.
  public let address: String
  /// Whether the own secret that signs is a PIN apart from the password of the sign-in (features: 21).
  public let hasPIN: Bool
  /// The delegations under which the member may sign on the day of the look-up.
  public let delegations: [Delegation]

  public init(
    id: ID, name: String, roles: [Role], isActive: Bool = true, recusals: [String] = [], address: String = "",
    hasPIN: Bool = false, delegations: [Delegation] = []
  ) {
    self.id = id
    self.name = name
    self.roles = Role.allCases.filter(roles.contains)
    self.isActive = isActive
    self.recusals = recusals
    self.address = address
    self.hasPIN = hasPIN
    self.delegations = delegations
  }

  /// The same member with the delegations that run.
  ///
  /// - Parameter numbers: the numbers for recusal with all others that the same people have had, where they are known.
  public func with(_ delegations: [Delegation], recusedFrom numbers: [String]? = nil) -> StaffMember {
    StaffMember(
      id: id, name: name, roles: roles, isActive: isActive, recusals: numbers ?? recusals, address: address,
      hasPIN: hasPIN, delegations: delegations)
  }

  /// Whether one of these citizen numbers is the member's own or a relative's (SOD-6).
  public func isRecused(from people: [String]) -> Bool { people.contains(where: recusals.contains) }

  public func holds(_ wanted: some Sequence<Role>) -> Bool { wanted.contains(where: roles.contains) }
}
