import DeskFixtures
import Testing

@testable import Casework

/// Walks every path of every service that people can take, dishonest ones included.
@Suite struct EveryPathTests {
  @Test(arguments: [Situation.adult, Situation.minor])
  func nothingIsPrintedWithoutAcceptanceAssessmentNoticeAndAnotherPersonsApproval(_ identity: String) throws {
    let walked = Walked(from: Walked.begin(.new, identity), without: Self.higherLevels)
    let elsewhere: Set<Application.State> = [.forwarded, .reassessCity, .reassessProvince]

    #expect(walked.spots > 500)
    #expect(walked.states == Set(Application.State.allCases).subtracting(elsewhere))
    #expect(walked.decided == ["panel", "hospital"])
    #expect(walked.strays == [])
  }

  @Test func whatOtherCountiesThePrefectureAndTheProvinceDoIsNoWayAround() throws {
    let walked = Walked(from: Walked.begin(.new, Situation.adult), without: [.chooseDirect, .object, .registerPaper])

    #expect(walked.spots > 500)
    #expect(walked.states == Set(Application.State.allCases).subtracting([.panel, .objection]))
    #expect(walked.decided == ["hospital"])
    #expect(walked.strays == [])
  }

  /// Walked by themselves: together with panel and objections they would multiply the ways.
  private static let higherLevels: Set<Application.Move> = [.askCity, .askProvince, .forward, .registerPaper]

  @Test(arguments: ServiceKind.allCases.filter { $0 != .new })
  func everyServiceTakesItsDueCourse(_ service: ServiceKind) throws {
    let walked = Walked(from: Walked.begin(service, Situation.adult), without: [.object, .registerPaper])
    let ways: Set<String> =
      switch service.steps.assessment {
      case .always: ["hospital"]
      case .onDoubt: ["hospital", "none"]
      case .never: ["none"]
      }

    #expect(walked.decided == ways)
    #expect(walked.states.contains(.printed) == (service.steps.card != .never))
    #expect(walked.states.contains(.assigned) == (service.steps.assessment != .never))
    #expect(!walked.states.contains(.panel))
    #expect(walked.states.contains(.archived))
    #expect(walked.strays == [])
  }

  /// A card that three people gave by eye is looked at in hospital at its renewal (domain: 0, conflict 1).
  @Test func aCardThatAPanelGaveIsNeverRenewedWithoutAHospital() throws {
    var begin = Walked.begin(.renewExpired, Situation.adult)
    begin.register(["path": "panel"])
    let walked = Walked(from: begin, without: Self.higherLevels)

    #expect(walked.decided == ["hospital"])
    #expect(walked.strays == [])
  }

  @Test func whereTheOfficePrintsNoCardForWhoMovesInTheWayEndsWithoutOne() throws {
    var begin = Walked.begin(.transferIn, Situation.adult)
    begin.policy[.transferInPrintsCard] = "false"
    let walked = Walked(from: begin, without: Self.higherLevels)

    #expect(!walked.states.contains(.printed) && walked.states.contains(.archived))
    #expect(walked.strays == [])
  }
}
