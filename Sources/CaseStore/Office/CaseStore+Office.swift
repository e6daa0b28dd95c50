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

  /// The settings in force.
  public func policy() throws -> Policy { try read(Self.policy(in:)) }

  /// The calendar with the years that the office has added.
  public func calendar() throws -> WorkingCalendar { try read(Self.calendar(in:)) }

  static func policy(in db: Database) throws -> Policy {
    let record = try MasterRecord.find(.office, "office", in: db)
    var policy = Policy()
    for (code, text) in record?.entries.under("policy.").pairs ?? [] {
      if let key = PolicyKey(rawValue: code) { policy[key] = text }
    }
    return policy
  }

  static func calendar(in db: Database) throws -> WorkingCalendar {
    let tables = try MasterRecord.all(.calendar, in: db).flatMap {
      YearTableFile(reading: $0.entries.text("text")).tables
    }
    return tables.isEmpty ? .builtIn : WorkingCalendar(overrides: tables)
  }

  /// Adds the years of an office's calendar file; a year given before is replaced.
  public func addCalendar(_ tables: [YearTable], by session: Session) throws {
    try write { db in
      try require([.administrator, .supervisor], of: session, in: db)
      for table in tables {
        try change(
          .calendar, String(table.year), move: "add", by: session.staff.id, data: ["text": table.text], in: db)
      }
    }
  }
}
