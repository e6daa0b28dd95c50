public import Casework
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
    let others = try others(than: staff, holding: [.supervisor], besides: [sweep.importer] + sweep.deciders, in: db)
    // Who has relatives on other rows of the list would send whoever asks back again.
    return OwnRows(
      rows: rows.map(\.row),
      others: try others.filter { try ownDecidedRows(of: $0, in: sweep, db).isEmpty }.map(\.name))
  }

  /// What keeps a member from deciding on rows.
  func ownToDecide(
    of staff: StaffMember, among rows: [SweepRow], of sweep: Sweep, in db: Database
  ) throws -> OwnRows {
    let own = try ownRows(of: staff, among: rows, of: sweep, in: db)
    if own.isEmpty { return .none }
    let others = try others(than: staff, holding: [.clerk, .liaison], in: db)
    return OwnRows(
      rows: own.map(\.row), others: others.filter { $0.isFree(for: own) }.map(\.name),
      ofEach: own.map { row in
        OwnRows.Each(row: row.row, others: others.filter { $0.isFree(for: [row]) }.map(\.name))
      })
  }

  /// The rows about somebody from whom a member is kept, of those that undoing a whole sweep takes back: it takes back all
  /// of them alike, so that it is told and not refused.
  public func ownRowsToUndo(of sweep: Sweep, by session: Session) throws -> [Int] {
    try read { db in
      let rows = try readRows(of: sweep, where: "outcome = '\(SweepRow.done)'", [], in: db)
      return try ownToUndo(of: [session], among: rows, of: sweep, in: db).rows
    }
  }

  /// What keeps one of two people from taking back a row.
  func ownToUndo(of sessions: [Session?], among rows: [SweepRow], of sweep: Sweep, in db: Database) throws -> OwnRows {
    for session in sessions.compactMap({ $0 }) {
      let staff = try current(session, in: db)
      let own = try ownRows(of: staff, among: rows, of: sweep, in: db)
      if own.isEmpty { continue }
      let others = try others(
        than: staff, holding: [.supervisor], besides: sessions.compactMap { $0?.staff.id }, in: db)
      return OwnRows(rows: own.map(\.row), others: others.filter { $0.isFree(for: own) }.map(\.name))
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

  /// Who else holds a post.
  private func others(
    than staff: StaffMember, holding roles: [Role], besides busy: [StaffMember.ID] = [], in db: Database
  ) throws -> [StaffMember] {
    try MasterRecord.all(.staff, in: db).map(StaffMember.init(record:))
      .filter { $0.isActive && $0.holds(roles) && $0.id != staff.id && !busy.contains($0.id) }
      .compactMap { try standing($0.id, in: db) }
  }
}

extension StaffMember {
  /// Whether none of some rows is about somebody from whom the member is kept.
  fileprivate func isFree(for rows: [SweepRow]) -> Bool { !rows.contains { $0.isAbout(anyOf: recusals) } }
}
