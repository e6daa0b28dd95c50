import Casework

/// Headings of lists that tell of the dead beside somebody else, as they are normalized.
enum OfTheDead {
  /// 死者姓名, 亡者.
  static func isPerson(_ heading: String) -> Bool { dead.contains(where: heading.hasPrefix) && !isRelation(heading) }

  /// How the person of a row is related to the dead: 与死者关系, 关系.
  static func isRelation(_ heading: String) -> Bool {
    heading.contains("关系") && !["户主", "申报", "申请", "经办", "监护"].contains(where: heading.contains)
  }

  /// Somebody else, of whom a relation may be told: 申报人, 联系人.
  static func isAnother(_ heading: String) -> Bool { others.contains(where: heading.contains) && !isRelation(heading) }

  /// The dead themselves, in a column of relations.
  static func isSelf(_ relation: String) -> Bool { CellContent.isSelf(relation) || heads.contains(relation) }

  private static let dead = ["死者", "逝者", "亡者", "死亡人", "死亡者"]
  private static let others = [
    "联系人", "家属", "亲属", "申报人", "经办人", "代办人", "报告人", "办理人", "申请人", "领取人", "承办人", "监护人",
  ]
  private static let heads: Set<String> = ["户主", "户主本人"]
}
