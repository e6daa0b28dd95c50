import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// A newer file of the same quarter asks only what is new.
@Suite struct RepeatedRowTests {
  private static let chen = Desk.session("chen")

  private func confirm(_ sweep: Sweep, _ desk: Desk) throws {
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: Self.chen)
    _ = try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("sun"))
  }

  private func apply(_ sweep: Sweep, _ desk: Desk) throws -> SweepOutcome {
    try confirm(sweep, desk)
    return try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))
  }

  private func asked(_ sweep: Sweep, _ desk: Desk) throws -> [Int] {
    try desk.store.rows(of: sweep, undecidedOnly: true, by: Self.chen).map(\.row)
  }

  /// A file of three people, and a newer one with a fourth.
  private func files() throws -> (desk: Desk, people: [Person], first: Sweep, newer: Sweep) {
    let (desk, people) = try Desk.withPeople(4)
    let kinds = ["死亡注销", "户口迁出", "入伍", "死亡注销"]
    let rows = zip(people, kinds).map { $0.row(nil, $1) }
    let first = try desk.importSweep(Array(rows.prefix(3)))
    return (desk, people, first, try desk.importSweep(rows, file: "b.csv"))
  }

  @Test func onlyTheNewRowIsAskedAndTheCountCloses() throws {
    let (desk, _, first, newer) = try files()

    #expect(try asked(newer, desk) == [4])
    #expect(newer.value("repeated", of: .import) == "3")
    #expect(newer.count.closes && newer.count.toAsk == 0 && newer.count.matched == 4)
    let rows = try desk.rows(of: newer)
    #expect(rows.map(\.needsDecision) == [false, false, false, true])
    #expect(rows[2].elsewhere == RowElsewhere(sweep: first.number, row: 3, state: .open, decision: nil))
    let progress = try desk.store.progress(of: newer, reading: .doubtful, by: Self.chen)
    #expect(progress.undecided == 0 && progress.undecidedSure == 1 && progress.elsewhere == 3)
    #expect(try desk.store.decide(.whole(.exact), .accept, reason: "", on: newer.id, by: Self.chen).decided == 1)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func itIsSettledWhereItStandsAndNotTwice() throws {
    let (desk, people, first, newer) = try files()
    try desk.decide(first, [1...2], .accept, reason: "已核实")
    try desk.decide(first, [3...3], .reject, reason: "没有入伍")

    let refusal = #expect(throws: Refusal.self) { try desk.decide(newer, [1...1], .accept, reason: "已核实") }
    #expect(refusal?.code == "stands_elsewhere")
    #expect(refusal?.message.chinese.hasPrefix("2026Q1-1 第 1 行是同一行：同意（名单核对中）") == true)
    try desk.decide(newer, [4...4], .accept)
    #expect(try apply(newer, desk).done == 1)
    #expect(try apply(first, desk).done == 2)

    #expect(try asked(newer, desk).isEmpty)
    #expect(try desk.store.certificates(of: people[0].identity).map(\.state) == [.cancelled])
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func whatTheEarlierListHeldIsAskedAgainOnceThatIsOver() throws {
    let (desk, _, first, newer) = try files()
    try desk.decide(first, [1...1], .hold, reason: "等派出所答复")
    try desk.decide(first, [2...2], .accept)
    try desk.decide(first, [3...3], .reject, reason: "没有入伍")
    #expect(try asked(newer, desk) == [4])

    _ = try apply(first, desk)

    #expect(try asked(newer, desk) == [1, 4])
  }

  @Test func theRowsOfAListThatIsGivenUpAreNewAgain() throws {
    let (desk, _, first, newer) = try files()

    _ = try desk.store.record(.abandon, ["reason": "发错了"], onSweep: first.id, by: Self.chen)

    #expect(try asked(newer, desk) == [1, 2, 3, 4])
    try desk.decide(newer, [1...1], .accept)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func aListOnWhichAnotherWentOnIsNotGivenUp() throws {
    let (desk, _, first, newer) = try files()
    try desk.decide(newer, [4...4], .accept)
    _ = try desk.store.record(.submit, onSweep: newer.id, by: Self.chen)

    let refusal = #expect(throws: Refusal.self) {
      try desk.store.record(.abandon, ["reason": "发错了"], onSweep: first.id, by: Self.chen)
    }

    #expect(refusal?.code == "relied_upon")
    _ = try desk.store.record(.sendBack, ["reason": "先等"], onSweep: newer.id, by: Desk.session("sun"))
    _ = try desk.store.record(.abandon, ["reason": "发错了"], onSweep: first.id, by: Self.chen)
    #expect(try asked(newer, desk) == [1, 2, 3])
  }

  @Test func aRowThatTellsMoreThanBeforeIsNew() throws {
    let (desk, people) = try Desk.withPeople(2)
    _ = try desk.importSweep(people.map { $0.row() })

    let newer = try desk.importSweep([people[0].row(note: "误报，人健在"), people[1].row()], file: "b.csv")

    #expect(try asked(newer, desk) == [1])
  }

  @Test func anotherOfficeOrQuarterIsAskedAboutAll() throws {
    let (desk, people) = try Desk.withPeople(1)
    _ = try desk.importSweep([people[0].row()])

    let other = try desk.importSweep([people[0].row()], file: "b.csv", from: .civilAffairs)
    let next = try desk.importSweep([people[0].row()], file: "c.csv", quarter: "2026Q2")

    #expect(try asked(other, desk) == [1] && asked(next, desk) == [1])
  }

  @Test func aRowThatStandsInTwoListsIsAskedOnceBothAreGivenUp() throws {
    let (desk, _, first, newer) = try files()
    let third = try desk.importSweep(
      try desk.rows(of: newer).map(\.source), file: "c.csv")
    #expect(try asked(third, desk).isEmpty)

    _ = try desk.store.record(.abandon, ["reason": "发错了"], onSweep: newer.id, by: Self.chen)
    #expect(try asked(third, desk) == [4])
    _ = try desk.store.record(.abandon, ["reason": "发错了"], onSweep: first.id, by: Self.chen)
    #expect(try asked(third, desk) == [1, 2, 3, 4])
  }

  @Test(arguments: [
    "UPDATE sweep_repeated SET earlier_row = earlier_row + 1", "DELETE FROM sweep_repeated WHERE row = 1",
    "INSERT INTO sweep_repeated VALUES (2, 4, 1, 1)", "INSERT INTO sweep_repeated VALUES (77, 1, 1, 1)",
  ]) func aChangedPlaceIsFound(_ change: String) throws {
    let (desk, _, _, _) = try files()

    try desk.store.database.write { try $0.execute(sql: change) }

    #expect(try desk.store.verify().firstProblem != nil)
  }

  @Test func whatAnotherOfficesListDidIsSaidInOneSentence() throws {
    let (desk, people) = try Desk.withPeople(3)
    let police = try desk.importSweep(people.map { $0.row() })
    let other = try desk.importSweep(people.map { $0.row() }, file: "b.csv", from: .civilAffairs)
    for sweep in [police, other] {
      try desk.decide(sweep, [1...3], .accept)
      try confirm(sweep, desk)
    }
    _ = try desk.store.apply(sweep: police.id, by: Desk.session("bai"))

    let rehearsal = try desk.store.rehearsal(of: other.id, by: Self.chen)
    let outcome = try desk.store.apply(sweep: other.id, by: Desk.session("bai"))

    #expect(rehearsal.refusals.isEmpty && rehearsal.untouched == 0)
    #expect(outcome.refused.isEmpty && outcome.done == 0 && outcome.already.map(\.row) == [1, 2, 3])
    #expect(outcome.alreadyDone.map(\.chinese) == ["3 行已由 2026Q1-1 办结"])
    #expect(try desk.rows(of: other).map(\.outcome) == ["already", "already", "already"])
    #expect(try desk.store.verify().firstProblem == nil)
  }
}

/// Rows that a newer list of the quarter has no more may be what the police have put right.
@Suite struct MissingRowTests {
  private static let chen = Desk.session("chen")

  @Test func whatANewerListHasNoMoreIsToldAndListed() throws {
    let (desk, people) = try Desk.withPeople(4)
    let first = try desk.importSweep(people.map { $0.row() })
    let newer = try desk.importSweep(people.dropFirst().map { $0.row() }, file: "b.csv")

    #expect(newer.missing?.chinese == "2026Q1-1 有的 1 行，这份名单没有了：可能是来文单位的更正，请查明（sweep missing 列出）")
    let found = try desk.store.missingRows(from: newer, by: Self.chen)
    #expect(found.map(\.earlier.number) == [first.number] && found.map { $0.rows.map(\.row) } == [[1]])
  }

  @Test func theListOfAnotherMonthMissesNothing() throws {
    let (desk, people) = try Desk.withPeople(4)
    _ = try desk.importSweep(people.prefix(2).map { $0.row() })
    let other = try desk.importSweep(people.suffix(2).map { $0.row() }, file: "b.csv")

    #expect(other.missing == nil)
    #expect(try desk.store.missingRows(from: other, by: Self.chen).isEmpty)
  }

  @Test(arguments: [true, false])
  func whatANewerListHasNoMoreIsAskedSinglyInTheOlder(_ isOlderFirst: Bool) throws {
    let (desk, people) = try Desk.withPeople(4)
    let all = people.map { $0.row() }
    let (before, after) = (Day(iso: "2026-02-12"), Day(iso: "2026-02-20"))
    let first = try desk.importSweep(
      isOlderFirst ? all : Array(all.dropFirst()), received: isOlderFirst ? before : after)
    let second = try desk.importSweep(
      isOlderFirst ? Array(all.dropFirst()) : all, file: "b.csv", received: isOlderFirst ? after : before)
    let (older, newer) = isOlderFirst ? (first, second) : (second, first)

    let rows = try desk.rows(of: older)
    let bulk = try desk.store.decide(.whole(.exact), .accept, reason: "", on: older.id, by: Self.chen)

    #expect(rows.map(\.blocks) == [[.missingLater], [], [], []])
    #expect(
      rows[0].evidence.map(\.words.chinese) == ["较新的名单 \(newer.shortNumber)（2026-02-20）已没有这一行：可能已由来文单位撤回或更正，请查明"])
    #expect(bulk.left == 1)
    #expect(try desk.rows(of: older)[0].decision == nil)
    #expect(try desk.rows(of: newer).allSatisfy { $0.blocks.isEmpty })
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func aRowAcceptedBeforeTheNewerListCameIsNotCarriedOut() throws {
    let (desk, people) = try Desk.withPeople(3)
    let first = try desk.importSweep(people.map { $0.row() })
    try desk.decide(first, [1...3], .accept)
    _ = try desk.store.record(.submit, onSweep: first.id, by: Self.chen)
    _ = try desk.store.record(.approve, onSweep: first.id, by: Desk.session("sun"))
    _ = try desk.importSweep(people.dropFirst().map { $0.row() }, file: "b.csv")

    let outcome = try desk.store.apply(sweep: first.id, by: Desk.session("bai"))

    #expect(outcome.cancelled == 2 && outcome.refused.map(\.row) == [1])
    #expect(outcome.refused.map(\.refusal.code) == ["missing_later"])
  }

  @Test func whatWasCarriedOutAndIsMissingSinceIsToldAtTheImport() throws {
    let (desk, people) = try Desk.withPeople(3)
    let first = try desk.importSweep(people.map { $0.row() })
    try desk.decide(first, [1...3], .accept)
    _ = try desk.store.record(.submit, onSweep: first.id, by: Self.chen)
    _ = try desk.store.record(.approve, onSweep: first.id, by: Desk.session("sun"))
    _ = try desk.store.apply(sweep: first.id, by: Desk.session("bai"))

    let newer = try desk.importSweep(people.dropFirst().map { $0.row() }, file: "b.csv")

    #expect(newer.missingDone?.chinese == "其中已执行：2026Q1-1 第 1 行；可能错办，请逐个查明，错的按行撤回")
  }

  @Test func aListThatOnlyAddsRowsLeavesTheOlderAsItIs() throws {
    let (desk, people) = try Desk.withPeople(4)
    let older = try desk.importSweep(people.prefix(2).map { $0.row() })
    _ = try desk.importSweep(people.map { $0.row() }, file: "b.csv")

    #expect(try desk.rows(of: older).allSatisfy { $0.blocks.isEmpty })
  }

  @Test func aListSavedAnewIsSaidToBeTheSame() throws {
    let (desk, people) = try Desk.withPeople(2)
    _ = try desk.importSweep(people.map { $0.row() })
    let again = try desk.store.importSweep(
      ReceivedFile(name: "b.csv", bytes: [2]), quarter: #require(Quarter("2026Q1")), by: Self.chen
    ) { take in
      var oddities = RowOddities(counties: [])
      for row in people.map({ $0.row() }) {
        oddities.add(row)
        try take(row)
      }
      return FileReading(format: "csv", encoding: "utf-8", passedOver: 0, findings: oddities.told())
    }

    #expect(again.missing == nil && again.value("repeated", of: .import) == "2")
  }
}
