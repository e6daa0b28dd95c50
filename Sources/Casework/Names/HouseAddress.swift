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
    var text = text.replacing("村民小组", with: "组").replacing("小组", with: "组")
    text = text.filter { !"第号#,，、;；（）()".contains($0) }
    var (written, open) = ("", "")
    for character in text {
      if digits[character] != nil || units[character] != nil {
        open.append(character)
      } else {
        written += arabic(open) + String(character)
        open = ""
      }
    }
    return written + arabic(open)
  }

  /// `一百二十八`, `十二`, `二〇` or `128` in Arabic digits.
  private static func arabic(_ number: String) -> String {
    guard number.contains(where: { units[$0] != nil }) else {
      return String(number.compactMap { digits[$0].map { Character(String($0)) } })
    }
    var (sum, last) = (0, 0)
    for character in number {
      if let unit = units[character] {
        sum += max(1, last) * unit
        last = 0
      } else if let digit = digits[character] {
        last = last * 10 + digit
      }
    }
    return String(sum + last)
  }

  private static let units: [Character: Int] = ["十": 10, "百": 100, "千": 1000]
  private static let digits: [Character: Int] = {
    let rows = ["0123456789", "〇一二三四五六七八九", "零壹两叁肆伍陆柒捌玖"]
    return rows.reduce(into: [:]) { digits, row in
      for (value, character) in row.enumerated() { digits[character] = value }
    }
  }()
}
