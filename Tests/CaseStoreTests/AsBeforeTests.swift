import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// Rows that the list of a next quarter asks about again.
@Suite struct AsBeforeTests {
  private static let chen = Desk.session("chen")

  /// The holder's number with the name of somebody else.
  private static func row(_ person: Person, _ row: Int, address: String = "", note: String = "") -> PoliceRow {
    PoliceRow(
      row: row, identity: person.identity, name: "李别名", birth: .day(MadeUp.day("1950-01-15")), kind: "死亡注销",
      eventDate: .day(MadeUp.day("2026-03-20")), address: address, note: note)
  }

  private func confirm(_ sweep: Sweep, _ desk: Desk) throws {
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: Self.chen)
    _ = try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("sun"))
  }

  /// Two holders whose rows were rejected as about another person, and confirmed so, with a third one's on hold.
  private func answered(reason: String = "同名不同人", isConfirmed: Bool = true) throws -> (Desk, [Person], Sweep) {
    let (desk, people) = try Desk.withPeople(3)
    let sweep = try desk.importSweep(people.enumerated().map { Self.row($1, $0 + 1) })
    for row in 1...2 { try desk.decide(sweep, [row...row], .reject, reason: reason) }
    try desk.decide(sweep, [3...3], .hold, reason: "等派出所答复")
    if isConfirmed { try confirm(sweep, desk) }
    return (desk, people, sweep)
  }

  private func next(
    _ desk: Desk, _ rows: [PoliceRow], quarter: String = "2026Q2", file: String = "b.csv",
    from source: SweepSource = .police
  ) throws -> Sweep {
    try desk.importSweep(rows, file: file, quarter: quarter, from: source)
  }

  @Test func whatWasRejectedIsRejectedAgainWithItsReasonAndTheRestStays() throws {
    let (desk, people, _) = try answered()
    let second = try next(desk, [people[2], people[0], people[1]].enumerated().map { Self.row($1, $0 + 1) })

    #expect(second.value("known_before", of: .import) == "3" && second.value("known_rows", of: .import).isEmpty)
    #expect(second.askedBefore?.chinese == "须决定的行中 3 行以前的名单也有：不同意 2、留待核实 1")
    let foreseen = try desk.store.asBefore(in: second, by: Self.chen)
    let (done, undecided) = try desk.store.decideAsBefore(on: second.id, by: Desk.session("bai"))

    #expect(foreseen.answered.map(\.row) == [2, 3] && done.answered.map(\.row) == [2, 3] && undecided == 1)
    #expect(done.left.map(\.row) == [1] && done.left.map(\.why) == [.held])
    let rows = try desk.rows(of: second)
    #expect(rows.map(\.decision) == [nil, .reject, .reject] && rows[1].decidedBy == "bai")
    let said = rows.map { Phrase.reason($0.decisionReason ?? "") }
    #expect(said[1].chinese == "同 2026Q1-1 第 1 行（陈静 2026-04-02）：同名不同人")
    #expect(said[2].english == "as row 2 of 2026Q1-1 (陈静 2026-04-02): 同名不同人")
    let story = try desk.store.history(of: 3, in: second, by: Self.chen)
    #expect(story.last?.reason == rows[2].decisionReason && story.last?.decision == .reject)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func itIsOneDecisionAndTakenBackAsOne() throws {
    let (desk, people, _) = try answered()
    let second = try next(desk, people.enumerated().map { Self.row($1, $0 + 1) })
    _ = try desk.store.decideAsBefore(on: second.id, by: Self.chen)

    let back = try desk.store.takeBackLast(on: second.id, by: Self.chen)

    #expect(back.rows == [1...2] && back.undecided == 3)
    #expect(try desk.rows(of: second).allSatisfy { $0.decided == nil })
    #expect(try desk.store.verify().firstProblem == nil)
  }

  /// What became of the row in the sweep between the first, which rejected it, and today's.
  enum Between: CaseIterable { case undecided, abandoned, undone, held, accepted, rejectedAnew }

  @Test(arguments: Between.allCases) func theNewestAnswerCounts(_ between: Between) throws {
    let (desk, people, first) = try answered()
    let second = try next(desk, [Self.row(people[0], 1)])
    switch between {
    case .undecided: break
    case .abandoned, .undone, .rejectedAnew: try desk.decide(second, [1...1], .reject, reason: "户籍另有其人")
    case .held: try desk.decide(second, [1...1], .hold, reason: "再查")
    case .accepted: try desk.decide(second, [1...1], .accept, reason: "派出所核实")
    }
    if between == .abandoned {
      _ = try desk.store.record(.abandon, ["reason": "名单有误"], onSweep: second.id, by: Self.chen)
    } else if between != .undecided {
      try confirm(second, desk)
    }
    if between == .undone {
      _ = try desk.store.apply(sweep: second.id, by: Desk.session("bai"))
      _ = try desk.undo(second)
    }

    let third = try next(desk, [Self.row(people[0], 1)], file: "c.csv", from: .civilAffairs)
    let found = try desk.store.asBefore(in: third, by: Self.chen)

    switch between {
    case .undecided, .abandoned, .undone:
      #expect(found.answered.map(\.answer.sweep.number) == [first.number])
    case .rejectedAnew:
      #expect(found.answered.map(\.answer.again.words.chinese) == ["同 2026Q2-1 第 1 行（陈静 2026-04-02）：户籍另有其人"])
    case .held: #expect(found.left.map(\.why) == [.held])
    case .accepted: #expect(found.left.map(\.why) == [.unanswered])
    }
  }

  @Test func theThirdQuarterStillNamesWhoAnsweredFirst() throws {
    let (desk, people, first) = try answered()
    let second = try next(desk, [Self.row(people[0], 1)])
    _ = try desk.store.decideAsBefore(on: second.id, by: Desk.session("bai"))
    try confirm(second, desk)
    let third = try next(
      desk, [Self.row(people[0], 1), Self.row(people[2], 2)], file: "c.csv", from: .civilAffairs)

    let (done, _) = try desk.store.decideAsBefore(on: third.id, by: Self.chen)

    #expect(third.value("known_rows", of: .import) == "1" && third.value("known_before", of: .import) == "1")
    #expect(done.answered.map(\.row) == [1])
    let again = RepeatedAnswer(kept: try desk.rows(of: third)[0].decisionReason ?? "")
    #expect(again?.words.chinese == "同 2026Q1-1 第 1 行（陈静 2026-04-02）：同名不同人")
    #expect(again?.sweep == first.number && again?.row == 1)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  /// What may be otherwise when the row comes again.
  enum Change: CaseIterable {
    case nothing, unconfirmed, alive, address, note, renamed, namesake, contact, openCase, decidedNow, undone

    var obstacle: AnswerBefore.Obstacle? {
      switch self {
      case .nothing: nil
      case .unconfirmed: .notConfirmed
      case .undone: .unanswered
      case .alive: .aboutTheHolder
      case .address, .note: .rowDiffers
      case .renamed: .classDiffers
      case .namesake: .othersFound
      case .contact, .openCase: .blocked
      case .decidedNow: .decidedNow
      }
    }
  }

  @Test(arguments: Change.allCases) func nothingIsAnsweredThatHasChanged(_ change: Change) throws {
    let (desk, people, first) = try answered(
      reason: change == .alive ? "本人健在，已电话核实" : "不是同一人", isConfirmed: change != .unconfirmed)
    let person = people[0]
    if change == .undone {
      _ = try desk.store.apply(sweep: first.id, by: Desk.session("bai"))
      _ = try desk.undo(first)
    }
    try make(change, about: person, desk)
    let row = Self.row(
      person, 1, address: change == .address ? "洪江市黔城镇" : "", note: change == .note ? "医院证明" : "")
    let second = try next(desk, [row])
    if change == .decidedNow { try desk.decide(second, [1...1], .hold, reason: "再查") }

    let (done, _) = try desk.store.decideAsBefore([1...1], on: second.id, by: Self.chen)

    #expect(done.left.map(\.why) == [change.obstacle].compactMap { $0 })
    #expect(done.answered.count == (change == .nothing ? 1 : 0))
    #expect(try desk.store.verify().firstProblem == nil)
  }

  private func make(_ change: Change, about person: Person, _ desk: Desk) throws {
    switch change {
    case .renamed: try register(desk, person.number, "李别名", person.identity)
    case .namesake:
      let identity = MadeUp.identity(born: "1950-01-15", sequence: 77)
      try register(desk, identity + "43", "李别名", identity)
    case .contact:
      _ = try desk.store.record(
        .contact, ["about": "renewal", "result": "will_come", "date": "2026-04-02"], onCertificate: person.number,
        by: Self.chen)
    case .openCase: _ = try desk.store.openCase(.renewDamaged, ["certificate": person.number], by: Self.chen)
    case .nothing, .unconfirmed, .alive, .address, .note, .decidedNow, .undone: break
    }
  }

  private func register(_ desk: Desk, _ number: String, _ name: String, _ identity: String) throws {
    let line = RegisterLine(
      row: 1,
      cells: [
        "certificate": number, "name": name, "identity": identity, "category": "肢体", "grade": "三级",
        "issued": "2020-01-10", "valid_to": "2030-01-10", "state": "有效",
      ])
    _ = try desk.store.importRegister(
      [line], of: ReceivedFile(name: "more.csv", bytes: [2]), by: Self.chen, dates: Sample.date)
  }

  /// What was done for somebody whom no sign of life stands beside is seen in the log.
  @Test func whatWasDoneForAHolderSinceIsSeen() throws {
    let (desk, people) = try Desk.withPeople(1)
    let stranger = PoliceRow(
      row: 1, identity: "4312811950", name: people[0].name, birth: .day(MadeUp.day("1950-01-15")), kind: "死亡注销",
      eventDate: .day(MadeUp.day("2026-03-20")))
    let first = try desk.importSweep([stranger])
    #expect(try desk.rows(of: first)[0].candidates == [people[0].number])
    try desk.decide(first, [1...1], .reject, reason: "不是同一人")
    try confirm(first, desk)
    let second = try next(desk, [stranger])
    #expect(try desk.store.asBefore(in: second, by: Self.chen).answered.map(\.row) == [1])

    _ = try desk.store.record(
      .contact, ["about": "renewal", "result": "not_reached", "date": "2026-04-02"], onCertificate: people[0].number,
      by: Self.chen)

    #expect(try desk.store.asBefore(in: second, by: Self.chen).left.map(\.why) == [.actedSince])
    let review = try desk.store.review(1, of: second, reading: .before, by: Self.chen)
    #expect(review?.before?.row.decisionReason == "不是同一人" && review?.obstacle == .actedSince && review?.position == 1)
  }

  @Test func whatNobodyAskedBeforeIsLeftAndWhatTheFileDoesNotHaveRefused() throws {
    let (desk, people, _) = try answered()
    let second = try next(desk, [people[0].row(1)])

    #expect(second.askedBefore == nil)
    #expect(try desk.store.decideAsBefore(on: second.id, by: Self.chen).done.left.isEmpty)
    #expect(try desk.store.decideAsBefore([1...1], on: second.id, by: Self.chen).done.left.map(\.why) == [.unanswered])
    #expect(
      try refusalCode { _ = try desk.store.decideAsBefore([1...2], on: second.id, by: Self.chen) }
        == "rows_of_this_sweep")
    let third = try next(desk, [Self.row(people[0], 1)], file: "c.csv", from: .civilAffairs)
    #expect(
      try refusalCode { _ = try desk.store.decideAsBefore(on: third.id, by: Desk.session("sun")) } == "not_your_role")
    #expect(try desk.rows(of: third)[0].decision == nil)
  }
}
