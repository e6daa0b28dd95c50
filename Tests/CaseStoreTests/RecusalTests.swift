import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// No officer touches what is the own or a relative's, whatever number it goes under (SOD-6).
@Suite struct RecusalTests {
  private static let clerk = Desk.session("chen")
  private static let kin = Desk.session("qin")
  private static let old = Desk.adult + "43"
  private static let mine = MadeUp.identity(born: "1985-03-12", sequence: 77)
  private static let correction: Entries = ["certificate": old, "identity": mine, "name": "张秀兰"]

  /// The relative of `qin` holds a certificate.
  private func deskWithARelative() throws -> Desk {
    var desk = try Desk()
    let id = try desk.approved()
    try desk.handedOver(id, serial: "A0001")
    return desk
  }

  private func corrected(at desk: Desk) throws {
    let opened = try desk.store.openCase(.renewInformation, Self.correction, by: Self.clerk)
    try desk.act(.submit, ["materials": "OC,ID,HK,PH×3,PC"], on: opened.id)
    try desk.act(.accept, ["sex_reason": "号码更正"], on: opened.id)
    try desk.act(.noAssessment, on: opened.id)
    #expect(try refusalCode { try desk.act(.approve, Desk.ticks, on: opened.id, by: "qin") } == "not_own_case")
    try desk.act(.approve, Desk.ticks, on: opened.id, by: "sun")
    #expect(try refusalCode { try desk.act(.print, ["serial": "A0002"], on: opened.id, by: "qin") } == "not_own_case")
    try desk.act(.print, ["serial": "A0002"], on: opened.id)
    try desk.act(.seal, ["approval_seal": "yes", "steel_seal": "yes", "base_entry": "yes"], on: opened.id)
    try desk.act(.collect, ["collector": "张秀兰", "identity": Self.mine], on: opened.id)
  }

  private func opening(_ service: ServiceKind, _ fields: Entries, at desk: Desk) throws -> String? {
    try refusalCode { _ = try desk.store.openCase(service, fields, by: Self.kin) }
  }

  @Test func theHolderCountsWhateverNumberIsTyped() throws {
    let desk = try deskWithARelative()
    #expect(try opening(.renewInformation, Self.correction, at: desk) == "not_own_case")
    #expect(try opening(.cancel, ["certificate": Self.old, "reason": "voluntary"], at: desk) == "not_own_case")

    let opened = try desk.store.openCase(.renewInformation, Self.correction, by: Self.clerk)
    let papers: Entries = ["materials": "OC,ID,HK,PH×3,PC"]
    #expect(try refusalCode { try desk.act(.submit, papers, on: opened.id, by: "qin") } == "not_own_case")
    try desk.act(.submit, papers, on: opened.id)
    #expect(try refusalCode { try desk.act(.accept, on: opened.id, by: "qin") } == "not_own_case")
  }

  @Test func soDoesTheHolderOfACertificateThatWasTakenOver() throws {
    let (desk, people) = try Desk.withPeople(1)
    try desk.store.setRecusals([people[0].identity], of: "qin", by: Desk.session("admin"))
    let fields: Entries = ["certificate": people[0].number, "identity": Self.mine, "name": people[0].name]
    #expect(try opening(.renewInformation, fields, at: desk) == "not_own_case")
  }

  @Test func guardianAndAgentCountWhenTheCaseIsOpened() throws {
    let desk = try Desk()
    for who in ["guardian.identity", "agent.identity"] {
      var fields = Desk.fields(Desk.minor)
      fields[who] = Desk.adult
      #expect(try opening(.new, fields, at: desk) == "not_own_case")
    }
    #expect(try opening(.new, Desk.fields(Desk.minor), at: desk) == "")
  }

  @Test func aRecusalHoldsForTheNumberThatTookThePlaceOfAnother() throws {
    let desk = try deskWithARelative()
    try corrected(at: desk)
    let now = Self.mine + "43"
    #expect(try opening(.renewDamaged, ["certificate": now], at: desk) == "not_own_case")
    #expect(
      try refusalCode {
        _ = try desk.store.record(.reportLoss, ["statement": "遗失"], onCertificate: now, by: Self.kin)
      } == "not_own_case")

    try desk.store.setRecusals([Self.mine], of: "qin", by: Desk.session("admin"))
    var ward = Desk.fields(Desk.minor)
    ward["guardian.identity"] = Desk.adult
    #expect(try opening(.new, ward, at: desk) == "not_own_case")
    #expect(try desk.store.staff().first { $0.id == "qin" }?.recusals == [Self.mine])
  }

  @Test func movesOnTheCertificateOfARelativeAreSomebodyElses() throws {
    let desk = try deskWithARelative()
    func refused(_ move: Certificate.Move, _ fields: Entries) throws -> String? {
      try refusalCode { _ = try desk.store.record(move, fields, onCertificate: Self.old, by: Self.kin) }
    }
    let call: Entries = ["about": "renewal", "result": "will_come"]
    #expect(try refused(.contact, call) == "not_own_case")
    #expect(try refused(.reportLoss, ["statement": "遗失"]) == "not_own_case")
    try desk.store.record(.reportLoss, ["statement": "遗失"], onCertificate: Self.old, by: Self.clerk)
    #expect(try refused(.found, ["statement": "找回"]) == "not_own_case")
    let offers = try desk.store.offers(onCertificate: Self.old, for: Self.kin)
    #expect(!offers.isEmpty && offers.allSatisfy { $0.refusals.contains { $0.code == "not_own_case" } })
  }
}
