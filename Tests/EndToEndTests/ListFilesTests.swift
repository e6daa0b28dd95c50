import Foundation
import PtyKit
import Testing

/// What `sweep import` says of a list besides its rows, and what it asks first.
@Suite struct ListFilesTests {
  private static let headings = "公民身份号码,姓名,户籍地址,变动类型,变动日期,备注\n"

  @Test func aPreviewShowsWhatWouldBeUnderstoodAndStoresNothing() throws {
    let office = try Program.office(today: "2026-03-02")
    try office.keep(
      "2026年火化名单\n死者姓名,证件,火化日期,别的\n\u{1B}[2J王芳,431281196502156492,2026.1.31,甲\n", as: "list.csv")
    let path = office.path("list.csv")

    let answer = try office.run(as: "fengjie", "sweep", "import", path, "--preview", "--map", "证件=identity")
    let shown = try office.run(
      all: ["sweep", "import", path, "--preview", "--map", "证件=identity"] + Self.liaison(office))

    let preview = try answer.json()
    #expect(preview["unknown"] as? [String] == ["别的"])
    let row = try #require((preview["rows"] as? [[String: Any]])?.first)
    #expect(row["identity"] as? String == "431281196502156492")
    #expect(row["kind"] as? String == "death")
    #expect(row["event_date"] as? String == "2026-01-31")
    #expect(!shown.output.contains("\u{1B}"))
    #expect(try office.run(as: "fengjie", "sweep", "list").output.isEmpty)
    try office.remove()
  }

  @Test func aPathIsTakenAsItIsMeant() throws {
    let office = try Program.office(today: "2026-03-02")
    try office.keep(Self.headings + "431281196502156492,王芳,,死亡注销,2026-01-31,\n", as: "a b 名单（1）.csv")
    let path = office.path("a b 名单（1）.csv")
    let escaped = path.replacing(" ", with: "\\ ")
    let encoded = try #require(path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed))
    let readings = [
      path, "~/a b 名单（1）.csv", "'\(path)'", "\"\(path)\" ", "“\(path)”", escaped, "file://\(encoded)",
      "file://localhost\(encoded)",
    ]

    for reading in readings {
      let answer = try office.run(all: ["sweep", "import", reading, "--preview"])
      #expect(answer.status == 0, "\(reading): \(answer.complaint)")
    }
    let typed = try office.run(all: ["sweep", "import", path.replacing("/", with: "／"), "--preview"])
    #expect(typed.status == 2 && typed.complaint.contains("全角字符"))
    try office.remove()
  }

  @Test func columnsMappedOnceAreRememberedForTheirSender() throws {
    let office = try Program.office(today: "2026-03-02")
    let source = ["--quarter", "2026Q1", "--sender", "民政局", "--source", "civil_affairs"]
    for (file, day) in [("first.csv", "2026-01-31"), ("second.csv", "2026-02-01")] {
      try office.keep("证件,人名,何时\n431281196502156492,王芳,\(day)\n", as: file)
    }

    let unmapped = try office.run(all: ["sweep", "import", office.path("first.csv")] + source + Self.liaison(office))
    let first = try office.run(
      all: ["sweep", "import", office.path("first.csv")] + source
        + ["--map", "证件=identity", "--map", "人名=name", "--map", "何时=event_date"] + Self.liaison(office))
    let second = try office.run(all: ["sweep", "import", office.path("second.csv")] + source + Self.liaison(office))

    #expect([unmapped.status, first.status, second.status] == [2, 0, 0], "\(second.complaint)")
    try office.remove()
  }

  @Test func aListAboutAnotherCountyIsAskedAboutWhereSomebodySitsAndToldToAScript() throws {
    let office = try Program.office(today: "2026-03-02")
    let people = (0..<9).map { "43128119650215649\($0),王芳,河北省邯郸市永年区张西堡镇,死亡注销,2026-01-31,\n" }
    try office.keep(Self.headings + people.joined(), as: "list.csv")
    let importing = ["sweep", "import", office.path("list.csv"), "--quarter", "2026Q1"] + Self.liaison(office)

    let refused = try office.answers("n", to: importing)
    let taken = try office.run(all: importing + ["--json"])

    #expect(refused.status == 3)
    #expect(refused.output.contains("永年区") && refused.output.contains("仍要导入吗"))
    #expect(taken.status == 0)
    let warnings = ((try taken.json())["source"] as? [String: Any])?["warnings"] as? [String: [String: Int]]
    #expect(warnings?["foreign_address"]?["rows"] == 9)
    try office.remove()
  }

  @Test func aListDatedInAnotherQuarterIsAskedAboutWhereSomebodySitsAndToldToAScript() throws {
    let office = try Program.office(today: "2026-04-02")
    let people = (0..<9).map { "43128119650215649\($0),王芳,,死亡注销,2026-0\($0 == 0 ? 4 : 2)-01,\n" }
    try office.keep(Self.headings + people.joined(), as: "list.csv")
    let importing = ["sweep", "import", office.path("list.csv"), "--quarter"]

    let refused = try office.answers("", to: importing + ["2026Q2"] + Self.liaison(office))
    let seen = try office.run(
      as: "fengjie", "sweep", "import", office.path("list.csv"), "--quarter", "2026Q2", "--preview")
    let right = try office.run(all: importing + ["2026Q1", "--preview"] + Self.liaison(office))
    let taken = try office.answers("y", to: importing + ["2026Q2"] + Self.liaison(office))
    let rows = try office.run(as: "fengjie", "sweep", "show", "431281-2026Q2-1")

    #expect(refused.status == 3 && refused.output.contains("9 行写明日期，8 行不在 2026Q2，多在 2026Q1"))
    let file = try #require(try seen.json()["file"] as? [String: Any])
    #expect(file["mostly_outside"] as? Bool == true && file["suggested_quarter"] as? String == "2026Q1")
    #expect(taken.status == 0 && right.status == 0 && !right.output.contains("不在所选季度"))
    let source = try rows.json()["source"] as? [String: Any]
    #expect((source?["warnings"] as? [String: [String: Int]])?["outside_quarter"]?["rows"] == 8)
    try office.remove()
  }

  /// Last quarter's file under a new name, in another encoding or sorted: one sentence, nothing stored (domain: 5.1).
  @Test func aListWithTheRowsOfAnotherIsRefusedAndNamesItsSweep() throws {
    let office = try Program.office(today: "2026-03-02")
    let rows = ["431281196502156492,王芳,,死亡注销,2026-01-31,\n", "431281194911222568,李敏,,死亡注销,2026-01-30,医院证明\n"]
    try office.keep(Self.headings + rows[0] + rows[1], as: "list.csv")
    try office.keep("\u{FEFF}" + Self.headings + rows[1] + rows[0], as: "again.csv")
    try office.keep(Self.headings + rows[0] + rows[1].replacing("医院证明", with: "误报"), as: "other.csv")
    func importing(_ file: String) throws -> Program.Answer {
      try office.run(as: "fengjie", "sweep", "import", office.path(file), "--quarter", "2026Q1")
    }

    let first = try importing("list.csv")
    let again = try importing("again.csv")
    let listed = try office.run(as: "fengjie", "sweep", "list").lines.count
    let other = try importing("other.csv")
    _ = try office.run(as: "chenjing", "sweep", "abandon", "431281-2026Q1-1", "--reason", "重发")
    let anew = try importing("again.csv")

    #expect(first.status == 0 && again.status == 3 && again.output.contains("same_file"))
    #expect(again.output.contains("431281-2026Q1-1") && listed == 1)
    let source = try #require(try other.json()["source"] as? [String: Any])
    #expect((source["same_rows"] as? String)?.hasSuffix("2026Q1-1") == true)
    #expect(anew.status == 0)
    try office.remove()
  }

  /// Whoever rehearses, samples or confirms by command reads what the list says beside its rows.
  @Test func whatStandsBesideTheRowsIsToldBeforeASweepIsConfirmed() throws {
    let office = try Program.office(today: "2026-03-02")
    let row = "431281196502156492,王芳,,死亡注销,2026-01-31,\n"
    try office.keep(Self.headings + row + "以上人员均系误报,,,,,\n", as: "list.csv")
    let list = "431281-2026Q1-1"
    let told = "「以上人员均系误报」"
    func plain(_ staff: String, _ words: String...) throws -> Program.Answer {
      try office.run(all: words + ["--as", staff, "--password-file", office.path("\(staff).password")])
    }
    _ = try office.run(as: "fengjie", "sweep", "import", office.path("list.csv"), "--quarter", "2026Q1")
    _ = try office.run(as: "chenjing", "sweep", "decide", list, "--rows", "2", "--reject", "--reason", "不是人")
    #expect(try office.run(as: "chenjing", "sweep", "submit", list).status == 0)

    for command in ["rehearse", "sample"] {
      let texts = try #require(try office.run(as: "sunmin", "sweep", command, list).json()["texts"] as? [String])
      #expect(texts.first?.contains(told) == true)
      #expect(try plain("sunmin", "sweep", command, list).output.contains(told))
    }
    let approved = try plain("sunmin", "sweep", "approve", list)
    #expect(approved.status == 0 && approved.complaint.contains(told))
    try office.remove()
  }

  /// What a column without a meaning tells is not read, so that nobody can say that the rows are the same.
  @Test func theSameRowsWithAnotherColumnAreTakenAndTold() throws {
    let office = try Program.office(today: "2026-03-02")
    let row = "431281196502156492,王芳,,死亡注销,2026-01-31,"
    try office.keep(Self.headings + row + "\n", as: "list.csv")
    try office.keep(Self.headings.replacing("备注", with: "备注,邮编") + row + ",418200\n", as: "more.csv")
    _ = try office.run(as: "fengjie", "sweep", "import", office.path("list.csv"), "--quarter", "2026Q1")

    let more = try office.run(as: "fengjie", "sweep", "import", office.path("more.csv"), "--quarter", "2026Q1")

    let source = try #require(try more.json()["source"] as? [String: Any])
    #expect(source["same_rows_columns"] as? [String] == ["邮编"])
    try office.remove()
  }

  private static func liaison(_ office: Program) -> [String] {
    ["--as", "fengjie", "--password-file", office.path("fengjie.password")]
  }
}

extension Program {
  /// Runs a command on a terminal and answers its question with a line.
  fileprivate func answers(_ line: String, to arguments: [String]) throws -> Answer {
    let terminal = try PtySession(
      [Self.executable] + arguments, environment: ["CERTDESK_STORE": store, "CERTDESK_TODAY": today, "HOME": folder],
      columns: 120, rows: 24)
    try terminal.wait(for: "[y/N]")
    terminal.type(line + "\n")
    return Answer(status: try terminal.waitForEnd(), output: terminal.screen.text, complaint: "")
  }
}
