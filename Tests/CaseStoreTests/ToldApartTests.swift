import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// One of several people whom a row may be about, rejected or chosen alone.
@Suite struct ToldApartTests {
  private static let chen = Desk.session("chen")

  /// The number of the first holder with the name of the second: either may be meant.
  private static func row(_ people: [Person], on day: String = "2026-03-20") -> PoliceRow {
    PoliceRow(
      row: 1, identity: people[0].identity, name: people[1].name, birth: .day(MadeUp.day("1950-01-15")), kind: "死亡注销",
      eventDate: .day(MadeUp.day(day)), address: people[1].address)
  }

  private func sweep() throws -> (Desk, [Person], Sweep) {
    let (desk, people) = try Desk.withPeople(2)
    let sweep = try desk.importSweep([Self.row(people), people[1].row(2, "户口迁出")])
    #expect(try near(desk, sweep).people == Set(people.map(\.number)))
    return (desk, people, sweep)
  }

  private func near(_ desk: Desk, _ sweep: Sweep) throws -> SweepRow {
    try #require(try desk.store.withNear(desk.rows(of: sweep), of: sweep).first)
  }

  @discardableResult
  private func tell(
    _ person: Person, _ desk: Desk, _ sweep: Sweep, row: Int = 1, seeing seen: SweepRow? = nil,
    by staff: String = "chen"
  ) throws -> Int {
    try desk.store.tellApart(
      person.number, from: row, reason: "村里认识，不是\(person.index + 1)", seeing: seen, on: sweep.id,
      by: Desk.session(staff)
    ).people
  }

  private func accept(_ target: Person?, _ desk: Desk, _ sweep: Sweep) throws {
    _ = try desk.store.decide(
      .rows([1...1]), .accept, reason: "派出所电话核实", given: SweepGiven(target: target?.number), on: sweep.id,
      by: Self.chen)
  }

  @Test func whoIsToldApartAloneLeavesTheRowToTheOthers() throws {
    let (desk, people, sweep) = try sweep()

    #expect(try tell(people[0], desk, sweep) == 1)

    let row = try near(desk, sweep)
    #expect(row.decision == nil && row.apart == [people[0].number] && row.target == nil)
    #expect(try refusalCode { try accept(nil, desk, sweep) } == "which_candidate")
    #expect(try refusalCode { try accept(people[0], desk, sweep) } == "not_a_candidate")
    let story = try desk.store.history(of: 1, in: sweep, by: Self.chen)
    #expect(story.last?.givenWords.chinese == "不是证件 \(Masking.certificate(people[0].number)) 的人")
    #expect(try desk.store.verify().firstProblem == nil)
  }

  /// The number is that of one, the name that of another: nobody is ended unnamed.
  @Test func aNumberAloneDoesNotSayWhichOfTwoIsMeant() throws {
    let (desk, people, sweep) = try sweep()
    #expect(try near(desk, sweep).target == people[0].number)

    #expect(try refusalCode { try accept(nil, desk, sweep) } == "which_candidate")
    #expect(try near(desk, sweep).decision == nil)

    try accept(people[0], desk, sweep)
    #expect(try near(desk, sweep).given.target == people[0].number)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func whatHappenedToThePersonShownIsToldOfThatPerson() throws {
    let (desk, people, sweep) = try sweep()
    try desk.store.record(
      .contact, ["about": "other", "result": "declined"], onCertificate: people[1].number, by: Self.chen)
    func signs(about person: Person?) throws -> [SweepBlock] {
      try #require(
        try desk.store.review(1, of: sweep, reading: .all, about: person?.number, by: Self.chen)
      ).evidence.map(\.block)
    }

    #expect(try signs(about: people[1]).contains(.contactedAfter))
    #expect(try !signs(about: nil).contains(.contactedAfter) && !signs(about: people[0]).contains(.contactedAfter))
  }

  /// A near match never decides; a person who says which one does.
  @Test(arguments: [true, false]) func aNearPersonIsChosenByName(_ isOtherToldApart: Bool) throws {
    let (desk, people, sweep) = try sweep()
    if isOtherToldApart { try tell(people[0], desk, sweep) }

    try accept(people[1], desk, sweep)
    try desk.decide(sweep, [2...2], .reject, reason: "已死亡")
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: Self.chen)
    _ = try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("sun"))
    #expect(try desk.store.apply(sweep: sweep.id, by: Desk.session("bai")).cancelled == 1)

    #expect(try people.map { try desk.certificate($0).state } == [.valid, .cancelled])
    let paper = try desk.store.material(of: sweep, by: Self.chen).paper([.cancelled], of: "洪江市残联", on: desk.day)
    #expect("\(paper)".contains(people[1].number) && !"\(paper)".contains(people[0].number))
    #expect(try desk.store.verify().firstProblem == nil)
    #expect(try desk.undo(sweep).undone == [1])
    #expect(try desk.certificate(people[1]).state == .valid)
  }

  @Test func theLastToldApartRejectsTheRow() throws {
    let (desk, people, sweep) = try sweep()

    #expect(try tell(people[1], desk, sweep) == 1)
    #expect(try tell(people[0], desk, sweep) == 0)

    let row = try near(desk, sweep)
    #expect(row.decided == RowDecision(.reject, by: "chen", reason: "村里认识，不是1") && row.given == SweepGiven())
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test(arguments: [SweepDecision.hold, .accept, .reject])
  func laterSweepsRememberWhomeverBecameOfTheRow(_ decision: SweepDecision) throws {
    let (desk, people, sweep) = try sweep()
    try tell(people[1], desk, sweep)
    if decision == .accept {
      try accept(people[0], desk, sweep)
    } else {
      try desk.decide(sweep, [1...1], decision, reason: "已核实")
    }

    let again = try desk.importSweep([Self.row(people, on: "2026-03-21")], file: "b.csv", quarter: "2026Q2")

    let found = try #require(try near(desk, again).near.first { $0.certificate == people[1].number })
    #expect(found.isToldApart && found.words.chinese.hasSuffix("2026Q1 已判定非同一人"))
    #expect(try near(desk, again).apart.isEmpty)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test(arguments: [true, false]) func whatWasSaidIsTakenBack(_ isByKey: Bool) throws {
    let (desk, people, sweep) = try sweep()
    try tell(people[1], desk, sweep)

    if isByKey {
      #expect(try desk.store.takeBackLast(on: sweep.id, by: Self.chen).rows == [1...1])
    } else {
      try desk.decide(sweep, [1...1], .open)
    }

    #expect(try near(desk, sweep).apart.isEmpty)
    #expect(try tell(people[1], desk, sweep) == 1)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  /// Of two who were told apart one alone is possible again.
  @Test(arguments: [true, false]) func oneIsTakenBackAlone(_ isLast: Bool) throws {
    let (desk, people, sweep) = try sweepOfThree()
    try tell(people[0], desk, sweep)
    try tell(people[1], desk, sweep)
    let before = try near(desk, sweep).people.count

    if isLast {
      #expect(try desk.store.takeBackLast(on: sweep.id, by: Self.chen).rows == [1...1])
    } else {
      #expect(
        try desk.store.holdPossible(people[1].number, in: 1, reason: "按错了", on: sweep.id, by: Self.chen) == before - 1)
    }

    #expect(try near(desk, sweep).apart == [people[0].number])
    let story = try desk.store.history(of: 1, in: sweep, by: Self.chen)
    #expect(story.last?.givenWords.chinese == "仍可能是证件 \(Masking.certificate(people[1].number)) 的人")
    #expect(try desk.store.verify().firstProblem == nil)
    #expect(try desk.store.takeBackLast(on: sweep.id, by: Self.chen).rows == [1...1])
    #expect(try near(desk, sweep).apart.isEmpty)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func nothingIsTakenBackThatNobodySaidNorOnADecidedRow() throws {
    let (desk, people, sweep) = try sweepOfThree()
    func back(_ person: Person, by staff: String = "chen") throws {
      _ = try desk.store.holdPossible(person.number, in: 1, reason: "", on: sweep.id, by: Desk.session(staff))
    }
    #expect(try refusalCode { try back(people[0]) } == "not_told_apart")
    try tell(people[0], desk, sweep)
    #expect(try refusalCode { try back(people[1]) } == "not_told_apart")
    #expect(try refusalCode { try back(people[0], by: "sun") } == "not_your_role")
    try desk.decide(sweep, [1...1], .hold, reason: "已核实")
    let before = try desk.everything()

    #expect(try refusalCode { try back(people[0]) } == "decided_already")
    #expect(
      try refusalCode {
        _ = try desk.store.decide(
          .rows([1...2]), .open, reason: "已核实", given: SweepGiven(target: people[0].number), on: sweep.id, by: Self.chen
        )
      } == "given_for_one_row")
    #expect(try desk.everything() == before)
  }

  /// A row that may be about any of three: the number of the first, the name of the second, and a namesake of him.
  private func sweepOfThree() throws -> (Desk, [Person], Sweep) {
    let (desk, people) = try Desk.withPeople(2)
    let identity = MadeUp.identity(born: "1950-01-15", sequence: 77)
    let line = RegisterLine(
      row: 1,
      cells: [
        "certificate": identity + "43", "name": people[1].name, "identity": identity, "category": "肢体", "grade": "三级",
        "issued": "2020-01-10", "valid_to": "2030-01-10", "state": "有效",
      ])
    _ = try desk.store.importRegister(
      [line], of: ReceivedFile(name: "more.csv", bytes: [2]), by: Self.chen, dates: Sample.date)
    let sweep = try desk.importSweep([Self.row(people), people[1].row(2, "户口迁出")])
    #expect(try near(desk, sweep).people == Set(people.map(\.number) + [identity + "43"]))
    return (desk, people, sweep)
  }

  @Test func nobodyElseIsToldApartNorAnybodyTwiceNorOnADecidedRow() throws {
    let (desk, people, sweep) = try sweep()
    let stranger = Person(index: 7)

    #expect(try refusalCode { try tell(stranger, desk, sweep) } == "not_a_candidate")
    #expect(try refusalCode { try tell(people[0], desk, sweep, by: "sun") } == "not_your_role")
    try tell(people[0], desk, sweep)
    #expect(try refusalCode { try tell(people[0], desk, sweep) } == "not_a_candidate")
    try desk.decide(sweep, [1...1], .open)
    try desk.decide(sweep, [1...1], .hold, reason: "已核实")
    let before = try desk.everything()

    #expect(try refusalCode { try tell(people[0], desk, sweep) } == "decided_already")
    #expect(
      try refusalCode {
        _ = try desk.store.decide(
          .rows([1...2]), .reject, reason: "已核实", given: SweepGiven(target: people[1].number), on: sweep.id,
          by: Self.chen
        )
      } == "given_for_one_row")
    #expect(try desk.everything() == before)
  }

  @Test func whatSomebodyElseSaidMeanwhileIsShownFirst() throws {
    let (desk, people, sweep) = try sweep()
    let seen = try near(desk, sweep)
    try tell(people[0], desk, sweep, by: "bai")

    do {
      try tell(people[1], desk, sweep, seeing: seen)
      Issue.record("somebody was told apart on a row that was another")
    } catch let refusal as Refusal {
      #expect(refusal.message.chinese == "第 1 行刚由白云办过「不同意」：村里认识，不是1")
    }
    #expect(try near(desk, sweep).apart == [people[0].number])
  }

  @Test(arguments: ["NULL", "'1'", "apart || '|1'"]) func aChangedNumberIsFound(_ value: String) throws {
    let (desk, people, sweep) = try sweep()
    try tell(people[0], desk, sweep)

    try desk.store.database.write { try $0.execute(sql: "UPDATE sweep_row SET apart = \(value) WHERE row = 1") }

    #expect(try desk.store.verify().firstProblem?.problem == "sweep \(sweep.number), row 1 is not what its events say")
  }
}
