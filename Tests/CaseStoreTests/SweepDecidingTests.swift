import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// Deciding rows while others decide as well.
@Suite struct SweepDecidingTests {
  private static let chen = Desk.session("chen")
  private static let bai = Desk.session("bai")

  private func sweep(_ names: [String?] = [nil, nil]) throws -> (Desk, Sweep) {
    let (desk, people) = try Desk.withPeople(names.count)
    let rows = zip(people, names).map { person, name in
      let row = person.row()
      return PoliceRow(
        row: row.row, identity: row.identity, name: name ?? row.name, birth: row.birth, kind: row.kind,
        eventDate: row.eventDate)
    }
    return (desk, try desk.importSweep(rows))
  }

  @Test func whatSomebodyElseDecidedMeanwhileIsNotOverwritten() throws {
    let (desk, sweep) = try sweep()
    let seen = try desk.rows(of: sweep)[0]
    try desk.decide(sweep, [1...1], .reject, reason: "本人健在", by: "bai")
    let before = try desk.everything()

    do {
      _ = try desk.store.decide(.rows([1...1]), .accept, reason: "已核实", seeing: seen, on: sweep.id, by: Self.chen)
      Issue.record("a decision on what is no more was taken")
    } catch let refusal as Refusal {
      #expect(refusal.code == "decided_meanwhile")
      #expect(refusal.message.chinese == "第 1 行刚由白云办过「不同意」：本人健在")
      #expect(refusal.message.english == "白云 has just decided row 1: reject, 本人健在")
    }
    #expect(try desk.everything() == before)

    let now = try desk.rows(of: sweep)[0]
    _ = try desk.store.decide(.rows([1...1]), .accept, reason: "更正", seeing: now, on: sweep.id, by: Self.chen)
    #expect(try desk.rows(of: sweep)[0].decided == RowDecision(.accept, by: "chen", reason: "更正"))
  }

  @Test func whatSomebodyTookBackMeanwhileIsSaidToo() throws {
    let (desk, sweep) = try sweep()
    try desk.decide(sweep, [1...1], .hold, reason: "待查", by: "bai")
    let seen = try desk.rows(of: sweep)[0]
    _ = try desk.store.takeBackLast(on: sweep.id, by: Self.bai)

    let refusal = try desk.store.overtaking(of: seen, in: sweep, by: Self.chen)

    #expect(refusal?.message.chinese == "第 1 行刚由白云办过「收回决定」")
    #expect(try desk.store.overtaking(of: desk.rows(of: sweep)[0], in: sweep, by: Self.chen) == nil)
  }

  @Test(arguments: [SweepDecision.accept, .reject, .hold, .open])
  func whatSomebodyElseDecidedIsChangedUnseenOnlyWhereThatIsSaid(_ decision: SweepDecision) throws {
    let (desk, sweep) = try sweep([nil, nil, nil])
    try desk.decide(sweep, [2...2], .reject, reason: "本人健在", by: "bai")
    try desk.decide(sweep, [3...3], .accept, by: "bai")
    if decision == .open { try desk.decide(sweep, [1...1], .hold) }
    let before = try desk.everything()

    do {
      try desk.decide(sweep, [1...3], decision, reason: "已核实")
      Issue.record("what somebody else decided was changed")
    } catch let refusal as Refusal {
      #expect(refusal.code == "decided_by_another")
      #expect(refusal.message.chinese == "第 2 行白云已决定「不同意」：本人健在；第 3 行白云已决定「同意」")
    }
    #expect(try desk.everything() == before)

    let done = try desk.decide(sweep, [1...3], decision, reason: "已核实", again: true)
    #expect(done.decided == 3 && done.undecided == (decision == .open ? 3 : 0))
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func onlyTheOwnLastDecisionThatStillStandsIsTakenBack() throws {
    let (desk, sweep) = try sweep()
    try desk.decide(sweep, [1...1], .accept)
    try desk.decide(sweep, [2...2], .accept)
    try desk.decide(sweep, [2...2], .hold, reason: "待查", again: true, by: "bai")

    let back = try desk.store.takeBackLast(on: sweep.id, by: Self.chen)

    #expect(back.rows == [1...1] && back.undecided == 1)
    #expect(try desk.rows(of: sweep).map(\.decision) == [nil, .hold])
    #expect(
      try refusalCode { _ = try desk.store.takeBackLast(on: sweep.id, by: Self.chen) } == "nothing_to_take_back")
  }

  @Test(arguments: [SweepDecision.accept, .reject, .hold])
  func allOfAClassLeavesWhatNeedsALook(_ decision: SweepDecision) throws {
    let (desk, sweep) = try sweep([nil, "别名", nil])

    let names = try desk.store.decide(.whole(.nameMismatch), decision, reason: "已核实", on: sweep.id, by: Self.chen)
    let sure = try desk.store.decide(.whole(.exact), decision, reason: "已核实", on: sweep.id, by: Self.chen)

    #expect(names.decided == 0 && names.left == 1 && names.undecided == 3)
    #expect(sure.decided == 2 && sure.left == 0 && sure.undecided == 1)
    #expect(try desk.decide(sweep, [2...2], .reject, reason: "不是同一人").undecided == 0)
  }

  @Test(arguments: [SweepDecision.reject, .hold])
  func severalDoubtfulRowsMayBeLeftAloneForOneReason(_ decision: SweepDecision) throws {
    let (desk, people) = try Desk.withPeople(3)
    let sweep = try desk.importSweep(people.map { $0.row(note: "误报") })

    #expect(try refusalCode { try desk.decide(sweep, [1...3], decision) } == "blocked_rows_singly")
    #expect(try refusalCode { try desk.decide(sweep, [1...3], .accept, reason: "已核实") } == "blocked_rows_singly")
    #expect(try desk.decide(sweep, [1...3], decision, reason: "等派出所答复").decided == 3)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test(arguments: [" ", "　", "\u{200B}\n"])
  func aReasonOfBlanksIsNoReason(_ blank: String) throws {
    let (desk, sweep) = try sweep([nil, "别名"])

    #expect(try refusalCode { try desk.decide(sweep, [2...2], .accept, reason: blank) } == "blocked_rows_singly")
    try desk.decide(sweep, [1...1], .accept, reason: blank)
    try desk.decide(sweep, [2...2], .accept, reason: "　村医证明\n")

    #expect(try desk.rows(of: sweep).map(\.decisionReason) == [nil, "村医证明"])
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func theCountsOfWhatIsLeftCloseInEveryReading() throws {
    let (desk, sweep) = try sweep([nil, "别名", nil, "别名"])
    try desk.decide(sweep, [2...2], .reject, reason: "不是同一人")

    for reading in [SweepReading.doubtful, .only(.exact), .only(.nameMismatch), .all, .listed([1, 2])] {
      let progress = try desk.store.progress(of: sweep, reading: reading, by: Self.chen)
      #expect(progress.doubtful == 2 && progress.undecidedDoubtful == 1 && progress.undecidedSure == 2)
    }
    let listed = try desk.store.progress(of: sweep, reading: .listed([1, 2]), by: Self.chen)
    #expect(listed.rows == 2 && listed.undecided == 1)
  }

  @Test func theLikeliestOfThoseWhomARowMayMeanComesFirst() throws {
    let desk = try Desk.withRegister()
    let sweep = try desk.importSweep(Sample.policeRows(), quarter: "2025Q3")
    let rows = try desk.store.withNear(desk.rows(of: sweep), of: sweep).filter { $0.certificate.isEmpty }

    for row in rows where row.near.count > 1 {
      let review = try #require(try desk.store.review(row.row, of: sweep, reading: .doubtful, by: Self.chen))
      let weights = review.held.map { held in row.near.first { $0.certificate == held.number }?.weight ?? Int.min }
      #expect(weights == weights.sorted(by: >), "row \(row.row)")
    }
  }
}
