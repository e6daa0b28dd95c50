import DeskFixtures
import Testing

@testable import Casework

/// The third loss within two years is said to whoever decides (features: 34).
@Suite struct LossTests {
  /// The case is of 2 March 2026.
  @Test(arguments: [
    (["2024-03-02", "2025-05-05"], 3), (["2024-03-01", "2025-05-05"], 0), (["2025-05-05"], 0),
    (["2025-01-01", "2025-05-05", "2025-09-09"], 4),
  ])
  func lossesOfTwoYearsAreCounted(_ earlier: [String], _ counted: Int) throws {
    var here = try #require(try Situation.at(.submitted, .reissue))
    here.facts.earlierLosses = earlier.map(MadeUp.day)
    try here.act(.accept)

    #expect(here.application.losses.count == counted)
    let warnings = here.application.warnings(under: here.policy, on: here.today)
    #expect(warnings.contains { $0.code == .oftenLost } == (counted > 0))
    #expect(warnings.allSatisfy { $0.words.isWhole })
  }

  @Test func aCardThatWasFoundAgainWasNotLost() throws {
    var card = Situation.certificate(for: .reissue, of: Situation.adult)
    let day = MadeUp.day("2026-03-02")
    #expect(card?.lostOn == nil)
    card?.apply(event(.reportLoss, to: .lost, on: day))
    #expect(card?.lostOn == day)
    card?.apply(event(.found, to: .valid, on: day.adding(days: 1)))
    #expect(card?.lostOn == nil)
    card?.apply(event(.reportLoss, to: .lost, on: day.adding(days: 2)))
    #expect(card?.lostOn == day.adding(days: 2))
  }

  private func event(_ move: Certificate.Move, to state: Certificate.State, on day: Day) -> Event<Certificate> {
    Event(move: move, to: state, staff: "chen", at: Instant(milliseconds: 0), day: day, data: ["statement": "声明"])
  }
}
