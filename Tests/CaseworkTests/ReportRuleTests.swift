import DeskFixtures
import Testing

@testable import Casework

/// Which events count where: whatever brings a certificate into force or ends it has a line, and only that.
@Suite struct ReportRuleTests {
  @Test func everyRowOfTheTableThatChangesWhatIsInForceHasALine() {
    for row in Certificate.transitions where !row.isDerived {
      for from in row.from {
        let change = Self.weight(row.to ?? from) - Self.weight(from)
        let rule = ReportRule.rule(for: row.move, of: nil).flatMap { $0.isOfEnded && from.isActive ? nil : $0 }
        let effect = rule.map { ($0.line?.effect ?? ReportLine.issued.effect) * ($0.takesBack ? -1 : 1) } ?? 0
        #expect(change == effect, "\(row.move) from \(from)")
      }
    }
  }

  @Test func everyOpeningInForceHasALine() {
    for opening in Certificate.openings {
      let effect = ReportRule.rule(for: opening.move, of: nil)?.line?.effect
      #expect(effect == 1, "\(opening.move)")
    }
  }

  @Test(arguments: ServiceKind.allCases.filter { $0.steps.card != .never })
  func aCardOfEveryServiceCountsInOneLine(_ service: ServiceKind) {
    let rules = ReportRule.all.filter { $0.move == .issue && $0.services?.contains(service) ?? true }
    #expect(rules.count == 1 && rules.first?.line?.effect == 1)
  }

  @Test(
    arguments: [
      ("2026", "2026-01-01", "2026-12-31", 4), ("2026Q1", "2026-01-01", "2026-03-31", 1),
      ("2024q4", "2024-10-01", "2024-12-31", 1),
    ])
  func aPeriodHasItsDays(_ text: String, _ first: String, _ last: String, _ quarters: Int) throws {
    let period = try #require(ReportPeriod(text))

    #expect(period.first.iso == first && period.last.iso == last && period.quarters.count == quarters)
  }

  @Test(arguments: ["", "26", "2026Q5", "2026Q", "1999", "2026-01", "20261"])
  func anythingElseIsNoPeriod(_ text: String) { #expect(ReportPeriod(text) == nil) }

  private static func weight(_ state: Certificate.State) -> Int { state.isActive ? 1 : 0 }
}

/// A report at the moment somebody wants to act on it.
private struct Moment {
  var state: PeriodReport.State
  var move: PeriodReport.Move
  var staff = StaffMember(id: "a", name: "甲", roles: Role.allCases)
  var facts = ReportFacts(differences: [FigureDifference(code: "closing", frozen: 2, now: 1)])
  var today = "2027-01-01"
  var secretGiven = true

  func refusalCode() -> String {
    let report = PeriodReport(
      id: 1, number: "2026", state: state, sequence: 1, since: MadeUp.day("2027-01-01"), entries: [:])
    do {
      _ = try report.decide(
        Act(move, move == .correct ? ["reason": "恢复一人"] : [:]),
        in: Circumstances(
          staff: staff, at: Instant(milliseconds: 0), today: MadeUp.day(today), secretGiven: secretGiven, facts: facts))
      return ""
    } catch {
      return error.code
    }
  }
}

@Suite struct PeriodReportTableTests {
  private static let rows: [(PeriodReport.State, PeriodReport.Move)] = [(.drawn, .sign), (.signed, .correct)]

  @Test func theTwoMovesLeadWhereTheySayForTheirPostsAlone() {
    for (state, move) in Self.rows {
      for role in Role.allCases {
        var moment = Moment(state: state, move: move)
        moment.staff = StaffMember(id: "a", name: "甲", roles: [role])
        let isAllowed = role == .supervisor || role == .chair
        #expect(moment.refusalCode() == (isAllowed ? "" : "not_your_role"), "\(move) by \(role)")
      }
    }
    #expect(Moment(state: .signed, move: .sign).refusalCode() != "")
    #expect(Moment(state: .drawn, move: .correct).refusalCode() != "")
  }

  @Test func nothingIsSignedThatDoesNotBalanceOrIsNotOverOrWithoutTheOwnSecret() {
    var moment = Moment(state: .drawn, move: .sign)
    moment.secretGiven = false
    #expect(moment.refusalCode() == "own_secret")
    moment.today = "2026-12-31"
    #expect(moment.refusalCode() == "period_over")
    moment = Moment(state: .drawn, move: .sign)
    moment.facts.imbalances = [Phrase("不平", "unbalanced")]
    #expect(moment.refusalCode() == "unbalanced")
  }

  @Test func aCorrectionNeedsSomethingToCorrect() {
    var moment = Moment(state: .signed, move: .correct)
    moment.facts.differences = []
    #expect(moment.refusalCode() == "figures_differ")
  }
}
