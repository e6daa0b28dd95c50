import DeskFixtures
import Testing

@testable import Casework

/// Who comes for a card is asked before it is gone (domain: 3.2 collect).
@Suite struct CollectingTests {
  private static let neighbour = MadeUp.identity(born: "1970-01-01", sequence: 31)
  private static let agent = MadeUp.identity(born: "1971-01-01", sequence: 33)

  private func ready() throws -> Situation {
    var here = try #require(try Situation.at(.approved))
    here.giveGuardian()
    here.entries["agent.identity"] = Self.agent
    try here.act(.print)
    try here.act(.seal)
    return here
  }

  @Test(
    arguments: [
      ("张秀兰", Situation.adult, "holder"), ("张父", Situation.guardian, "guardian"), ("代办人", agent, "agent"),
    ])
  func whoeverTheCaseKnowsIsKeptAsWhatHeIs(_ name: String, _ number: String, _ part: String) throws {
    var here = try ready()
    let event = try #require(try here.act(.collect, ["collector": name, "identity": number], returning: true))
    #expect(event.data.text("as") == part)
  }

  /// Whoever comes with the number of somebody whom the case knows under another name stands among what is to be checked.
  @Test(arguments: [("邻居", Situation.adult), ("邻居", Situation.guardian), ("代办人", Situation.adult)])
  func aNumberUnderAnotherNameIsSaid(_ name: String, _ number: String) throws {
    var here = try ready()
    try here.act(.collect, ["collector": name, "identity": number])
    let warning = try #require(here.application.collectorWarning.first)
    #expect(warning.code == .collectorUnproven && warning.sentence.chinese.contains("领取人登记为「\(name)」"))
  }

  @Test func aStrangerIsRefusedBeforeTheCardIsGone() throws {
    var here = try ready()
    here.intend(.collect)
    here.fields.merge(["collector": "邻居", "identity": Self.neighbour])
    #expect(here.refusal?.code == "collector_proven" && here.refusal?.fields == ["letter", "reason"])
    here.fields["letter"] = "yes"
    #expect(here.refusal == nil)
  }

  @Test(arguments: [true, false])
  func aDeathOnRecordIsSaidBeforeTheCardIsGone(_ isHolder: Bool) throws {
    var here = try ready()
    here.facts.deadAtHandingOver = [
      DeadAtHandingOver(
        isHolder: isHolder, day: "2026-02-01", row: DeadAtHandingOver.Row(sweep: "431281-2026Q1-1", number: 12))
    ]
    here.intend(.collect)
    let refusal = try #require(here.refusal)
    #expect(refusal.code == "collector_lives" && refusal.explanation.isWhole)
    for told in [isHolder ? "持证人" : "领取人", "431281-2026Q1-1", "12", "2026-02-01"] {
      #expect(refusal.message.chinese.contains(told))
    }
    here.fields["reason"] = "名单有误，本人到场"
    #expect(here.refusal == nil)
  }

  @Test func theAgentIsNotTheApplicant() throws {
    for state in [Application.State.draft, .submitted] {
      var here = try #require(try Situation.at(state))
      here.entries["agent.identity"] = Situation.adult
      here.intend(state == .draft ? .submit : .accept)
      #expect(here.refusal?.code == "agent_is_another" && here.refusal?.fields == ["agent.identity"])
    }
  }
}
