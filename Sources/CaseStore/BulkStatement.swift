import GRDB
import GRDBSQLite

/// A statement prepared once and run for each of very many rows, straight on SQLite.
///
/// What a row costs here decides how long a sweep takes; everything else goes through GRDB.
struct BulkStatement: ~Copyable {
  private let statement: OpaquePointer
  private let connection: OpaquePointer?

  init(_ sql: String, in db: Database) throws {
    connection = db.sqliteConnection
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard code == SQLITE_OK, let prepared else { throw Self.problem(code, connection) }
    statement = prepared
  }

  deinit { sqlite3_finalize(statement) }

  /// Makes the statement ready for the next row.
  func begin() {
    sqlite3_reset(statement)
  }

  func bind(_ text: String, at index: Int32) {
    var text = text
    // SQLite copies the bytes, since the text may be gone before the step.
    let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    text.withUTF8 { bytes in
      _ = bytes.withMemoryRebound(to: CChar.self) { characters in
        sqlite3_bind_text(statement, index, characters.baseAddress, Int32(characters.count), copies)
      }
    }
  }

  func bind(_ number: Int64, at index: Int32) { sqlite3_bind_int64(statement, index, number) }

  /// Goes to the next row of the answer; false at its end.
  func next() throws -> Bool {
    let code = sqlite3_step(statement)
    switch code {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw Self.problem(code, connection)
    }
  }

  /// Runs a statement that answers nothing.
  func run() throws {
    while try next() {}
  }

  /// Runs the statement with a row of texts, the first at `first`; SQLite reads them where they lie.
  func run(with texts: RowTexts, from first: Int32) throws {
    try texts.bytes.withUnsafeBytes { buffer in
      let characters = buffer.bindMemory(to: CChar.self)
      var start = 0
      for (column, end) in texts.ends.enumerated() {
        let text = UnsafeBufferPointer(rebasing: characters[start..<end])
        sqlite3_bind_text(statement, first + Int32(column), text.baseAddress, Int32(text.count), nil)
        start = end
      }
      try run()
    }
  }

  func text(_ column: Int32) -> String? {
    guard let characters = sqlite3_column_text(statement, column) else { return nil }
    let count = Int(sqlite3_column_bytes(statement, column))
    return String(decoding: UnsafeBufferPointer(start: characters, count: count), as: UTF8.self)
  }

  func number(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

  private static func problem(_ code: Int32, _ connection: OpaquePointer?) -> DatabaseError {
    let message = sqlite3_errmsg(connection).map { String(cString: $0) }
    return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }
}
