import Casework
import GRDB

extension Audit {
  /// The rows of each sweep: what was compared by its digest, what was decided by the decisions in the log.
  func checkSweepRows() throws {
    for row in try Row.fetchAll(db, sql: "SELECT \(Sweep.selection) FROM sweep") {
      guard let sweep = Sweep(row: row) else { throw fail(0, "sweep \(row[0] as Int64)") }
      try checkRows(of: sweep)
    }
    let strays = try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM sweep_row
        WHERE sweep NOT IN (SELECT id FROM sweep) AND sweep NOT IN (SELECT sweep FROM sweep_staging)
        """)
    if strays != 0 { throw fail(0, "rows of no sweep") }
    let signs = try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM sweep_sign s
        WHERE NOT EXISTS (SELECT 1 FROM sweep_row r WHERE r.sweep = s.sweep AND r.row = s.row)
        """)
    if signs != 0 { throw fail(0, "signs of no row") }
  }

  private func checkRows(of sweep: Sweep) throws {
    let (decided, apart, undone) = try decisions(on: sweep)
    let refused = Dictionary(
      sweep.value("refused", of: .apply).split(separator: ",").compactMap { item -> (Int, String)? in
        let parts = item.split(separator: ":").map(String.init)
        return parts.count == 2 ? Int(parts[0]).map { ($0, parts[1]) } : nil
      }, uniquingKeysWith: { first, _ in first })
    let already = Set(
      sweep.value("already", of: .apply).split(separator: ",").compactMap { Int($0.prefix { $0 != ":" }) })
    var digest = RowsDigest()
    var texts = RowTexts()
    var holders = HolderRows()
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT \(SweepRow.selection) FROM sweep_row WHERE sweep = ? ORDER BY row",
      arguments: [sweep.id])
    while let row = try rows.next() {
      guard let read = SweepRow(row: row) else { throw fail(0, "sweep \(sweep.number), row \(row[0] as Int)") }
      let columns = SweepRow.comparedColumns.count
      texts.fill(with: (1...columns).map { row[$0] as String })
      digest.add(row: read.row, texts)
      holders.add(read)
      let decision = decided[read.row]
      var outcome: String?
      if sweep.appliedOn != nil, decision?.decision == SweepDecision.accept.rawValue {
        outcome =
          undone.contains(read.row)
          ? SweepRow.undone : already.contains(read.row) ? SweepRow.already : refused[read.row] ?? SweepRow.done
      }
      let told: [String?] = [
        decision?.decision, decision?.staff, decision?.reason, outcome, decision?.date, decision?.target,
        apart[read.row].map { $0.sorted().joined(separator: "|") },
      ]
      let kept = row.databaseValues.dropFirst(columns + 1)
      if !zip(kept, told).allSatisfy({ $0.isIdentical(to: $1?.databaseValue ?? .null) }) {
        throw fail(0, "sweep \(sweep.number), row \(read.row) is not what its events say")
      }
    }
    if digest.finish() != sweep.value("rows_digest", of: .import) {
      throw fail(0, "sweep \(sweep.number): its rows are not those that were imported")
    }
    if try !holders.index.isKept(of: sweep.id, in: db) {
      throw fail(0, "sweep \(sweep.number): where holders stand in it is not what its rows say")
    }
    let repeated = try CaseStore.repeatedDigest(of: sweep.id, in: db)
    if (repeated.rows == 0 ? "" : repeated.digest) != sweep.value("repeated_digest", of: .import) {
      throw fail(0, "sweep \(sweep.number): where its rows stand in earlier lists is not what was found")
    }
    let signs = try CaseStore.signsDigest(of: sweep.id, in: db)
    if (signs.count == 0 ? "" : signs.digest) != sweep.value("signs_digest", of: .import) {
      throw fail(0, "sweep \(sweep.number): its signs are not those that were found")
    }
    try checkSignsSeen(of: sweep)
  }

  /// What was kept of a person after the import stands in the decision of whoever saw it, and nothing of it is gone.
  private func checkSignsSeen(of sweep: Sweep) throws {
    var digests: [Int: String] = [:]
    let seen = try Row.fetchAll(
      db, sql: "SELECT row, sign, source, day, since FROM sweep_sign WHERE sweep = ? AND since <> ''",
      arguments: [sweep.id])
    var told: Set<String> = []
    for logged in try EventLog.events(of: Sweep.kind, sweep.id, in: db) {
      guard let event = logged.event(of: Sweep.self), event.move == .decide else { continue }
      let (known, digest) = (event.data.text("known").split(separator: "|"), event.data["seen_digest"])
      if known.isEmpty && digest == nil { continue }
      for row in (RowRanges.ranges(event.data.text("rows")) ?? []).joined() {
        for key in known { told.insert("\(row) \(event.day) \(key)") }
        if let digest { digests[row] = digest }
      }
    }
    for row in seen {
      let key = "\(row[1] as String) \(row[2] as String) \(row[3] as String)"
      if !told.contains("\(row[0] as Int) \(row[4] as String) \(key)") {
        throw fail(0, "sweep \(sweep.number), row \(row[0] as Int): a sign that nobody saw")
      }
    }
    for (row, digest) in digests.sorted(by: { $0.key < $1.key })
    where try CaseStore.seenDigest(of: row, in: sweep.id, db) != digest {
      throw fail(0, "sweep \(sweep.number), row \(row): its signs are not those that were seen")
    }
  }

  private typealias Decided = (decision: String, staff: String, reason: String?, date: String?, target: String?)

  /// What stands decided by the log, row by row, who alone was told apart, and the rows that were undone.
  private func decisions(
    on sweep: Sweep
  ) throws -> (decided: [Int: Decided], apart: [Int: Set<String>], undone: Set<Int>) {
    var decided: [Int: Decided] = [:]
    var apart: [Int: Set<String>] = [:]
    var undone: Set<Int> = []
    for logged in try EventLog.events(of: Sweep.kind, sweep.id, in: db) {
      guard let event = logged.event(of: Sweep.self) else { continue }
      let rows = (RowRanges.ranges(event.data.text("rows")) ?? []).joined()
      switch event.move {
      case .decide:
        let decision = event.data.text("decision")
        let isOpen = decision == SweepDecision.open.rawValue
        let (data, reasons) = (event.data, event.reasons)
        for row in rows {
          if let told = event.toldApart {
            apart[row, default: []].insert(told)
            continue
          }
          if let told = event.heldPossible {
            apart[row]?.remove(told)
            if apart[row]?.isEmpty == true { apart[row] = nil }
            continue
          }
          if isOpen { apart[row] = nil }
          let reason = reasons?[String(row)] ?? data["reason"]
          decided[row] = isOpen ? nil : (decision, event.staff, reason, data["date"], data["target"])
        }
      case .undo, .undoRow: undone.formUnion(rows)
      case .import, .submit, .sendBack, .approve, .apply, .abandon: break
      }
    }
    return (decided, apart, undone)
  }
}
