public import Casework
import GRDB

/// Three wrong secrets lock a seat for the person who sits in it, not the case (features: 21).
extension CaseStore {
  static let wrongSecretsToLock = 3

  /// Counts a wrong secret given for a seat; elsewhere it does nothing.
  ///
  /// - Returns: whether the seat is locked now.
  @discardableResult
  public func noteWrongSecret(of staff: StaffMember.ID, inSeatOf id: Int64) throws -> Bool {
    try write { db in
      let application = try application(id, in: db)
      guard application.state == .panel, application.panelMembers.contains(staff),
        let record = try MasterRecord.find(.staff, staff, in: db)
      else { return false }
      let count = (Int(record.entries.text(Self.seatCode(application))) ?? 0) + 1
      try change(
        .staff, staff, move: "seat_secret_wrong", by: staff, data: [Self.seatCode(application): String(count)], in: db)
      return count >= Self.wrongSecretsToLock
    }
  }

  /// The members whose seat in this case is locked.
  public func lockedSeats(of application: Application) throws -> [StaffMember.ID] {
    try read { try lockedSeats(of: application, in: $0) }
  }

  func lockedSeats(of application: Application, in db: Database) throws -> [StaffMember.ID] {
    try application.panelMembers.filter { member in
      let count = try MasterRecord.find(.staff, member, in: db)?.entries.text(Self.seatCode(application)) ?? ""
      return (Int(count) ?? 0) >= Self.wrongSecretsToLock
    }
  }

  /// A right secret makes the wrong ones before it forgotten, unless they have locked the seat.
  func forgetWrongSecrets(of staff: StaffMember.ID, inSeatOf application: Application, db: Database) throws {
    guard try !lockedSeats(of: application, in: db).contains(staff),
      try MasterRecord.find(.staff, staff, in: db)?.entries[Self.seatCode(application)] != nil
    else { return }
    try change(.staff, staff, move: "seat_secret_right", by: staff, data: [Self.seatCode(application): ""], in: db)
  }

  /// What a new password does to the seats that were locked: they open.
  static func unlockedSeats(of record: MasterRecord?) -> Entries {
    let locked = record?.entries.pairs.map(\.code).filter { $0.hasPrefix("seat.") } ?? []
    return Entries(locked.reduce(into: [:]) { $0[$1] = "" })
  }

  private static func seatCode(_ application: Application) -> String { "seat.\(application.number)" }
}
