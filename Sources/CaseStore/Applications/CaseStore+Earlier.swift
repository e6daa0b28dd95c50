public import Casework
import GRDB

extension CaseStore {
  /// The newest cases of the office, the newest first: from them a form offers what was entered before (features: 8).
  public func newestCases(_ count: Int = 120) throws -> [Application] {
    try read { db in
      try Self.cases(where: "id IN (SELECT id FROM application ORDER BY id DESC LIMIT ?)", [count], in: db).reversed()
    }
  }

  /// What the office knows of somebody who stands for the applicant of a case: as a holder, an applicant, a helper.
  ///
  /// `nil` where the number is not whole, the applicant's own, or unknown here.
  public func knownHelper(_ identity: String, of application: Application) throws -> KnownHelper? {
    guard IdentityNumber(identity) != nil, identity != application[.identity] else { return nil }
    return try read { db in
      KnownHelper(
        identity, of: application[.identity], held: try Self.certificates(of: identity, in: db),
        own: try Self.cases(of: identity, in: db), helped: try casesHelped(by: identity, in: db))
    }
  }
}
