import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// A card is not given to somebody, or for somebody, whom the register or a list of deaths knows as dead.
@Suite struct CollectingTests {
  private static let agent = MadeUp.identity(born: "1950-01-15", sequence: 1)

  private func ready(at desk: inout Desk, agent: String = agent) throws -> Int64 {
    var fields = Desk.fields(Desk.adult)
    fields.merge(["agent.identity": agent, "agent.name": "张大甲", "agent.relation": "邻居"])
    let id = try desk.store.openCase(.new, fields, by: Desk.session("chen")).id
    try desk.act(.submit, ["materials": "ID,HK,PH×3,AF,GID,GP,PX"], on: id)
    try desk.act(.accept, on: id)
    try desk.assessedByHospital(id)
    try desk.posted(id)
    try desk.act(.approve, Desk.ticks, on: id, by: "sun")
    try desk.act(.print, ["serial": "A0001"], on: id)
    try desk.act(.seal, ["approval_seal": "yes", "steel_seal": "yes", "base_entry": "yes"], on: id)
    return id
  }

  private func collect(_ id: Int64, _ name: String, _ number: String, reason: String = "", at desk: Desk) throws {
    var fields: Entries = ["collector": name, "identity": number]
    if !reason.isEmpty { fields["reason"] = reason }
    try desk.act(.collect, fields, on: id)
  }

  @Test func anAgentWhoseOwnCertificateEndedByDeathIsToldOf() throws {
    var (desk, people) = try Desk.withPeople(1)
    let id = try ready(at: &desk)
    try desk.cancel(people[0].number, .death)

    let refused = try #require(try refusal { try collect(id, people[0].name, people[0].identity, at: desk) })
    #expect(refused.code == "collector_lives" && refused.message.chinese.contains("领取人"))
    try collect(id, "张秀兰", Desk.adult, at: desk)
  }

  @Test func soIsWhoeverStandsOnAList() throws {
    var (desk, people) = try Desk.withPeople(1)
    let id = try ready(at: &desk)
    let stranger = MadeUp.identity(born: "1985-03-12", sequence: 21)
    let row = PoliceRow(
      row: 2, identity: stranger, name: "张秀兰", kind: "死亡注销", eventDate: Sample.date("2026-03-20", false))
    let sweep = try desk.importSweep([people[0].row(1), row])

    let holder = try #require(try refusal { try collect(id, "张秀兰", Desk.adult, at: desk) })
    #expect(holder.message.chinese.contains("持证人在死亡名单上（\(sweep.number) 第 2 行"))
    let both = try #require(try refusal { try collect(id, people[0].name, people[0].identity, at: desk) })
    #expect(both.message.chinese.contains("领取人在死亡名单上（\(sweep.number) 第 1 行"))

    try desk.decide(sweep, [2...2], .reject, reason: "本人到场，在世")
    try collect(id, "张秀兰", Desk.adult, at: desk)
  }

  @Test func aReasonIsKeptWithTheHandingOver() throws {
    var (desk, people) = try Desk.withPeople(1)
    let id = try ready(at: &desk)
    let sweep = try desk.importSweep([people[0].row(1)])

    try collect(id, people[0].name, people[0].identity, reason: "名单同号有误，本人持证件到场", at: desk)
    let kept = try desk.store.application(id)
    #expect(kept.value("reason", of: .collect).contains("到场") && kept.value("as", of: .collect) == "agent")
    let warning = try #require(try desk.store.allWarnings(of: kept).first { $0.code == .deadAtHandingOver })
    #expect(warning.words.chinese.contains("领取人在死亡名单上（\(sweep.number) 第 1 行") && !warning.words.english.isEmpty)
    #expect(warning.words.chinese.contains("名单同号有误"))
  }
}
