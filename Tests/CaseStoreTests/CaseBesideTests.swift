import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// Cases beside each other on one certificate are told of each other, and none decides about a card that is gone.
@Suite struct CaseBesideTests {
  private static let number = Desk.adult + "43"
  private static let fields: [ServiceKind: Entries] = [
    .transferOut: ["destination": "431202"], .freeze: ["reason": "complaint", "document": "核查 1 号"],
    .cancel: ["reason": "voluntary"], .renewDamaged: [:],
  ]

  private func deskWithHolder() throws -> Desk {
    var desk = try Desk()
    let id = try desk.approved()
    try desk.handedOver(id, serial: "A0001")
    return desk
  }

  private func inReview(_ service: ServiceKind, at desk: Desk) throws -> Int64 {
    var fields = Self.fields[service] ?? [:]
    fields["certificate"] = Self.number
    let opened = try desk.store.openCase(service, fields, by: Desk.session("chen"))
    try desk.act(.submit, ["materials": "OC,ID,HK,PH×3,PC,LS,VW,MV"], on: opened.id)
    try desk.act(.accept, on: opened.id)
    return try desk.act(.noAssessment, on: opened.id).id
  }

  private func told(of id: Int64, at desk: Desk) throws -> [String] {
    try desk.store.allWarnings(of: desk.store.application(id)).filter { $0.code == .caseBeside }.map(\.words.chinese)
  }

  @Test func eachOfThemNamesTheOthersAndIsSetAsideAmongMany() throws {
    let desk = try deskWithHolder()
    let ids = try [ServiceKind.transferOut, .freeze, .cancel].map { try inReview($0, at: desk) }
    let cases = try ids.map { try desk.store.application($0) }

    for (index, id) in ids.enumerated() {
      let told = try told(of: id, at: desk)
      #expect(told.count == 2)
      for (other, one) in cases.enumerated() {
        #expect(told.contains { $0.contains(one.number) } == (other != index))
      }
    }
    #expect(try told(of: ids[0], at: desk).first?.contains("（冻结：投诉举报核查，审核中）（先决定冻结，再决定本件）") == true)
    #expect(try desk.store.warnings(about: cases).count == 3)

    try desk.act(.withdraw, ["request": "本人申请"], on: ids[2])
    #expect(try told(of: ids[0], at: desk).count == 1)
  }

  @Test func aFreezeThatWasDecidedIsNotUnderWayAnyMore() throws {
    let desk = try deskWithHolder()
    let freeze = try inReview(.freeze, at: desk)
    try desk.act(.approve, Desk.ticks, on: freeze, by: "sun")
    let opened = try desk.store.openCase(
      .unfreeze, ["certificate": Self.number, "reason": "核查无误"], by: Desk.session("bai"))

    #expect(try told(of: opened.id, at: desk).isEmpty && told(of: freeze, at: desk).isEmpty)
  }

  @Test(arguments: [ServiceKind.cancel, .freeze]) func anEndThatWasAskedForOnTheOldCardIsNotMetByTheNew(
    _ service: ServiceKind
  ) throws {
    let desk = try deskWithHolder()
    let renewal = try inReview(.renewDamaged, at: desk)
    let end = try inReview(service, at: desk)
    try desk.act(.approve, Desk.ticks, on: renewal, by: "sun")
    try desk.act(.print, ["serial": "A0002"], on: renewal)

    let refused = try #require(try refusal { try desk.act(.approve, Desk.ticks, on: end, by: "sun") })
    #expect(refused.code == "card_as_accepted")
    #expect(refused.message.chinese.contains(try desk.store.application(renewal).number))
    #expect(refused.remedy?.chinese == "撤回本件；新证也要\(service.name.chinese)的，问明后另行登记")
    #expect(try desk.store.certificate(numbered: Self.number).state == .valid)
    #expect(
      try desk.store.allWarnings(of: desk.store.application(end)).contains { $0.code == .cardReplaced })

    try desk.act(.withdraw, ["request": "改为新证"], on: end)
    let again = try inReview(service, at: desk)
    #expect(try desk.act(.approve, Desk.ticks, on: again, by: "sun").state == .approved)
  }

  @Test func whoeverAsksWhatIsPossibleHearsWhatIsUnderWay() throws {
    let desk = try deskWithHolder()
    let end = try desk.store.application(inReview(.cancel, at: desk))
    let offers = try desk.store.serviceOffers(for: Desk.adult, by: Desk.session("chen"))

    let renewal = try #require(offers.first { $0.service == .renewDamaged })
    #expect(renewal.refusal == nil && renewal.notes.count == 1)
    #expect(renewal.notes.allSatisfy { $0.sentence.chinese.contains(end.number) })
  }

  @Test func whatCanNotBePrintedAnyMoreSaysHowTheCaseEnds() throws {
    let desk = try deskWithHolder()
    let renewal = try inReview(.renewDamaged, at: desk)
    let end = try inReview(.cancel, at: desk)
    for id in [renewal, end] { try desk.act(.approve, Desk.ticks, on: id, by: "sun") }

    let refused = try #require(try refusal { try desk.act(.print, ["serial": "A0002"], on: renewal) })
    #expect(refused.remedy?.chinese.hasPrefix("由办证员或审核主管「终止办理」此件") == true)
    for staff in ["chen", "bai"] {
      let offers = try desk.store.offers(on: desk.store.application(renewal), for: Desk.session(staff))
      #expect(offers.first { $0.transition.move == .terminate }?.isPossible == true)
    }
    try desk.act(.terminate, ["reason": "证件已注销"], on: renewal, second: "bai")
    #expect(try desk.store.application(renewal).state == .archived)
  }
}
