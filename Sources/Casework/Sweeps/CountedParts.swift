/// What a line tells of how many there are and of which sex or kind: 男2人，女2人，共4人; 合计3人，其中死亡2人.
public struct CountedParts {
  private let total: Int?
  private let sexes: [Int]
  private let parts: [Int]

  /// - Parameter scalars: of half width, without blanks; `nil` where no parts are told.
  init?(in scalars: [Unicode.Scalar]) {
    guard scalars.contains(where: { "男女其".unicodeScalars.contains($0) }) else { return nil }
    let text = String(String.UnicodeScalarView(scalars))
    total =
      text.firstMatch(of: /(?:合计|总计|小计|共计|累计|总数|总人数|共有|共):?([0-9]+)/).flatMap { Int($0.1) }
    sexes = ["男", "女"].compactMap { sex in
      guard let place = text.firstRange(of: sex) else { return nil }
      return text[place.upperBound...].prefixMatch(of: /性?:?([0-9]+)/).flatMap { Int($0.1) }
    }
    parts =
      text.firstRange(of: "其中").map { place in
        text[place.upperBound...].matches(of: /([0-9]+)[人名条例]/).compactMap { Int($0.1) }
      } ?? []
    if sexes.isEmpty, parts.isEmpty { return nil }
  }

  /// How many a line that counts the list tells of each kind: 合计2人，其中死亡1人; 小计：死亡1 迁出1.
  public static func kinds(in line: String) -> [(kind: PoliceRecordKind, count: Int)] {
    guard line.contains(where: { "计共".contains($0) }) else { return [] }
    let text = String(String.UnicodeScalarView(line.unicodeScalars.map(\.halfWidth).filter { !$0.isBlank }))
    let told = text.matches(
      of: /(死亡|死者|去世|病故|火化|迁出|迁移)(?:注销|登记|人员|人口|人数)?:?([0-9]{1,6})(?![0-9年月日号季.\-\/])/)
    return told.compactMap { match in
      Int(match.2).map { (match.1.hasPrefix("迁") ? .moveOut : .death, $0) }
    }
  }

  /// - Parameter agrees: whether a number of people is that of the rows.
  func canBeRight(_ agrees: (Int) -> Bool) -> Bool {
    if let total, !agrees(total) { return false }
    if sexes.count == 2 {
      let sum = sexes[0] + sexes[1]
      if total.map({ $0 != sum }) ?? !agrees(sum) { return false }
    }
    return total.map { total in (sexes + parts).allSatisfy { $0 <= total } } ?? true
  }
}
