/// Which cell styles show a number as a date; in a workbook of XML they stand in `styles.xml`.
final class DateStyles: XMLListener {
  private var dateFormats: Set<Int> = Set([14...22, 27...36, 45...47, 50...58].joined())
  private var isDate: [Bool] = []
  private var isInCellFormats = false
  let wantsText = false
  var isPaused = false

  func showsDate(_ style: Int) -> Bool { isDate.indices.contains(style) && isDate[style] }

  func define(format id: Int, code: String) {
    if Self.showsDate(code) { dateFormats.insert(id) } else { dateFormats.remove(id) }
  }

  func addStyle(format: Int) { isDate.append(dateFormats.contains(format)) }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case XMLName("numFmt"):
      guard let id = attributes.value(XMLName("numFmtId")).flatMap({ Int($0) }),
        let code = attributes.value(XMLName("formatCode"))
      else { return }
      define(format: id, code: code)
    case XMLName("cellXfs"): isInCellFormats = true
    case XMLName("xf") where isInCellFormats:
      addStyle(format: attributes.value(XMLName("numFmtId")).flatMap { Int($0) } ?? 0)
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  func end(_ name: XMLName) {
    if name == XMLName("cellXfs") { isInCellFormats = false }
  }

  /// Whether a format code has a year, month or day outside quotes, brackets and escapes.
  static func showsDate(_ code: String) -> Bool {
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for character in code.lowercased() {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch character {
      case "\"": isQuoted.toggle()
      case "[" where !isQuoted: isBracketed = true
      case "]": isBracketed = false
      case "\\", "_", "*": isEscaped = !isQuoted
      case "y", "m", "d":
        if !isQuoted && !isBracketed { return true }
      default: break
      }
    }
    return false
  }
}
