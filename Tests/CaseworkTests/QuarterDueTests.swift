import DeskFixtures
import Testing

@testable import Casework

/// The register is compared with the police list within fifteen working days of a quarter's end (domain: 3.4).
@Suite struct QuarterDueTests {
  private static let quarter = Quarter("2026Q3")

  /// 1–7 October are holidays, 10 October is worked.
  @Test(arguments: [
    ("2026-10-01", 15, "剩 15"), ("2026-10-26", 1, "剩 1"), ("2026-10-27", 0, "今天到期"), ("2026-10-28", -1, "超期 1"),
    ("2026-11-23", -19, "超期 19"),
  ])
  func itIsCountedInWorkingDays(_ today: String, _ left: Int, _ short: String) throws {
    let quarter = try #require(Self.quarter)
    let proposal = quarter.proposal(
      going: nil, on: MadeUp.day(today), under: Policy(), calendar: WorkingCalendar())
    let term = try #require(proposal.term)

    #expect(proposal.due == MadeUp.day("2026-10-01") && proposal.action == .sweep(.import))
    #expect(term.last == MadeUp.day("2026-10-27") && term.left == left && !term.isProvisional)
    #expect(term.short.chinese == short)
    #expect(proposal.roles == [.clerk, .liaison])
  }

  @Test func theOfficeMaySetAnotherTermAndAnUnpublishedYearIsSaid() throws {
    let quarter = try #require(Quarter("2026Q4"))
    let calendar = WorkingCalendar()
    let policy = Policy([.reconDeadlineDays: "10"])
    let day = MadeUp.day("2027-01-04")

    let usual = try #require(quarter.proposal(going: nil, on: day, under: Policy(), calendar: calendar).term)
    let shorter = try #require(quarter.proposal(going: nil, on: day, under: policy, calendar: calendar).term)

    #expect(usual.isProvisional && usual.words.chinese.contains("暂估"))
    #expect(shorter.last < usual.last)
  }

  @Test(arguments: [
    (Sweep.State.open, Sweep.Move.submit, [Role.clerk, .liaison]), (.returned, .submit, [.clerk, .liaison]),
    (.submitted, .approve, [.supervisor]), (.approved, .apply, [.clerk, .supervisor]),
  ])
  func theNextStepOfASweepUnderWayIsProposed(_ state: Sweep.State, _ move: Sweep.Move, _ roles: [Role]) throws {
    let quarter = try #require(Self.quarter)
    let sweep = Sweep(
      id: 1, number: "431281-2026Q3-1", state: state, sequence: 1, since: MadeUp.day("2026-10-08"), entries: [:])
    let proposal = quarter.proposal(
      going: sweep, on: MadeUp.day("2026-10-09"), under: Policy(), calendar: WorkingCalendar())

    #expect(proposal.action == .sweep(move))
    #expect(Set(proposal.roles) == Set(roles))
  }
}
