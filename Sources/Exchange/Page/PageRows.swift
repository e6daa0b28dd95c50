import Casework

/// The rows of a web page's tables, which other offices' systems like to call .xls.
final class PageRows: RowSource {
  private static let mostColumns = 1024

  let cells = RowCells()
  private(set) var line = 0
  let mayMerge = true
  let encoding: TextEncoding

  private let text: [UInt8]
  private var index = 0
  private var merged = MergedCells()
  private var column = 0
  private var openCell: OpenCell?
  /// What stands outside of the tables, one paragraph after the other.
  private var paragraphs: [String] = [""]
  private var isInRow = false
  /// How many tables are open, and whether the page is at its end all the same.
  private var openTables = 0
  private var isClosed = false
  /// What a cell, a row or a text may be called that its style sheet strikes through.
  private var struckClasses: Set<String> = []
  private static let strike = "line-through"
  private var hiding = PageHiding()
  private var colours = PageColours()
  /// The look of the row as a whole.
  private var lookOfRow: UInt16 = 0
  /// How many more rows a cell above reaches down in each column.
  private var reaching: [Int] = []

  /// Whether the page ends in a row.
  private var isInCutRow = false

  private struct OpenCell {
    var look: UInt16
    let start: Int
    let width: Int
    let isNumber: Bool
    let number: String?
  }

  init(_ whole: WholeText) {
    text = whole.bytes
    encoding = whole.encoding
  }

  /// Throws where the page ends in the midst of a table; browsers leave out what closes the page itself.
  func checkIsWhole() throws(FileProblem) {
    if !isClosed, openTables > 0 || isInCutRow { throw .tableCutShort }
  }

  var share: Double { text.isEmpty ? 1 : Double(index) / Double(text.count) }

  var outerTexts: [(place: ListText.Place, text: String)] {
    paragraphs.map(\.trimmed).filter { !$0.isEmpty }.map { (.page, $0) }
  }

  func mergeTop(row: Int, column: Int) -> Int? { merged.top(row: row, column: column) }

  func next() throws(FileProblem) -> Bool {
    cells.bytes.removeAll(keepingCapacity: true)
    cells.places.removeAll(keepingCapacity: true)
    cells.isStruck = false
    cells.isHidden = false
    cells.comment = ""
    cells.colours.removeAll(keepingCapacity: true)
    while index < text.count {
      guard text[index] == UInt8(ascii: "<") else {
        takeText()
        continue
      }
      guard let tag = PageTag(text, at: index) else {
        index += 1
        continue
      }
      if tag.name == "tr" && isInRow {
        if !tag.isEnd { index = tag.start } else { index = tag.end }
        endRow()
        return true
      }
      index = tag.end
      follow(tag)
    }
    guard isInRow else { return false }
    isInCutRow = openCell != nil
    endRow()
    return true
  }

  private func follow(_ tag: PageTag) {
    switch (tag.name, tag.isEnd) {
    case ("tr", false): startRow(tag)
    case ("td", false), ("th", false): startCell(tag)
    case ("td", true), ("th", true): endCell()
    case ("s", false), ("strike", false), ("del", false): if isInRow { cells.isStruck = true }
    case ("br", _), ("p", true): endLine()
    case ("style", false):
      let start = index
      index = PageTag.end(of: tag.name, in: text, from: index)
      takeStyles(String(decoding: text[start..<index], as: UTF8.self).lowercased())
    case ("script", false), ("xml", false):
      index = PageTag.end(of: tag.name, in: text, from: index)
    case ("body", true), ("html", true):
      isClosed = true
      if !isInRow { endParagraph() }
    case ("table", _), ("tbody", _), ("div", _): takePart(tag)
    case ("span", false), ("font", false), ("b", false), ("i", false), ("a", false), ("u", false):
      if isInRow { takeStrike(of: tag) }
      if openCell != nil, case let look = colours.look(of: tag), look != 0 { openCell?.look = look }
    default: if !isInRow, Self.paragraphTags.contains(tag.name) { endParagraph() }
    }
  }

  private func endLine() {
    if openCell != nil { appendText(" ") } else { endParagraph() }
  }

  /// A part of the page with whatever it shows or hides.
  private func takePart(_ tag: PageTag) {
    if tag.name == "table" { takeTable(isEnd: tag.isEnd) }
    hiding.take(tag)
    if tag.isEnd, tag.name == "div" { endLine() } else if !isInRow { endParagraph() }
  }

  private func takeTable(isEnd: Bool) {
    if isEnd { endCell() }
    openTables = max(0, openTables + (isEnd ? -1 : 1))
  }

  private func startRow(_ tag: PageTag) {
    isInRow = true
    takeMarks(of: tag)
    cells.isHidden = hiding.hides(tag)
    lookOfRow = colours.look(of: tag)
    line += 1
    column = 0
  }

  private func startCell(_ tag: PageTag) {
    endCell()
    guard isInRow else { return }
    while reaching.indices.contains(column), reaching[column] > 0 { column += 1 }
    let width = max(1, tag.number("colspan") ?? 1)
    let height = max(1, tag.number("rowspan") ?? 1)
    guard column + width <= Self.mostColumns else { return }
    merged.add(rows: line...(line + height - 1), column: column)
    while reaching.count < column + width { reaching.append(0) }
    for covered in column..<(column + width) { reaching[covered] = height }
    takeMarks(of: tag)
    let number = tag.attribute("x:num")
    let look = colours.look(of: tag)
    openCell = OpenCell(
      look: look == 0 ? lookOfRow : look, start: cells.bytes.count, width: width, isNumber: number != nil,
      number: number.flatMap { $0.isEmpty ? nil : $0 })
  }

  /// A row or a cell that is struck through, or shows something to whoever points at it.
  private func takeMarks(of tag: PageTag) {
    takeStrike(of: tag)
    guard let shown = tag.attribute("title")?.trimmed, !shown.isEmpty else { return }
    cells.comment = cells.comment.isEmpty ? shown : "\(cells.comment) \(shown)"
  }

  private func takeStrike(of tag: PageTag) {
    if tag.attribute("style")?.lowercased().contains(Self.strike) ?? false { cells.isStruck = true }
    if struckClasses.isEmpty { return }
    let classes = tag.attribute("class")?.lowercased().split(whereSeparator: \.isWhitespace) ?? []
    if classes.contains(where: { struckClasses.contains(String($0)) }) { cells.isStruck = true }
  }

  /// The classes of a style sheet that strike through, hide or colour: `.xl65 {text-decoration:line-through}`.
  private func takeStyles(_ sheet: String) {
    for rule in sheet.split(separator: "}") {
      let selector = rule.prefix { $0 != "{" }
      let classes = { selector.matches(of: /\.([-_a-z0-9]+)/).map { String($0.1) } }
      if rule.contains(Self.strike) { struckClasses.formUnion(classes()) }
      if PageHiding.isTold(in: rule) { hiding.classes.formUnion(classes()) }
      if let colour = PageColours.told(in: rule.drop { $0 != "{" }.dropFirst()) {
        for name in classes() { colours.ofClass[name] = colour }
      }
    }
  }

  private func endCell() {
    guard let cell = openCell else { return }
    openCell = nil
    if let number = cell.number {
      cells.bytes.removeLast(cells.bytes.count - cell.start)
      cells.bytes.append(contentsOf: number.utf8)
    }
    while cells.bytes.count > cell.start, cells.bytes.last == 0x20 { cells.bytes.removeLast() }
    if cell.look != 0 || cells.bytes.count > cell.start {
      cells.colours.append(UInt32(column) << 16 | UInt32(cell.look))
    }
    while cells.places.count <= column { cells.places.append(.empty) }
    var place = RowCells.Place(start: cell.start, end: cells.bytes.count, form: cell.isNumber ? .number : .plain)
    ProtectedText.restoreFormula(&place, in: cells.bytes)
    cells.places[column] = place
    column += cell.width
  }

  private func endRow() {
    endCell()
    isInRow = false
    for column in reaching.indices where reaching[column] > 0 { reaching[column] -= 1 }
    merged.sort()
  }

  /// Text up to the next tag: runs of blanks as one, entities as the characters they stand for.
  private func takeText() {
    let end = text[index...].firstIndex(of: UInt8(ascii: "<")) ?? text.count
    defer { index = end }
    guard let cell = openCell else { return takeParagraph(to: end) }
    var position = index
    while position < end {
      let byte = text[position]
      if byte <= 0x20 {
        if cells.bytes.count > cell.start, cells.bytes.last != 0x20 { cells.bytes.append(0x20) }
        position += 1
      } else if byte == UInt8(ascii: "&"), let (character, length) = PageTag.entity(text[position..<end]) {
        appendText(String(character))
        position += length
      } else {
        cells.bytes.append(byte)
        position += 1
      }
    }
  }

  private func appendText(_ more: String) { cells.bytes.append(contentsOf: more.utf8) }
}

/// What a page says outside of its tables.
extension PageRows {
  private static let mostParagraphs = 100
  private static let paragraphTags: Set<String> = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "title", "table", "caption", "li", "body", "head", "html", "center",
  ]

  private func endParagraph() {
    if paragraphs.last?.isEmpty == false { paragraphs.append("") }
  }

  private func takeParagraph(to end: Int) {
    if isInRow || paragraphs.count > Self.mostParagraphs { return }
    var said = String.UnicodeScalarView()
    var position = index
    while position < end {
      if text[position] == UInt8(ascii: "&"), let (character, length) = PageTag.entity(text[position..<end]) {
        said.append(character)
        position += length
      } else {
        let next = text[(position + 1)..<end].firstIndex(of: UInt8(ascii: "&")) ?? end
        said.append(contentsOf: String(decoding: text[position..<next], as: UTF8.self).unicodeScalars)
        position = next
      }
    }
    let words = String(said).trimmed
    if words.isEmpty { return }
    let before = paragraphs[paragraphs.count - 1]
    paragraphs[paragraphs.count - 1] = before.isEmpty ? words : "\(before) \(words)"
  }
}

/// A page is a book of one sheet.
final class Page: Book {
  let format = TableFormat.html
  let sheets = [BookSheet(name: "", isVisible: true)]
  private let source: PageRows

  init(_ source: PageRows) { self.source = source }

  func rows(ofSheet index: Int) -> any RowSource { source }
}
