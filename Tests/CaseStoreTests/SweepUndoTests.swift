import Casework
import DeskFixtures
import GRDB
import Testing

@testable import CaseStore

/// A sweep taken back: the register is again what it was.
@Suite struct SweepUndoTests {
  private static let bai = Desk.session("bai")

  /// Deaths of a valid, a lost and a formerly restored certificate, a move over an older move, a name, a number.
  private func appliedSweep() throws -> (desk: Desk, people: [Person], sweep: Sweep, before: String) {
    var (desk, people) = try Desk.withPeople(7)
    desk.go(to: "2026-03-01")
    try desk.store.record(.reportLoss, ["statement": "遗失"], onCertificate: people[1].number, by: Desk.session("chen"))
    let old = try desk.confirmedSweep(
      [people[2].row(1, "户口迁出", on: "2026-02-20"), people[3].row(2, on: "2026-02-20")], file: "old")
    _ = try desk.store.apply(sweep: old.id, by: Self.bai)
    _ = try desk.undo(old, row: 2)
    desk.go(to: "2026-04-02")
    let before = try desk.register()
    let new = MadeUp.identity(born: "1950-01-15", sequence: 77)
    let sweep = try desk.confirmedSweep([
      people[0].row(1), people[1].row(2), people[2].row(3, "户口迁出"), people[3].row(4),
      people[4].row(5, "姓名变更", note: "现姓名:张新"), people[5].row(6, "身份号码变更", note: "新号码:\(new)"),
      people[4].row(7, "户口迁出"), people[4].row(8),
    ])
    let outcome = try desk.store.apply(sweep: sweep.id, by: Self.bai)
    #expect(outcome.refused.isEmpty && outcome.cancelled == 4 && outcome.prepared == 2)
    return (desk, people, try desk.store.sweep(sweep.id), before)
  }

  @Test func theWholeSweepUndoneLeavesTheRegisterAsItWas() throws {
    let (desk, _, sweep, before) = try appliedSweep()
    #expect(try desk.register() != before)

    let undoing = try desk.undo(sweep)

    #expect(undoing.undone == Array(1...8) && undoing.left.isEmpty && undoing.withdrawn.count == 2)
    #expect(try desk.register() == before)
    #expect(try desk.store.sweep(sweep.id).state == .undone)
    #expect(try desk.rows(of: sweep).allSatisfy { $0.outcome == "undone" })
    #expect(try desk.store.verify().firstProblem == nil)
    #expect(try refusalCode { _ = try desk.undo(sweep) } == "not_from_here")
  }

  @Test func rowAfterRowUndoneFromTheLastLeavesTheRegisterAsItWas() throws {
    let (desk, _, sweep, before) = try appliedSweep()

    #expect(try refusalCode { _ = try desk.undo(sweep, row: 7) } == "as_the_sweep_left_it")
    for row in (1...8).reversed() {
      #expect(try desk.undo(sweep, row: row).undone == [row])
      #expect(try desk.store.verify().firstProblem == nil)
    }

    #expect(try desk.register() == before)
    #expect(try desk.store.sweep(sweep.id).state == .applied)
    #expect(try refusalCode { _ = try desk.undo(sweep, row: 1) } == "rows_carried_out")
    #expect(try refusalCode { _ = try desk.undo(sweep, row: 99) } == "rows_of_this_sweep")
  }

  @Test func aPreparedCaseHoldsWhatThePoliceWroteAndIsWithdrawn() throws {
    let (desk, people, sweep, _) = try appliedSweep()
    let number = try desk.certificate(people[5]).entries.text("todo.change_identity.case")
    let prepared = try desk.store.application(numbered: number)

    #expect(prepared.service == .renewInformation && prepared.state == .draft)
    #expect(prepared[.certificate] == people[5].number && prepared[.name] == people[5].name)
    #expect(prepared[.identity] == MadeUp.identity(born: "1950-01-15", sequence: 77))
    #expect(prepared.entries.text("changes") == "identity")
    #expect(prepared.entries.text("police_ground") == "sweep:\(sweep.number):6")
    #expect(prepared[.reason].contains("号码变更"))

    _ = try desk.undo(sweep, row: 6)
    #expect(try desk.store.application(numbered: number).state == .withdrawn)
  }

  @Test func whatSomebodyHasWorkedOnSinceIsLeftAndListed() throws {
    let (desk, people, sweep, _) = try appliedSweep()
    try desk.restore(people[0].number)
    let edited = try desk.store.application(
      numbered: try desk.certificate(people[5]).entries.text("todo.change_identity.case"))
    try desk.act(.edit, ["phone": "13900000000"], on: edited.id)
    try desk.store.record(
      .contact, ["about": "other", "result": "not_reached"], onCertificate: people[3].number, by: Desk.session("chen"))

    #expect(try refusalCode { _ = try desk.undo(sweep, row: 1) } == "as_the_sweep_left_it")
    let undoing = try desk.undo(sweep)

    #expect(undoing.left.map(\.row) == [6] && undoing.restored == [1])
    #expect(Set(undoing.left.map(\.refusal.code)) == ["as_the_sweep_left_it"])
    #expect(undoing.undone == [2, 3, 4, 5, 7, 8])
    #expect(try desk.certificate(people[3]).state == .valid)
    #expect(try desk.store.sweep(sweep.id).state == .applied)
    #expect(
      try desk.rows(of: sweep).map(\.outcome) == [
        "done", "undone", "undone", "undone", "undone", "done", "undone", "undone",
      ])
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func undoingTakesTwoPeopleOneOfThemASupervisor() throws {
    let (desk, _, sweep, _) = try appliedSweep()
    let before = try desk.everything()

    for second in [nil, "sun"] {
      #expect(try refusalCode { _ = try desk.undo(sweep, second: second) } == "two_persons")
      #expect(try refusalCode { _ = try desk.undo(sweep, row: 1, second: second) } == "two_persons")
    }
    #expect(try refusalCode { _ = try desk.undo(sweep, by: "chen") } == "not_your_role")
    #expect(try refusalCode { _ = try desk.undo(sweep, row: 5, second: "zhao") } == "clerk_for_cases")
    #expect(try refusalCode { _ = try desk.undo(sweep, row: 6, second: "zhao") } == "clerk_for_cases")
    #expect(try refusalCode { _ = try desk.undo(sweep, second: "zhao") } == "clerk_for_cases")
    #expect(try desk.everything() == before)
  }

  @Test func theRestIsUndoneOnceWhatStoodAgainstItIsSettled() throws {
    let (desk, people, sweep, _) = try appliedSweep()
    let number = try desk.certificate(people[5]).entries.text("todo.change_identity.case")
    let edited = try desk.store.application(numbered: number)
    try desk.act(.edit, ["phone": "13900000000"], on: edited.id)
    #expect(try desk.undo(sweep).left.map(\.row) == [6])
    let before = try desk.everything()
    #expect(try refusalCode { _ = try desk.undo(sweep) } == "as_the_sweep_left_it")
    #expect(try desk.everything() == before)

    try desk.act(.withdraw, ["request": "名单有误"], on: edited.id)

    #expect(try desk.undo(sweep).undone == [6])
    #expect(try desk.store.sweep(sweep.id).state == .undone)
    #expect(try desk.rows(of: sweep).allSatisfy { $0.outcome == "undone" })
    #expect(try desk.store.verify().firstProblem == nil)
  }

  /// What undoing the whole had left is undone by its row: then nothing of the sweep holds, and its file may come again.
  @Test func theLastRowThatTheWholeHadLeftEndsTheSweep() throws {
    let (desk, people, sweep, _) = try appliedSweep()
    let number = try desk.certificate(people[5]).entries.text("todo.change_identity.case")
    let edited = try desk.store.application(numbered: number)
    try desk.act(.edit, ["phone": "13900000000"], on: edited.id)
    #expect(try desk.undo(sweep).left.map(\.row) == [6])
    try desk.act(.withdraw, ["request": "名单有误"], on: edited.id)

    #expect(try desk.undo(sweep, row: 6).undone == [6])

    #expect(try desk.store.sweep(sweep.id).state == .undone)
    let moves = try [1, 6].map { row in
      try desk.store.history(of: row, in: desk.store.sweep(sweep.id), by: Desk.session("chen")).map(\.event.move)
    }
    #expect(moves.map { $0.suffix(2) } == [[.apply, .undo], [.undo, .undoRow]])
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func aRowThatWasTakenBackTellsOfOneUndoingAlone() throws {
    let (desk, people, sweep, _) = try appliedSweep()
    let number = try desk.certificate(people[5]).entries.text("todo.change_identity.case")
    let edited = try desk.store.application(numbered: number)
    try desk.act(.edit, ["phone": "13900000000"], on: edited.id)
    _ = try desk.undo(sweep)
    try desk.act(.withdraw, ["request": "名单有误"], on: edited.id)
    _ = try desk.undo(sweep)

    let story = try desk.store.history(of: 1, in: desk.store.sweep(sweep.id), by: Desk.session("chen"))

    #expect(story.count { $0.event.move == .undo } == 1)
  }

  @Test func aLaterSweepThatWasUndoneStandsInNobodysWay() throws {
    let (desk, people) = try Desk.withPeople(1)
    let before = try desk.register()
    let first = try desk.confirmedSweep([people[0].row(1, "户口迁出")], file: "first")
    _ = try desk.store.apply(sweep: first.id, by: Self.bai)
    let second = try desk.confirmedSweep([people[0].row(1)], file: "second")
    _ = try desk.store.apply(sweep: second.id, by: Self.bai)
    #expect(try refusalCode { _ = try desk.undo(first) } == "as_the_sweep_left_it")

    #expect(try desk.undo(second).undone == [1])
    #expect(try desk.undo(first).undone == [1])

    #expect(try desk.register() == before)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func afterTheQuarterOnlyRowByRow() throws {
    var (desk, people, sweep, _) = try appliedSweep()
    desk.go(to: "2026-07-01")

    #expect(try refusalCode { _ = try desk.undo(sweep) } == "same_quarter")
    #expect(try desk.undo(sweep, row: 1).undone == [1])
    #expect(try desk.certificate(people[0]).state == .valid)
  }

  @Test func anUndoingBrokenOffHasDoneNothing() throws {
    let (desk, _, sweep, _) = try appliedSweep()
    let before = try desk.everything()

    #expect(throws: CancellationError.self) {
      _ = try desk.store.undo(
        sweep: sweep.id, reason: "已核实", by: Desk.session("sun"), second: Self.bai,
        progress: { _, _ in throw CancellationError() })
    }

    #expect(try desk.everything() == before)
  }

  @Test func whoeverWasToldIsNamedUntilTheCorrectionIsSent() throws {
    let (desk, people, sweep, _) = try appliedSweep()
    let chen = Desk.session("chen")
    try desk.store.noteSent(
      .feed, to: [.civilAffairs, .insurance], about: .sweep(sweep.number, rows: [1...4]), file: "feed.csv", by: chen)
    try desk.store.noteSent(
      .letter, to: [.holder], about: .certificate(people[0].number), file: "letters.txt", by: chen)
    #expect(
      try refusalCode {
        try desk.store.noteSent(.list, to: [.insurance], about: .sweep(sweep.number, rows: [8...9]), file: "", by: chen)
      } == "rows_carried_out")
    #expect(try desk.store.dueCorrections(by: chen).isEmpty)

    let undoing = try desk.undo(sweep, row: 1)
    try desk.restore(people[3].number)

    #expect(undoing.corrections.map(\.receiver) == [.civilAffairs, .insurance, .holder])
    #expect(undoing.corrections.allSatisfy { $0.certificate == people[0].number && $0.name == people[0].name })
    #expect(try desk.store.dueCorrections(by: chen).count == 5)
    try desk.store.noteSent(
      .correction, to: [.civilAffairs], about: .sweep(sweep.number, rows: [1...4]), file: "back.csv", by: chen)
    try desk.store.noteSent(
      .correction, to: [.holder], about: .certificate(people[0].number), file: "sorry.txt", by: chen)
    #expect(
      try desk.store.dueCorrections(by: chen).map { "\($0.receiver.rawValue) \($0.certificate)" }
        == ["insurance \(people[0].number)", "insurance \(people[3].number)"])
    #expect(try desk.store.dispatches(about: sweep, by: chen).map(\.what) == [.feed, .correction])
    #expect(try desk.store.verify().firstProblem == nil)
  }
}

extension SweepUndoTests {
  @Test func aRowWhoseCertificateACaseHasRestoredIsSettled() throws {
    let (desk, people) = try Desk.withPeople(2)
    let rows = people.map { $0.row() }
    let sweep = try desk.confirmedSweep(rows)
    _ = try desk.store.apply(sweep: sweep.id, by: Self.bai)
    try desk.restore(people[0].number)

    let undoing = try desk.undo(sweep)

    #expect(undoing.undone == [2] && undoing.left.isEmpty && undoing.restored == [1])
    #expect(try desk.store.sweep(sweep.id).state == .undone)
    #expect(try people.map { try desk.certificate($0).state } == [.valid, .valid])
    #expect(try desk.store.verify().firstProblem == nil)
    #expect(try desk.importSweep(rows).number != sweep.number)
  }

  @Test func otherListsByWhichTheSamePeopleWouldDieAgainAreNamed() throws {
    let (desk, people) = try Desk.withPeople(2)
    let other = try desk.importSweep(people.map { $0.row(on: "2026-03-10") }, file: "b.csv", quarter: "2025Q4")
    for row in 1...2 { try desk.decide(other, [row...row], .accept, reason: "已核实") }
    let sweep = try desk.confirmedSweep([people[0].row(on: "2026-03-10")])
    _ = try desk.store.apply(sweep: sweep.id, by: Self.bai)

    let undoing = try desk.undo(sweep)

    #expect(undoing.agreed == [AgreedRows(sweep: other.number, state: .open, rows: [1])])
    #expect(undoing.othersWords.chinese.contains("第 1 行仍同意注销同一人：请在那份名单中重新决定"))
  }

  @Test func eachPaperThatSomebodyHasIsNamedAndNoneThatTellsOfTheRestoring() throws {
    let (desk, people, sweep, _) = try appliedSweep()
    let chen = Desk.session("chen")
    for file in ["rep.xlsx", "rep.pdf", "rep.pdf"] {
      try desk.store.noteSent(
        .list, to: [.civilAffairs], about: .sweep(sweep.number, rows: [1...1]), file: file, by: chen)
    }
    try desk.restore(people[0].number)

    #expect(try desk.store.dueCorrections(by: chen).map(\.file) == ["rep.xlsx", "rep.pdf"])
    let told = try desk.store.material(of: desk.store.sweep(sweep.id), by: chen).rowsTold(in: .cancelled)
    #expect(!told.contains { $0.contains(1) } && !told.isEmpty)
  }
}

extension Desk {
  /// A wrong cancellation put right by two people.
  fileprivate func restore(_ number: String) throws {
    try store.write { db in
      let circumstances = try store.circumstances(
        of: Self.session("sun"), second: Self.session("bai"), facts: CertificateFacts(), in: db)
      let certificate = try store.newest(numbered: number, in: db)
      _ = try store.record(
        Act(.restore, ["reason": "公安更正", "ground": "函 1 号"]), on: certificate, in: circumstances, db: db)
    }
  }
}
