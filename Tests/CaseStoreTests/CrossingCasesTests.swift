import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// Two cases that would undo each other's work are not both accepted.
@Suite struct CrossingCasesTests {
  private static let other = MadeUp.identity(born: "1985-03-13", sequence: 21)
  private static let papers: Entries = ["materials": "OC,ID,HK,PH×3,PC,MR,AF,LS,DP"]

  private func deskWithHolder() throws -> Desk {
    var desk = try Desk()
    let id = try desk.approved()
    try desk.handedOver(id, serial: "A0001")
    return desk
  }

  private func submitted(_ service: ServiceKind, _ changes: Entries = [:], at desk: Desk) throws -> Int64 {
    let opened = try desk.store.openCase(
      service, ["certificate": Desk.adult + "43", "category": "4"], by: Desk.session("chen"))
    if !changes.isEmpty { try desk.act(.edit, changes, on: opened.id) }
    try desk.act(.submit, Self.papers, on: opened.id)
    return opened.id
  }

  /// The number that a correction gives is another person's to whoever looks at numbers only.
  @Test(arguments: [false, true]) func aCorrectionOfTheNumberCrossesWhatIsUnderWayUnderTheOldOne(
    _ correctionFirst: Bool
  ) throws {
    let desk = try deskWithHolder()
    let order: [ServiceKind] =
      correctionFirst ? [.renewInformation, .renewDamaged] : [.renewDamaged, .renewInformation]
    func submitted(_ service: ServiceKind) throws -> Int64 {
      try self.submitted(service, service == .renewInformation ? ["identity": Self.other] : [:], at: desk)
    }

    let first = try submitted(order[0])
    try desk.act(.accept, on: first)
    let second = try submitted(order[1])
    #expect(try refusalCode { try desk.act(.accept, on: second) } == "no_other_open_case")

    try desk.act(.withdraw, ["request": "本人申请"], on: first)
    #expect(try refusalCode { try desk.act(.accept, on: second) } == "")
  }

  @Test(
    arguments: [
      (.renewDamaged, .reissue, true), (.renewDamaged, .renewDamaged, true), (.renewInformation, .renewDamaged, true),
      (.renewDamaged, .freeze, false), (.freeze, .freeze, true), (.cancel, .renewDamaged, false),
    ] as [(ServiceKind, ServiceKind, Bool)])
  func theHoldersOwnCasesCrossAndAnActOfTheOfficeItsOwnKind(
    _ first: ServiceKind, _ second: ServiceKind, _ crosses: Bool
  ) throws {
    let desk = try deskWithHolder()
    let reasons: [ServiceKind: Entries] = [
      .renewInformation: ["phone": "13900000000"],
      .freeze: ["reason": "complaint", "document": "核查 1 号"],
      .cancel: ["reason": "hk_cancelled", "event_date": desk.day.iso, "document": "公安 1 号"],
    ]
    try desk.act(.accept, on: try submitted(first, reasons[first] ?? [:], at: desk))
    let id = try submitted(second, reasons[second] ?? [:], at: desk)

    #expect(try refusalCode { try desk.act(.accept, on: id) } == (crosses ? "no_other_open_case" : ""))
  }

  /// A death waits for nobody's own request; the other way round there is nothing left to ask for.
  @Test(
    arguments: [
      ("voluntary", "death", ""), ("death", "voluntary", "no_other_open_case"),
      ("death", "death", "no_other_open_case"),
      ("voluntary", "hk_cancelled", "no_other_open_case"),
    ])
  func aDeathDoesNotWaitForTheHoldersOwnRequest(_ first: String, _ second: String, _ refusal: String) throws {
    let desk = try deskWithHolder()
    let papers: Entries = ["materials": "VW,ID,OC,DP,PC"]
    func opened(_ reason: String) throws -> Int64 {
      let opened = try desk.store.openCase(
        .cancel,
        ["certificate": Desk.adult + "43", "reason": reason, "event_date": desk.day.iso, "document": "公安 1 号"],
        by: Desk.session("chen"))
      try desk.act(.submit, papers, on: opened.id)
      return opened.id
    }
    try desk.act(.accept, on: try opened(first))
    let id = try opened(second)

    #expect(try refusalCode { try desk.act(.accept, on: id) } == refusal)
  }

  @Test func whoeverHoldsACertificateUnderACorrectedNumberGetsNoSecondOneUnderTheOld() throws {
    let desk = try deskWithHolder()
    let id = try submitted(.renewInformation, ["identity": Self.other], at: desk)
    try desk.reviewed(id)
    try desk.handedOver(id, serial: "A0002")

    let again = try desk.store.openCase(
      .new, ["identity": Desk.adult, "name": "张秀兰", "address": "岩垅村", "category": "4"], by: Desk.session("chen"))
    try desk.act(.submit, Self.papers, on: again.id)
    #expect(try refusalCode { try desk.act(.accept, on: again.id) } == "number_is_own")
  }

  @Test func eitherNumberFindsThePersonAndAllThatWasDone() throws {
    let desk = try deskWithHolder()
    let id = try submitted(.renewInformation, ["identity": Self.other], at: desk)
    try desk.reviewed(id)
    try desk.handedOver(id, serial: "A0002")

    for number in [Desk.adult, Desk.adult + "43", Self.other, Self.other + "43"] {
      let holder = try desk.store.holder(number, by: Desk.session("chen"))
      #expect(holder.certificates.map(\.identity) == [Desk.adult, Self.other] && holder.newest.identity == Self.other)
      #expect(holder.cases.count == 2)
    }
  }

  @Test func aCancellationUnderTheCorrectedNumberOpensNothingUnderTheOldOne() throws {
    let desk = try deskWithHolder()
    let id = try submitted(.renewInformation, ["identity": Self.other], at: desk)
    try desk.reviewed(id)
    try desk.handedOver(id, serial: "A0002")
    let ending = try desk.store.openCase(
      .cancel, ["certificate": Self.other + "43", "reason": "voluntary"], by: Desk.session("chen")
    ).id
    try desk.act(.submit, ["materials": "VW,ID,OC"], on: ending)
    for move in [Application.Move.accept, .noAssessment] { try desk.act(move, on: ending) }
    try desk.act(.approve, Self.ticks, on: ending, by: "sun")

    let again = try desk.store.openCase(
      .new, ["identity": Desk.adult, "name": "张秀兰", "address": "岩垅村", "category": "4"], by: Desk.session("chen"))
    try desk.act(.submit, Self.papers, on: again.id)

    #expect(try refusalCode { try desk.act(.accept, on: again.id) } == "number_is_own")
  }

  @Test func aCardWhoseHolderDiedIsNotHandedOverAndItsCaseCanBeClosedByTwo() throws {
    let desk = try deskWithHolder()
    let id = try submitted(.renewDamaged, at: desk)
    try desk.reviewed(id)
    try desk.act(.print, ["serial": "A0002"], on: id)
    let death = try submitted(.cancel, ["reason": "death", "event_date": desk.store.today.iso], at: desk)
    try desk.act(.accept, on: death)
    try desk.act(.noAssessment, on: death)
    try desk.act(.approve, Self.ticks, on: death, by: "sun")

    #expect(try refusalCode { try desk.act(.terminate, ["reason": "持证人已死亡"], on: id) } == "second_person")
    try desk.act(.terminate, ["reason": "持证人已死亡"], on: id, second: "bai")
    #expect(try desk.store.application(id).state == .archived)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  private static let ticks: Entries = ["materials": "yes", "procedure": "yes", "conclusion": "yes", "notice": "yes"]
}

extension Desk {
  /// Accepted, sent to review without an assessment, and approved by somebody else.
  fileprivate func reviewed(_ id: Int64) throws {
    try act(.accept, on: id)
    try act(.noAssessment, on: id)
    try act(
      .approve, ["materials": "yes", "procedure": "yes", "conclusion": "yes", "notice": "yes"], on: id, by: "sun")
  }
}
