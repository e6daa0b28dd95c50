public import Casework
import GRDB

extension CaseStore {
  /// What would stand without anybody if this account were retired today.
  ///
  /// Throws `Refusal` where there is no such account.
  public func leaving(_ id: StaffMember.ID) throws -> Leaving { try read { try leaving(id, in: $0) } }

  /// - Parameter given: the posts that are given up; `nil` for all of them.
  func leaving(_ id: StaffMember.ID, givingUp given: [Role]? = nil, in db: Database) throws -> Leaving {
    guard let serving = try Self.staffMember(id, in: db) else { throw Refusal.noSuchStaff(id) }
    let member = StaffMember(
      id: id, name: serving.name, roles: given ?? serving.roles, isActive: serving.isActive)
    let keepsSeat = given.map { !$0.contains(.assessor) && !$0.contains(.chair) } ?? false
    let counted = try CaseCounts(on: today, in: db)
    let counts = CaseQueue.allCases.map { ($0, counted.counts(in: $0.states, of: $0).count) }
    let open = try Self.panels(of: id, in: db).waiting.filter { !$0.hasSigned(id) }
    return Leaving(
      of: member, among: try MasterRecord.all(.staff, in: db).map(StaffMember.init(record:)),
      openSeats: member.isActive && !keepsSeat ? open.map(\.number) : [],
      openCases: try Self.casesUnderWay(of: id, in: db),
      counts: Dictionary(counts, uniquingKeysWith: { first, _ in first }))
  }
}
