import DeskFixtures
import Testing

@testable import Casework

/// The number of a guardian whom no rule asks for is looked at all the same.
@Suite struct HelperNumberTests {
  @Test(arguments: [
    ("431281197001010018", ["未通过校验"]), (MadeUp.identity(born: "2015-01-01"), ["按号码未满 18 周岁"]),
    (MadeUp.identity(born: "1970-01-01"), []), ("", []),
  ])
  func itIsTold(_ number: String, _ told: [String]) throws {
    var here = try #require(try Situation.at(.submitted, .new))
    here.entries.merge(["guardian.identity": number])
    let found = here.application.numberWarnings(on: here.today).filter { $0.code == .helperNumberOdd }
    #expect(found.count == told.count)
    #expect(zip(found, told).allSatisfy { $0.sentence.chinese.hasSuffix($1) && !$0.sentence.english.isEmpty })
  }
}
