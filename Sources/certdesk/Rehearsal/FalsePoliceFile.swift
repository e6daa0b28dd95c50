import Casework
import Exchange

/// A police file about people who do not exist: most rows plain, some as odd as real ones are.
struct FalsePoliceFile {
  private var chance: SeededChance
  private var strangers: FalsePeople
  private let day: Day

  init(seed: UInt64, today: Day) {
    chance = SeededChance(seed: seed ^ 0x0B0E)
    strangers = FalsePeople(seed: seed ^ 0x57A6, today: today)
    day = today.adding(days: -40)
  }

  mutating func write(about holders: [FalsePerson], to path: String) throws {
    var rows: [[String]] = []
    for (index, person) in holders.prefix(40).enumerated() {
      rows.append(row(person, kind: index % 4 == 3 ? "户口迁出" : "死亡注销", oddity: index))
    }
    for _ in 0..<30 { rows.append(row(strangers.person(), kind: "死亡注销", oddity: 0)) }
    rows.shuffle(using: &chance)
    if let first = rows.first { rows.append(first) }
    let headings = ["序号", "姓名", "性别", "公民身份号码", "出生日期", "户籍地址", "变动类型", "变动日期", "备注"]
    let writer = TableWriter(
      path: path, format: .csvGB18030, columns: headings.map { TableWriter.Column($0) }, sheet: "",
      replacesExisting: true)
    _ = try writer.write { table in
      for (index, row) in rows.enumerated() { try table.append([String(index + 1)] + row) }
    }
  }

  private mutating func row(_ person: FalsePerson, kind: String, oddity: Int) -> [String] {
    var name = person.name
    var identity = person.identity
    var note = ""
    switch oddity {
    case 5: name = "刘" + name.dropFirst()
    case 9: identity = String(identity.prefix(17)) + (identity.hasSuffix("0") ? "1" : "0")
    case 12: identity = identity.map { "\($0)" }.joined(separator: " ")
    case 17:
      name = "马改名"
      note = "原姓名:\(person.name)"
    case 21: identity = ""
    default: break
    }
    return [
      name, person.sex.name.chinese, identity, person.birth.iso, person.address, oddity == 17 ? "姓名变更" : kind,
      day.adding(days: -chance.number(0...60)).iso, note,
    ]
  }
}
