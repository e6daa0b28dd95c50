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
}

extension Entries {
  fileprivate func adding(_ code: String, _ text: String) -> Entries {
    var entries = self
    entries[code] = text
    return entries
  }
}
