import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// Rows that agree with the register and yet take a person: what stands in the row itself speaks against it.
@Suite struct DoubtfulRowTests {
  private let chen = Desk.session("chen")

  /// What the row is blocked by, after a look that the bulk leaves it.
  private func blocks(of row: PoliceRow, besides others: [PoliceRow] = [], in desk: Desk) throws -> [SweepBlock] {
    let sweep = try desk.importSweep([row] + others, file: "doubt \(row.row)")
    let found = try #require(try desk.rows(of: sweep).first)
    let bulk = try desk.store.decide(.whole(.exact), .accept, reason: "", on: sweep.id, by: chen)
    #expect(found.sweepClass == .exact && found.proposal == .cancel)
    let isTaken = try desk.rows(of: sweep).first?.decision == .accept
    #expect(bulk.left == (found.blocks.isEmpty ? 0 : 1) && isTaken == found.blocks.isEmpty)
    #expect(found.evidence.allSatisfy { !$0.words.chinese.isEmpty && !$0.words.english.isEmpty })
    return found.blocks
  }

  private func death(
    _ person: Person, _ kind: String = "死亡注销", number: String? = nil, on day: String = "2026-03-20",
    by declarant: String = ""
  ) -> PoliceRow {
    PoliceRow(
      row: person.index + 1, identity: number ?? person.identity, name: person.name, kind: kind,
      eventDate: Sample.date(day, false), details: declarant.isEmpty ? [:] : [.declarantIdentity: declarant])
  }

  @Test(arguments: [("死亡注销(某种情形)", [SweepBlock.unclearKind]), ("死亡注销(正常死亡)", [])])
  func wordsThatNobodyKnowsTakeAPerson(_ kind: String, _ expected: [SweepBlock]) throws {
    let (desk, people) = try Desk.withPeople(1)

    #expect(try blocks(of: death(people[0], kind), in: desk) == expected)
  }

  @Test func aBirthDateOrSexThatIsNotThatOfTheNumberTakesAPerson() throws {
    let (desk, people) = try Desk.withPeople(4)
    func row(_ person: Person, birth: EventDate = .missing, sex: String? = nil) -> PoliceRow {
      PoliceRow(
        row: person.index + 1, identity: person.identity, name: person.name, birth: birth, kind: "死亡注销",
        eventDate: Sample.date("2026-03-20", false), details: sex.map { [.sex: $0] } ?? [:])
    }
    let sexes = people.map { IdentityNumber($0.identity)?.sex.name.chinese ?? "" }
    let other = sexes[1] == "男" ? "女" : "男"

    #expect(try blocks(of: row(people[0], birth: .day(MadeUp.day("1951-01-15"))), in: desk) == [.otherBirth])
    #expect(try blocks(of: row(people[1], sex: other), in: desk) == [.otherSex])
    #expect(try blocks(of: row(people[2], birth: .day(MadeUp.day("1950-01-15")), sex: sexes[2]), in: desk) == [])
    let unread = EventDate.impossible(year: 1950, month: 2, day: 30)
    #expect(try blocks(of: row(people[3], birth: unread, sex: "未知"), in: desk) == [])
  }

  @Test(arguments: ["误报，人健在", "经核实未死亡", "该条作废", "系申报人死亡", "同名，待核", "活着", "其父死亡", "健 在"])
  func aRemarkThatTheDeathIsNoneTakesAPerson(_ note: String) throws {
    let (desk, people) = try Desk.withPeople(1)

    #expect(try blocks(of: people[0].row(note: note), in: desk) == [.deniedInNote])
  }

  @Test(arguments: ["正常死亡，户口已注销", "原姓名:高仁水", "由其子申报"])
  func anyOtherRemarkSpeaksAgainstNothing(_ note: String) throws {
    let (desk, people) = try Desk.withPeople(1)

    #expect(try blocks(of: people[0].row(note: note), in: desk) == [])
  }

  @Test(arguments: [SweepDecision.reject, .hold], [true, false])
  func whomAPersonSaidNoAboutIsNotTakenWithTheNextList(_ decision: SweepDecision, isApplied: Bool) throws {
    let (desk, people) = try Desk.withPeople(2)
    let earlier = try desk.importSweep([people[0].row(), people[1].row()], file: "earlier")
    try desk.decide(earlier, [1...1], decision, reason: "本人在世，上门见过")
    if isApplied, decision == .reject {
      try desk.decide(earlier, [2...2], .reject, reason: "另一人")
      _ = try desk.store.record(.submit, onSweep: earlier.id, by: chen)
      _ = try desk.store.record(.approve, onSweep: earlier.id, by: Desk.session("sun"))
    }

    let again = try desk.importSweep([people[0].row()], file: "again", from: .civilAffairs)

    let row = try #require(try desk.rows(of: again).first)
    #expect(row.blocks == [.refusedBefore] && row.signs.first?.detail == "本人在世，上门见过 · 陈静 2026-04-02")
    #expect(
      row.evidence[0].words.chinese
        == "\(earlier.number) 第 1 行报的是同一件事，当时定为「\(decision.name.chinese)」：本人在世，上门见过 · 陈静 2026-04-02")
    #expect(try desk.store.decide(.whole(.exact), .accept, reason: "", on: again.id, by: chen).decided == 0)
  }

  @Test func aNumberOfFifteenDigitsIsFlagged() throws {
    let (desk, people) = try Desk.withPeople(1)
    let whole = people[0].identity
    let short = String(whole.prefix(6) + whole.dropFirst(8).prefix(9))

    let rows = try desk.rows(of: desk.importSweep([death(people[0], number: short)]))
    #expect(rows.map(\.isUpgraded) == [true])
    #expect(rows.map(\.blocks) == [[]])
  }

  @Test func aDeathDeclaredUnderItsOwnNameIsAskedAbout() throws {
    let (desk, people) = try Desk.withPeople(1)
    let person = people[0]
    let row = PoliceRow(
      row: 1, identity: person.identity, name: person.name, kind: "死亡注销",
      eventDate: Sample.date("2026-03-15", false), details: [.declarant: person.name])

    let found = try desk.rows(of: desk.importSweep([row]))

    #expect(found.map(\.blocks) == [[.ownDeclarant]])
    #expect(found[0].evidence.map(\.words.chinese) == ["申报人写作「\(person.name)」，就是本行的姓名，可能填错了栏"])
  }

  private func imported(_ text: ListText, areRead: Bool, in desk: Desk, _ people: [Person]) throws -> Sweep {
    let answer = areRead ? [Sweep.TextCode.areRead: "yes"] : [:]
    let findings = answer.merging([Sweep.TextCode.texts: text.kept]) { first, _ in first }
    return try desk.store.importSweep(
      ReceivedFile(name: "a.csv", bytes: [1]), quarter: #require(Quarter("2026Q1")), by: chen
    ) { take in
      for (index, person) in people.enumerated() { try take(person.row(index + 1)) }
      return FileReading(format: "csv", encoding: "utf-8", passedOver: 0, findings: findings)
    }
  }

  static let texts: [(text: String, unread: [Bool], read: [Bool])] = [
    ("注：第2行健在", [false, true, false], [false, true, false]), ("以上系误报", [true, true, true], [true, true, true]),
    ("注：除第2行外均系误报", [true, true, true], [true, true, true]), ("死亡待定", [true, true, true], [false, false, false]),
    ("第2行在敬老院", [false, true, false], [false, true, false]),
  ]

  @Test(arguments: texts, [false, true])
  func whatAListSaysOutsideOfItsRowsIsAskedAbout(
    _ text: (text: String, unread: [Bool], read: [Bool]), _ areRead: Bool
  ) throws {
    let (desk, people) = try Desk.withPeople(3)
    let note = ListText(.below, text: text.text, rows: 1...3, headingLine: 9)

    let sweep = try imported(note, areRead: areRead, in: desk, people)

    let asked = areRead ? text.read : text.unread
    #expect(try desk.rows(of: sweep).map(\.blocks) == asked.map { $0 ? [.footnote] : [] })
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func aTextNamesARowByTheNumberOfItsPersonToo() throws {
    let (desk, people) = try Desk.withPeople(3)
    let note = ListText(
      .column, text: "已撤销人员身份证号：\(people[1].identity.lowercased())", rows: 1...3, headingLine: 1)

    let sweep = try imported(note, areRead: true, in: desk, people)

    let rows = try desk.rows(of: sweep)
    #expect(rows.map(\.blocks) == [[], [.footnote], []])
    #expect(rows[1].evidence.allSatisfy { !$0.words.chinese.contains(people[1].identity) })
  }

  @Test func whoseDeathAListDatesIsToldBesideTheMissingDate() throws {
    let (desk, people) = try Desk.withPeople(1)
    let note = Denial.doubt(about: .otherDead, saying: "配偶死亡日期 2026-03-15")
    let row = PoliceRow(
      row: 1, identity: people[0].identity, name: people[0].name, kind: "死亡注销", eventDate: .missing, note: note)

    let found = try desk.rows(of: desk.importSweep([row]))

    #expect(found.map(\.blocks) == [[.oddDate, .deniedInNote]])
  }

  @Test func whoHasReadTheTextsStandsInTheLog() throws {
    let (desk, people) = try Desk.withPeople(1)
    let title = ListText(.title, text: "死亡待定", rows: 1...1, headingLine: 2)

    let sweep = try imported(title, areRead: true, in: desk, people)

    #expect(sweep.listTexts == [title])
    #expect(sweep.textsReadBy == sweep.importer)
    #expect(sweep.textsTold.map(\.chinese) == ["标题「死亡待定」", "\(sweep.importer) 导入时看过，答不针对任何一行"])
  }

  @Test func aDeathDeclaredByItsOwnNumberIsAskedAbout() throws {
    let (desk, people) = try Desk.withPeople(1)

    #expect(try blocks(of: death(people[0], by: people[0].identity), in: desk) == [.ownDeclarant])
  }

  @Test(arguments: [("2026-03-10", [SweepBlock.declarantDead]), ("2026-03-20", []), ("2026-03-25", [])])
  func aDeclarantWhomTheSameFileReportsDead(_ died: String, _ expected: [SweepBlock]) throws {
    let (desk, people) = try Desk.withPeople(2)
    let declarant = death(people[1], on: died)

    #expect(try blocks(of: death(people[0], by: people[1].identity), besides: [declarant], in: desk) == expected)
  }

  @Test(arguments: [("2026-03-24", [SweepBlock.declarantDead]), ("2026-03-18", [])])
  func aDeclarantWhomTheRegisterKnowsAsDead(_ day: String, _ expected: [SweepBlock]) throws {
    let (desk, people) = try Desk.withPeople(2)
    let earlier = try desk.confirmedSweep([people[1].row()], file: "earlier")
    #expect(try desk.store.apply(sweep: earlier.id, by: Desk.session("bai")).cancelled == 1)

    #expect(try blocks(of: death(people[0], on: day, by: people[1].identity), in: desk) == expected)
  }

  @Test(arguments: [("2026-03-20", [SweepBlock.takenBack]), ("2026-04-20", [])])
  func whatWasTakenBackIsNotTakenTogetherAgain(_ day: String, _ expected: [SweepBlock]) throws {
    var (desk, people) = try Desk.withPeople(1)
    let earlier = try desk.confirmedSweep([people[0].row()], file: "earlier")
    _ = try desk.store.apply(sweep: earlier.id, by: Desk.session("bai"))
    _ = try desk.undo(earlier, row: 1)
    desk.go(to: "2026-05-06")

    #expect(try blocks(of: death(people[0], on: day), in: desk) == expected)
  }

  @Test func aDeathOnTheVeryDayOfTheUndoIsNotTakenTogetherEither() throws {
    var (desk, people) = try Desk.withPeople(1)
    let earlier = try desk.confirmedSweep([people[0].row()], file: "earlier")
    _ = try desk.store.apply(sweep: earlier.id, by: Desk.session("bai"))
    _ = try desk.undo(earlier, row: 1)
    let undone = desk.day.iso
    desk.go(to: "2026-05-06")

    #expect(try blocks(of: death(people[0], on: undone), in: desk) == [.takenBack])
  }

  @Test func afterAWholeUndoTheFileComesAgainAndItsRowsSaySo() throws {
    let (desk, people) = try Desk.withPeople(4)
    let rows = [
      people[0].row(), people[1].row(nil, "户口迁出"), people[2].row(nil, "姓名变更", note: "现姓名:张新"), people[3].row(),
    ]
    let earlier = try desk.importSweep(rows)
    try desk.decide(earlier, [1...3], .accept, reason: "已核实")
    try desk.decide(earlier, [4...4], .reject, reason: "不是此人")
    _ = try desk.store.record(.submit, onSweep: earlier.id, by: chen)
    _ = try desk.store.record(.approve, onSweep: earlier.id, by: Desk.session("sun"))
    _ = try desk.store.apply(sweep: earlier.id, by: Desk.session("bai"))
    #expect(throws: Refusal.self) { try desk.importSweep(rows) }
    #expect(try desk.undo(earlier).left.isEmpty)

    let again = try desk.importSweep(rows)

    let found = try desk.rows(of: again)
    #expect(found.map(\.blocks) == [[.takenBack], [.takenBack], [.takenBack], []])
    #expect(again.takenBack?.chinese == "3 行以前执行过、后来撤回：逐行核实")
    #expect(
      found[1].evidence.map(\.words.chinese) == ["\(earlier.number) 第 2 行曾执行同一事由，2026-04-02 撤回：公安更正"])
    #expect(try desk.store.decide(.whole(.exact), .accept, reason: "", on: again.id, by: chen).decided == 1)
  }

  @Test func whoeverActedForAnotherAfterTheDeathLives() throws {
    let (desk, people) = try Desk.withPeople(2)
    var fields = Desk.fields(Desk.minor, name: "小童")
    fields["guardian.identity"] = people[0].identity
    let opened = try desk.store.openCase(.new, fields, by: chen)
    try desk.act(.submit, ["materials": "ID,HK,PH×3,AF,GID,GP"], on: opened.id)

    #expect(try blocks(of: death(people[0]), in: desk) == [.actedAfter, .applicant])
    #expect(try blocks(of: death(people[1]), in: desk) == [])
  }

  @Test func anOpenCaseSaysThatItsGuardianIsDead() throws {
    let (desk, people) = try Desk.withPeople(1)
    var fields = Desk.fields(Desk.minor, name: "小童")
    fields["guardian.identity"] = people[0].identity
    let opened = try desk.store.openCase(.new, fields, by: chen)
    #expect(try desk.store.surroundings(of: opened).deadHelpers.isEmpty)
    let sweep = try desk.confirmedSweep([people[0].row()])
    _ = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))

    let dead = try desk.store.surroundings(of: opened).deadHelpers

    #expect(dead == [DeadHelper(.guardian, on: MadeUp.day("2026-03-20"))])
    #expect(opened.warnings(of: dead).map(\.code) == [.helperDead])
    #expect(try desk.store.proposals().filter { $0.kind == .helperDead }.map(\.name) == ["小童"])
  }

  @Test func twoPeopleOfOneNumberAreKeptApart() throws {
    let desk = try Desk("2026-04-02")
    let identity = MadeUp.identity(born: "1970-01-01", sequence: 41)
    let lines = [("43", "共号一"), ("42", "共号二")].enumerated().map { place, told in
      RegisterLine(row: place + 1, cells: ["certificate": identity + told.0, "name": told.1, "state": "有效"])
    }
    let report = try desk.store.importRegister(lines, of: Desk.list("register"), by: chen) { _, _ in .missing }
    let rows = ["共号一", "共号二"].enumerated().map { place, name in
      PoliceRow(
        row: place + 1, identity: identity, name: name, kind: "死亡注销",
        eventDate: Sample.date("2026-03-2\(place)", false))
    }

    let found = try desk.rows(of: desk.importSweep(rows))

    #expect(report.warnings["shared_number"] == 1)
    #expect(found.map(\.certificate) == [identity + "43", identity + "42"])
    #expect(found.map(\.sweepClass) == [.exact, .exact])
    #expect(found.map(\.blocks) == [[.sharedNumber], [.sharedNumber]])
  }
}
