import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// A card that waits for its holder, or was just given out, tells of a death as every open case does (features: 31, 45).
@Suite struct DeathBesideCardTests {
  /// A first card that waits to be collected.
  private func waiting(at desk: inout Desk) throws -> Application {
    let id = try desk.approved()
    try desk.act(.print, ["serial": "A0001"], on: id)
    return try desk.act(.seal, ["approval_seal": "yes", "steel_seal": "yes", "base_entry": "yes"], on: id)
  }

  private func cancellation(of card: Application, at desk: Desk) throws -> Application {
    let opened = try desk.store.openCase(
      .cancel, ["certificate": card.certificateNumber, "reason": "death", "event_date": desk.day.iso],
      by: Desk.session("chen"))
    return try desk.act(.submit, ["materials": "DP"], on: opened.id)
  }

  private func told(of id: Int64, at desk: Desk) throws -> [String] {
    try desk.store.allWarnings(of: desk.store.application(id))
      .filter { [.deathUnderWay, .deathRegistered].contains($0.code) }.map(\.words.chinese)
  }

  @Test func aCardThatWaitsTellsOfACancellationUnderWay() throws {
    var desk = try Desk()
    let card = try waiting(at: &desk)
    let death = try cancellation(of: card, at: desk)

    let words = try told(of: card.id, at: desk)

    #expect(words.count == 1 && words[0].contains(death.number) && words[0].contains("再往下办"))
  }

  @Test func aCardThatWasGivenOutTellsOfItUntilTheCaseIsFiled() throws {
    var desk = try Desk()
    let card = try waiting(at: &desk)
    try desk.act(.collect, ["collector": "张秀兰", "identity": Desk.adult], on: card.id)
    #expect(try told(of: card.id, at: desk).isEmpty)
    let death = try cancellation(of: card, at: desk)

    #expect(
      try told(of: card.id, at: desk) == [
        "此人有死亡注销在办：\(death.number)（已提交待受理），所报死亡日期 \(desk.day)（证已交出：请查明是谁领走，收回证件）"
      ])
    try desk.act(.accept, on: death.id)
    try desk.act(.noAssessment, on: death.id)
    try desk.act(.approve, Desk.ticks, on: death.id, by: "sun")
    #expect(
      try told(of: card.id, at: desk) == [
        "此人已登记死亡：证件 \(card.certificateNumber) 因死亡注销，死亡日期 \(desk.day)（证已交出：请查明是谁领走，收回证件）"
      ])
    try desk.act(.archive, ["pages": "9", "shelf": "3-2"], on: card.id, by: "dang")
    #expect(try told(of: card.id, at: desk).isEmpty)
  }

  @Test func aCardThatStandsAgainAfterItsCaseWasTerminatedTellsOfAnotherDeath() throws {
    var desk = try Desk()
    let card = try waiting(at: &desk)
    let first = try cancellation(of: card, at: desk)
    try desk.act(.accept, on: first.id)
    try desk.act(.noAssessment, on: first.id)
    try desk.act(.approve, Desk.ticks, on: first.id, by: "sun")
    try desk.act(.terminate, ["reason": "持证人已死亡"], on: card.id, second: "bai")
    let back = try desk.store.openCase(
      .restore, ["certificate": card.certificateNumber, "reason": "公安误报", "document": "更正 1 号"],
      by: Desk.session("chen")
    ).id
    try desk.act(.submit, ["materials": "PC"], on: back)
    try desk.act(.accept, on: back)
    try desk.act(.noAssessment, on: back)
    try desk.act(.approve, Desk.ticks, on: back, by: "zhao")
    #expect(try told(of: card.id, at: desk).isEmpty)

    let again = try cancellation(of: card, at: desk)

    #expect(try told(of: card.id, at: desk).allSatisfy { $0.contains(again.number) })
    #expect(try told(of: card.id, at: desk).count == 1)
  }
}
