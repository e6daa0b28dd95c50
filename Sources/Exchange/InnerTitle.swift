import Casework

/// A title or a row of headings between the rows of a list: what stands below it may report something else.
enum InnerTitle {
  /// What a line that is about nobody says; `nil` for a title that says nothing new.
  static func text(in cells: RowCells, under columns: Columns) -> String? {
    let vocabulary = columns.vocabulary
    guard let kind = vocabulary.position(of: "kind") else { return nil }
    let texts = Columns.texts(of: cells).filter { !$0.isEmpty }
    if texts.count(where: { vocabulary.place(ofHeading: $0) != nil }) > 1 { return texts.joined(separator: "、") }
    guard texts.count <= RowCells.mostOfTitle, let title = texts.first, !isRepeated(title, above: columns) else {
      return nil
    }
    if Denial.isTold(inTitle: title) { return title }
    // Rows with words of their own need none of a title.
    guard columns.ofField[kind].isEmpty else { return nil }
    let kinds = ListKind.kinds(in: title)
    if !kinds.isEmpty { return kinds == [ListKind.words(of: columns)] ? nil : title }
    return signs.contains(where: title.contains) ? title : nil
  }

  /// The headings of a line that repeats them in other words, 迁出日期 for 死亡日期; `nil` where they are the same.
  static func otherHeadings(in cells: RowCells, under columns: Columns) -> String? {
    let texts = Columns.texts(of: cells)
    let isOther = columns.headings.indices.contains { column in
      columns.fieldOfColumn[column] != nil && column < texts.count
        && HeadingVocabulary.normalized(texts[column]) != HeadingVocabulary.normalized(columns.headings[column])
    }
    return isOther ? texts.filter { !$0.isEmpty }.joined(separator: "、") : nil
  }

  private static let signs = ["以下", "下列", "上述", "如下", "人员", "户口", "变动", "变更"]

  /// Whether a digit stands first where the numbers of people do.
  static func beginsWithANumber(_ cells: RowCells, under columns: Columns) -> Bool {
    let column = columns.vocabulary.fields.indices.first { columns.vocabulary.fields[$0].isRequired }
      .flatMap { columns.ofField[$0].first }
    guard let column, column < cells.count else { return false }
    let start = cells.firstVisible(column)
    return start < cells.places[column].end && RowCells.isDigit(cells.bytes[start])
  }

  /// A printed list has its title on each page, and the number of the page in it.
  private static func isRepeated(_ title: String, above columns: Columns) -> Bool {
    let bare = { (text: String) in text.filter { !$0.isNumber && !$0.isWhitespace } }
    return columns.titles.contains { bare($0) == bare(title) }
  }
}
