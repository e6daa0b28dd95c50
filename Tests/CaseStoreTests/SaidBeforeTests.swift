import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// What will stand in the way is said before somebody comes up against it, in words that fit on a screen, with the way on.
@Suite struct SaidBeforeTests {
  private func warnings(_ code: Application.Warning.Code, of id: Int64, at desk: Desk) throws -> [String] {
    try desk.store.allWarnings(of: desk.store.application(id)).filter { $0.code == code }.map(\.sentence.chinese)
  }

  @Test func everyOtherCaseOfThePersonIsToldFromTheDraftOn() throws {
    let desk = try Desk()
    let ids = try (1...3).map { _ in
      try desk.store.openCase(.new, Desk.fields(Desk.adult), by: Desk.session("chen")).id
    }
    let numbers = try ids.map { try desk.store.application($0).number }

    let said = try warnings(.otherOpen, of: ids[2], at: desk)
    #expect(said == ["此人另有业务 \(numbers[0])、\(numbers[1])：同时只能办一件，受理前把其他的都办结或撤回"])

    for id in ids { try desk.act(.submit, ["materials": "ID,HK,PH×3,AF"], on: id) }
    let refused = try #require(try refusal { try desk.act(.accept, on: ids[2]) })
    #expect(refused.code == "no_other_open_case")
    #expect(refused.remedy?.chinese == "请先把这 2 件都办结或撤回")
    for id in ids.prefix(2) { try desk.act(.withdraw, ["request": "申请人书面撤回申请"], on: id) }
    #expect(try warnings(.otherOpen, of: ids[2], at: desk).isEmpty)
    #expect(try desk.act(.accept, on: ids[2]).state == .accepted)
  }

  @Test func whatWasSubmittedIsEditedAfterItIsReturned() throws {
    var desk = try Desk()
    let id = try desk.submitted()
    func remedy() throws -> String {
      try #require(try refusal { try desk.act(.edit, ["phone": "13900005678"], on: id) }).remedy?.chinese ?? ""
    }

    #expect(try remedy().hasPrefix("由办证员先「退回补正」"))
    try desk.act(.accept, on: id)
    try desk.assessedByHospital(id)
    #expect(try remedy().contains("由审核主管或理事长「退回补正」"))
    try desk.posted(id)
    #expect(try remedy().hasPrefix("由审核主管或理事长先「退回补正」"))
  }

  @Test func aLongReasonIsQuotedInShort() throws {
    let desk = try Desk()
    let reason = String(repeating: "家在深山户口簿遗失待补办", count: 20)
    let opened = try desk.store.openCase(.new, Desk.fields(Desk.adult), by: Desk.session("chen"))
    try desk.act(.submit, ["materials": "ID,PH×3,AF", "waived": "HK:\(reason)"], on: opened.id)
    try desk.act(.accept, on: opened.id)

    let said = try #require(try warnings(.papersWaived, of: opened.id, at: desk).first)

    #expect(said.hasPrefix("免交材料：户口簿（\(reason.prefix(29))…）"))
    #expect(said.count < 60)
  }
}
