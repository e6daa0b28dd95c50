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
  private(set) var innerTitle: InnerTitle?

  /// What is said outside of the rows.
  private var texts = OuterTexts()
  /// How many rows are about somebody, below the last line that counts them, and in the lists before.
  private(set) var people = 0
  private var peopleCounted = 0
  private let peopleBefore: Int
  /// What these rows report in their own words, all of them and up to the last line that counts them.
  private var kinds = KindCounts()
  private var kindsCounted = KindCounts()

  /// The row that looks most like headings, though a required one is missing.
  private var nearest: (columns: Columns, line: Int)?
  private var rowsAbove = 0
  /// What stands above the headings, row by row.
  private var above: [[String]] = []
  /// What is noted there against the list.
  private var comments: [String] = []
  private var titles: [String] = []

  /// The line of the last row, where it alone of all rows has fewer cells than there are headings, or a shorter last one.
  private(set) var lineCutShort: Int?
  private var everyRowIsWhole = true
  private var isLastLineARow = false
  private var lastCell = LastCell()
  /// The lines of rows that name several people.
  private(set) var linesOfSeveral: [Int] = []
  /// Columns that look alike: only one of them may have something.
  private var alike: [[Int]] = []

  /// - Parameter peopleBefore: how many rows are about somebody in the lists before.
  init(vocabulary: HeadingVocabulary, sheet: String = "", peopleBefore: Int = 0) {
    self.vocabulary = vocabulary
    self.sheet = sheet
    self.peopleBefore = peopleBefore
    // Where the columns are said by their places, the first line is a row.
    columns =
      vocabulary.positionHeadings.isEmpty ? nil : Columns(vocabulary.positionHeadings, in: vocabulary, sheet: sheet)
  }

  /// Whether headings have been looked for in vain.
  var isWithoutHeadings: Bool { columns == nil && rowsAbove >= Self.headingDepth }

  /// A line that is perhaps the title of the rows below it; what follows tells.
  func perhapsTitle(_ cells: RowCells, line: Int) -> GroupTitle? {
    guard let columns, !columns.hasNumber(cells), let title = GroupTitle(cells, line: line),
      !AsideLine.matches(cells, under: columns, counting: agrees)
    else { return nil }
    return title
  }

  /// Whether a line tells of somebody, of whom a title above it may tell the place.
  func isOfSomebody(_ cells: RowCells) -> Bool { columns?.hasNumber(cells) ?? false }

  /// Whether a line stands for no row whatever is above it: headings once more, a total, the number of a page.
  func isBesideRows(_ cells: RowCells) -> Bool {
    guard let columns else { return true }
    return columns.isRepeated(by: cells) || TotalLine.matches(cells)
      || AsideLine.matches(cells, under: columns, counting: agrees)
  }

  /// A title of the rows below it.
  mutating func passOverTitle() { passedOver.titleRows += 1 }

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
      if let other = InnerTitle.otherHeadings(in: cells, under: columns) { innerTitle = InnerTitle(headings: other) }
      passedOver.repeatedHeadings += 1
      return .passedOver
    }
    if TotalLine.matches(cells) {
      goOnBehindLastRow()
      addTotal(cells)
      passedOver.totalRows += 1
      return .passedOver
    }
    let hasNumber = columns.hasNumber(cells)
    if !hasNumber, columns.isMoved(by: cells) { throw .columnsChange(line: line) }
    if !hasNumber, AsideLine.matches(cells, under: columns, counting: agrees) {
      goOnBehindLastRow()
      let line = Self.line(cells)
      if rows > 0, !areKindsRight(in: line) { texts.add(line, at: .total, about: 1...rows) }
      if rows == 0, !vocabulary.positionHeadings.isEmpty {
        addTitle(Self.line(cells))
      } else if let title = InnerTitle(in: cells, under: columns) {
        innerTitle = title
      }
      passedOver.titleRows += 1
      return .passedOver
    }
    if hasNumber || columns.tellsOfSomebodyWithoutNumber(cells) {
      texts.goOn()
      people += 1
      if let column = columns.ofKinds.first, column < cells.count {
        kinds.add(cells.bytes[cells.places[column].start..<cells.places[column].end])
      }
    } else {
      if let title = InnerTitle(in: cells, under: columns) { innerTitle = title }
      let line = Self.line(cells)
      if rows > 0, !areKindsRight(in: line), HarmlessText.isAll(of: line, counting: agrees) {
        texts.add(line, at: .total, about: 1...rows)
      }
      texts.add(line, below: rows)
    }
    rows += 1
    if rows == 1 { alike = columns.alike }
    for places in alike where places.count(where: { !cells.isBlank($0) }) > 1 {
      throw .ambiguousColumns(places, named: columns.headings[places[0]], line: headingLine)
    }
    if hasNumber, columns.hasSeveralPeople(cells) { linesOfSeveral.append(line) }
    for places in columns.contested where places.count(where: { !cells.isBlank($0) }) > 1 {
      throw .contestedColumns(places, in: columns, line: headingLine)
    }
    for column in columns.ofOthers.takenBack where !cells.isBlank(column) {
      let value = cells.text(column).trimmed
      if !CellContent.isMark(value) { texts.add("\(columns.headings[column])：\(value)", at: .column) }
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

  /// What the list is called.
  var names: [String] { ([sheet] + titles).filter { !$0.isEmpty } }

  /// What is said outside of the rows and is not known to be harmless, once all rows are read.
  var outerTexts: [(place: ListText.Place, text: String, rows: ClosedRange<Int>)] {
    var texts = self.texts
    for title in [sheet] where !HarmlessText.isAll(of: title) && !Denial.isTold(inTitle: title) {
      texts.add(title, at: .sheet)
    }
    for title in titles where !HarmlessText.isAll(of: title, counting: agrees) && !Denial.isTold(inTitle: title) {
      texts.add(title, at: .title)
    }
    return texts.all(of: rows, counting: agrees)
  }

  /// A line above the rows of a list without headings.
  private mutating func addTitle(_ line: String) {
    titles.append(line)
    columns = Columns(vocabulary.positionHeadings, in: vocabulary, sheet: sheet, titles: titles)
  }

  /// A line follows the last row, which was not cut where the file ends.
  private mutating func goOnBehindLastRow() {
    if lineCutShort != nil { everyRowIsWhole = false }
    lineCutShort = nil
  }

  /// Keeps what a line that counts the list, or says who made it, tells besides.
  private mutating func addTotal(_ cells: RowCells) {
    let line = Self.line(cells)
    if rows > 0, !HarmlessText.isAll(of: line, counting: agrees) || !areKindsRight(in: line) {
      texts.add(line, at: .total, about: 1...rows)
    }
    (peopleCounted, kindsCounted) = (people, kinds)
  }

  /// Whether a line tells of each kind as many as there are rows of it.
  private func areKindsRight(in line: String) -> Bool {
    guard let columns else { return true }
    let told = CountedParts.kinds(in: line)
    if told.isEmpty { return true }
    let said = vocabulary.impliedKind.isEmpty ? ListKind.words(of: columns) : vocabulary.impliedKind
    let listed = PoliceRecordKind(said)
    return told.allSatisfy { kind, count in
      if columns.ofKinds.isEmpty {
        return kind == listed || said.isEmpty && told.count == 1 ? agrees(count) : count == 0
      }
      let all = kinds.count(of: kind, listed: listed)
      return [all, all - kindsCounted.count(of: kind, listed: listed)].contains(count)
    }
  }

  /// Whether a number told is that of the rows: of the list, of a page, of the whole file so far.
  func agrees(_ count: Int) -> Bool {
    [people, people - peopleCounted, peopleBefore + people].contains(count)
  }

  private static func line(_ cells: RowCells) -> String {
    Columns.texts(of: cells).filter { !$0.isEmpty }.joined(separator: " ")
  }

  private mutating func look(at cells: RowCells, line: Int) throws(FileProblem) {
    rowsAbove += 1
    let written = Columns.texts(of: cells)
    if Denial.isTold(inFootnote: cells.comment) {
      comments.append(cells.comment)
    } else if !cells.comment.isEmpty, !HarmlessText.isAll(of: cells.comment) {
      texts.add(cells.comment, at: .note)
    }
    let titles = above.map { $0.filter { !$0.isEmpty }.joined(separator: " ") } + comments
    var found = Columns(written, in: vocabulary, sheet: sheet, titles: titles)
    var isBelowGroups = false
    if let upper = above.last {
      let headings = vocabulary.joining(upper, written)
      let joined = Columns(headings, in: vocabulary, sheet: sheet, titles: titles)
      let isOfGroups = zip(headings, written).contains { !$1.isEmpty && $0 != $1 }
      if isOfGroups || (joined?.knownCount ?? 0) > (found?.knownCount ?? 0) {
        found = joined
        isBelowGroups = true
      }
    }
    guard let found, found.missing.isEmpty else {
      // Of a row of groups alone and the same with the headings below it, the latter.
      let known = found.map { $0.knownCount * 2 + (isBelowGroups ? 1 : 0) } ?? 0
      if let found, found.headingCount > 1, known > (nearest?.columns.knownCount ?? 0) * 2 {
        nearest = (found, line)
      }
      passedOver.titleRows += 1
      above.append(written)
      return
    }
    columns = found
    headingLine = line
    self.titles = isBelowGroups ? titles.dropLast(comments.count + 1) : titles.dropLast(comments.count)
  }

  /// Why there is no table here: a heading missing in what looks like a heading row, or none at all.
  var headingProblem: FileProblem {
    if let nearest { return .missingHeading(in: nearest.columns, line: nearest.line) }
    let required = vocabulary.fields.filter(\.isRequired)
    let names = required.map { $0.spellings.first ?? $0.code }
    let found = likeliest
    if found.isEmpty, let row = above.first(where: { $0.contains(where: HeadingVocabulary.isNumber) }) {
      return .rowsWithoutHeadings(lookedFor: names, first: row)
    }
    let headings = found.map { TableSummary.Heading(text: $0, field: nil) }
    if let together { return .headingsTogether(together, found: headings) }
    return .noHeadings(lookedFor: names, found: headings)
  }

  /// A cell near the top that holds several headings, between blanks or 、.
  private var together: String? {
    above.lazy.compactMap { row in
      let filled = row.filter { !$0.isEmpty }
      guard filled.count == 1, let text = filled.first, text.utf8.count <= Self.longestHeadings else { return nil }
      let parts = text.split { $0.isWhitespace || $0 == "、" }
      return parts.count { vocabulary.place(ofHeading: String($0)) != nil } > 1 ? text : nil
    }.first
  }

  private static let longestHeadings = 600

  /// The first of the widest rows near the top; one that holds numbers is about somebody and no headings.
  private var likeliest: [String] {
    let rows = above.filter { row in
      row.count { !$0.isEmpty } > 1 && row.allSatisfy { text in text.count(where: \.isNumber) < 6 }
    }
    let widest = rows.map { row in row.count { !$0.isEmpty } }.max() ?? 0
    return rows.first { row in row.count { !$0.isEmpty } == widest } ?? []
  }
}
