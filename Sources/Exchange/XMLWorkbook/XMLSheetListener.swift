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

  private var gathered: GatheredRow
  private var notes: [String] = []
  /// How many rows more the row stands for.
  private var rowSpan = 0
  private var isInRow = false

  private var column = -1
  private var nextColumn = 0
  private var kind = Kind.text
  private var style = 0
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
    gathered = GatheredRow(hasColours: styles.shown.colours.areAny)
    styleOfTable = styles.place(of: nil)
    cells.startsIn1904 = startsIn1904
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case Self.cellName: startCell(attributes)
    case Self.dataName: if isInRow, target == .nowhere { startData(attributes) }
    case Self.rowName: startRow(attributes)
    case Self.struckName: if target == .value { gathered.isStruck = true }
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
    if target == .value { gathered.append(text) } else { told.append(contentsOf: text) }
    if gathered.bytes.count + told.count > Self.longestRow { abandon() }
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
    gathered.begin()
    notes.removeAll()
    styleOfRow = nil
    attributes.forEach { name, value in
      switch name {
      case Self.indexName: row = max(row, SheetReference.number(value))
      case Self.spanName: rowSpan = SheetReference.number(value)
      case Self.hiddenName: gathered.isHidden = value.first == UInt8(ascii: "1")
      case Self.styleName: styleOfRow = styles.place(of: String(decoding: value, as: UTF8.self))
      default: break
      }
    }
  }

  /// Hands the row over where it has a value.
  private mutating func endRow() {
    isInRow = false
    guard isBroken || !gathered.places.isEmpty else { return }
    gathered.handOver(to: cells)
    cells.comment = notes.joined(separator: " ")
    isPaused = true
  }

  private mutating func startCell(_ attributes: XMLAttributes) {
    column = nextColumn
    var (isPlaced, across, down) = (false, 0, 0)
    var own: Int?
    isFormula = false
    kind = .text
    gathered.beginCell()
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
    guard gathered.note(style, of: styles.shown, isFormula: isFormula, column: column, formats: &formats) else {
      return
    }
    var form = RowCells.Form.plain
    switch kind {
    case .text: break
    case .truth: gathered.replaceValue(with: gathered.isTrue ? "TRUE" : "FALSE")
    case .day: gathered.keepDay()
    case .number: form = takeNumber()
    }
    gathered.endCell(column: column, form: form)
  }

  private mutating func takeNumber() -> RowCells.Form {
    let value = gathered.value.trimmed
    if styles.shown.showsDate(style), let day = SheetNumber.day(value, startsIn1904: startsIn1904) {
      gathered.replaceValue(with: day)
      return .plain
    }
    gathered.replaceValue(with: SheetNumber.text(value))
    return .number
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
