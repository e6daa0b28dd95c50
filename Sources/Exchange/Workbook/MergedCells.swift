/// Cells that reach over several rows: a file keeps their value in the first row alone.
struct MergedCells {
  private static let most = 1 << 16

  private var count = 0
  private var rowsOfColumn: [Int: [ClosedRange<Int>]] = [:]

  /// Rows as the file counts them; of several columns only the first has a value.
  mutating func add(rows: ClosedRange<Int>, column: Int) {
    guard rows.count > 1, count < Self.most else { return }
    count += 1
    rowsOfColumn[column, default: []].append(rows)
  }

  /// To be called once all are known.
  mutating func sort() {
    for column in rowsOfColumn.keys { rowsOfColumn[column]?.sort { $0.lowerBound < $1.lowerBound } }
  }

  /// The first row of the cell that covers a place.
  func top(row: Int, column: Int) -> Int? {
    guard let areas = rowsOfColumn[column] else { return nil }
    var low = 0
    var high = areas.count
    while low < high {
      let middle = (low + high) / 2
      if areas[middle].lowerBound <= row { low = middle + 1 } else { high = middle }
    }
    return low > 0 && areas[low - 1].contains(row) ? areas[low - 1].lowerBound : nil
  }
}

/// The merged cells of a sheet, which stand behind its rows.
final class MergedCellsListener: XMLListener {
  private(set) var cells = MergedCells()
  let wantsText = false
  var isPaused = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == XMLName("mergeCell"), let area = attributes.value(XMLName("ref")) else { return }
    let corners = area.split(separator: ":").map { corner in
      Array(corner.utf8).withUnsafeBufferPointer { (SheetReference.row(of: $0), SheetReference.column(of: $0)) }
    }
    guard corners.count == 2, let column = corners[0].1, corners[0].0 <= corners[1].0 else { return }
    cells.add(rows: corners[0].0...corners[1].0, column: column)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  func end(_ name: XMLName) {
    if name == XMLName("mergeCells") { cells.sort() }
  }
}

/// Gives each row its share of merged cells, from the row that kept the value.
struct CarriedCells {
  private struct Kept {
    let column: Int
    let isDay: Bool
    var line = 0
    var bytes: [UInt8] = []
    var form = RowCells.Form.plain
  }

  private var kept: [Kept]

  /// - Parameters:
  ///   - columns: those whose blank cells are filled where a merged cell covers them.
  ///   - days: those among them that tell the day of what a row reports.
  init(_ columns: [Int], days: [Int]) { kept = columns.map { Kept(column: $0, isDay: days.contains($0)) } }

  mutating func fill(_ source: some RowSource) throws(FileProblem) {
    let cells = source.cells
    cells.isDayShared = false
    for index in kept.indices {
      let column = kept[index].column
      if !cells.isBlank(column) {
        let place = cells.places[column]
        kept[index].line = source.line
        kept[index].form = place.form
        kept[index].bytes.removeAll(keepingCapacity: true)
        kept[index].bytes.append(contentsOf: cells.bytes[place.start..<place.end])
      } else if kept[index].line > 0, try source.mergeTop(row: source.line, column: column) == kept[index].line {
        cells.set(column, to: kept[index].bytes, form: kept[index].form)
        if kept[index].isDay { cells.isDayShared = true }
      }
    }
  }
}
