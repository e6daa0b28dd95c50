import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// Whoever leaves gives all cases to a colleague (features: 75).
@Suite struct HandingOverTests {
  @Test(arguments: ["admin", "sun"]) func allCasesUnderWayGoToOneColleague(_ giver: String) throws {
    let desk = try Desk()
    let open = [try desk.accepted(), try desk.submitted(MadeUp.identity(born: "1985-03-12", sequence: 41), name: "仇英")]
    let gone = try desk.submitted(MadeUp.identity(born: "1985-03-12", sequence: 43), name: "单田芳")
    try desk.act(.withdraw, ["request": "本人申请"], on: gone)
    #expect(try desk.store.leaving("chen").openCases == 2)

    let outcomes = try desk.store.handOver(casesOf: "chen", to: "bai", reason: "陈静调离", by: Desk.session(giver))

    #expect(outcomes.map(\.seen.id) == open && outcomes.allSatisfy { $0.refusal == nil })
    #expect(outcomes.last?.seen.applicant == (giver == "admin" ? "仇*" : "仇英"))
    for id in open {
      let application = try desk.store.application(id)
      #expect(application.owner == "bai")
      let last = try #require(try desk.store.history(of: application).last)
      #expect(last.move == "reassign" && last.actor == giver && last.data.text("reason") == "陈静调离")
    }
    #expect(try desk.store.application(gone).owner == "chen")
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test(arguments: [
    ("chen", "bai", "bai", "not_your_role"), ("chen", "bai", "dang", "not_your_role"),
    ("bai", "chen", "admin", "nothing_to_hand_over"),
    ("nobody", "chen", "admin", "no_such_staff"),
  ]) func whoMayNotGiveAndWhatIsNotThereIsRefused(
    _ owner: String, _ to: String, _ giver: String, _ code: String
  ) throws {
    let desk = try Desk()
    _ = try desk.accepted()
    let giver = giver == "bai" ? "chen" : giver
    #expect(
      try refusalCode { _ = try desk.store.handOver(casesOf: owner, to: to, reason: "已核实", by: Desk.session(giver)) }
        == code)
  }

  @Test(arguments: ["sun", "chen", "qin", "nobody"]) func onlyAnotherClerkWhoIsNoKinTakesACaseOver(_ to: String) throws
  {
    let desk = try Desk()
    let id = try desk.accepted()

    let outcomes = try desk.store.handOver(casesOf: "chen", to: to, reason: "调离", by: Desk.session("admin"))

    #expect(outcomes.map { $0.refusal?.code } == ["successor_serves"])
    #expect(try desk.store.application(id).owner == "chen")
  }
}
