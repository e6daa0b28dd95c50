import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// A row that is passed over as the same as an earlier one says what it says all the same (domain: 5.1).
@Suite struct DuplicateDoubtTests {
  private let chen = Desk.session("chen")

  private func row(_ person: Person, _ row: Int, name: String? = nil, kind: String = "死亡注销", note: String = "")
    -> PoliceRow
  {
    PoliceRow(
      row: row, identity: person.identity, name: name ?? person.name, kind: kind,
      eventDate: Sample.date("2026-03-20", false), note: note)
  }

  @Test(arguments: [("此人健在", "死亡注销", "备注写作「此人健在」"), ("", "死亡注销(某种情形)", "事由写作「死亡注销(某种情形)」"), ("", "宣告死亡", "宣告死亡")])
  func whatARepeatedRowSaysCountsForTheRowThatItRepeats(_ note: String, _ kind: String, _ told: String) throws {
    let (desk, people) = try Desk.withPeople(2)
    let sweep = try desk.importSweep([row(people[0], 1), people[1].row(), row(people[0], 3, kind: kind, note: note)])

    let rows = try desk.rows(of: sweep)
    let bulk = try desk.store.decide(.whole(.exact), .accept, reason: "", on: sweep.id, by: chen)

    #expect(rows.map(\.sweepClass) == [.exact, .exact, .duplicate] && rows[2].reason == "exact")
    #expect(rows[0].blocks == [.duplicateDoubt] && rows[2].proposal == .none)
    let words = try #require(rows[0].evidence.first).words
    #expect(words.chinese.hasPrefix("第 3 行报的是同一件事") && words.chinese.contains(told) && !words.english.isEmpty)
    #expect(bulk.decided == 1 && bulk.left == 1)
    #expect(sweep.count.toAsk == 1 && sweep.count.closes)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func aRepeatedRowWithoutANameIsAskedAbout() throws {
    let (desk, people) = try Desk.withPeople(1)
    let sweep = try desk.importSweep([row(people[0], 1), row(people[0], 2, name: "")])

    let found = try #require(try desk.rows(of: sweep).first)

    #expect(found.blocks == [.otherName] && found.evidence[0].words.chinese.contains("没有写姓名"))
  }

  @Test func aRepeatedRowThatSaysNothingElseIsPassedOver() throws {
    let (desk, people) = try Desk.withPeople(1)
    let sweep = try desk.importSweep([row(people[0], 1), row(people[0], 2, note: "病故")])

    #expect(try desk.rows(of: sweep).map(\.blocks) == [[], []])
  }

  @Test func aNewerListInWhichARowIsRepeatedWithADenialIsAskedAnew() throws {
    let (desk, people) = try Desk.withPeople(1)
    let earlier = try desk.importSweep([row(people[0], 1)], file: "earlier")
    let later = try desk.importSweep([row(people[0], 1), row(people[0], 2, note: "此人健在")], file: "later")

    let found = try #require(try desk.rows(of: later).first)
    #expect(found.elsewhere == nil && found.blocks.contains(.duplicateDoubt))
    #expect(try desk.rows(of: earlier)[0].blocks == [.contraryRow])
  }
}
