import Casework
import GRDB

/// Rows about one holder that cannot all be right: of one file as of several lists (domain: 5.1; features: 45).
///
/// A list tells it of its own rows at the import. The rows of earlier lists are not touched: what speaks against them is read
/// from the signs of the later one.
extension CaseStore {
  /// Keeps with rows of a file what others of the same number say against them.
  func keepContraryReports(_ found: [RowCleaning.SecondReport], of sweep: Int64, in db: Database) throws {
    if found.isEmpty { return }
    let groups = Dictionary(grouping: found, by: \.first).map { first, others in [first] + others.map(\.row) }
    let reports = try reports(of: groups.joined().sorted(), in: sweep, db)
    for group in groups {
      for (_, reports) in Dictionary(grouping: group.compactMap { reports[$0] }, by: \.certificate) {
        let told = reports.map(\.report)
        for (row, sign) in ContraryReports.signs(on: told, from: told) {
          try keep(sign, row: row, of: sweep, in: db)
        }
      }
    }
  }

  /// Keeps what the other lists of the quarter, and those under way, say against rows about holders.
  ///
  /// - Returns: how many rows tell of somebody alive whose certificate a death has ended meanwhile; nothing is asked about
  ///   these, so the import has to say it.
  func keepContraryReports(of sweep: Int64, beside lists: [Sweep], in db: Database) throws -> Int {
    if lists.isEmpty { return 0 }
    let own = try reports(in: sweep, among: nil, db)
    if own.isEmpty { return 0 }
    var ended: Set<Int> = []
    for list in lists {
      let isOver = Sweep.terminal.contains(list.state)
      for (identity, all) in try reports(in: list.id, named: list.number, among: Set(own.keys), isOver: isOver, db) {
        let theirs = isOver ? all.filter(\.report.isDenial) : all
        // What the other list tells as well is no news to whoever decides there.
        let mine = (own[identity] ?? []).filter { own in
          !theirs.contains { $0.report.says(theSameAs: own.report) }
        }
        for (row, sign) in ContraryReports.signs(on: mine.map(\.report), from: theirs.map(\.report)) {
          let isEnded = mine.contains { $0.report.row == row && $0.isEnded }
          let isOfSomebodyAlive = sign.block == .diedBefore || sign.block == .contraryRow
          if isEnded, !isOfSomebodyAlive { continue }
          if isEnded { ended.insert(row) }
          try keep(sign, row: row, of: sweep, in: db)
        }
      }
    }
    return ended.count
  }

  /// The lists of a quarter, and those under way, that were neither given up nor taken back.
  func lists(beside quarter: Quarter, besides sweep: Int64, in db: Database) throws -> [Sweep] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT \(Sweep.selection) FROM sweep WHERE id <> ?1 AND state NOT IN \(Sweep.terminal.sqlList)
          AND (json_extract(body, '$."import.quarter"') = ?2 OR state IN \(Sweep.underWay.sqlList))
        """, arguments: [sweep, quarter.text]
    ).compactMap(Sweep.init(row:))
  }

  /// The lists of a quarter that were given up or taken back: what they deny stays denied.
  func listsOver(in quarter: Quarter, in db: Database) throws -> [Sweep] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT \(Sweep.selection) FROM sweep WHERE state IN \(Sweep.terminal.sqlList)
          AND json_extract(body, '$."import.quarter"') = ?
        """, arguments: [quarter.text]
    ).compactMap(Sweep.init(row:))
  }

  /// What later lists say against rows of a sweep under way, by row: their rows, and that they have a row no more; of
  /// lists and rows that do not stand, what outlives them.
  func contraries(beside sweep: Sweep, in db: Database) throws -> [Int: [LifeSign]] {
    guard sweep.isUnderWay else { return [:] }
    let found = try Row.fetchCursor(
      try db.cachedStatement(
        sql: """
          SELECT s.source, s.sign, e.number, r.row, r.kind, r.event_date, r.source_kind, r.source_note,
            r.block IN \(ContraryReports.doubts.sqlList) OR EXISTS (SELECT 1 FROM sweep_sign t
              WHERE t.sweep = r.sweep AND t.row = r.row AND t.sign IN \(ContraryReports.doubts.sqlList)),
            e.state NOT IN \(Sweep.terminal.sqlList) AND r.outcome IS NOT 'undone'
          FROM sweep e JOIN sweep_sign s ON s.sweep = e.id
            JOIN sweep_row r ON r.sweep = s.sweep AND r.row = s.row
          WHERE e.id > ?1 AND s.source GLOB ?2 AND s.sign IN \(ContraryReports.blocks.sqlList)
          """), arguments: [sweep.id, sweep.number + ":*"])
    var signs = try missingSigns(of: sweep, in: db)
    while let row = try found.next() {
      guard let place = (row[0] as String).split(separator: ":").last.flatMap({ Int($0) }),
        let block = SweepBlock(rawValue: row[1]), let kind = PoliceRecordKind(rawValue: row[4])
      else { throw StoreProblem.damaged("sweep row \(row[3] as Int)") }
      let report = ContraryReports.Report(
        row: row[3], place: "\(row[2] as String):\(row[3] as Int)", kind: kind, written: row[6], note: row[7],
        date: EventDate(kept: row[5]), isDoubted: row[8])
      guard row[9] || report.outlives(itsListBy: block) else { continue }
      if let sign = ContraryReports.answer(to: block, by: report) { signs[place, default: []].append(sign) }
    }
    return signs
  }

  /// The signs of a row whose other row is accepted, where both cannot be carried out.
  func acceptedAgainst(_ row: SweepRow, of sweep: Sweep, in db: Database) throws -> [LifeSign] {
    try row.signs.filter { ContraryReports.blocks.contains($0.block) }.filter { sign in
      let parts = sign.source.split(separator: ":").map(String.init)
      guard let place = parts.last.flatMap({ Int($0) }) else { return false }
      let list = parts.count == 2 ? try self.sweep(withNumber: parts[0], in: db) : sweep
      guard let list, !Sweep.terminal.contains(list.state),
        let other = try readRows(ofSweep: list.id, where: "row = ?", [place], in: db).first
      else { return false }
      return other.decision == .accept && other.outcome != SweepRow.undone && row.excludes(other, by: sign.block)
    }
  }

  private func sweep(withNumber number: String, in db: Database) throws -> Sweep? {
    try Row.fetchOne(db, sql: "SELECT \(Sweep.selection) FROM sweep WHERE number = ?", arguments: [number])
      .flatMap(Sweep.init(row:))
  }

  /// What a row of a list tells of a holder, and of which certificate.
  private struct HolderReport {
    let report: ContraryReports.Report
    let certificate: String
    let isEnded: Bool

    /// - Parameter row: what `columns` names.
    init?(_ row: borrowing BulkStatement, in list: String? = nil, doubted: Set<Int> = []) {
      guard let kind = PoliceRecordKind(rawValue: row.text(1) ?? "") else { return nil }
      let number = Int(row.number(0))
      report = ContraryReports.Report(
        row: number, place: list.map { "\($0):\(number)" }, kind: kind, written: row.text(5) ?? "",
        note: row.text(6) ?? "", date: EventDate(kept: row.text(2) ?? ""), isDoubted: doubted.contains(number))
      certificate = row.text(3) ?? ""
      isEnded = row.text(4) == SweepClass.inactive.rawValue
    }

    static let columns = "row, kind, event_date, certificate, class, source_kind, source_note"
  }

  /// What rows of a list tell of holders.
  private func reports(of rows: [Int], in sweep: Int64, _ db: Database) throws -> [Int: HolderReport] {
    let read = try BulkStatement(
      """
      SELECT \(HolderReport.columns) FROM sweep_row
      WHERE sweep = ? AND row = ? AND class IN \([SweepClass.exact, .nameMismatch].sqlList)
      """, in: db)
    read.bind(sweep, at: 1)
    var found: [Int: HolderReport] = [:]
    for row in rows {
      read.begin()
      read.bind(Int64(row), at: 2)
      if try read.next() { found[row] = HolderReport(read) }
    }
    return found
  }

  /// What a list tells of holders, by their numbers; what was taken back since tells nothing.
  ///
  /// - Parameters:
  ///   - people: only these.
  ///   - isOver: whether the list was given up or taken back: then all its rows count, by their own words alone, for it
  ///     may have been read or answered wrongly.
  private func reports(
    in sweep: Int64, named list: String? = nil, among people: Set<String>?, isOver: Bool = false, _ db: Database
  ) throws -> [String: [HolderReport]] {
    let doubted = try isOver ? [] : doubtedRows(of: sweep, in: db)
    let rows = try BulkStatement(
      """
      SELECT \(HolderReport.columns), identity FROM sweep_row
      WHERE sweep = ? AND class IN \([SweepClass.exact, .nameMismatch, .inactive, .duplicate].sqlList)
        AND (class <> 'duplicate' OR block <> '') AND (\(isOver) OR outcome IS NOT 'undone') ORDER BY row
      """, in: db)
    rows.bind(sweep, at: 1)
    var found: [String: [HolderReport]] = [:]
    while try rows.next() {
      let identity = rows.text(7) ?? ""
      if people.map({ !$0.contains(identity) }) ?? false { continue }
      if let report = HolderReport(rows, in: list, doubted: doubted) { found[identity, default: []].append(report) }
    }
    return found
  }

  /// The rows of which a list itself tells something because of which they are asked by themselves.
  private func doubtedRows(of sweep: Int64, in db: Database) throws -> Set<Int> {
    let doubts = ContraryReports.doubts.sqlList
    return try Set(
      Int.fetchAll(
        db,
        sql: """
          SELECT row FROM sweep_row WHERE sweep = ?1 AND block IN \(doubts)
          UNION SELECT row FROM sweep_sign WHERE sweep = ?1 AND sign IN \(doubts)
          """, arguments: [sweep]))
  }
}
