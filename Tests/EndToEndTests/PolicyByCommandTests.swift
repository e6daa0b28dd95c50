import Foundation
import Testing

/// Settings by commands.
@Suite struct PolicyByCommandTests {
  @Test func aSettingIsChangedAnnouncedAndLookedUp() throws {
    var office = try Program.office(today: "2026-03-02")
    try office.run(as: "chenjing", "case", "open", "new")
    let set = try office.run(
      as: "admin", "policy", "set", "materials.photo_count", "2", "--reason", "县发〔2026〕3 号")
    #expect(set.status == 0, "\(set.complaint)")
    try office.run(
      as: "admin", "policy", "set", "materials.photo_count", "4", "--from", "2026-05-01", "--reason", "县发〔2026〕4 号")

    let today = try line("materials.photo_count", of: office.run(as: "chenjing", "policy", "list"))
    #expect(today["value"] as? Int == 2 && today["default"] as? Int == 3)
    #expect(today["since"] as? String == "2026-03-02" && today["until"] as? String == "2026-04-30")
    #expect(today["set_by"] as? String == "admin" && today["reason"] as? String == "县发〔2026〕3 号")
    #expect((today["source"] as? String)?.isEmpty == false)
    let may = try line("materials.photo_count", of: office.run(as: "chenjing", "policy", "list", "--on", "2026-05-01"))
    #expect(may["value"] as? Int == 4 && may["until"] is NSNull)
    let history = try office.run(as: "chenjing", "policy", "list", "materials.photo_count")
    #expect(try history.lines.map { try json($0)["value"] as? Int } == [3, 2, 4])

    office.today = "2026-05-02"
    let kept = try office.run(as: "chenjing", "case", "show", "1").json()["rules"] as? [String: Any]
    #expect(kept?["since"] as? String == "2026-03-02")
    #expect((kept?["kept"] as? [[String: Any]])?.first?["now"] as? Int == 4)
    #expect(try office.run("audit", "verify").status == 0)
    try office.remove()
  }

  private static let refused: [(staff: String, arguments: [String], status: Int32, code: String)] = [
    ("chenjing", ["notice.days", "7", "--reason", "已核实"], 4, "not_your_role"),
    ("sunmin", ["notice.days", "7", "--reason", "已核实"], 4, "not_your_role"),
    ("admin", ["notice.days", "4", "--reason", "已核实"], 3, "bad_value"),
    ("admin", ["notice.days", "-5", "--reason", "已核实"], 3, "bad_value"),
    ("admin", ["notice.days", "--reason", "已核实", "-12"], 3, "bad_value"),
    ("admin", ["notice.days", "7", "8", "--reason", "已核实"], 2, "usage"),
    ("admin", ["notice.days", "7", "--frm", "--reason", "已核实"], 2, "usage"),
    ("admin", ["notice.days", "--reason", "已核实"], 2, "usage"),
    ("admin", ["notice.days", "7", "--from", "2026-03-01", "--reason", "已核实"], 3, "past_date"),
    ("admin", ["notice.days", "7", "--reason", ""], 3, "reason_missing"),
    ("admin", ["notice.days", "7", "--from", "soon", "--reason", "已核实"], 2, "bad_date"),
    ("admin", ["notice.day", "7", "--reason", "已核实"], 2, "unknown_key"),
  ]

  @Test(arguments: refused.indices)
  func whatWillNotDoIsRefused(_ index: Int) throws {
    let one = Self.refused[index]
    let office = try Program.office(today: "2026-03-02")
    let sign = ["--as", one.staff, "--password-file", office.path("\(one.staff).password"), "--json"]

    let answer = try office.run(all: ["policy", "set"] + one.arguments + sign)

    #expect(answer.status == one.status)
    let said = try answer.json()
    #expect(((said["refusal"] ?? said["error"]) as? [String: Any])?["code"] as? String == one.code)
    #expect(try line("notice.days", of: office.run(as: "admin", "policy", "list"))["value"] as? Int == 5)
    try office.remove()
  }

  private func line(_ key: String, of answer: Program.Answer) throws -> [String: Any] {
    try #require(try answer.lines.map(json).first { $0["key"] as? String == key }, "\(answer.complaint)")
  }

  private func json(_ line: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }
}
