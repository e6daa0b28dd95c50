import Casework
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

  func bind(_ number: IdentityNumber, at index: Int32) {
    let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: IdentityNumber.length) { buffer in
      number.write(into: buffer)
      buffer.withMemoryRebound(to: CChar.self) { characters in
        _ = sqlite3_bind_text(statement, index, characters.baseAddress, Int32(characters.count), copies)
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

  /// Runs the statement with rows of texts, which SQLite reads where they lie.
  ///
  /// - Parameters:
  ///   - places: which of the texts, in whole rows.
  ///   - columns: how many texts a row has.
  ///   - first: where the first text of the first row goes.
  ///   - step: how far it is from there to the first text of the next row.
  func run(with texts: RowTexts, _ places: Range<Int>, columns: Int, from first: Int, step: Int) throws {
    try texts.bytes.withUnsafeBytes { buffer in
      let characters = buffer.bindMemory(to: CChar.self)
      var start = places.lowerBound == 0 ? 0 : texts.ends[places.lowerBound - 1]
      var (place, column) = (first, 0)
      for end in texts.ends[places] {
        let text = UnsafeBufferPointer(rebasing: characters[start..<end])
        sqlite3_bind_text(statement, Int32(place + column), text.baseAddress, Int32(text.count), nil)
        start = end
        column += 1
        if column == columns { (place, column) = (place + step, 0) }
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

  /// Inserts a row with bytes, which SQLite reads where they lie.
  ///
  /// Of a row it makes a copy before it is written: very long bytes follow in pieces, though written twice so.
  func run(with bytes: [UInt8], at index: Int32, ofTable table: String, column: String) throws {
    try bytes.withUnsafeBytes { buffer in
      if (1...Self.longest).contains(buffer.count) {
        sqlite3_bind_blob64(statement, index, buffer.baseAddress, UInt64(buffer.count), nil)
        return try run()
      }
      sqlite3_bind_zeroblob64(statement, index, UInt64(buffer.count))
      try run()
      var opened: OpaquePointer?
      let row = sqlite3_last_insert_rowid(connection)
      let code = sqlite3_blob_open(connection, "main", table, column, row, 1, &opened)
      defer { sqlite3_blob_close(opened) }
      guard code == SQLITE_OK else { throw Self.problem(code, connection) }
      for start in stride(from: 0, to: buffer.count, by: Self.piece) {
        let piece = buffer[start..<min(start + Self.piece, buffer.count)]
        let code = sqlite3_blob_write(
          opened, UnsafeRawBufferPointer(rebasing: piece).baseAddress, Int32(piece.count), Int32(start))
        guard code == SQLITE_OK else { throw Self.problem(code, connection) }
      }
    }
  }

  /// How many bytes are written in one piece.
  private static let longest = 16 << 20
  private static let piece = 1 << 20

  private static func problem(_ code: Int32, _ connection: OpaquePointer?) -> DatabaseError {
    let message = sqlite3_errmsg(connection).map { String(cString: $0) }
    return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }
}
