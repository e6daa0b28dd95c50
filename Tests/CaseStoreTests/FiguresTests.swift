import Casework
import DeskFixtures
import Foundation
import GRDB
import Testing

@testable import CaseStore

/// Figures balance whatever people did, open what is behind them, and stay as they were signed.
@Suite struct FiguresTests {
  private static let seeds: [UInt64] = [20_260_302, Chance.fresh().seed]
  private static let clerk = Desk.session("chen")

  @Test(arguments: seeds) func theyBalanceWhateverPeopleDo(_ seed: UInt64) throws {
    print("chance: CERTDESK_SEED=\(seed)")
    var office = try ChanceOffice(seed: seed)
    for _ in 1...1200 { _ = try office.act() }
    let store = office.desk.store

    var closing = 0
    for period in try store.reportPeriods().reversed() {
      let figures = try store.figures(of: period, by: Self.clerk)
      #expect(figures.isBalanced, "seed \(seed), \(period.text): \(figures.imbalances)")
      if case .quarter = period { continue }
      #expect(figures.opening == closing, "seed \(seed): \(period.text) does not open as the year before closed")
      closing = figures.closing
      for code in figures.codes {
        if SweepFigure.named(code) != nil {
          let rows = try store.rows(behind: code, of: period, by: Self.clerk)
          #expect(rows.count == figures[code], "seed \(seed), \(period.text), \(code)")
          continue
        }
        let cases = try store.cases(behind: code, of: period, by: Self.clerk)
        #expect(cases.reduce(0) { $0 + $1.count } == figures[code], "seed \(seed), \(period.text), \(code)")
      }
    }
    let held = try store.registerCounts()
    #expect(closing == Certificate.State.allCases.filter(\.isActive).reduce(0) { $0 + (held[$1] ?? 0) })
  }

  @Test func theQuartersOfAYearLeadFromItsOpeningToItsClosing() throws {
    let desk = try deskWithHistory()

    let year = try figures(desk, "2026")
    let quarters = try (1...4).map { try figures(desk, "2026Q\($0)") }

    for line in ReportLine.allCases { #expect(year[line] == quarters.reduce(0) { $0 + $1[line] }, "\(line)") }
    #expect(quarters.first?.opening == year.opening && quarters.last?.closing == year.closing)
    #expect(year[.issued] == 2 && year["cancelled.death"] == 1 && year.closing == 1)
    #expect(year["sweeps.2026Q1.cancelled"] == 1)
  }

  @Test func aMisprintIsNoCard() throws {
    var desk = try Desk()
    let id = try desk.approved()
    try desk.act(.print, ["serial": "A1"], on: id)
    try desk.act(.misprint, ["reason": "印偏"], on: id)
    try desk.handedOver(id, serial: "A2")

    let year = try figures(desk, "2026")

    #expect(year[.issued] == 1 && year.closing == 1 && year.isBalanced)
  }

  @Test func aSweepThatWasUndoneCancelledNobody() throws {
    let (desk, sweep) = try deskWithSweep()

    let undone = try desk.store.undo(
      sweep: sweep, reason: "名单有误", by: Desk.session("sun"), second: Desk.session("bai"))

    let year = try figures(desk, "2026")
    #expect(year["cancelled.death"] == 0 && year.closing == 2 && year.isBalanced, "\(undone) \(year.imbalances)")
    #expect(year["sweeps.2026Q1.cancelled"] == 0 && year["sweeps.2026Q1.files"] == 1)
    #expect(try desk.store.cases(behind: "cancelled.death", of: .year(2026), by: Self.clerk).map(\.count) == [1, -1])
  }

  @Test func aRowThatWasUndoneByItselfCountsNoMoreEither() throws {
    let (desk, sweep) = try deskWithSweep()
    #expect(try figures(desk, "2026")["sweeps.2026Q1.cancelled"] == 1)

    let undone = try desk.store.undo(
      sweep: sweep, row: 1, reason: "名单有误", by: Desk.session("sun"), second: Desk.session("bai"))

    let year = try figures(desk, "2026")
    #expect(undone.undone == [1] && year["cancelled.death"] == 0)
    #expect(year["sweeps.2026Q1.cancelled"] == 0 && year["sweeps.2026Q1.files"] == 1)
  }

  @Test func whatAnotherListHadDoneIsNotCountedAsRefused() throws {
    let (desk, people) = try Desk.withPeople(2)
    let police = try desk.importSweep([people[0].row()])
    let other = try desk.importSweep(
      [people[0].row(1, "火化"), people[1].row(2, "火化")], file: "b.csv", from: .civilAffairs)
    for sweep in [police, other] {
      try desk.decide(sweep, [1...1], .accept, reason: "已核实")
      if sweep.id == other.id { try desk.decide(sweep, [2...2], .accept, reason: "已核实") }
      _ = try desk.store.record(.submit, onSweep: sweep.id, by: Self.clerk)
      _ = try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("sun"))
      _ = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))
    }

    let quarter = try figures(desk, "2026Q1")

    let figure = { (figure: SweepFigure) in quarter["sweeps.2026Q1.\(figure.rawValue)"] }
    #expect(figure(.accepted) == 3 && figure(.cancelled) == 2 && figure(.already) == 1 && figure(.refused) == 0)
    #expect(quarter.isBalanced, "\(quarter.imbalances)")
    #expect(try desk.store.rows(behind: "sweeps.2026Q1.already", of: .year(2026), by: Self.clerk).count == 1)
  }

  @Test func whatIsTakenBackInALaterYearIsALineOfItsOwn() throws {
    var (desk, people) = try Desk.withPeople(2)
    let sweep = try desk.importSweep(people.map { $0.row() })
    try desk.decide(sweep, [1...2], .accept, reason: "已核实")
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: Self.clerk)
    _ = try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("sun"))
    _ = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))
    desk.go(to: "2027-02-03")
    _ = try desk.undo(sweep, row: 1)

    let (before, after) = (try figures(desk, "2026"), try figures(desk, "2027"))

    #expect(before["cancelled.death"] == 2 && before[.takenBack] == 0 && before.closing == 0)
    #expect(after.opening == 0 && after[.takenBack] == 1 && after[.cancelled] == 0 && after.closing == 1)
    #expect(after["cancelled.death"] == 0 && after.values.values.allSatisfy { $0 >= 0 })
    #expect(before.isBalanced && after.isBalanced, "\(before.imbalances) \(after.imbalances)")
    #expect(try desk.store.cases(behind: "taken_back", of: .year(2027), by: Self.clerk).map(\.count) == [1])
  }

  @Test func theSweepsOfAQuarterAreToldByRowsDoubtsAndDeeds() throws {
    let (desk, people) = try Desk.withPeople(5)
    let rows = [
      people[0].row(), people[1].row(nil, "户口迁出"), people[2].row(nil, "入伍"), people[3].row(on: "2026-12-01"),
      PoliceRow(
        row: 5, identity: people[4].identity, name: "别人", kind: "死亡注销", eventDate: Sample.date("2026-03-01", false)),
      PoliceRow(
        row: 6, identity: MadeUp.identity(born: "1911-01-15", sequence: 1), name: "某人", kind: "死亡注销",
        eventDate: Sample.date("2026-03-01", false)),
      PoliceRow(
        row: 7, identity: "123", name: "某人", kind: "死亡注销", eventDate: Sample.date("2026-03-01", false)),
    ]
    let sweep = try desk.importSweep(rows)
    let code = { (figure: SweepFigure) in "sweeps.2026Q1.\(figure.rawValue)" }
    let before = try figures(desk, "2026Q1")
    #expect(before[code(.doubtful)] == 4 && before[code(.doubtfulOpen)] == 4 && before[code(.accepted)] == 0)
    #expect(before.isBalanced && sweep.count.toAsk == before[code(.toAsk)])

    try desk.decide(sweep, [1...2], .accept, reason: "已核实")
    try desk.decide(sweep, [3...3], .hold, reason: "待查")
    try desk.decide(sweep, [4...4], .reject, reason: "日期不对")
    try desk.decide(sweep, [5...5], .accept, reason: "同一人")
    try desk.decide(sweep, [7...7], .reject, reason: "不知是谁")
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: Self.clerk)
    _ = try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("sun"))
    _ = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))
    _ = try desk.undo(sweep, row: 5)

    let quarter = try figures(desk, "2026Q1")
    let counted = SweepFigure.allCases.map { "\($0.rawValue) \(quarter[code($0)])" }
    #expect(
      counted == [
        "files 1", "undone 0", "rows 7", "matched 2", "to_ask 3", "not_ours 1", "bad 1", "doubtful 4",
        "doubtful_accepted 1", "doubtful_rejected 2", "doubtful_held 1", "doubtful_open 0", "accepted 3", "cancelled 1",
        "watched 1", "changed 0", "already 0", "refused 0", "taken_back 1",
      ])
    #expect(quarter.isBalanced, "\(quarter.imbalances)")
    let held = try desk.store.rows(behind: code(.doubtfulHeld), of: .year(2026), by: Self.clerk)
    #expect(held.map { $0.row?.row } == [3] && held.map(\.sweep.number) == [sweep.number])
    #expect(try desk.store.verify().holds)
  }

  @Test func whatDoesNotBalanceIsNotSigned() throws {
    let desk = try deskWithHistory()
    try desk.store.database.write { try $0.execute(sql: "UPDATE certificate SET state = 'cancelled'") }

    #expect(try !figures(desk, "2026").isBalanced)
    #expect(try refusalCode { try sign(desk, "2026") } == "unbalanced")
    #expect(try desk.store.report(on: .year(2026)) == nil)
  }

  @Test(arguments: [("chen", "not_your_role"), ("sun", ""), ("zhao", "")])
  func supervisorAndChairSign(_ staff: String, _ code: String) throws {
    let desk = try deskWithHistory()

    #expect(try refusalCode { try sign(desk, "2026", by: staff) } == code)
    #expect(try desk.store.report(on: .year(2026))?.state == (code.isEmpty ? .signed : nil))
    #expect(try desk.store.verify().holds)
  }

  @Test func aYearThatIsNotOverAndOneSignedAlreadyAreNotSigned() throws {
    let desk = try deskWithHistory()

    #expect(try refusalCode { try sign(desk, "2027") } == "period_over")
    try sign(desk, "2026")
    #expect(try refusalCode { try sign(desk, "2026") } == "already_signed")
  }

  @Test func whatIsSignedStaysAndTheCorrectionSaysWhatChanged() throws {
    var desk = try deskWithHistory()
    let report = try sign(desk, "2026")
    #expect(try desk.store.correction(of: .year(2026), by: Self.clerk).differences.isEmpty)
    #expect(try refusalCode { try correct(desk, "2026") } == "figures_differ")

    try restore(&desk)

    let frozen = try #require(try desk.store.report(on: .year(2026))?.figures(of: .sign))
    #expect(frozen == report.figures(of: .sign) && frozen["cancelled.death"] == 1 && frozen.closing == 1)
    #expect(try desk.store.cases(behind: "cancelled.death", of: .year(2026), by: Self.clerk).count == 1)
    let sheet = try desk.store.correction(of: .year(2026), by: Self.clerk)
    #expect(sheet.events.map(\.event?.move) == ["restore"] && sheet.events.map(\.code) == ["cancelled.death"])
    let changed = Dictionary(uniqueKeysWithValues: sheet.differences.map { ($0.code, [$0.frozen, $0.now]) })
    #expect(changed["cancelled.death"] == [1, 0] && changed["cancelled"] == [1, 0] && changed["closing"] == [1, 2])
    #expect(changed["issued"] == nil && changed["opening"] == nil)

    try correct(desk, "2026")
    #expect(try desk.store.correction(of: .year(2026), by: Self.clerk).differences.isEmpty)
    #expect(try desk.store.report(on: .year(2026))?.figures(of: .sign) == frozen)
    // It counts once: in the period corrected, on its last day, and no more in the one in which it was done.
    let (year, next) = (try figures(desk, "2026"), try figures(desk, "2027"))
    #expect(year.closing == 2 && year["cancelled.death"] == 0 && year.isBalanced)
    #expect(next.opening == 2 && next[.restored] == 0 && next.closing == 2 && next.isBalanced)
    let quarters = try (1...4).map { try figures(desk, "2026Q\($0)") }
    for line in ReportLine.allCases { #expect(year[line] == quarters.reduce(0) { $0 + $1[line] }, "\(line)") }
    #expect(quarters.allSatisfy(\.isBalanced) && quarters.last?.closing == 2)
    #expect(try desk.store.verify().holds)
  }

  /// Two people got certificates in 2026; one was reported dead by the first sweep of the year.
  private func deskWithHistory() throws -> Desk {
    var desk = try deskWithSweep().desk
    desk.go(to: "2027-01-04")
    return desk
  }

  private func deskWithSweep() throws -> (desk: Desk, sweep: Int64) {
    var desk = try Desk()
    let first = try desk.approved()
    try desk.handedOver(first, serial: "A0001")
    let second = try desk.approved(MadeUp.identity(born: "1960-05-05", sequence: 31), name: "李四")
    try desk.handedOver(second, serial: "A0002")
    desk.go(to: desk.day.adding(days: 30))
    let row = PoliceRow(
      row: 1, identity: Desk.adult, name: "张秀兰", kind: "死亡注销",
      eventDate: Sample.date(desk.day.adding(days: -3).iso, false))
    let sweep = try desk.importSweep([row])
    try desk.decide(sweep, [1...1], .accept, reason: "村里核实")
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: Self.clerk)
    _ = try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("sun"))
    let outcome = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))
    #expect(outcome.cancelled == 1)
    return (desk, sweep.id)
  }

  private func restore(_ desk: inout Desk) throws {
    let opened = try desk.store.openCase(
      .restore, ["certificate": Desk.adult + "43", "reason": "本人到场"], by: Self.clerk)
    try desk.act(.submit, ["materials": "ID,OC,PC,GID,GP"], on: opened.id)
    try desk.act(.accept, on: opened.id)
    try desk.act(.noAssessment, on: opened.id)
    #expect(try refusalCode { try desk.act(.approve, Desk.ticks, on: opened.id, by: "sun") } == "not_the_canceller")
    try desk.act(.approve, Desk.ticks, on: opened.id, by: "zhao")
  }

  @discardableResult
  private func sign(_ desk: Desk, _ period: String, by staff: String = "sun") throws -> PeriodReport {
    try desk.store.sign(#require(ReportPeriod(period)), by: Desk.session(staff))
  }

  @discardableResult
  private func correct(_ desk: Desk, _ period: String) throws -> ReportCorrection {
    try desk.store.correct(#require(ReportPeriod(period)), reason: "错报死亡，已恢复", by: Desk.session("sun"))
  }

  private func figures(_ desk: Desk, _ period: String) throws -> Figures {
    try desk.store.figures(of: #require(ReportPeriod(period)), by: Self.clerk)
  }
}
