import CSQLiteBare

/// A SQLite file without any of our code between.
final class BareStore {
  private let connection: UnsafeMutableRawPointer

  init(_ path: String) throws {
    guard let connection = bare_connect(path) else { throw BenchProblem("\(path) cannot be opened") }
    self.connection = connection
  }

  deinit { bare_disconnect(connection) }

  func run(_ sql: String) throws {
    if bare_exec(connection, sql) != 0 { throw problem(sql) }
  }

  func statement(_ sql: String) throws -> BareStatement {
    guard let prepared = bare_prepare(connection, sql) else { throw problem(sql) }
    return BareStatement(prepared)
  }

  func texts(_ sql: String) throws -> [String] {
    let statement = try statement(sql)
    var texts: [String] = []
    while let row = statement.next() { texts.append(row) }
    return texts
  }

  private func problem(_ sql: String) -> BenchProblem {
    BenchProblem("\(bare_problem(connection).map { String(cString: $0) } ?? "") in \(sql.prefix(200))")
  }
}

/// A statement prepared once.
final class BareStatement {
  private let statement: UnsafeMutableRawPointer

  init(_ statement: UnsafeMutableRawPointer) { self.statement = statement }

  deinit { bare_end(statement) }

  enum Value {
    case text(String)
    case number(Int)
  }

  /// Runs it with these values, reads whatever it answers, and gives the number of rows.
  @discardableResult
  func run(_ values: [Value]) throws -> Int {
    for (place, value) in values.enumerated() {
      switch value {
      case .text(let text): bare_text(statement, Int32(place + 1), text)
      case .number(let number): bare_number(statement, Int32(place + 1), Int64(number))
      }
    }
    let rows = bare_all(statement)
    guard rows >= 0 else { throw BenchProblem("a bare statement failed") }
    return Int(rows)
  }

  /// The first column of the next row.
  func next() -> String? {
    guard bare_next(statement) == 100 else { return nil }
    return bare_read(statement, 0).map { String(cString: $0) } ?? ""
  }
}
