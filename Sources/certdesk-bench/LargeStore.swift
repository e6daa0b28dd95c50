import Casework
import Foundation

/// An office of 1,000,000 holders and 300,000 cases, put straight into its tables.
///
/// The rows and what finds them are as the program would leave them; the log holds the openings of the cases and no other events.
struct LargeStore {
  static let holders = 1_000_000
  static let cases = 300_000
  private let holders: Int
  private let cases: Int
  /// The largest queue: cases to be accepted.
  static let submitted = 200_000

  private let names = PersonNames()

  static func make(
    at path: String, holders: Int = Self.holders, cases: Int = Self.cases, with certdesk: String
  ) throws {
    guard try runProgram(certdesk, ["demo", "--store", path, "--holders", "0"]) == 0 else {
      throw BenchProblem("certdesk demo made no office")
    }
    let store = try BareStore(path)
    try store.run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000;")
    let later = try store.texts(
      """
      SELECT sql FROM sqlite_schema
      WHERE sql IS NOT NULL AND type IN ('index', 'trigger') AND tbl_name IN ('application', 'certificate')
      """)
    for name in try store.texts(
      """
      SELECT type || ' ' || name FROM sqlite_schema
      WHERE sql IS NOT NULL AND type IN ('index', 'trigger') AND tbl_name IN ('application', 'certificate')
      """)
    { try store.run("DROP \(name)") }
    try store.run("BEGIN")
    let large = LargeStore(holders: holders, cases: cases)
    try large.keepNames(in: store)
    try large.addHolders(to: store)
    try large.addCases(to: store)
    try large.addKeysAndCounts(to: store)
    for sql in later { try store.run(sql) }
    try store.run("COMMIT; DROP TABLE made_key; DROP TABLE made_name; PRAGMA journal_mode = WAL;")
  }

  /// Every name once, with what finds it.
  private func keepNames(in store: BareStore) throws {
    try store.run(
      "CREATE TABLE made_key(name TEXT, key TEXT, kind TEXT); CREATE TABLE made_name(id INTEGER PRIMARY KEY, name)")
    let name = try store.statement("INSERT INTO made_name VALUES (?, ?)")
    let key = try store.statement("INSERT INTO made_key VALUES (?, ?, ?)")
    for (index, text) in names.all.enumerated() {
      try name.run([.number(index), .text(text)])
      let pinyin = Pinyin.keys(for: text)
      for place in text.indices { try key.run([.text(text), .text(String(text[place...])), .text("part")]) }
      for full in Set(pinyin.full) { try key.run([.text(text), .text(full), .text("full")]) }
      for initials in Set(pinyin.initials) { try key.run([.text(text), .text(initials), .text("initials")]) }
      try key.run([.text(text), .text(pinyin.full[0]), .text("sound")])
    }
  }

  private func addHolders(to store: BareStore) throws {
    let insert = try store.statement(
      "INSERT INTO certificate VALUES (?, ?, 'valid', 1, ?, ?, ?, ?, ?, ?, ?, NULL, ?, NULL)")
    for index in 0..<holders {
      let person = names.person(index)
      let from = Day(ordinal: 17_300 + index % 3300)
      let to = from.adding(years: 10).iso
      let number = "\(person.identity)4\(1 + index % 4)"
      let body = """
        {"address":"\(person.address)","birth":"\(person.birth)","category":"4","ethnicity":"汉族",\
        "grade":"\(1 + index % 4)","identity":"\(person.identity)","name":"\(person.name)","number":"\(number)",\
        "phone":"\(person.phone)","sex":"male","valid_from":"\(from)","valid_to":"\(to)"}
        """
      try insert.run([
        .number(index + 1), .text(number), .text(from.iso), .text(person.identity), .text(person.name),
        .text(person.birth), .text(person.phone), .text(from.iso), .text(to), .text(body),
      ])
    }
  }

  private func addCases(to store: BareStore) throws {
    let insert = try store.statement("INSERT INTO application VALUES (?, ?, 'new', ?, 9, ?, ?, ?, ?, ?, ?, ?)")
    let member = try store.statement("INSERT INTO made_key VALUES ('', ?, ?)")
    let others = Application.State.allCases.filter { ![.submitted, .draft].contains($0) }
    let today = Day(ordinal: Int(Date().timeIntervalSince1970 / 86_400))
    let owners = ["chenjing", "liufang"]
    for index in 0..<cases {
      let person = names.person(index * 3)
      let state = index % 3 < 2 ? Application.State.submitted : others[index / 3 % others.count]
      let hasDeadline = [.submitted, .returned, .publicity, .review, .assigned].contains(state)
      let due = today.adding(days: (index * 7919) % 150 - 50)
      let number = "431281-2026-" + String(String(1_000_000 + index + 1).dropFirst())
      let since = today.adding(days: -(index % 90)).iso
      let owner = owners[index % 2]
      let body = """
        {\(state == .submitted ? "" : #""accept.by":"\#(owner)","#)"address":"\(person.address)","category":"4",\
        \(hasDeadline ? #""deadline":"\#(due)","# : "")"ethnicity":"汉族","identity":"\(person.identity)",\
        "name":"\(person.name)","opened_by":"\(owner)","phone":"\(person.phone)",\
        "submit.by":"\(owner)","submit.materials":"ID,HK,PH×3,AF","submit.on":"\(since)"}
        """
      try insert.run([
        .number(index + 1), .text(number), .text(state.rawValue), .text(since), .text(person.name),
        .text(person.identity), hasDeadline ? .text(due.iso) : .text(""), .text(owner), .text(body),
        .number((hasDeadline ? due.ordinal : Int(Int32.max)) << 32 + index + 1),
      ])
      for key in ["#" + String(number.reversed()), "+" + person.phone] {
        try member.run([.text(key), .text(String(index + 1))])
      }
    }
    try store.run("UPDATE application SET deadline = NULL WHERE deadline = ''")
    // The rules of a case are those of its opening, so each has that one event; it is chained to nothing.
    try store.run(
      """
      INSERT INTO event SELECT (SELECT max(seq) FROM event) + row_number() OVER (ORDER BY id), 'application', id, 1,
        'open', 'draft', 'chenjing', NULL, 1700000000000, since, body, zeroblob(32) FROM application
        WHERE id NOT IN (SELECT subject FROM event WHERE kind = 'application')
      """)
  }

  private func addKeysAndCounts(to store: BareStore) throws {
    try store.run(
      """
      CREATE INDEX made_key_name ON made_key(name);
      INSERT OR IGNORE INTO search_key
        SELECT key, id FROM certificate CROSS JOIN made_key ON made_key.name = certificate.name
        WHERE kind IN ('part', 'full', 'initials') ORDER BY 1, 2;
      INSERT OR IGNORE INTO case_key
        SELECT CASE kind WHEN 'initials' THEN '^' WHEN 'sound' THEN '~' ELSE '' END || key, id
        FROM application CROSS JOIN made_key ON name = applicant WHERE name <> ''
        UNION ALL SELECT key, CAST(kind AS INTEGER) FROM made_key WHERE name = '' ORDER BY 1, 2;
      INSERT INTO case_day SELECT state, urgency >> 32, count(*) FROM application GROUP BY 1, 2;
      INSERT INTO certificate_day SELECT state, valid_to, count(*) FROM certificate GROUP BY 1, 2;
      """)
  }
}

/// Names in the shares that names have, and people who bear them; the same in every run.
struct PersonNames {
  let all: [String]
  /// The same with repetitions, as people bear them.
  private let borne: [String]

  /// Family names, each with how many of a thousand bear it (the first hundred of the country, roughly).
  private static let shares: [(String, Int)] = [
    ("王李", 72), ("张", 68), ("刘", 54), ("陈", 45), ("杨", 31), ("黄赵周吴", 21), ("徐孙马朱胡郭何林高罗", 12),
    ("郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余", 7), ("于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦", 4),
    ("邱侯江尹薛闫段雷龙单仇解查欧黎史陶毛贺顾龚郝邵万覃武钱戴严莫孔向常汤", 2),
  ]
  private static let given = Array("伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂云龙华红玉春梅建国文志海燕雪晨阳思雨欣怡梓涵浩宇婷晓东南北山川林森木水清源")

  init() {
    let families = Self.shares.flatMap { names, share in names.flatMap { Array(repeating: String($0), count: share) } }
    var names: [String] = []
    var seed: UInt64 = 7
    func next(_ limit: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((seed >> 33) % UInt64(limit))
    }
    for _ in 0..<90_000 {
      let first = Self.given[next(Self.given.count)]
      let second = next(5) == 0 ? "" : String(Self.given[next(Self.given.count)])
      names.append(families[next(families.count)] + String(first) + second)
    }
    borne = names
    all = Set(names).sorted()
  }

  struct Person {
    let name: String
    let identity: String
    let birth: String
    let address: String
    let phone: String
  }

  private static let towns = ["黔城镇", "安江镇", "托口镇", "雪峰镇", "江市镇", "沅河镇", "塘湾镇", "岔头乡"]
  private static let villages = Array("联双大小长白青龙石黄松竹柳梅桃李")

  /// The person of this number; of three thousand no two live in one house.
  func person(_ index: Int) -> Person {
    let birth = Day(ordinal: -9000 + index % 25_000)
    let digits = birth.iso.filter { $0 != "-" }
    let body = "431281" + digits + String(String(1000 + index / 25_000 * 7 % 1000).dropFirst())
    return Person(
      name: borne[(index * 7919) % borne.count],
      identity: body + (IdentityNumber.checkDigit(for: body).map(String.init) ?? ""),
      birth: birth.iso,
      address:
        "湖南省怀化市洪江市\(Self.towns[index % 8])\(Self.villages[index / 8 % 16])村\(index / 128 % 24 + 1)组\(index / 3072 + 1)号",
      phone: "1\([39, 50, 58, 77, 86][index % 5])\(10_000_000 + index * 37 % 90_000_000)")
  }
}
