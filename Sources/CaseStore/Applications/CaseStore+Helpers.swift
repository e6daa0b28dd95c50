import Casework
import GRDB

/// Where a case keeps the number of whoever acts in it for its applicant; each is an index.
enum HelperNumber {
  static let expressions = ["guardian.identity", "agent.identity", "collect.identity"].map { code in
    "CASE WHEN json_valid(body) THEN json_extract(body, '$.\"\(code)\"') END"
  }

  /// One statement for each index, so that none is passed over; `?1` is the number.
  static func selecting(_ columns: String) -> String {
    expressions.map { "SELECT \(columns) FROM application WHERE \($0) = ?1" }.joined(separator: " UNION ALL ")
  }
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
    try Self.cases(where: "id IN (\(HelperNumber.selecting("id")))", [identity], in: db)
  }
}

extension Certificate {
  var isEndedByDeath: Bool {
    state == .cancelled && entries.text("cancel.reason") == CancellationReason.death.rawValue
  }

  var deathDay: Day? { Day(iso: entries.text("cancel.event_date")) }
}
