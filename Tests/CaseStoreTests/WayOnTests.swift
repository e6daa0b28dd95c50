import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// What happens to a card while a case is under way leads nowhere into a dead end, and nobody overlooks it.
@Suite struct WayOnTests {
  private static let certificate = Desk.adult + "43"
  private static let clerk = Desk.session("chen")

  private func deskWithHolder() throws -> Desk {
    var desk = try Desk()
    let id = try desk.approved()
    try desk.handedOver(id, serial: "A0001")
    return desk
  }

  private func accepted(_ service: ServiceKind, _ fields: Entries = [:], at desk: Desk) throws -> Int64 {
    var all: Entries = ["certificate": Self.certificate]
    all.merge(fields)
    let opened = try desk.store.openCase(service, all, by: Self.clerk)
    try desk.act(.submit, ["materials": "OC,ID,HK,PH×3,PC,MR,AF,LS,DP"], on: opened.id)
    try desk.act(.accept, on: opened.id)
    return opened.id
  }

  private func reviewed(_ service: ServiceKind, _ fields: Entries = [:], at desk: Desk) throws -> Int64 {
    let id = try accepted(service, fields, at: desk)
    try desk.act(.noAssessment, on: id)
    return id
  }

  private func decided(
    _ service: ServiceKind, _ fields: Entries = [:], by staff: String = "sun", at desk: Desk
  ) throws -> Int64 {
    let id = try reviewed(service, fields, at: desk)
    try desk.act(.approve, Desk.ticks, on: id, by: staff)
    return id
  }

  private func sealed(_ id: Int64, serial: String, at desk: Desk) throws {
    try desk.act(.print, ["serial": serial], on: id)
    try desk.act(.seal, ["approval_seal": "yes", "steel_seal": "yes", "base_entry": "yes"], on: id)
  }

  private func warned(_ id: Int64, at desk: Desk) throws -> [String] {
    let found = try desk.store.application(id)
    return found.warnings(
      under: Policy(), amid: try desk.store.surroundings(of: found), on: desk.store.today
    ).map(\.code.rawValue)
  }

  @Test func aWrongDeathIsTakenBackWhileTheFirstCardWaitsAndTheCardIsHandedOver() throws {
    var desk = try Desk()
    let id = try desk.approved()
    try sealed(id, serial: "A0001", at: desk)
    _ = try decided(.cancel, ["reason": "death", "event_date": desk.store.today.iso], at: desk)
    #expect(try desk.store.certificate(numbered: Self.certificate).state == .cancelled)

    _ = try decided(.restore, ["reason": "公安误报", "document": "更正 1 号"], by: "zhao", at: desk)
    try desk.act(.collect, ["collector": "本人", "identity": Desk.adult], on: id)

    let held = try desk.store.certificate(numbered: Self.certificate)
    #expect(held.state == .valid && !held.isAwaitingCollection)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test(arguments: [true, false])
  func aCardWhoseCaseWasTerminatedIsHandedOverOnceItsCertificateIsRestored(_ isSealed: Bool) throws {
    var desk = try Desk()
    let id = try desk.approved()
    if isSealed { try sealed(id, serial: "A0001", at: desk) } else { try desk.act(.print, ["serial": "A0001"], on: id) }
    _ = try decided(.cancel, ["reason": "death", "event_date": desk.store.today.iso], at: desk)
    try desk.act(.terminate, ["reason": "持证人已死亡"], on: id, second: "bai")
    let ground: Entries = ["reason": "证件已恢复"]
    #expect(try refusalCode { try desk.act(.resume, ground, on: id) } == "card_waits")

    let back = try reviewed(.restore, ["reason": "公安误报", "document": "更正 1 号"], at: desk)
    let number = try desk.store.application(id).number
    let told = try desk.store.allWarnings(of: desk.store.application(back)).map(\.sentence.chinese).joined()
    #expect(told.contains(number) && told.contains("续办领证"))
    try desk.act(.approve, Desk.ticks, on: back, by: "zhao")
    #expect(try desk.act(.resume, ground, on: id).state == (isSealed ? .ready : .printed))
    if !isSealed {
      try desk.act(.seal, ["approval_seal": "yes", "steel_seal": "yes", "base_entry": "yes"], on: id)
    }
    try desk.act(.collect, ["collector": "张秀兰", "identity": Desk.adult], on: id)

    #expect(try !desk.store.certificate(numbered: Self.certificate).isAwaitingCollection)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test(arguments: [ServiceKind.renewDamaged, .renewInformation])
  func aCardLostAfterTheApprovalIsReplacedByTheNewOne(_ service: ServiceKind) throws {
    let desk = try deskWithHolder()
    let id = try decided(service, service == .renewInformation ? ["name": "张秀兰儿"] : [:], at: desk)
    try desk.store.record(.reportLoss, ["statement": "丢失"], onCertificate: Self.certificate, by: Self.clerk)

    try sealed(id, serial: "A0002", at: desk)

    #expect(try desk.store.certificate(numbered: Self.certificate).state == .valid)
  }

  @Test func theCardInTheDrawerIsNotLost() throws {
    let desk = try deskWithHolder()
    let id = try decided(.renewDamaged, at: desk)
    try sealed(id, serial: "A0002", at: desk)
    func lose() throws {
      try desk.store.record(.reportLoss, ["statement": "丢失"], onCertificate: Self.certificate, by: Self.clerk)
    }

    #expect(try refusalCode(lose) == "not_in_drawer")

    try desk.act(.collect, ["collector": "本人", "identity": Desk.adult], on: id)
    #expect(try refusalCode(lose) == "")
  }

  @Test func aFoundedObjectionIsToldWithTheFirstFinding() throws {
    var desk = try Desk()
    let id = try desk.accepted()
    try desk.assessedByHospital(id, grade: "2")
    try desk.act(.postNotice, ["place": "岩垅村"], on: id)
    try desk.act(.object, ["objector": "邻居甲", "content": "走路正常"], on: id)
    try desk.act(.objectionFounded, ["record": "入户核查", "institution": "ZY"], on: id, by: "sun")
    try desk.act(
      .recordResult,
      [
        "form": "119", "institution": "ZY", "doctors": "贺医生", "date": desk.day.iso, "category": "4", "grade": "4",
        "sealed": "yes",
      ], on: id)
    try desk.posted(id)

    let found = try desk.store.application(id)
    #expect(found.firstFinding?.grade?.rawValue == 2 && found.finding?.grade?.rawValue == 4)
    #expect(try warned(id, at: desk).contains("objection_founded"))
    let words = found.warnings(under: Policy(), on: desk.store.today).map(\.sentence.chinese).joined()
    for told in ["邻居甲", "走路正常", "入户核查", "二级"] { #expect(words.contains(told)) }
  }

  @Test func whoDidNotComeAfterAFoundedObjectionIsReferredAnewAndTheNewHospitalsResultCounts() throws {
    let desk = try Desk()
    try desk.store.keep(
      Institution(code: "FY", name: "妇幼保健院", categories: [.limb]), by: Desk.session("admin"))
    func result(of institution: String) -> Entries {
      [
        "form": "119", "institution": institution, "doctors": "贺医生", "date": desk.day.iso, "category": "4",
        "grade": "4", "sealed": "yes",
      ]
    }
    let id = try desk.accepted()
    let day = try desk.store.planDay(on: desk.day, place: "中医院", institution: "ZY", by: Desk.session("chen"))
    try desk.store.list([desk.store.application(id).number], on: day.code, by: Desk.session("chen"))
    try desk.act(.recordResult, result(of: "ZY"), on: id)
    try desk.act(.postNotice, ["place": "岩垅村"], on: id)
    try desk.act(.object, ["objector": "邻居甲", "content": "走路正常"], on: id)
    try desk.act(.objectionFounded, ["record": "入户核查", "institution": "RM"], on: id, by: "sun")
    try desk.act(.missAppointment, ["date": desk.day.iso], on: id)

    #expect(try refusalCode { try desk.act(.chooseHospital, ["institution": "ZY"], on: id) } == "other_institution")
    #expect(try desk.act(.chooseHospital, ["institution": "FY"], on: id).institution == "FY")
    #expect(try refusalCode { try desk.act(.recordResult, result(of: "RM"), on: id) } == "result_complete")
    #expect(try desk.act(.recordResult, result(of: "FY"), on: id).state == .assessedOK)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func aCardFoundAgainIsSaidWhileItsReissueRuns() throws {
    let desk = try deskWithHolder()
    let id = try reviewed(.reissue, at: desk)
    #expect(try !warned(id, at: desk).contains("found_again"))

    try desk.store.record(.found, ["statement": "找回"], onCertificate: Self.certificate, by: Self.clerk)

    #expect(try warned(id, at: desk).contains("found_again"))
  }

  @Test func aCardFoundBeforeTheAcceptanceIsNotSilentlyLostAgain() throws {
    let desk = try deskWithHolder()
    try desk.store.record(.reportLoss, ["statement": "丢失"], onCertificate: Self.certificate, by: Self.clerk)
    let opened = try desk.store.openCase(.reissue, ["certificate": Self.certificate], by: Self.clerk)
    try desk.act(.submit, ["materials": "ID,AF,PH×3,LS"], on: opened.id)
    try desk.store.record(.found, ["statement": "找回"], onCertificate: Self.certificate, by: Self.clerk)

    #expect(try warned(opened.id, at: desk).contains("found_again"))
    try desk.act(.accept, on: opened.id)
    #expect(try warned(opened.id, at: desk).contains("found_again"))
  }

  @Test func aPaperThatIsThePhotoIsAPhoto() throws {
    let desk = try Desk()
    let id = try desk.submitted()
    let text = ReceivedFile(name: "nophoto.jpg", bytes: Array("no photo".utf8))
    func register(_ code: String) throws {
      try desk.store.record(
        .registerPaper, ["code": code, "form": "original", "count": "3", "scan": "nophoto.jpg"],
        files: ["scan": text], on: id, by: Self.clerk)
    }

    #expect(try refusalCode { try register("PH") } == "photo_not_jpeg")
    #expect(try refusalCode { try register("HK") } == "")
  }

  @Test(arguments: [("reported_dead", true), ("reported_moved", true), ("will_come", false)])
  func whatTheFamilySaidOnTheTelephoneIsLookedAtBeforeTheRenewal(_ result: String, _ isSaid: Bool) throws {
    let desk = try deskWithHolder()
    try desk.store.record(
      .contact, ["about": "renewal", "result": result], onCertificate: Self.certificate, by: Self.clerk)
    try desk.store.record(
      .contact, ["about": "renewal", "result": "not_reached"], onCertificate: Self.certificate, by: Self.clerk)
    let id = try reviewed(.renewDamaged, at: desk)

    #expect(try warned(id, at: desk).contains("told_on_call") == isSaid)
  }

  @Test(arguments: [ServiceKind.renewDamaged, .renewInformation, .change])
  func aCardLostWhileItsCaseIsUnderWayIsReplacedByTheNewOne(_ service: ServiceKind) throws {
    let desk = try deskWithHolder()
    let fields: Entries = service == .change ? ["category": "4", "evidence": "病历"] : ["phone": "13900000000"]
    let id = try accepted(service, fields, at: desk)
    if service != .change { try desk.act(.noAssessment, on: id) }
    _ = try desk.store.record(
      .reportLoss, ["statement": "本人声明遗失"], onCertificate: Self.certificate, by: Self.clerk)
    if service == .change {
      try desk.assessedByHospital(id, grade: "2")
      var later = desk
      try later.posted(id)
      #expect(try warned(id, at: later).contains("lost_meanwhile"))
      #expect(try later.act(.approve, Desk.ticks, on: id, by: "sun").state == .approved)
      return
    }

    #expect(try warned(id, at: desk).contains("lost_meanwhile"))
    try desk.act(.approve, Desk.ticks, on: id, by: "sun")
    try sealed(id, serial: "A0002", at: desk)
    #expect(try desk.store.certificate(numbered: Self.certificate)[.serial] == "A0002")
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func aCardLostBeforeAnythingWasAskedForIsReissued() throws {
    let desk = try deskWithHolder()
    _ = try desk.store.record(
      .reportLoss, ["statement": "本人声明遗失"], onCertificate: Self.certificate, by: Self.clerk)
    #expect(try refusalCode { _ = try accepted(.renewDamaged, at: desk) } == "certificate_fits")
  }

  @Test(arguments: [Application.Move.seal, .misprint, .collect])
  func aCardThatWasCancelledWhileItWaitsShowsWhyAndWhatHelps(_ move: Application.Move) throws {
    var desk = try Desk()
    let id = try desk.approved()
    try desk.act(.print, ["serial": "A0001"], on: id)
    if move == .collect {
      try desk.act(.seal, ["approval_seal": "yes", "steel_seal": "yes", "base_entry": "yes"], on: id)
    }
    func offer() throws -> Offer<Application> {
      try #require(
        try desk.store.offers(on: desk.store.application(id), for: Self.clerk).first { $0.transition.move == move })
    }
    #expect(try offer().refusals.isEmpty)
    _ = try decided(.cancel, ["reason": "death", "event_date": desk.store.today.iso], at: desk)

    let refusal = try #require(try offer().refusal)
    #expect(refusal.code == "card_stands" && refusal.message.chinese.contains("死亡"))
    #expect(refusal.remedy?.chinese.contains("恢复") == true)
    #expect(Application.Requirement(rawValue: refusal.code)?.supply.roles == [.clerk, .supervisor])
  }
}
