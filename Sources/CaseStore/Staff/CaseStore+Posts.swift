public import Casework
import GRDB

extension CaseStore {
  /// Gives an account other posts, so that one person stays one account; one that was retired serves again with them.
  ///
  /// Throws `Refusal`.
  ///
  /// - Parameter leavingEmpty: whether it was confirmed that a post or a seat stays without anybody.
  public func setPosts(
    _ roles: [Role], of id: StaffMember.ID, leavingEmpty: Bool = false, by session: Session
  ) throws {
    if roles.isEmpty {
      throw Refusal("no_role", Phrase("至少选一个岗位", "At least one post"), fields: ["roles"])
    }
    // The last administrator stays: nobody gives up the own post.
    if id == session.staff.id, !roles.contains(.administrator) {
      throw Refusal("own_account", Phrase("不能去掉自己的系统管理员岗位", "You cannot give up your own post of administrator"))
    }
    try write { db in
      try require([.administrator], of: session, in: db)
      guard let record = try MasterRecord.find(.staff, id, in: db) else { throw Refusal.noSuchStaff(id) }
      let before = StaffMember(record: record)
      let all = try MasterRecord.all(.staff, in: db).map(StaffMember.init(record:))
      try Self.requireOneChair(StaffMember(id: id, name: before.name, roles: roles), among: all)
      let given = before.roles.filter { !roles.contains($0) }
      let leaving = try leaving(id, givingUp: given, in: db)
      if !leavingEmpty, !leaving.isNothing { throw leaving.refusal }
      try change(
        .staff, id, move: "posts", by: session.staff.id,
        data: ["roles": Role.allCases.filter(roles.contains).map(\.rawValue).joined(separator: ","), "active": "yes"],
        in: db)
    }
  }
}
