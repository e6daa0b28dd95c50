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
  /// - Parameter past: the lists of other quarters: a death that they take back stays taken back.
  func keepContraryReports(of sweep: Int64, beside lists: [Sweep], past: [Sweep], in db: Database) throws {
    if lists.isEmpty && past.isEmpty { return }
    let own = try reports(in: sweep, among: nil, db)
    if own.isEmpty { return }
    for list in lists {
      let isOver = Sweep.terminal.contains(list.state)
      for (identity, all) in try reports(
        in: list.id, named: list.number, among: Set(own.keys), reading: isOver ? .itsOwnWords : .all, db)
      {
        let theirs = isOver ? all.filter(\.report.isDenial) : all
        try keep(theirs, against: own[identity] ?? [], of: sweep, in: db)
      }
    }
    let deaths = own.compactMapValues { all in
      let dead = all.filter { $0.report.kind == .death && !$0.isEnded }
      return dead.isEmpty ? nil : dead
    }
    if deaths.isEmpty { return }
    for list in past {
      for (identity, all) in try reports(
        in: list.id, named: list.number, among: Set(deaths.keys), reading: .denialsAlone, db)
      {
        for death in deaths[identity] ?? [] {
          // One of an earlier day took back another report.
          let theirs = all.map(\.report).filter { denial in
            guard denial.isDenial, let day = denial.date.day, let died = death.report.date.day else {
              return denial.isDenial
            }
            return day >= died
          }
          for (row, sign) in ContraryReports.signs(on: [death.report], from: theirs) {
            try keep(sign, row: row, of: sweep, in: db)
          }
        }
      }
    }
  }

  /// Keeps what another list tells of a holder against the rows about the same holder.
  private func keep(
    _ theirs: [HolderReport], against own: [HolderReport], of sweep: Int64, in db: Database
  ) throws {
    func says(_ reports: [HolderReport], the report: ContraryReports.Report) -> Bool {
      reports.contains { $0.report.says(theSameAs: report) }
    }
    // What the other list tells as well is no news to whoever decides there.
    let news = own.filter { !says(theirs, the: $0.report) }
    for (mine, others) in [
      (news.filter { !$0.isEnded }, theirs),
      // Whoever decides on a row that could still end it has to know; of what has ended it this one tells by itself.
      (news.filter(\.isEnded), theirs.filter { !$0.isDone && !$0.isEnded }),
    ] {
      for (row, sign) in ContraryReports.signs(on: mine.map(\.report), from: others.map(\.report)) {
        let isEnded = mine.contains { $0.report.row == row && $0.isEnded }
        if isEnded, sign.block != .diedBefore, sign.block != .contraryRow { continue }
        try keep(sign, row: row, of: sweep, in: db)
      }
    }
    // It is news to whoever decides here.
    let same = own.filter { !$0.isEnded && says(theirs, the: $0.report) }
    let unsaid = theirs.filter { !says(own, the: $0.report) }
    for (row, sign) in ContraryReports.signs(on: same.map(\.report), from: unsaid.map(\.report)) {
      let told = LifeSign(.contraryElsewhere, on: sign.day, source: sign.source, detail: kind(of: sign, in: unsaid))
      try keep(told, row: row, of: sweep, in: db)
    }
  }

  private func kind(of sign: LifeSign, in reports: [HolderReport]) -> String {
    reports.first { $0.report.place == sign.source }?.report.kind.rawValue ?? sign.detail
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

  /// The lists of other quarters of the last year that are not under way.
  func listsPast(besides quarter: Quarter, _ sweep: Int64, in db: Database) throws -> [Sweep] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT \(Sweep.selection) FROM sweep WHERE id <> ?1 AND state NOT IN \(Sweep.underWay.sqlList)
          AND json_extract(body, '$."import.quarter"') <> ?2 AND since > ?3
        """, arguments: [sweep, quarter.text, today.adding(months: -12).iso]
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

  /// The signs of a row whose other row is accepted, where both cannot be carried out, and whether one of those was.
  func acceptedAgainst(
    _ row: SweepRow, of sweep: Sweep, in db: Database
  ) throws -> (signs: [LifeSign], isDone: Bool) {
    var isDone = false
    let signs = try row.signs.filter { ContraryReports.blocks.contains($0.block) }.filter { sign in
      guard let (list, other) = try self.row(at: sign.source, within: sweep, in: db),
        !Sweep.terminal.contains(list.state)
      else { return false }
      guard other.decision == .accept, other.outcome != SweepRow.undone, row.excludes(other, by: sign.block) else {
        return false
      }
      if other.outcome == SweepRow.done { isDone = true }
      return true
    }
    return (signs, isDone)
  }

  /// A row as a sign or an event names it: `431281-2026Q3-1:7`, or `7` of the list in which the sign stands.
  func row(at place: String, within own: Sweep? = nil, in db: Database) throws -> (Sweep, SweepRow)? {
    let parts = place.split(separator: ":").map(String.init)
    guard let row = parts.last.flatMap({ Int($0) }),
      let list = parts.count == 2 ? try sweep(withNumber: parts[0], in: db) : own
    else { return nil }
    return try readRows(ofSweep: list.id, where: "row = ?", [row], in: db).first.map { (list, $0) }
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
    /// Whether it was carried out.
    let isDone: Bool

    /// - Parameter row: what `columns` names.
    init?(_ row: borrowing BulkStatement, in list: String? = nil, doubted: Set<Int> = []) {
      guard let kind = PoliceRecordKind(rawValue: row.text(1) ?? "") else { return nil }
      let number = Int(row.number(0))
      report = ContraryReports.Report(
        row: number, place: list.map { "\($0):\(number)" }, kind: kind, written: row.text(5) ?? "",
        note: row.text(6) ?? "", date: EventDate(kept: row.text(2) ?? ""), isDoubted: doubted.contains(number))
      certificate = row.text(3) ?? ""
      isEnded = row.text(4) == SweepClass.inactive.rawValue
      isDone = row.text(7) == SweepRow.done
    }

    static let columns = "row, kind, event_date, certificate, class, source_kind, source_note, outcome"
  }

  /// What of a list counts.
  private enum Reading {
    case all
    /// Of one that was given up or taken back all rows, by their own words alone: it may have been read or answered wrongly.
    case itsOwnWords
    /// The same of those rows alone that may take something back.
    case denialsAlone
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
  /// - Parameter people: only these.
  private func reports(
    in sweep: Int64, named list: String? = nil, among people: Set<String>?, reading: Reading = .all, _ db: Database
  ) throws -> [String: [HolderReport]] {
    let isOver = reading != .all
    let doubted = try isOver ? [] : doubtedRows(of: sweep, in: db)
    let rows = try BulkStatement(
      """
      SELECT \(HolderReport.columns), identity FROM sweep_row
      WHERE sweep = ? AND class IN \([SweepClass.exact, .nameMismatch, .inactive, .duplicate].sqlList)
        AND (class <> 'duplicate' OR block <> '') AND (\(isOver) OR outcome IS NOT 'undone')
        AND (\(reading != .denialsAlone) OR kind = 'other' OR source_note <> '') ORDER BY row
      """, in: db)
    rows.bind(sweep, at: 1)
    var found: [String: [HolderReport]] = [:]
    while try rows.next() {
      let identity = rows.text(8) ?? ""
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
