import Casework
import GRDB

extension CaseStore {
  /// Cards lost for the third time within two years, until a supervisor has decided or the case is over (features: 34).
  func oftenLostProposals(_ limit: Int, in db: Database) throws -> [Proposal] {
    try Row.fetchAll(
      try db.cachedStatement(
        sql: """
          SELECT \(Application.selection) FROM application
          WHERE id IN (SELECT application FROM case_key WHERE key = '\(CaseKeys.oftenLost)') AND state NOT IN \(Application.State.finished.sqlList) ORDER BY id LIMIT ?
          """), arguments: [limit]
    ).compactMap(Application.init(row:)).filter { application in
      let decider = try application.staff(of: .approve).flatMap { try Self.staffMember($0, in: db) }
      return !(decider?.holds([.supervisor]) ?? false)
    }.map { application in
      Proposal(
        kind: .oftenLost, subject: .application(application.id, number: application.number),
        name: application.applicant, due: application.day(of: .accept) ?? today, action: .look)
    }
  }
}
