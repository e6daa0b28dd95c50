import Casework
import GRDB

/// A row that reports the death of somebody who asks for a first certificate, brings one, or stands for whoever does.
struct ReportedApplicant {
  let row: Int
  let identity: String
}

extension CaseStore {
  /// The numbers of applicants whom the register does not know, and of their guardians, as far as their cases are open.
  static func openApplicants(in db: Database) throws -> Set<IdentityNumber> {
    let open = Set(Application.State.allCases).subtracting(Application.State.finished)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT identity, CASE WHEN json_valid(body) THEN json_extract(body, '$."guardian.identity"') END FROM application
        WHERE state IN \(open.sqlList) AND service IN \(Application.servicesOfStrangers.sqlList)
        """)
    var numbers: Set<IdentityNumber> = []
    while let row = try rows.next() {
      for text in [row[0] as String?, row[1]] {
        if let number = text.flatMap({ IdentityNumber($0) }) { numbers.insert(number) }
      }
    }
    return numbers
  }

  /// Keeps in which open cases those whom rows report dead are the applicant or the guardian.
  func keepApplicants(_ reported: [ReportedApplicant], in sweep: Int64, db: Database) throws {
    for report in reported {
      let own = try Self.cases(where: "identity = ? AND identity <> ''", [report.identity], in: db)
      for application in try own + casesHelped(by: report.identity, in: db) {
        for person in application.persons(numbered: report.identity) {
          let sign = LifeSign(.applicant, on: "", source: application.number, detail: person.rawValue)
          try keep(sign, row: report.row, of: sweep, in: db)
        }
      }
    }
  }
}
