import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// Somebody moved, and came back or moved again: the clock of the move is told with every row about it, and ends where the
/// return was found out (domain: 2.6).
@Suite struct MoveClockTests {
  private static let chen = Desk.session("chen")

  /// A move of 2026-01-05, whose freeze would be due on 2026-07-05.
  private func watched(_ day: String = "2026-01-05") throws -> (desk: Desk, person: Person, sweep: Sweep) {
    let (desk, people) = try Desk.withPeople(1)
    let sweep = try desk.confirmedSweep([people[0].row(1, "户口迁出", on: day)])
    _ = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))
    return (desk, people[0], sweep)
  }

  private func blocks(_ row: PoliceRow, in desk: Desk) throws -> [SweepBlock] {
    try desk.rows(of: try desk.importSweep([row], file: "later.csv")).flatMap(\.blocks)
  }

  private func due(_ desk: Desk) throws -> [String] {
    guard let quarter = Quarter("2027Q2") else { preconditionFailure("a quarter") }
    return try desk.store.movesDue(in: quarter, by: Self.chen).map { "\($0.what.rawValue) \($0.on)" }
  }

  private func settle(_ person: Person, _ remark: String, in desk: Desk) throws {
    var fields = Certificate.endingOfClock
    fields["remark"] = remark
    try desk.store.record(.contact, fields, onCertificate: person.number, by: Self.chen)
  }

  private func warned(_ service: ServiceKind, of person: Person, in desk: Desk) throws -> [String] {
    let opened = try desk.store.openCase(
      service,
      [
        "certificate": person.number, "reason": "untransferred", "event_date": "2026-01-05",
      ], by: Self.chen)
    return try desk.store.allWarnings(of: opened).map { "\($0.code.rawValue) \($0.sentence.chinese)" }
  }

  @Test(arguments: [
    ("户口迁入", "2026-03-20", [SweepBlock.cameBack]), ("迁回", "2026-03-20", [.cameBack]),
    ("户口迁出撤销", "2026-01-05", [.cameBack]), ("恢复户口", "2026-02-01", [.cameBack]),
    // Before the move; into another county; nothing of a return.
    ("户口迁入", "2025-12-01", []), ("迁入外县", "2026-03-20", []), ("入伍", "2026-03-20", []),
    ("户口迁出", "2026-02-10", [.clockRuns]),
    // The very move once more.
    ("户口迁出", "2026-01-05", []),
  ])
  func aRowAboutSomebodyWhoseClockRunsSaysSo(_ kind: String, _ day: String, _ expected: [SweepBlock]) throws {
    let (desk, person, _) = try watched()

    let sweep = try desk.importSweep([person.row(1, kind, on: day)], file: "later.csv")

    let row = try #require(try desk.rows(of: sweep).first)
    let found = row.blocks.filter { [.cameBack, .clockRuns, .clockEnded].contains($0) }
    #expect(found == expected)
    if !expected.isEmpty {
      #expect(!row.isTakenTogether)
      let words = row.evidence.map(\.words.chinese).joined()
      #expect(words.contains("2026-01-05") && words.contains("应于 2026-07-05 冻结"))
    }
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func aReturnThatIsCarriedOutEndsTheClockAndUndoingStartsItAgain() throws {
    let (desk, person, _) = try watched()
    #expect(try due(desk) == ["freeze 2026-07-05", "cancel 2027-01-05"])
    let before = try desk.register()

    let back = try desk.confirmedSweep([person.row(1, "户口迁入", on: "2026-03-20")], file: "back.csv")
    var told: [String] = []
    _ = try desk.store.apply(sweep: back.id, by: Desk.session("bai"), each: { told.append($0.words.chinese) })

    #expect(told == ["迁出计时止，记待办"])
    #expect(try due(desk).isEmpty)
    let clock = try #require(try desk.certificate(person).moveClock)
    #expect(clock.endedOn == desk.day && clock.ending == "户口迁入（\(back.number):1）")
    var later = desk
    later.go(to: "2027-02-01")
    #expect(try later.proposals().allSatisfy { $0.kind == .policeTold || $0.kind == .quarterDue })
    #expect(try warned(.freeze, of: person, in: later).contains { $0.hasPrefix("clock_ended 迁出计时已于") })

    let (again, other, first) = try watched()
    let sweep = try again.confirmedSweep([other.row(1, "户口迁入", on: "2026-03-20")], file: "back.csv")
    _ = try again.store.apply(sweep: sweep.id, by: Desk.session("bai"))
    #expect(try again.undo(sweep, row: 1).undone == [1])
    #expect(try due(again) == ["freeze 2026-07-05", "cancel 2027-01-05"])
    #expect(try again.register() == before)
    #expect(try again.undo(first).undone == [1])
    #expect(try again.store.verify().firstProblem == nil)
  }

  @Test func whoeverFoundOutThatAHolderCameBackEndsTheClockWithARemark() throws {
    let (desk, person, sweep) = try watched()
    #expect(try refusalCode { try settle(person, "", in: desk) } == "settled_with_reason")

    try settle(person, "已迁回户口在本县", in: desk)

    #expect(try due(desk).isEmpty)
    #expect(try refusalCode { try settle(person, "再停一次", in: desk) } == "settled_with_reason")
    var later = desk
    later.go(to: "2027-02-01")
    #expect(try later.proposals().isEmpty)
    // The next list with the very move is asked, and starts the clock anew.
    #expect(try blocks(person.row(1, "户口迁出", on: "2026-01-05"), in: desk) == [.clockEnded])
    #expect(try desk.undo(sweep).undone == [1])
    #expect(try desk.certificate(person).moveClock == nil)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func aMoveAfterAReturnIsANewOne() throws {
    let (desk, person, _) = try watched()
    try settle(person, "已迁回", in: desk)
    var later = desk
    later.go(to: "2026-06-01")
    let sweep = try later.importSweep(
      [person.row(1, "户口迁出", on: "2026-05-10")], file: "later.csv", quarter: "2026Q2")
    #expect(try later.rows(of: sweep).flatMap(\.blocks).isEmpty)
  }

  @Test func aSecondMoveSaysWhatItReplacesAndUndoingBringsThatBack() throws {
    let (desk, person, first) = try watched()
    let second = try desk.confirmedSweep([person.row(1, "户口迁出", on: "2026-02-10")], file: "second.csv")
    var told: [String] = []

    _ = try desk.store.apply(sweep: second.id, by: Desk.session("bai"), each: { told.append($0.words.chinese) })

    #expect(told == ["迁出计时，取代自 2026-01-05 的计时（\(first.number):1，应于 2026-07-05 冻结）"])
    #expect(try due(desk) == ["freeze 2026-08-10", "cancel 2027-02-10"])
    #expect(try desk.undo(second).undone == [1])
    #expect(try due(desk) == ["freeze 2026-07-05", "cancel 2027-01-05"])
  }

  @Test func aClockThatWasStartedSinceKeepsASecondMoveFromBeingCarriedOutUnseen() throws {
    let (desk, people) = try Desk.withPeople(1)
    let late = try desk.importSweep([people[0].row(1, "户口迁出", on: "2026-02-10")], file: "late.csv", quarter: "2025Q4")
    try desk.decide(late, [1...1], .accept)
    _ = try desk.store.record(.submit, onSweep: late.id, by: Self.chen)
    _ = try desk.store.record(.approve, onSweep: late.id, by: Desk.session("sun"))
    let first = try desk.confirmedSweep([people[0].row(1, "户口迁出", on: "2026-01-05")])
    _ = try desk.store.apply(sweep: first.id, by: Desk.session("bai"))

    let outcome = try desk.store.apply(sweep: late.id, by: Desk.session("bai"))

    #expect(outcome.refused.count == 1 && outcome.watched == 0)
    #expect(try due(desk) == ["freeze 2026-07-05", "cancel 2027-01-05"])
  }

  /// Domain 2.6: the rows of a list are found out before anybody loses the certificate.
  @Test func whoIsReportedBackIsFrozenOrCancelledByNobodyUnseen() throws {
    var (desk, person, _) = try watched()
    let back = try desk.importSweep([person.row(1, "户口迁入", on: "2026-03-20")], file: "back.csv")
    try desk.decide(back, [1...1], .hold, reason: "待核实")
    desk.go(to: "2027-02-01")
    let returned = "return_reported 名单 \(back.number) 第 1 行报此人 2026-03-20 户口迁入，尚未查明"

    func doubts(_ service: ServiceKind) throws -> [String] {
      try warned(service, of: person, in: desk).filter { $0.hasPrefix("return") || $0.hasPrefix("move_un") }
    }

    #expect(try doubts(.freeze) == [returned, "move_untold 没有寄过迁出通知书"])
    #expect(try doubts(.cancel) == [returned, "move_untold 没有寄过迁出通知书", "move_unfrozen 此前没有冻结过"])

    try desk.decide(back, [1...1], .reject, reason: "不是此人", again: true)
    #expect(try doubts(.cancel) == ["move_untold 没有寄过迁出通知书", "move_unfrozen 此前没有冻结过"])
    let letters = try desk.store.lettersDue(by: Self.chen)
    try desk.store.notePosted(letters, file: "letters.txt", sha256: "00", by: Self.chen)
    #expect(try doubts(.cancel) == ["move_unfrozen 此前没有冻结过"])
  }

  @Test func aLetterToTheOldAddressSettlesNoRowOnHold() throws {
    let (desk, person, _) = try watched()
    let held = try desk.importSweep([person.row(1, "户口迁入", on: "2026-03-20")], file: "back.csv")
    try desk.decide(held, [1...1], .hold, reason: "待核实")
    _ = try desk.store.record(.submit, onSweep: held.id, by: Self.chen)
    _ = try desk.store.record(.approve, onSweep: held.id, by: Desk.session("sun"))
    _ = try desk.store.apply(sweep: held.id, by: Desk.session("bai"))
    func isHeld() throws -> Bool { try desk.proposals().contains { $0.kind == .heldRow } }
    #expect(try isHeld())

    try desk.store.notePosted(
      try desk.store.lettersDue(to: Quarter("2027Q2"), by: Self.chen), file: "letters.txt", sha256: "00", by: Self.chen)
    #expect(try isHeld())

    try settle(person, "已迁回", in: desk)
    #expect(try !isHeld())
  }
}
