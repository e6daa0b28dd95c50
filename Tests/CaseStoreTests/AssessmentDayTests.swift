import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// A day ends for those who did not come; nothing that was signed is lost by it.
@Suite struct AssessmentDayTests {
  private func panelDay(_ desk: Desk, _ cases: [Int64]) throws -> String {
    let day = try desk.store.planDay(on: desk.day, place: "岩垅村", institution: "", by: Desk.session("chen"))
    let numbers = try cases.map { try desk.store.application($0).number }
    try desk.store.list(numbers, on: day.code, by: Desk.session("chen"))
    return day.code
  }

  private func tick(_ desk: Desk, _ id: Int64, _ mark: AssessmentDay.Mark, on day: String) throws {
    try desk.store.tick(desk.store.application(id).number, mark, on: day, by: Desk.session("chen"))
  }

  @Test func whoWasSignedAboutDidCome() throws {
    let desk = try Desk()
    let id = try desk.accepted()
    let day = try panelDay(desk, [id])
    try desk.act(.chooseDirect, Desk.panel, on: id)
    try tick(desk, id, .absent, on: day)
    try desk.sign(id, by: "li")

    #expect(try refusalCode { try desk.store.close(day, by: Desk.session("chen")) } == "nobody_signed")
    #expect(try refusalCode { try tick(desk, id, .absent, on: day) } == "nobody_signed")
    #expect(
      try refusalCode { try desk.act(.missAppointment, ["date": desk.day.iso], on: id) } == "nobody_signed")
    #expect(try desk.store.application(id).signatures.count == 1)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func aDayWithPeopleWithoutOutcomeEndsOnlyWhenSomebodySaysSo() throws {
    let desk = try Desk()
    let (came, left) = (try desk.accepted(), try desk.accepted("110105194912310038", name: "李莉"))
    let day = try panelDay(desk, [came, left])
    try tick(desk, came, .present, on: day)
    try desk.act(.withdraw, ["request": "本人申请"], on: left)
    #expect(try refusalCode { try tick(desk, left, .present, on: day) } == "case_over")

    #expect(try refusalCode { try desk.store.close(day, by: Desk.session("chen")) } == "day_without_outcome")
    #expect(try desk.store.close(day, leavingOpen: true, by: Desk.session("chen")).isEmpty)
    #expect(try desk.store.application(came).state == .accepted)
  }

  @Test func whatAPanelMayNotAssessIsNotListedAndSaysWhy() throws {
    let desk = try Desk()
    let limb = try desk.accepted()
    let opened = try desk.store.openCase(
      .new, Desk.fields("110105194912310038", name: "李莉").adding("category", "2"), by: Desk.session("chen"))
    try desk.act(.submit, ["materials": "ID,HK,PH×3,AF"], on: opened.id)
    try desk.act(.accept, on: opened.id)
    let day = try desk.store.planDay(on: desk.day, place: "岩垅村", institution: "", by: Desk.session("chen"))
    let hospital = try desk.store.planDay(on: desk.day, place: "中医院", institution: "ZY", by: Desk.session("chen"))

    for (code, refusal) in [(day.code, "category_for_panel"), (hospital.code, "institution_listed")] {
      let found = try desk.store.listable(on: code, by: Desk.session("chen"))
      #expect(found.possible.map(\.id) == [limb] && found.hindered.map(\.application.id) == [opened.id])
      #expect(found.hindered.map(\.refusal.code) == [refusal])
      #expect(try refusalCode { try desk.store.list([opened.number], on: code, by: Desk.session("chen")) } == refusal)
    }
  }

  @Test func aListGoesVillageByVillageAndIsPutInOrder() throws {
    let desk = try Desk()
    let addresses = ["湖南省洪江市岩垅乡青树村3组", "湖南省怀化市洪江市安江镇大坪村1组", "洪江市岩垅乡青树村1组"]
    let people = ["110105194912310038", "110105194912310054", "110105194912310070"]
    let cases = try zip(addresses, people).map { address, identity in
      let fields = Desk.fields(identity, name: "李莉").adding("address", address)
      let opened = try desk.store.openCase(.new, fields, by: Desk.session("chen"))
      try desk.act(.submit, ["materials": "ID,HK,PH×3,AF"], on: opened.id)
      return try desk.act(.accept, on: opened.id).number
    }
    let code = try panelDay(desk, [])
    let found = try desk.store.listable(on: code, by: Desk.session("chen")).possible.map(\.number)
    #expect(found == [cases[1], cases[0], cases[2]])
    try desk.store.list(found, on: code, by: Desk.session("chen"))

    try desk.store.move(cases[2], to: 1, on: code, by: Desk.session("chen"))
    try desk.store.takeOff(cases[1], from: code, by: Desk.session("chen"))

    #expect(try desk.store.assessmentDay(code).cases == [cases[2], cases[0]])
    #expect(try desk.store.listable(on: code, by: Desk.session("chen")).possible.map(\.number) == [cases[1]])
    try desk.store.tick(cases[2], .present, on: code, by: Desk.session("chen"))
    for (refusal, act) in [
      ("day_ticked", { try desk.store.takeOff(cases[2], from: code, by: Desk.session("chen")) }),
      ("not_on_the_list", { try desk.store.takeOff(cases[1], from: code, by: Desk.session("chen")) }),
      ("no_such_place", { try desk.store.move(cases[0], to: 3, on: code, by: Desk.session("chen")) }),
      ("not_your_role", { try desk.store.move(cases[0], to: 1, on: code, by: Desk.session("sun")) }),
    ] as [(String, () throws -> Void)] {
      #expect(try refusalCode(act) == refusal)
    }
    #expect(try desk.store.verify().firstProblem == nil)
  }
}

extension Entries {
  fileprivate func adding(_ code: String, _ text: String) -> Entries {
    var entries = self
    entries[code] = text
    return entries
  }
}
