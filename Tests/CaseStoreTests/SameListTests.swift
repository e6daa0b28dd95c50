import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// Lists that report the same of the same people, and what only one of them tells (domain: 5.1; features: 45, 49).
@Suite struct SameListTests {
  private static let chen = Desk.session("chen")

  /// Imports a list of deaths of 2026-03-10.
  ///
  /// - Parameter findings: what is found in the file besides its rows.
  private func imported(
    _ people: [Person], _ file: UInt8, notes: [Int: String] = [:], _ findings: [String: String] = [:],
    from source: SweepSource = .police, in desk: Desk
  ) throws -> Sweep {
    try desk.store.importSweep(
      ReceivedFile(name: "\(file).csv", bytes: [file]), quarter: #require(Quarter("2026Q1")),
      from: FileOrigin(source: source), by: Self.chen
    ) { take in
      for (index, person) in people.enumerated() {
        try take(person.row(index + 1, on: "2026-03-10", note: notes[index + 1] ?? ""))
      }
      return FileReading(
        format: "csv", encoding: "utf-8", passedOver: 0,
        findings: findings.merging(["rows_mark": "same"]) { first, _ in first })
    }
  }

  private func abandon(_ sweep: Sweep, _ desk: Desk) throws {
    _ = try desk.store.record(.abandon, ["reason": "程序提示相同"], onSweep: sweep.id, by: Self.chen)
  }

  private func blocks(_ sweep: Sweep, _ desk: Desk) throws -> [[SweepBlock]] { try desk.rows(of: sweep).map(\.blocks) }

  @Test func aListThatAloneSaysThatSomebodyLivesIsNotToBeGivenUp() throws {
    let (desk, people) = try Desk.withPeople(3)
    let first = try imported(people, 1, in: desk)

    let second = try imported(people, 2, notes: [2: "健在"], in: desk)

    #expect(
      second.sameRows?.chinese == "注意：报的人和事与 \(first.number) 相同，但第 2 行说的不同；查清以前，这份不要放弃")
    try abandon(second, desk)
    #expect(try blocks(first, desk) == [[], [.contraryRow], []])
    #expect(try desk.store.decide(.whole(.exact), .accept, reason: "", on: first.id, by: Self.chen).left == 1)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func whatAListDeniedIsDeniedToTheOneThatComesAfterItWasGivenUp() throws {
    let (desk, people) = try Desk.withPeople(3)
    let first = try imported(people, 1, notes: [2: "健在"], in: desk)
    try abandon(first, desk)

    let second = try imported(people, 2, in: desk)

    #expect(try blocks(second, desk) == [[], [.contraryRow], []])
    #expect(second.sameRows?.chinese == "与 \(first.number) 报的人和事相同，而那份已放弃：现在以这份为准，请在这份里办")
  }

  static let texts: [(text: String, contrary: [Bool])] = [
    ("注：第2行健在", [false, true, false]), ("以上人员均系误报", [true, true, true]), ("死亡待定", [true, true, true]),
  ]

  @Test(arguments: texts, [false, true])
  func whatANewerListSaysBesideItsRowsSpeaksAgainstThoseOfTheOlder(
    _ text: (text: String, contrary: [Bool]), _ isGivenUp: Bool
  ) throws {
    let (desk, people) = try Desk.withPeople(3)
    let note = ListText(.below, text: text.text, rows: 1...3, headingLine: 9)
    let first = try imported(people, 1, in: desk)

    let second = try imported(people, 2, [Sweep.TextCode.texts: note.kept], in: desk)
    if isGivenUp { try abandon(second, desk) }

    #expect(second.sameRows?.chinese.contains("但行外的话不同；") == true)
    #expect(try blocks(first, desk) == text.contrary.map { $0 ? [.contraryRow] : [] })
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func aRemarkThatNobodyKnowsSpeaksAgainstTheOlderRowToo() throws {
    let (desk, people) = try Desk.withPeople(2)
    let first = try imported(people, 1, in: desk)

    _ = try imported(people, 2, notes: [1: "退回"], in: desk)

    #expect(try blocks(first, desk) == [[.contraryRow], []])
  }

  @Test func theSameRowsWithAnotherColumnAreKeptAndTold() throws {
    let (desk, people) = try Desk.withPeople(2)
    _ = try imported(people, 1, ["columns": "identity\nname"], in: desk)

    let second = try imported(people, 2, ["columns": "identity\nname\n电话"], in: desk)

    #expect(second.sameRows?.chinese.contains("但栏目不同（电话）；") == true)
    #expect(throws: Refusal.self) { try imported(people, 3, ["columns": "identity\nname"], in: desk) }
  }

  /// What civil affairs reports of the same people is a second proof (domain: 5.1, 10 #14).
  @Test func theSameRowsOfAnotherOfficeAreAProofOfTheirOwn() throws {
    let (desk, people) = try Desk.withPeople(2)
    let police = try imported(people, 1, in: desk)

    let civil = try imported(people, 2, from: .civilAffairs, in: desk)
    let again = try imported(people, 3, notes: [1: "另附"], from: .civilAffairs, in: desk)

    #expect(civil.sameRows == nil)
    #expect(civil.secondProof?.chinese.hasPrefix("与 \(police.number) 报的人和事相同，那份来自另一部门") == true)
    #expect(again.sameRows?.chinese.contains(civil.number) == true && police.secondProof == nil)
    #expect(throws: Refusal.self) { try imported(people, 4, from: .civilAffairs, in: desk) }
    #expect(try desk.store.verify().firstProblem == nil)
  }

  /// Nothing is asked about whoever's certificate has ended: the import says of whom a text speaks.
  @Test(arguments: [("注：张大乙健在", [2]), ("注：第3行系误报", [3]), ("以上人员均系误报", [1, 2, 3]), ("注：另附说明", [])])
  func aTextAboutSomebodyWhoseCertificateAListHasEndedIsTold(_ text: String, _ rows: [Int]) throws {
    let (desk, people) = try Desk.withPeople(3)
    let first = try imported(people, 1, in: desk)
    try desk.decide(first, [1...3], .accept)
    _ = try desk.store.record(.submit, onSweep: first.id, by: Self.chen)
    _ = try desk.store.record(.approve, onSweep: first.id, by: Desk.session("sun"))
    _ = try desk.store.apply(sweep: first.id, by: Desk.session("bai"))
    let note = ListText(.below, text: text, rows: 1...3, headingLine: 0)

    let second = try imported(people, 2, [Sweep.TextCode.texts: note.kept], in: desk)

    #expect(second.value("named_ended", of: .import) == rows.map { "\(first.number):\($0)" }.joined(separator: ","))
    #expect((second.namedEnded == nil) == rows.isEmpty)
  }

  @Test func aRowColouredOtherwiseIsAskedByItselfEvenWhereTheTextsWereRead() throws {
    let (desk, people) = try Desk.withPeople(3)
    let colours = ListText(.colour, text: ListText.colours(ofRows: [2]), rows: 1...3, headingLine: 1)

    let list = try imported(
      people, 1, [Sweep.TextCode.texts: colours.kept, Sweep.TextCode.areRead: "yes"], in: desk)

    #expect(try blocks(list, desk) == [[], [.footnote], []])
    #expect(try desk.rows(of: list)[1].signs.map(\.words.chinese).first?.hasPrefix("此行的颜色与多数行不同") == true)
  }
}
