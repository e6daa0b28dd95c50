import DeskFixtures
import Testing

@testable import Casework

/// What a near match finds, field by field, in both directions, and what it weighs.
@Suite struct NearMatchTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let row: String
    let held: String
    let finding: NearReason.Finding
    let back: NearReason.Finding
    var testDescription: String { "\(row) | \(held)" }

    init(_ row: String, _ held: String, _ finding: NearReason.Finding, back: NearReason.Finding? = nil) {
      self.row = row
      self.held = held
      self.finding = finding
      self.back = back ?? finding
    }
  }

  static let names = [
    Case("王秀英", "王秀英", .same), Case("王静", "王婧", .soundsAlike), Case("汪丽", "王莉", .soundsAlike),
    Case("刘國强", "刘国強", .variant), Case("陈保国", "陈保海", .oneCharacter), Case("赵敏", "周敏", .oneCharacter),
    Case("李?芳", "李婉芳", .unreadable), Case("李□芳", "李婉芳", .unreadable),
    Case("李??芳", "李䶮芳", .unreadable, back: .different), Case("李??芳", "李?芳", .unreadable, back: .missingCharacter),
    Case("李\u{E000}芳", "李䶮芳", .unreadable), Case("王小明", "王明小", .neighboursSwapped),
    Case("王小", "王小明", .missingCharacter, back: .extraCharacter), Case("阿不都热依木", "阿不都·热依木", .dots),
    Case("吐尔逊·帕提古丽", "帕提古丽·吐尔逊", .partsSwapped), Case("吐尔逊", "吐尔逊·帕提古丽", .partMissing),
    Case("阿卜杜拉·艾合买提", "阿不都拉·艾合买提", .soundsAlike), Case("买合买提·吐逊", "买买提·吐尔逊", .transcribed),
    Case("王秀英", "李建国", .different), Case("王伟", "李强", .different),
  ]

  @Test(arguments: names) func namesAreComparedInBothDirections(_ example: Case) {
    let (row, held) = (Array(example.row.unicodeScalars), Array(example.held.unicodeScalars))

    #expect(NameLikeness.between(row: row, held: held).finding == example.finding)
    #expect(NameLikeness.between(row: held, held: row).finding == example.back)
  }

  @Test func theQuickNoIsNeverSaidOfNamesThatResembleEachOther() {
    var chance = Chance.fresh()
    let letters = Array("王汪旺伟玮卫国國华小晓晓英瑛莹静婧靖建健?□·")
    func name() -> String {
      String((0..<Int.random(in: 1...5, using: &chance)).map { _ in letters.randomElement(using: &chance) ?? "王" })
    }
    var resembling = 0
    for index in 1...2000 {
      let row = name()
      var other = Array(row)
      // Half of them are made from the row's own, by one slip or two.
      for _ in 0..<(index % 4 < 2 ? 0 : index % 4 - 1) {
        let place = Int.random(in: other.indices, using: &chance)
        switch Int.random(in: 0...3, using: &chance) {
        case 0 where other.count > 1: other.remove(at: place)
        case 1: other.insert(letters[Int.random(in: letters.indices, using: &chance)], at: place)
        case 2: other.swapAt(place, other.count - 1)
        default: other[place] = letters[Int.random(in: letters.indices, using: &chance)]
        }
      }
      let held = index % 4 < 2 ? name() : String(other)
      let taken = NearRow(
        PoliceRow(row: 1, identity: "", name: row, kind: "", eventDate: .missing), identity: "",
        today: MadeUp.day("2026-03-02"))
      let likeness = NameLikeness.between(row: taken.scalars, held: Array(held.unicodeScalars))
      if likeness.finding == .different { continue }
      resembling += 1
      #expect(taken.mayResemble(held), "seed \(chance.seed): \(row) | \(held)")
    }
    #expect(resembling > 300)
  }

  static let births = [
    Case("1974-02-12", "1974-02-12", .same), Case("1974-12-02", "1974-02-12", .dayAndMonth),
    Case("2002-12-06", "2002-12-08", .oneDigit), Case("1956-06-04", "1950-06-04", .oneDigit),
    Case("1956-06-04", "1965-06-04", .neighboursSwapped), Case("1960-03-02", "1960-02-29", .neighbouring),
    Case("1960-03-02", "1971-11-29", .different),
  ]

  @Test(arguments: births) func birthDatesAreComparedInBothDirections(_ example: Case) {
    let (row, held) = (MadeUp.day(example.row), MadeUp.day(example.held))

    #expect(BirthLikeness.between(row: row, held: held) == example.finding)
    #expect(BirthLikeness.between(row: held, held: row) == example.back)
  }

  @Test func theBirthDatesLookedForAreExactlyThoseThatAreNear() {
    for birth in ["1974-02-12", "2000-02-29", "1949-10-01", "1999-12-31"].map(MadeUp.day) {
      let near = Set(BirthLikeness.near(birth))
      for step in -4000...4000 {
        let other = birth.adding(days: step)
        let finding = BirthLikeness.between(row: birth, held: other)
        #expect(near.contains(other) == (finding != .different && finding != .same), "\(birth) \(other)")
      }
    }
  }

  static let numbers = [
    ("431202198111021196", "431202198111012196", NearReason.Finding.neighboursSwapped, ["14", "15"]),
    ("491221193308019013", "431221193308019013", .oneDigit, ["2", "3", "9"]),
    ("431281197010034939", "431281197010034979", .oneDigit, ["17", "7", "3"]),
    ("431281197010034978", "431281197010034979", .oneDigit, ["18", "9", "8"]),
    ("43128119701003497", "431281197010034979", .missingDigit, ["18"]),
    ("4312811197010034979", "431281197010034979", .extraDigit, ["8"]),
    ("431***********2783", "431281197109292783", .unreadableDigits, ["7"]),
    ("431281197109292000", "431281197109292783", .unreadableDigits, ["15"]),
    ("4312811968041S7764", "431281196804137764", .unreadableDigits, ["17"]),
    ("431202790929044", "431202197909290449", .same, []),
    ("431202790929054", "431202197909290449", .oneDigit, ["16", "4", "5"]),
    ("431281195801329598", "431281196304162955", .sameDistrict, []),
    ("510101195801329598", "431281196304162955", .different, []),
  ]

  @Test(arguments: numbers) func numbersAreComparedPlaceByPlace(
    _ cell: String, _ held: String, _ finding: NearReason.Finding, _ details: [String]
  ) {
    let likeness = NumberLikeness.between(row: NumberLikeness.places(of: cell), held: Array(held.utf8))

    #expect(likeness?.finding == finding && likeness?.details == details, "\(String(describing: likeness))")
  }

  @Test(arguments: ["", "4.31202E+17", "******************", "无", "431281"]) func aCellThatTellsNothingIsNoReason(
    _ cell: String
  ) {
    let held = Array("431281197010034979".utf8)

    #expect(NumberLikeness.between(row: NumberLikeness.places(of: cell), held: held) == nil)
  }
}

/// What findings weigh: learnt from the register, and adding up.
@Suite struct NearWeightTests {
  /// A register of a thousand people, of whom one in ten is called 王伟 and one is called 欧阳瑾瑜.
  static func weights() -> NearWeights {
    var weights = NearWeights(holders: 1000)
    for index in 0..<1000 {
      let birth = Day(ordinal: -12_000 + index * 20)
      let name =
        index % 10 == 0 ? "王伟" : index == 1 ? "欧阳瑾瑜" : index % 2 == 0 ? "李秀英" : "赵\(["建国", "兴华"][index / 2 % 2])"
      weights.learn(
        name: name, identity: MadeUp.identity(born: birth.iso, sequence: index % 900 + 1),
        address: "湖南省怀化市洪江市黔城镇\(index % 4 == 0 ? "联盟村" : "枫树村")\(index % 20)组")
    }
    return weights
  }

  private static let birth = MadeUp.day("1970-05-14")
  private static let identity = MadeUp.identity(born: birth.iso, sequence: 77)

  private func match(_ name: String, sameName: Int, number: String = "", address: String = "", birth: Day = birth)
    -> NearMatch
  {
    let row = NearRow(
      PoliceRow(
        row: 1, identity: number, name: name, birth: .day(birth), kind: "死亡注销", eventDate: .missing, address: address),
      identity: "", today: MadeUp.day("2026-01-01"))
    let holder = NearHolder(
      certificate: Self.identity + "44", name: name, identity: Self.identity, birth: Self.birth,
      address: "湖南省怀化市洪江市黔城镇联盟村3组")
    return NearComparison(Self.weights()).match(row, holder, sameName: sameName, namesakes: 2)
  }

  @Test func theWeightIsWhatTheReasonsAddUpTo() {
    let found = match("王伟", sameName: 100, number: "4312", address: "湖南省怀化市洪江市黔城镇联盟村3组")

    #expect(found.weight == found.reasons.map(\.weight).reduce(0, +))
    #expect([NearReason](kept: found.reasons.kept) == found.reasons)
    #expect([NearReason](kept: "name\tsame\tx") == nil && [NearReason](kept: "name\tnone\t3") == nil)
  }

  @Test func aFrequentNameWeighsLess() {
    let frequent = match("王伟", sameName: 100)
    let rare = match("欧阳瑾瑜", sameName: 1)

    #expect(rare.weight > frequent.weight + 50)
  }

  @Test func aBirthDateThatIsOnlyNearWeighsLessThanTheSame() {
    let near = match("王伟", sameName: 100, birth: Self.birth.adding(days: 2))

    #expect(near.weight < match("王伟", sameName: 100).weight - 50)
  }

  @Test func theVillageSpeaksForAndAgainst() {
    let none = match("王伟", sameName: 100).weight

    #expect(match("王伟", sameName: 100, address: "湖南省怀化市洪江市黔城镇联盟村3组").weight > none)
    #expect(match("王伟", sameName: 100, address: "洪江市黔城镇联盟村").weight > none)
    #expect(match("王伟", sameName: 100, address: "湖南省怀化市洪江市安江镇红旗村").weight < none)
  }

  @Test(arguments: [
    (1.0, 0), (2, 10), (0.5, -10), (1024, 100), (3, 16), (0.2, -23), (1.03, 0), (1.04, 1), (1.99, 10),
  ]) func logarithmsAreRoundedToTenthsOfABit(_ ratio: Double, _ tenths: Int) {
    #expect(NearWeights.tenths(ratio) == tenths)
  }

  @Test func theReasonsReadAsASentence() {
    let row = NearRow(
      PoliceRow(
        row: 1, identity: "431281197005140743", name: "张秀兰", birth: .day(Self.birth), kind: "死亡注销",
        eventDate: .missing, address: "洪江市黔城镇联盟村"), identity: "", today: MadeUp.day("2026-01-01"))
    let holder = NearHolder(
      certificate: "43128119700514073X44", name: "张秀兰", identity: "43128119700514073X", birth: Self.birth,
      address: "湖南省怀化市洪江市黔城镇联盟村3组")
    let words = NearComparison(Self.weights()).match(row, holder, sameName: 3, namesakes: 2).words

    #expect(words.chinese == "公民身份号码第 17 位不同：3→4；姓名、出生日期、村相同；本县同名同生 2 人")
    #expect(
      words.english
        == "identity number differs in digit 17: 3→4; name, birth date, village the same; 2 people of that name and birth date in the county"
    )
  }
}
