public import Casework
import GRDB

/// What lies behind a figure: an event of a certificate, or a certificate in force.
public struct FigureCase: Hashable, Sendable {
  /// Whether it adds one, or takes one back.
  public let count: Int
  /// The figure that it counts in.
  public let code: String
  public let certificate: Certificate
  public let event: LogEntry?

  /// What the event rests on: a row of a sweep, a case.
  public var ground: String? {
    event.flatMap { $0.data["ground"] ?? $0.data["application"].map { "case:\($0)" } }
  }
}

extension CaseStore {
  /// The figures of a period as the log tells them now; one that has not begun has none.
  public func figures(of period: ReportPeriod, by session: Session) throws -> Figures {
    guard period.first <= today else { throw Refusal.notBegun(period) }
    return try read { db in
      try require(PeriodReport.readers, of: session, in: db)
      try checkBegan(by: period, in: db)
      return try figures(from: tally(of: period, in: db), in: db)
    }
  }

  /// What lies behind a figure; of a signed report as it was signed.
  ///
  /// Looking is logged, because it shows people.
  public func cases(behind figure: String, of period: ReportPeriod, by session: Session) throws -> [FigureCase] {
    try write { db in
      try require(PeriodReport.readers, of: session, in: db)
      let signed = try PeriodReport.find(period, in: db).map { try signature(of: $0, in: db) }
      let tally = try tally(of: period, collecting: figure, until: signed, in: db)
      let found = try tally.found.map { try figureCase($0, in: db) }
      try logAccess(
        "figure", by: session.staff.id,
        data: ["period": period.text, "figure": figure, "found": String(found.count)], in: db)
      return found
    }
  }

  func figures(from tally: RegisterTally, in db: Database) throws -> Figures {
    var figures = try tally.figures(register: inForce(in: db))
    try countSweeps(into: &figures, in: db)
    return figures
  }

  /// One pass over the events of all certificates.
  ///
  /// - Parameter last: the last event that counts; `nil` for all there are.
  func tally(
    of period: ReportPeriod, collecting figure: String? = nil, until last: Int64? = nil,
    correcting signature: Int64? = nil, in db: Database
  ) throws -> RegisterTally {
    var tally = RegisterTally(of: period, collecting: figure, correcting: signature)
    let corrections = try corrections(in: db)
    // The plus keeps SQLite from going through the index of subjects, event by event all over the file.
    let events = try BulkStatement(
      "SELECT subject, seq, move, to_state, day, data FROM event WHERE +kind = 'certificate' AND seq <= ? ORDER BY seq",
      in: db)
    events.bind(last ?? Int64.max, at: 1)
    let service = try db.cachedStatement(sql: "SELECT service FROM application WHERE number = ?")
    while try events.next() {
      guard let move = events.text(2).flatMap(Certificate.Move.init(rawValue:)),
        let to = events.text(3).flatMap(Certificate.State.init(rawValue:)),
        let day = events.text(4).flatMap({ Day(iso: $0) })
      else { throw StoreProblem.damaged("event \(events.number(1))") }
      let corrected = corrections[events.number(1)].flatMap { $0 < day ? $0 : nil }
      try tally.take(
        RegisterTally.Step(
          subject: Int(events.number(0)), seq: events.number(1), move: move, to: to, day: corrected ?? day,
          isCorrection: corrected != nil),
        data: {
          guard let data = events.text(5).flatMap({ Entries(json: $0) }) else {
            throw StoreProblem.damaged("event \(events.number(1))")
          }
          return data
        },
        service: { number in
          try String.fetchOne(service, arguments: [number]).flatMap(ServiceKind.init(rawValue:))
        })
    }
    return tally
  }

  /// The events that signed corrections have taken back into their periods, with the last day of the earliest.
  private func corrections(in db: Database) throws -> [Int64: Day] {
    let signed = try Row.fetchAll(
      db,
      sql: """
        SELECT report.number, json_extract(data, '$.events') FROM event JOIN report ON report.id = subject
        WHERE kind = ? AND move = ?
        """, arguments: [PeriodReport.kind, PeriodReport.Move.correct.rawValue])
    var days: [Int64: Day] = [:]
    for row in signed {
      guard let last = ReportPeriod(row[0] as String)?.last else {
        throw StoreProblem.damaged("report \(row[0] as String)")
      }
      for event in (row[1] as String? ?? "").split(separator: ",").compactMap({ Int64($0) }) {
        days[event] = min(days[event] ?? last, last)
      }
    }
    return days
  }

  func figureCase(_ found: RegisterTally.Found, in db: Database) throws -> FigureCase {
    try figureCase(Int64(found.subject), event: found.seq, count: found.count, of: found.code, in: db)
  }

  func figureCase(
    _ subject: Int64, event seq: Int64?, count: Int, of code: String, in db: Database
  ) throws -> FigureCase {
    guard let certificate = try Certificate.find(subject, in: db) else {
      throw StoreProblem.damaged("certificate \(subject)")
    }
    let event = try seq.flatMap { seq in
      try Row.fetchOne(
        try db.cachedStatement(sql: "SELECT \(LoggedEvent.columns) FROM event WHERE seq = ?"), arguments: [seq])
    }.flatMap { LogEntry(LoggedEvent(row: $0)) }
    return FigureCase(count: count, code: code, certificate: certificate, event: event)
  }

  /// How many certificates the register itself holds in force.
  private func inForce(in db: Database) throws -> Int {
    let states = Certificate.State.allCases.filter(\.isActive).map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return try Int.fetchOne(
      db, sql: "SELECT coalesce(sum(certificates), 0) FROM certificate_day WHERE state IN (\(states))") ?? 0
  }
}
