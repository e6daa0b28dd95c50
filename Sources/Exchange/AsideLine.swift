import Casework

/// Lines between and below the rows that are about nobody and harmless: `第1页 共2页`, `以下空白`, `洪公函〔2026〕35号`,
/// `填报单位：某某公安局　联系人：张三`, the title on each page.
///
/// What has anything where a name or a number stands that is not known to be harmless stays a row, as does a serial
/// number with a place: perhaps what is left of somebody's row.
enum AsideLine {
  /// - Parameter agrees: whether a number of people is that of the rows.
  static func matches(_ cells: RowCells, under columns: Columns, counting agrees: @escaping (Int) -> Bool) -> Bool {
    guard cells.comment.isEmpty, !cells.isStruck else { return false }
    let texts = Columns.texts(of: cells)
    let filled = texts.indices.filter { !texts[$0].isEmpty }
    // A serial number, as most rows begin, says at once that this is one.
    guard let first = filled.first, !filled.contains(where: { texts[$0].allSatisfy(\.isNumber) }),
      isKnown(texts[first], at: first, isAlone: filled.count == 1, under: columns)
    else { return false }
    for (place, column) in filled.enumerated() {
      if HarmlessText.isAll(of: texts[column], counting: agrees) { continue }
      // Who made the list may stand in a cell of its own.
      let isLabelled = place > 0 && texts[filled[place - 1]].last.map(colons.contains) ?? false
      guard isLabelled, !columns.isOfPerson(column) else { return false }
    }
    return HarmlessText.isAll(of: filled.map { texts[$0] }.joined(separator: " "), counting: agrees)
  }

  /// Whether a line that begins so tells of the list rather than of somebody.
  private static func isKnown(_ text: String, at column: Int, isAlone: Bool, under columns: Columns) -> Bool {
    if text.contains(where: colons.contains) || sentences.contains(where: text.contains) { return true }
    if text.contains("页"), text.contains("第") || text.contains("共") { return true }
    if text.contains("号"), text.contains(where: "〔［[【（(".contains) { return true }
    guard isAlone else { return false }
    if lists.contains(where: text.contains) { return true }
    // 一、黔城镇 before the rows of a town; shorter ones may be somebody's name.
    let isSerial = columns.fieldOfColumn.indices.contains(column) && columns.fieldOfColumn[column] == nil
    return isSerial && text.first.map(ordinals.contains) ?? false && text.count(where: \.isLetter) > 3
  }

  private static let colons: Set<Character> = [":", "："]
  private static let ordinals: Set<Character> = Set("一二三四五六七八九十（(")
  private static let sentences = ["以下空白", "以下无正文", "此页无正文"]
  private static let lists = ["名单", "名册", "人员", "统计表", "登记表", "明细表", "汇总表", "信息表", "清单", "台账"]
}
