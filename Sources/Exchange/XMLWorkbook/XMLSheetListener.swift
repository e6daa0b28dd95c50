/// Gathers the cells of a row of a spreadsheet in XML and pauses at its end, and at that of the sheet.
struct XMLSheetListener: XMLListener {
  private static let mostColumns = 16_384
  private static let longestRow = 32 << 20

  static let sheetName = XMLName("Worksheet")
  static let rowName = XMLName(letters: 0x52_6F77)
  private static let cellName = XMLName(letters: 0x4365_6C6C)
  private static let dataName = XMLName(letters: 0x4461_7461)
  private static let struckName = XMLName(letters: 0x53)
  private static let indexName = XMLName(letters: 0x49_6E64_6578)
  private static let styleName = XMLName(letters: 0x53_7479_6C65_4944)
  private static let typeName = XMLName(letters: 0x5479_7065)
  private static let spanName = XMLName(letters: 0x5370_616E)
  private static let commentName = XMLName("Comment")
  private static let columnName = XMLName("Column")
  private static let tableName = XMLName("Table")
  private static let hiddenName = XMLName("Hidden")
  private static let acrossName = XMLName("MergeAcross")
  private static let downName = XMLName("MergeDown")
  private static let formulaName = XMLName("Formula")

  private enum Kind { case number, text, truth, day }
  /// Where the text goes that is read now.
  private enum Target { case nowhere, value, comment, rule }

  /// The row that was told last.
  let cells = RowCells()
  private(set) var row = 0
  private(set) var isEnded = false
  private(set) var isBroken = false
  var isPaused = false
  var wantsText: Bool { target != .nowhere }
  var place: Int? { row }
  private(set) var merged = MergedCells()
  private(set) var rules = XMLSheetRules()
  /// What formats of cells show besides their values.
  private(set) var formats: Set<String> = []

  private let styles: XMLStyles
  private let startsIn1904: Bool
  private let hasColours: Bool

  private var bytes: [UInt8] = []
  private var places: [RowCells.Place] = []
  private var unvalued: [Int] = []
  private var valued: [Int] = []
  private var colours: [UInt32] = []
  private var notes: [String] = []
  private var isHidden = false
  private var isStruck = false
  /// How many rows more the row stands for.
  private var rowSpan = 0
  private var isInRow = false

  private var column = -1
  private var nextColumn = 0
  private var kind = Kind.text
  private var style = 0
  private var valueStart = 0
  private var isFormula = false
  private var target = Target.nowhere
  private var told: [UInt8] = []
  private var author = ""

  private var styleOfTable = 0
  private var styleOfRow: Int?
  private var styleOfColumn: [Int: Int] = [:]
  /// The last row that a cell above reaches down to in each column.
  private var reaching: [Int] = []

  init(styles: XMLStyles, startsIn1904: Bool) {
    self.styles = styles
    self.startsIn1904 = startsIn1904
    hasColours = styles.shown.colours.areAny
    styleOfTable = styles.place(of: nil)
    cells.startsIn1904 = startsIn1904
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case Self.cellName: startCell(attributes)
    case Self.dataName: if isInRow, target == .nowhere { startData(attributes) }
    case Self.rowName: startRow(attributes)
    case Self.struckName: if target == .value { isStruck = true }
    case Self.commentName:
      if isInRow { startComment(attributes) }
    case Self.sheetName: endSheet()
    case Self.tableName:
      if let name = attributes.value(Self.styleName) { styleOfTable = styles.place(of: name) }
    case Self.columnName: startColumn(attributes)
    default: if !isInRow, rules.start(name, attributes) { listen(.rule) }
    }
  }

  mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    if target == .value { bytes.append(contentsOf: text) } else { told.append(contentsOf: text) }
    if bytes.count + told.count > Self.longestRow { abandon() }
  }

  mutating func end(_ name: XMLName) {
    switch name {
    case Self.dataName: if target == .value { target = .nowhere }
    case Self.cellName: endCell()
    case Self.rowName: endRow()
    case Self.commentName: if isInRow { endComment() }
    case Self.sheetName: endSheet()
    default:
      if isInRow { return }
      rules.end(name, String(decoding: told, as: UTF8.self))
      target = .nowhere
    }
  }

  private mutating func listen(_ target: Target) {
    self.target = target
    told.removeAll(keepingCapacity: true)
  }

  private mutating func endSheet() {
    isEnded = true
    isPaused = true
  }

  private mutating func startColumn(_ attributes: XMLAttributes) {
    let first = attributes.value(Self.indexName).flatMap { Int($0) } ?? nextColumn + 1
    let span = attributes.value(Self.spanName).flatMap { Int($0) } ?? 0
    let fitting = 0..<Self.mostColumns
    guard first > 0, fitting.contains(first), fitting.contains(span), fitting.contains(first + span) else { return }
    nextColumn = first + span
    guard let name = attributes.value(Self.styleName) else { return }
    for column in (first - 1)...(first - 1 + span) { styleOfColumn[column] = styles.place(of: name) }
  }
}

// MARK: Rows

extension XMLSheetListener {
  private mutating func startRow(_ attributes: XMLAttributes) {
    row += 1 + rowSpan
    rowSpan = 0
    isInRow = true
    nextColumn = 0
    bytes.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    unvalued.removeAll(keepingCapacity: true)
    valued.removeAll(keepingCapacity: true)
    colours.removeAll(keepingCapacity: true)
    notes.removeAll()
    isHidden = false
    isStruck = false
    styleOfRow = nil
    attributes.forEach { name, value in
      switch name {
      case Self.indexName: row = max(row, SheetReference.number(value))
      case Self.spanName: rowSpan = SheetReference.number(value)
      case Self.hiddenName: isHidden = value.first == UInt8(ascii: "1")
      case Self.styleName: styleOfRow = styles.place(of: String(decoding: value, as: UTF8.self))
      default: break
      }
    }
  }

  /// Hands the row over where it has a value.
  private mutating func endRow() {
    isInRow = false
    guard isBroken || !places.isEmpty else { return }
    swap(&cells.bytes, &bytes)
    swap(&cells.places, &places)
    swap(&cells.unvalued, &unvalued)
    swap(&cells.valued, &valued)
    swap(&cells.colours, &colours)
    cells.comment = notes.joined(separator: " ")
    cells.isHidden = isHidden
    cells.isStruck = isStruck
    isPaused = true
  }

  private mutating func startCell(_ attributes: XMLAttributes) {
    column = nextColumn
    var (isPlaced, across, down) = (false, 0, 0)
    var own: Int?
    isFormula = false
    kind = .text
    valueStart = bytes.count
    attributes.forEach { name, value in
      switch name {
      case Self.indexName:
        column = SheetReference.number(value) - 1
        isPlaced = true
      case Self.styleName: own = styles.place(of: String(decoding: value, as: UTF8.self))
      case Self.acrossName: across = SheetReference.number(value)
      case Self.downName: down = SheetReference.number(value)
      case Self.formulaName: isFormula = true
      default: break
      }
    }
    while !isPlaced, reaching.indices.contains(column), reaching[column] >= row { column += 1 }
    guard (0..<Self.mostColumns).contains(column + across), column >= 0 else { return abandon() }
    style = own ?? styleOfRow ?? styleOfColumn[column] ?? styleOfTable
    nextColumn = column + across + 1
    if down > 0 {
      merged.add(rows: row...(row + down), column: column)
      while reaching.count < nextColumn { reaching.append(0) }
      for covered in column..<nextColumn { reaching[covered] = row + down }
    }
  }

  private mutating func endCell() {
    if isBroken { return }
    if hasColours {
      let look = styles.shown.colours.look(style)
      if look != 0 || bytes.count > valueStart { colours.append(UInt32(column) << 16 | UInt32(look)) }
    }
    guard bytes.count > valueStart else {
      if isFormula { unvalued.append(column) }
      return
    }
    if isFormula { valued.append(column) }
    if styles.shown.strikes, styles.shown.strikesThrough(style) { isStruck = true }
    if styles.shown.tells, let words = styles.shown.words(of: style) { formats.insert(words) }
    var form = RowCells.Form.plain
    switch kind {
    case .text: break
    case .truth: replaceValue(with: bytes[valueStart] == UInt8(ascii: "1") ? "TRUE" : "FALSE")
    case .day: bytes.removeLast(max(0, bytes.count - valueStart - 10))
    case .number: form = takeNumber()
    }
    while places.count <= column { places.append(.empty) }
    var place = RowCells.Place(start: valueStart, end: bytes.count, form: form)
    ProtectedText.restoreNumber(&place, in: bytes)
    places[column] = place
  }

  private mutating func takeNumber() -> RowCells.Form {
    let value = String(decoding: bytes[valueStart...], as: UTF8.self).trimmed
    if styles.shown.showsDate(style), let day = SheetNumber.day(value, startsIn1904: startsIn1904) {
      replaceValue(with: day)
      return .plain
    }
    replaceValue(with: SheetNumber.text(value))
    return .number
  }

  private mutating func replaceValue(with text: String) {
    bytes.removeLast(bytes.count - valueStart)
    bytes.append(contentsOf: text.utf8)
  }

  /// `Number`, `Boolean` or `DateTime`, a day with a time behind it; all others are texts.
  private mutating func startData(_ attributes: XMLAttributes) {
    target = .value
    switch attributes.value(Self.typeName) {
    case "Number": kind = .number
    case "Boolean": kind = .truth
    case "DateTime": kind = .day
    default: kind = .text
    }
  }

  private mutating func startComment(_ attributes: XMLAttributes) {
    listen(.comment)
    author = attributes.value(XMLName("Author")) ?? ""
  }

  private mutating func endComment() {
    target = .nowhere
    let note = CellNote.text(String(decoding: told, as: UTF8.self), by: author)
    if !note.isEmpty { notes.append(note) }
  }

  /// Stops at the end of this row: what follows cannot be trusted.
  private mutating func abandon() {
    isBroken = true
    target = .nowhere
  }
}
