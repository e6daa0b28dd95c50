public import Casework
import GRDB

extension CaseStore {
  /// What the store knows around a case.
  ///
  /// - Parameter lists: where they were read already.
  public func surroundings(of application: Application, lists: AssessorLists? = nil) throws -> Surroundings {
    let lists = try lists ?? assessorLists()
    return try read { db in try surroundings(of: application, lists: lists, in: db) }
  }

  /// - Parameter reported: rows about the case that are to be kept with what is done now.
  func surroundings(
    of application: Application, lists: AssessorLists = AssessorLists(), reported: [ReportedDeath] = [],
    in db: Database
  ) throws -> Surroundings {
    let certificate = try certificate(of: application, in: db)
    let known = try reportedDeaths(of: application, about: certificate, in: db)
    let isOpen = Application.State.notYetAccepted.contains(application.state) && !application[.identity].isEmpty
    let beside = try casesBeside(application, about: certificate, in: db)
    let life = try life(besides: application, of: certificate, in: db)
    return Surroundings(
      lists: lists, namesakes: try namesakes(of: application, in: db),
      deadHelpers: try deadHelpers(of: application, in: db),
      helpersElsewhere: try helpersElsewhere(in: application, db: db),
      reportedDeaths: known + reported.filter { !known.contains($0) },
      certificate: certificate, keptCertificate: try Self.kept(beside: application, in: db),
      heldByOthers: try heldByOthers(before: application, about: certificate, in: db),
      apart: try application.apartFrom.flatMap { try Self.certificates(numbered: $0, in: db).suffix(1) },
      heldBefore: try heldBefore(application, in: db),
      assessedBefore: isOpen ? try assessed(before: application, about: certificate, in: db) : nil,
      lifeAfterDeath: life.afterDeath, openBesideDeath: life.open,
      deathsUnderWay: try deathsUnderWay(besides: application, of: certificate, in: db),
      endedByDeath: try endedByDeath(of: application, about: certificate, in: db),
      runningTerms: try runningTerms(besides: application, in: db),
      appliedAnew: try appliedAnew(after: application, in: db),
      otherOpenCases: isOpen ? crossing(beside, application, certificate) : [],
      beside: beside.compactMap(CaseBeside.init), cardSince: try cardSince(application, about: certificate, in: db),
      move: try knownMove(of: application, about: certificate, in: db))
  }

  /// The last certificate that this register holds of whoever moves in, whatever became of it.
  private func heldBefore(_ application: Application, in db: Database) throws -> Certificate? {
    guard application.service == .transferIn, !application[.identity].isEmpty else { return nil }
    return try Self.onePerson(application[.identity], as: nil, in: db).last {
      $0.state != .spoiled && $0[.application] != application.number
    }
  }

  /// Everything to look at before a case is decided, as the office knows it now.
  public func allWarnings(of application: Application) throws -> [Application.Warning] {
    application.warnings(
      under: try rules(of: application).policy, amid: try surroundings(of: application), on: today)
  }

  /// The rows of police lists by which the applicant or the guardian of an open case has died, until somebody says that
  /// the row is not about them.
  ///
  /// Those about people with a certificate are found under their numbers; of others only what was noticed when the list
  /// came or when the case was accepted.
  func reportedDeaths(
    of application: Application, about certificate: Certificate? = nil, in db: Database
  ) throws -> [ReportedDeath] {
    guard application.service.isAskedByHolder, !Application.State.finished.contains(application.state) else {
      return []
    }
    let guardian = application[.guardianIdentity]
    let held = try reportedDeaths(
      ofHolders: [application[.identity], certificate?.identity ?? "", guardian], guardian: guardian, in: db)
    let noticed = try deathsNoticed(in: application, db: db)
    return held + noticed.filter { !held.contains($0) }
  }

  private func deathsNoticed(in application: Application, db: Database) throws -> [ReportedDeath] {
    guard Application.servicesOfStrangers.contains(application.service) else { return [] }
    var places = try Row.fetchAll(
      try db.cachedStatement(
        sql: "SELECT sweep, row FROM sweep_sign WHERE sign = 'applicant' AND source = ?"),
      arguments: [application.number]
    ).map { row in SweepPlace(sweep: row[0], row: row[1]) }
    for text in application.reportedPlaces {
      if let place = try SweepPlace(text, in: db), !places.contains(place) { places.append(place) }
    }
    return try places.compactMap { try standing($0, about: application, in: db) }
  }

  /// The rows about the applicant or the guardian in the lists of the last year, looked for row by row: so only once.
  func findReportedDeaths(of application: Application, in db: Database) throws -> [ReportedDeath] {
    guard Application.servicesOfStrangers.contains(application.service) else { return [] }
    return try deathRows(of: [application[.identity], application[.guardianIdentity]], in: db).compactMap { row in
      application.persons(numbered: row.identity).first.map {
        ReportedDeath($0, sweep: row.sweep, row: row.row, day: row.day)
      }
    }
  }

  /// A row, where its sweep stands, nobody rejected it and it still has a number of the case.
  private func standing(
    _ place: SweepPlace, about application: Application, in db: Database
  ) throws -> ReportedDeath? {
    let found = try Row.fetchOne(
      try db.cachedStatement(
        sql: """
          SELECT sweep.number, sweep_row.identity, sweep_row.event_date
          FROM sweep JOIN sweep_row ON sweep_row.sweep = sweep.id
          WHERE sweep.id = ? AND sweep.state NOT IN \(Sweep.terminal.sqlList) AND sweep_row.row = ?
            AND coalesce(sweep_row.decision, '') <> 'reject'
          """), arguments: [place.sweep, place.row])
    guard let found, let person = application.persons(numbered: found[1]).first else { return nil }
    return ReportedDeath(person, sweep: found[0], row: place.row, day: found[2])
  }

  /// Open cases of which an imported list says that the applicant or the guardian has died.
  func reportedDeathProposals(in db: Database) throws -> [Proposal] {
    let numbers = try String.fetchAll(
      try db.cachedStatement(sql: "SELECT DISTINCT source FROM sweep_sign WHERE sign = 'applicant'"))
    return try numbers.compactMap { number in
      guard let application = try Self.cases(where: "number = ?", [number], in: db).first,
        let death = try reportedDeaths(of: application, in: db).first,
        let sweep = try Row.fetchOne(
          db, sql: "SELECT \(Sweep.selection) FROM sweep WHERE number = ?", arguments: [death.sweep]
        ).flatMap(Sweep.init(row:))
      else { return nil }
      return Proposal(
        kind: .reportedDead, subject: .application(application.id, number: number), name: application.applicant,
        due: Day(iso: sweep.value("on", of: .import)) ?? today, action: .look)
    }
  }
}

/// A row of a list.
private struct SweepPlace: Hashable {
  let sweep: Int64
  let row: Int

  init(sweep: Int64, row: Int) {
    self.sweep = sweep
    self.row = row
  }

  /// As an event keeps it; `nil` where there is no such sweep.
  init?(_ text: String, in db: Database) throws {
    guard let colon = text.lastIndex(of: ":"), let row = Int(text[colon...].dropFirst()),
      let sweep = try Int64.fetchOne(
        db, sql: "SELECT id FROM sweep WHERE number = ?", arguments: [String(text[..<colon])])
    else { return nil }
    self.init(sweep: sweep, row: row)
  }
}
