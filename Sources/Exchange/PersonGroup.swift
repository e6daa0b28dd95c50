/// A heading over several columns that are all about somebody other than the person of the row: 申报人 over 姓名 and 身份证号.
struct PersonGroup {
  private let name: String

  /// `nil` for every heading that is not known to be one.
  init?(_ heading: String) {
    if heading.isEmpty { return nil }
    guard let known = Self.names[Self.bare(heading)] else { return nil }
    name = known
  }

  /// Whoever an unknown word means, 丧属 or 购墓人: perhaps the dead, which takes a person to say; `nil` for what is known
  /// to mean the dead, or nobody in particular.
  init?(ofUnknown heading: String) {
    let bare = Self.bare(heading)
    if Self.isOfNobodyElse(bare) { return nil }
    if let dead = OfTheDead(bare + "姓名"), !dead.isKin { return nil }
    name = HeadingVocabulary.normalized(heading)
  }

  /// The heading below it, with the name of the group where it tells of a person.
  func heading(_ below: String, in vocabulary: HeadingVocabulary) -> String {
    vocabulary.tellsOfAPerson(below) ? name + HeadingVocabulary.normalized(below) : below
  }

  /// A heading without 信息 and its like at the end.
  private static func bare(_ heading: String) -> String {
    let name = HeadingVocabulary.normalized(heading)
    return endings.first(where: name.hasSuffix).map { String(name.dropLast($0.count)) } ?? name
  }

  /// 人员, 个人, 户籍, 死亡注销人员: what happened, then whoever it is, each perhaps missing.
  private static func isOfNobodyElse(_ bare: String) -> Bool {
    var rest = Substring(bare)
    while let event = events.first(where: rest.hasPrefix) { rest = rest.dropFirst(event.count) }
    return rest.isEmpty || people.contains(String(rest))
  }

  private static let endings = ["基本信息", "基本情况", "信息", "情况", "资料", "登记", "名单"]
  private static let events = ["死亡", "注销", "销户", "火化", "去世", "亡故", "病故", "迁出", "迁移", "变更", "变动", "减员"]
  private static let people: Set<String> = [
    "人员", "人口", "人", "者", "对象", "个人", "本人", "身份", "户籍", "户口", "公民", "居民", "村民", "残疾人", "持证人", "持证残疾人", "序号",
  ]

  private static let names: [String: String] = {
    let written = [
      "申报人", "经办人", "代办人", "报告人", "申请人", "监护人", "联系人", "户主", "家属", "亲属", "近亲属", "配偶", "父亲", "母亲", "承办人", "证明人",
    ]
    let others = ["申报人员": "申报人", "死者家属": "家属", "逝者家属": "家属", "申报家属": "家属"]
    return Dictionary(uniqueKeysWithValues: written.map { ($0, $0) }).merging(others) { known, _ in known }
  }()
}
