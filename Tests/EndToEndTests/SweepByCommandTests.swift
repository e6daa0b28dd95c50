import Foundation
import Testing

/// A sweep from the file to its undoing, by commands alone.
@Suite struct SweepByCommandTests {
  private static let police = """
    序号,姓名,公民身份号码,户籍地址,变动类型,变动日期,备注
    1,张大甲,431281195001150012,洪江市岩垅乡1号,死亡注销,2026-03-20,
    2,张大乙,431281195001150020,洪江市岩垅乡2号,户口迁出,2026-03-20,
    3,张大丙,431281195001150039,洪江市岩垅乡3号,姓名变更,2026-03-20,现姓名:张新

    """

  private func office() throws -> Program {
    let office = try Program.office(today: "2026-04-02")
    try office.keep(Program.threeHolders, as: "register.csv")
    try office.keep(Self.police, as: "police.csv")
    #expect(try office.run(as: "chenjing", "register", "import", office.path("register.csv")).status == 0)
    #expect(
      try office.run(as: "fengjie", "sweep", "import", office.path("police.csv"), "--quarter", "2026Q1").status == 0)
    return office
  }

  private func states(_ office: Program) throws -> [String] {
    try ["张大甲", "张大乙", "张大丙"].map { name in
      try #require(try office.run(as: "chenjing", "register", "search", name).json()["state"] as? String)
    }
  }

  private func holds(_ office: Program) throws -> Bool {
    try office.run(as: "chenjing", "audit", "verify").json()["ok"] as? Bool ?? false
  }

  @Test func aSweepIsRehearsedAppliedUndoneAndTheLogHoldsAfterEach() throws {
    var office = try office()
    defer { #expect(throws: Never.self) { try office.remove() } }
    let sweep = "2026Q1-1"
    let shown = try office.run(as: "sunmin", "sweep", "show", sweep).json()
    let count = try #require(shown["count"] as? [String: Any])
    #expect(count["read"] as? Int == 3 && count["matched"] as? Int == 3 && count["closes"] as? Bool == true)

    #expect(try office.run(as: "chenjing", "sweep", "decide", sweep, "--class", "exact", "--accept").status == 0)
    #expect(
      try office.run(as: "chenjing", "sweep", "decide", sweep, "--rows", "2", "--open").json()["undecided"] as? Int == 1
    )
    let blank = try office.run(as: "chenjing", "sweep", "abandon", sweep, "--reason", "　 ")
    #expect(blank.status == 3 && blank.output.contains("fields_missing"))
    #expect(try office.run(as: "chenjing", "sweep", "decide", sweep, "--rows", "2", "--accept").status == 0)
    #expect(try office.run(as: "chenjing", "sweep", "submit", sweep).status == 0)
    let sample = try office.run(as: "sunmin", "sweep", "sample", sweep).json()
    #expect(sample["sample"] as? [Int] == [1, 2, 3] && sample["sure"] as? Int == 3)
    let table = try office.run(
      all: ["sweep", "sample", sweep, "--as", "sunmin", "--password-file", office.path("sunmin.password")])
    #expect(table.output.contains("现姓名:张新"))
    #expect(try office.run(as: "sunmin", "sweep", "approve", sweep).status == 0)
    let foreseen = try office.run(as: "chenjing", "sweep", "rehearse", sweep).json()
    #expect(try states(office) == ["valid", "valid", "valid"])
    let applied = try office.run(as: "chenjing", "sweep", "apply", sweep).json()
    for key in ["cancelled", "watched", "changed", "prepared"] {
      #expect(foreseen[key] as? Int == 1 && applied[key] as? Int == 1, "\(key)")
    }
    #expect(try states(office) == ["cancelled", "valid", "valid"] && holds(office))
    let resampled = try office.run(as: "sunmin", "sweep", "sample", sweep).json()
    #expect(resampled["sample"] as? [Int] == [1, 2, 3] && resampled["seed"] as? String == sample["seed"] as? String)

    office.today = "2026-09-01"
    let due = try office.run(as: "chenjing", "sweep", "due").lines
    #expect(due.count == 1 && due.allSatisfy { $0.contains("\"due\":\"2026-09-20\"") })
    let letters = try office.run(as: "chenjing", "sweep", "letters", "--output", office.path("letters.txt")).json()
    #expect(letters["letters"] as? Int == 1)
    #expect(try String(contentsOfFile: office.path("letters.txt"), encoding: .utf8).contains("2026-09-20"))
    let again = try office.run(as: "chenjing", "sweep", "letters", "--output", office.path("again.txt")).json()
    #expect(again["letters"] as? Int == 0 && !FileManager.default.fileExists(atPath: office.path("again.txt")))
    let idle = try office.run(
      as: "chenjing", "sweep", "sent", sweep, "--what", "list", "--to", "insurance", "--rows", "3-4")
    #expect(idle.status == 3 && idle.output.contains("rows_carried_out"))

    let late = try office.run(as: "sunmin", "sweep", "undo", sweep, "--reason", "文件有误", second: "liufang")
    #expect(late.status == 3 && late.output.contains("same_quarter"))
    let alone = try office.run(as: "sunmin", "sweep", "undo", sweep, "--row", "2", "--reason", "未迁")
    #expect(alone.status == 3 && alone.output.contains("two_persons"))
    for row in ["1", "2", "3"] {
      let undone = try office.run(
        as: "sunmin", "sweep", "undo", sweep, "--row", row, "--reason", "公安更正", second: "liufang"
      ).json()
      #expect(undone["undone"] as? Int == 1 && (undone["corrections"] as? [Any])?.count == (row == "2" ? 1 : 0))
      #expect(try holds(office))
    }
    #expect(try states(office) == ["valid", "valid", "valid"])
    #expect(try office.run(as: "chenjing", "sweep", "due").lines.isEmpty)
    let story = try office.run(as: "chenjing", "sweep", "history", sweep, "2").lines
    #expect(story.count == 8 && story.last?.contains("undo_row") ?? false)
  }

  @Test func aWrongDeathPutRightIsCorrectedWithEverybodyWhoWasTold() throws {
    let office = try office()
    defer { #expect(throws: Never.self) { try office.remove() } }
    let number = try #require(
      try office.run(as: "chenjing", "register", "search", "张大甲").json()["certificate"] as? String)

    try work(office, "cancel", number, ["reason=death", "event_date=2026-03-20"], papers: "DP")
    #expect(try office.run(as: "chenjing", "sweep", "corrections").lines.isEmpty)
    let letter = try work(office, "restore", number, ["reason=公安更正"], papers: "PC", decidedBy: "qianjun")

    // Where its lines break depends on how long the name of the test's folder is.
    let words = letter.filter { !$0.isWhitespace }
    #expect(words.contains("民政（两项补贴）：2026-04-02所送「通知书」") && words.contains("请予更正"))
    #expect(try office.run(as: "chenjing", "sweep", "corrections").lines.isEmpty)
    #expect(try states(office).first == "valid" && holds(office))
  }

  /// A case of a service without a card from its opening to its letter.
  @discardableResult
  private func work(
    _ office: Program, _ service: String, _ number: String, _ fields: [String], papers: String,
    decidedBy supervisor: String = "sunmin"
  ) throws -> String {
    var opening = ["case", "open", service, "--set", "certificate=\(number)"]
    for field in fields { opening += ["--set", field] }
    let member = ["--as", "chenjing", "--password-file", office.path("chenjing.password"), "--json"]
    let found = try #require(try office.run(all: opening + member).json()["case"] as? String)
    #expect(try office.run(as: "chenjing", "case", "do", found, "submit", "--set", "materials=\(papers)").status == 0)
    #expect(try office.run(as: "chenjing", "case", "do", found, "accept", "--set", "materials=\(papers)").status == 0)
    #expect(try office.run(as: "chenjing", "case", "do", found, "no_assessment").status == 0)
    let approved = try office.run(
      as: supervisor, "case", "do", found, "approve", "--set", "materials=yes", "--set", "procedure=yes", "--set",
      "conclusion=yes", "--set", "notice=yes")
    #expect(approved.status == 0, "\(approved.output)")
    let path = office.path("\(service).txt")
    #expect(try office.run(as: "chenjing", "case", "print", found, "letter", "--output", path).status == 0)
    return try String(contentsOfFile: path, encoding: .utf8)
  }
}
