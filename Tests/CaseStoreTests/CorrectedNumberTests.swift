import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// A number that the register had of somebody else until it was corrected is its owner's, when two people say so
/// (domain: 3.3, 4.3).
@Suite struct CorrectedNumberTests {
  private static let clerk = Desk.session("chen")
  private static let mine = MadeUp.identity(born: "1985-03-12", sequence: 77)
  private static let ground: Entries = ["override": "公安证明 8 号：号码属李四，张秀兰的原号码系录入错误"]

  /// Somebody bears `Desk.adult`, which is another living person's.
  private func deskWithAWrongNumber() throws -> Desk {
    var desk = try Desk()
    let id = try desk.approved()
    try desk.handedOver(id, serial: "A0001")
    return desk
  }

  private func correction(at desk: Desk, serial: String = "A0002") throws {
    let opened = try desk.store.openCase(
      .renewInformation, ["certificate": Desk.adult + "43", "identity": Self.mine, "name": "张秀兰"], by: Self.clerk)
    try desk.act(.submit, ["materials": "OC,ID,HK,PH×3,PC"], on: opened.id)
    try desk.act(.accept, ["sex_reason": "号码更正"], on: opened.id)
    try desk.act(.noAssessment, on: opened.id)
    try desk.act(.approve, Desk.ticks, on: opened.id, by: "sun")
    try desk.act(.print, ["serial": serial], on: opened.id)
    try desk.act(.seal, ["approval_seal": "yes", "steel_seal": "yes", "base_entry": "yes"], on: opened.id)
    try desk.act(.collect, ["collector": "张秀兰", "identity": Self.mine], on: opened.id)
  }

  private func ownersCard(at desk: inout Desk) throws -> Int64 {
    let owner = try desk.submitted(name: "李四")
    try desk.act(.accept, Self.ground, on: owner, second: "bai")
    try desk.assessedByHospital(owner)
    try desk.posted(owner)
    try desk.act(.approve, Desk.ticks, on: owner, by: "sun")
    return owner
  }

  @Test func theOwnerOfTheNumberIsAcceptedByTwoWithAGroundAndNeverSilently() throws {
    let desk = try deskWithAWrongNumber()
    try correction(at: desk)
    let owner = try desk.submitted(name: "李四")

    #expect(try refusalCode { try desk.act(.accept, on: owner) } == "number_is_own")
    let submitted = try desk.store.application(owner)
    let before = submitted.warnings(under: Policy(), amid: try desk.store.surroundings(of: submitted), on: desk.day)
    #expect(before.contains { $0.code == .numberCorrected && $0.words.chinese.contains("已更正为另一号码") })
    #expect(try refusalCode { try desk.act(.accept, Self.ground, on: owner) } == "number_is_own")
    #expect(try refusalCode { try desk.act(.accept, Self.ground, on: owner, second: "li") } == "number_is_own")
    let accepted = try desk.act(.accept, Self.ground, on: owner, second: "bai")

    #expect(accepted.state == .accepted)
    #expect(accepted.value("flag", of: .accept) == "annual_inspection")
    let told = accepted.warnings(under: Policy(), amid: try desk.store.surroundings(of: accepted), on: desk.day)
    #expect(told.contains { $0.code == .numberCorrected && $0.words.chinese.contains("公安证明 8 号") })
  }

  @Test func theOwnerHasACertificateWithANumberOfItsOwnAndBothGoOnLiving() throws {
    var desk = try deskWithAWrongNumber()
    try correction(at: desk)
    let owner = try ownersCard(at: &desk)
    try desk.act(.print, ["serial": "A0003"], on: owner)
    try desk.act(.seal, ["approval_seal": "yes", "steel_seal": "yes", "base_entry": "yes"], on: owner)
    try desk.act(.collect, ["collector": "李四", "identity": Desk.adult], on: owner)

    let card = try desk.store.certificate(numbered: Desk.adult + "43B1")
    #expect(card.name == "李四" && card.state == .valid && card[.apartFrom] == Desk.adult + "43")
    let corrected = try desk.store.certificate(numbered: Self.mine + "43")
    #expect(corrected.name == "张秀兰" && corrected.state == .valid && corrected[.supersedes] == Desk.adult + "43")

    let kin = Desk.session("qin")
    let theirs: Entries = ["certificate": card.number]
    #expect(try refusalCode { _ = try desk.store.openCase(.renewDamaged, theirs, by: kin) } == "not_own_case")
    _ = try desk.store.openCase(.renewDamaged, ["certificate": corrected.number], by: kin)
    for number in [card.number, corrected.number] {
      let opened = try desk.store.openCase(.renewDamaged, ["certificate": number], by: Self.clerk)
      try desk.act(.submit, ["materials": "OC,ID,PH×3"], on: opened.id)
      #expect(try desk.act(.accept, on: opened.id).state == .accepted)
    }
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func eachHasAPageOfTheOwn() throws {
    var desk = try deskWithAWrongNumber()
    try correction(at: desk)
    let owner = try ownersCard(at: &desk)
    try desk.act(.print, ["serial": "A0003"], on: owner)

    let theirs = try desk.store.holder(Self.mine, by: Self.clerk)
    #expect(theirs.certificates.map(\.number) == [Desk.adult + "43", Self.mine + "43"])
    #expect(theirs.cases.allSatisfy { $0.applicant == "张秀兰" } && theirs.cases.count == 2)
    let owners = try desk.store.holder(Desk.adult, by: Self.clerk)
    #expect(owners.certificates.map(\.number) == [Desk.adult + "43B1"])
    #expect(owners.cases.map(\.id) == [owner])
    #expect(try desk.store.holder(Desk.adult + "43", by: Self.clerk).newest.name == "张秀兰")
  }

  @Test func aDeathOfWhomTheNumberWasTakenFromIsNotTheOwners() throws {
    let desk = try deskWithAWrongNumber()
    try correction(at: desk)
    let end = try desk.store.openCase(
      .cancel, ["certificate": Self.mine + "43", "reason": "death", "event_date": desk.day.iso], by: Self.clerk)
    try desk.act(.submit, ["materials": "DP"], on: end.id)
    try desk.act(.accept, on: end.id)
    try desk.act(.noAssessment, on: end.id)
    try desk.act(.approve, Desk.ticks, on: end.id, by: "sun")

    let owner = try desk.submitted(name: "李四")
    #expect(try refusalCode { try desk.act(.accept, on: owner) } == "number_is_own")
    #expect(try desk.act(.accept, Self.ground, on: owner, second: "bai").state == .accepted)
  }

  /// Neither waits for the other for good: the correction first, then the owner.
  @Test func theOwnersCaseDoesNotStandInTheWayOfTheCorrection() throws {
    let desk = try deskWithAWrongNumber()
    let owner = try desk.submitted(name: "李四")
    let refusal = try #require(try refusal { try desk.act(.accept, on: owner) })
    #expect(refusal.code == "no_live_certificate" && refusal.remedy?.chinese.contains("信息变更") == true)

    try correction(at: desk)

    #expect(try desk.act(.accept, Self.ground, on: owner, second: "bai").state == .accepted)
  }

  @Test func aWrongCorrectionIsTakenBackByAnotherOneWithoutASecondPerson() throws {
    let desk = try deskWithAWrongNumber()
    try correction(at: desk)
    let back = try desk.store.openCase(
      .renewInformation, ["certificate": Self.mine + "43", "identity": Desk.adult, "name": "张秀兰"], by: Self.clerk)
    try desk.act(.submit, ["materials": "OC,ID,HK,PH×3,PC"], on: back.id)
    #expect(try desk.act(.accept, ["sex_reason": "号码更正"], on: back.id).state == .accepted)
  }

  @Test func theSamePersonUnderTheOldNumberIsToldOfTheNewOne() throws {
    let desk = try deskWithAWrongNumber()
    try correction(at: desk)
    let again = try desk.submitted(name: "张秀兰")
    let refusal = try #require(try refusal { try desk.act(.accept, on: again) })
    #expect(refusal.code == "number_is_own" && refusal.message.chinese.contains("姓名与申请人相同"))
  }
}
