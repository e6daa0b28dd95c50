/// What a sheet says behind its rows of how cells are filled in and shown: prompts, and formats that depend on values.
struct SheetRules {
  private static let most = 50

  /// What cells show to whoever chooses them.
  private(set) var prompts: [String] = []
  /// Where formats that depend on values strike or colour.
  private(set) var areas: [ConditionalArea] = []

  private var area: String?
  private var isMarking = false
  private var isInConditional = false

  private static let validation = XMLName("dataValidation")
  private static let conditional = XMLName("conditionalFormatting")
  private static let rule = XMLName("cfRule")
  private static let cells = XMLName("sqref")

  /// Gives whether the text of the element is wanted.
  mutating func start(_ name: XMLName, _ attributes: XMLAttributes, _ colours: CellColours) -> Bool {
    switch name {
    case Self.validation:
      let said = ["promptTitle", "prompt"].compactMap { attributes.value(XMLName($0))?.trimmed }.filter { !$0.isEmpty }
      let text = EscapedCharacters.restored(said.joined(separator: " "))
      if !text.isEmpty, !prompts.contains(text), prompts.count < Self.most { prompts.append(text) }
    case Self.conditional:
      isInConditional = true
      isMarking = false
      area = attributes.value(Self.cells)
    case Self.rule where isInConditional:
      if let format = attributes.value(XMLName("dxfId")).flatMap({ Int($0) }), colours.marks(format) {
        isMarking = true
      }
    // Newer rules have their format within them, and their cells behind it.
    case Self.cells: return isInConditional
    default: if isInConditional, CellColours.marks(name, attributes) { isMarking = true }
    }
    return false
  }

  /// Gives whether this ends an element whose text was wanted.
  mutating func end(_ name: XMLName, _ text: @autoclosure () -> String) -> Bool {
    guard isInConditional else { return false }
    if name == Self.cells {
      area = text().trimmed
      return true
    }
    if name == Self.conditional {
      isInConditional = false
      if isMarking, let area, areas.count < Self.most { areas.append(ConditionalArea(area)) }
    }
    return false
  }
}

/// Cells that a format depending on their values may strike or colour.
struct ConditionalArea {
  private static let mostWritten = 60

  let cells: String
  private let rows: [ClosedRange<Int>]

  /// - Parameter written: as a sheet does, `C2:C13 E5`.
  init(_ written: String) {
    rows = written.split(separator: " ").compactMap { part in
      let ends = part.split(separator: ":").map { corner in
        Array(corner.utf8).withUnsafeBufferPointer { SheetReference.row(of: $0) }
      }
      guard let first = ends.first, let last = ends.last, first <= last else { return nil }
      // A whole column names no row.
      return last == 0 ? 1...(1 << 20) : max(1, first)...last
    }
    cells = written.count > Self.mostWritten ? written.prefix(Self.mostWritten) + "…" : written
  }

  func holds(_ line: Int) -> Bool { rows.contains { $0.contains(line) } }
}
