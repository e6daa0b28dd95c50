/// A heading over several columns that are all about somebody other than the person of the row: 申报人 over 姓名 and 身份证号.
struct PersonGroup {
  private let name: String

  /// `nil` for every other heading.
  init?(_ heading: String) {
    if heading.isEmpty { return nil }
    var name = HeadingVocabulary.normalized(heading)
    for ending in ["基本信息", "基本情况", "信息", "情况", "资料"] where name.hasSuffix(ending) {
      name = String(name.dropLast(ending.count))
      break
    }
    guard let known = Self.names[name] else { return nil }
    self.name = known
  }

  /// The heading below it, with the name of the group where it tells of a person.
  func heading(_ below: String, in vocabulary: HeadingVocabulary) -> String {
    vocabulary.tellsOfAPerson(below) ? name + HeadingVocabulary.normalized(below) : below
  }

  private static let names: [String: String] = {
    let written = [
      "申报人", "经办人", "代办人", "报告人", "申请人", "监护人", "联系人", "户主", "家属", "亲属", "近亲属", "配偶", "父亲", "母亲", "承办人", "证明人",
    ]
    let others = ["申报人员": "申报人", "死者家属": "家属", "逝者家属": "家属", "申报家属": "家属"]
    return Dictionary(uniqueKeysWithValues: written.map { ($0, $0) }).merging(others) { known, _ in known }
  }()
}
