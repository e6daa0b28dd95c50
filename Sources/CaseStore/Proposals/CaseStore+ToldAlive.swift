import Casework
import GRDB

extension CaseStore {
  /// What sweeps have done of which a list says the contrary, or says nothing more: deaths that another row takes back or
  /// tells something after, people whom a text beside the rows means, and rows that a newer list has dropped.
  ///
  /// A death stands here until the certificate is live again, or somebody has said of the row what was found, by rejecting
  /// it; where there is no row to say it of, until anything is done about the certificate (domain: 5.1; features: 45, 48).
  func toldAliveProposals(_ limit: Int, in db: Database) throws -> [Proposal] {
    let sweeps = try Row.fetchAll(
      db, sql: "SELECT \(Sweep.selection) FROM sweep WHERE since > ? ORDER BY id DESC",
      arguments: [today.adding(months: -12).iso]
    ).compactMap(Sweep.init(row:))
    var found: [Proposal] = []
    var seen: Set<String> = []
    for sweep in sweeps where found.count < limit {
      found += try toldAlive(by: sweep, besides: &seen, in: db)
    }
    for sweep in sweeps where found.count < limit {
      found += try contradicted(in: sweep, besides: &seen, in: db)
      found += try meantBeside(sweep, besides: &seen, in: db)
      found += try dropped(by: sweep, limit, besides: &seen, in: db)
    }
    return found
  }

  /// The rows of a list that tell of somebody alive whose certificate a death has ended.
  private func toldAlive(by sweep: Sweep, besides seen: inout Set<String>, in db: Database) throws -> [Proposal] {
    if sweep.endedRows.isEmpty { return [] }
    let places = sweep.endedRows.joined().map(String.init).joined(separator: ", ")
    let rows = try readRows(of: sweep, where: "row IN (\(places))", [], in: db)
    return try rows.compactMap { row in
      // The newest list has the last word of a person.
      guard seen.insert(row.certificate).inserted else { return nil }
      return try toldAlive(row, of: sweep, in: db)
    }
  }

  private func toldAlive(_ row: SweepRow, of sweep: Sweep, in db: Database) throws -> Proposal? {
    let isRejected = (row.decision ?? row.elsewhere?.decision) == .reject
    // Whoever rejects a row that takes a death back, because the person lives, has not given the certificate back.
    guard !isRejected || row.isAnsweredAlive, let held = try endedStill(row.certificate, in: db) else { return nil }
    if isRejected, try isActedOn(held, sinceImportOf: sweep, in: db) { return nil }
    if sweep.state == .abandoned {
      // Nobody can say any more of the row what was found.
      guard row.report.outlives(itsListBy: .endedForDeath), try !isActedOn(held, sinceImportOf: sweep, in: db) else {
        return nil
      }
    }
    return .look(.toldAlive, at: held, since: sweep.importedOn ?? today, row.told(in: sweep))
  }

  /// Deaths that were carried out although a row says the contrary that nobody has rejected.
  private func contradicted(in sweep: Sweep, besides seen: inout Set<String>, in db: Database) throws -> [Proposal] {
    guard sweep.state == .applied else { return [] }
    return try sweep.contradicted.compactMap { row, places in
      guard let done = try readRows(of: sweep, where: "row = ? AND outcome = '\(SweepRow.done)'", [row], in: db).first,
        let number = done.target, !seen.contains(number), let held = try endedStill(number, in: db)
      else { return nil }
      for place in places {
        // Where the real day was given with accepting, a move before it is none.
        guard let (list, other) = try self.row(at: place, in: db), other.decision != .reject,
          ContraryReports.tellsOfLife(other.report, after: held.deathDay)
        else { continue }
        seen.insert(number)
        return .look(.toldAlive, at: held, since: sweep.appliedOn ?? today, other.told(in: list))
      }
      return nil
    }
  }

  /// People whose certificates rows have ended and whom a text beside the rows of a list means.
  private func meantBeside(_ sweep: Sweep, besides seen: inout Set<String>, in db: Database) throws -> [Proposal] {
    try sweep.namedEndedPlaces.compactMap { place in
      guard let (told, number) = try carriedOut(at: place, besides: seen, in: db),
        let held = try endedStill(number, in: db), try !isActedOn(held, sinceImportOf: sweep, in: db)
      else { return nil }
      seen.insert(number)
      return .look(
        .toldAlive, at: held, since: sweep.importedOn ?? today,
        Phrase("\(sweep.shortNumber) 行外的话，", "beside the rows of \(sweep.shortNumber), ") + told.words)
    }
  }

  /// Rows that were carried out and that a newer list has no more.
  private func dropped(
    by sweep: Sweep, _ limit: Int, besides seen: inout Set<String>, in db: Database
  ) throws -> [Proposal] {
    if Sweep.terminal.contains(sweep.state) { return [] }
    return try sweep.missingDonePlaces.prefix(limit).compactMap { place in
      guard let (told, number) = try carriedOut(at: place, besides: seen, in: db),
        let held = try Self.inForce(numbered: number, in: db),
        try told.kind == .death ? endedStill(number, in: db) != nil : held.state.isActive,
        try !isActedOn(held, sinceImportOf: sweep, in: db)
      else { return nil }
      seen.insert(number)
      return .look(
        .droppedRow, at: held, since: sweep.importedOn ?? today,
        told.words + Phrase("，\(sweep.shortNumber) 没有", ", missing in \(sweep.shortNumber)"))
    }
  }

  /// What a row that was carried out reports, and on which certificate; `nil` where that has been told already.
  private func carriedOut(
    at place: String, besides seen: Set<String>, in db: Database
  ) throws -> (told: (kind: PoliceRecordKind, words: Phrase), number: String)? {
    guard let (list, row) = try row(at: place, in: db), row.outcome == SweepRow.done, let number = row.target,
      !seen.contains(number)
    else { return nil }
    return ((row.kind, row.told(in: list)), number)
  }

  /// A certificate that a death has ended, whose holder has no live one, and that nobody is restoring.
  private func endedStill(_ number: String, in db: Database) throws -> Certificate? {
    guard let held = try Self.inForce(numbered: number, in: db), held.isEndedByDeath else { return nil }
    let all = held.identity.isEmpty ? [held] : try Self.certificates(of: held.identity, in: db)
    if all.contains(where: { $0.state(on: today).isActive }) { return nil }
    let isRestoring = try Bool.fetchOne(
      try db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM application WHERE identity = ? AND identity <> '' AND service = 'restore'
            AND state NOT IN \(Application.State.finished.sqlList))
          """), arguments: [held.identity])
    return isRestoring == true ? nil : held
  }

  /// Whether anything was done about a certificate, a call as well, since a list came.
  private func isActedOn(_ held: Certificate, sinceImportOf sweep: Sweep, in db: Database) throws -> Bool {
    try Bool.fetchOne(
      try db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM event WHERE kind = 'certificate' AND subject = ?1 AND seq >
            (SELECT seq FROM event WHERE kind = 'sweep' AND subject = ?2 AND subject_seq = 1))
          """), arguments: [held.id, sweep.id]) ?? false
  }
}

extension Proposal {
  fileprivate static func look(_ kind: Kind, at held: Certificate, since due: Day, _ detail: Phrase) -> Proposal {
    Proposal(
      kind: kind, subject: .certificate(number: held.number), name: held.name, due: due, action: .look, detail: detail)
  }
}

extension SweepRow {
  fileprivate var report: ContraryReports.Report {
    ContraryReports.Report(row: row, kind: kind, written: source.kind, note: source.note, date: eventDate)
  }

  /// Where it stands and what it reports.
  fileprivate func told(in sweep: Sweep) -> Phrase {
    Phrase("\(sweep.shortNumber) 第 \(row) 行：", "row \(row) of \(sweep.shortNumber): ")
      + .joined([source.kindWord, .verbatim(dayText)], by: .verbatim(" "))
  }
}
