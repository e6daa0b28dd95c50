import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// Rows about one person that cannot all be right: whoever moves after the day of death lives, and nobody dies twice.
@Suite struct ContraryReportTests {
  private static let chen = Desk.session("chen")

  private func takeTogether(_ sweep: Sweep, _ desk: Desk) throws -> (decided: Int, left: Int, undecided: Int) {
    try desk.store.decide(.whole(.exact), .accept, reason: "", on: sweep.id, by: Self.chen)
  }

  private func confirm(_ sweep: Sweep, _ desk: Desk) throws {
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: Self.chen)
    _ = try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("sun"))
  }

  @Test func aMoveAfterTheDayOfDeathIsASignOfLife() throws {
    let (desk, people) = try Desk.withPeople(3)
    let sweep = try desk.importSweep([
      people[0].row(1, on: "2026-03-10"), people[0].row(2, "户口迁出", on: "2026-03-15"), people[1].row(3),
      people[2].row(4, "户口迁出", on: "2026-03-01"), people[2].row(5, on: "2026-03-10"),
    ])

    let found = try desk.rows(of: sweep)

    #expect(found.map(\.blocks) == [[.movedAfter], [.diedBefore], [], [], []])
    #expect(found[0].evidence.map(\.words.chinese) == ["第 2 行报此人 2026-03-15 迁出，在报亡之后：人可能健在，查明后只同意一行"])
    #expect(found[1].evidence.map(\.words.chinese) == ["第 1 行说此人 2026-03-10 已死亡，在此之前：两行不能都对，查明后只同意一行"])
    let bulk = try takeTogether(sweep, desk)
    #expect(bulk.decided == 3 && bulk.left == 2)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test(arguments: [true, false])
  func theListsOfAQuarterAreHeldBesideEachOther(_ isDeathFirst: Bool) throws {
    let (desk, people) = try Desk.withPeople(2)
    let deaths = people.map { $0.row(on: "2026-03-10") }
    let moves = [people[0].row(1, "户口迁出", on: "2026-03-15")]
    let first = try desk.importSweep(isDeathFirst ? deaths : moves)
    let second = try desk.importSweep(isDeathFirst ? moves : deaths, file: "b.csv")
    let (dead, moved) = isDeathFirst ? (first, second) : (second, first)

    #expect(try desk.rows(of: dead).map(\.blocks) == [[.movedAfter], []])
    #expect(try desk.rows(of: moved).map(\.blocks) == [[.diedBefore]])
    #expect(try desk.rows(of: dead)[0].signs.map(\.source) == ["\(moved.number):1"])
    #expect(try desk.rows(of: moved)[0].signs.map(\.source) == ["\(dead.number):1"])
    #expect(try takeTogether(dead, desk).left == 1 && takeTogether(moved, desk).left == 1)
    let progress = try desk.store.progress(of: dead, reading: .doubtful, by: Self.chen)
    #expect(progress.undecidedDoubtful == 1 && progress.undecidedSure == 0)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  /// A revocation bears the day of the death that it takes back, or none.
  static let contraries: [(kind: String, day: String, note: String)] = [
    ("死亡撤销", "2026-03-10", ""), ("死亡撤销", "", ""), ("恢复户口", "2026-03-09", ""), ("死亡误报", "2026-03-01", ""),
    ("户口迁出", "", ""), ("户口迁出", "2026-03-10", ""), ("迁入", "2026-03-10", ""), ("其他", "2026-03-01", "误报死亡，已恢复"),
    ("死亡注销", "2026-03-10", "误报"),
  ]

  @Test(arguments: contraries)
  func aRowThatTakesADeathBackIsSeenBesideItWhateverItsDay(_ kind: String, _ day: String, _ note: String) throws {
    let (desk, people) = try Desk.withPeople(2)
    let deaths = people.map { $0.row(on: "2026-03-10") }
    let back = people[0].row(3, kind, on: day, note: note)

    if kind != "死亡注销" {
      let one = try desk.importSweep(deaths + [back], quarter: "2025Q4")
      #expect(try desk.rows(of: one).map { $0.blocks.contains(.contraryRow) } == [true, false, true])
      #expect(try takeTogether(one, desk).decided == 1)
      _ = try desk.store.record(.abandon, ["reason": "发错名单"], onSweep: one.id, by: Self.chen)
    }
    let first = try desk.importSweep(deaths, file: "a.csv")
    let second = try desk.importSweep([back], file: "b.csv")

    #expect(try desk.rows(of: first).map(\.blocks) == [[.contraryRow], []])
    #expect(try desk.rows(of: second)[0].blocks.contains(.contraryRow))
    #expect(try takeTogether(first, desk).decided == 1)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func aRowThatTakesBackACarriedOutDeathIsToldAtTheImport() throws {
    let (desk, people) = try Desk.withPeople(2)
    let police = try desk.importSweep(people.map { $0.row(on: "2026-03-10") })
    _ = try takeTogether(police, desk)
    try confirm(police, desk)
    _ = try desk.store.apply(sweep: police.id, by: Desk.session("bai"))

    let back = try desk.importSweep(
      [people[0].row(1, "死亡撤销", on: "2026-03-10"), people[1].row(2, on: "2026-03-10", note: "误报")], file: "b.csv")

    #expect(back.movedAfterEnd?.chinese.hasPrefix("2 行说的与已执行的死亡注销相反") == true)
  }

  @Test func nobodyMovesOutTwice() throws {
    let (desk, people) = try Desk.withPeople(1)
    let sweep = try desk.importSweep([
      people[0].row(1, "户口迁出", on: "2026-03-10"), people[0].row(2, "户口迁出", on: "2026-03-12"),
    ])

    #expect(try desk.rows(of: sweep).map(\.blocks) == [[.contraryRow], [.contraryRow]])
  }

  @Test(arguments: [SweepDecision.reject, .hold])
  func whoWasFoundAliveIsNotTakenTogetherWhenTheReportComesAgainWithAnotherDay(_ decision: SweepDecision) throws {
    let (desk, people) = try Desk.withPeople(2)
    let before = try desk.importSweep([people[0].row(on: "2025-12-10")], quarter: "2025Q4")
    try desk.decide(before, [1...1], decision, reason: "查明健在，本人到场")
    try confirm(before, desk)
    _ = try desk.store.apply(sweep: before.id, by: Desk.session("bai"))

    let again = try desk.importSweep(people.map { $0.row(on: "2025-12-12") }, file: "b.csv")

    #expect(try desk.rows(of: again).map(\.blocks) == [[.refusedBefore], []])
    #expect(try takeTogether(again, desk).decided == 1)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func twoListsWithTwoDaysOfDeathNameEachOther() throws {
    let (desk, people) = try Desk.withPeople(1)
    let police = try desk.importSweep([people[0].row(on: "2026-03-10")])
    let other = try desk.importSweep([people[0].row(on: "2026-03-12")], file: "b.csv")

    #expect(try [police, other].map { try desk.rows(of: $0)[0].blocks } == [[.otherDeath], [.otherDeath]])
  }

  @Test(arguments: [("2026-03-12", false), ("2026-03-09", true)])
  func aCremationComesAfterTheDeath(_ day: String, _ isContrary: Bool) throws {
    let (desk, people) = try Desk.withPeople(1)
    let police = try desk.importSweep([people[0].row(on: "2026-03-10")])
    let other = try desk.importSweep([people[0].row(1, "火化", on: day)], file: "b.csv", from: .civilAffairs)

    let blocks = try [police, other].map { try desk.rows(of: $0)[0].blocks }

    #expect(blocks == (isContrary ? [[.otherDeath], [.otherDeath]] : [[], []]))
  }

  /// Whoever has looked into both rows is not asked again because a newer file has them too.
  @Test func aNewerListWithTheSameTwoRowsIsNoNews() throws {
    let (desk, people) = try Desk.withPeople(1)
    let rows = [people[0].row(1, on: "2026-03-10"), people[0].row(2, on: "2026-03-12")]
    let first = try desk.importSweep(rows)
    try desk.decide(first, [1...1], .accept, reason: "家属出示证明")
    try desk.decide(first, [2...2], .reject, reason: "日期写错了")
    _ = try desk.importSweep(rows, file: "b.csv")
    try confirm(first, desk)

    let outcome = try desk.store.apply(sweep: first.id, by: Desk.session("bai"))

    #expect(outcome.cancelled == 1 && outcome.refused.isEmpty)
  }

  /// What a list that is given up reports plainly may be why it was given up.
  @Test(arguments: [("死亡注销", "2026-03-12"), ("户口迁出", "2026-03-10")])
  func aListThatIsGivenUpSpeaksAgainstNobodyByPlainReports(_ kind: String, _ day: String) throws {
    let (desk, people) = try Desk.withPeople(1)
    let police = try desk.importSweep([people[0].row(on: "2026-03-10")])
    let other = try desk.importSweep([people[0].row(1, kind, on: day)], file: "b.csv")

    _ = try desk.store.record(.abandon, ["reason": "发错名单"], onSweep: other.id, by: Self.chen)

    #expect(try takeTogether(police, desk).decided == 1)
  }

  @Test func twoDaysOfDeathAreNotBothAccepted() throws {
    let (desk, people) = try Desk.withPeople(1)
    let sweep = try desk.importSweep([people[0].row(1, on: "2026-03-10"), people[0].row(2, on: "2026-03-12")])
    try desk.decide(sweep, [1...1], .accept, reason: "家属出示证明")

    let refusal = #expect(throws: Refusal.self) { try desk.decide(sweep, [2...2], .accept, reason: "家属出示证明") }

    #expect(refusal?.code == "contrary_accepted" && refusal?.message.chinese.contains("2026-03-10 死亡") == true)
    try desk.decide(sweep, [1...1], .open)
    try desk.decide(sweep, [2...2], .accept, reason: "家属出示证明")
  }

  @Test func aDeathAndALaterMoveAreBothAcceptedOnlyOnceTheDayIsPutRight() throws {
    let (desk, people) = try Desk.withPeople(1)
    let police = try desk.importSweep([people[0].row(on: "2026-03-10")])
    let moves = try desk.importSweep([people[0].row(1, "户口迁出", on: "2026-03-15")], file: "b.csv")
    try desk.decide(moves, [1...1], .accept, reason: "户籍已核实")

    #expect(
      try refusalCode { try desk.decide(police, [1...1], .accept, reason: "家属已确认") } == "contrary_accepted")

    try desk.decide(police, [1...1], .accept, reason: "日期写错，家属已确认", date: MadeUp.day("2026-03-20"))
    #expect(try desk.rows(of: police)[0].decision == .accept)
  }

  @Test func whatWasTakenBeforeTheLaterListStandsAmongTheDoubtfulAloneAndIsNotCarriedOut() throws {
    let (desk, people) = try Desk.withPeople(3)
    let police = try desk.importSweep(people.map { $0.row(on: "2026-03-10") })
    #expect(try takeTogether(police, desk).decided == 3)
    _ = try desk.store.record(.submit, onSweep: police.id, by: Self.chen)
    _ = try desk.importSweep([people[1].row(1, "户口迁出", on: "2026-03-15")], file: "b.csv")

    let confirming = try desk.store.confirming(police.id, by: Desk.session("sun"))

    #expect(confirming.draw.doubtful.map(\.row) == [2] && confirming.draw.doubtful[0].blocks == [.movedAfter])
    #expect(confirming.draw.sure == 2 && confirming.draw.sample.map(\.row) == [1, 3])
    #expect(confirming.rehearsal.refusals == ["moved_after": 1])
    _ = try desk.store.record(.approve, onSweep: police.id, by: Desk.session("sun"))
    let outcome = try desk.store.apply(sweep: police.id, by: Desk.session("bai"))
    #expect(outcome.cancelled == 2 && outcome.refused.map(\.row) == [2])
    #expect(try desk.certificate(people[1]).state == .valid)
  }

  @Test func aMoveOfSomebodyWhoseCertificateADeathHasEndedIsToldAtTheImport() throws {
    let (desk, people) = try Desk.withPeople(2)
    let police = try desk.importSweep(people.map { $0.row(on: "2026-03-10") })
    _ = try takeTogether(police, desk)
    try confirm(police, desk)
    _ = try desk.store.apply(sweep: police.id, by: Desk.session("bai"))

    let moves = try desk.importSweep(
      [people[0].row(1, "户口迁出", on: "2026-03-15"), people[1].row(2, "户口迁出", on: "2026-03-01")], file: "b.csv")

    #expect(moves.movedAfterEnd?.chinese.hasPrefix("1 行说的与已执行的死亡注销相反") == true)
    let found = try desk.rows(of: moves)
    #expect(found.map(\.sweepClass) == [.inactive, .inactive] && found.map(\.blocks) == [[.endedForDeath], []])
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func aRowWithoutAUsableNumberNamesTheHolderRowBesideItAndIsNamedByIt() throws {
    let (desk, people) = try Desk.withPeople(2)
    let cut = PoliceRow(
      row: 3, identity: String(people[0].identity.dropLast()), name: people[0].name,
      birth: .day(MadeUp.day("1950-01-15")), kind: "户口迁出", eventDate: Sample.date("2026-03-25", false))

    let sweep = try desk.importSweep([people[0].row(1), people[1].row(2), cut])

    let found = try desk.rows(of: sweep)
    #expect(found.map(\.sweepClass) == [.exact, .exact, .malformed])
    #expect(found.map(\.blocks) == [[.perhapsSame], [], [.perhapsSame]])
    #expect(found[0].evidence.map(\.words.chinese) == ["第 3 行可能也是此人，报迁出 2026-03-25：请一并查明"])
    #expect(try takeTogether(sweep, desk).left == 1)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test(arguments: [true, false])
  func aRowWithASlipInItsNumberIsSeenBesideTheRightOneOfAnotherList(_ isSlipFirst: Bool) throws {
    let (desk, people) = try Desk.withPeople(2)
    let last = try #require(people[0].identity.last)
    let slip = PoliceRow(
      row: 1, identity: people[0].identity.dropLast() + (last == "1" ? "2" : "1"), name: people[0].name,
      kind: "死亡注销", eventDate: Sample.date("2026-03-25", false))
    let right = people.map { $0.row(on: "2026-03-25") }
    let first = try desk.importSweep(isSlipFirst ? [slip] : right)
    let second = try desk.importSweep(isSlipFirst ? right : [slip], file: "b.csv", from: .civilAffairs)
    let (wrong, exact) = isSlipFirst ? (first, second) : (second, first)

    #expect(try desk.rows(of: wrong).map(\.sweepClass) == [.malformed])
    #expect(try desk.rows(of: wrong).map(\.blocks) == [[.perhapsSame]])
    #expect(try desk.rows(of: exact).map(\.blocks) == [[.perhapsSame], []])
    #expect(try desk.rows(of: exact)[0].evidence.map(\.source) == ["\(wrong.number):1"])
    #expect(try takeTogether(exact, desk).left == 1)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  /// The row that is found at the end stands in another piece than the one it may mean.
  @Test func anImportThatGoesOnKnowsTheRowsOfHoldersBefore() throws {
    let (desk, people) = try Desk.withPeople(1)
    let birth = EventDate.day(MadeUp.day("1950-01-15"))
    let rows =
      [people[0].row(1)]
      + (2...300).map { row in
        PoliceRow(
          row: row, identity: "\(row)", name: row == 300 ? people[0].name : "某某", birth: birth, kind: "死亡注销",
          eventDate: Sample.date("2026-03-25", false))
      }
    func take(stopping: Bool) throws -> Sweep {
      try desk.store.importSweep(
        ReceivedFile(name: "a.csv", bytes: [1]), quarter: #require(Quarter("2026Q1")), by: Self.chen, piece: 10
      ) { take in
        for row in rows {
          if stopping, row.row == 290 { throw CancellationError() }
          try take(row)
        }
        return FileReading(format: "csv", encoding: "utf-8", passedOver: 0)
      }
    }
    #expect(throws: CancellationError.self) { try take(stopping: true) }
    #expect(try desk.store.begunImports().map(\.rows) == [256])

    let sweep = try take(stopping: false)

    #expect(try desk.rows(of: sweep).filter { $0.blocks == [.perhapsSame] }.map(\.row) == [1, 300])
    #expect(try desk.store.verify().firstProblem == nil)
  }
}
