import DeskFixtures
import Testing

@testable import Casework

/// Cards that would have ended when they are made, and what a case leaves behind (domain: 2.3, 2.4, 2.5).
@Suite struct LeftBehindTests {
  @Test(arguments: [("2026-03-01", "certificate_fits"), ("2026-03-02", nil)] as [(String, String?)])
  func aLostCardThatHasEndedIsRenewedAndNotReissued(_ end: String, _ refusal: String?) throws {
    for move in [Application.Move.submit, .accept] {
      var here = try #require(try Situation.at(move == .submit ? .draft : .submitted, .reissue))
      here.register(["valid_to": end], state: .lost)
      here.intend(move)
      #expect(here.refusal?.code == refusal)
      if refusal != nil { #expect(here.refusal?.remedy?.chinese.contains("期满换领") == true) }
    }
    var renewal = Situation.draft(.renewExpired)
    renewal.register(["valid_to": end], state: .lost)
    renewal.intend(.submit)
    #expect(renewal.refusal == nil)
  }

  @Test func whatWasAcceptedInTimeIsMade() throws {
    var here = try #require(try Situation.at(.approved, .reissue))
    here.register(["valid_to": here.today.iso])
    here.today = here.today.adding(days: 1)
    here.intend(.print)
    #expect(here.refusal == nil)
  }

  @Test(arguments: [("2026-03-01", true), ("2026-03-02", false)])
  func aCorrectedCardThatHasEndedIsSaid(_ end: String, _ isMarked: Bool) throws {
    var here = try #require(try Situation.at(.submitted, .renewInformation))
    here.register(["valid_to": end])
    try here.act(.accept)
    let warnings = here.application.warnings(under: here.policy, on: here.today)
    #expect(warnings.contains { $0.code == .cardEnded } == isMarked)
    #expect(warnings.allSatisfy { $0.words.isWhole })
  }

  @Test(
    arguments: [
      (["assessed_on": "2021-05-05"], "2021-05-05"), (["assessed_on": ""], "2016-08-01"),
      (["assessed_on": "", "valid_from": ""], ""),
    ] as [(Entries, String)])
  func aRenewalWithoutAnAssessmentIsNone(_ held: Entries, _ assessed: String) throws {
    var here = try #require(try Situation.at(.approved, .renewExpired))
    here.register(held)
    let card = here.application.cardEntries(
      number: Situation.adult + "43", replacing: here.facts.certificate, approvedOn: here.today)
    #expect(card.text("assessed_on") == assessed)
    #expect(card.text("valid_from") == here.today.iso)
  }

  @Test func aReissueThatEndsWithoutACardSaysThatTheOldOneIsLost() throws {
    for move in [Application.Move.withdraw, .refuse] {
      var here = try #require(try Situation.at(.review, .reissue))
      try here.act(move)
      let warnings = here.application.warnings(under: here.policy, on: here.today)
      #expect(warnings.map(\.code) == [.leftLost] && warnings.allSatisfy { $0.words.isWhole })
    }
    var early = try #require(try Situation.at(.submitted, .reissue))
    try early.act(.withdraw)
    #expect(early.application.warnings(under: early.policy, on: early.today).isEmpty)
  }
}
