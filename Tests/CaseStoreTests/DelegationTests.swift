import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// The chair's signature in another hand: dates, document, limits, and one chair's seat only (SOD-3).
@Suite struct DelegationTests {
  static func delegation(
    to: String = "wang", start: String = "2026-03-01", end: String = "2026-03-31", document: String = "残联授〔2026〕3号",
    scopes: [Delegation.Scope] = [.seat]
  ) -> Delegation {
    Delegation(
      from: "zhao", to: to, start: MadeUp.day(start), end: MadeUp.day(end), document: document, ground: "理事长外出培训",
      scopes: scopes)
  }

  private static let panel: Entries = ["members": "li,wang,lu", "feature": "左小腿缺失", "evaluation": "可行走"]

  /// A desk with a third assessor, so that a panel can do without the chair himself.
  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.store.write { db in
      try desk.store.change(
        .staff, "lu", move: "add", by: "admin", data: ["name": "卢平", "roles": "assessor", "active": "yes"], in: db)
    }
    return desk
  }

  @Test func theSubstituteSitsForTheChairAndEverySignatureSaysSo() throws {
    let desk = try desk()
    let id = try desk.accepted()
    #expect(try refusalCode { try desk.act(.chooseDirect, Self.panel, on: id) } == "panel_complete")
    try desk.store.delegate(Self.delegation(), by: Desk.session("zhao"))
    var both = Self.panel
    both["members"] = "li,wang,zhao"
    #expect(try refusalCode { try desk.act(.chooseDirect, both, on: id) } == "panel_complete")

    try desk.act(.chooseDirect, Self.panel, on: id)
    let application = try desk.act(
      .panelSign, ["category": "4", "grade": "3", "opinion": "同意"], on: id, by: "wang")

    let signature = try #require(application.signatures.first)
    #expect(signature.under == "代赵刚签字，残联授〔2026〕3号，2026-03-01 至 2026-03-31")
    #expect(signature.text.contains("依据授权：代赵刚签字") && signature.digest == Digest.sha256Hex(signature.text))
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func whoIsCountedForTheChairIsNamedWithTheWayOut() throws {
    let desk = try desk()
    let id = try desk.accepted()
    func said(_ members: String) throws -> String {
      var fields = Self.panel
      fields["members"] = members
      do {
        try desk.act(.chooseDirect, fields, on: id)
        return ""
      } catch let refusal as Refusal { return refusal.message.chinese }
    }
    #expect(try said("li,wang,lu").contains("没有理事长席位"))
    try desk.store.delegate(Self.delegation(), by: Desk.session("zhao"))

    let both = try said("li,wang,zhao")

    #expect(both.contains("（代理事长，残联授〔2026〕3号）") && both.contains("「赵刚」（理事长）"))
    #expect(both.contains("一人只算一席") && both.contains("staff recall"))
  }

  @Test func theSeatIsNotSignedOnceTheDelegationIsOver() throws {
    var desk = try desk()
    let id = try desk.accepted()
    let made = try desk.store.delegate(
      Self.delegation(end: "2026-03-03"), by: Desk.session("admin"), second: Desk.session("zhao"))
    try desk.act(.chooseDirect, Self.panel, on: id)

    desk.go(to: "2026-03-04")
    #expect(try refusalCode { try desk.sign(id, by: "wang") } == "delegation_runs")
    #expect(
      try refusalCode { try desk.store.recall(made.code, reason: "已核实", by: Desk.session("zhao")) } == "delegation_over"
    )

    try desk.store.delegate(Self.delegation(start: "2026-03-04"), by: Desk.session("zhao"))
    try desk.sign(id, by: "wang")
  }

  @Test func aChairWhoNoLongerServesLendsNoSignature() throws {
    let desk = try desk()
    let id = try desk.accepted()
    try desk.store.delegate(
      Self.delegation(end: "2026-08-20", scopes: [.seat, .decision]), by: Desk.session("zhao"))

    try desk.store.retire("zhao", leavingEmpty: true, by: Desk.session("admin"))

    #expect(try refusalCode { try desk.act(.chooseDirect, Self.panel, on: id) } == "panel_complete")
    #expect(try desk.store.delegations().map { $0.runs(on: desk.store.today) } == [false])
  }

  @Test func aSeatTakenForAChairWhoHasGoneIsNotSigned() throws {
    let desk = try desk()
    let id = try desk.accepted()
    try desk.store.delegate(Self.delegation(), by: Desk.session("zhao"))
    try desk.act(.chooseDirect, Self.panel, on: id)

    try desk.store.retire("zhao", leavingEmpty: true, by: Desk.session("admin"))

    #expect(try refusalCode { try desk.sign(id, by: "wang") } == "delegation_runs")
  }

  @Test(arguments: [
    (delegation(to: "zhao"), "zhao", "delegation_substitute"),
    (delegation(to: "chen"), "zhao", "delegation_substitute"),
    (delegation(end: "2026-02-01"), "zhao", "bad_days"), (delegation(document: ""), "zhao", "delegation_incomplete"),
    (delegation(scopes: []), "zhao", "delegation_incomplete"), (delegation(), "sun", "not_your_role"),
    (delegation(), "admin", "delegator_secret"), (delegation(), "zhao", ""),
    (delegation(end: "2026-03-01"), "zhao", "delegation_past"), (delegation(end: "2026-03-02"), "zhao", ""),
    (delegation(end: "2026-08-27"), "zhao", ""), (delegation(end: "2026-08-28"), "zhao", "delegation_too_long"),
  ])
  func aDelegationTakesWhatItMust(_ delegation: Delegation, _ giver: String, _ code: String) throws {
    let desk = try Desk()

    #expect(try refusalCode { try desk.store.delegate(delegation, by: Desk.session(giver)) } == code)
  }

  @Test func theChairsOwnPasswordStandsBehindIt() throws {
    let desk = try Desk()
    let later = Desk.session("zhao").continued
    #expect(try refusalCode { try desk.store.delegate(Self.delegation(), by: later) } == "delegator_secret")
    #expect(
      try refusalCode { try desk.store.delegate(Self.delegation(), by: Desk.session("admin"), second: later) }
        == "delegator_secret")

    try desk.store.delegate(Self.delegation(), by: Desk.session("admin"), second: Desk.session("zhao"))

    let logged = try desk.store.read { try EventLog.newest(in: $0) }
    #expect(logged.seq > 0)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func theLongestTermIsASettingOfItsDay() throws {
    let desk = try Desk()
    _ = try desk.store.set(.delegationDays, to: "30", from: desk.day, reason: "会议纪要", by: Desk.session("admin"))

    #expect(
      try refusalCode { try desk.store.delegate(Self.delegation(), by: Desk.session("zhao")) } == "delegation_too_long")
  }

  @Test func takenBackOnTheDayOfItsUseTheTermStillCoversThatDay() throws {
    let desk = try Desk()
    let made = try desk.store.delegate(Self.delegation(start: "2026-03-02"), by: Desk.session("zhao"))

    try desk.store.recall(made.code, reason: "提前返回", by: Desk.session("zhao"))

    let recalled = try #require(try desk.store.delegations().first)
    #expect(recalled.term == "2026-03-02 – 2026-03-02" && !recalled.runs(on: desk.day))
  }

  @Test func oneSubstituteAtATimeAndTakingBackEndsIt() throws {
    let desk = try Desk()
    let made = try desk.store.delegate(Self.delegation(), by: Desk.session("zhao"))
    #expect(
      try refusalCode { try desk.store.delegate(Self.delegation(to: "li"), by: Desk.session("zhao")) }
        == "delegated_already")
    try desk.store.delegate(Self.delegation(to: "li", scopes: [.decision]), by: Desk.session("zhao"))

    try desk.store.recall(made.code, reason: "提前返回", by: Desk.session("zhao"))

    try desk.store.delegate(Self.delegation(to: "li", start: "2026-03-02"), by: Desk.session("zhao"))
    #expect(try desk.store.staff().first { $0.id == "wang" }?.sitsForChair == false)
    #expect(try desk.store.staff().first { $0.id == "li" }?.sitsForChair == true)
  }

  @Test func aDecisionUnderADelegationSaysSoAndOnlyWhatItCoversIsSigned() throws {
    var desk = try desk()
    let id = try desk.accepted()
    try desk.assessedByHospital(id)
    try desk.posted(id)
    #expect(try refusalCode { try desk.act(.approve, Desk.ticks, on: id, by: "li") } == "not_your_role")
    try desk.store.delegate(Self.delegation(to: "li", end: "2026-08-20"), by: Desk.session("zhao"))
    #expect(try refusalCode { try desk.act(.approve, Desk.ticks, on: id, by: "li") } == "not_your_role")

    try desk.store.delegate(
      Self.delegation(to: "li", end: "2026-08-20", scopes: [.decision]), by: Desk.session("zhao"))
    let approved = try desk.act(.approve, Desk.ticks, on: id, by: "li")

    #expect(approved.value("under", of: .approve).hasPrefix("代赵刚签字"))
  }

  @Test func theSubstituteWithAConflictIsRefusedLikeAnybody() throws {
    let desk = try desk()
    let id = try desk.accepted()
    try desk.store.delegate(Self.delegation(to: "qin"), by: Desk.session("zhao"))
    var fields = Self.panel
    fields["members"] = "li,lu,qin"

    #expect(try refusalCode { try desk.act(.chooseDirect, fields, on: id) } == "panel_complete")
  }
}
