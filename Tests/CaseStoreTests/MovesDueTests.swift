import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// The two clocks of a household that has moved (features: 47).
@Suite struct MovesDueTests {
  private static let chen = Desk.session("chen")

  private func watched(_ days: [String]) throws -> (desk: Desk, people: [Person], sweep: Sweep) {
    let (desk, people) = try Desk.withPeople(days.count)
    let rows = zip(people, days).map { person, day in person.row(nil, "户口迁出", on: day) }
    let sweep = try desk.confirmedSweep(rows)
    _ = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))
    return (desk, people, sweep)
  }

  private func due(_ desk: Desk, _ quarter: String) throws -> [String] {
    guard let quarter = Quarter(quarter) else { preconditionFailure("\(quarter) is no quarter") }
    return try desk.store.movesDue(in: quarter, by: Self.chen).map { due in
      "\(due.what.rawValue) \(due.on) \(due.certificate.name)"
    }
  }

  @Test func eachQuarterListsTheClocksThatRunOutInItAndThoseBefore() throws {
    let (desk, people, _) = try watched(["2026-03-31", "2025-12-15", "2025-05-31"])
    let (first, second, third) = (people[0].name, people[1].name, people[2].name)

    #expect(
      try due(desk, "2026Q2") == [
        "freeze 2025-11-30 \(third)", "cancel 2026-05-31 \(third)", "freeze 2026-06-15 \(second)",
      ])
    #expect(try due(desk, "2026Q3").last == "freeze 2026-09-30 \(first)")
    #expect(try due(desk, "2026Q1") == ["freeze 2025-11-30 \(third)"])
    var later = desk
    later.go(to: "2026-05-31")
    #expect(try due(later, "2026Q1") == ["freeze 2025-11-30 \(third)"], "a year is over when its last day is")
    later.go(to: "2026-06-01")
    #expect(try due(later, "2026Q2") == ["cancel 2026-05-31 \(third)", "freeze 2026-06-15 \(second)"])
    #expect(try due(later, "2026Q1").isEmpty)
    #expect(
      try refusalCode { _ = try desk.store.movesDue(in: Quarter(of: desk.day), by: Desk.session("li")) }
        == "not_your_role")
  }

  @Test func aLetterIsDueBeforeEachDateAndIsNotedOnce() throws {
    var (desk, _, sweep) = try watched(["2025-12-15"])
    func proposed() throws -> [Proposal.Kind] { try desk.proposals().map(\.kind) }
    desk.go(to: "2026-05-15")
    #expect(try proposed().isEmpty)
    desk.go(to: "2026-05-16")
    #expect(try proposed() == [.freezeSoon])

    let letters = try desk.store.movesDue(in: Quarter(of: desk.day), by: Self.chen)
    try desk.store.notePosted(letters, file: "letters.txt", sha256: "00", by: Self.chen)

    #expect(try proposed().isEmpty)
    #expect(try desk.store.movesDue(in: Quarter(of: desk.day), by: Self.chen).first?.letter?.result == .posted)
    #expect(try desk.store.dispatches(about: sweep, by: Self.chen).map(\.receivers) == [[.holder]])
    desk.go(to: "2026-06-15")
    #expect(try proposed().isEmpty)
    desk.go(to: "2026-06-16")
    #expect(try proposed() == [.freezeMoved])
    desk.go(to: "2026-11-15")
    #expect(try proposed() == [.freezeMoved, .cancelSoon])
    desk.go(to: "2026-12-15")
    #expect(try proposed() == [.freezeMoved, .cancelSoon])
    desk.go(to: "2026-12-16")
    #expect(try proposed() == [.cancelMoved])
    #expect(try desk.undo(sweep, row: 1).corrections.map(\.receiver) == [.holder])
  }

  @Test func anUndoneMoveIsWatchedNoLongerAndItsLetterCalledBack() throws {
    let (desk, people, sweep) = try watched(["2025-12-15", "2025-12-20"])
    let letters = try desk.store.lettersDue(to: Quarter("2026Q2"), by: Self.chen)
    #expect(letters.count == 2)
    try desk.store.record(
      .contact, ["about": "other", "result": "not_reached"], onCertificate: people[1].number, by: Self.chen)
    try desk.store.notePosted([letters[0]], file: "letters.txt", sha256: "00", by: Self.chen)

    let undoing = try desk.undo(sweep)

    #expect(undoing.undone == [1, 2])
    #expect(undoing.corrections.map { "\($0.receiver.rawValue) \($0.name)" } == ["holder \(people[0].name)"])
    #expect(try due(desk, "2026Q2").isEmpty)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func everyClockIsToldOnceAndLateRatherThanNever() throws {
    // One runs out soon, one has run out, one early in the next quarter, one has run out altogether.
    var (desk, people, _) = try watched(["2025-12-15", "2025-09-20", "2026-01-05", "2025-03-20"])
    func written(_ quarter: String? = nil, again: Bool = false) throws -> [String] {
      let due = try desk.store.lettersDue(to: quarter.flatMap { Quarter($0) }, again: again, by: Self.chen)
      try desk.store.notePosted(due, file: "letters.txt", sha256: "00", by: Self.chen)
      return due.byHolder.map { "\($0[0].certificate.name) \($0.map(\.what.rawValue).joined(separator: "+"))" }.sorted()
    }

    #expect(try written() == ["\(people[1].name) freeze", "\(people[3].name) cancel"].sorted())
    #expect(try written().isEmpty)
    try desk.store.record(
      .contact, ["about": "move", "result": "not_reached"], onCertificate: people[1].number, by: Self.chen)
    #expect(try written().isEmpty)
    desk.go(to: "2026-05-20")
    #expect(try written() == ["\(people[0].name) freeze"])
    #expect(try written("2026Q3") == ["\(people[2].name) freeze", "\(people[1].name) cancel"].sorted())
    desk.go(to: "2026-06-30")
    #expect(try written("2026Q3").isEmpty)
    #expect(try written(again: true).count == 4)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  private func letters(_ desk: Desk, _ sweep: Sweep) throws -> SweepMaterial {
    try desk.store.material(of: desk.store.sweep(sweep.id), by: Self.chen)
  }

  /// Of the sweep's own notice and the reminder one goes: whichever was first.
  @Test func theNoticeOfASweepIsNotFollowedByAReminderAtOnce() throws {
    // The half year is near, has run out, and is far.
    var (desk, people, sweep) = try watched(["2025-10-20", "2025-09-20", "2026-03-20"])
    #expect(try desk.store.lettersDue(by: Self.chen).map(\.certificate.name) == [people[1].name, people[0].name])
    #expect(try desk.proposals().map(\.kind) == [.freezeMoved, .freezeSoon])
    let told = try letters(desk, sweep).rowsTold(in: .letters)
    #expect(told == [1...1, 2...2, 3...3])

    try desk.store.noteSent(
      .letter, to: [.holder], about: .sweep(sweep.number, rows: told), file: "e.pdf", by: Desk.session("li"))

    #expect(try desk.store.lettersDue(by: Self.chen).isEmpty)
    #expect(try desk.store.lettersDue(to: Quarter("2026Q3"), by: Self.chen).isEmpty)
    #expect(try desk.store.lettersDue(again: true, by: Self.chen).count == 2)
    #expect(try desk.proposals().map(\.kind) == [.freezeMoved])
    #expect(
      try desk.store.movesDue(in: Quarter(of: desk.day), by: Self.chen).allSatisfy { $0.letter?.result == .posted })
    desk.go(to: "2026-08-21")
    #expect(
      try desk.store.lettersDue(by: Self.chen).map { "\($0.what.rawValue) \($0.certificate.name)" } == [
        "cancel \(people[1].name)", "freeze \(people[2].name)",
      ])
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func whoWasRemindedIsNotSentTheNoticeOfTheSweep() throws {
    let (desk, people, sweep) = try watched(["2025-10-20", "2026-03-20"])
    let due = try desk.store.lettersDue(by: Self.chen)
    try desk.store.notePosted(due, file: "letters.txt", sha256: "00", by: Self.chen)

    let material = try letters(desk, sweep)

    #expect(material.rowsTold(in: .letters) == [2...2] && material.rowsTold(in: .moved).count == 2)
    let text = material.paper([.letters], of: "洪江市残联", on: desk.day).contents(in: .chinese)
    #expect(text.contains(people[1].name) && !text.contains(people[0].name))
  }
}
