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

  /// The row that was told last; it is put together in arrays of its own, which costs less than one all can reach.
  let cells = RowCells()
  private var bytes: [UInt8] = []
  private var places: [RowCells.Place] = []
  private(set) var row = 0
  private(set) var isBroken = false
  var isPaused = false
  private(set) var wantsText = false
  var place: Int? { row }

  private let texts: TextPool
  private let styles: CellStyles
  private let startsIn1904: Bool
  private let hasColours: Bool

  private var column = -1
  private var kind = Kind.number
  private var style = 0
  private var valueStart = 0
  private var isInPhonetic = false
  private var isFormula = false
  private var isHidden = false
  private var isStruck = false
  private var unvalued: [Int] = []
  private var valued: [Int] = []
  private var colours: [UInt32] = []
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
    hasColours = styles.colours.areAny
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
    case CellStyles.strike: if CellStyles.isOn(attributes) { isStruck = true }
    default: if !isInRow { startBeside(name, attributes) }
    }
  }

  mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: text)
    if bytes.count > Self.longestRow { abandon() }
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
      bytes.removeAll(keepingCapacity: true)
    }
  }

  private mutating func endBeside(_ name: XMLName) {
    if isInMargin, PageMargin.names.contains(name) { endMargin() }
    if rules.end(name, String(decoding: bytes, as: UTF8.self)) { wantsText = false }
  }

  private mutating func endMargin() {
    isInMargin = false
    wantsText = false
    let text = PageMargin.text(of: String(decoding: bytes, as: UTF8.self))
    if !text.isEmpty, !margins.contains(text) { margins.append(text) }
  }

  private mutating func startRow(_ attributes: XMLAttributes) {
    row += 1
    isInRow = true
    column = -1
    bytes.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    unvalued.removeAll(keepingCapacity: true)
    valued.removeAll(keepingCapacity: true)
    colours.removeAll(keepingCapacity: true)
    isHidden = false
    isStruck = false
    attributes.forEach { name, value in
      if name == Self.referenceName, case let number = SheetReference.number(value), number > 0 {
        row = number
      } else if name == Self.hiddenName {
        isHidden = value.first == UInt8(ascii: "1") || value.first == UInt8(ascii: "t")
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
    cells.isHidden = isHidden
    cells.isStruck = isStruck
    isPaused = true
  }

  private mutating func startCell(_ attributes: XMLAttributes) {
    column += 1
    isFormula = false
    kind = .number
    style = 0
    valueStart = bytes.count
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
    if hasColours {
      let look = styles.colours.look(style)
      if look != 0 || bytes.count > valueStart { colours.append(UInt32(column) << 16 | UInt32(look)) }
    }
    guard bytes.count > valueStart, !isBroken else {
      if isFormula && !isBroken { unvalued.append(column) }
      return
    }
    if isFormula { valued.append(column) }
    if styles.strikes, styles.strikesThrough(style) { isStruck = true }
    if styles.tells, let words = styles.words(of: style) { formats.insert(words) }
    var form = RowCells.Form.plain
    switch kind {
    case .shared: takeSharedText()
    case .text: EscapedCharacters.restore(in: &bytes, from: valueStart)
    case .truth: replaceValue(with: bytes[valueStart] == UInt8(ascii: "1") ? "TRUE" : "FALSE")
    case .isoDate: bytes.removeLast(max(0, bytes.count - valueStart - 10))
    case .number: form = takeNumber()
    }
    while places.count <= column { places.append(.empty) }
    var place = RowCells.Place(start: valueStart, end: bytes.count, form: form)
    ProtectedText.restoreNumber(&place, in: bytes)
    places[column] = place
  }

  private mutating func takeSharedText() {
    let index = bytes.withUnsafeBufferPointer { bytes in
      let digits = bytes[valueStart...]
      return digits.allSatisfy { $0 >= 48 && $0 <= 57 }
        ? SheetReference.number(UnsafeBufferPointer(rebasing: digits)) : Int.max
    }
    guard index < texts.count else { return abandon() }
    if !texts.struck.isEmpty, texts.struck.contains(index) { isStruck = true }
    bytes.removeLast(bytes.count - valueStart)
    texts.bytes.withUnsafeBufferPointer { bytes.append(contentsOf: $0[texts[index]]) }
    if bytes.count > Self.longestRow { abandon() }
  }

  private mutating func takeNumber() -> RowCells.Form {
    if styles.showsDate(style), let day = SheetNumber.day(value, startsIn1904: startsIn1904) {
      replaceValue(with: day)
      return .plain
    }
    let isPlain = bytes.withUnsafeBufferPointer {
      SheetNumber.isPlain(UnsafeBufferPointer(rebasing: $0[valueStart...]))
    }
    if !isPlain { replaceValue(with: SheetNumber.text(value)) }
    return .number
  }

  private var value: String { String(decoding: bytes[valueStart...], as: UTF8.self) }

  private mutating func replaceValue(with text: String) {
    bytes.removeLast(bytes.count - valueStart)
    bytes.append(contentsOf: text.utf8)
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
