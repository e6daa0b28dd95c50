import Testing

@testable import Casework

/// What is counted of the sweeps of a period, and what must add up.
@Suite struct SweepFigureTests {
  private func figures(_ counts: [SweepFigure: Int], in quarter: String = "2026Q2") throws -> Figures {
    let quarter = try #require(Quarter(quarter))
    return Figures(
      period: .year(2026), values: counts.reduce(into: [:]) { $0[$1.key.code(in: quarter)] = $1.value })
  }

  @Test(
    arguments: [
      ([.rows: 10, .matched: 4, .toAsk: 3, .notOurs: 2, .bad: 1], nil),
      ([.rows: 10, .matched: 4, .toAsk: 3, .notOurs: 2], "2026Q2 核销「行数」10，各项合计 9"),
      ([.doubtful: 4, .doubtfulAccepted: 1, .doubtfulRejected: 1, .doubtfulHeld: 1, .doubtfulOpen: 1], nil),
      ([.doubtful: 4, .doubtfulHeld: 1], "2026Q2 核销「存疑」4，各项合计 1"),
      ([.accepted: 5, .cancelled: 1, .watched: 1, .changed: 1, .refused: 1, .takenBack: 1], nil),
      ([.accepted: 5, .cancelled: 1], "2026Q2 核销「同意办理」5，各项合计 1"),
    ] as [([SweepFigure: Int], String?)])
  func theyAddUp(_ counts: [SweepFigure: Int], _ imbalance: String?) throws {
    #expect(try figures(counts).imbalances.map(\.chinese) == (imbalance.map { [$0] } ?? []))
  }

  @Test func everyFigureStandsInOneTableAndOpens() throws {
    #expect(SweepFigure.tables.joined().map(\.rawValue).sorted() == SweepFigure.allCases.map(\.rawValue).sorted())
    let quarter = try #require(Quarter("2026Q2"))
    let year = try figures([:])
    for figure in SweepFigure.allCases {
      let named = SweepFigure.named(figure.code(in: quarter))
      #expect(named?.figure == figure && named?.quarter == quarter && year.opens(figure.code(in: quarter)))
      #expect(!year.opens(figure.code(in: quarter.adding(4))))
    }
    #expect(SweepFigure.named("sweeps.2026Q2.nothing") == nil && SweepFigure.named("sweeps.2026q2.rows") == nil)
    #expect(FigureName.name(of: "sweeps.2026Q2.to_ask").chinese == "季度核销：2026Q2 待核对")
  }

  /// A report that was signed before there were so many figures is not changed by counting more.
  @Test func whatWasNotCountedThenIsNoCorrection() throws {
    let now = try figures([.rows: 10, .matched: 10, .cancelled: 3, .accepted: 3])
    var kept = try figures([.rows: 10, .cancelled: 4]).entries
    kept["sweep_figures"] = nil
    let old = Figures(period: .year(2026), kept: kept)

    #expect(now.differences(from: old).map(\.code) == ["sweeps.2026Q2.cancelled"])
    #expect(old.imbalances.isEmpty, "what it does not know is not judged")
    #expect(old.sweepChapters.map(\.code) == ["sweeps", "sweeps_done"])
    let again = Figures(period: .year(2026), kept: now.entries)
    #expect(now.differences(from: again).isEmpty && again.sweepChapters.count == 3)
  }
}
