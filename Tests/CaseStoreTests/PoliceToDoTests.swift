import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// What a sweep cannot do by itself stands among the daily to-dos until somebody has settled it (domain: 5.1).
@Suite struct PoliceToDoTests {
  private static let chen = Desk.session("chen")

  private func proposed(_ desk: Desk) throws -> [String] {
    try desk.proposals().filter { $0.kind == .policeTold || $0.kind == .refusedRow }.map {
      "\($0.name) \($0.detail.chinese)"
    }
  }

  private func settle(_ person: Person, _ remark: String, in desk: Desk) throws {
    try desk.store.record(
      .contact, ["about": "police", "result": "settled", "remark": remark], onCertificate: person.number, by: Self.chen)
  }

  @Test(arguments: ["入伍", "出国定居", "重复户口注销"])
  func whatNothingFollowsFromIsProposedUntilItIsSettledWithAReason(_ kind: String) throws {
    let (desk, people) = try Desk.withPeople(1)
    let sweep = try desk.confirmedSweep([people[0].row(1, kind, note: "见来函")])
    _ = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))

    #expect(try proposed(desk) == ["\(people[0].name) \(kind)，事件 2026-03-20，见来函"])
    #expect(try refusalCode { try settle(people[0], "", in: desk) } == "settled_with_reason")
    #expect(
      try refusalCode {
        try desk.store.record(
          .contact, ["about": "renewal", "result": "settled", "remark": "已问"], onCertificate: people[0].number,
          by: Self.chen)
      } == "settled_with_reason")
    // A letter or a call alone settles nothing.
    try desk.store.record(
      .contact, ["about": "police", "result": "posted"], onCertificate: people[0].number, by: Self.chen)
    #expect(try proposed(desk).count == 1)

    try settle(people[0], "证件收存，退役后发还", in: desk)
    #expect(try proposed(desk).isEmpty)
    let todo = try #require(try desk.certificate(people[0]).todos.first)
    #expect(todo.todoName.chinese == kind && todo.todoWords.chinese.contains("办结：证件收存，退役后发还"))
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func twoReportsOfOneHolderStandBesideEachOther() throws {
    let (desk, people) = try Desk.withPeople(1)
    for kind in ["入伍", "出国定居"] {
      let sweep = try desk.confirmedSweep([people[0].row(1, kind)], file: kind)
      _ = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))
    }

    #expect(try desk.certificate(people[0]).openToDos.map(\.todoName.chinese) == ["入伍", "出国定居"])
    #expect(try proposed(desk).count == 2)
    try settle(people[0], "本人已到场说明", in: desk)
    #expect(try desk.certificate(people[0]).openToDos.isEmpty)
  }

  @Test func undoingTakesTheToDoBackAlsoWhenItIsSettled() throws {
    let (desk, people) = try Desk.withPeople(1)
    let before = try desk.certificate(people[0]).entries
    let sweep = try desk.confirmedSweep([people[0].row(1, "入伍")])
    _ = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))
    try settle(people[0], "本人已到场说明", in: desk)

    #expect(try desk.undo(sweep).undone == [1])
    #expect(try proposed(desk).isEmpty && desk.certificate(people[0]).todos.isEmpty)
    #expect(before.under("todo.").isEmpty)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  /// A move inside the county is an address update: a case is prepared for it as for a name.
  @Test func aMoveWithinTheCountyPreparesACaseWithTheNewAddress() throws {
    let (desk, people) = try Desk.withPeople(2)
    let new = "洪江市托口镇桃林村5组1号"
    let sweep = try desk.confirmedSweep([
      people[0].row(1, "县内移居", address: new), people[1].row(2, "县内移居"),
    ])
    let outcome = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))

    #expect(outcome.prepared == 1 && outcome.changed == 2)
    let todo = try #require(try desk.certificate(people[0]).todos.first)
    let prepared = try desk.store.application(numbered: todo.text("case"))
    #expect(prepared.service == .renewInformation && prepared[.address] == new)
    #expect(todo.todoWords.chinese.contains("新址 \(new)"))
    // Without an address that is new somebody has to ask for it.
    #expect(try proposed(desk) == ["\(people[1].name) 县内移居，事件 2026-03-20"])
    #expect(try desk.undo(sweep).withdrawn == [prepared.number])
    #expect(try desk.store.verify().firstProblem == nil)
  }

  /// A death that was refused when the sweep was applied leads to a case by hand that names list and row.
  @Test func aRefusedDeathIsProposedUntilSomethingWasDoneAboutTheHolder() throws {
    let (desk, people) = try Desk.withPeople(2)
    let sweep = try desk.confirmedSweep(people.map { $0.row() })
    for person in people {
      try desk.store.record(
        .contact, ["about": "renewal", "result": "will_come", "date": "2026-04-01"], onCertificate: person.number,
        by: Self.chen)
    }
    let outcome = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))
    #expect(outcome.refused.count == 2)
    #expect(outcome.refused.allSatisfy { $0.refusal.remedy?.chinese.contains("今日提示") ?? false })

    let found = try desk.proposals().filter { $0.kind == .refusedRow }
    #expect(Set(found.map(\.name)) == Set(people.map(\.name)))
    let first = try #require(found.first { $0.name == people[0].name })
    #expect(first.detail.chinese == "\(sweep.number) 第 1 行，死亡，2026-03-20，死亡日期后联系到本人")
    guard case .open(.cancel, let fields) = first.action else {
      Issue.record("no case is proposed")
      return
    }
    #expect(fields.text("reason") == "death" && fields.text("event_date") == "2026-03-20")
    #expect(fields.text("document") == "公安名单 \(sweep.number) 第 1 行")

    _ = try desk.store.openCase(.cancel, fields, by: Self.chen)
    try desk.store.record(
      .contact, ["about": "other", "result": "declined"], onCertificate: people[1].number, by: Self.chen)
    #expect(try proposed(desk).isEmpty)
  }

  /// A row that an open case kept from being carried out waits beside that case, whatever becomes of it.
  @Test func aDeathRefusedForAnOpenCaseIsProposedWhileThatCaseIsOpen() throws {
    let (desk, people) = try Desk.withPeople(1)
    let sweep = try desk.confirmedSweep([people[0].row()])
    _ = try desk.store.openCase(.reissue, ["certificate": people[0].number], by: Self.chen)
    let outcome = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))
    #expect(outcome.refused.map(\.refusal.code) == ["open_case"])

    #expect(try proposed(desk) == ["\(people[0].name) \(sweep.number) 第 1 行，死亡，2026-03-20，有在办业务"])
    try desk.store.record(
      .contact, ["about": "other", "result": "posted"], onCertificate: people[0].number, by: Self.chen)
    #expect(try proposed(desk).count == 1)
    try desk.store.record(
      .contact, ["about": "other", "result": "will_come"], onCertificate: people[0].number, by: Self.chen)
    #expect(try proposed(desk).isEmpty)
  }
}
