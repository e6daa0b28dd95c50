/// An XLSX workbook: its sheets in their order, its shared texts, and which styles show dates.
final class Workbook {
  /// One sheet of the workbook, as its tab says.
  struct Sheet {
    let name: String
    let isVisible: Bool
    let part: String
  }

  private static let mainPart = "xl/workbook.xml"

  private let archive: Archive
  let sheets: [Sheet]
  private let texts: SharedTexts
  private let styles: DateStyles
  private let startsIn1904: Bool

  init(path: String) throws(FileProblem) {
    archive = try Archive(path: path)
    guard archive.has(Self.mainPart) else { throw .notATable }

    let relations = Relations()
    if archive.has("xl/_rels/workbook.xml.rels") {
      try XMLPart.readAll(try archive.open("xl/_rels/workbook.xml.rels"), listener: relations)
    }
    let contents = WorkbookContents()
    try XMLPart.readAll(try archive.open(Self.mainPart), listener: contents)
    startsIn1904 = contents.startsIn1904
    sheets = contents.sheets.compactMap { sheet in
      relations.target[sheet.relation].flatMap { target in
        target.type.hasSuffix("/worksheet")
          ? Sheet(name: sheet.name, isVisible: sheet.isVisible, part: target.part) : nil
      }
    }
    texts = SharedTexts()
    let textsPart = relations.part(ofType: "/sharedStrings") ?? "xl/sharedStrings.xml"
    if archive.has(textsPart) { try XMLPart.readAll(try archive.open(textsPart), listener: texts) }
    styles = DateStyles()
    let stylesPart = relations.part(ofType: "/styles") ?? "xl/styles.xml"
    if archive.has(stylesPart) { try XMLPart.readAll(try archive.open(stylesPart), listener: styles) }
  }

  /// The sheet asked for, else the visible ones in their order.
  func candidates(named name: String?) throws(FileProblem) -> [Sheet] {
    guard let name else { return sheets.filter(\.isVisible) }
    guard let sheet = sheets.first(where: { $0.name.trimmed == name.trimmed }) else {
      throw .noSheet(name, found: sheets.map(\.name))
    }
    return [sheet]
  }

  func rows(of sheet: Sheet) throws(FileProblem) -> SheetRows {
    try SheetRows(try archive.open(sheet.part), texts: texts, styles: styles, startsIn1904: startsIn1904)
  }
}

/// `workbook.xml`: the tabs in their order, and whether dates count from 1904.
private final class WorkbookContents: XMLListener {
  private(set) var sheets: [(name: String, isVisible: Bool, relation: String)] = []
  private(set) var startsIn1904 = false
  let wantsText = false
  var isPaused = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case XMLName("sheet"):
      sheets.append(
        (
          attributes.value(XMLName("name")) ?? "", (attributes.value(XMLName("state")) ?? "visible") == "visible",
          attributes.value(XMLName("id")) ?? ""
        ))
    case XMLName("workbookPr"):
      startsIn1904 = ["1", "true"].contains(attributes.value(XMLName("date1904")) ?? "")
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ name: XMLName) {}
}

/// `workbook.xml.rels`: which part stands behind which name.
private final class Relations: XMLListener {
  private(set) var target: [String: (type: String, part: String)] = [:]
  let wantsText = false
  var isPaused = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == XMLName("Relationship"), let id = attributes.value(XMLName("Id")),
      let path = attributes.value(XMLName("Target"))
    else { return }
    target[id] = (attributes.value(XMLName("Type")) ?? "", Self.part(path))
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ name: XMLName) {}

  func part(ofType suffix: String) -> String? {
    target.values.first { $0.type.hasSuffix(suffix) }?.part
  }

  /// Targets are relative to `xl/`, or begin with a slash at the top of the archive.
  private static func part(_ target: String) -> String {
    let path = target.split(separator: "/", omittingEmptySubsequences: true)
    var steps = target.hasPrefix("/") ? [] : ["xl"[...]]
    for step in path {
      if step == ".." { steps = steps.dropLast() } else if step != "." { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}
