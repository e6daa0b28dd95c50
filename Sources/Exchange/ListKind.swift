import Casework

/// What the rows of a list report, as far as the whole list says it.
struct ListKind {
  /// The words for every row; empty where nothing says them, or where two things are said.
  private let implied: String
  /// Whether a row without words of its own reports that.
  private let fillsBlanks: Bool
  /// What the list itself says against its rows; empty where it says nothing.
  private let doubt: String
  /// Whether the column of kinds only divides one kind further, as its heading says (死亡注销类别: 正常死亡, 01).
  private let isDivided: Bool
  /// The last title between the rows.
  private let innerTitle: InnerTitle?

  /// - Parameters:
  ///   - file: the name of the file.
  ///   - title: the last title or row of headings between the rows: below it nothing said above them holds, but what
  ///     the caller says of all rows unless it speaks against that.
  init(of columns: Columns, file: String = "", below title: InnerTitle? = nil) {
    let vocabulary = columns.vocabulary
    let column = vocabulary.position(of: "kind").flatMap { columns.ofField[$0].first }
    let said = Self.words(of: columns)
    let holds = title.map { $0.kinds.contains(said) } ?? true
    let told = vocabulary.impliedKind.isEmpty ? (holds ? said : "") : vocabulary.impliedKind
    let all = title?.isDoubt == true ? "" : told
    innerTitle = title
    implied = all == Self.death && Self.datesCremations(columns) ? Self.cremation : all
    fillsBlanks = column == nil
    let names: [(Denial.Place, String)] = [
      (.file, file), (.sheet, columns.sheet), (.title, columns.titles.joined(separator: " ")),
    ]
    doubt =
      (names.filter { Denial.isTold(inTitle: $0.1) }.map { Denial.doubt(about: $0.0, saying: $0.1) }
      + [title].compactMap { $0 }.filter(\.isDoubt).map { Denial.doubt(about: .innerTitle, saying: $0.text) })
      .joined(separator: " ")
    let heading = column.map { HeadingVocabulary.normalized(columns.headings[$0]) } ?? ""
    isDivided = ["死亡注销类别", "迁出注销类别"].contains(heading)
  }

  /// What a row reports, given the words of its own.
  func words(of row: String) -> String {
    if implied.isEmpty || implied == row { return row }
    if row.isEmpty { return fillsBlanks ? implied : row }
    // A death in a list of moves stays beside what the heading says, so that a person sees both.
    let isBeside = PoliceRecordKind(implied).isDivided(by: row) || PoliceRecordKind(row) == .death
    return isDivided && isBeside ? "\(implied)(\(row))" : row
  }

  /// What the list says against a row, given the row's own words for its kind.
  func doubts(ofRow words: String) -> [String] {
    let blank = !implied.isEmpty && !fillsBlanks && words.isEmpty ? [Denial.doubt(about: .blankKind)] : []
    return (doubt.isEmpty ? [] : [doubt]) + blank + (innerTitle.map { doubts(below: $0, ofRow: words) } ?? [])
  }

  /// What a title between the rows says against one below it that reports something else in its own words.
  private func doubts(below title: InnerTitle, ofRow words: String) -> [String] {
    guard !title.isDoubt, !title.kinds.isEmpty, !words.isEmpty else { return [] }
    let reported = PoliceRecordKind(words)
    let isOfIt = title.kinds.contains { PoliceRecordKind($0) == reported }
    return isOfIt ? [] : [Denial.doubt(about: .innerTitle, saying: title.text)]
  }

  /// The kinds of which a title speaks.
  static func kinds(in text: String) -> Set<String> { Set(told.filter { text.contains($0.sign) }.map(\.kind)) }

  /// The sheet, else the title, else the headings say it; a title that is not known to be harmless says nothing of it,
  /// as 死亡人员遗属名单 does not.
  static func words(of columns: Columns) -> String {
    let headings = columns.headings.indices.filter {
      !columns.ofOthers.deaths.contains($0) && !columns.ofOthers.deadKin.contains($0)
    }.map { columns.headings[$0] }
    for place in [[columns.sheet], columns.titles, headings] {
      let isKnown = place.allSatisfy { Self.kinds(in: $0).isEmpty || HarmlessText.isAll(of: $0) }
      guard isKnown || place == headings else { continue }
      let told = Self.kinds(in: place.joined(separator: " "))
      if let only = told.first { return told.count == 1 ? only : "" }
    }
    return ""
  }

  /// Whether the only date that a row can have is that of a cremation.
  private static func datesCremations(_ columns: Columns) -> Bool {
    let dates = columns.vocabulary.position(of: "event_date").map { columns.ofField[$0] } ?? []
    return !dates.isEmpty && dates.allSatisfy { columns.headings[$0].contains(cremation) }
  }

  private static let cremation = "火化"
  private static let death = "死亡注销"
  private static let moveOut = "户口迁出"
  private static let told: [(sign: String, kind: String)] = [
    ("死亡", death), ("死者", death), ("火化", death), ("殡葬", death), ("逝者", death), ("迁出", moveOut), ("迁往", moveOut),
    ("县内移居", "县内移居"), ("姓名变更", "姓名变更"), ("变更后姓名", "姓名变更"), ("身份号码变更", "公民身份号码变更"),
    ("身份证号码变更", "公民身份号码变更"), ("变更后公民身份号码", "公民身份号码变更"),
  ]
}
