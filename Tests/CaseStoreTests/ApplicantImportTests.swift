import Casework
import DeskFixtures
import Testing

@testable import CaseStore

@Suite struct ApplicantImportTests {
  @Test func everyLineBecomesADraftWithWhatItLacks() throws {
    let desk = try Desk()
    let outcomes = try desk.draft([
      ["name": "张秀兰", "identity": Desk.adult, "address": "岩垅乡青树村", "category": "肢体三级", "note": "行动不便"],
      ["name": "小花", "identity": Desk.minor, "category": "智力"],
      ["name": "无号", "phone": "13800001234"],
    ])

    #expect(
      outcomes.map { $0.gaps.map(\.code) } == [
        ["ID", "HK", "PH×3", "AF"],
        ["address", "guardian.name", "guardian.relation", "guardian.identity", "ID", "HK", "PH×3", "AF", "GID", "GP"],
        ["identity", "address", "category", "ID", "HK", "PH×3", "AF"],
      ])
    let first = try #require(outcomes.first?.application)
    #expect(first[.category] == "4" && first.state == .draft && first.entries.text("import.note") == "行动不便")
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test(arguments: [
    (["name": "甲", "identity": "4.31281E+17"], "excel_float"),
    (["name": "甲", "identity": "431281********0014"], "masked"),
    (["phone": "13800001234"], "nobody_named"),
  ]) func aLineThatNamesNobodyForSureIsNoDraft(_ cells: [String: String], _ code: String) throws {
    let desk = try Desk()
    let before = try desk.everything()

    #expect(try desk.draft([cells]).map { $0.refusal?.code } == [code])
    #expect(try desk.everything() == before)
  }

  @Test func aWorkbookNumberOfEighteenDigitsHasLostItsLast() throws {
    let desk = try Desk()
    let line = ApplicantLine(row: 1, cells: ["name": "甲", "identity": Desk.adult], numberCells: ["identity"])

    let outcome = try desk.store.importApplicants([line], of: Desk.list("a"), by: Desk.session("chen"))

    #expect(outcome.map { $0.refusal?.code } == ["excel_float"])
  }

  @Test func theSecondLineForOnePersonNamesTheFirst() throws {
    let desk = try Desk()
    let outcomes = try desk.draft([
      ["name": "张秀兰", "identity": Desk.adult], ["name": "张秀蘭", "identity": " " + Desk.adult],
      ["name": "无号", "phone": "1"], ["name": "无号", "phone": "1"], ["name": "无号", "phone": "2"],
    ])

    #expect(outcomes.map { $0.refusal?.message.chinese } == [nil, "与第 1 行是同一人", nil, "与第 3 行是同一人", nil])
  }

  @Test func theSameListOnceMoreChangesNothingAndNamesTheDrafts() throws {
    let desk = try Desk()
    let lines = [["name": "张秀兰", "identity": Desk.adult], ["name": "无号"], ["name": "张", "identity": Desk.adult]]
    let made = try desk.draft(lines).compactMap(\.application?.number)
    let before = try desk.everything()

    let again = try desk.draft(lines)

    #expect(again.map { $0.refusal?.code } == ["already_imported", "already_imported", "same_person"])
    #expect(again[0].refusal?.message.chinese.contains(made[0]) == true)
    #expect(try desk.draft(lines, of: "another").map { $0.refusal?.code } == ["draft_exists", nil, "same_person"])
    #expect(before.count < (try desk.everything().count))
  }

  @Test func whatStandsAgainstThePersonIsSaidAndDraftedAllTheSame() throws {
    var desk = try Desk()
    let held = try desk.approved()
    try desk.handedOver(held, serial: "A1")
    let open = try desk.accepted(Desk.minor, name: "小花")

    let outcomes = try desk.draft([
      ["name": "张秀兰", "identity": Desk.adult], ["name": "小花", "identity": Desk.minor],
      ["name": "错号", "identity": "431281198503120219"], ["name": "怪\u{E000}", "category": "瘫痪"],
    ])

    #expect(
      outcomes.map { $0.warnings.map(\.code) } == [
        ["no_live_certificate"], ["no_other_open_case"], ["bad_checksum"], ["bad_category", "private_use_character"],
      ])
    #expect(outcomes.allSatisfy { $0.application != nil })
    #expect(outcomes[1].warnings.first?.message.chinese.contains(try desk.store.application(open).number) == true)
  }

  @Test func onesOwnPeopleAndOthersPostsAreRefused() throws {
    let desk = try Desk()
    let line = ApplicantLine(row: 1, cells: ["name": "张秀兰", "identity": Desk.adult])

    #expect(
      try desk.store.importApplicants([line], of: Desk.list("a"), by: Desk.session("qin")).map { $0.refusal?.code }
        == ["not_own_case"])
    #expect(
      try refusalCode { _ = try desk.store.importApplicants([line], of: Desk.list("a"), by: Desk.session("dang")) }
        == "not_your_role")
  }
}

extension Desk {
  static func list(_ text: String) -> ReceivedFile { ReceivedFile(name: "village.csv", bytes: Array(text.utf8)) }

  fileprivate func draft(_ lines: [[String: String]], of text: String = "list") throws -> [ApplicantOutcome] {
    let lines = zip(1..., lines).map { ApplicantLine(row: $0, cells: $1) }
    return try store.importApplicants(lines, of: Self.list(text), by: Self.session("chen"))
  }
}
