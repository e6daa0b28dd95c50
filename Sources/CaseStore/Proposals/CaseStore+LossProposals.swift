import Casework
import GRDB

extension CaseStore {
  /// Cards lost for the third time within two years, until a supervisor has decided or the case is over (features: 34).
  func oftenLostProposals(_ limit: Int, in db: Database) throws -> [Proposal] {
    let isMany = #"CASE WHEN json_valid(body) THEN json_extract(body, '$."accept.losses"') END IS NOT NULL"#
    return try Row.fetchAll(
      try db.cachedStatement(
        sql: """
          SELECT \(Application.selection) FROM application
          WHERE \(isMany) AND state NOT IN \(Application.State.finished.sqlList) ORDER BY id LIMIT ?
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
