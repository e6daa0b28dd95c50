import Casework
import GRDB

/// Writes compared rows; what a row costs here decides how long an import takes.
struct SweepRowWriter: ~Copyable {
  /// Rows that go into the table by one step of a statement.
  private static let block = 8
  private static let columns = SweepRow.comparedColumns.count
  private let insertBlock: BulkStatement
  private let insertOne: BulkStatement

  init(of sweep: Int64, in db: Database) throws {
    // Both are made before either is kept: a throw in between must not leave half of this.
    let block = try Self.insert(Self.block, of: sweep, in: db)
    let one = try Self.insert(1, of: sweep, in: db)
    insertBlock = block
    insertOne = one
  }

  private static func insert(_ rows: Int, of sweep: Int64, in db: Database) throws -> BulkStatement {
    let marks = "(\(Array(repeating: "?", count: columns + 2).joined(separator: ", ")))"
    let statement = try BulkStatement(
      """
      INSERT INTO sweep_row(sweep, row, \(SweepRow.comparedColumns.joined(separator: ", ")))
      VALUES \(Array(repeating: marks, count: rows).joined(separator: ", "))
      """, in: db)
    for row in 0..<rows { statement.bind(sweep, at: Int32(row * (columns + 2) + 1)) }
    return statement
  }

  func write(_ compared: RowComparing.Rows) throws {
    var first = 0
    while first < compared.rows.count {
      let isBlock = compared.rows.count - first >= Self.block
      let end = first + (isBlock ? Self.block : 1)
      if isBlock {
        try Self.write(compared, first..<end, by: insertBlock)
      } else {
        try Self.write(compared, first..<end, by: insertOne)
      }
      first = end
    }
  }

  private static func write(
    _ compared: RowComparing.Rows, _ places: Range<Int>, by statement: borrowing BulkStatement
  ) throws {
    statement.begin()
    for (place, row) in compared.rows[places].enumerated() {
      statement.bind(Int64(row), at: Int32(place * (columns + 2) + 2))
    }
    let texts = places.lowerBound * columns..<places.upperBound * columns
    try statement.run(with: compared.texts, texts, columns: columns, from: 3, step: columns + 2)
  }
}
