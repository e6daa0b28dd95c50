import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// Remarks that take back more than the row they stand in.
@Suite struct RemarkAboutOthersTests {
  private let chen = Desk.session("chen")

  /// Seven deaths, of which one has a remark: which others are asked because of it.
  @Test(
    arguments: [
      (7, "以上人员均系误报", [1, 2, 3, 4, 5, 6]), (7, "以上 2 人误报，人健在", [5, 6]), (1, "以下人员均健在", [2, 3, 4, 5, 6, 7]),
      (2, "以下三人误报", [3, 4, 5]), (3, "上一行系误报", [2]), (3, "误报，以上信息有误", []), (1, "误报，人健在", []),
      (1, "县第一人民医院误诊，人健在", []), (4, "NAME5系误报", [5]), (1, "误报。ID6也健在", [6]), (1, "本表各人均健在", [2, 3, 4, 5, 6, 7]),
      (1, "与NAME5同村", []),
    ])
  func aRemarkThatTakesOthersBackHoldsThem(_ row: Int, _ note: String, _ expected: [Int]) throws {
    let (desk, people) = try Desk.withPeople(7)
    let said = note.replacing("NAME5", with: people[4].name).replacing("ID6", with: people[5].identity)
    let sweep = try desk.importSweep(people.map { $0.row(note: $0.index + 1 == row ? said : "") })

    let told = try desk.rows(of: sweep).filter { $0.blocks.contains(.toldInRow) }

    #expect(told.map(\.row) == expected)
    #expect(told.allSatisfy { $0.evidence.contains { $0.words.chinese.contains("第 \(row) 行的备注写着「\(said)」") } })
    let bulk = try desk.store.decide(.whole(.exact), .accept, reason: "", on: sweep.id, by: chen)
    #expect(bulk.left >= expected.count)
  }

  /// The number may be that of the list or that of the sheet, where up to three lines stand above.
  @Test func aRowIsMeantByItsNumber() throws {
    let (desk, people) = try Desk.withPeople(7)
    let sweep = try desk.importSweep(people.map { $0.row(note: $0.index == 0 ? "第6行误报" : "") })

    #expect(try desk.rows(of: sweep).filter { $0.blocks.contains(.toldInRow) }.map(\.row) == [3, 4, 5, 6])
  }

  /// Nobody knows what a sign repeats that stands where the row above has words.
  @Test(arguments: ["\"", "”", "。", "、", "〃", "同上"])
  func aDittoIsRead(_ sign: String) throws {
    let (desk, people) = try Desk.withPeople(2)
    let sweep = try desk.importSweep([people[0].row(note: "误报"), people[1].row(note: sign)])

    #expect(try desk.rows(of: sweep).map(\.blocks) == [[.deniedInNote], [.deniedInNote]])
  }

  @Test(arguments: ["-", "——", "/", "－", "无"])
  func aDashSaysNothing(_ sign: String) throws {
    let (desk, people) = try Desk.withPeople(1)

    #expect(try desk.rows(of: desk.importSweep([people[0].row(note: sign)])).first?.blocks == [])
  }
}
