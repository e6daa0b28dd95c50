import Casework
import GRDB

extension CaseKeys {
  /// Selects the cases in which whoever has the number `?1` acts for another.
  static let ofHelper = "SELECT application FROM case_key WHERE key = '\(helper)' || ?1"
  /// The newest of them.
  static let newestOfHelper = ofHelper + " ORDER BY application DESC LIMIT 8"
}

extension CaseStore {
  /// Those who stand for the applicant of an open case and whose own certificate was cancelled for their death.
  func deadHelpers(of application: Application, in db: Database) throws -> [DeadHelper] {
    try PartForAnother.allCases.compactMap { part in
      let number = application.identity(of: part)
      guard !number.isEmpty, number != application[.identity] else { return nil }
      let dead = try Self.certificates(of: number, in: db).last { $0.isEndedByDeath }
      return dead.map { DeadHelper(part, on: $0.deathDay) }
    }
  }

  /// Under which other names the numbers of those who act in an open case stand in the register and in the newest cases,
  /// each name once.
  func helpersElsewhere(in application: Application, db: Database) throws -> [HelperElsewhere] {
    guard !Application.State.finished.contains(application.state) else { return [] }
    return try PartForAnother.allCases.flatMap { part -> [HelperElsewhere] in
      let (number, name) = (application.identity(of: part), Cleaning.name(application.name(of: part)).text)
      guard IdentityNumber(number) != nil, number != application[.identity], !name.isEmpty else { return [] }
      var told = try Self.certificates(of: number, in: db).suffix(1).map { ($0.name, Phrase("登记册", "the register")) }
      let own = try Self.cases(of: number, in: db).suffix(1)
      told += own.map { ($0.applicant, Phrase("业务 \($0.number)", "case \($0.number)")) }
      for past in try Self.cases(where: "id IN (\(CaseKeys.newestOfHelper))", [number], in: db).reversed()
      where past.id != application.id {
        told += PartForAnother.allCases.filter { past.identity(of: $0) == number }.map {
          (past.name(of: $0), Phrase("业务 \(past.number)", "case \(past.number)"))
        }
      }
      var seen: Set = [name, ""]
      return told.filter { seen.insert(Cleaning.name($0.0).text).inserted }.map {
        HelperElsewhere(part, name: $0.0, in: $0.1)
      }
    }
  }

  /// The cases in which somebody acts for another.
  func casesHelped(by identity: String, in db: Database) throws -> [Application] {
    try Self.cases(where: "id IN (\(CaseKeys.ofHelper))", [identity], in: db)
  }
}
