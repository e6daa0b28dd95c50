/// The days and numbers in a remark beside a death that are not those of its row: 2025年1月病故, 火化2026-08-01 before the
/// death, the number of somebody else (domain: 5.1).
enum RemarkFigures {
  /// - Parameter number: the identity number of the row.
  static func speakAgainst(_ note: String, death: Day, of number: String) -> Bool {
    guard note.unicodeScalars.contains(where: { $0.properties.numericType != nil }) else { return false }
    let text = note.halfWidth.lowercased()
    let bare = String(text.unicodeScalars.filter { !$0.isBlank })
    // A code of which nobody has told the meaning.
    if bare.unicodeScalars.count <= 4, bare.unicodeScalars.allSatisfy({ $0.properties.numericType != nil }) {
      return true
    }
    if namesAnother(than: number, in: bare) { return true }
    let told = dates(in: bare)
    return told.indices.contains { place in
      let start = place > 0 ? told[place - 1].range.upperBound : bare.startIndex
      let end = place + 1 < told.count ? told[place + 1].range.lowerBound : bare.endIndex
      let before = bare[start..<told[place].range.lowerBound]
      let after = bare[told[place].range.upperBound..<end]
      return isOdd(told[place], meaning: meaning(before, after), death)
    }
  }

  private enum Meaning { case death, later, nothing, otherCalendar }

  private struct Told {
    let range: Range<String.Index>
    var year: Int?
    var month: Int?
    var day: Int?
  }

  private static func namesAnother(than number: String, in text: String) -> Bool {
    text.matches(of: /[0-9]{15,}x?/).contains { match in
      let own = String(match.0)
      let isNumber = own.count == 18 || own.count == 15
      if !isNumber || own == number.lowercased() { return false }
      return IdentityNumber(own.uppercased())?.body != IdentityNumber(number)?.body
    }
  }

  private static func dates(in text: String) -> [Told] {
    let days = text.matches(
      of: /(20[0-9]{2}|19[0-9]{2})[-\/.年]([0-9]{1,2})(?:[-\/.月]([0-9]{1,2}))?[月日号]?/
    )
    .map { Told(range: $0.range, year: Int($0.1), month: Int($0.2), day: $0.3.flatMap { Int($0) }) }
    let plain = text.matches(of: /[0-9]+/).compactMap { match -> Told? in
      guard let number = Int(match.0), match.0.utf8.count == 8, (1900...2100).contains(number / 10_000) else {
        return nil
      }
      return Told(range: match.range, year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }
    let years = text.matches(of: /(20[0-9]{2}|19[0-9]{2})年(?![0-9])/)
      .map { Told(range: $0.range, year: Int($0.1)) }
    let short = text.matches(of: /([0-9]{1,2})月(?:([0-9]{1,2})[日号]?)?/)
      .map { Told(range: $0.range, month: Int($0.1), day: $0.2.flatMap { Int($0) }) }
    var all = days + plain + years
    all += short.filter { one in !all.contains { $0.range.overlaps(one.range) } }
    return all.filter { (1...12).contains($0.month ?? 1) && (1...31).contains($0.day ?? 1) }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// What a day is of, by the words before it, else by those behind it, up to the next mark.
  private static func meaning(_ before: Substring, _ after: Substring) -> Meaning {
    let label = before.split(omittingEmptySubsequences: false, whereSeparator: isMark).last ?? ""
    let words = after.split(omittingEmptySubsequences: false, whereSeparator: isMark).first ?? ""
    if label.contains("农历") { return .otherCalendar }
    let behind = meaning(of: words)
    let ahead = meaning(of: label)
    let isLabelled = labelEnds.contains(where: label.hasSuffix)
    if ahead != .nothing, isLabelled || behind == .nothing { return ahead }
    return behind
  }

  private static func meaning(of words: Substring) -> Meaning {
    if later.contains(where: words.contains) { return .later }
    return deaths.contains(where: words.contains) ? .death : .nothing
  }

  private static func isMark(_ character: Character) -> Bool { ",，。;；、()（）".contains(character) }

  private static func isOdd(_ told: Told, meaning: Meaning, _ death: Day) -> Bool {
    if meaning == .otherCalendar { return false }
    var year = told.year ?? death.year
    if told.year == nil, meaning == .later, death.month > 10, let month = told.month, month < 3 { year += 1 }
    let parts: [(Int, Int)] = [
      (year, death.year), (told.month ?? death.month, death.month),
      (told.month == nil ? death.day : told.day ?? death.day, death.day),
    ]
    guard let other = parts.first(where: { $0.0 != $0.1 }) else { return false }
    return meaning == .later ? other.0 < other.1 : true
  }

  private static let labelEnds = ["日期", "时间", "于", ":", "在", "是", "为"]
  private static let deaths = ["死亡", "故", "去世", "逝", "过世", "离世", "身亡", "died", "dead", "death", "deceased"]
  private static let later = [
    "火化", "火葬", "土葬", "安葬", "下葬", "殡葬", "注销", "销户", "申报", "代办", "代报", "报告", "上报", "告知", "补报", "证明", "推断书", "开具", "核对",
    "核实",
    "核查", "无误", "编号", "cremated",
  ]
}
