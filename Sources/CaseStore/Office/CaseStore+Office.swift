public import Casework
import GRDB

/// The office a store belongs to.
public struct Office: Hashable, Sendable {
  public let county: String
  public let name: String
  public let isRehearsal: Bool

  public init(county: String, name: String, isRehearsal: Bool) {
    self.county = county
    self.name = name
    self.isRehearsal = isRehearsal
  }
}

extension CaseStore {
  public static var schemaVersion: Int { Schema.version }

  public func office() throws -> Office {
    try read { db in
      guard let record = try MasterRecord.find(.office, "office", in: db) else {
        throw StoreProblem.damaged("office")
      }
      return Office(
        county: record.entries.text("county"), name: record.entries.text("name"),
        isRehearsal: record.entries.text("rehearsal") == "yes")
    }
  }

  /// The county of this office by its full name and code, as another county reads it.
  public func countyName() throws -> String {
    let county = try office().county
    return Districts.fullName(of: county).map { "\($0)（\(county)）" } ?? county
  }

  /// The calendar with the years that the office has added.
  public func calendar() throws -> WorkingCalendar { try read(Self.calendar(in:)) }

  static func calendar(in db: Database) throws -> WorkingCalendar {
    let tables = try MasterRecord.all(.calendar, in: db).flatMap {
      YearTableFile(reading: $0.entries.text("text")).tables
    }
    return tables.isEmpty ? .builtIn : WorkingCalendar(overrides: tables)
  }

  /// Adds the years of an office's calendar file; a year given before is replaced.
  ///
  /// Running clocks whose last day is another one now are counted again, each by an event of its case.
  /// - Returns: the numbers of those cases.
  @discardableResult
  public func addCalendar(_ tables: [YearTable], by session: Session) throws -> [String] {
    try write { db in
      try require([.administrator, .supervisor], of: session, in: db)
      for table in tables {
        try change(
          .calendar, String(table.year), move: "add", by: session.staff.id, data: ["text": table.text], in: db)
      }
      return try recountClocks(by: session, in: db)
    }
  }

  private func recountClocks(by session: Session, in db: Database) throws -> [String] {
    let calendar = try Self.calendar(in: db)
    let ids = try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM application WHERE state IN \(CaseClock.all.map(\.state).sqlList) AND deadline IS NOT NULL ORDER BY id
        """)
    var counted: [String] = []
    for id in ids {
      let application = try application(id, in: db)
      guard !application.recounted(on: calendar).isEmpty else { continue }
      let circumstances = try circumstances(of: session, on: application, facts: ApplicationFacts(), in: db)
      _ = try record(Act(.recount), on: application, in: circumstances, db: db)
      counted.append(application.number)
    }
    return counted
  }
}
