import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// What is looked at before a sweep is carried out, and carrying it out.
@Suite struct SweepRehearsalTests {
  private static let chen = Desk.session("chen")

  private func mixed(_ people: [Person]) -> [PoliceRow] {
    [
      people[0].row(), people[1].row(nil, "户口迁出", on: "2025-08-31"),
      people[2].row(nil, "姓名变更", on: "2026-03-01", note: "现姓名:张新"), people[3].row(), people[4].row(nil, "户口迁出"),
    ]
  }

  @Test func aRehearsalSaysWhatApplyingThenDoesAndChangesNothing() throws {
    let (desk, people) = try Desk.withPeople(7)
    let sweep = try desk.confirmedSweep(mixed(people))
    try desk.cancel(people[3].number, .voluntary)
    let before = try desk.everything()
    var foreseen: [String] = []
    var seen: [String] = []

    let rehearsal = try desk.store.rehearsal(of: sweep.id, by: Desk.session("bai"), each: { foreseen.append($0.told) })
    #expect(try desk.everything() == before)
    let outcome = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"), each: { seen.append($0.told) })

    #expect(rehearsal.outcome == outcome && foreseen == seen && seen.count == 5)
    #expect(outcome.cancelled == 1 && outcome.watched == 2 && outcome.changed == 1 && outcome.prepared == 1)
    #expect(outcome.freezesDue == 1 && outcome.refused.map(\.row) == [4])
    #expect(rehearsal.kinds == [.death: 2, .moveOut: 2, .nameChanged: 1])
    #expect(rehearsal.refusals == ["not_from_here": 1])
    #expect(rehearsal.untouched == 2)
    #expect(rehearsal.words.chinese.hasPrefix("将注销 1、迁出计时 2（其中冻结已到期 1）"))
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func aRehearsalIsPossibleWhileRowsAreStillDecided() throws {
    let (desk, people) = try Desk.withPeople(3)
    let sweep = try desk.importSweep(people.map { $0.row() })
    try desk.decide(sweep, [1...1], .accept)
    try desk.decide(sweep, [2...2], .reject)
    let before = try desk.everything()

    for staff in ["chen", "sun", "zhao"] {
      let rehearsal = try desk.store.rehearsal(of: sweep.id, by: Desk.session(staff))
      #expect(rehearsal.outcome.cancelled == 1 && rehearsal.outcome.refused.isEmpty, "\(staff)")
      #expect(rehearsal.rejected == 1 && rehearsal.undecided == 1 && rehearsal.untouched == 2)
    }
    #expect(try refusalCode { _ = try desk.store.rehearsal(of: sweep.id, by: Desk.session("li")) } == "not_your_role")
    #expect(try desk.everything() == before)
  }

  @Test func theSampleFollowsFromTheSeedThatWasDrawnAtTheSubmission() throws {
    let (desk, people) = try Desk.withPeople(60)
    let sweep = try desk.importSweep(people.map { $0.row() })
    #expect(
      try refusalCode { _ = try desk.store.draw(of: sweep, by: Self.chen) } == "never_submitted")
    _ = try desk.store.decide(.whole(.exact), .accept, reason: "", on: sweep.id, by: Self.chen)
    try desk.decide(sweep, [9...9], .hold)
    let submitted = try desk.store.record(.submit, onSweep: sweep.id, by: Self.chen)

    let seen = try desk.store.confirming(sweep.id, by: Desk.session("sun"))

    let drawn = seen.draw
    #expect(drawn.seed == submitted.seed && drawn.sure == 59 && drawn.sample.count == 50)
    #expect(drawn.doubtful.map(\.row) == [9])
    let sure = (1...60).filter { $0 != 9 }
    #expect(drawn.sample.map(\.row) == SweepSample.draw(50, from: sure, seed: drawn.seed))
    #expect(try desk.store.draw(of: submitted, by: Self.chen).sample == drawn.sample)
    #expect(seen.rehearsal.outcome.cancelled == 59)
    #expect(seen.rehearsal.share == SweepShare(ending: 59, live: 60) && seen.rehearsal.share.isUnusual)
    #expect(submitted.shareSubmitted == seen.rehearsal.share)
    _ = try desk.store.record(.sendBack, ["reason": "再核"], onSweep: sweep.id, by: Desk.session("sun"))
    #expect(try desk.store.record(.submit, onSweep: sweep.id, by: Self.chen).seed != drawn.seed)
  }

  @Test func ofAListAsAQuarterHasItTwentyAreDrawn() throws {
    let (desk, people) = try Desk.withPeople(60)
    let sweep = try desk.importSweep(
      people.enumerated().map { index, person in person.row(nil, index < 19 ? "死亡注销" : "户口迁出") })
    _ = try desk.store.decide(.whole(.exact), .accept, reason: "", on: sweep.id, by: Self.chen)
    let submitted = try desk.store.record(.submit, onSweep: sweep.id, by: Self.chen)

    #expect(try desk.store.draw(of: submitted, by: Self.chen).sample.count == 20)
    #expect(try desk.store.share(of: submitted, by: Self.chen) == SweepShare(ending: 19, live: 60))
  }

  /// Another list refuses somebody after the confirmation: the row is decided again, and the whole confirmed anew.
  @Test func whatIsConfirmedIsReturnedDecidedAndConfirmedAnew() throws {
    let (desk, people) = try Desk.withPeople(2)
    let sweep = try desk.confirmedSweep(people.map { $0.row() })
    #expect(try refusalCode { try desk.decide(sweep, [1...1], .reject, reason: "健在") } == "not_from_here")
    #expect(
      try refusalCode {
        _ = try desk.store.record(.sendBack, ["reason": "再核"], onSweep: sweep.id, by: Self.chen)
      } == "not_your_role")
    #expect(
      try refusalCode { _ = try desk.store.record(.sendBack, onSweep: sweep.id, by: Desk.session("sun")) }
        == "fields_missing")

    let returned = try desk.store.record(
      .sendBack, ["reason": "第 1 行另一名单未同意"], onSweep: sweep.id, by: Desk.session("sun"))

    #expect(returned.state == .returned && returned.approver == nil)
    #expect(try refusalCode { _ = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai")) } == "not_from_here")
    try desk.decide(sweep, [1...1], .reject, reason: "健在")
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: Self.chen)
    #expect(try refusalCode { _ = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai")) } == "not_from_here")
    #expect(try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("sun")).approver == "sun")
    #expect(try desk.store.apply(sweep: sweep.id, by: Desk.session("bai")).cancelled == 1)
    #expect(try people.map { try desk.certificate($0).state } == [.valid, .cancelled])
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func anInspectorFindsTheSameSampleAfterTheApplying() throws {
    let (desk, people) = try Desk.withPeople(30)
    let sweep = try desk.importSweep(people.map { $0.row() })
    _ = try desk.store.decide(.whole(.exact), .accept, reason: "", on: sweep.id, by: Self.chen)
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: Self.chen)
    let before = try desk.store.draw(of: desk.store.sweep(sweep.id), by: Desk.session("sun")).sample.map(\.row)
    _ = try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("sun"))
    _ = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))

    #expect(try desk.store.draw(of: desk.store.sweep(sweep.id), by: Desk.session("sun")).sample.map(\.row) == before)
  }

  @Test func anApplyingBrokenOffAnywhereHasDoneNothing() throws {
    let (desk, people) = try Desk.withPeople(450)
    let sweep = try desk.confirmedSweep(people.map { $0.row() })
    let before = try desk.everything()

    for stop in [200, 400, 450] {
      #expect(throws: CancellationError.self) {
        _ = try desk.store.apply(
          sweep: sweep.id, by: Desk.session("bai"),
          progress: { done, all in
            #expect(all == 450)
            if done >= stop { throw CancellationError() }
          })
      }
      #expect(try desk.everything() == before)
    }
    #expect(try desk.store.apply(sweep: sweep.id, by: Desk.session("bai")).cancelled == 450)
  }
}

extension SweepRowOutcome {
  fileprivate var told: String { "\(row.row) \(result)" }
}
