extension Phrase {
  /// The numbers of some rows, the first of very many.
  public static func rows(_ rows: [Int]) -> Phrase {
    let some = rows.prefix(mostRows).map(String.init)
    let more = rows.count > some.count
    return Phrase(
      some.joined(separator: "、") + (more ? " 等 \(rows.count)" : ""),
      some.joined(separator: ", ") + (more ? " …" : ""))
  }

  private static let mostRows = 8

  /// Said of rows that were accepted before the office learnt something of their people; `nil` where there are none.
  public static func acceptedBefore(_ rows: [Int]) -> Phrase? {
    if rows.isEmpty { return nil }
    return Phrase(
      "同意之后又有新情况、执行时会被拒的 \(rows.count) 行：第 ", "accepted before something new came up, to be refused: row ")
      + .rows(rows) + Phrase(" 行；请退回或在核对中逐行看后再定", "; look at each, and decide it again while that is possible")
  }
}
