import DeskFixtures
import Testing

@testable import Casework

/// Whom a refusal leaves to be asked (Measures article 25): nobody without a conclusion, nobody after the province.
@Suite struct HigherLevelTests {
  enum Ground: Sendable { case papers, hospital, city, province }

  private func refused(_ ground: Ground) throws -> Situation {
    var here: Situation
    switch ground {
    case .papers: here = try #require(try Situation.at(.review, .renewDamaged))
    case .hospital: here = try #require(try Situation.at(.assessedFail))
    case .city:
      here = try #require(try Situation.at(.reassessCity))
      try here.act(.cityResult, ["grade": "none"])
    case .province:
      here = try #require(try Situation.at(.reassessProvince))
      try here.act(.provResult, ["grade": "none"])
    }
    try here.act(.refuse)
    return here
  }

  @Test(
    arguments: [(.papers, nil), (.hospital, .city), (.city, .province), (.province, nil)]
      as [(Ground, AssessmentPath?)])
  func theRefusalNamesWhoIsLeft(_ ground: Ground, _ level: AssessmentPath?) throws {
    var here = try refused(ground)
    #expect(here.application.nextLevel == level)
    #expect((here.application.clock == nil) == (level == nil))

    try here.act(.deliver)
    here.intend(.archive)
    #expect(here.refusal?.code == (level == nil ? nil : "objection_window_closed"))
  }

  @Test(arguments: [Ground.papers, .province]) func whatNobodyCanBeAskedAboutIsFiledTheNextDay(_ ground: Ground) throws
  {
    var here = try refused(ground)
    #expect(here.application.proposal(on: here.today, under: here.policy) == nil)
    here.today = here.today.adding(days: 1)
    #expect(here.application.proposal(on: here.today, under: here.policy)?.kind == .deliveryMissing)

    try here.act(.deliver)
    #expect(here.application.proposal(on: here.today, under: here.policy)?.kind == .objectionClosed)
    try here.act(.archive)
    #expect(here.state == .archived)
  }
}
