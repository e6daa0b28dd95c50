import Casework
import GRDB

/// What remarks of some rows say against others.
extension CaseStore {
  /// Keeps on rows that a remark of another row takes something back that may be theirs: 以上均系误报, 马某系误报.
  func keepRemarks(_ remarks: [RemarkAboutOthers], of sweep: Int64, in db: Database) throws {
    if remarks.isEmpty { return }
    let last = try Int.fetchOne(db, sql: "SELECT max(row) FROM sweep_row WHERE sweep = ?", arguments: [sweep]) ?? 0
    for remark in remarks {
      for rows in remark.rows(of: last) { try keep(remark, onRows: rows, of: sweep, in: db) }
    }
    // However many there are, so many of them at once stay small beside the list.
    for some in stride(from: 0, to: remarks.count, by: Self.remarksAtOnce) {
      try keepNamed(in: remarks[some..<min(some + Self.remarksAtOnce, remarks.count)], of: sweep, in: db)
    }
  }

  private static let remarksAtOnce = 1000

  private func keep(
    _ remark: RemarkAboutOthers, onRows rows: ClosedRange<Int>, of sweep: Int64, in db: Database
  ) throws {
    let sign = LifeSign(.toldInRow, on: "", source: String(remark.row), detail: remark.text)
    try keep(sign, onRows: rows, besides: remark.row, of: sweep, in: db)
  }

  /// The same for rows whose name or number stands in a remark.
  private func keepNamed(in remarks: ArraySlice<RemarkAboutOthers>, of sweep: Int64, in db: Database) throws {
    var tokens: [String: [Int]] = [:]
    for (place, remark) in zip(remarks.indices, remarks) {
      for token in remark.tokens { tokens[token, default: []].append(place) }
    }
    if tokens.isEmpty { return }
    let people = try BulkStatement("SELECT row, source_name, identity FROM sweep_row WHERE sweep = ?", in: db)
    people.begin()
    people.bind(sweep, at: 1)
    var found: [(remark: Int, row: Int)] = []
    while try people.next() {
      let row = Int(people.number(0))
      for column in [1, 2] as [Int32] {
        guard let text = people.text(column), !text.isEmpty, let named = tokens[text] else { continue }
        found += named.filter { remarks[$0].row != row }.map { ($0, row) }
      }
    }
    for (remark, row) in found { try keep(remarks[remark], onRows: row...row, of: sweep, in: db) }
  }
}
