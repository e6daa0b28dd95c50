import Casework

/// A title or a row of headings between the rows of a list: what stands below it may report something else.
struct InnerTitle: Equatable {
  let text: String
  /// Whether it speaks against what is below it by itself; of any other a person says what it means.
  let isDoubt: Bool
  /// What it says that the rows below it report, where it is a known title.
  private(set) var kinds: Set<String> = []

  /// What a line that is about nobody says; `nil` for a title that says nothing new.
  init?(in cells: RowCells, under columns: Columns) {
    let vocabulary = columns.vocabulary
    guard let kind = vocabulary.position(of: "kind") else { return nil }
    let texts = Columns.texts(of: cells).filter { !$0.isEmpty }
    if texts.count(where: { vocabulary.place(ofHeading: $0) != nil }) > 1 {
      self.init(text: texts.joined(separator: "、"), isDoubt: true)
      return
    }
    let title = texts.joined(separator: " ")
    if title.isEmpty || Self.isRepeated(title, above: columns) { return nil }
    guard HarmlessText.isAll(of: title) else {
      self.init(text: title, isDoubt: Denial.isTold(inTitle: title))
      return
    }
    let kinds = ListKind.kinds(in: title)
    // Rows with words of their own are compared with them one by one.
    let isNew = columns.ofField[kind].isEmpty ? kinds != [ListKind.words(of: columns)] : true
    guard !kinds.isEmpty, isNew else { return nil }
    self.init(text: title, isDoubt: columns.ofField[kind].isEmpty, kinds: kinds)
  }

  /// Headings in other words than those above.
  init(headings: String) { self.init(text: headings, isDoubt: true) }

  private init(text: String, isDoubt: Bool, kinds: Set<String> = []) {
    self.text = text
    self.isDoubt = isDoubt
    self.kinds = kinds
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

  /// A printed list has its title on each page, and the number of the page in it.
  private static func isRepeated(_ title: String, above columns: Columns) -> Bool {
    let bare = { (text: String) in text.filter { !$0.isNumber && !$0.isWhitespace } }
    return columns.titles.contains { bare($0) == bare(title) }
  }
}
