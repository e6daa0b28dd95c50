/// A file of one or more sheets.
protocol Book: AnyObject {
  var format: TableFormat { get }
  var sheets: [BookSheet] { get }
  func rows(ofSheet index: Int) throws(FileProblem) -> any RowSource
}

/// One sheet of a workbook, as its tab says.
struct BookSheet {
  let name: String
  let isVisible: Bool
}

extension Book {
  /// The sheet asked for, else the visible ones in their order.
  func candidates(named name: String?) throws(FileProblem) -> [Int] {
    guard let name else { return sheets.indices.filter { sheets[$0].isVisible } }
    guard let sheet = sheets.firstIndex(where: { $0.name.trimmed == name.trimmed }) else {
      throw .noSheet(name, found: sheets.map(\.name))
    }
    return [sheet]
  }
}
