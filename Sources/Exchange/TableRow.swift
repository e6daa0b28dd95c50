/// One row of a table, valid while the reader shows it: it cannot be copied or kept.
public struct TableRow: ~Copyable {
  /// 1 for the first row under the headings; blank, total and repeated heading lines are not counted.
  public let number: Int

  /// The line of a text file on which the row begins, or the row of the sheet.
  public let line: Int

  /// How much of the file is read, from 0 to 1.
  public let share: Double

  let cells: RowCells
  let columns: Columns
  let kind: ListKind

  /// The value of a field; empty where the file has no such column.
  public subscript(field: String) -> Cell {
    guard let position = columns.vocabulary.position(of: field) else { return Cell(text: "") }
    return self[position]
  }

  /// The value of the field that stands at a position of the vocabulary's `fields`.
  public subscript(position: Int) -> Cell {
    guard let column = column(of: position) else { return Cell(text: "") }
    return cells.cell(column)
  }

  /// Whether the file has a column for the field at a position.
  func hasColumn(of position: Int) -> Bool { !columns.ofField[position].isEmpty }

  /// Shows the UTF-8 bytes of a field without making a `String` of them.
  public func withUTF8<Result>(_ position: Int, _ body: (borrowing Span<UInt8>) throws -> Result) rethrows -> Result {
    let place = column(of: position).map { cells.places[$0] } ?? .empty
    let bytes = cells.bytes
    return try body(bytes.span.extracting(place.start..<place.end))
  }

  /// Whether the row is hidden in its sheet, by a filter as a rule: it is read all the same.
  public var isHidden: Bool { cells.isHidden }

  /// Whether somebody has struck one of its cells through, or a part of one.
  public var isStruck: Bool { cells.isStruck }

  /// Whether its day is that of a merged cell which began in a row above.
  var isDayShared: Bool { cells.isDayShared }

  /// What somebody has noted at its cells; empty for most rows.
  public var comment: String { cells.comment }

  /// The filled cells of a field, each with its heading, where the file has several columns for it.
  func several(of position: Int) -> [(heading: String, cell: Cell)] {
    let places = columns.ofField[position]
    if places.count < 2 { return [] }
    return places.filter { !cells.isBlank($0) }.map { column in
      (columns.headings[column], cells.cell(column))
    }
  }

  /// Whether something is empty here because the program that wrote the file kept a formula without its value.
  public var hasFormulaWithoutValue: Bool { cells.unvalued.contains { columns.mayTell($0) } }

  /// Whether a field is what a formula came to when the file was kept.
  public var hasFormula: Bool {
    cells.valued.contains { columns.fieldOfColumn.indices.contains($0) && columns.fieldOfColumn[$0] != nil }
  }

  /// How the person of the row is related to the dead, where a column says so and it is not the dead themselves.
  var relations: [String] {
    if columns.ofRelation.isEmpty { return [] }
    return columns.ofRelation.filter { !cells.isBlank($0) }
      .map { (heading: columns.headings[$0], value: cells.text($0).trimmed) }
      .filter { !OfTheDead.isSelf($0.value) }.map { "\($0.heading) \($0.value)" }
  }

  /// How many filled cells stand to the right of the last heading: a sign that the row is shifted.
  public var cellsBeyondHeadings: Int {
    guard cells.count > columns.headings.count else { return 0 }
    return (columns.headings.count..<cells.count).count { !cells.isBlank($0) }
  }

  /// The column that gives a field its value in this row: the first filled one, else the most telling.
  private func column(of position: Int) -> Int? {
    let candidates = columns.ofField[position]
    if candidates.count > 1, let filled = candidates.first(where: { !cells.isBlank($0) }) { return filled }
    guard let column = candidates.first, column < cells.count else { return nil }
    return column
  }
}
