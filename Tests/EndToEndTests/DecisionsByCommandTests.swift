import Foundation
import Testing

/// What a decision rests on and what follows from it, as commands tell it.
@Suite struct DecisionsByCommandTests {
  private static let holder = ServiceWalkTests.holder

  @Test func anObjectionIsShownWithItsNoticeAndBothOutcomes() throws {
    let office = try Program.office(today: "2026-03-02")
    try office.walk(upToNotice: "东大街社区公示栏")
    #expect(
      try office.run(
        as: "chenjing", "case", "do", "1", "object", "--set", "objector=赵邻居", "--set", "content=平时走路正常"
      ).status == 0)

    let told = try office.run(as: "sunmin", "case", "show", "1").json()
    let objection = try #require(told["objection"] as? [String: Any])

    #expect(objection["objector"] as? String == "赵邻居" && objection["content"] as? String == "平时走路正常")
    #expect(objection["received"] as? String == "2026-03-02" && objection["recorded_by"] as? String == "chenjing")
    #expect(objection["place"] as? String == "东大街社区公示栏" && objection["last"] as? String == "2026-03-09")
    #expect((objection["if_unfounded"] as? String)?.contains("接着公示到 2026-03-09") == true)
    #expect((objection["if_founded"] as? String)?.contains("留作首次结论") == true)
    try office.remove()
  }

  @Test func aCertificateOnItsWaySaysForHowManyDays() throws {
    var office = try Program.officeWithHolder(Self.holder, today: "2026-06-01")
    try ScriptedWalk(office, of: Self.holder).walk(
      """
      open transfer_out certificate=#43 event_date=2026-05-20 destination=鹤城区
      submit materials=MV > submitted
      accept > accepted
      \(ServiceWalkTests.noCard)
      """)

    office.today = "2026-06-06"
    let held = try #require(
      try office.run(as: "chenjing", "register", "show", Self.holder).json()["certificates"] as? [[String: Any]])
    let transit = try #require(held.last?["transit"] as? [String: Any])

    #expect(transit["since"] as? String == "2026-06-01" && transit["days"] as? Int == 5)
    try office.remove()
  }

  @Test func amongManyWhatEndsACertificateSaysWhatFollows() throws {
    let office = try Program.officeWithHolder(Self.holder, today: "2026-06-01")
    try ScriptedWalk(office, of: Self.holder).walk(
      """
      open cancel certificate=#43 reason=voluntary
      submit materials=ID,VW,OC > submitted
      accept > accepted
      no_assessment > review
      """)
    let confirmed = [
      "--set", "materials=yes", "--set", "procedure=yes", "--set", "conclusion=yes", "--set", "notice=yes",
    ]
    let sunmin = ["--as", "sunmin", "--password-file", office.path("sunmin.password"), "--json"]

    // A certificate is taken from its holder by its number alone, never among all the others.
    let among = try office.run(all: ["case", "approve", "--all-in-review"] + confirmed + sunmin)
    let refusal = try #require(try among.json()["refusal"] as? [String: Any])
    #expect(among.status == 3 && refusal["code"] as? String == "to_be_checked")
    #expect((refusal["message"] as? String)?.contains("批准后：证件注销") == true)
    #expect(try office.run(as: "sunmin", "case", "show", "1").json()["state"] as? String == "review")

    let approved = try office.run(all: ["case", "approve", "1"] + confirmed + sunmin)

    let told = try approved.json()
    #expect(told["state"] as? String == "approved")
    #expect((told["effect"] as? String)?.contains("证件注销，立即停用；一年内不得重新申请，可申请日期 2027-06-01") == true)
    try office.remove()
  }
}
