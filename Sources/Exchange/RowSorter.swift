import Casework

/// Tells rows of people from titles, headings, totals and blank lines.
struct RowSorter {
  enum Kind { case row, passedOver }

  /// How far down a heading row is looked for.
  static let headingDepth = 30

  let vocabulary: HeadingVocabulary
  private let sheet: String
  private(set) var columns: Columns?
  private(set) var headingLine = 0
  private(set) var passedOver = PassedOver()
  private(set) var rows = 0

  /// The last title or row of headings between the rows.
  private(set) var innerTitle: String?

  /// What is written below the rows.
  private(set) var footnotes = Footnotes()

  /// The row that looks most like headings, though a required one is missing.
  private var nearest: (columns: Columns, line: Int)?
  private var rowsAbove = 0
  /// What stands above the headings, row by row.
  private var above: [[String]] = []
  /// What is noted there against the list.
  private var comments: [String] = []

  /// The line of the last row, where it alone of all rows has fewer cells than there are headings, or a shorter last one.
  private(set) var lineCutShort: Int?
  private var everyRowIsWhole = true
  private var isLastLineARow = false
  private var lastCell = LastCell()
  /// Columns that look alike: only one of them may have something.
  private var alike: [[Int]] = []

  init(vocabulary: HeadingVocabulary, sheet: String = "") {
    self.vocabulary = vocabulary
    self.sheet = sheet
  }

  /// Whether headings have been looked for in vain.
  var isWithoutHeadings: Bool { columns == nil && rowsAbove >= Self.headingDepth }

  /// Lines without a value that the source does not give.
  mutating func passOver(blankRows: Int) { passedOver.blankRows += blankRows }

  mutating func sort(_ cells: RowCells, line: Int) throws(FileProblem) -> Kind {
    isLastLineARow = false
    if cells.isBlank {
      passedOver.blankRows += 1
      return .passedOver
    }
    guard let columns else {
      try look(at: cells, line: line)
      return .passedOver
    }
    if rows == 0, let joined = columns.joined(with: cells) {
      self.columns = joined
      passedOver.titleRows += 1
      return .passedOver
    }
    if columns.isRepeated(by: cells) {
      if let other = InnerTitle.otherHeadings(in: cells, under: columns) { innerTitle = other }
      passedOver.repeatedHeadings += 1
      return .passedOver
    }
    if TotalLine.matches(cells) {
      footnotes.add(cells, below: rows, isTotal: true)
      passedOver.totalRows += 1
      return .passedOver
    }
    // Nearly every row is passed over by that.
    if cells.tellOfSomebody || InnerTitle.beginsWithANumber(cells, under: columns) {
      footnotes.goOn()
    } else {
      if let title = InnerTitle.text(in: cells, under: columns) { innerTitle = title }
      footnotes.add(cells, below: rows)
    }
    rows += 1
    if rows == 1 { alike = columns.alike }
    for places in alike where places.count(where: { !cells.isBlank($0) }) > 1 {
      throw .ambiguousColumns(places, named: columns.headings[places[0]], line: headingLine)
    }
    if lineCutShort != nil { everyRowIsWhole = false }
    let isNarrow = everyRowIsWhole && cells.count < columns.headings.count
    let isShort = lastCell.isShortened(in: cells, under: columns)
    lineCutShort = isNarrow && rows > 1 || isShort ? line : nil
    isLastLineARow = true
    if isNarrow && rows == 1 { everyRowIsWhole = false }
    return .row
  }

  /// Whether the last line is a row of which nothing tells whether its last cell is whole.
  func isPerhapsCut(_ cells: RowCells) -> Bool {
    isLastLineARow && lineCutShort == nil && columns.map { lastCell.mayGoOn(in: cells, under: $0) } ?? false
  }

  private mutating func look(at cells: RowCells, line: Int) throws(FileProblem) {
    rowsAbove += 1
    let texts = Columns.texts(of: cells)
    if Denial.isTold(inFootnote: cells.comment) { comments.append(cells.comment) }
    let titles = above.map { $0.filter { !$0.isEmpty }.joined(separator: " ") } + comments
    var found = Columns(texts, in: vocabulary, sheet: sheet, titles: titles)
    if let upper = above.last {
      let headings = vocabulary.joining(upper, texts)
      let joined = Columns(headings, in: vocabulary, sheet: sheet, titles: titles)
      let isOfGroups = zip(headings, texts).contains { !$1.isEmpty && $0 != $1 }
      if isOfGroups || (joined?.knownCount ?? 0) > (found?.knownCount ?? 0) { found = joined }
    }
    guard let found, found.missing.isEmpty else {
      if let found, found.headingCount > 1, found.knownCount > (nearest?.columns.knownCount ?? 0) {
        nearest = (found, line)
      }
      passedOver.titleRows += 1
      above.append(texts)
      return
    }
    columns = found
    headingLine = line
  }

  /// Why there is no table here: a heading missing in what looks like a heading row, or none at all.
  var headingProblem: FileProblem {
    if let nearest { return .missingHeading(in: nearest.columns, line: nearest.line) }
    let required = vocabulary.fields.filter(\.isRequired)
    return .noHeadings(
      lookedFor: required.map { $0.spellings.first ?? $0.code },
      found: likeliest.map { TableSummary.Heading(text: $0, field: nil) })
  }

  /// The first of the widest rows near the top; one that holds numbers is about somebody and no headings.
  private var likeliest: [String] {
    let rows = above.filter { row in
      row.count { !$0.isEmpty } > 1 && row.allSatisfy { text in text.count(where: \.isNumber) < 6 }
    }
    let widest = rows.map { row in row.count { !$0.isEmpty } }.max() ?? 0
    return rows.first { row in row.count { !$0.isEmpty } == widest } ?? []
  }
}
