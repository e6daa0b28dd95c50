/// A row of a sheet as its cells come; it is put together in arrays of its own, which costs less than one all can reach.
struct GatheredRow {
  private(set) var bytes: [UInt8] = []
  private(set) var places: [RowCells.Place] = []
  private var unvalued: [Int] = []
  private var valued: [Int] = []
  private var colours: [UInt32] = []
  var isHidden = false
  var isStruck = false
  /// Where the value of the cell at hand begins.
  private(set) var valueStart = 0
  private let hasColours: Bool

  /// - Parameter hasColours: whether any style of the book colours a cell.
  init(hasColours: Bool) { self.hasColours = hasColours }

  mutating func begin() {
    bytes.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    unvalued.removeAll(keepingCapacity: true)
    valued.removeAll(keepingCapacity: true)
    colours.removeAll(keepingCapacity: true)
    isHidden = false
    isStruck = false
  }

  mutating func beginCell() { valueStart = bytes.count }

  var hasValue: Bool { bytes.count > valueStart }
  var value: String { String(decoding: bytes[valueStart...], as: UTF8.self) }
  var isTrue: Bool { bytes[valueStart] == UInt8(ascii: "1") }

  mutating func append(_ text: some Sequence<UInt8>) { bytes.append(contentsOf: text) }

  mutating func replaceValue(with text: String) {
    bytes.removeLast(bytes.count - valueStart)
    bytes.append(contentsOf: text.utf8)
  }

  /// Ten characters are a day; what stands behind them is a time.
  mutating func keepDay() { bytes.removeLast(max(0, bytes.count - valueStart - 10)) }

  mutating func restoreEscapes() { EscapedCharacters.restore(in: &bytes, from: valueStart) }

  /// Takes note of how the cell looks, and of a formula; returns whether the cell has a value.
  ///
  /// - Parameter formats: what formats show besides values, to which that of this cell is added.
  mutating func note(
    _ style: Int, of styles: CellStyles, isFormula: Bool, column: Int, formats: inout Set<String>
  ) -> Bool {
    if hasColours {
      let look = styles.colours.look(style)
      if look != 0 || hasValue { colours.append(UInt32(column) << 16 | UInt32(look)) }
    }
    guard hasValue else {
      if isFormula { unvalued.append(column) }
      return false
    }
    if isFormula { valued.append(column) }
    if styles.strikes, styles.strikesThrough(style) { isStruck = true }
    if styles.tells, let words = styles.words(of: style) { formats.insert(words) }
    return true
  }

  mutating func endCell(column: Int, form: RowCells.Form) {
    while places.count <= column { places.append(.empty) }
    var place = RowCells.Place(start: valueStart, end: bytes.count, form: form)
    ProtectedText.restoreNumber(&place, in: bytes)
    places[column] = place
  }

  /// Puts the row where whoever reads finds it, and takes back what was there.
  mutating func handOver(to cells: RowCells) {
    swap(&cells.bytes, &bytes)
    swap(&cells.places, &places)
    swap(&cells.unvalued, &unvalued)
    swap(&cells.valued, &valued)
    swap(&cells.colours, &colours)
    cells.isHidden = isHidden
    cells.isStruck = isStruck
  }
}
