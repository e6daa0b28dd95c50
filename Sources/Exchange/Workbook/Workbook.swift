/// An XLSX workbook: its sheets in their order, its shared texts, and which styles show dates.
final class Workbook: Book {
  private static let mainPart = "xl/workbook.xml"

  private let path: String
  private let archive: Archive
  let format = TableFormat.xlsx
  let sheets: [BookSheet]
  private let parts: [String]
  private let texts = SharedTexts()
  private let styles = CellStyles()
  private let startsIn1904: Bool

  init(path: String) throws(FileProblem) {
    self.path = path
    archive = try Archive(path: path)
    guard archive.has(Self.mainPart) else { throw .notATable(FileKind.Foreign(inZip: archive.has)) }

    let relations = Relations(of: "xl")
    if archive.has("xl/_rels/workbook.xml.rels") {
      try XMLPart.readAll(try archive.open("xl/_rels/workbook.xml.rels"), listener: relations)
    }
    let contents = WorkbookContents()
    try XMLPart.readAll(try archive.open(Self.mainPart), listener: contents)
    startsIn1904 = contents.startsIn1904
    let found = contents.sheets.compactMap { sheet in
      relations.target[sheet.relation].flatMap { $0.type.hasSuffix("/worksheet") ? (sheet.shown, $0.part) : nil }
    }
    sheets = found.map(\.0)
    parts = found.map(\.1)
    let textsPart = relations.part(ofType: "/sharedStrings") ?? "xl/sharedStrings.xml"
    if archive.has(textsPart) { try XMLPart.readAll(try archive.open(textsPart), listener: texts) }
    let stylesPart = relations.part(ofType: "/styles") ?? "xl/styles.xml"
    if archive.has(stylesPart) { try XMLPart.readAll(try archive.open(stylesPart), listener: styles) }
  }

  func rows(ofSheet index: Int) throws(FileProblem) -> any RowSource {
    let part = parts[index]
    // One part can be open at a time.
    let relations = try relations(of: part)
    let comments = try comments(relations)
    let boxes = try boxes(relations)
    return SheetRows(
      try archive.open(part), texts: texts.pool, styles: styles, comments: comments, boxes: boxes,
      startsIn1904: startsIn1904, path: path)
  }

  /// What other parts stand behind a part; empty where there are none.
  private func relations(of part: String) throws(FileProblem) -> Relations {
    let path = part.split(separator: "/")
    let folder = path.dropLast().joined(separator: "/")
    let related = "\(folder)/_rels/\(path.last ?? "").rels"
    let relations = Relations(of: folder)
    if archive.has(related) { try XMLPart.readAll(try archive.open(related), listener: relations) }
    return relations
  }

  /// The texts that lie over the cells of a sheet.
  private func boxes(_ relations: Relations) throws(FileProblem) -> [String] {
    guard let drawing = relations.part(ofType: "/drawing"), archive.has(drawing) else { return [] }
    let listener = DrawingListener()
    try XMLPart.readAll(try archive.open(drawing), listener: listener)
    return listener.texts
  }

  private func comments(_ relations: Relations) throws(FileProblem) -> [Int: String] {
    guard let comments = relations.part(ofType: "/comments"), archive.has(comments) else { return [:] }
    let listener = CommentsListener()
    try XMLPart.readAll(try archive.open(comments), listener: listener)
    return listener.ofRow
  }
}

/// `workbook.xml`: the tabs in their order, and whether dates count from 1904.
private final class WorkbookContents: XMLListener {
  private(set) var sheets: [(shown: BookSheet, relation: String)] = []
  private(set) var startsIn1904 = false
  let wantsText = false
  var isPaused = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case XMLName("sheet"):
      sheets.append(
        (
          BookSheet(
            name: attributes.value(XMLName("name")) ?? "",
            isVisible: (attributes.value(XMLName("state")) ?? "visible") == "visible"),
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

/// `workbook.xml.rels`, and the like of a sheet: which part stands behind which name.
private final class Relations: XMLListener {
  private(set) var target: [String: (type: String, part: String)] = [:]
  private let folder: String
  let wantsText = false
  var isPaused = false

  /// - Parameter folder: of the part that is related to others.
  init(of folder: String) { self.folder = folder }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == XMLName("Relationship"), let id = attributes.value(XMLName("Id")),
      let path = attributes.value(XMLName("Target"))
    else { return }
    target[id] = (attributes.value(XMLName("Type")) ?? "", part(path))
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ name: XMLName) {}

  func part(ofType suffix: String) -> String? {
    target.values.first { $0.type.hasSuffix(suffix) }?.part
  }

  /// Targets are relative to the folder of their source, or begin with a slash at the top of the archive.
  private func part(_ target: String) -> String {
    let path = target.split(separator: "/", omittingEmptySubsequences: true)
    var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for step in path {
      if step == ".." { steps = steps.dropLast() } else if step != "." { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}
