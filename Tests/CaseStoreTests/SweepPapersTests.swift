import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// The papers of a sweep tell of every row once.
@Suite struct SweepPapersTests {
  private static let chen = Desk.session("chen")

  @Test func everyRowStandsInOnePart() throws {
    let (desk, people) = try Desk.withPeople(5)
    let rows = [
      people[0].row(1), people[1].row(2, "户口迁出"), people[2].row(3, "姓名变更", note: "现姓名:张新"), people[3].row(4),
      PoliceRow(
        row: 5, identity: "12345", name: people[4].name, birth: .day(MadeUp.day("1950-01-15")), kind: "死亡注销",
        eventDate: .day(MadeUp.day("2026-03-20"))),
      PoliceRow(row: 6, identity: "12345", name: "无名", kind: "死亡注销", eventDate: .missing),
      PoliceRow(
        row: 7, identity: MadeUp.identity(born: "1950-01-15", sequence: 88), name: "外人", kind: "死亡注销",
        eventDate: .day(MadeUp.day("2026-03-20"))),
      people[0].row(8),
    ]
    let sweep = try desk.importSweep(rows)
    try desk.decide(sweep, [1...3], .accept)
    try desk.decide(sweep, [4...4], .hold)
    _ = try desk.store.decide(
      .rows([5...5]), .accept, reason: "村里核实", given: SweepGiven(target: people[4].number), on: sweep.id, by: Self.chen)
    try desk.decide(sweep, [6...6], .reject, reason: "查无此人")
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: Self.chen)
    _ = try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("sun"))
    #expect(try desk.store.apply(sweep: sweep.id, by: Desk.session("bai")).done == 4)

    let material = try desk.store.material(of: try desk.store.sweep(sweep.id), by: Self.chen)
    let paper = material.paper([.cancelled, .moved, .manual, .unmatched, .summary], of: "洪江市残联", on: desk.day)

    #expect(material.rows.map { material.part(of: $0).rawValue }.joined() == "abccadd" + "c")
    #expect(paper.chapters.prefix(4).map(\.rows.count) == [2, 1, 3, 2])
    let manual = paper.chapters[2].rows.map { $0.map(\.chinese) }
    #expect(manual.map { $0[10] } == ["已记待办：改姓名", "", "与第 1 行重复"])
    #expect(paper.chapters[4].notes.map(\.chinese) == ["名单 8 行各在一处：a 2 行，b 1 行，c 3 行，d 2 行", "注销占有效证件 5 本的 40.0 %"])
    #expect(paper.chapters[2].columns.last?.heading.chinese == "备注" && manual.allSatisfy { $0.count == 13 })
  }

  @Test func whoMeansSomebodyByNameIsShownWithTheNameHeld() throws {
    let (desk, people) = try Desk.withPeople(1)
    let sweep = try desk.importSweep([
      PoliceRow(
        row: 1, identity: "12345", name: people[0].name, birth: .day(MadeUp.day("1950-01-15")), kind: "死亡注销",
        eventDate: .day(MadeUp.day("2026-03-20")))
    ])

    let paper = try desk.store.material(of: sweep, by: Self.chen).paper([.manual], of: "洪江市残联", on: desk.day)

    #expect(try desk.store.heldNames(of: try desk.rows(of: sweep), by: Self.chen) == [1: people[0].name])
    #expect(paper.chapters[0].rows.first?[7].chinese == people[0].name)
  }

  @Test(arguments: [
    ("2026-03-20", "2026-09-20 前没有办理的", ""), ("2025-09-20", "到 2026-03-20 已满半年", "2026-03-20 前"),
    ("2025-03-20", "到 2026-03-20 已满一年", "前没有办理"),
  ])
  func aLetterThreatensWithNoDayThatHasPassed(_ moved: String, _ says: String, _ saysNot: String) throws {
    let (desk, people) = try Desk.withPeople(1)
    let sweep = try desk.confirmedSweep([people[0].row(1, "户口迁出", on: moved)])
    _ = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))

    let text = try desk.store.material(of: try desk.store.sweep(sweep.id), by: Self.chen)
      .paper([.letters], of: "洪江市残联", on: desk.day).contents(in: .chinese)

    #expect(text.contains(says) && (saysNot.isEmpty || !text.contains(saysNot)), "\(text)")
  }

  @Test func nobodyWhoHasDiedIsWrittenToAboutTheMove() throws {
    let (desk, people) = try Desk.withPeople(2)
    let sweep = try desk.confirmedSweep([
      people[0].row(1, "户口迁出", on: "2026-02-10"), people[1].row(2, "户口迁出"), people[0].row(3, on: "2026-03-20"),
    ])
    #expect(try desk.store.apply(sweep: sweep.id, by: Desk.session("bai")).done == 3)

    let paper = try desk.store.material(of: try desk.store.sweep(sweep.id), by: Self.chen)
      .paper([.moved, .letters, .feed], of: "洪江市残联", on: desk.day)

    let (moved, letters, feed) = (paper.chapters[0].rows, paper.chapters[1].rows, paper.chapters[2].rows)
    #expect(moved.map { $0[2].chinese } == ["迁出，证件已注销", "迁出通知"])
    #expect(moved[0][4].chinese.isEmpty && moved[0][5].chinese.isEmpty && !moved[1][4].chinese.isEmpty)
    #expect(letters.map { $0[0].chinese } == [people[1].name, "\(people[0].name)的家属"])
    #expect(feed.map { $0[6].chinese } == ["户口迁出，证件已注销", "户口迁出，证件仍有效", "注销：死亡"])
  }

  @Test func theSameMoveInALaterListIsNotWrittenOfAgain() throws {
    let (desk, people) = try Desk.withPeople(2)
    func letters(_ rows: [PoliceRow], file: String) throws -> [String] {
      let sweep = try desk.confirmedSweep(rows, file: file)
      _ = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))
      return try desk.store.material(of: try desk.store.sweep(sweep.id), by: Self.chen)
        .paper([.letters], of: "洪江市残联", on: desk.day).chapters[0].rows.map { $0[0].chinese }
    }

    #expect(try letters([people[0].row(1, "户口迁出")], file: "one") == [people[0].name])
    let both = [people[0].row(1, "户口迁出", note: "又报"), people[1].row(2, "户口迁出")]
    #expect(try letters(both, file: "two") == [people[1].name])
    #expect(try letters([people[0].row(1, "户口迁出", on: "2026-03-25")], file: "three") == [people[0].name])
    #expect(try desk.store.verify().firstProblem == nil)
  }
}
