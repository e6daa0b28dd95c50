import DeskFixtures
import Testing

@testable import Casework

/// What is odd in a number that passes every check is said to whoever takes the case in and whoever decides (domain: 4.1).
@Suite struct NumberWarningTests {
  private static let elsewhere = MadeUp.identity(born: "1985-03-12", sequence: 21, district: "999999")
  private static let old = MadeUp.identity(born: "1925-03-01", sequence: 21)

  private func codes(_ here: Situation) -> [String] {
    here.application.warnings(under: here.policy, amid: Surroundings(), on: here.today)
      .filter { [.districtUnknown, .veryOld, .birthDiffers].contains($0.code) }.map(\.code.rawValue)
  }

  @Test(
    arguments: [
      (Situation.adult, "", []), (elsewhere, "", ["district_unknown"]), (old, "", ["age_over_100"]),
      (MadeUp.identity(born: "1925-12-31", sequence: 21), "", []), (Situation.adult, "1985-03-12", []),
      (Situation.adult, "1985-03-13", ["birth_differs"]),
      (MadeUp.identity(born: "1985-03-12", sequence: 21, district: "130429"), "", []),
    ] as [(String, String, [String])])
  func itIsSaidFromTheDraftToTheDecisionAndRefusesNothing(
    _ identity: String, _ birth: String, _ said: [String]
  ) throws {
    for state in [Application.State.draft, .submitted, .accepted, .review] {
      var here = try #require(try Situation.at(state, identity: identity))
      here.entries["birth"] = birth.isEmpty ? nil : birth
      #expect(codes(here) == said, "\(state.rawValue)")
    }
    var here = try #require(try Situation.at(.submitted, identity: identity))
    here.entries["birth"] = birth.isEmpty ? nil : birth
    let event = try #require(try here.act(.accept, returning: true))
    #expect(event.data.text("warned") == said.joined(separator: ","))
    let approved = try #require(try Situation.at(.approved, identity: identity))
    #expect(codes(approved).isEmpty)
  }

  @Test(arguments: [("identity", ["district_unknown"]), ("name", [])] as [(String, [String])])
  func aDistrictIsAskedAboutAgainWhereTheNumberChanges(_ changed: String, _ said: [String]) throws {
    var here = try #require(try Situation.at(.submitted, .renewInformation))
    here.entries.merge(["identity": Self.elsewhere, "changes": changed])
    here.register(["identity": changed == "identity" ? Situation.adult : Self.elsewhere])
    #expect(codes(here).filter { $0 == "district_unknown" } == said)
  }

  @Test func theSentencesNameBothValuesInBothLanguages() throws {
    var here = try #require(try Situation.at(.submitted, identity: Self.old))
    here.entries["birth"] = "1952-03-01"
    let told = here.application.numberWarnings(on: here.today)
    #expect(told.allSatisfy { $0.words.isWhole })
    let words = told.map(\.sentence.chinese).joined()
    for value in ["1952-03-01", "1925-03-01", "101 岁"] { #expect(words.contains(value)) }
  }
}

extension Situation {
  /// Makes a move and tells what was kept of it.
  mutating func act(_ move: Application.Move, _ changes: Entries = [:], returning: Bool) throws(Refusal) -> Event<
    Application
  >? {
    intend(move)
    fields.merge(changes)
    let event = try happen()
    return returning ? event : nil
  }
}
