public import Casework
import GRDB

extension CaseStore {
  /// People without a certificate who are found by the name, pinyin or numbers of a case: the newest case of each.
  ///
  /// The number of a case itself finds it, whoever the applicant is (features: 61).
  /// Nobody finds a case here that would not be shown to him.
  public func applicants(answering typed: String, most: Int = 20, by session: Session) throws -> [Application] {
    // One letter is the beginning of too many names.
    guard typed.utf8.count > 1 else { return [] }
    return try read { db in
      let staff = try current(session, in: db)
      var people: Set<String> = []
      var found: [Application] = []
      let cases = try Self.cases(of: typed, knowing: FrequentBeginnings(), in: db)
      let newest = cases.newest(Self.mostTriedApplicants)
      for id in typed.isCaseNumber ? newest : try Self.ofNoHolder(newest, in: db) where found.count < most {
        let application = try application(id, in: db)
        let identity = application[.identity]
        guard application.isVisible(to: staff), identity.isEmpty || people.insert(identity).inserted else { continue }
        found.append(application)
      }
      return found
    }
  }

  /// So many cases are looked at for people who hold nothing; who is not among them takes one letter more.
  private static let mostTriedApplicants = 200

  /// Those whose number no certificate has; by one statement, since nearly all are of holders and need not be read.
  private static func ofNoHolder(_ cases: [Int64], in db: Database) throws -> [Int64] {
    let held = try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM application WHERE id IN (\(cases.map(String.init).joined(separator: ",")))
          AND identity <> '' AND EXISTS (SELECT 1 FROM certificate c WHERE c.identity = application.identity)
        """)
    let ofHolders = Set(held)
    return cases.filter { !ofHolders.contains($0) }
  }
}

extension String {
  /// Whether it is a case number or the end of one with its year: `2026-000015`.
  fileprivate var isCaseNumber: Bool {
    let parts = Cleaning.number(self).text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count > 1, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) else { return false }
    return parts[parts.count - 2].utf8.count == 4 && parts[parts.count - 1].utf8.count == 6
  }
}
