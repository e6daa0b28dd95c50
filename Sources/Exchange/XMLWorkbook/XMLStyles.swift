/// The styles of a spreadsheet in XML, each called by a name.
struct XMLStyles {
  /// What they strike through, colour, and show as dates.
  let shown = CellStyles()
  private var places: [String: Int] = [:]
  private var defined: [Style] = []
  private var isInStyles = false
  private var open: Style?

  private struct Style {
    let name: String
    var isStruck = false
    var letters = ""
    var fill = ""
    var format = ""
  }

  /// The style of cells that name none.
  private static let usual = "Default"

  /// Where a style stands in `shown`; of cells without one that is the usual style.
  func place(of name: String?) -> Int { places[name ?? Self.usual] ?? -1 }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case Self.all: isInStyles = true
    case Self.one where isInStyles:
      let base = attributes.value(XMLName("Parent")) ?? Self.usual
      let parent = places[base].map { defined[$0] }
      open = Style(
        name: attributes.value(XMLName("ID")) ?? "", isStruck: parent?.isStruck ?? false,
        letters: parent?.letters ?? "", fill: parent?.fill ?? "", format: parent?.format ?? "")
    case Self.font:
      if let isStruck = attributes.value(XMLName("StrikeThrough")) { open?.isStruck = isStruck == "1" }
      if let colour = attributes.value(Self.colour) { open?.letters = Self.black.contains(colour) ? "" : colour }
    case Self.interior:
      let pattern = attributes.value(XMLName("Pattern"))
      let colour = attributes.value(Self.colour)?.uppercased() ?? pattern ?? ""
      open?.fill = pattern == "None" || Self.white.contains(colour) ? "" : colour
    case Self.numberFormat: open?.format = attributes.value(XMLName("Format")) ?? ""
    default: break
    }
  }

  mutating func end(_ name: XMLName) {
    if name == Self.all { isInStyles = false }
    guard name == Self.one, let style = open else { return }
    open = nil
    let place = defined.count
    places[style.name] = place
    defined.append(style)
    if !style.format.isEmpty { shown.define(format: Self.firstFormat + place, code: Self.code(of: style.format)) }
    shown.addFont(isStruck: style.isStruck, colour: style.letters)
    shown.addStyle(format: style.format.isEmpty ? 0 : Self.firstFormat + place, font: place, fill: style.fill)
  }

  /// Behind the numbers that the formats of every workbook have.
  private static let firstFormat = 1000

  /// The code of a format, of which some have names.
  private static func code(of format: String) -> String {
    if dates.contains(format) { return "yyyy-mm-dd" }
    return others.contains(format) ? "0" : format
  }

  private static let dates: Set<String> = ["General Date", "Long Date", "Medium Date", "Short Date"]
  private static let others: Set<String> = [
    "General", "General Number", "Standard", "Currency", "Euro Currency", "Fixed", "Percent", "Scientific", "Yes/No",
    "True/False", "On/Off", "Long Time", "Medium Time", "Short Time",
  ]

  private static let black: Set<String> = ["#000000", "Automatic"]
  private static let white: Set<String> = ["#FFFFFF", "AUTOMATIC"]

  private static let all = XMLName("Styles")
  private static let one = XMLName("Style")
  private static let font = XMLName("Font")
  private static let interior = XMLName("Interior")
  private static let numberFormat = XMLName("NumberFormat")
  private static let colour = XMLName("Color")
}
