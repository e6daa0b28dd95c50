import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// A correction does not lead onto a number that stood on somebody else's certificate, unless two people say why
/// (domain: 3.3, 4.3).
@Suite struct NumberOfAnotherTests {
  private static let other = MadeUp.identity(born: "1979-05-06", sequence: 31)

  /// Somebody of another number whose certificate was cancelled for deceit.
  private func deskWithACheat() throws -> Desk {
    var desk = try Desk()
    for (identity, name, serial) in [(Desk.adult, "张秀兰", "A0001"), (Self.other, "卢木", "A0002")] {
      try desk.handedOver(try desk.approved(identity, name: name), serial: serial)
    }
    let end = try desk.store.openCase(
      .cancel, ["certificate": Self.other + "43", "reason": "fraud", "document": "处理决定 1 号"],
      by: Desk.session("chen"))
    try desk.act(.submit, ["materials": "DD"], on: end.id)
    try desk.act(.accept, on: end.id)
    try desk.act(.noAssessment, on: end.id)
    try desk.act(.approve, Desk.ticks, on: end.id, by: "sun")
    return desk
  }

  private func correction(_ name: String = "张秀兰", at desk: Desk) throws -> Int64 {
    let opened = try desk.store.openCase(
      .renewInformation, ["certificate": Desk.adult + "43", "identity": Self.other, "name": name],
      by: Desk.session("chen"))
    try desk.act(.submit, ["materials": "OC,ID,HK,PH×3,PC"], on: opened.id)
    return opened.id
  }

  @Test func itIsRefusedWithWhoseItWasAndTheBar() throws {
    let desk = try deskWithACheat()
    let id = try correction(at: desk)
    let barred = desk.day.adding(months: 12)

    let refused = try #require(try refusal { try desk.act(.accept, ["sex_reason": "更正"], on: id) })
    #expect(refused.code == "number_is_own")
    #expect(refused.message.chinese.contains("「卢"))
    #expect(refused.message.chinese.contains("起注销：骗领、弄虚作假，\(barred) 前不得重新申请"))
    #expect(
      try desk.store.allWarnings(of: desk.store.application(id)).contains {
        $0.code == .numberCorrected && $0.sentence.chinese.contains("\(barred)")
      })
  }

  @Test func twoPeopleTakeItForTheApplicantsAndWhoeverDecidesSeesIt() throws {
    let desk = try deskWithACheat()
    let id = try correction(at: desk)
    let accepted = try desk.act(
      .accept, ["sex_reason": "更正", "override": "公安证明 9 号：号码属张秀兰"], on: id, second: "bai")
    try desk.act(.noAssessment, on: id)

    let told = try desk.store.allWarnings(of: desk.store.application(id)).filter { $0.code == .numberCorrected }
    #expect(accepted.apartFrom == [Self.other + "43"])
    #expect(told.count == 1 && told[0].sentence.chinese.contains("公安证明 9 号"))
    #expect(told[0].sentence.chinese.contains("骗领、弄虚作假"))
    try desk.act(.approve, Desk.ticks, on: id, by: "sun")
    try desk.act(.print, ["serial": "A0003"], on: id)
    #expect(try desk.store.certificates(of: Self.other).last?.name == "张秀兰")
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func whoeverWasBarredUnderThatNumberIsBarredThereAlsoByACorrection() throws {
    let desk = try deskWithACheat()
    let id = try correction("卢木", at: desk)

    #expect(try refusalCode { try desk.act(.accept, ["sex_reason": "更正"], on: id) } == "not_barred")
  }
}
