import Casework

/// The rows of a police file as offices get them: numbers, names and dates written in every way, in about the shares of
/// a real file (a half about holders; six numbers in a hundred are none).
struct PoliceTales {
  static let headings = ["序号", "姓名", "性别", "公民身份号码", "出生日期", "户籍地址", "变动类型", "变动日期", "备注"]

  private let holders: Int
  private let names: PersonNames
  private var chance: BenchChance
  private var earlier: [[String]] = []

  init(holders: Int, names: PersonNames, run: Int) {
    (self.holders, self.names) = (holders, names)
    chance = BenchChance(seed: UInt64(run) + 11)
  }

  mutating func row(_ number: Int) -> [String] {
    if chance.below(100) < 2, !earlier.isEmpty {
      var again = chance.of(earlier)
      again[0] = String(number)
      return again
    }
    let person = names.person(chance.below(holders))
    let tale = chance.below(1000)
    var identity = person.identity
    var name = person.name
    var birth = person.birth
    switch tale {
    case ..<430: break
    case ..<460: name = names.person(chance.below(holders)).name
    case ..<490: identity = stranger(born: person.birth)
    default:
      birth = names.person(chance.below(holders)).birth
      identity = stranger(born: birth)
    }
    let (kind, note) = told()
    let row = [
      String(number), written(name: name), IdentityNumber(identity)?.sex == .female ? "女" : "男", written(identity),
      birth, person.address, kind,
      date(), note,
    ]
    if number.isMultiple(of: 50) { earlier.append(row) }
    return row
  }

  /// A valid number that nobody in the register has.
  private mutating func stranger(born birth: String) -> String {
    let body = "510101" + birth.filter { $0 != "-" } + String(String(1000 + chance.below(1000)).dropFirst())
    return body + (IdentityNumber.checkDigit(for: body).map(String.init) ?? "")
  }

  private mutating func told() -> (kind: String, note: String) {
    switch chance.below(100) {
    case ..<62: ("死亡注销", "")
    case ..<86: ("户口迁出", "")
    case ..<94: ("姓名变更", "现姓名:冉波力")
    default: ("身份号码变更", "新号码:431202196112086542")
    }
  }

  private mutating func date() -> String {
    let day = 1 + chance.below(28)
    let padded = day < 10 ? "0\(day)" : "\(day)"
    switch chance.below(100) {
    case ..<95: return "2026-08-\(padded)"
    case ..<97: return "2026/8/\(day)"
    case ..<98: return "202608\(padded)"
    default: return "2026年8月\(day)日"
    }
  }

  /// Radicals that look like the character and are none, as they come out of a PDF.
  private static let radicals: [Character: Character] = [
    "高": "⾼", "马": "⻢", "石": "⽯", "金": "⾦", "方": "⽅", "白": "⽩", "山": "⼭", "水": "⽔", "木": "⽊", "文": "⽂",
    "玉": "⽟", "雨": "⾬",
  ]

  private mutating func written(name: String) -> String {
    switch chance.below(1000) {
    case ..<22: return name.map(String.init).joined(separator: " ")
    case ..<32: return String(name.map { Self.radicals[$0] ?? $0 })
    default: return name
    }
  }

  private mutating func written(_ identity: String) -> String {
    switch chance.below(1000) {
    case ..<57: return identity.prefix(6) + " " + identity.dropFirst(6)
    case ..<80 where identity.dropFirst(6).hasPrefix("19"):
      return String(identity.prefix(6) + identity.dropFirst(8).prefix(9))
    case ..<105: return Self.wide(identity)
    case ..<130: return identity.lowercased()
    case ..<150: return ""
    case ..<165: return identity.dropLast() + (identity.hasSuffix("7") ? "8" : "7")
    case ..<172: return identity.prefix(10) + "****" + identity.suffix(4)
    case ..<180: return String(identity.dropLast(1))
    case ..<187: return identity.prefix(10) + "13" + identity.dropFirst(12)
    case ..<193: return "4.31281E+17"
    default: return identity
    }
  }

  private static func wide(_ identity: String) -> String {
    String(String.UnicodeScalarView(identity.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
  }
}
