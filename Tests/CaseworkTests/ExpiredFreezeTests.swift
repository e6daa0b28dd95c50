import DeskFixtures
import Testing

@testable import Casework

/// A certificate that ended and was not renewed is frozen only where the office has set it so (domain: 2.8).
@Suite struct ExpiredFreezeTests {
  /// The case is of 2 March 2026.
  @Test(
    arguments: [
      ("2026-03-01", "true", nil), ("2026-03-02", "true", "freeze_ground_open"),
      ("2026-03-01", "false", "freeze_ground_open"),
    ] as [(String, String, String?)])
  func itTakesTheSettingAndTheEndOfTheCard(_ end: String, _ setting: String, _ refusal: String?) throws {
    for (state, move) in [
      (Application.State.draft, Application.Move.submit), (.submitted, .accept), (.review, .approve),
    ] {
      var here = try #require(try Situation.at(state, .freeze))
      here.register(["valid_to": end])
      here.entries["reason"] = "expired_no_renewal"
      here.entries["document"] = nil
      here.policy[.freezesExpired] = setting
      here.intend(move)
      #expect(here.refusal?.code == refusal, "\(move.rawValue)")
      #expect(here.refusal?.remedy?.isWhole ?? true)
    }
  }

  @Test func byItselfNoOfficeFreezesIt() { #expect(!Policy().expiredMayBeFrozen) }
}
