/// Lines at the end of a list that count it or say who made it: `合计`, `总计：800人`, `共 800 条`, `制表人：张三　审核：李四`.
enum TotalLine {
  private static let words = ["本页合计", "本页小计", "合计", "总计", "小计", "共计", "累计"]
  private static let parts = ["其中", "死亡", "迁出", "变更", "注销", "火化", "男性", "女性", "男", "女"]
  private static let makers = ["制表", "填表", "填报", "审核", "复核", "经办", "负责人", "单位负责人", "报送", "报表", "打印"]
  private static let units = Set("0123456789人条名户例份件个行笔位():,.、。;-".unicodeScalars)

  static func matches(_ cells: RowCells) -> Bool {
    guard let column = cells.firstFilledColumn,
      // 男 alone is somebody's sex.
      (4...120).contains(cells.places[column].end - cells.places[column].start),
      mayBegin(cells.bytes, at: cells.firstVisible(column)),
      isTotal(cells.text(column)) || isMadeBy(cells.text(column))
    else { return false }
    return !(0..<cells.count).contains { looksLikeIdentity(cells.bytes[cells.places[$0].start..<cells.places[$0].end]) }
  }

  /// The first bytes of 合 总 小 共 累 本 以 男 女, then of 制 填 审 复 经 负 单 报 打, so that other rows cost next to nothing.
  private static func mayBegin(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index + 2 < bytes.count else { return false }
    return switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
    case (0xE5, 0x90, 0x88), (0xE6, 0x80, 0xBB), (0xE5, 0xB0, 0x8F), (0xE5, 0x85, 0xB1), (0xE7, 0xB4, 0xAF),
      (0xE6, 0x9C, 0xAC), (0xE5, 0x88, 0xB6), (0xE5, 0xA1, 0xAB), (0xE5, 0xAE, 0xA1), (0xE5, 0xA4, 0x8D),
      (0xE4, 0xBB, 0xA5), (0xE7, 0x94, 0xB7), (0xE5, 0xA5, 0xB3), (0xE7, 0xBB, 0x8F), (0xE8, 0xB4, 0x9F),
      (0xE5, 0x8D, 0x95), (0xE6, 0x8A, 0xA5), (0xE6, 0x89, 0x93):
      true
    default: false
    }
  }

  private static func isTotal(_ text: String) -> Bool {
    var key = HeadingVocabulary.normalized(text)
    if key.hasPrefix("以上") { key.removeFirst(2) }
    if key.contains(where: \.isNumber), key.contains(where: { "男女其".contains($0) }),
      key.contains("共") || key.contains("计")
    {
      for word in words + parts { key = key.split(separator: word).joined() }
      return key.unicodeScalars.allSatisfy { units.contains($0) || $0 == "共" }
    }
    if let word = words.first(where: key.hasPrefix) {
      return key.dropFirst(word.count).unicodeScalars.allSatisfy(units.contains)
    }
    guard key.hasPrefix("共") else { return false }
    let rest = key.dropFirst().unicodeScalars
    return rest.first.map { ("0"..."9").contains($0) } == true && rest.allSatisfy(units.contains)
  }

  /// A word for whoever made the list, perhaps with 人, 单位 or 日期 behind it, and a colon.
  private static func isMadeBy(_ text: String) -> Bool {
    let shown = text.filter { !$0.isWhitespace }
    guard let colon = shown.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return false }
    let label = shown[..<colon]
    return label.count <= 6 && makers.contains(where: label.hasPrefix)
  }

  /// 15 or more digits (also full-width) or masking stars: a person's row, whatever its first cell says.
  private static func looksLikeIdentity(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count >= 15 else { return false }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.count {
      ("0"..."9").contains($0) || ("０"..."９").contains($0) || $0 == "*"
    } >= 15
  }
}
