import DeskFixtures
import Testing

@testable import Casework

/// Which days a case may tell of, one after the other (domain: 2.4, 2.6, 2.7, 2.8).
///
/// The card is of 1 January 2020, the
/// holder was born on 12 March 1985, and the case is of 2 March 2026.
@Suite struct PossibleDaysTests {
  private func refusal(
    of service: ServiceKind, _ fields: Entries, on card: Entries = [:], firstIssued: String? = "2020-01-01"
  ) throws -> Refusal? {
    var here = try #require(try Situation.at(.submitted, service))
    here.entries.merge(fields)
    here.register(card)
    here.facts.firstIssued = firstIssued.map(MadeUp.day)
    here.intend(.accept)
    return here.refusal
  }

  private static let events: [(ServiceKind, Entries)] = [
    (.transferOut, [:]), (.cancel, ["reason": "death"]),
    (.freeze, ["reason": "untransferred", "document": "公安 1 号"]),
  ]

  @Test(arguments: events)
  func nothingHappensToACardBeforeItsFirstIssue(_ service: ServiceKind, _ fields: Entries) throws {
    var fields = fields
    fields["event_date"] = "2019-12-31"
    let refused = try #require(try refusal(of: service, fields))
    #expect(refused.code == "days_possible" && refused.fields.first == "event_date")
    for language in Language.allCases {
      #expect(
        refused.message(in: language).contains("2019-12-31") && refused.message(in: language).contains("2020-01-01"))
    }
    fields["event_date"] = "2020-01-01"
    #expect(try refusal(of: service, fields) == nil)
  }

  @Test func aHolderWhoDiedBeforeTheCardWasRenewedIsCancelledAndWhoeverDecidesIsTold() throws {
    var here = try #require(try Situation.at(.submitted, .cancel))
    here.entries.merge(["reason": "death", "event_date": "2019-06-01"])
    here.facts.firstIssued = MadeUp.day("2010-01-01")
    here.intend(.accept)
    #expect(here.refusal == nil)

    let around = Surroundings(certificate: here.facts.certificate)
    let told = here.application.warnings(under: here.policy, amid: around, on: here.today)
    let warning = try #require(told.first { $0.code == .eventBeforeCard })
    #expect(warning.words.chinese.contains("2019-06-01") && warning.words.chinese.contains("2020-01-01"))
  }

  @Test func whatAFreezeIsToLookIntoMayBeOlderThanTheCard() throws {
    #expect(try refusal(of: .freeze, ["event_date": "2019-05-01"]) == nil)
    #expect(
      try refusal(of: .freeze, ["event_date": "1985-03-11"], on: ["birth": "1985-03-12"])?.code == "days_possible")
  }

  private static let announcements: [(String, String, Entries, String?)] =
    [
      ("2019-12-31", "", [:], "2020-01-01"), ("2020-02-01", "", ["hand_over.on": "2020-02-03"], "2020-02-03"),
      ("2026-02-10", "", ["found.on": "2026-02-20"], "2026-02-20"), ("2026-02-10", "2026-02-11", [:], "2026-02-11"),
      ("2026-02-10", "2026-02-10", [:], nil), ("2024-02-10", "", ["hand_over.on": "2020-02-03"], nil),
    ]

  @Test(arguments: announcements)
  func onlyAnAnnouncementOfThisLossCounts(
    _ announced: String, _ lost: String, _ card: Entries, _ before: String?
  ) throws {
    let refused = try refusal(of: .reissue, ["announced_on": announced, "event_date": lost], on: card)
    #expect(refused?.code == before.map { _ in "days_possible" })
    guard let refused, let before else { return }
    #expect(refused.fields == ["announced_on"])
    for language in Language.allCases {
      #expect(refused.message(in: language).contains(announced) && refused.message(in: language).contains(before))
    }
  }

  @Test func aCardIsNotLostBeforeItIsInTheHand() throws {
    let refused = try refusal(of: .reissue, ["event_date": "2020-01-20"], on: ["hand_over.on": "2020-02-03"])
    #expect(refused?.code == "days_possible" && refused?.fields == ["event_date"])
    #expect(refused?.message.chinese == "遗失日期 2020-01-20 早于此证交付日期 2020-02-03")
  }

  @Test func nobodyHoldsACardFromBeforeTheBirth() throws {
    let fields: Entries = ["valid_from": "1985-03-11", "valid_to": "1995-03-11"]
    #expect(try refusal(of: .transferIn, fields)?.fields == ["valid_from"])
    #expect(try refusal(of: .new, ["treatment_end": "1985-03-11"])?.fields == ["treatment_end"])
  }
}
