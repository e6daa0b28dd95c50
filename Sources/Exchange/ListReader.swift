import Casework

/// Reads the lists of one file, one behind the other: the row number runs on.
struct ListReader {
  private let vocabulary: HeadingVocabulary
  /// The name of the file, which may say what its rows are.
  private let file: String
  /// Townships and villages of which the caller knows people.
  private let places: Set<String>
  private var parts: [TableSummary.Part] = []
  private var passedOver = PassedOver()
  private var rows = 0

  /// What is said outside of the rows and is not known to be harmless.
  private var texts: [ListText] = []
  /// How many rows are about somebody.
  private var people = 0
  /// What the lists are called.
  private var names: [String] = []

  /// What columns that nobody knows say.
  private var unfamiliar: [UnfamiliarColumn] = []

  /// Why a list could not be read: a heading that is missing tells more than none at all.
  private(set) var problem: FileProblem

  /// The line of the last row, where it alone of all rows has fewer cells than there are headings, or a shorter last one.
  private(set) var lineCutShort: Int?

  /// The last row, where nothing tells whether its last cell is whole.
  private(set) var rowPerhapsCut: Int?

  init(vocabulary: HeadingVocabulary, file: String = "", places: Set<String> = []) {
    self.vocabulary = vocabulary
    self.file = file
    self.places = places
    problem = RowSorter(vocabulary: vocabulary).headingProblem
  }

  /// Shows the rows under the headings; `false` where there are no headings.
  mutating func read(
    _ source: any RowSource, sheet: String = "", share: (index: Int, of: Int) = (0, 1),
    _ body: (borrowing TableRow) throws -> Void
  ) throws -> Bool {
    var sorter = RowSorter(vocabulary: vocabulary, sheet: sheet, peopleBefore: people)
    var colours = RowColours()
    guard let columns = try read(source, sorting: &sorter, noting: &colours, share: share, body) else {
      if problem.headings.isEmpty || problem.code == .noHeadings && sorter.headingProblem.code == .missingHeading {
        problem = sorter.headingProblem
      }
      return false
    }
    texts += sorter.outerTexts.map { place, text, part in
      ListText(
        place, text: text, rows: (rows + part.lowerBound)...(rows + part.upperBound), headingLine: sorter.headingLine)
    }
    if sorter.rows > 0 {
      let looks = colours.texts(behind: rows, source.conditionalAreas)
      texts += looks.map { place, text in
        ListText(place, text: text, rows: (rows + 1)...(rows + sorter.rows), headingLine: sorter.headingLine)
      }
      var beside = OuterTexts()
      for (place, text) in source.outerTexts where !HarmlessText.isAll(of: text, counting: sorter.agrees) {
        beside.add(text, at: place)
      }
      for name in sorter.names + source.outerTexts.map(\.text) where !names.contains(name) { names.append(name) }
      texts += beside.all(of: sorter.rows) { _ in true }.map { place, text, part in
        ListText(place, text: text, rows: (rows + 1)...(rows + part.upperBound), headingLine: sorter.headingLine)
      }
    }
    if !sorter.linesOfSeveral.isEmpty { throw FileProblem.severalPeople(lines: sorter.linesOfSeveral) }
    rows += sorter.rows
    people += sorter.people
    passedOver += sorter.passedOver
    for (_, column) in columns.unfamiliar.sorted(by: { $0.key < $1.key }) {
      if let same = unfamiliar.firstIndex(where: { $0.heading == column.heading }) {
        unfamiliar[same].add(column)
      } else {
        unfamiliar.append(column)
      }
    }
    lineCutShort = sorter.lineCutShort
    rowPerhapsCut = sorter.isPerhapsCut(source.cells) ? rows : nil
    parts.append(
      TableSummary.Part(sheet: sheet, rows: sorter.rows, headings: columns.summary, headingLine: sorter.headingLine))
    return true
  }

  private mutating func read(
    _ source: some RowSource, sorting sorter: inout RowSorter, noting colours: inout RowColours,
    share: (index: Int, of: Int),
    _ body: (borrowing TableRow) throws -> Void
  ) throws -> Columns? {
    var carried: CarriedCells?
    var line = 0
    var below = BelowTitle(file: file)
    var waiting: [GroupTitle] = []
    func take(_ cells: RowCells, line: Int) throws {
      guard try sorter.sort(cells, line: line) == .row, let columns = sorter.columns else { return }
      if source.mayMerge { colours.add(cells.colours, line: line) }
      try body(
        TableRow(
          number: rows + sorter.rows, line: line,
          share: (Double(share.index) + source.share) / Double(share.of), cells: cells, columns: columns,
          kind: below.kind(under: columns, sorter.innerTitle)))
    }
    while try source.next() {
      if source.omitsBlankRows, source.line > line + 1 { sorter.passOver(blankRows: source.line - line - 1) }
      line = source.line
      try carried?.fill(source)
      if waiting.count < Self.mostWaiting, let title = sorter.perhapsTitle(source.cells, line: line) {
        waiting.append(title)
        continue
      }
      if !waiting.isEmpty, !source.cells.isBlank, !sorter.isBesideRows(source.cells) {
        let isOfSomebody = sorter.isOfSomebody(source.cells)
        for title in waiting {
          if isOfSomebody, title.isConfirmed(by: source.cells, knowing: places) {
            sorter.passOverTitle()
          } else {
            try title.shown { try take($0, line: title.line) }
          }
        }
        waiting.removeAll()
      }
      try take(source.cells, line: line)
      if sorter.isWithoutHeadings { return nil }
      if source.mayMerge, let columns = sorter.columns, carried == nil || sorter.rows == 0 {
        carried = CarriedCells(columns.carried, days: columns.ofDays)
      }
    }
    for title in waiting { try title.shown { try take($0, line: title.line) } }
    return sorter.columns
  }

  /// How many titles stand one above the other at most: a township's, a village's.
  private static let mostWaiting = 4

  /// What the file was; throws where it had no list, no rows, or not the columns that the caller named.
  ///
  /// - Parameter unread: what stands on sheets that were not read.
  func summary(
    format: TableFormat, encoding: TextEncoding? = nil, otherSheets: [String] = [], unread: [String] = []
  ) throws(FileProblem) -> TableSummary {
    guard !parts.isEmpty else { throw problem }
    let present = Set(parts.flatMap(\.headings).map { HeadingVocabulary.normalized($0.text) })
    let missing = vocabulary.ownColumns.filter { !present.contains(HeadingVocabulary.normalized($0)) }
    if !missing.isEmpty {
      throw .unknownColumn(missing, found: parts.flatMap(\.headings).map(\.text).filter { !$0.isEmpty })
    }
    if rows == 0 { throw .noRows }
    let line = parts.first?.headingLine ?? 0
    let asked = vocabulary.isOfDeaths && HarmlessText.isAsked(nameOfFile: file) && !Denial.isTold(inTitle: file)
    let texts = (asked ? [ListText(.file, text: file, rows: 1...rows, headingLine: line)] : []) + texts
    return TableSummary(
      format: format, encoding: encoding, parts: parts, otherSheets: otherSheets, rows: rows, passedOver: passedOver,
      names: names, texts: texts + unread.map { ListText(.otherSheet, text: $0, rows: 1...rows, headingLine: line) },
      unfamiliar: unfamiliar)
  }
}

/// What the rows below the last title between them report, found once for each title.
private struct BelowTitle {
  let file: String
  private var title: InnerTitle?
  private var kind: ListKind?

  init(file: String) { self.file = file }

  mutating func kind(under columns: Columns, _ title: InnerTitle?) -> ListKind {
    if self.title != title {
      self.title = title
      kind = nil
    }
    let found = kind ?? ListKind(of: columns, file: file, below: title)
    kind = found
    return found
  }
}
