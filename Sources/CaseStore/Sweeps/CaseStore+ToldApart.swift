public import Casework
import GRDB

extension CaseStore {
  /// Says of one of those whom a row may be about that it is not this one; of the last, that it is nobody.
  ///
  /// Throws `Refusal`; then nothing has changed.
  ///
  /// - Parameters:
  ///   - number: the certificate.
  ///   - seen: the row as it was shown to whoever decides.
  /// - Returns: how many stay possible, and how many rows of the sweep still need a person.
  public func tellApart(
    _ number: String, from row: Int, reason: String, seeing seen: SweepRow? = nil, on id: Int64, by session: Session
  ) throws -> (people: Int, undecided: Int) {
    let (_, _, undecided) = try decide(
      .rows([row...row]), .reject, reason: reason, given: SweepGiven(target: number), seeing: seen, on: id, by: session)
    return try read { db in
      let sweep = try sweep(id, in: db)
      let now = try withNear(readRows(of: sweep, where: "row = ?", [row], in: db), of: sweep, in: db).first
      return (now?.decision == nil ? now?.peopleLeft.count ?? 0 : 0, undecided)
    }
  }

  /// Takes back of one person that a row is not about it, while the row is undecided.
  ///
  /// Throws `Refusal`; then nothing has changed.
  ///
  /// - Returns: how many are possible now.
  public func holdPossible(
    _ number: String, in row: Int, reason: String, seeing seen: SweepRow? = nil, on id: Int64, by session: Session
  ) throws -> Int {
    _ = try decide(
      .rows([row...row]), .open, reason: reason, given: SweepGiven(target: number), seeing: seen, on: id, by: session)
    return try read { db in
      let sweep = try sweep(id, in: db)
      return try withNear(readRows(of: sweep, where: "row = ?", [row], in: db), of: sweep, in: db).first?.peopleLeft
        .count ?? 0
    }
  }

  /// Keeps who alone was told apart from the person of a row.
  func keep(apart: [String], row: Int, of sweep: Int64, in db: Database) throws {
    try db.execute(
      sql: "UPDATE sweep_row SET apart = ? WHERE sweep = ? AND row = ?",
      arguments: [apart.isEmpty ? nil : apart.sorted().joined(separator: "|"), sweep, row])
  }
}
