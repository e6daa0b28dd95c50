import Casework
import GRDB

/// Rows about relatives of whoever decides or confirms: somebody else does (SOD-6).
extension CaseStore {
  /// Those of some rows that are, or may be, about somebody from whom a member is kept.
  private func ownRows(
    of staff: StaffMember, among rows: [SweepRow], of sweep: Sweep, in db: Database
  ) throws -> [SweepRow] {
    if staff.recusals.isEmpty { return [] }
    return try withNear(rows, of: sweep, in: db).filter { $0.isAbout(anyOf: staff.recusals) }
  }

  /// What keeps a member from confirming a sweep: decided rows about relatives.
  func ownToConfirm(of staff: StaffMember, in sweep: Sweep, _ db: Database) throws -> OwnRows {
    guard sweep.state == .submitted else { return .none }
    let rows = try ownDecidedRows(of: staff, in: sweep, db)
    if rows.isEmpty { return .none }
    return OwnRows(
      rows: rows.map(\.row),
      others: try others(
        than: staff, holding: [.supervisor], for: rows, besides: [sweep.importer] + sweep.deciders, in: db))
  }

  /// What keeps a member from deciding on rows.
  func ownToDecide(
    of staff: StaffMember, among rows: [SweepRow], of sweep: Sweep, in db: Database
  ) throws -> OwnRows {
    let own = try ownRows(of: staff, among: rows, of: sweep, in: db)
    if own.isEmpty { return .none }
    return OwnRows(
      rows: own.map(\.row), others: try others(than: staff, holding: [.clerk, .liaison], for: own, in: db))
  }

  /// What keeps one of two people from taking back a row.
  func ownToUndo(of sessions: [Session?], among rows: [SweepRow], of sweep: Sweep, in db: Database) throws -> OwnRows {
    for session in sessions.compactMap({ $0 }) {
      let staff = try current(session, in: db)
      let own = try ownRows(of: staff, among: rows, of: sweep, in: db)
      if own.isEmpty { continue }
      return OwnRows(
        rows: own.map(\.row),
        others: try others(
          than: staff, holding: [.supervisor], for: own, besides: sessions.compactMap { $0?.staff.id }, in: db))
    }
    return .none
  }

  private func ownDecidedRows(of staff: StaffMember, in sweep: Sweep, _ db: Database) throws -> [SweepRow] {
    if staff.recusals.isEmpty { return [] }
    let numbers =
      "(\(staff.recusals.compactMap { IdentityNumber($0)?.text }.map { "'\($0)'" }.joined(separator: ", ")))"
    let isTheirs = ["identity", "substr(certificate, 1, 18)", "substr(decision_target, 1, 18)"]
      .map { "\($0) IN \(numbers)" }.joined(separator: " OR ")
    let decided = try readRows(
      of: sweep, where: "decision IS NOT NULL AND (\(isTheirs) OR certificate = '')", [], in: db)
    return try ownRows(of: staff, among: decided, of: sweep, in: db)
  }

  /// Who may decide on some rows, or confirm them, in the place of somebody who is kept from them.
  private func others(
    than staff: StaffMember, holding roles: [Role], for rows: [SweepRow], besides busy: [StaffMember.ID] = [],
    in db: Database
  ) throws -> [String] {
    try MasterRecord.all(.staff, in: db).map(StaffMember.init(record:))
      .filter { $0.isActive && $0.holds(roles) && $0.id != staff.id && !busy.contains($0.id) }
      .compactMap { try standing($0.id, in: db) }
      .filter { member in !rows.contains { $0.isAbout(anyOf: member.recusals) } }
      .map(\.name)
  }
}
