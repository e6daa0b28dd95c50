import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// What a list says of a change or a move in its own columns or in its remark (domain: 5.1).
@Suite struct ChangedNumberTests {
  private static let new = MadeUp.identity(born: "1950-02-15", sequence: 77)

  private func row(
    _ person: Person, _ kind: String, identity: String? = nil, note: String = "",
    _ details: [PoliceRow.Detail: String] = [:]
  ) -> PoliceRow {
    PoliceRow(
      row: 1, identity: identity ?? person.identity, name: person.name, kind: kind,
      eventDate: Sample.date("2026-03-20", false), address: person.address, note: note, details: details)
  }

  @Test func aPreparedCaseHoldsTheNumberAndTheNameOfTheirColumns() throws {
    let (desk, people) = try Desk.withPeople(2)
    var second = row(people[1], "姓名变更", [.newName: "张新"])
    second = PoliceRow(
      row: 2, identity: second.identity, name: second.name, kind: second.kind, eventDate: second.eventDate,
      details: second.details)
    let sweep = try desk.confirmedSweep([
      row(people[0], "公民身份号码变更", [.newIdentity: " \(Self.new.lowercased())"]), second,
    ])
    #expect(try desk.store.apply(sweep: sweep.id, by: Desk.session("bai")).prepared == 2)

    func prepared(_ person: Person, _ todo: String) throws -> Application {
      try desk.store.application(numbered: desk.certificate(person).entries.text("todo.\(todo).case"))
    }
    #expect(try prepared(people[0], "change_identity")[.identity] == Self.new)
    #expect(try prepared(people[1], "change_name")[.name] == "张新")
  }

  @Test(arguments: [[PoliceRow.Detail.formerIdentity: true], [:]])
  func aRowUnderTheNewNumberIsNearTheHolderOfTheFormerOne(_ isColumn: [PoliceRow.Detail: Bool]) throws {
    let (desk, people) = try Desk.withPeople(3)
    let former = people[1].identity
    let sweep = try desk.importSweep([
      row(
        people[1], "公民身份号码变更", identity: Self.new, note: isColumn.isEmpty ? "原公民身份号码:\(former)" : "",
        isColumn.mapValues { _ in former })
    ])

    let found = try #require(try desk.store.withNear(desk.rows(of: sweep), of: sweep).first)
    #expect(found.sweepClass == .none && found.proposal == .none)
    let best = try #require(found.near.first)
    #expect(best.certificate == people[1].number && best.weight > 0)
    #expect(best.reasons.first?.finding == .formerNumber)
    #expect(best.words.chinese.contains("原号码") && best.words.english.contains("former number"))

    _ = try desk.store.decide(
      .rows([1...1]), .accept, reason: "查实", given: SweepGiven(target: people[1].number), again: false, on: sweep.id,
      by: Desk.session("chen"))
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: Desk.session("chen"))
    _ = try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("sun"))
    #expect(try desk.store.apply(sweep: sweep.id, by: Desk.session("bai")).prepared == 1)
    let number = try desk.certificate(people[1]).entries.text("todo.change_identity.case")
    #expect(try desk.store.application(numbered: number)[.identity] == Self.new)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test(arguments: [
    ("", [SweepBlock]()), ("new", []), ("old", [.oddNumber]), ("431281195002150", [.oddNumber]),
    ("4312811950****0771", [.oddNumber]),
  ])
  func aNewNumberThatCannotBeOneIsAskedAbout(_ told: String, _ blocks: [SweepBlock]) throws {
    let (desk, people) = try Desk.withPeople(1)
    let written = told == "new" ? Self.new : told == "old" ? people[0].identity : told

    let found = try #require(
      try desk.rows(of: desk.importSweep([row(people[0], "身份号码变更", [.newIdentity: written])])).first)

    #expect(found.proposal == .changeIdentity && found.blocks == blocks)
  }

  @Test func aNewNumberThatSomebodyHasAlreadyIsAskedAbout() throws {
    let (desk, people) = try Desk.withPeople(2)
    let sweep = try desk.importSweep([row(people[0], "身份号码变更", note: "新号码:\(people[1].identity)")])

    let found = try #require(try desk.rows(of: sweep).first)

    #expect(found.proposal == .changeIdentity && found.blocks == [.numberTaken] && !found.isTakenTogether)
    #expect(found.evidence.first?.source == people[1].number)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test(arguments: [
    ("湖南省怀化市洪江市黔城镇和平村", "", true), ("洪江市安江镇", "", true), ("本市安江镇", "", true), ("", "迁往本市黔城镇", true),
    ("湖南省怀化市鹤城区城北街道", "", false), ("湖南省怀化市洪江区", "", false), ("湖南省怀化市", "", false), ("广东省东莞市", "", false),
    ("本省长沙市", "", false), ("", "", false), ("", "随子女迁出", false),
  ])
  func aMoveIntoTheOwnCountyStartsNoClockUnasked(_ destination: String, _ note: String, _ isAsked: Bool) throws {
    let (desk, people) = try Desk.withPeople(1)

    let found = try #require(
      try desk.rows(of: desk.importSweep([row(people[0], "户口迁出", note: note, [.destination: destination])])).first)

    #expect(found.sweepClass == .exact && found.proposal == .watchMove)
    #expect(found.blocks == (isAsked ? [.movedWithin] : []))
    #expect(found.isTakenTogether != isAsked)
  }

  /// Whoever stays in the county keeps the certificate: no clock runs, and no letter says so (Measures articles 23, 24).
  @Test func aMoveIntoTheOwnCountyChangesTheAddressAlone() throws {
    let (desk, people) = try Desk.withPeople(3)
    let rows = [
      row(people[0], "户口迁出", [.destination: "湖南省怀化市洪江市黔城镇和平村"]),
      PoliceRow(
        row: 2, identity: people[1].identity, name: people[1].name, kind: "户口迁出",
        eventDate: Sample.date("2019-01-01", false), note: "迁往湖南省怀化市洪江市黔城镇双塘村"),
      PoliceRow(
        row: 3, identity: people[2].identity, name: people[2].name, kind: "户口迁出",
        eventDate: Sample.date("2026-03-01", false), details: [.destination: "湖南省怀化市鹤城区城北街道"]),
    ]
    let sweep = try desk.confirmedSweep(rows)
    let rehearsed = try desk.store.rehearsal(of: sweep.id, by: Desk.session("chen"))
    #expect(rehearsed.outcome.watched == 1 && rehearsed.outcome.changed == 2 && rehearsed.kinds[.moveWithin] == 2)

    let outcome = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))

    #expect(outcome.watched == 1 && outcome.changed == 2 && outcome.prepared == 2 && outcome.refused.isEmpty)
    for (person, address) in zip(people, ["湖南省怀化市洪江市黔城镇和平村", "湖南省怀化市洪江市黔城镇双塘村"]) {
      let held = try desk.certificate(person)
      #expect(held.entries.under("todo.watch_move.").pairs.isEmpty && held.todos.count == 1)
      let prepared = try desk.store.application(numbered: #require(held.todos.first?["case"]))
      #expect(prepared[.address] == address)
    }
    let done = try desk.rows(of: sweep)
    #expect(done.map { $0.outcomeWords?.chinese } == ["已记待办：改地址", "已记待办：改地址", "已计时，证件仍有效"])
    let material = try desk.store.material(of: desk.store.sweep(sweep.id), by: Desk.session("chen"))
    #expect(material.rowsTold(in: .letters) == [3...3] && material.rowsTold(in: .moved) == [3...3])
    #expect(done.map(material.part) == [.manual, .manual, .moved])
    #expect(try desk.undo(desk.store.sweep(sweep.id)).undone == [1, 2, 3])
    #expect(try desk.store.verify().firstProblem == nil)
  }
}
