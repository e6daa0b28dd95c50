import DeskFixtures
import Testing

@testable import Casework

/// What a county or a place of a move may be written as: a new district is asked about, nonsense refused.
@Suite struct PlacesTests {
  @Test(arguments: [
    ("99", false), ("abc", false), ("012345", false), ("43120", false), ("431281", true), ("431299", true),
    ("999999", true),
  ])
  func aCountyIsSixDigitsOfWhichTheFirstIsNoZero(_ code: String, _ isTaken: Bool) throws {
    for field in ["accepting_county", "deciding_county"] {
      var here = try #require(try Situation.at(.draft))
      here.entries[field] = code
      here.intend(.submit)
      #expect(here.refusal?.code == (isTaken ? nil : "counties_known"), "\(field) \(code)")
      if !isTaken { #expect(here.refusal?.fields == [field] && here.refusal?.message.chinese.contains(code) == true) }
    }
  }

  @Test(
    arguments: [
      (ServiceKind.transferOut, "destination", "99", false), (.transferOut, "destination", "abc", false),
      (.transferOut, "destination", "4312 某地", false), (.transferOut, "destination", "431299", true),
      (.transferOut, "destination", "990101", true),
      (.transferOut, "destination", "新设的区", true), (.transferIn, "origin", "99", false),
      (.transferIn, "origin", "abc", false), (.transferIn, "origin", "431299 新区", true),
      (.transferIn, "origin", "鹤城区", true),
    ])
  func aPlaceIsACodeOrANameWhateverIsSaidAboutIt(
    _ service: ServiceKind, _ field: String, _ place: String, _ isTaken: Bool
  ) throws {
    var here = try #require(try Situation.at(.draft, service))
    here.entries.merge([field: place, "reason": "如此写在证明上"])
    here.intend(.submit)
    #expect(here.refusal?.code == (isTaken ? nil : "destination_known"))
    if !isTaken { #expect(here.refusal?.fields == [field]) }
  }

  @Test(arguments: [("431299", true), ("999999", true), ("431281", false), ("", false)])
  func aCodeThatNoTableKnowsIsAskedAboutAndRefusesNothing(_ code: String, _ isAsked: Bool) throws {
    var here = try #require(try Situation.at(.submitted))
    here.entries["deciding_county"] = code
    let told = here.application.warnings(under: here.policy, on: here.today).filter { $0.code == .codeUnknown }
    #expect(told.count == (isAsked ? 1 : 0))
    #expect(told.allSatisfy { $0.words.isWhole && $0.words.chinese.contains(code) })
  }
}
