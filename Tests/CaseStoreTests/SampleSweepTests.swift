import Casework
import Testing

@testable import CaseStore

/// The sample files: every row comes out as `truth.csv` says.
@Suite struct SampleSweepTests {
  @Test func everyRowHasTheClassAndCertificatesOfTheTruth() throws {
    let desk = try Desk.withRegister()
    let sweep = try desk.importSweep(Sample.policeRows(), quarter: "2025Q3")
    let rows = try desk.rows(of: sweep)
    let truth = try Sample.lines("sweep-truth.tsv")

    #expect(rows.count == 800 && truth.count == 800)
    for (row, line) in zip(rows, truth) {
      #expect(String(row.row) == line["row"])
      #expect(row.sweepClass.rawValue == line["class"], "row \(row.row)")
      #expect(row.reason == line["reason"], "row \(row.row)")
      #expect(row.identity == line["id_norm"], "row \(row.row)")
      #expect(row.certificate == line["cert"], "row \(row.row)")
      #expect(
        Set(row.candidates) == Set((line["cands"] ?? "").split(separator: "|").map(String.init)), "row \(row.row)")
      #expect(row.duplicateOf.map(String.init) ?? "" == line["dup_of"], "row \(row.row)")
      #expect(row.eventDate.text.filter(\.isNumber) == line["event_date"], "row \(row.row)")
      #expect((row.eventDate.day != nil) == (line["event_date_ok"] == "1"), "row \(row.row)")
    }
    #expect(sweep.entries.text("import.class.exact") == "320")
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func everyProposalFollowsTheTable() throws {
    let desk = try Desk.withRegister()
    let sweep = try desk.importSweep(Sample.policeRows(), quarter: "2025Q3")

    for row in try desk.rows(of: sweep) {
      let isOdd = row.eventDate.day.map { $0 > desk.day } ?? true
      let dates: [SweepBlock] = [.oddDate, .futureDate, .issuedAfter]
      #expect(row.isUpgraded == (!row.identity.isEmpty && row.source.identity.filter(\.isNumber).count == 15))
      switch (row.sweepClass, row.kind) {
      case (.exact, _) where isOdd || row.block.map(dates.contains) ?? false:
        #expect(row.proposal == .review)
      case (.exact, .death): #expect(row.proposal == .cancel)
      case (.exact, .moveOut): #expect(row.proposal == .watchMove)
      case (.exact, .identityChanged): #expect(row.proposal == .changeIdentity)
      case (.exact, .nameChanged): #expect(row.proposal == .changeName)
      case (.nameMismatch, .nameChanged) where row.reason == "explained" && !isOdd:
        #expect(row.proposal == .changeName)
      case (.exact, _), (.nameMismatch, _), (.candidate, _), (.malformed, _): #expect(row.proposal == .review)
      default: #expect(row.proposal == .none)
      }
    }
  }

  @Test func theWholeSweepIsWorkedThroughAndCancelsOnlyWhatTwoPeopleConfirmed() throws {
    let desk = try Desk.withRegister()
    let sweep = try desk.importSweep(Sample.policeRows(), quarter: "2025Q3")
    let before = try desk.store.registerCounts()[.cancelled] ?? 0
    let chen = Desk.session("chen")

    let bulk = try desk.store.decide(.whole(.exact), .accept, reason: "", on: sweep.id, by: chen)
    for sweepClass in SweepClass.allCases {
      let open = try desk.store.rows(of: sweep, class: sweepClass, undecidedOnly: true, by: chen)
      let left = try desk.store.bulk(of: sweepClass, in: sweep, by: chen).left
      let rejected = try desk.store.decide(.whole(sweepClass), .reject, reason: "待查", on: sweep.id, by: chen)
      #expect(rejected.left == left && rejected.decided + left == open.count)
    }
    for row in try desk.store.rows(of: sweep, undecidedOnly: true, by: chen) {
      #expect(!row.isTakenTogether)
      try desk.decide(sweep, [row.row...row.row], .reject, reason: "待查")
    }
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: chen)
    #expect(try desk.store.registerCounts()[.cancelled] == before)
    _ = try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("sun"))
    #expect(try desk.store.registerCounts()[.cancelled] == before)
    let outcome = try desk.store.apply(sweep: sweep.id, by: chen)

    let accepted = try desk.rows(of: sweep).filter { $0.decision == .accept }
    #expect(bulk.decided == accepted.count && bulk.decided + bulk.left == 320)
    #expect(accepted.allSatisfy { $0.proposal != .review })
    #expect(outcome.cancelled + outcome.watched + outcome.changed + outcome.refused.count == accepted.count)
    #expect(outcome.cancelled > 100 && outcome.watched > 40 && outcome.changed > 10)
    #expect(try desk.store.registerCounts()[.cancelled] == before + outcome.cancelled)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func theRegisterIsTakenOverOnceAndTheSecondTimeNothingChanges() throws {
    let desk = try Desk("2025-10-09")
    let register = try Sample.register()
    let file = ReceivedFile(name: "register.csv", bytes: [1])
    let first = try desk.store.importRegister(register, of: file, by: Desk.session("chen"), dates: Sample.date)
    let again = try desk.store.importRegister(
      register, of: ReceivedFile(name: "register2.csv", bytes: [2]), by: Desk.session("admin"), dates: Sample.date)

    #expect(first.rows == 3074 && first.imported + first.rejected.count == 3074)
    #expect(again.imported == 0 && again.updated == 0 && again.unchanged == first.imported)
    #expect(try desk.store.verify().firstProblem == nil)
    #expect(
      try refusalCode {
        _ = try desk.store.importRegister(register, of: file, by: Desk.session("sun"), dates: Sample.date)
      } == "not_your_role")
  }
}
