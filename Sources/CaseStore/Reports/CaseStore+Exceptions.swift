public import Casework
import GRDB

extension CaseStore {
  /// The acts of a period that took an exception of two people, and the signatures and approvals by a password that
  /// somebody else had set, in their order.
  public func exceptions(in period: ReportPeriod, by session: Session) throws -> [ExceptionLine] {
    try read { db in
      try require(PeriodReport.readers, of: session, in: db)
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT \(LoggedEvent.columns) FROM event
          WHERE kind = 'application' AND move IN ('accept', 'approve', 'panel_sign') AND day BETWEEN ? AND ?
            AND (json_extract(data, '$.lifted_by') IS NOT NULL OR json_extract(data, '$.excepted_by') IS NOT NULL
              OR json_extract(data, '$.secret_by') IS NOT NULL)
          ORDER BY seq
          """, arguments: [period.first.iso, period.last.iso])
      return try rows.compactMap { row in
        let logged = LoggedEvent(row: row)
        guard let event = logged.event(of: Application.self) else { return nil }
        let application = try application(logged.subject, in: db)
        return ExceptionLine(
          day: event.day, number: application.number, service: application.service, move: event.move,
          staff: try [event.staff, event.second].compactMap { $0 }.map {
            try Self.staffMember($0, in: db)?.name ?? $0
          },
          ground: event.data.text("override"), secretBy: event.data.text("secret_by"),
          others: event.data.text("could_decide"))
      }
    }
  }
}
