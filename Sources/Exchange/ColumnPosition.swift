import Casework

/// A column that is called by its place, as in a file without headings: 第2列, 第十二列.
struct ColumnPosition {
  /// Counted from 0.
  let index: Int

  init?(_ column: String) {
    let key = HeadingVocabulary.normalized(column)
    guard key.hasPrefix("第"), key.hasSuffix("列") else { return nil }
    let told = Array(key.unicodeScalars.dropFirst().dropLast())
    guard !told.isEmpty, let number = ListText.number(told[...]), (1...Self.most).contains(number) else { return nil }
    index = number - 1
  }

  /// What a column is called that has no heading.
  static func name(_ index: Int) -> String { "第\(index + 1)列" }

  /// Headings with one more in its place; those between have none.
  func adding(_ heading: String, to headings: [String]) -> [String] {
    var headings = headings
    while headings.count <= index { headings.append("") }
    headings[index] = heading
    return headings
  }

  private static let most = 256
}
