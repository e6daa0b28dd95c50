public import Casework
import GRDB

/// A guardian and a ward, as the newest case that tells of it has them (features: 6).
public struct Guardianship: Hashable, Sendable {
  /// The other of the two: the guardian of a holder, or a ward of the holder's.
  public let name: String
  /// Empty where no case tells it.
  public let identity: String
  public let phone: String
  /// What the guardian is to the ward.
  public let relation: String
  /// The case that tells of it.
  public let application: String
  /// Whether the other holds or held a certificate here.
  public let isHolder: Bool
}

/// Somebody for whom another acted as guardian or proxy, or took the card away.
public struct HelpedPerson: Hashable, Sendable {
  public let part: PartForAnother
  public let application: Application

  /// What the helper is called in the case.
  public var helper: String {
    switch part {
    case .guardian: application[.guardianName]
    case .agent: application[.agentName]
    case .collector: application.value("collector", of: .collect)
    }
  }
}

extension CaseStore {
  /// The guardian of a person, as the case has it that tells of it last.
  func guardian(among cases: [Application], in db: Database) throws -> Guardianship? {
    let newest = cases.filter { !$0[.guardianName].isEmpty || !$0[.guardianIdentity].isEmpty }.tellingLast
    guard let newest else {
      return nil
    }
    let identity = newest[.guardianIdentity]
    return Guardianship(
      name: newest[.guardianName], identity: identity, phone: newest[.guardianPhone],
      relation: newest[.guardianRelation], application: newest.number, isHolder: try isHolder(identity, in: db))
  }

  /// Whose guardian a person is, each as the newest case of the ward has it.
  func wards(of identity: String, in db: Database) throws -> [Guardianship] {
    var seen: Set<String> = []
    return try casesHelped(by: identity, in: db).reversed().compactMap { told in
      let ward = told[.identity].isEmpty ? told.number : told[.identity]
      guard told[.guardianIdentity] == identity, ward != identity, seen.insert(ward).inserted else { return nil }
      let cases = told[.identity].isEmpty ? [told] : try Self.cases(of: told[.identity], in: db)
      let newest = cases.filter { !$0[.guardianIdentity].isEmpty }.tellingLast
      guard let newest, newest[.guardianIdentity] == identity else { return nil }
      return Guardianship(
        name: newest.applicant, identity: newest[.identity], phone: newest[.phone], relation: newest[.guardianRelation],
        application: newest.number, isHolder: try isHolder(newest[.identity], in: db))
    }
  }

  /// For whom somebody acted, each with the newest case that tells of it and the part; the last helped first.
  public func helped(by identity: String, limit: Int) throws -> [HelpedPerson] {
    try read { db in
      var seen: Set<String> = []
      return try casesHelped(by: identity, in: db).sorted { $0.id > $1.id }.compactMap { told -> HelpedPerson? in
        guard told[.identity] != identity,
          let part = PartForAnother.allCases.first(where: { told.identity(of: $0) == identity }),
          seen.insert(told[.identity].isEmpty ? told.number : told[.identity]).inserted
        else { return nil }
        return HelpedPerson(part: part, application: told)
      }.prefix(limit).map { $0 }
    }
  }

  private func isHolder(_ identity: String, in db: Database) throws -> Bool {
    try !identity.isEmpty
      && Bool.fetchOne(
        try db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM certificate WHERE identity = ?)"),
        arguments: [identity]) == true
  }
}

extension [Application] {
  /// The case that says last whose guardian somebody is: what was looked at by nobody yet or was withdrawn says nothing,
  /// and what was decided says more than what is asked for.
  fileprivate var tellingLast: Application? {
    let accepted = filter { application in
      [.accept, .arrive].contains { application.day(of: $0) != nil }
        && ![.withdrawn, .notAccepted].contains(application.endedAs)
    }
    let decided = accepted.compactMap { application in application.day(of: .approve).map { (application, $0) } }
    return decided.max { ($0.1, $0.0.id) < ($1.1, $1.0.id) }?.0 ?? accepted.last
  }
}
