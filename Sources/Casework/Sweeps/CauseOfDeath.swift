/// What a column of causes of death says of somebody who lives on: 丧偶, 病危, 肇事 (domain: 5.1).
///
/// Every disease may stand there, so it is known only what may not.
public enum CauseOfDeath {
  /// Whether a heading asks for it: 死因, 死亡原因, 死亡诊断.
  public static func isTold(under heading: String) -> Bool { headings.contains(where: heading.contains) }

  static func isDoubted(_ bare: String) -> Bool { words.contains(where: bare.contains) }

  /// The characters of which each of its words has one.
  public static let beginnings = Array("丧寡危重肇致陪护照家亲属偶伴爱户".unicodeScalars)

  private static let headings = ["死因", "死亡原因", "死亡诊断", "致死原因", "死亡情形", "死亡病因"]
  private static let words = [
    "丧偶", "丧夫", "丧妻", "丧父", "丧母", "丧子", "丧女", "奔丧", "守寡", "寡居", "病危", "病重", "肇事", "致人死亡", "致他人死亡", "致人重伤", "陪护", "护理",
    "照顾", "家人", "亲人", "家属", "亲属", "配偶", "老伴", "爱人", "户主", "监护人",
  ]
}
