import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// Small sweeps, one trap each.
@Suite struct SweepTests {
  private static let number = Desk.adult + "43"

  private func death(
    _ row: Int = 1, _ identity: String = Desk.adult, on day: String = "2026-03-20", name: String = "张秀兰"
  )
    -> PoliceRow
  {
    PoliceRow(row: row, identity: identity, name: name, kind: "死亡注销", eventDate: Sample.date(day, false))
  }

  /// An office whose only holder got the certificate on 2026-03-10.
  private func deskWithHolder() throws -> Desk {
    var desk = try Desk()
    let id = try desk.approved()
    try desk.handedOver(id, serial: "A0001")
    desk.go(to: "2026-04-02")
    return desk
  }

  private func approved(_ desk: Desk, _ sweep: Sweep) throws {
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: Desk.session("chen"))
    _ = try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("sun"))
  }

  private func state(_ desk: Desk) throws -> Certificate.State? {
    try desk.store.certificates(of: Desk.adult).last?.state
  }

  @Test(
    arguments: [
      ("2026-03-20", nil, SweepProposal.cancel), ("2026-03-09", SweepBlock.collectedAfter, .review),
      ("2026-02-30", .oddDate, .review), ("", .oddDate, .review), ("2027-01-01", .futureDate, .review),
      ("2026年3月20日", nil, .cancel), ("20260320", nil, .cancel), ("2026.3.20", nil, .cancel),
    ] as [(String, SweepBlock?, SweepProposal)])
  func aDeathIsComparedWithWhatTheHolderDid(_ date: String, _ block: SweepBlock?, _ proposal: SweepProposal) throws {
    let desk = try deskWithHolder()

    let row = try #require(try desk.rows(of: desk.importSweep([death(on: date)])).first)

    #expect(row.sweepClass == .exact && row.blocks.first == block && row.proposal == proposal)
  }

  @Test func anOpenCaseSpeaksAgainstADeath() throws {
    let desk = try deskWithHolder()
    _ = try desk.store.openCase(.new, Desk.fields(Desk.adult), by: Desk.session("chen"))

    let sweep = try desk.importSweep([death()])

    #expect(try desk.rows(of: sweep).first?.blocks.first == .openCase)
    let bulk = try desk.store.decide(.whole(.exact), .accept, reason: "已核实", on: sweep.id, by: Desk.session("chen"))
    #expect(bulk.decided == 0 && bulk.left == 1 && bulk.undecided == 1)
    for decision in [SweepDecision.accept, .reject, .hold] {
      #expect(try refusalCode { try desk.decide(sweep, [1...1], decision) } == "blocked_rows_singly")
    }
    #expect(try desk.decide(sweep, [1...1], .accept, reason: "家属已确认").undecided == 0)
  }

  @Test func aSignOfLifeAfterTheDecisionRefusesTheRow() throws {
    let desk = try deskWithHolder()
    let sweep = try desk.importSweep([death()])
    try desk.decide(sweep, [1...1], .accept)
    try approved(desk, sweep)
    _ = try desk.store.openCase(.new, Desk.fields(Desk.adult), by: Desk.session("chen"))

    let outcome = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))

    #expect(outcome.cancelled == 0)
    #expect(outcome.refused.map(\.refusal.code) == ["open_case"])
    #expect(try state(desk) == .valid)
    #expect(try desk.rows(of: sweep).first?.outcome == "open_case")
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func aCertificateThatEndedSinceIsRefusedAndListed() throws {
    let desk = try deskWithHolder()
    let sweep = try desk.importSweep([death()])
    try desk.decide(sweep, [1...1], .accept)
    try approved(desk, sweep)
    try desk.cancel(Self.number, .voluntary)

    let outcome = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))

    #expect(outcome.cancelled == 0 && outcome.refused.map(\.row) == [1])
    #expect(try desk.store.sweep(sweep.id).value("refused", of: .apply) == "1:not_from_here")
    #expect(try desk.store.certificates(of: Desk.adult).last?.entries.text("cancel.reason") == "voluntary")
  }

  @Test func nothingIsCancelledWithoutTwoPeople() throws {
    let desk = try deskWithHolder()
    let sweep = try desk.importSweep([death()])
    let sun = Desk.session("sun")

    #expect(try refusalCode { _ = try desk.store.apply(sweep: sweep.id, by: sun) } == "not_from_here")
    #expect(
      try refusalCode { _ = try desk.store.record(.submit, onSweep: sweep.id, by: Desk.session("chen")) }
        == "all_decided")
    try desk.decide(sweep, [1...1], .accept, by: "bai")
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: Desk.session("chen"))
    #expect(try refusalCode { _ = try desk.store.apply(sweep: sweep.id, by: sun) } == "not_from_here")
    #expect(
      try refusalCode { _ = try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("bai")) }
        == "not_importer_nor_decider")
    _ = try desk.store.record(.sendBack, ["reason": "再核"], onSweep: sweep.id, by: sun)
    try desk.decide(sweep, [1...1], .accept, again: true)
    try approved(desk, sweep)
    #expect(try state(desk) == .valid)
    #expect(try desk.store.apply(sweep: sweep.id, by: sun).cancelled == 1)

    let cancelled = try #require(try desk.store.certificates(of: Desk.adult).last)
    #expect(cancelled.state == .cancelled && cancelled.entries.text("cancel.proposer") == "chen")
    #expect(cancelled.entries.text("cancel.confirmer") == "sun")
    #expect(Set([cancelled.entries.text("cancel.by"), cancelled.entries.text("cancel.second")]).count == 2)
  }

  @Test func applyingIsOneTransactionAndHappensOnce() throws {
    let desk = try deskWithHolder()
    let sweep = try desk.importSweep([death()])
    try desk.decide(sweep, [1...1], .accept)
    try approved(desk, sweep)
    let before = try desk.everything()

    try desk.store.database.write { try $0.execute(sql: Self.trap) }
    let trapped = try desk.everything()
    #expect(throws: (any Error).self) { try desk.store.apply(sweep: sweep.id, by: Desk.session("bai")) }
    #expect(try desk.everything() == trapped)
    try desk.store.database.write { try $0.execute(sql: "DROP TRIGGER trap") }
    #expect(try desk.everything() == before)

    #expect(try desk.store.record(.apply, onSweep: sweep.id, by: Desk.session("bai")).state == .applied)
    #expect(try state(desk) == .cancelled)
    #expect(try refusalCode { _ = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai")) } == "not_from_here")
  }

  /// Fails when the sweep itself becomes `applied`, after its certificates were cancelled.
  private static let trap = """
    CREATE TRIGGER trap BEFORE UPDATE ON sweep WHEN NEW.state = 'applied' BEGIN SELECT RAISE(ABORT, 'trap'); END
    """

  @Test func theSameFileTwiceNamesTheEarlierSweep() throws {
    let desk = try deskWithHolder()
    let sweep = try desk.importSweep([death()])
    let before = try desk.everything()

    do {
      _ = try desk.importSweep([death()])
      Issue.record("the same file was taken twice")
    } catch let refusal as Refusal {
      #expect(refusal.code == "same_file" && refusal.message.chinese.contains(sweep.number))
    }
    #expect(try desk.everything() == before)
  }

  @Test func aQuarterThatHasNotBegunIsRefused() throws {
    let desk = try deskWithHolder()

    #expect(try refusalCode { _ = try desk.importSweep([death()], quarter: "2026Q3") } == "future_quarter")
    #expect(try desk.importSweep([death()], quarter: "2026Q2").number == "431281-2026Q2-1")
    #expect(try desk.importSweep([death()], file: "again.csv", quarter: "2026Q2").number == "431281-2026Q2-2")
    #expect(Quarter("2026Q5") == nil && Quarter("26Q1") == nil && Quarter("") == nil)
  }

  @Test func aFileThatBreaksOffLeavesNothing() throws {
    let desk = try deskWithHolder()
    let before = try desk.everything()
    let quarter = try #require(Quarter("2026Q1"))

    #expect(throws: CancellationError.self) {
      _ = try desk.store.importSweep(
        ReceivedFile(name: "p.csv", bytes: [1]), quarter: quarter, by: Desk.session("chen")
      ) { take in
        try take(death())
        throw CancellationError()
      }
    }

    #expect(try desk.everything() == before)
  }

  @Test func aMoveStartsItsTwoClocksAndAChangeOfNameIsNoted() throws {
    let desk = try deskWithHolder()
    let sweep = try desk.importSweep([
      PoliceRow(
        row: 1, identity: Desk.adult, name: "张秀兰", kind: "户口迁出", eventDate: Sample.date("2026-03-31", false)),
      PoliceRow(
        row: 2, identity: Desk.adult, name: "张秀梅", kind: "姓名变更", eventDate: Sample.date("2026-03-31", false),
        note: "原姓名:张秀兰"),
    ])
    #expect(try desk.rows(of: sweep).map(\.proposal) == [.watchMove, .changeName])
    try desk.decide(sweep, [1...2], .accept)
    try approved(desk, sweep)

    let outcome = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))

    let holder = try #require(try desk.store.certificates(of: Desk.adult).last)
    #expect(outcome.watched == 1 && outcome.changed == 1 && outcome.cancelled == 0 && outcome.refused.isEmpty)
    #expect(holder.state == .valid && holder.name == "张秀兰")
    #expect(holder.entries.text("todo.watch_move.freeze_on") == "2026-09-30")
    #expect(holder.entries.text("todo.watch_move.cancel_on") == "2027-03-31")
    #expect(holder.entries.text("todo.change_name.detail") == "原姓名:张秀兰")
  }

  @Test func duplicatesAreTakenInTheOrderOfTheFile() throws {
    let desk = try deskWithHolder()
    let sweep = try desk.importSweep([
      death(1), death(2, on: "2026年3月20日"), death(3, on: "2026-03-21"), death(4, name: "别名"),
    ])

    let rows = try desk.rows(of: sweep)
    #expect(rows.map(\.sweepClass) == [.exact, .duplicate, .exact, .duplicate])
    #expect(rows.map(\.duplicateOf) == [nil, 1, nil, 1])
    #expect(rows.map(\.reason) == ["", "exact", "", "name_mismatch"])
    // A number under another name may be that of another person, and nobody dies twice: the rows that stay are looked at.
    #expect(rows.map(\.blocks) == [[.otherName, .otherDeath], [], [.otherDeath], []])
    #expect(rows[0].evidence.map(\.source) == ["4", "3"] && !rows[0].isTakenTogether)
  }

  @Test func duplicatesShareTheKindHoweverItIsWritten() throws {
    let desk = try deskWithHolder()
    let kinds = ["死亡注销", "宣告死亡", "入伍", "出国定居", "入 伍"]
    let sweep = try desk.importSweep(
      kinds.enumerated().map { index, kind in
        PoliceRow(
          row: index + 1, identity: Desk.adult, name: "张秀兰", kind: kind, eventDate: .day(MadeUp.day("2026-03-20")))
      })

    #expect(try desk.rows(of: sweep).map(\.duplicateOf) == [nil, 1, nil, nil, 3])
  }

  @Test func whatWasNotProposedTakesAReasonToBeAccepted() throws {
    let desk = try deskWithHolder()
    let sweep = try desk.importSweep([death(1), death(2, name: "别名")])

    #expect(try refusalCode { try desk.decide(sweep, [2...2], .accept) } == "blocked_rows_singly")
    #expect(try refusalCode { try desk.decide(sweep, [3...9], .accept) } == "rows_of_this_sweep")
  }

  @Test func aNumberThatLeadsToNobodyCannotBeAccepted() throws {
    let desk = try deskWithHolder()
    let sweep = try desk.importSweep([death(1, "123", name: "无名")])

    #expect(try refusalCode { try desk.decide(sweep, [1...1], .accept, reason: "已核实") } == "no_target")
    #expect(try desk.decide(sweep, [1...1], .hold).undecided == 0)
  }

  @Test func onlyTheRightPostsDecideReturnApproveAndApply() throws {
    let desk = try deskWithHolder()
    #expect(try refusalCode { _ = try desk.importSweep([death()], by: "sun") } == "not_your_role")
    let sweep = try desk.importSweep([death()])

    #expect(try refusalCode { try desk.decide(sweep, [1...1], .accept, by: "sun") } == "not_your_role")
    try desk.decide(sweep, [1...1], .accept)
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: Desk.session("chen"))
    #expect(
      try refusalCode { _ = try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("zhao")) }
        == "not_your_role")
    #expect(
      try refusalCode { _ = try desk.store.record(.sendBack, onSweep: sweep.id, by: Desk.session("sun")) }
        == "fields_missing")
    _ = try desk.store.record(.sendBack, ["reason": "再核"], onSweep: sweep.id, by: Desk.session("sun"))
    _ = try desk.store.record(.abandon, ["reason": "文件有误"], onSweep: sweep.id, by: Desk.session("sun"))
    #expect(try desk.store.sweep(sweep.id).state == .abandoned)
  }
}
