import Casework

/// What a sheet of a spreadsheet in XML says behind its rows: the margins of its pages, prompts, and formats that depend on
/// values.
struct XMLSheetRules {
  private static let most = 50

  private(set) var margins: [String] = []
  private(set) var prompts: [String] = []
  /// Where formats that depend on values strike or colour.
  private(set) var areas: [ConditionalArea] = []

  private var prompt: [String] = []
  private var area: String?
  private var isMarking = false
  private var isInConditional = false

  /// Gives whether the text of the element is wanted.
  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) -> Bool {
    switch name {
    case Self.header, Self.footer:
      let text = PageMargin.text(of: attributes.value(XMLName("Data")) ?? "")
      if !text.isEmpty, !margins.contains(text) { margins.append(text) }
    case Self.validation: prompt = []
    case Self.title, Self.message: return true
    case Self.conditional:
      isInConditional = true
      isMarking = false
      area = nil
    case Self.range: return isInConditional
    case Self.format:
      let style = attributes.value(XMLName("Style")) ?? ""
      if isInConditional, style.contains("line-through") || PageColours.told(in: style) != nil { isMarking = true }
    default: break
    }
    return false
  }

  /// - Parameter text: what stands in the element, where it was wanted.
  mutating func end(_ name: XMLName, _ text: @autoclosure () -> String) {
    switch name {
    case Self.title, Self.message: prompt.append(text().trimmed)
    case Self.validation:
      let said = prompt.filter { !$0.isEmpty }.joined(separator: " ")
      if !said.isEmpty, !prompts.contains(said), prompts.count < Self.most { prompts.append(said) }
    case Self.range where isInConditional: area = Self.cells(text())
    case Self.conditional:
      isInConditional = false
      if isMarking, let area, areas.count < Self.most { areas.append(ConditionalArea(area)) }
    default: break
    }
  }

  /// `R2C3:R13C3,R5C5` as other sheets have it: `C2:C13 E5`.
  private static func cells(_ range: String) -> String {
    range.split(separator: ",").map { $0.split(separator: ":").map(cell).joined(separator: ":") }.joined(separator: " ")
  }

  /// A whole column has no row, a whole row no column.
  private static func cell(_ corner: Substring) -> String {
    guard let told = corner.firstMatch(of: /(?:R([0-9]+))?(?:C([0-9]+))?/) else { return "" }
    var column = told.2.flatMap { Int($0) } ?? 0
    var letters = ""
    while column > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (column - 1) % 26))) + letters
      column = (column - 1) / 26
    }
    return letters + (told.1 ?? "")
  }

  private static let header = XMLName("Header")
  private static let footer = XMLName("Footer")
  private static let validation = XMLName("DataValidation")
  private static let title = XMLName("InputTitle")
  private static let message = XMLName("InputMessage")
  private static let conditional = XMLName("ConditionalFormatting")
  private static let range = XMLName("Range")
  private static let format = XMLName("Format")
}
