import Casework
import GRDB

/// Where those who have or had a certificate stand in one list, found without reading the list.
///
/// It is sorted once, when the list is imported, and kept in pieces.
struct HolderIndex {
  /// A row by the certificate that it is about.
  struct Entry {
    let mark: Int64
    let row: Int32

    init(_ certificate: String, row: Int) { (mark, self.row) = (HolderIndex.mark(of: certificate), Int32(row)) }

    fileprivate init(mark: Int64, row: Int32) { (self.mark, self.row) = (mark, row) }
  }

  /// By their marks, then by their rows.
  private let entries: [Entry]

  init(_ entries: [Entry]) {
    self.entries = entries.sorted { $0.mark == $1.mark ? $0.row < $1.row : $0.mark < $1.mark }
  }

  /// A number of certificate as it is compared; two of them may share it, so that whoever finds a row looks at it.
  static func mark(of certificate: String) -> Int64 {
    var fingerprint = Fingerprint()
    fingerprint.add(certificate)
    return Int64(bitPattern: fingerprint.value)
  }

  /// Keeps it for a list that has none yet.
  func keep(of sweep: Int64, in db: Database) throws {
    let insert = try db.cachedStatement(sql: "INSERT INTO sweep_holder(sweep, first, entries) VALUES (?, ?, ?)")
    for piece in pieces { try insert.execute(arguments: [sweep, piece.first?.mark, blob(Self.packed(piece))]) }
  }

  /// As many entries each as one page holds several times; those of one certificate stay together.
  private var pieces: [ArraySlice<Entry>] {
    var pieces: [ArraySlice<Entry>] = []
    var start = 0
    while start < entries.count {
      var end = min(start + Self.mostInPiece, entries.count)
      while end < entries.count, entries[end].mark == entries[end - 1].mark { end += 1 }
      pieces.append(entries[start..<end])
      start = end
    }
    return pieces
  }

  private static let mostInPiece = 80
  private static let bytesOfEntry = 12

  private static func packed(_ piece: ArraySlice<Entry>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(piece.count * bytesOfEntry)
    for entry in piece {
      withUnsafeBytes(of: entry.mark.bigEndian) { bytes.append(contentsOf: $0) }
      withUnsafeBytes(of: entry.row.bigEndian) { bytes.append(contentsOf: $0) }
    }
    return bytes
  }

  private static func unpacked(_ bytes: [UInt8]) -> [Entry] {
    stride(from: 0, to: bytes.count - bytesOfEntry + 1, by: bytesOfEntry).map { start in
      func number(_ range: Range<Int>) -> UInt64 {
        bytes[start + range.lowerBound..<start + range.upperBound].reduce(0) { $0 << 8 | UInt64($1) }
      }
      return Entry(
        mark: Int64(bitPattern: number(0..<8)), row: Int32(bitPattern: UInt32(truncatingIfNeeded: number(8..<12))))
    }
  }

  /// The rows of a list that are about a certificate; perhaps some that are not.
  static func rows(about certificate: String, in sweep: Int64, db: Database) throws -> [Int] {
    let mark = mark(of: certificate)
    let piece = try Row.fetchOne(
      try db.cachedStatement(
        sql: "SELECT entries FROM sweep_holder WHERE sweep = ? AND first <= ? ORDER BY first DESC LIMIT 1"),
      arguments: [sweep, mark])
    return piece.map { unpacked(bytes(of: $0, at: 0)).filter { $0.mark == mark }.map { Int($0.row) } } ?? []
  }

  /// Whether this very one is kept for a list.
  func isKept(of sweep: Int64, in db: Database) throws -> Bool {
    let kept = try Row.fetchAll(
      db, sql: "SELECT first, entries FROM sweep_holder WHERE sweep = ? ORDER BY first", arguments: [sweep])
    let pieces = pieces
    return kept.count == pieces.count
      && zip(kept, pieces).allSatisfy { $0[0] == $1.first?.mark && bytes(of: $0, at: 1) == Self.packed($1) }
  }

  /// Makes it for the lists of an older store.
  static func keepAll(in db: Database) throws {
    for sweep in try Int64.fetchAll(db, sql: "SELECT id FROM sweep") {
      let rows = try Row.fetchCursor(
        db, sql: "SELECT row, class, certificate FROM sweep_row WHERE sweep = ? AND certificate <> ''",
        arguments: [sweep])
      var found = HolderRows()
      while let row = try rows.next() {
        if let sweepClass = SweepClass(rawValue: row[1]) { found.add(row[0], sweepClass, row[2], []) }
      }
      try found.index.keep(of: sweep, in: db)
    }
  }
}
