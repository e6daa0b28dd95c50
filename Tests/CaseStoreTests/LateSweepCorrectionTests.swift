import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// A sweep that is carried out after its quarter was signed: the correction names what made the difference.
@Suite struct LateSweepCorrectionTests {
  private static let chen = Desk.session("chen")
  private static let first: ReportPeriod = .quarter(Quarter(of: MadeUp.day("2026-01-01")))

  private func signed() throws -> (Desk, [Person], Sweep) {
    let (desk, people) = try Desk.withPeople(3)
    let sweep = try desk.confirmedSweep([people[0].row(1), people[1].row(2), people[2].row(3, "户口迁出")])
    try desk.store.sign(Self.first, by: Desk.session("sun"))
    return (desk, people, sweep)
  }

  private func sheet(_ desk: Desk) throws -> ReportCorrection {
    try desk.store.correction(of: Self.first, by: Self.chen)
  }

  @Test func whoeverSignsIsToldOfTheSweepThatIsUnderWay() throws {
    let (desk, people) = try Desk.withPeople(1)
    #expect(try Self.first.warning(of: desk.store.sweepsUnderWay(in: Self.first)) == nil)

    let sweep = try desk.importSweep([people[0].row()])
    let other = try desk.importSweep([people[0].row()], file: "b.csv", quarter: "2026Q2")

    #expect(try desk.store.sweepsUnderWay(in: Self.first).map(\.number) == [sweep.number])
    #expect(try desk.store.sweepsUnderWay(in: .year(2026)).map(\.number) == [sweep.number, other.number])
    let warning = try #require(try Self.first.warning(of: desk.store.sweepsUnderWay(in: Self.first)))
    #expect(warning.chinese.contains("\(sweep.number)（核对中）"))
  }

  @Test func whatTheSweepDidSinceIsNamed() throws {
    let (desk, people, sweep) = try signed()
    #expect(try sheet(desk).sweeps.isEmpty && sheet(desk).ofSweeps.isEmpty && sheet(desk).differences.isEmpty)

    _ = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))

    let made = try sheet(desk)
    #expect(!made.differences.isEmpty)
    #expect(made.sweeps.map(\.move) == [.apply] && made.sweeps.map(\.sweep) == [sweep.number])
    #expect(made.ofSweeps.map(\.event?.move) == ["cancel", "cancel", "note"])
    #expect(
      made.ofSweeps.map(\.code) == ["sweeps.2026Q1.cancelled", "sweeps.2026Q1.cancelled", "sweeps.2026Q1.watched"])
    #expect(made.ofSweeps.map(\.certificate.number) == people.map(\.number))

    let seqs = Set(made.sweeps.map(\.seq) + made.ofSweeps.compactMap { $0.event?.seq })
    let corrected = try desk.store.correct(
      Self.first, reason: "名单已执行", by: Desk.session("sun"))
    #expect(corrected.signed.map { Set($0.sweepEvents) } == [seqs])
    #expect(try sheet(desk).differences.isEmpty && sheet(desk).sweeps.isEmpty)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test(arguments: [true, false]) func whatWasTakenBackSinceIsNamedToo(_ isWhole: Bool) throws {
    let (desk, people, sweep) = try signed()
    _ = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))
    try desk.store.correct(Self.first, reason: "名单已执行", by: Desk.session("sun"))

    _ = try desk.undo(sweep, row: isWhole ? nil : 1)

    let made = try sheet(desk)
    #expect(made.sweeps.map(\.move) == [isWhole ? .undo : .undoRow])
    #expect(made.ofSweeps.count == (isWhole ? 3 : 1))
    #expect(made.ofSweeps.allSatisfy { $0.event?.move == "sweep_undone" && $0.code == "sweeps.2026Q1.taken_back" })
    #expect(made.ofSweeps.contains { $0.certificate.number == people[0].number })
    try desk.store.correct(Self.first, reason: "撤销错误的注销", by: Desk.session("sun"))
    #expect(try sheet(desk).differences.isEmpty)
    #expect(try desk.store.verify().firstProblem == nil)
  }
}
