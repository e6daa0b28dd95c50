/// A village or community and its township, as a household address names them.
public struct Village: Hashable, Comparable, Sendable {
  /// `岩垅乡`, `城关街道`; empty where the address names none.
  public let township: String
  /// `青树村`, `向阳社区`, `南正街居委会`; empty where the address names none.
  public let name: String

  public init(township: String, name: String) {
    self.township = township
    self.name = name
  }

  /// Finds the village in an address, whatever stands before and behind it.
  public init(of address: String) { self = Self.parts(of: address).village }

  /// The village, and what the address says behind it: group, street, house.
  static func parts(of address: String) -> (village: Village, rest: String) {
    var rest = withoutCounty(visible(address)[...])
    let township = end(of: townships, in: rest)
    let before = township.map { String(Array(rest[..<$0.end])) } ?? ""
    if let township { rest = rest[township.end...] }
    guard let found = end(of: villages, in: rest) else {
      return (Village(township: before, name: ""), String(Array(rest)))
    }
    let name = usual(String(Array(rest[..<found.start])), found.marker)
    return (Village(township: before, name: name), String(Array(rest[found.end...])))
  }

  public var isKnown: Bool { !township.isEmpty || !name.isEmpty }

  /// `岩垅乡青树村`; where the address does not say, that it does not.
  public var label: Phrase {
    guard isKnown else { return Self.unknown }
    return .verbatim(township + name)
      + (name.isEmpty ? Phrase("（", " (") + Self.unknown + Phrase("）", ")") : Phrase("", ""))
  }

  /// Whether somebody who types this means the village.
  public func answers(to typed: String) -> Bool {
    typed.isEmpty || label.chinese.contains(typed) || Pinyin.matches(typed, name: name)
      || Pinyin.matches(typed, name: township)
  }

  /// Villages of one township stand together, what is unknown stands last.
  public static func < (left: Village, right: Village) -> Bool {
    let (first, second) = (left.township.isEmpty, right.township.isEmpty)
    if first != second { return second }
    return left.township == right.township
      ? (left.name.isEmpty ? false : right.name.isEmpty || left.name < right.name) : left.township < right.township
  }

  private static let unknown = Phrase("未分村", "no village")
  // By scalars, not by characters: the addresses of a whole list are taken apart.
  private static let townships = ["街道办事处", "街道", "苏木", "镇", "乡"].map { Array($0.unicodeScalars) }
  private static let villages = ["村民委员会", "村委会", "居民委员会", "居委会", "社区", "嘎查", "村"]
    .map { Array($0.unicodeScalars) }
  private static let longerNames = Array("镇乡街村市县区社".unicodeScalars)

  private typealias Found = (start: Int, end: Int, marker: String)

  static func visible(_ address: String) -> [Unicode.Scalar] {
    Cleaning.field(address).unicodeScalars.filter { !$0.isBlank }
  }

  /// The name as people say it: the committee of a village is the village.
  private static func usual(_ name: String, _ marker: String) -> String {
    switch marker {
    case "村民委员会", "村委会": name.count > 1 && name.hasSuffix("村") ? name : name + "村"
    case "居民委员会": name + "居委会"
    default: name + marker
    }
  }

  /// The first marker with a name before it; one that is only part of a longer name does not count (新乡市, 中村村).
  private static func end(of markers: [[Unicode.Scalar]], in text: ArraySlice<Unicode.Scalar>) -> Found? {
    for start in text.indices.dropFirst() {
      guard let marker = markers.first(where: { text[start] == $0[0] && text[start...].starts(with: $0) }) else {
        continue
      }
      let end = start + marker.count
      if marker.count == 1, end < text.endIndex, longerNames.contains(text[end]) { continue }
      return (start, end, String(marker))
    }
    return nil
  }

  /// What stands before the township: province, city and county, as far as the address names them (湖南省怀化市洪江市).
  public static func county(of address: String) -> String {
    let text = visible(address)
    return String(Array(text[..<withoutCounty(text[...]).startIndex]))
  }

  /// The address as people of the county say it: without province, city and county.
  public static func local(_ address: String) -> String { String(Array(withoutCounty(visible(address)[...]))) }

  /// The address behind province, city and county.
  private static func withoutCounty(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var rest = text
    while let cut = rest.indices.dropFirst().first(where: { isBoundary($0, in: rest) }) {
      if let township = end(of: townships, in: rest), township.end <= cut { break }
      rest = rest[(cut + 1)...]
    }
    return rest
  }

  /// Whether a province, a city or a county ends here: not 社区 nor 小区, and not a village or a town that is called so
  /// (江市镇, but 镇江市 behind 江苏省).
  private static func isBoundary(_ index: Int, in text: ArraySlice<Unicode.Scalar>) -> Bool {
    let before = text[index - 1]
    let next = index + 1 < text.endIndex ? text[index + 1] : " "
    switch text[index] {
    case "省", "市": return !isTown(next) || text[(index + 2)...].prefix(3).contains { isCity($0) }
    case "县", "旗": return !isName(next)
    case "区": return !isName(next) && !isPart(before)
    case "州": return before == "治"
    default: return false
    }
  }

  private static func isTown(_ scalar: Unicode.Scalar) -> Bool { scalar == "镇" || scalar == "乡" }
  private static func isCity(_ scalar: Unicode.Scalar) -> Bool { scalar == "市" || scalar == "县" || scalar == "区" }
  private static func isName(_ scalar: Unicode.Scalar) -> Bool { "村社居屯镇乡街区".unicodeScalars.contains(scalar) }
  private static func isPart(_ scalar: Unicode.Scalar) -> Bool { "社小厂矿园库发".unicodeScalars.contains(scalar) }
}
