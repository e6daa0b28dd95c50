import Casework

/// The colours of the rows of a list: offices colour those of which they doubt something.
///
/// What most rows have in a column, or every other row, is no mark (domain: 5.1, what is doubtful is told).
struct RowColours {
  /// Each combination of looks once, as `RowCells.colours` has it.
  private var kinds: [[UInt32]] = []
  private var places: [[UInt32]: Int32] = [:]
  private var rows: [(line: Int32, kind: Int32)] = []

  /// - Parameter line: where the row stands in its sheet.
  mutating func add(_ colours: [UInt32], line: Int) {
    if let last = rows.last, kinds[Int(last.kind)] == colours {
      return rows.append((Int32(truncatingIfNeeded: line), last.kind))
    }
    let kind = places[colours] ?? Int32(kinds.count)
    if kind == kinds.count {
      kinds.append(colours)
      places[colours] = kind
    }
    rows.append((Int32(truncatingIfNeeded: line), kind))
  }

  /// What the colours of the rows tell, and the formats that depend on values.
  ///
  /// - Parameter before: how many rows the lists before have.
  func texts(behind before: Int, _ areas: [ConditionalArea]) -> [(place: ListText.Place, text: String)] {
    var texts: [(place: ListText.Place, text: String)] = []
    let marked = markedRows
    if marked.count * 2 > rows.count {
      texts.append((.colour, ListText.manyColours))
    } else if !marked.isEmpty {
      texts.append((.colour, ListText.colours(ofRows: marked.map { before + $0 })))
    }
    for area in areas {
      let reached = rows.count { area.holds(Int($0.line)) }
      if reached > 0 { texts.append((.conditional, ListText.conditional(rows: reached, in: area.cells))) }
    }
    return texts
  }

  /// How many rows of each look there are, on even lines and on odd ones.
  private typealias Counts = (even: [UInt16: Int], odd: [UInt16: Int])

  /// The rows, from 1, with a cell that does not look as most of its column do.
  private var markedRows: [Int] {
    guard kinds.contains(where: { $0.contains { UInt16(truncatingIfNeeded: $0) != 0 } }) else { return [] }
    var ofKind = [(even: Int, odd: Int)](repeating: (0, 0), count: kinds.count)
    for row in rows {
      if row.line % 2 == 0 { ofKind[Int(row.kind)].even += 1 } else { ofKind[Int(row.kind)].odd += 1 }
    }
    var columns: [UInt32: Counts] = [:]
    for (kind, cells) in kinds.enumerated() {
      for cell in cells {
        let (column, look) = (cell >> 16, UInt16(truncatingIfNeeded: cell))
        columns[column, default: ([:], [:])].even[look, default: 0] += ofKind[kind].even
        columns[column, default: ([:], [:])].odd[look, default: 0] += ofKind[kind].odd
      }
    }
    let (even, odd) = (ofKind.reduce(0) { $0 + $1.even }, ofKind.reduce(0) { $0 + $1.odd })
    let usual = columns.mapValues { counts in
      // A file leaves out blank cells without a style.
      Self.usual(
        (
          even: counts.even.merging([0: even - counts.even.values.reduce(0, +)]) { $0 + $1 },
          odd: counts.odd.merging([0: odd - counts.odd.values.reduce(0, +)]) { $0 + $1 }
        ))
    }
    let isMarked = kinds.map { cells in
      let isOther = { (isEven: Bool) in
        cells.contains { cell in
          guard let usual = usual[cell >> 16] else { return false }
          return UInt16(truncatingIfNeeded: cell) != (isEven ? usual.even : usual.odd)
        }
      }
      return (even: isOther(true), odd: isOther(false))
    }
    return rows.indices.filter { index in
      let mark = isMarked[Int(rows[index].kind)]
      return rows[index].line % 2 == 0 ? mark.even : mark.odd
    }.map { $0 + 1 }
  }

  private static let fewestOfBand = 3

  /// The look of most rows; where every other row has its own, that of each.
  ///
  /// Without a majority it is the plain one.
  private static func usual(_ counts: Counts) -> (even: UInt16, odd: UInt16) {
    let (even, odd) = (most(counts.even), most(counts.odd))
    if even.look != odd.look, [even, odd].allSatisfy({ $0.count >= fewestOfBand && $0.count * 4 >= $0.of * 3 }) {
      return (even.look, odd.look)
    }
    let all = most(counts.even.merging(counts.odd) { $0 + $1 })
    let look = all.count * 2 > all.of ? all.look : 0
    return (look, look)
  }

  private static func most(_ counts: [UInt16: Int]) -> (look: UInt16, count: Int, of: Int) {
    let found = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return (found?.key ?? 0, found?.value ?? 0, counts.values.reduce(0, +))
  }
}
