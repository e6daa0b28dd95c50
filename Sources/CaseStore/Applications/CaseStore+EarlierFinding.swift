import Casework
import GRDB

extension CaseStore {
  /// The other case of the person in which the disability was assessed last.
  func assessed(
    before application: Application, about certificate: Certificate?, in db: Database
  ) throws -> Application? {
    let identity = application[.identity]
    return try Row.fetchAll(
      try db.cachedStatement(
        sql: """
          SELECT \(Application.selection) FROM application
          WHERE identity IN (?, ?) AND identity <> '' AND id <> ?
            AND json_extract(body, '$."finding.category"') IS NOT NULL ORDER BY id
          """), arguments: [identity, certificate?.identity ?? identity, application.id]
    ).compactMap(Application.init(row:)).filter { $0.findingDay != nil }
      .max { ($0.findingDay?.ordinal ?? 0, $0.id) < ($1.findingDay?.ordinal ?? 0, $1.id) }
  }
}
