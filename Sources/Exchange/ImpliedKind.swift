/// What all rows of a list report that has no column for it: the sheet, the title or the headings say so.
enum ImpliedKind {
  private static let death = "死亡注销"
  private static let moveOut = "户口迁出"

  /// The words of the kind, empty where nothing says it, or where two things are said.
  static func words(of columns: Columns) -> String {
    if !columns.vocabulary.impliedKind.isEmpty { return columns.vocabulary.impliedKind }
    let headings = columns.headings.joined(separator: " ")
    for place in [columns.sheet, columns.titles.joined(separator: " "), headings] {
      let kinds = Set(told.filter { place.contains($0.sign) }.map(\.kind))
      if let only = kinds.first { return kinds.count == 1 ? only : "" }
    }
    return ""
  }

  private static let told: [(sign: String, kind: String)] = [
    ("死亡", death), ("死者", death), ("火化", death), ("殡葬", death), ("逝者", death), ("迁出", moveOut), ("迁往", moveOut),
    ("县内移居", "县内移居"), ("姓名变更", "姓名变更"), ("变更后姓名", "姓名变更"), ("身份号码变更", "公民身份号码变更"),
    ("身份证号码变更", "公民身份号码变更"), ("变更后公民身份号码", "公民身份号码变更"),
  ]
}
