import Casework

/// Chance that can be repeated: the same seed makes the same office (SplitMix64).
struct SeededChance: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func pick<Element>(_ items: [Element]) -> Element { items[Int.random(in: items.indices, using: &self)] }
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}

/// A person who does not exist.
struct FalsePerson {
  let name: String
  let identity: String
  let birth: Day
  let sex: Sex
  let address: String
  let village: String
  let phone: String
}

/// Makes people who do not exist, each number once.
struct FalsePeople {
  private var chance: SeededChance
  private var used: Set<String> = []
  /// The day by which their ages are counted.
  var today: Day

  init(seed: UInt64, today: Day) {
    chance = SeededChance(seed: seed)
    self.today = today
  }

  mutating func person(ages: ClosedRange<Int> = 19...92) -> FalsePerson {
    let birth = today.adding(days: -chance.number(ages.lowerBound * 366...ages.upperBound * 365))
    let sex = chance.pick(Sex.allCases)
    var identity = ""
    repeat {
      let district = chance.number(0...9) < 8 ? "431281" : chance.pick(["431202", "431221", "431225"])
      let sequence = chance.number(0...499) * 2 + (sex == .male ? 1 : 0)
      let padded = String(repeating: "0", count: 3 - String(sequence).count) + String(sequence)
      let body = district + birth.iso.filter { $0 != "-" } + padded
      guard let check = IdentityNumber.checkDigit(for: body) else {
        preconditionFailure("17 digits have a check digit")
      }
      identity = body + String(check)
    } while !used.insert(identity).inserted
    let village = chance.pick(Self.towns) + chance.pick(Self.villages)
    return FalsePerson(
      name: chance.pick(Self.surnames) + chance.pick(Self.given)
        + (chance.number(0...4) == 0 ? "" : chance.pick(Self.given)),
      identity: identity, birth: birth, sex: sex,
      address: "湖南省怀化市洪江市\(village)\(chance.number(1...24))组\(chance.number(1...180))号", village: village,
      phone: "1\(chance.pick(["39", "50", "58", "77", "86"]))\(chance.number(10_000_000...99_999_999))")
  }

  private static let surnames = Array(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙单仇解查欧"
  )
  .map(String.init)
  private static let given = Array("伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂云龙华红玉春梅建国文志海燕雪晨阳思雨欣怡梓涵浩宇婷晓东南北山川林森木水清源远方正直平安康健福寿喜乐")
    .map(String.init)
  private static let towns = ["黔城镇", "安江镇", "托口镇", "雪峰镇", "江市镇", "沅河镇", "塘湾镇", "岩垅乡", "熟坪乡", "铁山乡"]
  private static let villages = ["联盟村", "枫树村", "双塘村", "团结村", "长冲村", "白马村", "金星村", "桃林村", "红旗村", "和平村", "向阳社区", "南正街社区"]
}
