public import Casework
import GRDB

/// Rows of an earlier list that a newer one of the same quarter and office has no more: they may be what the sender has put
/// right (features: 49).
extension CaseStore {
  /// Tells in the import's event which earlier list the new one takes the place of, and how many of its rows are missing.
  ///
  /// A list takes the place of another where it has at least half of its rows: the lists of two months have none in common.
  func tellMissing(of sweep: Int64, in earlier: [Sweep], told: inout Entries, in db: Database) throws {
    if earlier.isEmpty { return }
    let own = Set(try SweepMarks.kept(of: sweep, in: db))
    for other in earlier.reversed() {
      let theirs = try SweepMarks.kept(of: other.id, in: db)
      let missing = theirs.count { !own.contains($0) }
      guard missing > 0, (theirs.count - missing) * 2 >= theirs.count else { continue }
      return told.merge(["missing": String(missing), "missing_of": other.number])
    }
  }

  /// The rows that the list before has and a sweep has no more, in file order, with that list; `nil` where there is none.
  public func missingRows(from sweep: Sweep, by session: Session) throws -> (earlier: Sweep, rows: [SweepRow])? {
    let number = sweep.value("missing_of", of: .import)
    if number.isEmpty { return nil }
    let earlier = try self.sweep(numbered: number)
    let rows = try rows(of: earlier, by: session)
    let own = try read { Set(try SweepMarks.marks(of: sweep.id, in: $0).map(\.mark)) }
    return (earlier, rows.filter { !own.contains(SweepMarks.mark(of: $0)) })
  }
}
