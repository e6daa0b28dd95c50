import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// What a file of another county does to the register here (domain: 2, 2.4, 2.7).
@Suite struct ArrivalTests {
  private static let number = Desk.adult + "43"

  /// A holder's card, and a file of another county that asks for something on it.
  private func arrived(_ service: ServiceKind, _ fields: Entries, papers: String) throws -> (Desk, Int64) {
    var desk = try Desk()
    let first = try desk.approved()
    try desk.handedOver(first, serial: "A1")
    var asked: Entries = ["certificate": Self.number, "accepting_county": "431202"]
    asked.merge(fields)
    let id = try desk.store.openCase(service, asked, by: Desk.session("chen")).id
    try desk.act(.arrive, ["letter": "鹤残函 8 号", "materials": papers], on: id)
    try desk.act(.receiveForwarded, ["complete": "yes", "signature": "yes"], on: id)
    return (desk, id)
  }

  @Test func aCancellationThatArrivesIsConfirmedBySomebodyElse() throws {
    let (desk, id) = try arrived(
      .cancel, ["reason": "death", "event_date": "2026-03-10"], papers: "DP,RP")

    #expect(try refusalCode { try desk.act(.approve, Desk.ticks, on: id, by: "chen") } == "not_your_role")
    try desk.act(.approve, Desk.ticks, on: id, by: "sun")
    #expect(try desk.store.certificates(of: Desk.adult).map(\.state) == [.cancelled])
  }

  @Test func aLossThatArrivesMakesTheCardVoid() throws {
    let (desk, _) = try arrived(.reissue, [:], papers: "ID,LS,AF,PH×3,RP")

    #expect(try desk.store.certificates(of: Desk.adult).map(\.state) == [.lost])
  }

  @Test func whoRegisteredWhatArrivedDoesNotDecideIt() throws {
    var desk = try Desk()
    let first = try desk.approved()
    try desk.handedOver(first, serial: "A1")
    let id = try desk.store.openCase(
      .renewDamaged, ["certificate": Self.number], by: Desk.session("bai")
    ).id
    try desk.act(.submit, ["materials": "OC,ID,PH×3"], on: id, by: "bai")
    try desk.act(.accept, on: id)
    try desk.act(.noAssessment, on: id, by: "bai")

    #expect(try refusalCode { try desk.act(.approve, Desk.ticks, on: id, by: "bai") } == "not_acceptor")
    #expect(try refusalCode { try desk.act(.approve, Desk.ticks, on: id, by: "sun") } == "")
  }

  /// The police's document is asked for as soon as the name differs from the register, also after the acceptance.
  @Test func aNameThatIsCorrectedInReviewTakesThePolicesDocument() throws {
    var desk = try Desk()
    let first = try desk.approved()
    try desk.handedOver(first, serial: "A1")
    let id = try desk.store.openCase(
      .renewInformation, ["certificate": Self.number, "address": "洪江市新村"], by: Desk.session("chen")
    ).id
    try desk.act(.submit, ["materials": "OC,ID,HK,PH×3"], on: id)
    try desk.act(.accept, on: id)
    try desk.act(.noAssessment, on: id)
    try desk.act(.sendBack, ["items": "姓名", "reason": "与户口簿不符"], on: id, by: "sun")
    try desk.act(.edit, ["name": "王新名"], on: id)

    #expect(try refusalCode { try desk.act(.resubmitAfterReview, on: id) } == "materials_complete")
    try desk.act(.resubmitAfterReview, ["materials": "PC"], on: id)
    #expect(try refusalCode { try desk.act(.approve, Desk.ticks, on: id, by: "sun") } == "")
  }
}
