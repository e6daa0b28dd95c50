public import Casework
import GRDB

/// A death told in one case, and what the person's other cases say (features: 45).
extension CaseStore {
  /// What speaks against the death for which a case cancels.
  ///
  /// - Returns: what the office saw of the holder after that day, what was asked for since among it; and what else of the
  ///   holder is under way. What was issued since is told elsewhere.
  func life(
    besides application: Application, of certificate: Certificate?, in db: Database
  ) throws -> (afterDeath: [LifeSign], open: [LifeSign]) {
    guard let day = application.deathToJudge, let certificate else { return ([], []) }
    let own = try signsOfLife(of: certificate.identity, after: day, in: db)
    let signs = try (own + signsInCorrections(of: certificate, after: day, in: db)).filter {
      $0.source != application.number && $0.block != .issuedAfter
    }
    let told = Set(signs.filter { $0.block != .openCase }.map(\.source))
    let open = signs.filter { $0.block == .openCase && !told.contains($0.source) }
    return (
      signs.filter { $0.block != .openCase } + open.filter { $0.showsLife(after: day) },
      open.filter { !$0.showsLife(after: day) }
    )
  }

  /// Open corrections of the certificate that give its holder another number.
  private func signsInCorrections(
    of certificate: Certificate, after death: Day, in db: Database
  ) throws -> [LifeSign] {
    try Self.cases(
      where: """
        service = 'renew_info' AND identity <> ? AND state NOT IN \(Application.State.finished.sqlList)
          AND json_extract(body, '$.certificate') = ?
        """, [certificate.identity, certificate.number], in: db
    ).flatMap { try signs(of: $0, after: death, in: db) }
  }

  /// Cases by which the certificate of the person of a case is to end for a death, beside that case.
  func deathsUnderWay(
    besides application: Application, of certificate: Certificate?, in db: Database
  ) throws -> [DeathUnderWay] {
    let numbers = [application[.identity], certificate?.identity ?? ""]
    guard !application.isDeathUnderWay, numbers.contains(where: { !$0.isEmpty }) else { return [] }
    return try Self.cases(
      where: "identity IN (?, ?) AND identity <> '' AND service = 'cancel' AND id <> ?",
      StatementArguments(numbers) + [application.id], in: db
    ).filter(\.isDeathUnderWay).map(DeathUnderWay.init)
  }

  /// The last certificate of the person of a case that has ended by death, and stands so.
  func endedByDeath(of application: Application, about certificate: Certificate?, in db: Database) throws
    -> Certificate?
  {
    guard application.hearsOfRegisteredDeath else { return nil }
    let numbers = Set([application[.identity], certificate?.identity ?? ""]).filter { !$0.isEmpty }
    let held = try numbers.flatMap { try Self.certificates(of: $0, in: db) }
    return held.contains { $0.state(on: today).isActive } ? nil : held.last(where: \.isEndedByDeath)
  }

  /// The colleagues who could decide a case that a member decides by an exception (SOD-7).
  public func otherDeciders(of application: Application, than session: Session) throws -> [StaffMember] {
    try read { db in
      application.otherDeciders(
        than: session.staff, among: try everyoneStanding(in: db), about: try certificate(of: application, in: db))
    }
  }

  /// Those who have accounts, as they stand today.
  func everyoneStanding(in db: Database) throws -> [StaffMember] {
    try MasterRecord.all(.staff, in: db).compactMap { try standing($0.code, in: db) }
  }
}
