import Foundation
import Testing

/// What scripts rely on: exit codes, one clear line, nothing changed.
@Suite struct CommandLineTests {
  private static let fixtures = URL(filePath: #filePath).appending(path: "../../Fixtures").standardized.path

  @Test func whereNobodyListensAnyMoreACommandEndsAsItWouldHave() throws {
    let program = try Program(today: "2026-11-23")
    let status = program.path("status")
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = [
      "-c", "{ sleep 0.3; \"$0\" today --store \"$1\" 2>&1; echo $? > \"$2\"; } | true", Program.executable,
      program.path("none.sqlite"), status,
    ]
    try shell.run()
    shell.waitUntilExit()

    let ended = try String(contentsOfFile: status, encoding: .utf8).trimmingCharacters(in: .newlines)
    #expect(ended == String(try program.run("today", "--store", program.path("none.sqlite")).status))
  }

  @Test func theSampleFileGetsTheClassesOfItsTruth() throws {
    for file in ["police.csv", "police.xlsx"] {
      let office = try Program.office(today: "2025-10-10")
      let register = try String(contentsOfFile: "\(Self.fixtures)/sweep-register.tsv", encoding: .utf8)
      let rows = register.drop { !$0.isNewline }
      try office.keep("残疾人证号\t姓名\t性别\t公民身份号码\t出生日期\t残疾类别\t残疾等级\t发证日期\t有效期止\t证件状态\t联系电话" + rows, as: "register.tsv")
      try office.run(as: "chenjing", "register", "import", office.path("register.tsv"))

      let sweep = try office.run(as: "fengjie", "sweep", "import", "\(Self.fixtures)/\(file)", "--quarter", "2025Q3")
        .json()
      let listed = try office.run(
        as: "fengjie", "sweep", "rows", try #require(sweep["sweep"] as? String), "--format", "csv")

      let truth = try String(contentsOfFile: "\(Self.fixtures)/sweep-truth.tsv", encoding: .utf8).dropFirst(2)
        .split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
      let headings = try #require(truth.first)
      let shown = listed.lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
      let columns = try #require(shown.first)
      #expect(shown.count == truth.count)
      for (ours, theirs) in zip(shown.dropFirst(), truth.dropFirst()) {
        for name in ["row", "class", "reason", "id_norm", "cert", "cands", "dup_of"] {
          let mine = ours[try #require(columns.firstIndex(of: name))]
          let true_ = theirs[try #require(headings.firstIndex(of: name))]
          #expect(mine == true_, "\(file), row \(ours[0]), \(name)")
        }
      }
      try office.remove()
    }
  }

  private static let endings: [([String], Int32)] = [
    (["case", "list"], 4), (["case", "open", "nothing"], 2), (["calendar", "add", "2026-02-30", "5"], 2),
    (["workflow", "nothing"], 2), (["nonsense"], 2), (["sweep", "import", "/none.csv", "--quarter", "2026Q9"], 2),
    (["audit", "verify"], 0), (["calendar", "show", "2026"], 0),
  ]

  @Test(arguments: endings)
  func endsWith(arguments: [String], status: Int32) throws {
    let office = try Program.office(today: "2026-03-02")

    let answer = try office.run(all: arguments)

    #expect(answer.status == status, "\(answer.complaint)")
    if status != 0 { #expect(answer.complaint.hasSuffix("\n")) }
    try office.remove()
  }

  private static let strangers: [([String], Int32, String)] = [
    (["sweep", "import", "/none.csv", "--quarter", "1999Q1"], 2, "1999Q1"),
    (["sweep", "import", "/none.csv", "--quarter", "2026年3季度"], 2, "2026Q3"),
    (["sweep", "due", "--quarter", "1999Q1"], 2, "1999Q1"),
    (["sweep", "history", "2026Q1-1", "9999"], 3, "没有第 9999 行"),
    (["sweep", "history", "2026Q1-1", "0"], 3, "没有第 0 行"),
    (["sweep", "history", "2026Q1-9", "1"], 3, "没有核销 2026Q1-9"),
    (["report", "year", "2026", "--figure", "foo"], 2, "cancelled.death"),
    (["report", "year", "2026", "--figure", "cancelled.foo"], 2, "cancelled.death"),
    (["report", "year", "2026", "--figure", "cancelled.death"], 0, ""),
  ]

  @Test func whatIsNotThereIsNamed() throws {
    let office = try Program.office(today: "2026-03-02")
    try office.keep(
      "公民身份号码,姓名,变动类型,变动日期\n431281196502156492,王芳,死亡注销,2026-01-31\n", as: "list.csv")
    #expect(
      try office.run(as: "fengjie", "sweep", "import", office.path("list.csv"), "--quarter", "2026Q1").status == 0)

    for (arguments, status, words) in Self.strangers {
      let answer = try office.run(
        all: arguments + ["--as", "sunmin", "--password-file", office.path("sunmin.password")])
      #expect(
        answer.status == status && (words.isEmpty || answer.complaint.contains(words)),
        "\(arguments): \(answer.complaint)")
    }
    try office.remove()
  }

  @Test func aMissingStoreIsNotMadeInPassing() throws {
    let nowhere = try Program(today: "2026-03-02")

    let answer = try nowhere.run("audit", "verify")

    #expect(answer.status == 2)
    #expect(answer.complaint.contains("certdesk init"))
    #expect(!FileManager.default.fileExists(atPath: nowhere.store))
    try nowhere.remove()
  }

  @Test func aPasswordFileThatOthersCanReadIsRefused() throws {
    let office = try Program.office(today: "2026-03-02")
    try office.keep("lianxi-01", as: "chenjing.password", mode: 0o644)

    let answer = try office.run(as: "chenjing", "case", "list")

    #expect(answer.status == 2)
    #expect(answer.complaint.contains("chmod 600"))
    try office.remove()
  }

  @Test func aLiveOfficeCannotBeBackDated() throws {
    let office = try Program(today: "2026-03-02")
    try office.keep("first-password", as: "root.password")

    let answer = try office.run(
      "init", "--county", "431281", "--name", "洪江市残联", "--admin", "root", "--password-file",
      office.path("root.password"))

    #expect(answer.status == 3)
    #expect(!FileManager.default.fileExists(atPath: office.store))
    try office.remove()
  }

  @Test func theDeskNeedsATerminal() throws {
    let office = try Program.office(today: "2026-03-02")

    let answer = try office.run("desk")

    #expect(answer.status == 2)
    #expect(answer.complaint.contains("终端"))
    try office.remove()
  }

  @Test func numbersAreCheckedLineByLine() throws {
    let anywhere = try Program(today: "2026-03-02")

    let answer = try anywhere.run("check", "identity", "--json", input: "11010519491231002X\n\n130408190503020015\n")

    #expect(answer.status == 1)
    let problems = try answer.lines.map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return object?["problem"] as? String
    }
    #expect(problems == [nil, "empty", "bad_checksum"])
    try anywhere.remove()
  }

  @Test func theWorkflowDocumentIsTheProgramsOwn() throws {
    let anywhere = try Program(today: "2026-03-02")
    let document = URL(filePath: #filePath).appending(path: "../../../docs/workflows.md").standardized

    let printed = try anywhere.run("workflow", "--lang", "en")

    #expect(try String(contentsOf: document, encoding: .utf8) == printed.output, "run make docs")
    try anywhere.remove()
  }

  private static let mistakes: [([String], String)] = [
    (["nonsense"], "没有命令「certdesk nonsense」。可选：desk init"),
    (["case", "shw", "1"], "没有命令「certdesk case shw」，是否想用「show」。可选：open import do"),
    (["case", "do"], "缺少「<number>」"), (["demo", "--holder", "3"], "没有选项「--holder」"),
    (["calendar", "add", "2026-01-01", "x"], "「<days>」不能是「x」"), (["case", "list", "--queue"], "后面缺少值"),
  ]

  @Test(arguments: mistakes) func argumentsThatCannotBeUnderstoodGetOneSentence(arguments: [String], words: String)
    throws
  {
    let anywhere = try Program(today: "2026-03-02")

    let answer = try anywhere.run(all: arguments + ["--json"])

    #expect(answer.status == 2)
    #expect((words.isEmpty || answer.complaint.contains(words)), "\(answer.complaint)")
    #expect(answer.complaint.split(separator: "\n").count == 1)
    #expect(((try answer.json()["error"] as? [String: Any])?["message"] as? String)?.contains(words) == true)
    try anywhere.remove()
  }

  @Test func whatCannotBeFoundedLeavesNothing() throws {
    let nowhere = try Program(today: "")
    try nowhere.keep("first-password", as: "root.password")

    let answer = try nowhere.run(
      "init", "--county", "4312", "--name", "洪江市残联", "--admin", "root", "--store", nowhere.path("a/b/office.sqlite"),
      "--password-file", nowhere.path("root.password"))

    #expect(answer.status == 2)
    #expect(!FileManager.default.fileExists(atPath: nowhere.path("a")))
    try nowhere.remove()
  }

  @Test func anIssueDateAtTheEndOfTheCalendarIsOdd() throws {
    let office = try Program.office(today: "2026-03-02")
    try office.keep("残疾人证号,姓名,发证日期\n43128119650215649252,张三,9995-01-01\n", as: "register.csv")

    let answer = try office.run(as: "chenjing", "register", "import", office.path("register.csv"))

    #expect(answer.status == 0)
    #expect((try answer.json()["warnings"] as? [String: Int])?["odd_date"] == 1)
    try office.remove()
  }

  @Test func anUnusableFileIsNamedByItsProblem() throws {
    let office = try Program.office(today: "2026-03-02")
    try office.keep("公民身份号码,姓名\n\"1,王芳\n", as: "police.csv")

    let answer = try office.run(as: "fengjie", "sweep", "import", office.path("police.csv"), "--quarter", "2026Q1")

    #expect(answer.status == 2)
    #expect(answer.complaint.contains("police.csv：第 2 行"), "\(answer.complaint)")
    try office.remove()
  }
}
