import DeskFixtures
import Testing

@testable import Casework

/// A finding that is another one than the card is said where it is entered and where it is decided (domain: 2.5, 4.6).
@Suite struct FindingWarningTests {
  @Test(
    arguments: [
      (ServiceKind.renewExpired, "3", false), (.renewExpired, "1", true), (.change, "2", true), (.change, "none", true),
    ])
  func itIsSaidOfARenewalAndOfAChange(_ service: ServiceKind, _ grade: String, _ isSaid: Bool) throws {
    var here = try #require(try Situation.at(.assigned, service, inDoubt: service == .renewExpired))
    try here.act(.recordResult, ["grade": grade])
    let around = Surroundings(certificate: here.facts.certificate)
    let told = here.application.warnings(under: here.policy, amid: around, on: here.today)
      .filter { $0.code == .findingDiffers }
    #expect(told.count == (isSaid ? 1 : 0))
    #expect(told.allSatisfy { $0.words.isWhole && $0.sentence.chinese.contains("原证为 肢体三级") })
  }
}
