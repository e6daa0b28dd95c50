/// Gathers the cells of a row and pauses at its end.
final class SheetListener: XMLListener {
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

  private enum Kind { case number, shared, text, truth, isoDate }

  let cells = RowCells()
  private(set) var row = 0
  private(set) var isBroken = false
  var isPaused = false
  private(set) var wantsText = false
  var place: Int? { row }

  private let texts: TextPool
  private let styles: DateStyles
  private let startsIn1904: Bool

  private var column = -1
  private var kind = Kind.number
  private var style = 0
  private var valueStart = 0
  private var isInPhonetic = false

  init(texts: TextPool, styles: DateStyles, startsIn1904: Bool) {
    self.texts = texts
    self.styles = styles
    self.startsIn1904 = startsIn1904
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case Self.cellName: startCell(attributes)
    case Self.valueName: wantsText = true
    case Self.runName: wantsText = !isInPhonetic && kind == .text
    case Self.phoneticName: isInPhonetic = true
    case Self.rowName: startRow(attributes)
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    cells.bytes.append(contentsOf: bytes)
    if cells.bytes.count > Self.longestRow { abandon() }
  }

  func end(_ name: XMLName) {
    switch name {
    case Self.valueName, Self.runName: wantsText = false
    case Self.phoneticName: isInPhonetic = false
    case Self.cellName: endCell()
    case Self.rowName: isPaused = isBroken || !cells.places.isEmpty
    default: break
    }
  }

  private func startRow(_ attributes: XMLAttributes) {
    row += 1
    column = -1
    cells.bytes.removeAll(keepingCapacity: true)
    cells.places.removeAll(keepingCapacity: true)
    attributes.forEach { name, value in
      if name == Self.referenceName, case let number = SheetReference.number(value), number > 0 { row = number }
    }
  }

  private func startCell(_ attributes: XMLAttributes) {
    column += 1
    kind = .number
    style = 0
    valueStart = cells.bytes.count
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

  private func endCell() {
    guard cells.bytes.count > valueStart, !isBroken else { return }
    var form = RowCells.Form.plain
    switch kind {
    case .shared: takeSharedText()
    case .text: EscapedCharacters.restore(in: &cells.bytes, from: valueStart)
    case .truth: replaceValue(with: cells.bytes[valueStart] == UInt8(ascii: "1") ? "TRUE" : "FALSE")
    case .isoDate: cells.bytes.removeLast(max(0, cells.bytes.count - valueStart - 10))
    case .number: form = takeNumber()
    }
    while cells.places.count <= column { cells.places.append(.empty) }
    var place = RowCells.Place(start: valueStart, end: cells.bytes.count, form: form)
    ProtectedText.restoreNumber(&place, in: cells.bytes)
    cells.places[column] = place
  }

  private func takeSharedText() {
    let index = cells.bytes.withUnsafeBufferPointer { bytes in
      let digits = bytes[valueStart...]
      return digits.allSatisfy { $0 >= 48 && $0 <= 57 }
        ? SheetReference.number(UnsafeBufferPointer(rebasing: digits)) : Int.max
    }
    guard index < texts.count else { return abandon() }
    cells.bytes.removeLast(cells.bytes.count - valueStart)
    texts.bytes.withUnsafeBufferPointer { cells.bytes.append(contentsOf: $0[texts[index]]) }
    if cells.bytes.count > Self.longestRow { abandon() }
  }

  private func takeNumber() -> RowCells.Form {
    if styles.showsDate(style), let day = SheetNumber.day(value, startsIn1904: startsIn1904) {
      replaceValue(with: day)
      return .plain
    }
    let isPlain = cells.bytes.withUnsafeBufferPointer {
      SheetNumber.isPlain(UnsafeBufferPointer(rebasing: $0[valueStart...]))
    }
    if !isPlain { replaceValue(with: SheetNumber.text(value)) }
    return .number
  }

  private var value: String { String(decoding: cells.bytes[valueStart...], as: UTF8.self) }

  private func replaceValue(with text: String) {
    cells.bytes.removeLast(cells.bytes.count - valueStart)
    cells.bytes.append(contentsOf: text.utf8)
  }

  /// Stops at the end of this row: what follows cannot be trusted.
  private func abandon() {
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
