public import Casework

/// An account of a rehearsal office, with its password: false people, so that anybody can practise.
public struct RehearsalAccount: Hashable, Sendable {
  public let staff: StaffMember
  public let password: String
}

extension CaseStore {
  /// Adds an account whose password the sign-in of the rehearsal office shows.
  ///
  /// Throws `Refusal` in a live office. The false person is signed in.
  @discardableResult
  public func addRehearsalAccount(_ member: StaffMember, password: String, by session: Session) throws -> Session {
    guard try office().isRehearsal else {
      throw Refusal("not_a_rehearsal", Phrase("只有演练库可以公开密码", "Only a rehearsal office shows passwords"))
    }
    if member.id != session.staff.id { try add(member, password: password, by: session) }
    try write { db in
      try require([.administrator], of: session, in: db)
      try change(
        .office, "office", move: "rehearsal_account", by: session.staff.id, data: ["account.\(member.id)": password],
        in: db)
    }
    return Session(staff: member, secretGiven: true)
  }

  /// The accounts a rehearsal office shows, by post; none in a live one.
  public func rehearsalAccounts() throws -> [RehearsalAccount] {
    try read { db in
      guard let office = try MasterRecord.find(.office, "office", in: db), office.entries.text("rehearsal") == "yes"
      else { return [] }
      let passwords = office.entries.under("account.")
      let accounts = try MasterRecord.all(.staff, in: db).compactMap { record in
        passwords[record.code].map { RehearsalAccount(staff: StaffMember(record: record), password: $0) }
      }
      return Role.allCases.flatMap { role in accounts.filter { $0.staff.roles.first == role } }
    }
  }
}
