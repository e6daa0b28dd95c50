import Casework
import GRDB

/// Writes compared rows; what a row costs here decides how long an import takes.
struct SweepRowWriter: ~Copyable {
  private let sweep: Int64
  private let insert: BulkStatement
  private var block = RowBlock()

  init(of sweep: Int64, in db: Database) throws {
    self.sweep = sweep
    insert = try RowBlock.insert(RowBlock.most, of: sweep, in: db)
  }

  mutating func write(_ row: SweepRow, into digest: inout RowsDigest) throws {
    block.add(row, into: &digest)
    if block.isFull { try block.write(by: insert) }
  }

  /// Writes what is not in the table yet.
  mutating func finish(in db: Database) throws {
    if block.count > 0 { try block.write(by: try RowBlock.insert(block.count, of: sweep, in: db)) }
  }
}

/// Rows that go into the table by one step of a statement.
private struct RowBlock {
  static let most = 8
  private static let columns = SweepRow.comparedColumns.count
  private var texts = RowTexts()
  private var rows: [Int] = []

  var count: Int { rows.count }
  var isFull: Bool { count == Self.most }

  static func insert(_ rows: Int, of sweep: Int64, in db: Database) throws -> BulkStatement {
    let marks = "(\(Array(repeating: "?", count: columns + 2).joined(separator: ", ")))"
    let statement = try BulkStatement(
      """
      INSERT INTO sweep_row(sweep, row, \(SweepRow.comparedColumns.joined(separator: ", ")))
      VALUES \(Array(repeating: marks, count: rows).joined(separator: ", "))
      """, in: db)
    for row in 0..<rows { statement.bind(sweep, at: Int32(row * (columns + 2) + 1)) }
    return statement
  }

  mutating func add(_ row: SweepRow, into digest: inout RowsDigest) {
    texts.beginRow()
    row.addCompared(to: &texts)
    rows.append(row.row)
    digest.add(row: row.row, texts)
  }

  mutating func write(by statement: borrowing BulkStatement) throws {
    statement.begin()
    for (place, row) in rows.enumerated() {
      statement.bind(Int64(row), at: Int32(place * (Self.columns + 2) + 2))
    }
    try statement.run(with: texts, columns: Self.columns, from: 3, step: Self.columns + 2)
    rows.removeAll(keepingCapacity: true)
    texts.clear()
  }
}
