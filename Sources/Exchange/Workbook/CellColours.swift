/// The colours of cell styles, and which formats that depend on values strike or colour.
///
/// Which colour it is tells nothing: only whether rows differ. A look is the fill and the colour of the letters together, 0
/// where both are plain.
struct CellColours {
  private var fonts: [String] = []
  private var fills: [String] = []
  private var ofStyle: [UInt16] = []
  private var looks: [String: UInt16] = [:]
  /// Whether the formats that depend on values strike or colour, one by one.
  private var differential: [Bool] = []
  private var part: Part?
  private var isFilled = false

  private enum Part { case fonts, fills, differential }

  /// Whether any style colours: most books have none.
  private(set) var areAny = false

  func look(_ style: Int) -> UInt16 { ofStyle.indices.contains(style) ? ofStyle[style] : 0 }

  /// Whether a format that depends on values strikes or colours.
  func marks(_ format: Int) -> Bool { differential.indices.contains(format) && differential[format] }

  mutating func addFont(_ colour: String) { fonts.append(colour) }

  mutating func addStyle(font: Int, fill: String) {
    let letters = fonts.indices.contains(font) ? fonts[font] : ""
    guard !letters.isEmpty || !fill.isEmpty else { return ofStyle.append(0) }
    areAny = true
    let key = "\(fill)|\(letters)"
    let look = looks[key] ?? UInt16(min(looks.count + 1, Int(UInt16.max)))
    looks[key] = look
    ofStyle.append(look)
  }

  /// One `xf` of the cells.
  mutating func addStyle(_ attributes: XMLAttributes) {
    let fill = attributes.value(XMLName("fillId")).flatMap { Int($0) } ?? 0
    addStyle(
      font: attributes.value(XMLName("fontId")).flatMap { Int($0) } ?? 0,
      fill: fills.indices.contains(fill) ? fills[fill] : "")
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch (name, part) {
    case (XMLName("fonts"), _): part = .fonts
    case (XMLName("fills"), _): part = .fills
    case (XMLName("dxfs"), _): part = .differential
    case (XMLName("font"), .fonts): fonts.append("")
    case (XMLName("color"), .fonts): set(Self.colour(attributes, plain: Self.plainLetters), in: &fonts)
    case (XMLName("fill"), .fills): fills.append("")
    case (XMLName("patternFill"), .fills):
      isFilled = !["none", "gray125"].contains(attributes.value(XMLName("patternType")) ?? "none")
    case (XMLName("gradientFill"), .fills): isFilled = true
    case (XMLName("fgColor"), .fills) where isFilled, (XMLName("color"), .fills) where isFilled:
      set(Self.colour(attributes, plain: Self.plainFills), in: &fills)
    case (XMLName("dxf"), .differential): differential.append(false)
    default:
      if part == .differential, !differential.isEmpty, Self.marks(name, attributes) {
        differential[differential.count - 1] = true
      }
    }
  }

  mutating func end(_ name: XMLName) {
    if [XMLName("fonts"), XMLName("fills"), XMLName("dxfs")].contains(name) { part = nil }
  }

  /// Whether a part of a format that depends on values strikes or colours.
  static func marks(_ name: XMLName, _ attributes: XMLAttributes) -> Bool {
    if name == CellStyles.strike { return CellStyles.isOn(attributes) }
    if name == XMLName("color") { return !colour(attributes, plain: plainLetters).isEmpty }
    return [XMLName("fgColor"), XMLName("bgColor")].contains(name) && !colour(attributes, plain: plainFills).isEmpty
  }

  private func set(_ colour: String, in colours: inout [String]) {
    if !colours.isEmpty { colours[colours.count - 1] += colour }
  }

  /// How the colour is given: FF0000, theme 4 with a tint; empty for what cells are without one.
  private static func colour(_ attributes: XMLAttributes, plain: Set<String>) -> String {
    if attributes.value(XMLName("auto")) == "1" { return "" }
    var told = ""
    if let rgb = attributes.value(XMLName("rgb")) { told = String(rgb.uppercased().suffix(6)) }
    if let theme = attributes.value(XMLName("theme")) { told = "theme\(theme)" }
    if let index = attributes.value(XMLName("indexed")) { told = "indexed\(index)" }
    if let tint = attributes.value(XMLName("tint")).flatMap({ Double($0) }), tint != 0 { told += "~\(tint)" }
    return plain.contains(told) ? "" : told
  }

  // White behind black letters, as a number, of the theme and of the old palette.
  private static let plainFills: Set<String> = ["FFFFFF", "theme0", "indexed1", "indexed9", "indexed64", "indexed65"]
  private static let plainLetters: Set<String> = ["000000", "theme1", "indexed0", "indexed8", "indexed64"]
}
