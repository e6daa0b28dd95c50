import DeskFixtures
import Testing

@testable import Casework

/// A certificate ends as a duplicate only where the other one is named and stands (domain: 2.7, DUPLICATE).
@Suite struct DuplicateEndsTests {
  private static let other = MadeUp.identity(born: "1985-03-12", sequence: 33)

  private func cancelling(keeping kept: Certificate?) throws -> Situation {
    var here = try #require(try Situation.at(.draft, .cancel))
    here.entries.merge(["reason": "duplicate", "kept_certificate": kept?.number ?? ""])
    here.facts.keptCertificate = kept
    here.intend(.submit)
    return here
  }

  @Test func nobodysOnlyCertificateIsADuplicate() throws {
    let refused = try #require(try cancelling(keeping: nil).refusal)
    #expect(refused.code == "duplicate_named" && refused.fields == ["kept_certificate"])
  }

  @Test func theOneThatEndsDoesNotStay() throws {
    let here = try cancelling(keeping: nil)
    #expect(try cancelling(keeping: here.facts.certificate).refusal?.code == "duplicate_named")
  }

  @Test func whatStaysIsAlive() throws {
    let ended = Situation.certificate(for: .restore, of: Self.other)
    #expect(try cancelling(keeping: ended).refusal?.code == "duplicate_named")
  }

  @Test func whereItStandsWhoeverDecidesIsToldToCompareThePeople() throws {
    let here = try cancelling(keeping: Situation.certificate(for: .change, of: Self.other))
    #expect(here.refusal == nil)
    #expect(here.application.warnings(under: here.policy, on: here.today).map(\.code).contains(.duplicate))
  }
}
