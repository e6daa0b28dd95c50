public import Casework
import GRDB

extension CaseStore {
  /// Notes that something about certificates has left the house, so that it can be called back from whoever has it.
  ///
  /// Throws `Refusal` for rows that were never carried out: there was nothing to tell of them.
  ///
  /// - Parameters:
  ///   - file: the file written, or the case whose letter it is.
  ///   - sha256: the digest of that file, where there is one.
  public func noteSent(
    _ what: Dispatch.What, to receivers: [Receiver], about subject: Dispatch.Subject, file: String,
    sha256: String = "", by session: Session
  ) throws {
    try write { db in
      try require(Role.allCases, of: session, in: db)
      if case .sweep(let number, let ranges) = subject {
        let idle = try rowsNeverCarriedOut(ranges, of: number, in: db)
        if !idle.isEmpty { throw Refusal.notCarriedOut(idle) }
      }
      try logSent(what, to: receivers, about: subject, file: file, sha256: sha256, by: session.staff.id, in: db)
    }
  }

  /// The first few of these rows for which applying the sweep did nothing.
  private func rowsNeverCarriedOut(
    _ ranges: [ClosedRange<Int>], of number: String, in db: Database
  ) throws -> [Int] {
    let done = Set(
      try Int.fetchAll(
        db,
        sql: """
          SELECT row FROM sweep_row
          WHERE sweep = (SELECT id FROM sweep WHERE number = ?) AND outcome IN ('done', 'undone')
          """, arguments: [number]))
    return Array(ranges.lazy.joined().filter { !done.contains($0) }.prefix(10))
  }

  func logSent(
    _ what: Dispatch.What, to receivers: [Receiver], about subject: Dispatch.Subject, file: String, sha256: String,
    by staff: StaffMember.ID, in db: Database
  ) throws {
    var data: Entries = [
      "what": what.rawValue, "to": receivers.map(\.rawValue).joined(separator: ","), "file": file,
    ]
    if !sha256.isEmpty { data["sha256"] = sha256 }
    switch subject {
    case .certificate(let number): data["certificate"] = number
    case .sweep(let number, let rows):
      data["sweep"] = number
      data["rows"] = RowRanges.text(rows)
    }
    try logAccess("sent", by: staff, data: data, in: db)
  }

  /// Everything sent about rows of a sweep, the oldest first.
  public func dispatches(about sweep: Sweep, by session: Session) throws -> [Dispatch] {
    try read { db in
      try require(Sweep.readers, of: session, in: db)
      return try dispatches(in: db).filter { dispatch in
        if case .sweep(sweep.number, _) = dispatch.subject { true } else { false }
      }
    }
  }

  /// Who must be told that a certificate has not ended after all, or that a move is no longer watched.
  ///
  /// Every receiver that was told of it, until a correction about the certificate has been sent there (domain: 2.10).
  public func dueCorrections(by session: Session) throws -> [DueCorrection] {
    try read { db in
      try require(Sweep.readers, of: session, in: db)
      return try dueCorrections(in: db)
    }
  }

  /// Those about one certificate.
  public func dueCorrections(about number: String) throws -> [DueCorrection] {
    try read { db in try dueCorrections(in: db).filter { $0.certificate == number } }
  }

  func dueCorrections(in db: Database) throws -> [DueCorrection] {
    var due: [Told: [(place: Int, correction: DueCorrection)]] = [:]
    var place = 0
    for dispatch in try dispatches(in: db) {
      if dispatch.what == .correction {
        for number in try certificates(toldOf: dispatch, in: db) {
          for receiver in dispatch.receivers { due[Told(receiver: receiver, certificate: number)] = nil }
        }
        continue
      }
      for (number, name) in try wronglyTold(dispatch, in: db) {
        for receiver in dispatch.receivers {
          let told = Told(receiver: receiver, certificate: number)
          // Each paper that somebody has is named once.
          if due[told]?.contains(where: { $0.correction.isAbout(dispatch) }) ?? false { continue }
          let correction = DueCorrection(
            receiver: receiver, certificate: number, name: name, what: dispatch.what, sentOn: dispatch.day,
            file: dispatch.file)
          due[told, default: []].append((place, correction))
          place += 1
        }
      }
    }
    return due.values.joined().sorted { $0.place < $1.place }.map(\.correction)
  }

  func dispatches(in db: Database) throws -> [Dispatch] {
    let sql = """
      SELECT data, day, actor FROM event INDEXED BY event_sent WHERE kind = 'access' AND move = 'sent' ORDER BY seq
      """
    return try Row.fetchAll(db, sql: sql).compactMap { row in
      guard let data = Entries(json: row[0] as String), let day = Day(iso: row[1] as String) else { return nil }
      return Dispatch(data, day: day, staff: row[2])
    }
  }

  /// The certificates of a dispatch that are in force again, or whose row has been undone.
  private func wronglyTold(_ dispatch: Dispatch, in db: Database) throws -> [(number: String, name: String)] {
    switch dispatch.subject {
    case .certificate(let number):
      let held = try Self.inForce(numbered: number, in: db)
      return held.flatMap { $0.state.isActive ? [($0.number, $0.name)] : nil } ?? []
    case .sweep(let number, let ranges):
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT r.row, c.number, json_extract(c.body, '$.name') FROM sweep_row r
            JOIN certificate c ON c.number = \(Self.target) AND c.state NOT IN ('spoiled', 'replaced')
          WHERE r.sweep = (SELECT id FROM sweep WHERE number = ?) AND (r.outcome = 'undone'
            OR r.outcome = 'done' AND r.kind = 'death' AND c.state IN ('valid', 'lost', 'frozen'))
          ORDER BY r.row
          """, arguments: [number])
      return rows.filter { row in ranges.contains { $0.contains(row[0]) } }.map { ($0[1], $0[2]) }
    }
  }

  private func certificates(toldOf dispatch: Dispatch, in db: Database) throws -> [String] {
    switch dispatch.subject {
    case .certificate(let number): return [number]
    case .sweep(let number, let ranges):
      return try Row.fetchAll(
        db,
        sql: "SELECT r.row, \(Self.target) FROM sweep_row r WHERE r.sweep = (SELECT id FROM sweep WHERE number = ?)",
        arguments: [number]
      ).filter { row in ranges.contains { $0.contains(row[0]) } }.map { $0[1] }
    }
  }

  /// The certificate on which a row acts; `SweepRow.target` in SQL.
  private static let target =
    "coalesce(r.decision_target, nullif(r.certificate, ''), r.candidates)"
}

extension DueCorrection {
  fileprivate func isAbout(_ dispatch: Dispatch) -> Bool { what == dispatch.what && file == dispatch.file }
}

/// Whom something was told of.
private struct Told: Hashable {
  let receiver: Receiver
  let certificate: String
}

extension Dispatch {
  fileprivate init?(_ data: Entries, day: Day, staff: StaffMember.ID) {
    guard let what = What(rawValue: data.text("what")) else { return nil }
    let subject: Subject =
      data["certificate"].map { .certificate($0) }
      ?? .sweep(data.text("sweep"), rows: RowRanges.ranges(data.text("rows")) ?? [])
    self.init(
      what, to: data.text("to").split(separator: ",").compactMap { Receiver(rawValue: String($0)) }, about: subject,
      file: data.text("file"), day: day, staff: staff)
  }
}
