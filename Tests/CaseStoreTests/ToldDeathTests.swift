import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// A family tells the office of a death: what the office saw of the holder since is told to whoever decides (features: 45, 55).
@Suite struct ToldDeathTests {
  /// A cancellation for a death, and the warnings beside it.
  private func warnings(of person: Person, died day: String, at desk: Desk) throws -> [Application.Warning] {
    let opened = try desk.store.openCase(
      .cancel, ["certificate": person.number, "reason": "death", "event_date": day], by: Desk.session("chen"))
    try desk.act(.submit, ["materials": "DP"], on: opened.id)
    let accepted = try desk.act(.accept, on: opened.id)
    return try desk.store.allWarnings(of: accepted)
  }

  private func called(_ person: Person, on day: String, at desk: Desk) throws {
    try desk.store.record(
      .contact, ["about": "renewal", "result": "will_come", "date": day], onCertificate: person.number,
      by: Desk.session("chen"))
  }

  @Test(arguments: [("2026-03-24", 1), ("2026-03-20", 0), ("2026-03-18", 0)])
  func aCallAfterTheDayOfDeathIsTold(_ day: String, _ count: Int) throws {
    var (desk, people) = try Desk.withPeople(1)
    desk.go(to: "2026-03-25")
    try called(people[0], on: day, at: desk)

    let told = try warnings(of: people[0], died: "2026-03-20", at: desk).filter { $0.code == .lifeAfterDeath }

    #expect(told.count == count)
    #expect(
      told.allSatisfy {
        $0.sentence.chinese.hasPrefix("所报死亡日期 2026-03-20 之后，2026-03-24 联系：已告知，将来办理")
          && !$0.sentence.english.isEmpty
      })
  }

  @Test func aRenewalTakenInAfterTheDeathIsTold() throws {
    var (desk, people) = try Desk.withPeople(1)
    desk.go(to: "2026-03-25")
    let renewal = try desk.store.openCase(
      .renewDamaged, ["certificate": people[0].number], by: Desk.session("chen"))
    try desk.act(.submit, ["materials": "OC,ID,HK,PH×3"], on: renewal.id)

    let told = try warnings(of: people[0], died: "2026-03-20", at: desk).filter { $0.code == .lifeAfterDeath }

    #expect(told.count == 1 && told[0].sentence.chinese.contains(renewal.number))
  }

  @Test func anotherReasonAsksForNone() throws {
    var (desk, people) = try Desk.withPeople(1)
    desk.go(to: "2026-03-25")
    try called(people[0], on: "2026-03-24", at: desk)
    let opened = try desk.store.openCase(
      .cancel, ["certificate": people[0].number, "reason": "voluntary"], by: Desk.session("chen"))

    #expect(try !desk.store.allWarnings(of: opened).contains { $0.code == .lifeAfterDeath })
  }

  /// A cancellation for a death, ready to be decided.
  private func inReview(_ person: Person, died day: String, at desk: Desk) throws -> Int64 {
    let opened = try desk.store.openCase(
      .cancel, ["certificate": person.number, "reason": "death", "event_date": day], by: Desk.session("chen"))
    try desk.act(.submit, ["materials": "DP"], on: opened.id)
    try desk.act(.accept, on: opened.id)
    try desk.act(.noAssessment, on: opened.id)
    return opened.id
  }

  @Test func aDeathAfterWhichTheHolderWasSeenIsApprovedWithAReasonThatIsKept() throws {
    var (desk, people) = try Desk.withPeople(1)
    desk.go(to: "2026-03-25")
    try called(people[0], on: "2026-03-24", at: desk)
    let id = try inReview(people[0], died: "2026-03-20", at: desk)

    let refused = try #require(try refusal { try desk.act(.approve, Desk.ticks, on: id, by: "sun") })
    #expect(refused.code == "life_explained" && refused.fields == ["reason"])
    #expect(refused.message.chinese.contains("2026-03-24 联系") && refused.remedy?.chinese.contains("reason") == true)
    var fields = Desk.ticks
    fields["reason"] = "派出所核实，电话是其子接的"
    let approved = try desk.act(.approve, fields, on: id, by: "sun")

    #expect(approved.value("reason", of: .approve) == "派出所核实，电话是其子接的")
    #expect(approved.value("life", of: .approve).hasPrefix("contacted_after \(people[0].number) 2026-03-24"))
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func aDeathAfterWhichNothingWasSeenNeedsNone() throws {
    var (desk, people) = try Desk.withPeople(1)
    desk.go(to: "2026-03-25")
    try called(people[0], on: "2026-03-19", at: desk)
    let id = try inReview(people[0], died: "2026-03-20", at: desk)

    #expect(try desk.act(.approve, Desk.ticks, on: id, by: "sun").value("life", of: .approve).isEmpty)
  }

  @Test(arguments: [ServiceKind.renewDamaged, .reissue, .freeze, .transferOut])
  func everyOtherCaseOfThePersonTellsOfTheDeathUnderWay(_ service: ServiceKind) throws {
    var (desk, people) = try Desk.withPeople(1)
    desk.go(to: "2026-03-25")
    let id = try inReview(people[0], died: "2026-03-20", at: desk)
    let other = try desk.store.openCase(service, ["certificate": people[0].number], by: Desk.session("chen"))
    func told() throws -> [String] {
      try desk.store.allWarnings(of: other).filter { $0.code == .deathUnderWay }.map(\.sentence.chinese)
    }

    let number = try desk.store.application(id).number
    #expect(try told() == ["此人有死亡注销在办：\(number)（审核中），所报死亡日期 2026-03-20"])
    try desk.act(.withdraw, ["request": "报错了人"], on: id)
    #expect(try told().isEmpty)
  }

  @Test(arguments: [ServiceKind.renewDamaged, .reissue, .renewInformation, .transferOut])
  func itGoesOnTellingOnceTheDeathIsRegistered(_ service: ServiceKind) throws {
    var (desk, people) = try Desk.withPeople(1)
    desk.go(to: "2026-03-25")
    let other = try desk.store.openCase(service, ["certificate": people[0].number], by: Desk.session("chen"))
    let id = try inReview(people[0], died: "2026-03-24", at: desk)
    var fields = Desk.ticks
    fields["reason"] = "派出所核实，家属已交死亡证明"
    try desk.act(.approve, fields, on: id, by: "sun")

    let told = try desk.store.allWarnings(of: other).filter { $0.code == .deathRegistered }.map(\.sentence.chinese)
    #expect(told == ["此人已登记死亡：证件 \(people[0].number) 因死亡注销，死亡日期 2026-03-24"])
  }

  /// What was asked for after that day is a sign of life; what was under way before it is named all the same.
  @Test(arguments: [("2026-03-20", Application.Warning.Code.lifeAfterDeath), ("2026-03-25", .otherOpen)])
  func whoeverCancelsForADeathSeesWhatIsUnderWay(_ died: String, _ code: Application.Warning.Code) throws {
    var (desk, people) = try Desk.withPeople(1)
    desk.go(to: "2026-03-25")
    let draft = try desk.store.openCase(.reissue, ["certificate": people[0].number], by: Desk.session("chen"))
    let id = try inReview(people[0], died: died, at: desk)

    let told = try desk.store.allWarnings(of: desk.store.application(id))
    #expect(told.filter { $0.sentence.chinese.contains(draft.number) }.map(\.code) == [code])
  }

  @Test func aCorrectionToAnotherNumberIsUnderWayForTheSamePerson() throws {
    var (desk, people) = try Desk.withPeople(1)
    desk.go(to: "2026-03-25")
    let correction = try desk.store.openCase(
      .renewInformation,
      ["certificate": people[0].number, "identity": MadeUp.identity(born: "1985-03-13", sequence: 21)],
      by: Desk.session("chen"))
    let id = try inReview(people[0], died: "2026-03-20", at: desk)

    let told = try desk.store.allWarnings(of: desk.store.application(id)).filter { $0.code == .lifeAfterDeath }
    #expect(told.count == 1 && told[0].sentence.chinese.contains(correction.number))
    #expect(try desk.store.allWarnings(of: correction).contains { $0.code == .deathUnderWay })
  }

  @Test(arguments: ServiceKind.allCases.filter(\.isOnCertificate))
  func aNumberThatTheRegisterDoesNotHaveIsSaidWhenTheCaseIsOpened(_ service: ServiceKind) throws {
    let desk = try Desk()
    let opened = try desk.store.openCase(
      service, ["certificate": Desk.adult + "43"], by: Desk.session("chen"))

    let told = try desk.store.allWarnings(of: opened).filter { $0.code == .certificateUnknown }
    #expect(told.map(\.sentence.chinese) == ["登记册中没有证件 \(Desk.adult)43"])
  }
}
