import Foundation
import Testing

/// What is done for many people at once, by commands.
@Suite struct ManyAtOnceTests {
  @Test func aVillageListIsDraftedOnceAndOnlyOnce() throws {
    let office = try Program.office(today: "2026-03-02")
    try office.keep(
      "姓名,身份证号,户籍地址,残疾类别\n王芳,11010519491231002X,东城镇新桥村,肢体\n王芳,11010519491231002X,,\n李强,4.40524E+17,,\n",
      as: "village.csv")

    let first = try office.run(as: "chenjing", "case", "import", office.path("village.csv"))
    let again = try office.run(as: "chenjing", "case", "import", office.path("village.csv"))

    #expect(first.status == 0 && again.status == 0)
    #expect(try lines(first).compactMap { $0["ok"] as? Bool } == [true, false, false])
    #expect(try lines(first).last?["drafts"] as? Int == 1)
    #expect(try lines(again).last?["drafts"] as? Int == 0)
    #expect(try office.run("audit", "verify").status == 0)
    try office.remove()
  }

  @Test func aVillageIsPostedEndedAndApprovedEachCaseWithItsLine() throws {
    var office = try Program.office(today: "2026-03-02")
    try office.walk(upToNotice: "东大街社区公示栏")
    #expect(try office.run(as: "chenjing", "notice", "end", "--village", "东", "--evidence", "照片").status != 0)

    office.today = "2026-03-10"
    let listed = try lines(office.run(as: "chenjing", "notice", "list"))
    let village = try #require(listed.first?["village"] as? String)
    let ended = try office.run(as: "chenjing", "notice", "end", "--village", village, "--evidence", "照片 3 张")
    #expect(ended.status == 0)
    #expect(try lines(ended).first?["state"] as? String == "review")

    let bare = try office.run(as: "sunmin", "case", "approve", "--all-in-review")
    #expect(bare.status == 3)
    #expect(try lines(bare).first?["ok"] as? Bool == false)
    // Nobody named the clause of the limb: that is looked at before it is approved.
    let all = try office.run(
      as: "sunmin", "case", "approve", "--all-in-review", "--set", "materials=yes", "--set", "procedure=yes", "--set",
      "conclusion=yes", "--set", "notice=yes")
    #expect(all.status == 3)
    #expect((try lines(all).first?["refusal"] as? [String: Any])?["code"] as? String == "to_be_checked")
    let approved = try office.run(
      as: "sunmin", "case", "approve", "1", "--set", "materials=yes", "--set", "procedure=yes", "--set",
      "conclusion=yes", "--set", "notice=yes")
    #expect(approved.status == 0)
    #expect(try lines(approved).first?["state"] as? String == "approved")
    try office.remove()
  }

  private func lines(_ outcome: Program.Answer) throws -> [[String: Any]] {
    try outcome.output.split(separator: "\n").compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
  }
}
