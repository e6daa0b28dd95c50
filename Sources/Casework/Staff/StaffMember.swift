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

  public init(id: ID, name: String, roles: [Role], isActive: Bool = true, recusals: [String] = []) {
    self.id = id
    self.name = name
    self.roles = Role.allCases.filter(roles.contains)
    self.isActive = isActive
    self.recusals = recusals
  }

  public func holds(_ wanted: some Sequence<Role>) -> Bool { wanted.contains(where: roles.contains) }
}
