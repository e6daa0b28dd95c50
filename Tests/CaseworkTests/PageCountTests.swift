import Testing

@testable import Casework

/// A file that is handed over or put away has pages.
@Suite struct PageCountTests {
  @Test(arguments: [("0", false), ("-1", false), ("一", false), ("1.5", false), ("1", true), ("012", true)])
  func aFileHasAtLeastOnePage(_ pages: String, _ isTaken: Bool) throws {
    var here = try #require(try Situation.at(.collected))
    here.intend(.archive)
    here.fields["pages"] = pages

    if isTaken {
      try here.happen()
      #expect(here.state == .archived)
    } else {
      let refusal = #expect(throws: Refusal.self) { try here.happen() }
      #expect(refusal?.code == "bad_value" && refusal?.message.isWhole == true)
    }
  }
}
