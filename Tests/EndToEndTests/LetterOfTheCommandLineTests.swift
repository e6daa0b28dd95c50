import Foundation
import Testing

/// Commands as a script writes them that was made from the page on the command line and nothing else.
@Suite struct LetterOfTheCommandLineTests {
  private static let office = "2026-04-02"

  @Test func figuresInTextGoToStandardOutputWhereNoFileIsNamed() throws {
    let office = try Program.office(today: Self.office)
    let signed = ["--as", "sunmin", "--password-file", office.path("sunmin.password")]

    let csv = try office.run(all: ["report", "year", "2026", "--format", "csv"] + signed)
    let json = try office.run(as: "sunmin", "report", "year", "2026", "--format", "csv")
    let workbook = try office.run(all: ["report", "year", "2026", "--format", "xlsx"] + signed)

    #expect(csv.status == 0 && csv.output.contains("期初") && csv.output.contains(","), "\(csv.complaint)")
    #expect(try json.json()["balanced"] as? Bool == true)
    #expect(workbook.status == 2 && workbook.complaint.contains("--output"))
    try office.remove()
  }

  @Test func aRehearsalOfficeOverwritesNoFile() throws {
    let office = try Program(today: Self.office)
    try office.keep("hello\n", as: "office-police.csv")

    let made = try office.run("demo", "--holders", "20", "--json")

    #expect(made.status == 2 && made.complaint.contains("office-police.csv"))
    #expect(try String(contentsOfFile: office.path("office-police.csv"), encoding: .utf8) == "hello\n")
    #expect(!FileManager.default.fileExists(atPath: office.store))
    try office.remove()
  }

  @Test func aStoreNamedByAnEmptyVariableIsNotTheOfficesOwn() throws {
    let office = try Program.office(today: Self.office)
    let answer = try office.run(all: ["audit", "verify", "--store", ""])
    #expect(answer.status == 2 && answer.complaint.contains("--store"))
    try office.remove()
  }

  @Test func aNameThatATerminalWouldObeyIsSaidHarmlessly() throws {
    let office = try Program.office(today: Self.office)
    for arguments in [["workflow", "\u{1B}[31mq"], ["register", "import", "\u{1B}[31mY.csv"], ["\u{1B}[31m"]] {
      let answer = try office.run(all: arguments + ["--as", "admin", "--password-file", office.path("admin.password")])
      #expect(answer.status == 2 && !answer.complaint.contains("\u{1B}"), "\(arguments)")
    }
    try office.remove()
  }

  @Test func lookingAtABackupLeavesItByteForByteAndMayBeDoneWhereNothingCanBeWritten() throws {
    let office = try Program.office(today: Self.office)
    let backup = office.path("backup.sqlite")
    let made = try office.run(as: "admin", "backup", backup)
    let before = try Data(contentsOf: URL(filePath: backup))
    try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: backup)
    try office.keep("wrong", as: "wrong.password")

    let verified = try office.run(all: ["audit", "verify", "--store", backup, "--json"])
    _ = try office.run(all: ["doctor", "--store", backup])
    let wrong = try office.run(
      all: [
        "restore", backup, "--store", office.path("other.sqlite"), "--as", "admin", "--password-file",
        office.path("wrong.password"),
      ])
    let restored = try office.run(as: "admin", "restore", backup, "--store", office.path("new.sqlite"))
    let again = try office.run(all: ["audit", "verify", "--store", office.path("new.sqlite"), "--json"])

    #expect(made.status == 0 && wrong.status == 4 && restored.status == 0, "\(restored.complaint)")
    #expect(try verified.json()["ok"] as? Bool == true && again.json()["ok"] as? Bool == true)
    #expect(!FileManager.default.fileExists(atPath: office.path("other.sqlite")))
    #expect(try Data(contentsOf: URL(filePath: backup)) == before)
    #expect(!FileManager.default.fileExists(atPath: backup + "-wal"))
    try office.remove()
  }

  @Test func numbersThatAreWrongAreNamedByTheirLine() throws {
    let office = try Program(today: Self.office)
    let answer = try office.run("check", "identity", input: "11010519491231002X\n1101051949\n")
    #expect(answer.status == 1 && answer.lines.count == 2)
    #expect(answer.lines[0] == "1  ✓ 11010519491231002X" && answer.lines[1].hasPrefix("2  ✗ 1101051949  "))
    try office.remove()
  }

  @Test(arguments: [
    (["calendar", "add", "2026-02-12", "-1"], "「-1」是负数"), (["register", "search", "王", "--limit", "-1"], "「-1」是负数"),
    (["case", "open", "new", "--set", "name=甲", "--set", "name=乙"], "「name」写了两次"),
  ])
  func whatCannotBeMeantIsNamed(_ arguments: [String], _ said: String) throws {
    let office = try Program.office(today: Self.office)
    let answer = try office.run(
      all: arguments + ["--as", "chenjing", "--password-file", office.path("chenjing.password")])
    #expect(answer.status == 2 && answer.complaint.contains(said), "\(answer.complaint)")
    try office.remove()
  }

  @Test func aPasswordFileMayBeginWithAByteOrderMark() throws {
    let office = try Program.office(today: Self.office)
    let password = try Data(contentsOf: URL(filePath: office.path("chenjing.password")))
    try office.keep(Data([0xEF, 0xBB, 0xBF]) + password, as: "marked.password")
    let answer = try office.run(
      all: ["case", "list", "--as", "chenjing", "--password-file", office.path("marked.password")])
    #expect(answer.status == 0, "\(answer.complaint)")
    try office.remove()
  }

  @Test func columnsAreMappedByTheNamesOfTheDomainAsWell() throws {
    let office = try Program.office(today: Self.office)
    try office.keep("号,谁,变动类型,变动日期\n431281196502156492,王芳,宣告死亡,2026-13-40\n", as: "list.csv")
    let sweep = try office.run(
      as: "fengjie", "sweep", "import", office.path("list.csv"), "--quarter", "2026Q1", "--map", "号=id", "--map",
      "谁=name")
    let number = try #require(try sweep.json()["sweep"] as? String, "\(sweep.complaint)")
    let rows = try office.run(as: "fengjie", "sweep", "rows", number)
    #expect(try rows.json()["identity"] as? String == "431281196502156492")
    #expect(try rows.json()["event_date"] is NSNull && rows.json()["written_date"] as? String == "2026-13-40")
    try office.remove()
  }
}
