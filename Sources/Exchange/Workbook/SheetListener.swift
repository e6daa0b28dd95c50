/// Gathers the cells of a row and pauses at its end.
struct SheetListener: XMLListener {
  private static let mostColumns = 16_384
  /// More than the fullest honest row; a row of references to one long text could otherwise fill the memory.
  private static let longestRow = 32 << 20

  private static let rowName = XMLName(letters: 0x72_6F77)
  private static let cellName = XMLName(letters: 0x63)
  private static let valueName = XMLName(letters: 0x76)
  private static let runName = XMLName(letters: 0x74)
  private static let phoneticName = XMLName(letters: 0x72_5068)
  private static let referenceName = XMLName(letters: 0x72)
  private static let styleName = XMLName(letters: 0x73)
  private static let formulaName = XMLName(letters: 0x66)
  private static let hiddenName = XMLName(letters: 0x6869_6464_656E)

  private enum Kind { case number, shared, text, truth, isoDate }

  /// The row that was told last.
  let cells = RowCells()
  private var gathered: GatheredRow
  private(set) var row = 0
  private(set) var isBroken = false
  var isPaused = false
  private(set) var wantsText = false
  var place: Int? { row }

  private let texts: TextPool
  private let styles: CellStyles
  private let startsIn1904: Bool

  private var column = -1
  private var kind = Kind.number
  private var style = 0
  private var isInPhonetic = false
  private var isFormula = false
  private var isInRow = false
  private var isInMargin = false
  /// What is printed at the top and the foot of each page, and what formats of cells show besides their values.
  private(set) var margins: [String] = []
  private(set) var formats: Set<String> = []
  /// What stands behind the rows: prompts, and formats that depend on values.
  private(set) var rules = SheetRules()

  init(texts: TextPool, styles: CellStyles, startsIn1904: Bool) {
    self.texts = texts
    self.styles = styles
    gathered = GatheredRow(hasColours: styles.colours.areAny)
    self.startsIn1904 = startsIn1904
    cells.startsIn1904 = startsIn1904
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case Self.cellName: startCell(attributes)
    case Self.valueName: wantsText = true
    case Self.formulaName: isFormula = true
    case Self.runName: wantsText = !isInPhonetic && kind == .text
    case Self.phoneticName: isInPhonetic = true
    case Self.rowName: startRow(attributes)
    case CellStyles.strike: if CellStyles.isOn(attributes) { gathered.isStruck = true }
    default: if !isInRow { startBeside(name, attributes) }
    }
  }

  mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    gathered.append(text)
    if gathered.bytes.count > Self.longestRow { abandon() }
  }

  mutating func end(_ name: XMLName) {
    switch name {
    case Self.valueName, Self.runName: wantsText = false
    case Self.phoneticName: isInPhonetic = false
    case Self.cellName: endCell()
    case Self.rowName: endRow()
    default: if !isInRow { endBeside(name) }
    }
  }

  private mutating func startBeside(_ name: XMLName, _ attributes: XMLAttributes) {
    let isMargin = PageMargin.names.contains(name)
    if isMargin { isInMargin = true }
    if isMargin || rules.start(name, attributes, styles.colours) {
      wantsText = true
      gathered.begin()
    }
  }

  private mutating func endBeside(_ name: XMLName) {
    if isInMargin, PageMargin.names.contains(name) { endMargin() }
    if rules.end(name, String(decoding: gathered.bytes, as: UTF8.self)) { wantsText = false }
  }

  private mutating func endMargin() {
    isInMargin = false
    wantsText = false
    let text = PageMargin.text(of: String(decoding: gathered.bytes, as: UTF8.self))
    if !text.isEmpty, !margins.contains(text) { margins.append(text) }
  }

  private mutating func startRow(_ attributes: XMLAttributes) {
    row += 1
    isInRow = true
    column = -1
    gathered.begin()
    attributes.forEach { name, value in
      if name == Self.referenceName, case let number = SheetReference.number(value), number > 0 {
        row = number
      } else if name == Self.hiddenName {
        gathered.isHidden = value.first == UInt8(ascii: "1") || value.first == UInt8(ascii: "t")
      }
    }
  }

  /// Hands the row over where it has a value.
  private mutating func endRow() {
    isInRow = false
    guard isBroken || !gathered.places.isEmpty else { return }
    gathered.handOver(to: cells)
    isPaused = true
  }

  private mutating func startCell(_ attributes: XMLAttributes) {
    column += 1
    isFormula = false
    kind = .number
    style = 0
    gathered.beginCell()
    attributes.forEach { name, value in
      if name == Self.referenceName {
        column = SheetReference.column(of: value) ?? column
      } else if name == Self.styleName {
        style = SheetReference.number(value)
      } else if name == Self.runName {
        kind = Self.kind(value)
      }
    }
    if column >= Self.mostColumns { abandon() }
  }

  private mutating func endCell() {
    if isBroken { return }
    guard gathered.note(style, of: styles, isFormula: isFormula, column: column, formats: &formats) else { return }
    var form = RowCells.Form.plain
    switch kind {
    case .shared: takeSharedText()
    case .text: gathered.restoreEscapes()
    case .truth: gathered.replaceValue(with: gathered.isTrue ? "TRUE" : "FALSE")
    case .isoDate: gathered.keepDay()
    case .number: form = takeNumber()
    }
    gathered.endCell(column: column, form: form)
  }

  private mutating func takeSharedText() {
    let index = gathered.bytes.withUnsafeBufferPointer { bytes in
      let digits = bytes[gathered.valueStart...]
      return digits.allSatisfy { $0 >= 48 && $0 <= 57 }
        ? SheetReference.number(UnsafeBufferPointer(rebasing: digits)) : Int.max
    }
    guard index < texts.count else { return abandon() }
    if !texts.struck.isEmpty, texts.struck.contains(index) { gathered.isStruck = true }
    gathered.replaceValue(with: "")
    texts.bytes.withUnsafeBufferPointer { gathered.append($0[texts[index]]) }
    if gathered.bytes.count > Self.longestRow { abandon() }
  }

  private mutating func takeNumber() -> RowCells.Form {
    if styles.showsDate(style), let day = SheetNumber.day(gathered.value, startsIn1904: startsIn1904) {
      gathered.replaceValue(with: day)
      return .plain
    }
    let isPlain = gathered.bytes.withUnsafeBufferPointer {
      SheetNumber.isPlain(UnsafeBufferPointer(rebasing: $0[gathered.valueStart...]))
    }
    if !isPlain { gathered.replaceValue(with: SheetNumber.text(gathered.value)) }
    return .number
  }

  /// Stops at the end of this row: what follows cannot be trusted.
  private mutating func abandon() {
    isBroken = true
    wantsText = false
  }

  /// `s` shared, `b` a truth value, `d` a date as text, `n` a number; all others are texts.
  private static func kind(_ type: UnsafeBufferPointer<UInt8>) -> Kind {
    guard type.count == 1 else { return .text }
    return switch type[0] {
    case UInt8(ascii: "s"): .shared
    case UInt8(ascii: "b"): .truth
    case UInt8(ascii: "d"): .isoDate
    case UInt8(ascii: "n"): .number
    default: .text
    }
  }
}
