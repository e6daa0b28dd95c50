import Casework
import GRDB

/// Rows that an earlier list of the quarter has as well: a newer file asks only what is new (features: 49).
extension CaseStore {
  /// Keeps where the rows to be decided stand in earlier lists, and tells it in the import's event.
  ///
  /// The same are those of which file and register tell the same in both; a changed remark is a new row. Where no row was
  /// seen before (`sweep_seen`), no list is read again.
  func keepRepeated(of sweep: Int64, in earlier: [Sweep], told: inout Entries, in db: Database) throws {
    if earlier.isEmpty { return }
    let own = try reports(
      of: sweep, "row IN (SELECT row FROM sweep_seen WHERE sweep = ?1) AND \(SweepRow.isAskedAtAll)", in: db)
    if own.isEmpty { return }
    let insert = try BulkStatement("INSERT INTO sweep_repeated VALUES (?, ?, ?, ?)", in: db)
    insert.bind(sweep, at: 1)
    for other in earlier {
      let theirs = Dictionary(
        try reports(of: other.id, SweepRow.isAskedAtAll, in: db).map { ($0.mark, $0.row) },
        uniquingKeysWith: { first, _ in first })
      for (mark, row) in own {
        guard let place = theirs[mark] else { continue }
        insert.begin()
        insert.bind(row, at: 2)
        insert.bind(other.id, at: 3)
        insert.bind(place, at: 4)
        try insert.run()
      }
    }
    let (rows, digest) = try Self.repeatedDigest(of: sweep, in: db)
    guard rows > 0 else { return }
    told.merge(["repeated": String(rows), "repeated_digest": digest])
    let doubtful = try Row.fetchAll(
      db,
      sql: """
        SELECT row, class FROM sweep_row
        WHERE sweep = ?1 AND row IN (SELECT row FROM sweep_repeated WHERE sweep = ?1) AND \(SweepRow.isDoubtfulAtAll)
        ORDER BY row
        """, arguments: [sweep])
    guard !doubtful.isEmpty else { return }
    told["repeated_doubtful"] = RowRanges.text(doubtful.map { $0[0] as Int })
    told["repeated_asked"] = String(doubtful.count { $0[1] as String != SweepClass.malformed.rawValue })
  }

  /// A mark of all that some rows tell, with their numbers.
  private func reports(
    of sweep: Int64, _ condition: String, in db: Database
  ) throws -> [(mark: UInt64, row: Int64)] {
    let columns = [
      "identity", "source_identity", "source_name", "kind", "source_kind", "event_date", "source_birth",
      "source_address",
      "source_note", "source_details", "class", "reason", "certificate", "candidates",
    ]
    let rows = try BulkStatement(
      "SELECT row, \(columns.joined(separator: ", ")) FROM sweep_row WHERE sweep = ?1 AND \(condition) ORDER BY row",
      in: db)
    rows.begin()
    rows.bind(sweep, at: 1)
    let besides = try saidBesides(in: sweep, db)
    var reports: [(mark: UInt64, row: Int64)] = []
    while try rows.next() {
      var mark = Fingerprint()
      for column in 1...columns.count { mark.add(rows.text(Int32(column)) ?? "") }
      if !besides.isEmpty { for words in besides[rows.number(0)] ?? [] { mark.add(words) } }
      reports.append((mark.value, rows.number(0)))
    }
    return reports
  }

  /// What a list says of some rows elsewhere than in them: few have any.
  private func saidBesides(in sweep: Int64, _ db: Database) throws -> [Int64: [String]] {
    let blocks: [SweepBlock] = [.duplicateDoubt, .otherName, .toldInRow, .footnote, .perhapsCut]
    let signs = try Row.fetchAll(
      db,
      sql: """
        SELECT row, sign || ' ' || day || ' ' || detail FROM sweep_sign
        WHERE sweep = ? AND sign IN \(blocks.sqlList) ORDER BY row, 2
        """, arguments: [sweep])
    return Dictionary(grouping: signs) { $0[0] as Int64 }.mapValues { $0.map { $0[1] as String } }
  }

  /// How many rows of a sweep earlier lists have as well, and a digest of where.
  static func repeatedDigest(of sweep: Int64, in db: Database) throws -> (rows: Int, digest: String) {
    var digest = RowsDigest()
    var texts = RowTexts()
    var rows: Set<Int> = []
    let places = try Row.fetchCursor(
      db, sql: "SELECT row, earlier, earlier_row FROM sweep_repeated WHERE sweep = ? ORDER BY row, earlier",
      arguments: [sweep])
    while let place = try places.next() {
      texts.fill(with: [String(place[1] as Int64), String(place[2] as Int)])
      digest.add(row: place[0], texts)
      rows.insert(place[0])
    }
    return (rows.count, digest.finish())
  }

  /// The rows as they were read, the undecided ones with the earlier list that settles them.
  func withElsewhere(_ rows: [SweepRow], of sweep: Sweep, in db: Database) throws -> [SweepRow] {
    guard !sweep.value("repeated", of: .import).isEmpty else { return rows }
    let open = rows.filter { $0.needsDecision && $0.decision == nil }
    guard let first = open.first?.row, let last = open.last?.row else { return rows }
    let places = try Row.fetchAll(
      db,
      sql: """
        SELECT p.row, e.number, p.earlier_row, e.state, o.decision FROM \(SweepRow.repeatedRows)
        WHERE p.sweep = ? AND p.row BETWEEN ? AND ? AND \(SweepRow.settles)
        ORDER BY p.row, o.decision IS NULL, p.earlier DESC
        """, arguments: [sweep.id, first, last])
    let found = Dictionary(
      try places.map { place in
        guard let state = Sweep.State(rawValue: place[3]) else {
          throw StoreProblem.damaged("sweep \(place[1] as String)")
        }
        return (
          place[0] as Int,
          RowElsewhere(
            sweep: place[1], row: place[2], state: state,
            decision: (place[4] as String?).flatMap(SweepDecision.init(rawValue:)))
        )
      }, uniquingKeysWith: { first, _ in first })
    return rows.map { row in
      var row = row
      if row.decision == nil { row.elsewhere = found[row.row] }
      return row
    }
  }

  /// The numbers of later lists that have left rows to this one and can no longer decide them.
  func relying(on sweep: Sweep, in db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT number FROM sweep WHERE state IN ('submitted', 'approved', 'applied') AND EXISTS (
          SELECT 1 FROM sweep_repeated p JOIN sweep_row r ON r.sweep = p.sweep AND r.row = p.row
          WHERE p.sweep = sweep.id AND p.earlier = ? AND r.decision IS NULL) ORDER BY id
        """, arguments: [sweep.id])
  }
}
