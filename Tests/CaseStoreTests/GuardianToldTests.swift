import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// Whose guardian somebody is follows from what was accepted and decided, not from what was written down once.
@Suite struct GuardianToldTests {
  private static let another = MadeUp.identity(born: "1975-03-04", sequence: 41)

  private func opened(naming name: String, at desk: Desk) throws -> Int64 {
    try desk.store.openCase(
      .renewDamaged,
      [
        "certificate": Desk.adult + "43", "guardian.name": name, "guardian.identity": Self.another,
        "guardian.relation": "舅舅",
      ], by: Desk.session("chen")
    ).id
  }

  private func guardian(at desk: Desk) throws -> String? {
    try desk.store.holder(Desk.adult, by: Desk.session("chen")).guardian?.name
  }

  @Test func aDraftAndAWithdrawnCaseSayNothingAndADecidedOneMoreThanOneUnderWay() throws {
    var desk = try Desk()
    let first = try desk.approved()
    try desk.handedOver(first, serial: "A0001")
    let id = try opened(naming: "李舅", at: desk)
    #expect(try guardian(at: desk) == "张父")
    #expect(try desk.store.holder(Desk.adult, by: Desk.session("chen")).guardian?.relation == "父亲")

    try desk.act(.submit, ["materials": "OC,ID,PH×3"], on: id)
    try desk.act(.accept, ["waived": "GID:已核,GP:已核"], on: id)
    #expect(try guardian(at: desk) == "张父")
    try desk.act(.noAssessment, on: id)
    try desk.act(.approve, Desk.ticks, on: id, by: "sun")
    #expect(try guardian(at: desk) == "李舅")

    let withdrawn = try opened(naming: "王姨", at: desk)
    try desk.act(.withdraw, ["request": "本人申请"], on: withdrawn)
    #expect(try guardian(at: desk) == "李舅")
  }
}
