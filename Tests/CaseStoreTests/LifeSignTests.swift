import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// What speaks against taking somebody for dead, one trace each.
@Suite struct LifeSignTests {
  private static let chen = Desk.session("chen")

  /// What each person did; the file says that all died on 20 March.
  @Test func everyTraceAfterTheDeathIsFoundWithItsEvidence() throws {
    var (desk, people) = try Desk.withPeople(6)
    desk.go(to: "2026-03-25")
    for (person, result) in zip(people, ["will_come", "not_reached", "posted", "reported_dead"]) {
      try desk.store.record(
        .contact, ["about": "renewal", "result": result, "date": "2026-03-24"], onCertificate: person.number,
        by: Self.chen)
    }
    try desk.store.record(.reportLoss, ["statement": "遗失"], onCertificate: people[4].number, by: Self.chen)
    let opened = try desk.store.openCase(.renewDamaged, ["certificate": people[5].number], by: Self.chen)
    try desk.act(.submit, ["materials": "OC,ID,HK,PH×3"], on: opened.id)

    let rows = try desk.rows(of: desk.importSweep(people.map { $0.row() }))

    #expect(
      rows.map { $0.evidence.map(\.block) } == [
        [.contactedAfter], [], [], [], [.signedAfter], [.openCase, .appliedAfter],
      ])
    #expect(rows[0].evidence.first?.words.chinese == "2026-03-24 联系：已告知，将来办理，证件 431281**********1143".masked(people[0]))
    #expect(rows[5].evidence.map(\.source) == [opened.number, opened.number])
    #expect(rows.flatMap(\.evidence).allSatisfy { !$0.words.chinese.isEmpty && !$0.words.english.isEmpty })
    #expect(try desk.store.verify().firstProblem == nil)
  }

  /// Service, the day on which it was opened for a death of 20 March, whether somebody lived after the death.
  @Test(arguments: [
    (ServiceKind.renewDamaged, "2026-03-21", true), (.renewDamaged, "2026-03-20", false),
    (.cancel, "2026-03-25", false), (.freeze, "2026-03-25", false),
  ])
  func aCaseUnderWayShowsLifeWhereTheHolderAskedForItSince(_ service: ServiceKind, _ opened: String, _ shows: Bool)
    throws
  {
    var (desk, people) = try Desk.withPeople(1)
    desk.go(to: opened)
    _ = try desk.store.openCase(service, ["certificate": people[0].number], by: Self.chen)
    desk.go(to: "2026-03-25")

    let row = try #require(try desk.rows(of: desk.importSweep([people[0].row()])).first)

    #expect(row.evidence.map(\.block) == [.openCase])
    #expect(row.isAgainstLife == shows)
  }

  @Test func whatHappenedBeforeTheDeathSaysNothing() throws {
    var (desk, people) = try Desk.withPeople(1)
    desk.go(to: "2026-03-25")
    try desk.store.record(
      .contact, ["about": "renewal", "result": "will_come", "date": "2026-03-20"], onCertificate: people[0].number,
      by: Self.chen)

    let row = try #require(try desk.rows(of: desk.importSweep([people[0].row()])).first)

    #expect(row.evidence.isEmpty && row.proposal == .cancel)
  }

  @Test func aCardAssessedIssuedAndCollectedAfterTheDeathSaysSoThreeTimes() throws {
    var desk = try Desk()
    let id = try desk.approved()
    try desk.handedOver(id, serial: "A0001")
    desk.go(to: "2026-04-02")
    let row = PoliceRow(
      row: 1, identity: Desk.adult, name: "张秀兰", kind: "死亡注销", eventDate: Sample.date("2026-03-01", false))

    let found = try #require(try desk.rows(of: desk.importSweep([row])).first)

    #expect(found.blocks == [.appliedAfter, .assessedAfter, .collectedAfter, .issuedAfter])
    #expect(found.proposal == .review)
  }

  @Test(arguments: [("2026-03-26", true), ("2026-03-28", false)])
  func twoOfOneSurnameAtOneAddressInOneWeekAreAskedAbout(_ day: String, _ isAsked: Bool) throws {
    let (desk, people) = try Desk.withPeople(3)
    let rows = [
      people[0].row(on: "2026-03-20", address: "岩垅乡青树村7号"), people[1].row(on: day, address: "岩垅乡青树村7号"),
      people[2].row(on: "2026-03-20", address: "岩垅乡青树村8号"),
    ]

    let found = try desk.rows(of: desk.importSweep(rows))

    #expect(found.map(\.blocks) == (isAsked ? [[.kinSameWeek], [.kinSameWeek], []] : [[], [], []]))
    #expect(found.first?.evidence.map(\.source) == (isAsked ? ["2"] : []))
  }

  /// Two who died at one address, by year of birth and sequence (odd for men), and how many days apart.
  @Test(arguments: [
    ("1948", 21, "1950", 22, 3, "岩垅乡青树村7号", true), ("1948", 21, "1950", 22, 3, "黔城镇民主路2号3栋2单元501室", true),
    // A man and a man, a week and more, father and daughter-in-law, a child, and strangers of a house, a group, a home.
    ("1948", 21, "1950", 23, 3, "岩垅乡青树村7号", false), ("1948", 21, "1950", 22, 8, "岩垅乡青树村7号", false),
    ("1930", 21, "1950", 22, 3, "岩垅乡青树村7号", false), ("2000", 21, "2010", 22, 3, "岩垅乡青树村7号", false),
    ("1948", 21, "1950", 22, 3, "黔城镇民主路2号3栋", false), ("1948", 21, "1950", 22, 3, "岩垅乡青树村3组", false),
    ("1948", 21, "1950", 22, 3, "岩垅乡敬老院1号", false),
  ])
  func aLikelySpouseIsAskedAbout(
    _ born: String, _ first: Int, _ bornToo: String, _ second: Int, _ apart: Int, _ address: String, _ isAsked: Bool
  ) {
    let day = MadeUp.day("2026-03-20")
    let deaths = [
      KinAtOneAddress.Death(
        row: 1, name: "王建国", identity: MadeUp.identity(born: "\(born)-01-15", sequence: first), day: day),
      KinAtOneAddress.Death(
        row: 2, name: "李秀英", identity: MadeUp.identity(born: "\(bornToo)-05-02", sequence: second),
        day: day.adding(days: apart)),
    ]

    let signs = KinAtOneAddress.signs(among: deaths, at: address)

    #expect(signs.map(\.row) == (isAsked ? [1, 2] : []))
    #expect(signs.allSatisfy { $0.sign.block == .spouseSameWeek })
    #expect(signs.first?.sign.words.chinese == (isAsked ? "第 2 行 李** 同址、异性、年龄相近，2026-03-23 也报死亡" : nil))
  }

  /// Rows of one house as the reading of a file hands them on.
  @Test func theSignOfASpouseStandsOnTheRowsOfOurHolders() throws {
    let (desk, people) = try Desk.withPeople(1)
    let wife = PoliceRow(
      row: 2, identity: MadeUp.identity(born: "1952-03-08", sequence: 4), name: "李秀英", kind: "死亡注销",
      eventDate: Sample.date("2026-03-22", false), address: "岩垅乡青树村7号")
    let sweep = try desk.importSweep([people[0].row(1, address: "岩垅乡青树村7号"), wife])

    try desk.store.database.write { db in
      let kin = try desk.store.findKin(in: [[1, 2]], of: sweep.id, Quarter(of: desk.day), besides: true, db: db)
      try desk.store.keep(kin, of: sweep.id, in: db)
    }

    let rows = try desk.rows(of: sweep)
    #expect(rows.map(\.blocks) == [[.spouseSameWeek], []])
    #expect(rows[0].evidence.first?.source == "2" && !rows[0].isTakenTogether)
  }

  /// What the list writes of two people's houses, and where the register has both; else each lives in a house of the own.
  @Test(
    arguments: [
      ("", "", "洪江市岩垅乡青树村7号", true), ("岩垅乡青树村7号", "", "湖南省怀化市洪江市岩垅乡青树村7号", true),
      ("洪江市岩垅乡青树村7号", "湖南省怀化市洪江市岩垅乡青树村7号", nil, true), ("", "", "洪江市岩垅乡青树村", false),
      ("", "", nil, false), ("洪江市黔城镇青树村7号", "洪江市岩垅乡青树村7号", nil, false),
    ] as [(String, String, String?, Bool)])
  func kinAreFoundByTheAddressOfTheRegisterToo(
    _ first: String, _ second: String, _ held: String?, _ isAsked: Bool
  ) throws {
    let (desk, people) = try Desk.withPeople(2, at: held)
    let rows = [people[0].row(address: first), people[1].row(on: "2026-03-24", address: second)]

    let found = try desk.rows(of: desk.importSweep(rows))

    #expect(found.map(\.blocks) == (isAsked ? [[.kinSameWeek], [.kinSameWeek]] : [[], []]))
  }

  @Test(arguments: [("2026Q1", true), ("2025Q4", false)])
  func kinOfAnotherListOfTheQuarterAreAskedAbout(_ quarter: String, _ isAsked: Bool) throws {
    let (desk, people) = try Desk.withPeople(2, at: "岩垅乡青树村7号")
    let earlier = try desk.importSweep([people[0].row(12, address: "")], file: "first", quarter: quarter)

    let found = try desk.rows(of: desk.importSweep([people[1].row(1, on: "2026-03-24")], file: "second"))

    #expect(found.map(\.blocks) == (isAsked ? [[.kinSameWeek]] : [[]]))
    #expect(found[0].evidence.map(\.source) == (isAsked ? ["\(earlier.number):12"] : []))
    #expect(
      found[0].evidence.map(\.words.chinese)
        == (isAsked ? ["\(earlier.number) 第 12 行 张** 同姓同址，2026-03-20 也报死亡"] : []))
    #expect(try desk.rows(of: earlier)[0].blocks.isEmpty)
  }

  @Test(.timeLimit(.minutes(1))) func theManyOfAHomeAreNotComparedEachWithEach() {
    let deaths = (1...6000).map { place in
      KinAtOneAddress.Death(
        row: place, name: "王\(place)", identity: MadeUp.identity(born: "1940-01-15", sequence: place % 900),
        day: MadeUp.day("2026-03-20").adding(days: place % 3), addresses: ["岩垅乡敬老院1号"])
    }

    #expect(KinAtOneAddress.signs(among: deaths).count == 6000)
  }

  @Test func aRowWithASignIsLeftByTheBulkAndTakesAReason() throws {
    var (desk, people) = try Desk.withPeople(2)
    desk.go(to: "2026-03-25")
    try desk.store.record(.reportLoss, ["statement": "遗失"], onCertificate: people[0].number, by: Self.chen)
    let sweep = try desk.importSweep(people.map { $0.row() })

    let bulk = try desk.store.decide(.whole(.exact), .accept, reason: "已核实", on: sweep.id, by: Self.chen)

    #expect(bulk.decided == 1 && bulk.left == 1)
    #expect(try refusalCode { try desk.decide(sweep, [1...1], .accept) } == "blocked_rows_singly")
    #expect(try desk.decide(sweep, [1...1], .accept, reason: "家属当面确认").undecided == 0)
  }

  @Test func whatHappenedSinceTheImportMustBeKnownToWhoeverDecides() throws {
    let (desk, people) = try Desk.withPeople(2)
    let sweep = try desk.importSweep(people.map { $0.row() })
    try desk.decide(sweep, [2...2], .accept)
    for person in people {
      try desk.store.record(
        .contact, ["about": "other", "result": "declined"], onCertificate: person.number, by: Self.chen)
    }

    #expect(try refusalCode { try desk.decide(sweep, [1...1], .accept) } == "blocked_rows_singly")
    try desk.decide(sweep, [1...1], .accept, reason: "接电话的是儿子")
    let row = try #require(try desk.rows(of: sweep).first)
    // Whoever confirms it sees it too.
    #expect(row.blocks == [.contactedAfter])
    #expect(try desk.store.signsOfLife(for: row, by: Self.chen).map(\.block) == [.contactedAfter])
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: Self.chen)
    _ = try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("sun"))
    let outcome = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))

    #expect(outcome.cancelled == 1 && outcome.refused.map(\.row) == [2])
    #expect(outcome.refused.map(\.refusal.code) == ["contacted_after"])
    #expect(try desk.rows(of: sweep).map { $0.outcomeWords?.chinese } == ["已注销", "被拒：死亡日期后联系到本人"])
  }

  @Test func aDecisionIsTakenBackAndItsWholeStoryTold() throws {
    let (desk, people) = try Desk.withPeople(2)
    let sweep = try desk.importSweep(people.map { $0.row() })

    try desk.decide(sweep, [1...2], .accept)
    #expect(try desk.decide(sweep, [1...1], .open).undecided == 1)
    #expect(try refusalCode { try desk.decide(sweep, [1...1], .open) } == "rows_of_this_sweep")
    try desk.decide(sweep, [1...1], .hold, reason: "待查", by: "bai")

    let rows = try desk.rows(of: sweep)
    #expect(rows.map(\.decision) == [.hold, .accept] && rows.map(\.decidedBy) == ["bai", "chen"])
    let story = try desk.store.history(of: 1, in: sweep, by: Self.chen)
    #expect(story.compactMap(\.decision) == [.accept, .open, .hold])
    #expect(story.map(\.name) == ["陈静", "陈静", "陈静", "白云"] && story.last?.reason == "待查")
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func aSignTakenAwayBehindTheBackIsFound() throws {
    var (desk, people) = try Desk.withPeople(1)
    desk.go(to: "2026-03-25")
    try desk.store.record(.reportLoss, ["statement": "遗失"], onCertificate: people[0].number, by: Self.chen)
    let sweep = try desk.importSweep([people[0].row()])
    #expect(try desk.store.verify().firstProblem == nil)

    try desk.store.database.write { try $0.execute(sql: "DELETE FROM sweep_sign") }

    #expect(
      try desk.store.verify().firstProblem?.problem
        == "sweep \(sweep.number): its signs are not those that were found")
  }
}

extension String {
  /// The same words with the certificate number of a person as it is shown.
  fileprivate func masked(_ person: Person) -> String {
    replacing("431281**********1143", with: Masking.certificate(person.number))
  }
}
