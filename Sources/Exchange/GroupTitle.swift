import Casework

/// The name of a township or village alone in its line, before the rows of its people: `黔城镇`.
///
/// Alone it might be what is left of somebody's row. What follows tells: the rows below are of that place, or the office
/// knows people there.
struct GroupTitle {
  private let cells: RowCells
  let line: Int
  private let name: String

  /// `nil` for a line that cannot be one.
  init?(_ cells: RowCells, line: Int) {
    guard cells.comment.isEmpty, !cells.isStruck, let column = cells.firstFilledColumn,
      (column + 1..<max(column + 1, cells.count)).allSatisfy({ cells.isBlank($0) })
    else { return nil }
    let name = cells.text(column).filter { !$0.isWhitespace }
    guard (3...Self.longest).contains(name.count), name.allSatisfy(\.isLetter),
      Self.endings.contains(where: name.hasSuffix), HarmlessText.isAll(of: name)
    else { return nil }
    self.name = name
    self.line = line
    self.cells = RowCells(copy: cells)
  }

  /// Whether the office knows people in the place, or a row says that it is of it.
  func isConfirmed(by row: RowCells, knowing places: Set<String>) -> Bool {
    places.contains(name) || row.places.indices.contains { !row.isBlank($0) && row.text($0).contains(name) }
  }

  /// Puts the line where a source shows its rows, for as long as `body` looks at it.
  func shown<Value>(_ body: (RowCells) throws -> Value) rethrows -> Value { try body(cells) }

  private static let longest = 16
  private static let endings = ["镇", "乡", "街道", "街道办", "街道办事处", "苏木", "村", "村委会", "社区", "居委会", "嘎查"]
}
