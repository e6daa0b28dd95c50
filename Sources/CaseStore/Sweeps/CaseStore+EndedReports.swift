import Casework
import GRDB

/// Rows about people whose certificates had ended: of most nothing is asked, of those that tell of somebody alive a person
/// is (domain: 5.1, pitfalls; features: 45, 48).
extension CaseStore {
  /// Keeps on rows that a death has ended the certificate, in whatever quarter and by whatever act, where they take that
  /// death back or tell of something after it.
  ///
  /// A row that the sweep which ended it had as well, word for word, was answered there.
  ///
  /// - Parameter said: what the list says beside its rows of some of these people.
  /// - Returns: those rows, in file order.
  func keepEndedReports(of sweep: Int64, said: [Int: String], in db: Database) throws -> [Int] {
    let rows = try BulkStatement(
      """
      SELECT row, kind, event_date, certificate, source_kind, source_note, duplicate_of FROM sweep_row
      WHERE sweep = ? AND (class = 'inactive' OR class = 'duplicate' AND reason = 'inactive') AND certificate <> ''
      ORDER BY row
      """, in: db)
    rows.bind(sweep, at: 1)
    var found: Set<Int> = []
    while try rows.next() {
      guard let kind = PoliceRecordKind(rawValue: rows.text(1) ?? "") else { continue }
      let row = Int(rows.number(0))
      let told = EndedReport(
        report: ContraryReports.Report(
          row: row, kind: kind, written: rows.text(4) ?? "", note: rows.text(5) ?? "",
          date: EventDate(kept: rows.text(2) ?? ""), isDoubted: said[row] != nil),
        written: rows.text(4) ?? "", note: rows.text(5) ?? "")
      // Most of these rows only repeat a death.
      guard told.report.kind != .death || told.report.isDenial,
        let ended = try Self.inForce(numbered: rows.text(3) ?? "", in: db).flatMap(EndedForDeath.init),
        ContraryReports.tellsOfLife(told.report, after: ended.day), try !isSaid(told, by: ended, in: db)
      else { continue }
      let kept = Int(rows.text(6) ?? "") ?? row
      try keep(ended.sign(beside: said[row] ?? ""), row: kept, of: sweep, in: db)
      found.insert(kept)
    }
    return found.sorted()
  }

  /// What a row about somebody whose certificate had ended tells.
  private struct EndedReport {
    let report: ContraryReports.Report
    let written: String
    let note: String
  }

  /// Whether the row that ended a certificate is the same.
  private func isSaid(_ told: EndedReport, by ended: EndedForDeath, in db: Database) throws -> Bool {
    guard let sweep = ended.sweep, let row = ended.row else { return false }
    return try Bool.fetchOne(
      try db.cachedStatement(
        sql: """
          SELECT r.kind = ?3 AND r.event_date = ?4 AND r.source_kind = ?5 AND r.source_note = ?6
          FROM sweep e JOIN sweep_row r ON r.sweep = e.id WHERE e.number = ?1 AND r.row = ?2
          """),
      arguments: [sweep, row, told.report.kind.rawValue, told.report.date.kept, told.written, told.note]) ?? false
  }

  /// The certificate that a death has ended, where a row speaks against that or asks for something else.
  func endedForDeath(_ row: SweepRow, in db: Database) throws -> EndedForDeath? {
    guard let number = row.target, row.kind != .death || row.signs.contains(where: { $0.block == .endedForDeath })
    else {
      return nil
    }
    return try Self.inForce(numbered: number, in: db).flatMap(EndedForDeath.init)
  }

  /// The rows of a sweep under way, those about people who have a live certificate again with that.
  func withValidAgain(_ rows: [SweepRow], of sweep: Sweep, in db: Database) throws -> [SweepRow] {
    guard sweep.isUnderWay else { return rows }
    let people = Set(rows.lazy.filter { $0.sweepClass == .inactive }.map(\.identity)).subtracting([""])
    if people.isEmpty { return rows }
    let live = try Row.fetchAll(
      try db.cachedStatement(
        sql: """
          SELECT identity, number FROM certificate WHERE identity IN (SELECT value FROM json_each(?))
            AND state IN \(Certificate.State.allCases.filter(\.isActive).sqlList) ORDER BY id
          """), arguments: [people.jsonList])
    if live.isEmpty { return rows }
    let numbers = Dictionary(live.map { ($0[0] as String, $0[1] as String) }, uniquingKeysWith: { _, newer in newer })
    return rows.map { row in
      guard row.sweepClass == .inactive, let number = numbers[row.identity] else { return row }
      return row.seeing([LifeSign(.validAgain, on: "", source: number)])
    }
  }
}
