public import Casework
import GRDB

extension CaseStore {
  /// The clocks of moved households that run out in a quarter or ran out before it, the longest due first.
  ///
  /// - Parameter isLogged: whether the list leaves the desk, which is noted.
  public func movesDue(in quarter: Quarter, isLogged: Bool = false, by session: Session) throws -> [MoveDue] {
    let due = try read { db in
      try require(Sweep.readers, of: session, in: db)
      return try movesDue(by: quarter.lastDay, in: db)
    }
    if isLogged {
      try write { db in
        try logAccess(
          "moves_due", by: session.staff.id, data: ["quarter": quarter.text, "rows": String(due.count)], in: db)
      }
    }
    return due
  }

  /// The clocks of which a holder should be told by now: each once, also where the day has passed without a letter; not
  /// by a reminder where the notice of the sweep has just told of it.
  ///
  /// - Parameters:
  ///   - quarter: all that run out by its end, told early; else those of which it is time by today.
  ///   - again: also those of which the holder was told.
  public func lettersDue(to quarter: Quarter? = nil, again: Bool = false, by session: Session) throws -> [MoveDue] {
    try read { db in
      try require(Sweep.readers, of: session, in: db)
      return try movesDue(by: quarter?.lastDay ?? today.adding(days: Certificate.letterDays), in: db)
        .filter { again || $0.letter == nil }
    }
  }

  private func movesDue(by day: Day, in db: Database) throws -> [MoveDue] {
    let letters = LettersSent(try dispatches(in: db))
    return try Row.fetchAll(
      db,
      sql: """
        SELECT \(Certificate.selection) FROM certificate
        WHERE due <= ? AND state IN ('valid', 'lost', 'frozen')
          AND json_extract(body, '$."todo.watch_move.ground"') IS NOT NULL
        """, arguments: [day.iso]
    ).compactMap(Certificate.init(row:)).flatMap { held in
      held.movesDue(by: day, on: today).map { $0.told(on: letters.last(about: held), today: today) }
    }
    .sorted { ($0.on, $0.certificate.id) < ($1.on, $1.certificate.id) }
  }

  /// Notes that letters about moves were posted, one to each holder: a contact on the certificate that names the clocks,
  /// and what was sent to whom.
  ///
  /// Throws `Refusal`; then none is noted.
  ///
  /// - Parameter file: where they were written, and its digest.
  public func notePosted(
    _ letters: [MoveDue], file: String, sha256: String, by session: Session
  ) throws {
    try write { db in
      for told in letters.byHolder {
        guard let letter = told.first else { continue }
        let certificate = try newest(numbered: letter.certificate.number, in: db)
        let circumstances = try circumstances(of: session, facts: CertificateFacts(), in: db)
        let fields: Entries = [
          "about": ContactTopic.move.rawValue, "result": ContactResult.posted.rawValue,
          "remark": told.map { "\($0.what.name.chinese) \($0.on)" }.joined(separator: "；"),
        ]
        _ = try record(
          Act(.contact, fields), on: certificate, in: circumstances, db: db,
          adding: ["clocks": told.map(\.key).joined(separator: ",")])
        guard let source = letter.source else { continue }
        try logSent(
          .letter, to: [.holder], about: source, file: file, sha256: sha256, by: circumstances.staff.id, in: db)
      }
    }
  }
}
