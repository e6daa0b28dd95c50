import Casework
import Foundation
import GRDB

/// Which earlier sweep had the same rows, found without reading its rows again.
///
/// Of each sweep the marks of its rows are kept, sorted, in one piece: eight bytes a row. Two sorted pieces are compared
/// by walking through both.
enum SweepMarks {
  /// Keeps the marks of a sweep, and for each of its rows the newest of `earlier` that had it.
  static func keep(of sweep: Int64, besides earlier: [Int64], in db: Database) throws {
    let own = try marks(of: sweep, in: db)
    let insert = try BulkStatement("INSERT INTO sweep_seen(sweep, row, earlier) VALUES (?, ?, ?)", in: db)
    var seen: [Int: Int64] = [:]
    for other in earlier where seen.count < own.count {
      let marks = try kept(of: other, in: db)
      var place = 0
      for (mark, row) in own {
        while place < marks.count, marks[place] < mark { place += 1 }
        if place < marks.count, marks[place] == mark, seen[row] == nil { seen[row] = other }
      }
    }
    insert.bind(sweep, at: 1)
    for (row, other) in seen.sorted(by: { $0.key < $1.key }) {
      insert.begin()
      insert.bind(Int64(row), at: 2)
      insert.bind(other, at: 3)
      try insert.run()
    }
    try store(own.map(\.mark), of: sweep, in: db)
  }

  /// The marks kept of a sweep; one that has none, because an older program took it in, gets them now.
  static func kept(of sweep: Int64, in db: Database) throws -> [UInt64] {
    if let row = try Row.fetchOne(db, sql: "SELECT marks FROM sweep_marks WHERE sweep = ?", arguments: [sweep]) {
      return bytes(of: row, at: 0).withUnsafeBytes { raw in
        stride(from: 0, to: raw.count - 7, by: 8).map {
          UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: $0, as: UInt64.self))
        }
      }
    }
    let marks = try marks(of: sweep, in: db).map(\.mark)
    try store(marks, of: sweep, in: db)
    return marks
  }

  /// The marks of the rows of a sweep as they stand in `sweep_row`, sorted.
  static func marks(of sweep: Int64, in db: Database) throws -> [(mark: UInt64, row: Int)] {
    let rows = try BulkStatement("SELECT \(columns) FROM sweep_row WHERE sweep = ?", in: db)
    rows.begin()
    rows.bind(sweep, at: 1)
    var marks: [(mark: UInt64, row: Int)] = []
    while try rows.next() {
      let mark = mark(
        identity: rows.text(1) ?? "", written: rows.text(2) ?? "", name: rows.text(3) ?? "", kind: rows.text(4) ?? "",
        writtenKind: rows.text(5) ?? "", date: rows.text(6) ?? "")
      marks.append((mark, Int(rows.number(0))))
    }
    return marks.sorted { $0.mark == $1.mark ? $0.row < $1.row : $0.mark < $1.mark }
  }

  /// The number of a row and what its mark is made of.
  static let columns = "row, identity, source_identity, source_name, kind, source_kind, event_date"

  /// The mark of a row that was read by `columns`.
  static func mark(of row: Row) -> UInt64 {
    mark(identity: row[1], written: row[2], name: row[3], kind: row[4], writtenKind: row[5], date: row[6])
  }

  static func mark(of row: SweepRow) -> UInt64 {
    mark(
      identity: row.identity, written: row.source.identity, name: row.source.name, kind: row.kind.rawValue,
      writtenKind: row.source.kind, date: row.eventDate.kept)
  }

  private static func mark(
    identity: String, written: String, name: String, kind: String, writtenKind: String, date: String
  ) -> UInt64 {
    var mark = Fingerprint()
    mark.add(identity.isEmpty ? Cleaning.number(written).text : identity)
    mark.add(Cleaning.name(name).text)
    mark.add(kind)
    mark.add(kind == PoliceRecordKind.other.rawValue ? writtenKind : "")
    mark.add(date)
    return mark.value
  }

  static func packed(_ marks: [UInt64]) -> [UInt8] {
    var packed: [UInt8] = []
    packed.reserveCapacity(marks.count * 8)
    for mark in marks { withUnsafeBytes(of: mark.littleEndian) { packed.append(contentsOf: $0) } }
    return packed
  }

  private static func store(_ marks: [UInt64], of sweep: Int64, in db: Database) throws {
    try db.execute(
      sql: "INSERT INTO sweep_marks(sweep, marks) VALUES (?, ?)", arguments: [sweep, blob(packed(marks))])
  }
}

/// A digest over the near matches of a sweep and the earlier sweeps of its rows.
enum NearDigest {
  static func of(_ sweep: Int64, in db: Database) throws -> String {
    var digest = RowsDigest()
    var texts = RowTexts()
    for sql in [
      "SELECT row, rank, certificate, reasons FROM sweep_near WHERE sweep = ? ORDER BY row, rank",
      "SELECT row, earlier, '', '' FROM sweep_seen WHERE sweep = ? ORDER BY row",
    ] {
      let rows = try BulkStatement(sql, in: db)
      rows.begin()
      rows.bind(sweep, at: 1)
      while try rows.next() {
        texts.fill(with: [String(rows.number(1)), rows.text(2) ?? "", rows.text(3) ?? ""])
        digest.add(row: Int(rows.number(0)), texts)
      }
    }
    return digest.finish()
  }
}
