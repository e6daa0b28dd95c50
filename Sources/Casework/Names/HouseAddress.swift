/// An address as it is compared with another: however province and county, blanks and numbers are written.
public struct HouseAddress: Hashable, Sendable {
  public let village: Village
  /// What stands behind the village, in one writing: `2组128`.
  public let house: String

  public init(_ address: String) {
    let (village, rest) = Village.parts(of: Self.folded(address))
    self.village = village
    house = Self.inOneWriting(rest)
  }

  /// Whether both mean one place; where one of them names no township, the village alone decides.
  public func isSame(as other: HouseAddress) -> Bool {
    guard house == other.house, village.name == other.village.name else { return false }
    let townships = Set([village.township, other.village.township])
    return townships.count == 1
      ? village.isKnown || !house.isEmpty : townships.contains("") && !village.name.isEmpty
  }

  /// Full-width letters, digits and marks as half-width ones.
  private static func folded(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isFull = (0xFF01...0xFF5E).contains(scalar.value)
      scalars.append(isFull ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return String(scalars)
  }

  /// Numbers in Arabic digits, groups and houses by their shortest names, and no marks between them.
  private static func inOneWriting(_ text: String) -> String {
    let rest = text.unicodeScalars.filter { !isMark($0) }
    var written: [Unicode.Scalar] = []
    var open: [Unicode.Scalar] = []
    for scalar in rest {
      if digit(scalar) != nil || unit(scalar) != nil {
        open.append(scalar)
        continue
      }
      written += arabic(open)
      open.removeAll()
      written.append(scalar)
      if scalar == "组" {
        for longer in longerGroups where written.dropLast().reversed().starts(with: longer) {
          written.removeLast(longer.count + 1)
          written.append(scalar)
        }
      }
    }
    return String(written + arabic(open))
  }

  /// What may stand before 组 and means no more, from its end: first the longer.
  private static let longerGroups = ["村民小", "小"].map { Array($0.unicodeScalars.reversed()) }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "第", "号", "#", ",", "，", "、", ";", "；", "（", "）", "(", ")": true
    default: false
    }
  }

  /// `一百二十八`, `十二`, `二〇` or `128` in Arabic digits.
  private static func arabic(_ number: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard number.contains(where: { unit($0) != nil }) else {
      return number.compactMap { digit($0).map { Unicode.Scalar(UInt8(ascii: "0") + UInt8($0)) } }
    }
    var (sum, last) = (0, 0)
    for scalar in number {
      if let unit = unit(scalar) {
        sum += max(1, last) * unit
        last = 0
      } else if let digit = digit(scalar) {
        last = last * 10 + digit
      }
    }
    return Array(String(sum + last).unicodeScalars)
  }

  private static func unit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "十": 10
    case "百": 100
    case "千": 1000
    default: nil
    }
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "0"..."9": Int(scalar.value) - 48
    case "〇", "零": 0
    case "一", "壹": 1
    case "二", "贰", "两": 2
    case "三", "叁": 3
    case "四", "肆": 4
    case "五", "伍": 5
    case "六", "陆": 6
    case "七", "柒": 7
    case "八", "捌": 8
    case "九", "玖": 9
    default: nil
    }
  }
}
