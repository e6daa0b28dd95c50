import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// What the office learns of somebody after a list came: nobody decides it with the others, and whoever confirms is told.
@Suite struct SignSinceImportTests {
  fileprivate static let chen = Desk.session("chen")

  /// What may happen to somebody who was reported dead on 20 March, and the sign it leaves.
  enum Trace: String, CaseIterable {
    case call, loss, draft

    var sign: SweepBlock {
      switch self {
      case .call: .contactedAfter
      case .loss: .signedAfter
      case .draft: .openCase
      }
    }

    func leave(on person: Person, in desk: Desk) throws {
      switch self {
      case .call:
        _ = try desk.store.record(
          .contact, ["about": "other", "result": "will_come"], onCertificate: person.number,
          by: SignSinceImportTests.chen)
      case .loss:
        _ = try desk.store.record(
          .reportLoss, ["statement": "遗失"], onCertificate: person.number, by: SignSinceImportTests.chen)
      case .draft:
        _ = try desk.store.openCase(.renewDamaged, ["certificate": person.number], by: SignSinceImportTests.chen)
      }
    }
  }

  @Test(arguments: Trace.allCases) func theBulkLeavesIt(_ trace: Trace) throws {
    let (desk, people) = try Desk.withPeople(3)
    let sweep = try desk.importSweep(people.map { $0.row() })
    try trace.leave(on: people[1], in: desk)

    let count = try desk.store.bulk(of: .exact, in: sweep, by: Self.chen)
    let progress = try desk.store.progress(of: sweep, reading: .doubtful, by: Self.chen)
    let done = try desk.store.decide(.whole(.exact), .accept, reason: "", on: sweep.id, by: Self.chen)

    #expect(count.taken == 2 && count.left == 1)
    #expect(progress.rows == 1 && progress.undecidedDoubtful == 1 && progress.undecidedSure == 2)
    #expect(done.decided == 2 && done.left == 1 && done.undecided == 1)
    let rows = try desk.rows(of: sweep)
    #expect(rows.map(\.decision) == [.accept, nil, .accept] && rows[1].blocks.contains(trace.sign))
    #expect(try refusalCode { try desk.decide(sweep, [1...3], .accept) } == "blocked_rows_singly")
    let next = try desk.store.nextRow(of: sweep, after: 0, reading: .doubtful, by: Self.chen)
    #expect(next == 2)
    try desk.decide(sweep, [2...2], .reject, reason: "本人健在")
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test(arguments: Trace.allCases) func whoeverConfirmsIsToldOfRowsDecidedBefore(_ trace: Trace) throws {
    let (desk, people) = try Desk.withPeople(3)
    let sweep = try desk.importSweep(people.map { $0.row() })
    _ = try desk.store.decide(.whole(.exact), .accept, reason: "", on: sweep.id, by: Self.chen)
    try trace.leave(on: people[1], in: desk)
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: Self.chen)
    let submitted = try desk.store.sweep(sweep.id)

    let draw = try desk.store.draw(of: submitted, by: Self.chen)
    let rehearsal = try desk.store.rehearsal(of: sweep.id, by: Self.chen)

    #expect(draw.doubtful.map(\.row) == [2] && draw.sure == 2 && draw.againstLife.map(\.row) == [2])
    #expect(submitted.value("accepted_before", of: .submit) == "2")
    #expect(draw.acceptedBefore == [2])
    #expect(rehearsal.outcome.refused.map(\.row) == [2] && rehearsal.words.chinese.contains("被拒 1（第 2 行）"))
  }

  @Test func whatWasKnownToWhoeverDecidedIsNothingNew() throws {
    let (desk, people) = try Desk.withPeople(2)
    let sweep = try desk.importSweep(people.map { $0.row() })
    try Trace.call.leave(on: people[0], in: desk)
    try desk.decide(sweep, [1...1], .accept, reason: "接电话的是儿子")
    try desk.decide(sweep, [2...2], .accept)
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: Self.chen)

    let draw = try desk.store.draw(of: desk.store.sweep(sweep.id), by: Self.chen)

    #expect(draw.doubtful.map(\.row) == [1] && draw.againstLife.map(\.row) == [1])
    #expect(try desk.store.rehearsal(of: sweep.id, by: Self.chen).outcome.refused.isEmpty)
  }

  /// What was known when a row was decided stands under the digest of that decision.
  @Test(arguments: ["DELETE FROM sweep_sign WHERE since <> ''", "UPDATE sweep_sign SET detail = 'declined'"])
  func aSignKnownToWhoeverDecidedThatIsTakenAwayOrChangedIsFound(_ tampering: String) throws {
    let (desk, people) = try Desk.withPeople(1)
    let sweep = try desk.importSweep(people.map { $0.row() })
    try Trace.call.leave(on: people[0], in: desk)
    try desk.decide(sweep, [1...1], .accept, reason: "接电话的是儿子")
    try Trace.loss.leave(on: people[0], in: desk)
    try desk.decide(sweep, [1...1], .hold, reason: "再查")
    try desk.decide(sweep, [1...1], .open)
    #expect(try desk.store.verify().firstProblem == nil)

    try desk.store.database.write { try $0.execute(sql: tampering) }

    #expect(try desk.store.verify().firstProblem != nil)
  }

  /// The sum of the rows and what is read one by one agree, also once something new puts rows in doubt.
  @Test func theCountOfTheListIsThatOfNow() throws {
    let (desk, people) = try Desk.withPeople(3)
    let sweep = try desk.importSweep(people.map { $0.row() })
    #expect(try desk.store.count(of: sweep, by: Self.chen) == sweep.count)
    try Trace.call.leave(on: people[1], in: desk)

    let count = try desk.store.count(of: sweep, by: Self.chen)
    let progress = try desk.store.progress(of: sweep, reading: .doubtful, by: Self.chen)

    #expect(count.closes && count.matched == 2 && count.toAsk == 1)
    #expect(progress.doubtful == count.toAsk + count.badNumbers)
    #expect(try desk.store.rehearsal(of: sweep.id, by: Self.chen).count == count)
  }

  @Test func whatIsDecidedTogetherSaysWhatItKeeps() throws {
    let (desk, people) = try Desk.withPeople(3)
    let sweep = try desk.importSweep(people.map { $0.row() })
    try desk.decide(sweep, [1...3], .hold, reason: "待查")

    #expect(try desk.store.decide(.whole(.exact), .accept, reason: "", on: sweep.id, by: Self.chen).decided == 0)

    let kept = try desk.store.keeping(.exact, in: sweep, besides: .accept, by: Self.chen)
    #expect(kept.keptWords?.chinese == "已有决定的不改：留待核实 3；要改的按行另定")
    let all = try desk.store.decisions(of: sweep, by: Self.chen)
    #expect(all.nothingAccepted?.chinese.hasPrefix("一行也没有同意，留待核实的有 3 行") == true)
  }

  /// The reason for accepting a death of somebody who was spoken to since, and whether it says what was found out.
  @Test(arguments: [
    ("已核", false), ("已电话向家属核实", false), ("已电话向家属核实：属实", false), ("已电话向家属核实：长子到场", true), ("接电话的是儿子", true),
  ]) func aWordIsNoFinding(_ reason: String, _ isFinding: Bool) throws {
    let (desk, people) = try Desk.withPeople(1)
    let sweep = try desk.importSweep(people.map { $0.row() })
    try Trace.call.leave(on: people[0], in: desk)

    let code = try refusalCode { try desk.decide(sweep, [1...1], .accept, reason: reason) }

    #expect(code == (isFinding ? "" : "finding_missing"))
  }
}
