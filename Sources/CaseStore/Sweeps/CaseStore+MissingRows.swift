public import Casework
import GRDB

/// Rows of a list that a newer one of the same quarter and office has no more: they may be what the sender has put right
/// (features: 49).
extension CaseStore {
  /// Keeps which rows the newer of two lists has no more: for rows of an older list in the import's event, where whoever
  /// decides there finds them, for rows of this list on the rows.
  ///
  /// A list takes the place of another where it has most of its rows: the lists of two months have none in common,
  /// and one that only adds rows misses none. Newer is the one received later; where the letters do not say, the one taken
  /// in later.
  ///
  /// - Parameters:
  ///   - received: the day on which this list came.
  ///   - others: the other lists of the quarter and office that stand, the oldest first.
  func keepMissing(
    of sweep: Int64, received: Day?, beside others: [Sweep], told: inout Entries, in db: Database
  ) throws {
    if others.isEmpty { return }
    let own = try SweepMarks.kept(of: sweep, in: db)
    var carriedOut: [String] = []
    for other in others {
      let theirs = try SweepMarks.kept(of: other.id, in: db)
      if let received, let day = other.received, received < day {
        let sign = LifeSign(.missingLater, on: day.iso, source: other.number)
        let asked = Set(
          try Int.fetchAll(
            db, sql: "SELECT row FROM sweep_row WHERE sweep = ? AND proposal <> 'none'", arguments: [sweep]))
        for row in try rows(of: sweep, own, missingIn: theirs, db) where asked.contains(row) {
          try keep(sign, row: row, of: sweep, in: db)
        }
        continue
      }
      let missing = try rows(of: other.id, theirs, missingIn: own, db)
      if missing.isEmpty { continue }
      told.merge([
        "missing": String(missing.count), "missing_of": other.number,
        "missing_rows.\(other.number)": RowRanges.text(missing),
      ])
      guard other.state == .applied else { continue }
      let done = Set(
        try Int.fetchAll(
          db, sql: "SELECT row FROM sweep_row WHERE sweep = ? AND outcome = 'done'", arguments: [other.id]))
      carriedOut += missing.filter(done.contains).map { "\(other.number):\($0)" }
    }
    if !carriedOut.isEmpty { told["missing_done"] = carriedOut.joined(separator: ",") }
  }

  /// The rows of a list that another one has no more, in file order; none where that does not take its place.
  private func rows(of sweep: Int64, _ marks: [UInt64], missingIn newer: [UInt64], _ db: Database) throws -> [Int] {
    let newer = Set(newer)
    let missing = Set(marks.filter { !newer.contains($0) })
    let lost = marks.count { missing.contains($0) }
    guard lost > 0, lost * 2 < marks.count else { return [] }
    return try SweepMarks.marks(of: sweep, in: db).filter { missing.contains($0.mark) }.map(\.row).sorted()
  }

  /// The rows of a sweep under way that newer lists have no more, each with what tells it.
  func missingSigns(of sweep: Sweep, in db: Database) throws -> [Int: [LifeSign]] {
    let newer = try Row.fetchAll(
      try db.cachedStatement(
        sql: """
          SELECT \(Sweep.selection) FROM sweep
          WHERE id > ? AND state NOT IN \(Sweep.terminal.sqlList) AND instr(body, ?) > 0
          """), arguments: [sweep.id, "missing_rows.\(sweep.number)\""]
    ).compactMap(Sweep.init(row:))
    var signs: [Int: [LifeSign]] = [:]
    for list in newer {
      let day = list.received?.iso ?? list.value("on", of: .import)
      let sign = LifeSign(.missingLater, on: day, source: list.number)
      for row in list.missingRows(of: sweep.number).joined() { signs[row, default: []].append(sign) }
    }
    return signs
  }

  /// The rows that older lists have and a sweep has no more, in file order, each with its list, the newest first.
  public func missingRows(
    from sweep: Sweep, by session: Session
  ) throws -> [(earlier: Sweep, rows: [SweepRow])] {
    let lists = sweep.entries.under("import.missing_rows.").pairs.map(\.code)
    return try lists.map { try self.sweep(numbered: $0) }.sorted { $0.id > $1.id }.map { earlier in
      let missing = sweep.missingRows(of: earlier.number)
      return (earlier, try rows(of: earlier, by: session).filter { row in missing.contains { $0.contains(row.row) } })
    }
  }
}

extension Sweep {
  fileprivate func missingRows(of older: String) -> [ClosedRange<Int>] {
    RowRanges.ranges(value("missing_rows.\(older)", of: .import)) ?? []
  }
}
