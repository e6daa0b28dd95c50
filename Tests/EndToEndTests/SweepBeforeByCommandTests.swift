import Foundation
import Testing

/// Answers of an earlier list given again, and one of several people alone, by commands.
@Suite struct SweepBeforeByCommandTests {
  private static let police = """
    序号,姓名,公民身份号码,户籍地址,变动类型,变动日期,备注
    1,李别名,431281195001150012,洪江市岩垅乡1号,死亡注销,2026-03-20,
    2,张大丙,431281195001150020,洪江市岩垅乡3号,死亡注销,2026-03-20,

    """
  private static let second = "43128119500115002043"
  private static let third = "43128119500115003943"

  private func office() throws -> Program {
    let office = try Program.office(today: "2026-04-02")
    try office.keep(Program.threeHolders, as: "register.csv")
    try office.keep(Self.police, as: "police.csv")
    try office.keep(Self.police + "3,陌生人,431281195001150055,外地,死亡注销,2026-04-01,\n", as: "next.csv")
    #expect(try office.run(as: "chenjing", "register", "import", office.path("register.csv")).status == 0)
    #expect(
      try office.run(as: "fengjie", "sweep", "import", office.path("police.csv"), "--quarter", "2026Q1").status == 0)
    return office
  }

  private func holds(_ office: Program) throws -> Bool {
    try office.run(as: "chenjing", "audit", "verify").json()["ok"] as? Bool ?? false
  }

  @Test func aRowIsToldApartChosenAndAnsweredAgainAQuarterLater() throws {
    let office = try office()
    defer { #expect(throws: Never.self) { try office.remove() } }
    let decide = ["sweep", "decide", "2026Q1-1"]
    func run(_ staff: String, _ words: [String]) throws -> Program.Answer {
      let member = ["--as", staff, "--password-file", office.path("\(staff).password"), "--json"]
      return try office.run(all: words + member)
    }

    #expect(try run("chenjing", decide + ["--rows", "1", "--reject", "--reason", "同名不同人"]).status == 0)
    let other = try run("fengjie", decide + ["--rows", "1-2", "--hold", "--reason", "再查"])
    #expect(other.status == 3 && other.output.contains("decided_by_another") && other.output.contains("同名不同人"))

    let both = try run("chenjing", decide + ["--rows", "1-2", "--not", Self.second])
    #expect(both.status == 2 && both.output.contains("not_alone"))
    let apart = try run("chenjing", decide + ["--row", "2", "--not", Self.second, "--reason", "号码写错"]).json()
    #expect(apart["decided"] as? Int == 0 && apart["people"] as? Int == 2 && apart["undecided"] as? Int == 1)
    let strange = try run("chenjing", decide + ["--row", "2", "--not", Self.third, "--open"])
    #expect(strange.status == 3 && strange.output.contains("not_told_apart"))
    let back = try run("chenjing", decide + ["--row", "2", "--not", Self.second, "--open", "--reason", "按错了"]).json()
    #expect(back["people"] as? Int == 3)
    #expect(
      try run("chenjing", decide + ["--row", "2", "--not", Self.second, "--reason", "号码写错"]).json()["people"] as? Int
        == 2)
    let vague = try run("chenjing", decide + ["--row", "2", "--accept", "--reason", "派出所核实"])
    #expect(vague.status == 3 && vague.output.contains("which_candidate"))
    #expect(
      try run("chenjing", decide + ["--row", "2", "--accept", "--target", Self.third, "--reason", "派出所核实"]).status == 0)
    let table = try office.run(
      all: ["sweep", "rows", "2026Q1-1", "--as", "chenjing", "--password-file", office.path("chenjing.password")])
    #expect(table.output.contains("431281**********3943"))
    #expect(try office.run(as: "chenjing", "sweep", "submit", "2026Q1-1").status == 0)
    #expect(try office.run(as: "sunmin", "sweep", "approve", "2026Q1-1").status == 0)
    #expect(try holds(office))

    let next = try office.run(as: "fengjie", "sweep", "import", office.path("next.csv"), "--quarter", "2026Q2").json()
    let source = try #require(next["source"] as? [String: Any])
    #expect(source["known_rows"] as? Int == 0 && source["known_before"] as? Int == 2)
    #expect((source["asked_before"] as? [String: Int]) == ["rows": 2, "reject": 1, "hold": 0])
    #expect(try office.run(as: "chenjing", "sweep", "rows", "2026Q2-1", "--before").lines.count == 2)
    let mixed = try office.run(as: "chenjing", "sweep", "decide", "2026Q2-1", "--as-before", "--reject")
    #expect(mixed.status == 2 && mixed.output.contains("as_before_alone"))
    let again = try office.run(as: "chenjing", "sweep", "decide", "2026Q2-1", "--as-before").json()
    #expect(again["decided"] as? Int == 1 && again["left"] as? Int == 1 && again["undecided"] as? Int == 1)
    let refused = try #require((again["refused"] as? [[String: Any]])?.first)
    #expect(refused["row"] as? Int == 2 && refused["code"] as? String == "unanswered")
    let story = try #require(try office.run(as: "chenjing", "sweep", "history", "2026Q2-1", "1").lines.last)
    #expect(story.contains("同 2026Q1-1 第 1 行（") && story.contains("）：同名不同人"))
    let english = try run("chenjing", ["sweep", "history", "2026Q2-1", "1", "--lang", "en"])
    #expect(english.output.contains("as row 1 of 2026Q1-1 (") && english.output.contains("): 同名不同人"))

    #expect(try run("fengjie", ["sweep", "decide", "2026Q2-1", "--rows", "1", "--open", "--again"]).status == 0)
    #expect(try holds(office))
  }
}
