import Casework
import GRDB

extension CaseStore {
  /// What the applied sweeps of a year leave to be done: rows on hold, and open cases of people who have died.
  func sweepProposals(_ limit: Int, in db: Database) throws -> [Proposal] {
    let sweeps = try Row.fetchAll(
      db, sql: "SELECT \(Sweep.selection) FROM sweep WHERE state = 'applied' ORDER BY id DESC"
    ).compactMap(Sweep.init(row:)).filter { ($0.appliedOn ?? today) > today.adding(months: -12) }
    var found: [Proposal] = []
    var seen: Set<String> = []
    for sweep in sweeps where found.count < limit {
      found += try casesOfTheDead(in: sweep, db)
      found += try heldRows(of: sweep, limit, besides: &seen, in: db)
      found += try refusedRows(of: sweep, in: db)
    }
    return found
  }

  /// Cases that were open when the certificate of their holder, or of whoever acts in them, was cancelled, and still are.
  private func casesOfTheDead(in sweep: Sweep, _ db: Database) throws -> [Proposal] {
    try sweep.openCases.flatMap(\.cases).compactMap { number in
      guard let application = try Self.cases(where: "number = ?", [number], in: db).first,
        !Application.State.finished.contains(application.state)
      else { return nil }
      let isHelpless = try !deadHelpers(of: application, in: db).isEmpty
      let held = try Self.certificates(of: application[.identity], in: db)
      guard isHelpless || held.allSatisfy({ !$0.state.isActive }) else { return nil }
      return Proposal(
        kind: isHelpless ? .helperDead : .caseOfTheDead, subject: .application(application.id, number: number),
        name: application.applicant,
        due: sweep.appliedOn ?? today, action: .look)
    }
  }

  /// Rows on hold about a holder with whom nothing has happened since; of several about one person the newest.
  private func heldRows(
    of sweep: Sweep, _ limit: Int, besides seen: inout Set<String>, in db: Database
  ) throws -> [Proposal] {
    // Without the index named all rows of the sweep would be read.
    let held = """
      row IN (SELECT row FROM sweep_row INDEXED BY sweep_row_held
        WHERE sweep = ? AND decision = 'hold' ORDER BY row LIMIT ?)
      """
    let rows = try readRows(of: sweep, where: held, [sweep.id, limit], in: db)
    guard !rows.isEmpty else { return [] }
    let applied = try application(of: sweep, in: db)
    return try rows.compactMap { row in
      let meant = try (row.target.map { [$0] } ?? row.candidates).compactMap { try Self.inForce(numbered: $0, in: db) }
      guard !meant.isEmpty, seen.isDisjoint(with: meant.map(\.number)) else { return nil }
      seen.formUnion(meant.map(\.number))
      guard try !meant.contains(where: { try isSettled($0, since: applied, after: sweep.id, in: db) }) else {
        return nil
      }
      let subject: Proposal.Subject =
        row.target.map { .certificate(number: $0) } ?? .sweepRow(sweep.id, row: row.row, number: sweep.number)
      return Proposal(
        kind: .heldRow, subject: subject, name: meant.count == 1 ? meant[0].name : row.source.name,
        due: sweep.appliedOn ?? today, action: .look)
    }
  }

  /// The event by which a sweep was applied.
  func application(of sweep: Sweep, in db: Database) throws -> Int64 {
    try Int64.fetchOne(
      db, sql: "SELECT max(seq) FROM event WHERE kind = 'sweep' AND subject = ? AND move = 'apply'",
      arguments: [sweep.id]) ?? 0
  }

  /// Whether anything was done about a holder since: an act on the certificate, a case, the rejection of a later row.
  ///
  /// - Parameters:
  ///   - services: the cases that count; a row that an open case kept from being carried out is not settled by that very
  ///     case.
  ///   - moves: the acts that do not count; a new card says nothing of a death that was reported.
  func isSettled(
    _ held: Certificate, since event: Int64, after sweep: Int64, by services: [ServiceKind] = ServiceKind.allCases,
    butNotBy moves: [Certificate.Move] = [], in db: Database
  ) throws -> Bool {
    guard held.state.isActive else { return true }
    return try Bool.fetchOne(
      try db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM event WHERE kind = 'certificate' AND subject = ?1 AND seq > ?2
              AND move NOT IN \(moves.sqlList) AND \(Self.standsUndone) AND \(Self.isNoLetter))
            OR EXISTS (SELECT 1 FROM application
              WHERE identity = ?3 AND identity <> '' AND state NOT IN \(Application.State.finished.sqlList)
                AND service IN \(services.sqlList))
            OR EXISTS (SELECT 1 FROM sweep_row WHERE decision = 'reject' AND identity = ?3 AND sweep > ?4)
          """), arguments: [held.id, event, held.identity, sweep]) ?? false
  }

  /// In SQL, whether an act is more than a letter that went out: to the old address it verifies nothing.
  private static let isNoLetter = """
    (move <> 'contact' OR coalesce(json_extract(data, '$.result'), '') <> '\(ContactResult.posted.rawValue)')
    """

  /// In SQL, whether an act on a certificate is neither the taking back of what a sweep did nor has been taken back so:
  /// another list that came and went has settled nothing.
  private static let standsUndone = """
    move <> 'sweep_undone' AND NOT EXISTS (SELECT 1 FROM event u WHERE u.kind = 'certificate' AND u.subject = event.subject
      AND u.move = 'sweep_undone' AND json_extract(u.data, '$.ground') = json_extract(event.data, '$.ground'))
    """

  /// The numbers of the cases that are not finished, of a holder and of those for whom the holder acts.
  func openCases(ofHolder number: String, in db: Database) throws -> [String] {
    guard let held = try Self.inForce(numbered: number, in: db) else { return [] }
    return try String.fetchAll(
      try db.cachedStatement(
        sql: """
          SELECT number FROM application
          WHERE id IN (SELECT id FROM application WHERE identity = ?1 AND identity <> ''
              UNION ALL \(CaseKeys.ofHelper))
            AND state NOT IN \(Application.State.finished.sqlList) ORDER BY id
          """), arguments: [held.identity])
  }
}
