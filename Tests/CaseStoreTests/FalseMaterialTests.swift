import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// What is not accepted for false papers is looked into before it is filed (domain: 3.2).
@Suite struct FalseMaterialTests {
  private func rejected(_ ground: String, at desk: Desk) throws -> Application {
    let id = try desk.submitted()
    return try desk.act(.rejectIntake, ["ground": ground, "reason": "诊断证明不实"], on: id, second: "sun")
  }

  @Test func falsePapersAreCheckedBeforeTheCaseIsFiled() throws {
    let desk = try Desk()
    let rejected = try rejected("false_material", at: desk)
    let filing: Entries = ["pages": "3", "shelf": "A-1"]

    #expect(rejected.value("flag", of: .rejectIntake) == "annual_inspection")
    let told = try desk.store.proposals()
    #expect(told.map(\.kind) == [.checkDue] && told[0].roles == [.supervisor, .inspector])
    #expect(try refusalCode { try desk.act(.archive, filing, on: rejected.id, by: "dang") } == "check_recorded")
    #expect(try refusalCode { try desk.act(.recordCheck, on: rejected.id, by: "chen") } == "not_your_role")

    let found: Entries = ["outcome": "proven", "record": "医院核实系伪造", "document": "洪残处〔2026〕1 号"]
    try desk.act(.recordCheck, found, on: rejected.id, by: "sun")
    #expect(try refusalCode { try desk.act(.recordCheck, found, on: rejected.id, by: "sun") } == "check_due")
    #expect(try desk.store.proposals().isEmpty)
    try desk.act(.archive, filing, on: rejected.id, by: "dang")
  }

  @Test(arguments: ["not_competent", "other"]) func otherGroundsAreFiledAsTheyAre(_ ground: String) throws {
    let desk = try Desk()
    let rejected = try rejected(ground, at: desk)
    #expect(rejected.value("flag", of: .rejectIntake).isEmpty)
    #expect(try desk.store.proposals().isEmpty)
    try desk.act(.archive, ["pages": "3", "shelf": "A-1"], on: rejected.id, by: "dang")
  }

  @Test func theGroundIsAskedFor() throws {
    let desk = try Desk()
    let id = try desk.submitted()
    #expect(
      try refusalCode { try desk.act(.rejectIntake, ["reason": "已核实"], on: id, second: "sun") } == "fields_missing")
  }
}
