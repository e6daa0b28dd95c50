import Casework
import GRDB

extension CaseKeys {
  /// Selects the cases in which whoever has the number `?1` acts for another.
  static let ofHelper = "SELECT application FROM case_key WHERE key = '\(helper)' || ?1"
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

  /// The cases in which somebody acts for another.
  func casesHelped(by identity: String, in db: Database) throws -> [Application] {
    try Self.cases(where: "id IN (\(CaseKeys.ofHelper))", [identity], in: db)
  }
}

extension Certificate {
  var isEndedByDeath: Bool {
    state == .cancelled && entries.text("cancel.reason") == CancellationReason.death.rawValue
  }

  var deathDay: Day? { Day(iso: entries.text("cancel.event_date")) }
}
