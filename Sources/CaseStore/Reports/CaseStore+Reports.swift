public import Casework
import GRDB

/// What a signed report has to be corrected by.
public struct ReportCorrection: Hashable, Sendable {
  public let report: PeriodReport
  /// The figures that differ from those signed, or from those of the last signed correction.
  public let differences: [FigureDifference]
  /// The events that made the difference.
  public let events: [FigureCase]
  /// What rows of the period's sweeps did since, or was taken back of it, where the certificate counts in another period.
  public let ofSweeps: [FigureCase]
  /// What was done with the sweeps of the period since: their figures stand in no event of a certificate.
  public let sweeps: [SweepOfPeriod]
  /// The corrections signed so far, the oldest first.
  public let signed: [SignedCorrection]
}

/// Something that was done with a sweep of a period after its report was signed.
public struct SweepOfPeriod: Hashable, Sendable {
  public let seq: Int64
  public let day: Day
  public let sweep: String
  public let move: Sweep.Move
}

/// A correction sheet as it was signed.
public struct SignedCorrection: Hashable, Sendable {
  public let by: StaffMember.ID
  public let at: Instant
  public let reason: String
  public let differences: [FigureDifference]
  /// The log's numbers of the events that it took back into its period.
  public let events: [Int64]
  /// The log's numbers of what was done with the sweeps of its period, and of what they did to certificates.
  public let sweepEvents: [Int64]
}

extension CaseStore {
  /// The signed reports, the newest period first.
  public func reports() throws -> [PeriodReport] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT \(PeriodReport.selection) FROM report ORDER BY number DESC")
        .compactMap(PeriodReport.init(row:))
    }
  }

  /// The years and quarters that have begun since the office was founded, the newest first, each year before its quarters.
  public func reportPeriods() throws -> [ReportPeriod] {
    guard let first = try read(firstDay(in:)) else { return [] }
    return (min(first.year, today.year)...today.year).reversed().flatMap { year in
      let quarters = ReportPeriod.year(year).quarters.reversed().map(ReportPeriod.quarter)
      return ([.year(year)] + quarters).filter { $0.first <= today && first <= $0.last }
    }
  }

  /// The day on which the office began; in a rehearsal days may go back behind the first event.
  private func firstDay(in db: Database) throws -> Day? {
    let isRehearsal = try MasterRecord.find(.office, "office", in: db)?.entries.text("rehearsal") == "yes"
    let sql = isRehearsal ? "SELECT min(day) FROM event" : "SELECT day FROM event ORDER BY seq LIMIT 1"
    return try String.fetchOne(db, sql: sql).flatMap { Day(iso: $0) }
  }

  /// Throws `Refusal` for a period that ended before there was an office to count in.
  func checkBegan(by period: ReportPeriod, in db: Database) throws {
    guard let first = try firstDay(in: db), period.last < first else { return }
    throw Refusal.beforeTheOffice(period, first)
  }

  public func report(on period: ReportPeriod) throws -> PeriodReport? {
    try read { try PeriodReport.find(period, in: $0) }
  }

  /// Draws up the report of a period and signs it: its figures are frozen with their digest.
  ///
  /// Throws `Refusal` where the period is not over or the figures do not balance; then nothing has changed.
  @discardableResult
  public func sign(_ period: ReportPeriod, by session: Session) throws -> PeriodReport {
    try write { db in
      try checkBegan(by: period, in: db)
      if try PeriodReport.find(period, in: db) != nil { throw Refusal.alreadySigned(period) }
      let figures = try figures(from: tally(of: period, in: db), in: db)
      let circumstances = try circumstances(
        of: session, facts: ReportFacts(imbalances: figures.imbalances), in: db)
      let event = Event<PeriodReport>(
        move: .drawUp, to: .drawn, staff: circumstances.staff.id, at: now, day: today, data: ["number": period.text])
      let drawn = try begin(event, id: try PeriodReport.nextID(in: db), by: circumstances.staff, db: db)
      return try record(Act(.sign), on: drawn, in: circumstances, db: db, adding: Self.frozen(figures))
    }
  }

  /// What has changed since a report was signed, without signing anything.
  public func correction(of period: ReportPeriod, by session: Session) throws -> ReportCorrection {
    try read { db in
      try require(PeriodReport.readers, of: session, in: db)
      return try correction(of: period, in: db).sheet
    }
  }

  /// Signs the correction sheet; the report itself stays as it was.
  @discardableResult
  public func correct(_ period: ReportPeriod, reason: String, by session: Session) throws -> ReportCorrection {
    try write { db in
      let (sheet, figures) = try correction(of: period, in: db)
      let facts = ReportFacts(imbalances: figures.imbalances, differences: sheet.differences)
      let circumstances = try circumstances(of: session, facts: facts, in: db)
      var told = Self.frozen(figures)
      told["sweep_events"] = RowRanges.text(
        Set((sheet.sweeps.map(\.seq) + sheet.ofSweeps.compactMap { $0.event?.seq }).map(Int.init)).sorted())
      told["events"] = sheet.events.compactMap { $0.event.map { String($0.seq) } }.joined(separator: ",")
      let corrected = try record(
        Act(.correct, reason.isEmpty ? [:] : ["reason": reason]), on: sheet.report, in: circumstances, db: db,
        adding: told)
      return ReportCorrection(
        report: corrected, differences: sheet.differences, events: sheet.events, ofSweeps: sheet.ofSweeps,
        sweeps: sheet.sweeps, signed: try signedCorrections(of: corrected, in: db))
    }
  }

  private func correction(of period: ReportPeriod, in db: Database) throws -> (sheet: ReportCorrection, now: Figures) {
    guard let report = try PeriodReport.find(period, in: db), let standing = report.standing else {
      throw Refusal.notSigned(period)
    }
    let tally = try tally(
      of: period, collecting: RegisterTally.everything, correcting: signature(of: report, in: db), in: db)
    let now = try figures(from: tally, in: db)
    let last = try EventLog.events(of: PeriodReport.kind, report.id, in: db).last?.seq ?? 0
    let made = (tally.found + tally.reversals).filter { ($0.seq ?? 0) > last }
    let listed = Set(made.compactMap(\.seq))
    let sheet = ReportCorrection(
      report: report, differences: now.differences(from: standing),
      events: try made.map { try figureCase($0, in: db) },
      ofSweeps: try rowsOfSweeps(of: period, since: last, in: db).filter { found in
        found.event.map { !listed.contains($0.seq) } ?? false
      }, sweeps: try sweeps(of: period, since: last, in: db), signed: try signedCorrections(of: report, in: db))
    return (sheet, now)
  }

  /// What rows of the sweeps of a period did after an event of the log, and what was taken back of it.
  private func rowsOfSweeps(of period: ReportPeriod, since last: Int64, in db: Database) throws -> [FigureCase] {
    let moves: [Certificate.Move] = [.sweepUndone, .cancel, .note]
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT seq, subject, json_extract(data, '$.ground'), move, json_extract(data, '$.todo') FROM event
        WHERE seq > ? AND +kind = 'certificate' AND move IN \(moves.sqlList)
          AND json_extract(data, '$.ground') LIKE 'sweep:%' ORDER BY seq
        """, arguments: [last])
    return try rows.compactMap { row in
      let number = (row[2] as String? ?? "").split(separator: ":").dropFirst().first ?? ""
      guard let quarter = number.split(separator: "-").dropFirst().first.flatMap({ Quarter($0) }),
        period.quarters.contains(quarter)
      else { return nil }
      let figure: SweepFigure =
        switch Certificate.Move(rawValue: row[3]) {
        case .cancel: .cancelled
        case .note: row[4] == SweepProposal.watchMove.rawValue ? .watched : .changed
        default: .takenBack
        }
      return try figureCase(row[1], event: row[0], count: 1, of: figure.code(in: quarter), in: db)
    }
  }

  /// Each as the log has it, beside the figures that held before it.
  private func signedCorrections(of report: PeriodReport, in db: Database) throws -> [SignedCorrection] {
    guard var standing = report.figures(of: .sign), let period = report.period else { return [] }
    var signed: [SignedCorrection] = []
    for logged in try EventLog.events(of: PeriodReport.kind, report.id, in: db) {
      guard let event = logged.event(of: PeriodReport.self), event.move == .correct else { continue }
      let figures = Figures(period: period, kept: event.data.under("figure."))
      signed.append(
        SignedCorrection(
          by: event.staff, at: event.at, reason: event.data.text("reason"),
          differences: figures.differences(from: standing),
          events: event.data.text("events").split(separator: ",").compactMap { Int64($0) },
          sweepEvents: (RowRanges.ranges(event.data.text("sweep_events")) ?? []).joined().map(Int64.init)))
      standing = figures
    }
    return signed
  }

  /// The log's number of the event that signed a report.
  func signature(of report: PeriodReport, in db: Database) throws -> Int64 {
    try EventLog.events(of: PeriodReport.kind, report.id, in: db).first { $0.move == PeriodReport.Move.sign.rawValue }?
      .seq ?? Int64.max
  }

  /// The figures as an event keeps them, with the digest that is printed under them.
  private static func frozen(_ figures: Figures) -> Entries {
    var told = Entries(figures.entries.pairs.reduce(into: [:]) { $0["figure.\($1.code)"] = $1.text })
    told["sha256"] = Digest.sha256Hex(figures.entries.json)
    return told
  }
}

extension Refusal {
  static func alreadySigned(_ period: ReportPeriod) -> Refusal {
    Refusal(
      "already_signed", Phrase("\(period.text) 的报表已签署", "The report of \(period.text) is signed"),
      remedy: Phrase("以后的变化用 report correction 出更正表", "Later changes go into a correction: report correction"))
  }

  static func beforeTheOffice(_ period: ReportPeriod, _ first: Day) -> Refusal {
    Refusal(
      "before_the_office",
      Phrase(
        "\(period.name.chinese)在本库启用（\(first)）之前，没有数字",
        "\(period.name.english) lies before this store began (\(first)): no figures"),
      remedy: Phrase("以前的报表见原系统", "Earlier reports are those of the system before"))
  }

  static func notBegun(_ period: ReportPeriod) -> Refusal {
    Refusal(
      "not_begun", Phrase("\(period.name.chinese)还没有开始", "\(period.name.english) has not begun"),
      remedy: Phrase("请核对年份或季度", "Check the year or quarter"))
  }

  static func notSigned(_ period: ReportPeriod) -> Refusal {
    Refusal(
      "not_signed", Phrase("\(period.text) 的报表尚未签署", "The report of \(period.text) is not signed"),
      remedy: Phrase("先用 report sign 签署", "Sign it first: report sign"))
  }
}
