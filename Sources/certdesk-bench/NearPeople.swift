import Casework

/// Whom a row of the near bench is about.
enum PoliceTale: CaseIterable {
  case nearName, nearBirth, stranger, namesake
}

/// People who do not exist with names as frequent as names are, and rows that nearly tell of them.
struct NearPeople {
  struct Person {
    let name: String
    let identity: String
    let birth: Day
    let address: String

    var certificate: String { identity + "43" }

    func line(_ row: Int) -> RegisterLine {
      RegisterLine(
        row: row,
        cells: [
          "certificate": certificate, "name": name, "identity": identity, "birth": birth.iso, "address": address,
          "category": "肢体", "grade": "三级", "issued": "2019-03-01", "valid_to": "2029-03-01", "state": "有效",
        ])
    }
  }

  /// A row, and the certificate of the holder it is about; "" for strangers.
  struct Told {
    let row: PoliceRow
    let tale: PoliceTale
    let certificate: String
  }

  private var chance: BenchChance
  private var used: Set<String> = []

  init(seed: UInt64) { chance = BenchChance(seed: seed) }

  mutating func person(named name: String? = nil) -> Person {
    let birth = Day(ordinal: -16_000 + chance.below(14_000) + chance.below(14_000))
    let district = chance.below(10) < 7 ? Self.districts[0] : Self.districts[1 + chance.below(5)]
    return Person(
      name: name ?? self.name(), identity: identity(born: birth, in: district.code), birth: birth,
      address: address(district.county))
  }

  mutating func row(_ number: Int, about holder: Person, _ tale: PoliceTale) -> Told {
    let told: Person
    switch tale {
    case .stranger: told = person()
    case .namesake: told = person(named: holder.name)
    case .nearName: told = miswritten(holder, name: nearName(holder.name), birth: holder.birth)
    case .nearBirth: told = miswritten(holder, name: holder.name, birth: nearBirth(holder.birth))
    }
    let isAboutHolder = tale == .nearName || tale == .nearBirth
    return Told(
      row: PoliceRow(
        row: number, identity: told.identity, name: told.name, birth: .day(told.birth), kind: "死亡注销",
        eventDate: .missing, address: told.address),
      tale: tale, certificate: isAboutHolder ? holder.certificate : "")
  }

  /// In one row of ten the address is only the village, in one the person has moved, in one none is given.
  private mutating func miswritten(_ holder: Person, name: String, birth: Day) -> Person {
    let county = String(holder.address.prefix { $0 != "镇" }.prefix(9))
    let address: String
    switch chance.below(10) {
    case 0: address = String(holder.address.prefix { $0 != "村" }) + "村\(1 + chance.below(20))组"
    case 1: address = self.address(county)
    case 2: address = ""
    default: address = holder.address
    }
    return Person(
      name: name, identity: identity(born: birth, in: String(holder.identity.prefix(6))), birth: birth,
      address: address)
  }

  private mutating func nearBirth(_ birth: Day) -> Day {
    while true {
      let near: Day?
      switch chance.below(4) {
      case 0: near = Day(year: birth.year, month: birth.day, day: birth.month)
      case 1: near = Day(year: birth.year - birth.year % 10 + chance.below(10), month: birth.month, day: birth.day)
      case 2: near = Day(year: birth.year, month: birth.month, day: birth.day - birth.day % 10 + chance.below(10))
      default: near = birth.adding(days: chance.below(2) * 2 - 1)
      }
      if let near, near != birth { return near }
    }
  }

  private mutating func nearName(_ name: String) -> String {
    var letters = Array(name)
    let place = letters.count - 1 - chance.below(letters.count - 1)
    switch chance.below(10) {
    case 0 where letters.count > 2: letters.remove(at: place)
    case 1: letters.insert(chance.of(Self.letters), at: place)
    case 2: letters[place] = "?"
    case 3, 4, 5:
      let sounds = Set(letters[place].unicodeScalars.flatMap(Pinyin.readings))
      let alike = Self.letters.filter {
        $0 != letters[place] && !sounds.isDisjoint(with: $0.unicodeScalars.flatMap(Pinyin.readings))
      }
      letters[place] = alike.isEmpty ? "某" : chance.of(alike)
    default:
      let other = chance.of(Self.letters)
      letters[place] = other == letters[place] ? "某" : other
    }
    return String(letters)
  }

  private mutating func name() -> String {
    var place = chance.below(Self.familyNames.reduce(0) { $0 + $1.share * $1.names.count })
    var family: Character = "王"
    for (names, share) in Self.familyNames {
      if place < share * names.count {
        family = Array(names)[place / share]
        break
      }
      place -= share * names.count
    }
    // Few characters stand in many names: the lesser of two draws.
    let letter = { (chance: inout BenchChance) in
      Self.letters[min(chance.below(Self.letters.count), chance.below(Self.letters.count))]
    }
    let first = letter(&chance)
    return chance.below(6) == 0 ? "\(family)\(first)" : "\(family)\(first)\(letter(&chance))"
  }

  private mutating func identity(born birth: Day, in district: String) -> String {
    while true {
      let body = district + birth.iso.filter { $0 != "-" } + String(String(1000 + chance.below(1000)).dropFirst())
      let identity = body + (IdentityNumber.checkDigit(for: body).map(String.init) ?? "")
      if used.insert(identity).inserted { return identity }
    }
  }

  private mutating func address(_ county: String) -> String {
    "\(county)\(chance.of(Self.towns))镇\(chance.of(Self.villages))村\(1 + chance.below(20))组\(1 + chance.below(150))号"
  }

  private static let districts: [(code: String, county: String)] = [
    ("431281", "湖南省怀化市洪江市"), ("431202", "湖南省怀化市鹤城区"), ("431221", "湖南省怀化市中方县"),
    ("431222", "湖南省怀化市沅陵县"), ("431223", "湖南省怀化市辰溪县"), ("431224", "湖南省怀化市溆浦县"),
  ]
  private static let familyNames: [(names: String, share: Int)] = [
    ("王李张", 70), ("刘陈", 50), ("杨黄赵周吴", 24), ("徐孙马朱胡郭何林高罗", 12), ("郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余", 7),
    ("于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦", 4), ("向舒滕蒲瞿覃粟补明易贺龚文武段尹米申易伍阳匡鄢", 2),
  ]
  private static let letters = Array(
    "英华玉秀明珍芳文兰国春建红桂志梅平军丽林云金德小海荣伟生香凤强永清莲元成福玲娟勇长光敏霞新龙忠燕良兴杰艳静辉峰学波祥义美贵仁和庆斌安琴菊爱飞雪鹏民婷松胜世东立宝开顺喜发根发富贤达昌正才水连超慧莉琼月会素巧冬友孝先远思茂田淑坤岩启少群刚洪佳晓雨家子欣一涛宇浩子涵梓轩怡彤萱然诗琪博瑶晨阳鑫旺"
  )
  private static let towns = [
    "黔城", "安江", "托口", "雪峰", "江市", "沅河", "塘湾", "岔头", "群峰", "湾溪", "铁山", "熟坪", "龙船", "深渡", "洗马", "大崇",
  ]
  private static let villages = [
    "联盟", "枫树", "双塘", "团结", "长冲", "白马", "金星", "桃林", "红旗", "和平", "向阳", "青山", "龙泉", "新塘", "竹山", "大塘", "云台", "五里", "罗家",
    "樟树",
  ]
}

/// The same numbers in every run (SplitMix64).
struct BenchChance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }

  mutating func of<Element>(_ items: [Element]) -> Element { items[below(items.count)] }
}
