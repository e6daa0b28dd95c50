import Casework
import GRDB

/// A subject whose fold is one row of a table of its own.
protocol StoredSubject: Subject {
  var id: Int64 { get }
  var sequence: Int { get }

  static var table: String { get }
  /// The columns behind `id`, in the order of `values`.
  static var columns: [String] { get }
  /// What those columns hold.
  var values: [(any DatabaseValueConvertible)?] { get }

  /// Reads what `columns` hold (index 0 is the id).
  init?(row: Row)
  /// The subject as its first event leaves it.
  init?(id: Int64, opening: Event<Self>)

  /// Keeps what is found by other means than the row; `before` is `nil` for a new subject.
  func keepKeys(after before: Self?, in db: Database) throws
}

extension StoredSubject {
  func keepKeys(after before: Self?, in db: Database) throws {}

  static func find(_ id: Int64, in db: Database) throws -> Self? {
    let sql = "SELECT \(selection) FROM \(table) WHERE id = ?"
    guard let row = try Row.fetchOne(try db.cachedStatement(sql: sql), arguments: [id]) else { return nil }
    guard let subject = Self(row: row) else { throw StoreProblem.damaged("\(table) \(id)") }
    return subject
  }

  /// Those that the store has, in the order in which they are asked for.
  static func find(_ ids: [Int64], in db: Database) throws -> [Self] {
    let rows = try Row.fetchCursor(
      try db.cachedStatement(sql: "SELECT \(selection) FROM \(table) WHERE id IN (SELECT value FROM json_each(?))"),
      arguments: [ids.jsonList])
    var found: [Int64: Self] = [:]
    while let row = try rows.next() {
      let id: Int64 = row[0]
      guard let subject = Self(row: row) else { throw StoreProblem.damaged("\(table) \(id)") }
      found[id] = subject
    }
    return ids.compactMap { found[$0] }
  }

  static var selection: String { "id, " + columns.joined(separator: ", ") }

  func insert(in db: Database) throws {
    let marks = Array(repeating: "?", count: Self.columns.count + 1).joined(separator: ", ")
    try db.cachedStatement(sql: "INSERT INTO \(Self.table)(\(Self.selection)) VALUES (\(marks))")
      .execute(arguments: StatementArguments([id] + values))
    try keepKeys(after: nil, in: db)
  }

  /// Writes the columns that differ from what they were, so that indexes nobody touched are not written again.
  func update(from before: Self, in db: Database) throws {
    let (old, new) = (before.values, values)
    let changed = Self.columns.indices.filter {
      !(new[$0]?.databaseValue ?? .null).isIdentical(to: old[$0]?.databaseValue ?? .null)
    }
    let marks = changed.map { "\(Self.columns[$0]) = ?" }.joined(separator: ", ")
    var written: [(any DatabaseValueConvertible)?] = changed.map { new[$0] }
    written.append(id)
    try db.cachedStatement(sql: "UPDATE \(Self.table) SET \(marks) WHERE id = ?")
      .execute(arguments: StatementArguments(written))
    try keepKeys(after: before, in: db)
  }

  static func nextID(in db: Database) throws -> Int64 {
    try Int64.fetchOne(try db.cachedStatement(sql: "SELECT max(id) FROM \(table)")).map { $0 + 1 } ?? 1
  }
}
