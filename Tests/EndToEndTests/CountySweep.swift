import DeskFixtures
import Foundation
import Testing

/// A register and a police file of 5,000 rows about it, both from one seed.
struct CountySweep {
  static let rows = 5_000
  static let exact = 4_300
  /// Rows that a person looks at one by one: another name, a number that is wrong.
  static let doubtful = 60

  private(set) var register = "残疾人证号,姓名,公民身份号码,户籍地址,残疾类别,残疾等级,发证日期,有效期止,证件状态\n"
  private(set) var police = "序号,姓名,公民身份号码,出生日期,户籍地址,变动类型,变动日期,备注\n"
  private(set) var deaths = 0
  private var chance: Chance

  private struct Person {
    let name: String
    let identity: String
    let birth: String
    let address: String
  }

  init(_ chance: Chance) {
    self.chance = chance
    let holders = (0..<Self.exact + 400).map { person($0, born: 1930...1985) }
    for person in holders {
      register +=
        "\(person.identity)43,\(person.name),\(person.identity),\(person.address),肢体,三级,2024-01-05,2034-01-05,有效\n"
    }
    var lines: [String] = []
    for (index, person) in holders.prefix(Self.exact).enumerated() {
      switch index % 16 {
      case 7, 15: lines.append(line(person, "户口迁出"))
      case 3:
        let number = MadeUp.identity(born: person.birth, sequence: 400 + index % 300)
        lines.append(line(person, "公民身份号码变更", note: "现公民身份号码:\(number)"))
      case 11: lines.append(line(person, "姓名变更", note: "现姓名:\(person.name.prefix(1))新\(person.name.suffix(1))"))
      default:
        deaths += 1
        lines.append(line(person, "死亡注销"))
      }
    }
    for person in holders[Self.exact..<Self.exact + Self.doubtful / 2] {
      lines.append(line(person, "死亡注销", name: "姚" + person.name.dropFirst()))
    }
    for person in holders.suffix(Self.doubtful / 2) {
      let last = person.identity.last == "1" ? "2" : "1"
      lines.append(line(person, "死亡注销", name: "查无此人", identity: person.identity.dropLast() + last))
    }
    let strangers = Self.rows - lines.count
    for index in 0..<strangers { lines.append(line(person(index, born: 1991...1999), "死亡注销")) }
    lines.shuffle(using: &self.chance)
    police += lines.enumerated().map { "\($0 + 1),\($1)\n" }.joined()
  }

  /// Every number of these is somebody's own: the day of birth and the place among those born on it.
  private mutating func person(_ index: Int, born years: ClosedRange<Int>) -> Person {
    let year = years.lowerBound + index % years.count
    let (month, day) = (index / years.count % 12 + 1, index / years.count / 12 % 28 + 1)
    let birth = "\(year)-\(Self.two(month))-\(Self.two(day))"
    let given = (0..<2).map { _ in String(Self.given[Int.random(in: Self.given.indices, using: &chance)]) }.joined()
    let name = String(Self.surnames[Int.random(in: Self.surnames.indices, using: &chance)]) + given
    return Person(
      name: name, identity: MadeUp.identity(born: birth, sequence: index % 300 + 1), birth: birth,
      address: "湖南省洪江市安江镇\(Self.villages[index % Self.villages.count])村\(years.lowerBound)-\(index)号")
  }

  private mutating func line(
    _ person: Person, _ kind: String, name: String? = nil, identity: (any StringProtocol)? = nil,
    note: String = ""
  ) -> String {
    let date = "2026-0\(Int.random(in: 4...5, using: &chance))-\(Self.two(Int.random(in: 1...28, using: &chance)))"
    return
      "\(name ?? person.name),\(identity.map { String($0) } ?? person.identity),\(person.birth),\(person.address),\(kind),\(date),\(note)"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  private static let surnames = Array("王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗")
  private static let given = Array("伟芳娜敏静强磊洋艳勇军杰娟涛明超秀霞平刚桂英华玉兰红建国")
  private static let villages = ["青树", "大坪", "向阳", "金星", "溪口", "长寨"]
}

extension Program {
  func keep(_ sweep: CountySweep) throws {
    try keep(sweep.register, as: "register.csv")
    try keep(sweep.police, as: "county.csv")
    let answer = try run(as: "chenjing", "register", "import", path("register.csv"))
    try #require(answer.status == 0, "\(answer.output)\(answer.complaint)")
  }

  /// Every certificate as it stands, as the export writes it.
  func exportedRegister(as name: String) throws -> Data {
    let answer = try run(
      as: "chenjing", "register", "export", "--format", "csv", "--output", path(name))
    try #require(answer.status == 0, "\(answer.output)\(answer.complaint)")
    return try Data(contentsOf: URL(filePath: path(name)))
  }

  /// What is to be done: the cases in every queue, the moves whose clocks run, and what stands in Today of each post.
  func todo() throws -> String {
    let commands: [(String, [String])] =
      [("chenjing", ["case", "list"])] + [("chenjing", ["sweep", "due", "--quarter", "2026Q4"])]
      + ["chenjing", "sunmin", "fengjie"].map { ($0, ["today"]) }
    return try commands.map { name, words in
      let answer = try run(all: words + ["--as", name, "--password-file", path("\(name).password"), "--json"])
      try #require(answer.status == 0, "\(words): \(answer.output)\(answer.complaint)")
      // What was prepared and withdrawn stays in the archive as withdrawn; it is in no queue.
      let lines = answer.lines.filter { !$0.contains("\"state\":\"withdrawn\"") }
      return "\(name) \(words.joined(separator: " "))\n" + lines.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// The state of the only sweep; `nil` where there is none.
  func sweepState() throws -> String? {
    let answer = try run(as: "chenjing", "sweep", "list")
    guard !answer.lines.isEmpty else { return nil }
    return try answer.json()["state"] as? String
  }
}
