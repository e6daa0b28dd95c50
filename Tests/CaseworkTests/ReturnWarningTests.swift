import DeskFixtures
import Testing

@testable import Casework

/// Somebody who left this register comes back with papers that say otherwise: people look, the program decides nothing.
@Suite struct ReturnWarningTests {
  private static let number = Situation.adult + "43"

  private func held(_ changes: Entries = [:], state: Certificate.State = .movedOut) -> Certificate {
    var entries: Entries = [
      "number": Self.number, "identity": Situation.adult, "name": "张秀兰", "category": "4", "grade": "3",
      "valid_from": "2020-01-01", "valid_to": "2030-01-01", "move_out.on": "2024-05-06",
      "move_out.destination": "431202 鹤城区",
    ]
    entries.merge(changes)
    return Certificate(id: 3, state: state, sequence: 2, since: MadeUp.day("2024-05-06"), entries: entries)
  }

  private func told(
    _ changes: Entries, against held: Certificate, in state: Application.State = .submitted
  ) throws -> [Application.Warning] {
    var here = try #require(try Situation.at(state, .transferIn))
    here.entries.merge(changes)
    return here.application.warnings(under: here.policy, amid: Surroundings(heldBefore: held), on: here.today)
  }

  @Test(
    arguments: [
      ([:], []), (["origin": "湖南省怀化市鹤城区"], []), (["origin": "431202"], []),
      (["certificate": Situation.adult + "42"], ["disability_differs"]),
      (["certificate": Situation.adult + "13"], ["disability_differs"]),
      (["valid_to": "2029-01-01"], ["dates_differ"]), (["valid_from": "2021-01-01"], ["dates_differ"]),
      (["origin": "中方县"], ["origin_differs"]), (["name": "张秀芝"], ["name_differs"]),
    ] as [(Entries, [String])])
  func whatThePapersSayOtherwiseIsSaid(_ papers: Entries, _ codes: [String]) throws {
    #expect(try told(papers, against: held()).map(\.code.rawValue) == codes)
    #expect(try told(papers, against: held(), in: .review).map(\.code.rawValue) == codes)
    #expect(try told(papers, against: held(), in: .approved).isEmpty)
  }

  @Test func bothValuesAreNamedAndThatAnAssessmentMayBeNeeded() throws {
    let papers: Entries = [
      "certificate": Situation.adult + "22", "valid_from": "2023-02-02", "valid_to": "2033-02-02", "origin": "中方县",
    ]
    let all = try told(papers, against: held())
    let words = all.map(\.sentence.chinese).joined(separator: "。")
    for value in [
      "听力二级", "肢体三级", "重新评定", "2023-02-02～2033-02-02", "2020-01-01～2030-01-01", "中方县", "鹤城区", "2024-05-06",
    ] { #expect(words.contains(value), "\(value)") }
    // A place is called by its Chinese name in both languages.
    #expect(all.filter { $0.code != .originDiffers }.allSatisfy { $0.words.isWhole })
  }

  @Test func aCertificateThatWasCancelledHereIsSaidWithItsReason() throws {
    let ended = held(["cancel.reason": "untransferred", "cancel.on": "2025-06-07"], state: .cancelled)
    let words = try told([:], against: ended).map(\.sentence.chinese).joined()
    #expect(words.contains("2025-06-07") && words.contains("迁出逾期未转"))
  }

  @Test func whoeverWasNeverHereIsNotCompared() throws {
    let here = try #require(try Situation.at(.submitted, .transferIn))
    #expect(here.application.returnWarnings(against: nil).isEmpty)
  }
}
