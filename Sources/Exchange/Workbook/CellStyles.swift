import Casework

/// Which cell styles show a number as a date, and which strike a cell through or colour it; in a workbook of XML they stand
/// in `styles.xml`.
final class CellStyles: XMLListener {
  private var dateFormats: Set<Int> = Set([14...22, 27...36, 45...47, 50...58].joined())
  private var isDate: [Bool] = []
  private var isInCellFormats = false
  private var isStruckFont: [Bool] = []
  private var isInFonts = false
  private var isStruck: [Bool] = []
  /// Whether any style strikes through: most books have none.
  private(set) var strikes = false
  /// What number formats show besides values, where that is not known to be harmless.
  private var wordsOfFormat: [Int: String] = [:]
  private var words: [String?] = []
  /// Whether any style shows such words: most books have none.
  private(set) var tells = false
  private(set) var colours = CellColours()
  let wantsText = false
  var isPaused = false

  func showsDate(_ style: Int) -> Bool { isDate.indices.contains(style) && isDate[style] }

  func define(format id: Int, code: String) {
    if Self.showsDate(code) { dateFormats.insert(id) } else { dateFormats.remove(id) }
    let said = Self.words(in: code)
    wordsOfFormat[id] = said.isEmpty || HarmlessText.isAll(of: said) ? nil : said
  }

  /// What a style shows beside each value: 0"（健在）".
  func words(of style: Int) -> String? { words.indices.contains(style) ? words[style] : nil }

  func strikesThrough(_ style: Int) -> Bool { isStruck.indices.contains(style) && isStruck[style] }

  private func addFont(isStruck: Bool) { isStruckFont.append(isStruck) }

  func addFont(isStruck: Bool, colour: String) {
    addFont(isStruck: isStruck)
    colours.addFont(colour)
  }

  /// - Parameter fill: what stands for the colour behind the cells; empty for none.
  func addStyle(format: Int, font: Int, fill: String) {
    addStyle(format: format, font: font)
    colours.addStyle(font: font, fill: fill)
  }

  private func addStyle(format: Int, font: Int) {
    isDate.append(dateFormats.contains(format))
    isStruck.append(isStruckFont.indices.contains(font) && isStruckFont[font])
    if isStruck.last == true { strikes = true }
    words.append(wordsOfFormat[format])
    if wordsOfFormat[format] != nil { tells = true }
  }

  /// What strikes through in a font, and in the runs of a text.
  static let strike = XMLName(letters: 0x73_7472_696B_65)

  /// Whether an element that strikes through is switched on, as it is without a value.
  static func isOn(_ attributes: XMLAttributes) -> Bool {
    !["0", "false"].contains(attributes.value(XMLName("val")) ?? "1")
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case XMLName("numFmt"):
      guard let id = attributes.value(XMLName("numFmtId")).flatMap({ Int($0) }),
        let code = attributes.value(XMLName("formatCode"))
      else { return }
      define(format: id, code: code)
    case XMLName("cellXfs"): isInCellFormats = true
    case XMLName("xf") where isInCellFormats:
      addStyle(
        format: attributes.value(XMLName("numFmtId")).flatMap { Int($0) } ?? 0,
        font: attributes.value(XMLName("fontId")).flatMap { Int($0) } ?? 0)
      colours.addStyle(attributes)
    case XMLName("fonts"): isInFonts = true
    case XMLName("font") where isInFonts: addFont(isStruck: false)
    case Self.strike where isInFonts && !isStruckFont.isEmpty:
      isStruckFont[isStruckFont.count - 1] = Self.isOn(attributes)
    default: break
    }
    colours.start(name, attributes)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  func end(_ name: XMLName) {
    if name == XMLName("cellXfs") { isInCellFormats = false }
    if name == XMLName("fonts") { isInFonts = false }
    colours.end(name)
  }

  /// The characters of a format code that no alphabet of such codes has, outside brackets.
  private static func words(in code: String) -> String {
    var isBracketed = false
    return code.filter { character in
      if character == "[" { isBracketed = true }
      if character == "]" { isBracketed = false }
      return !isBracketed && character.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
    }
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
