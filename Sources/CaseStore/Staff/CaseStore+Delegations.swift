public import Casework
import GRDB

extension CaseStore {
  /// Every delegation, also those that have ended or were taken back.
  public func delegations() throws -> [Delegation] { try read { try allDelegations(in: $0) } }

  /// Puts the chair's signature into somebody else's hand for a time: by the chair himself, or by the administrator
  /// with the chair beside; either way by the chair's own password.
  ///
  /// Throws `Refusal`.
  @discardableResult
  public func delegate(_ delegation: Delegation, by session: Session, second: Session? = nil) throws -> Delegation {
    try write { db in
      try requireGiver(delegation.from, session, in: db)
      guard let chair = try Self.staffMember(delegation.from, in: db) else {
        throw Refusal.noSuchStaff(delegation.from)
      }
      let signer = try [session, second].compactMap { $0 }.first {
        try $0.staff.id == delegation.from && secretGiven($0, in: db)
      }
      guard let signer else { throw Refusal.delegatorSecret(chair) }
      _ = try current(signer, in: db)
      let others = try allDelegations(in: db)
      let problem = delegation.problem(
        from: chair, to: try Self.staffMember(delegation.to, in: db), besides: others,
        under: try policy(on: today, in: db), on: today)
      if let problem { throw problem }
      let code = "D\(others.count + 1)"
      try change(
        .delegation, code, move: "delegate", by: session.staff.id,
        second: session.staff.id == delegation.from ? nil : delegation.from,
        data: [
          "from": delegation.from, "to": delegation.to, "start": delegation.start.iso, "end": delegation.end.iso,
          "document": delegation.document, "ground": delegation.ground,
          "scopes": delegation.scopes.map(\.rawValue).joined(separator: ","),
        ], in: db)
      guard let made = try allDelegations(in: db).last else { throw StoreProblem.damaged("delegation \(code)") }
      return made
    }
  }

  /// Ends a delegation from today on; what was signed under it stands.
  ///
  /// Throws `Refusal`.
  public func recall(_ code: String, reason: String, by session: Session) throws {
    try write { db in
      guard let delegation = try allDelegations(in: db).first(where: { $0.code == code }) else {
        throw Refusal(
          "no_such_delegation", Phrase("没有授权「\(code)」", "There is no delegation “\(code)”"),
          remedy: Phrase("用 staff delegations 查看", "See staff delegations"))
      }
      try requireGiver(delegation.from, session, in: db)
      guard Reason.isTold(by: reason) else { throw Refusal.reasonSaysNothing() }
      guard delegation.lastDay >= today else {
        throw Refusal("delegation_over", Phrase("此授权已经结束", "This delegation is over"))
      }
      try change(
        .delegation, code, move: "recall", by: session.staff.id,
        data: ["recalled": today.iso, "recall_reason": reason], in: db)
    }
  }

  /// Whoever sits at the desk, with the delegations that run today.
  public func member(_ session: Session) throws -> StaffMember { try read { try current(session, in: $0) } }

  /// A member with the delegations that run today, kept from relatives under every number that they have had (SOD-6).
  func standing(_ id: StaffMember.ID, in db: Database) throws -> StaffMember? {
    guard let member = try Self.staffMember(id, in: db) else { return nil }
    return member.with(
      try runningDelegations(in: db).filter { $0.to == id },
      recusedFrom: try member.recusals.flatMap { try Self.numbers(ofWhoeverHas: $0, in: db) })
  }

  func runningDelegations(in db: Database) throws -> [Delegation] {
    try allDelegations(in: db).filter { $0.runs(on: today) }
  }

  private func allDelegations(in db: Database) throws -> [Delegation] {
    try MasterRecord.all(.delegation, in: db).map { record in
      let entries = record.entries
      guard let start = Day(iso: entries.text("start")), let end = Day(iso: entries.text("end")) else {
        throw StoreProblem.damaged("delegation \(record.code)")
      }
      let giver = try Self.staffMember(entries.text("from"), in: db)
      // Before the day of taking back was kept by itself, it stood in the last day, which was the day before.
      let isTakenBack = !entries.text("recall_reason").isEmpty
      let recalled = Day(iso: entries.text("recalled")) ?? (isTakenBack ? end.adding(days: 1) : nil)
      return Delegation(
        code: record.code, from: entries.text("from"), to: entries.text("to"), start: start, end: end,
        recalled: recalled, document: entries.text("document"), ground: entries.text("ground"),
        scopes: StaffList.ids(entries.text("scopes")).compactMap(Delegation.Scope.init(rawValue:)),
        giver: giver?.name ?? entries.text("from"), giverServes: giver?.servesAsChair ?? false)
    }
  }

  private func requireGiver(_ giver: StaffMember.ID, _ session: Session, in db: Database) throws {
    try require(session.staff.id == giver ? [.administrator, .chair] : [.administrator], of: session, in: db)
  }
}
