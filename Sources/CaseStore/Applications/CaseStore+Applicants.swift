public import Casework
import GRDB

extension CaseStore {
  /// People without a certificate who are found by the name, pinyin or numbers of a case: the newest case of each.
  ///
  /// Nobody finds a case here that would not be shown to him.
  public func applicants(answering typed: String, most: Int = 20, by session: Session) throws -> [Application] {
    // One letter is the beginning of too many names.
    guard typed.utf8.count > 1 else { return [] }
    return try read { db in
      let staff = try current(session, in: db)
      var people: Set<String> = []
      var found: [Application] = []
      let cases = try Self.cases(of: typed, knowing: FrequentBeginnings(), in: db)
      for id in cases.newest(Self.mostTriedApplicants) where found.count < most {
        let application = try application(id, in: db)
        let identity = application[.identity]
        guard application.isVisible(to: staff), identity.isEmpty || people.insert(identity).inserted,
          try !Self.isHolder(identity, in: db)
        else { continue }
        found.append(application)
      }
      return found
    }
  }

  /// So many cases are looked at for people who hold nothing; who is not among them takes one letter more.
  private static let mostTriedApplicants = 200

  private static func isHolder(_ identity: String, in db: Database) throws -> Bool {
    guard !identity.isEmpty else { return false }
    let statement = try db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM certificate WHERE identity = ?)")
    return try Bool.fetchOne(statement, arguments: [identity]) ?? false
  }
}
