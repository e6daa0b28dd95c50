import Casework

/// What the rows of a list report, as far as the whole list says it.
struct ListKind {
  /// The words for every row; empty where nothing says them, or where two things are said.
  private let implied: String
  /// Whether a row without words of its own reports that.
  private let fillsBlanks: Bool
  /// Whether the column of kinds only divides one kind further, as its heading says (死亡注销类别: 正常死亡, 01).
  private let isDivided: Bool

  init(of columns: Columns) {
    let vocabulary = columns.vocabulary
    let column = vocabulary.position(of: "kind").flatMap { columns.ofField[$0].first }
    let said = Self.words(of: columns)
    let all = vocabulary.impliedKind.isEmpty ? said : vocabulary.impliedKind
    implied = all == Self.death && Self.datesCremations(columns) ? Self.cremation : all
    fillsBlanks = column == nil || !vocabulary.impliedKind.isEmpty
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

  /// The sheet, else the title, else the headings say it.
  private static func words(of columns: Columns) -> String {
    let headings = columns.headings.joined(separator: " ")
    for place in [columns.sheet, columns.titles.joined(separator: " "), headings] {
      let kinds = Set(told.filter { place.contains($0.sign) }.map(\.kind))
      if let only = kinds.first { return kinds.count == 1 ? only : "" }
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
