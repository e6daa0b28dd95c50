import Casework
import GRDB

extension Audit {
  /// The rows of each sweep: what was compared by its digest, what was decided by the decisions in the log.
  func checkSweepRows() throws {
    for row in try Row.fetchAll(db, sql: "SELECT \(Sweep.selection) FROM sweep") {
      guard let sweep = Sweep(row: row) else { throw fail(0, "sweep \(row[0] as Int64)") }
      try checkRows(of: sweep)
    }
    let strays = try Int.fetchOne(db, sql: "SELECT count(*) FROM sweep_row WHERE sweep NOT IN (SELECT id FROM sweep)")
    if strays != 0 { throw fail(0, "rows of no sweep") }
  }

  private func checkRows(of sweep: Sweep) throws {
    let decided = try decisions(on: sweep)
    let refused = Dictionary(
      sweep.value("refused", of: .apply).split(separator: ",").compactMap { item -> (Int, String)? in
        let parts = item.split(separator: ":").map(String.init)
        return parts.count == 2 ? Int(parts[0]).map { ($0, parts[1]) } : nil
      }, uniquingKeysWith: { first, _ in first })
    var digest = RowsDigest()
    var texts = RowTexts()
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT \(SweepRow.selection) FROM sweep_row WHERE sweep = ? ORDER BY row",
      arguments: [sweep.id])
    while let row = try rows.next() {
      guard let read = SweepRow(row: row) else { throw fail(0, "sweep \(sweep.number), row \(row[0] as Int)") }
      let columns = SweepRow.comparedColumns.count
      texts.fill(with: (1...columns).map { row[$0] as String })
      digest.add(row: read.row, texts)
      let decision = decided[read.row]
      var outcome: String?
      if sweep.state == .applied, decision?.decision == SweepDecision.accept.rawValue {
        outcome = refused[read.row] ?? "done"
      }
      let told: [String?] = [
        decision?.decision, decision?.staff, decision?.reason, outcome,
      ]
      let kept = row.databaseValues.dropFirst(columns + 1)
      if !zip(kept, told).allSatisfy({ $0.isIdentical(to: $1?.databaseValue ?? .null) }) {
        throw fail(0, "sweep \(sweep.number), row \(read.row) is not what its events say")
      }
    }
    if digest.finish() != sweep.value("rows_digest", of: .import) {
      throw fail(0, "sweep \(sweep.number): its rows are not those that were imported")
    }
  }

  private func decisions(on sweep: Sweep) throws -> [Int: (decision: String, staff: String, reason: String?)] {
    var decided: [Int: (decision: String, staff: String, reason: String?)] = [:]
    for logged in try EventLog.events(of: Sweep.kind, sweep.id, in: db) {
      guard let event = logged.event(of: Sweep.self), event.move == .decide else { continue }
      for range in RowRanges.ranges(event.data.text("rows")) ?? [] {
        for row in range { decided[row] = (event.data.text("decision"), event.staff, event.data["reason"]) }
      }
    }
    return decided
  }
}
