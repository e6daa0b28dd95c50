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
    #expect(try warnings(keeping: here.facts.keptCertificate, ending: here.facts.certificate, in: here).count == 1)
  }

  /// State or term and category of the one that stays, and of the one that ends; what whoever decides is told.
  @Test(arguments: [
    (("2028-06-30", "2"), ("2028-06-30", "2"), ""), (("2026-01-31", "2"), ("2028-06-30", "2"), "是不是填反了"),
    (("2027-06-30", "2"), ("2028-06-30", "2"), "留存的先到期（另一本到 2028-06-30）"),
    (("2028-06-30", "4"), ("2028-06-30", "2"), "两证类别不同（要注销的是听力）"),
  ])
  func whoeverDecidesSeesWhichOfTheTwoIsTheBetter(
    _ kept: (to: String, category: String), _ ended: (to: String, category: String), _ told: String
  ) throws {
    func card(_ values: (to: String, category: String), _ identity: String) throws -> Certificate {
      let known = try #require(Situation.certificate(for: .change, of: identity))
      var entries = known.entries
      entries.merge(["valid_to": values.to, "category": values.category])
      return Certificate(id: known.id, state: known.state, sequence: 1, since: known.since, entries: entries)
    }
    let stays = try card(kept, Self.other)
    let here = try cancelling(keeping: stays)
    let found = try warnings(
      keeping: stays, ending: try card(ended, MadeUp.identity(born: "1985-03-12", sequence: 34)), in: here)
    #expect(found.count == 1 && found[0].contains("有效期至 \(kept.to)"))
    #expect(told.isEmpty ? !found[0].contains("；") : found[0].contains(told), "\(found)")
  }

  private func warnings(keeping kept: Certificate?, ending ended: Certificate?, in here: Situation) throws -> [String] {
    here.application.warnings(
      under: here.policy, amid: Surroundings(certificate: ended, keptCertificate: kept), on: here.today
    ).filter { $0.code == .duplicate }.map(\.sentence.chinese)
  }
}
