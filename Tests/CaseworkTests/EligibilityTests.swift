import DeskFixtures
import Testing

@testable import Casework

/// The local ages and waiting times: said, never a reason to refuse (domain: 4.6, 10.1).
@Suite struct EligibilityTests {
  struct Row: Sendable {
    let born: String
    var category = "3"
    var ended = ""
    var exception = ""
    let today: String
    let warned: [String]
    /// What an assessment found, by category and grade.
    var found = ""
  }

  @Test(arguments: [
    Row(born: "2023-05-10", today: "2026-05-09", warned: ["eligibility_age 2026-05-10"]),
    Row(born: "2023-05-10", today: "2026-05-10", warned: []),
    Row(born: "2024-02-29", today: "2026-12-01", warned: ["eligibility_age 2027-03-01"]),
    Row(born: "2023-05-10", category: "4", today: "2026-05-09", warned: []),
    Row(born: "2024-07-01", category: "6", today: "2026-06-30", warned: ["eligibility_age 2026-07-01"]),
  ])
  func somebodyTooYoungForTheCategoryIsToldTheDay(_ row: Row) throws {
    #expect(try Self.warned(row, under: ["eligibility.min_age.3": "3", "eligibility.min_age.6": "2"]) == row.warned)
  }

  /// Jiangsu: under two years grades one and two, under four years the third too.
  @Test(
    arguments: [
      ("2025-05-10", "2", "", "2027-05-09", ["eligibility_grade 2027-05-10"]),
      ("2025-05-10", "2", "2:3", "2027-05-09", ["eligibility_grade 2027-05-10"]),
      ("2025-05-10", "2", "2:2", "2027-05-09", []),
      ("2025-05-10", "2", "2:3", "2027-05-10", []),
      ("2025-05-10", "2", "2:4", "2027-05-10", ["eligibility_grade 2029-05-10"]),
      ("2025-05-10", "2", "2:4", "2029-05-10", []),
      ("2025-05-10", "7", "2:4,4:1", "2028-01-01", ["eligibility_grade 2029-05-10"]),
      ("2025-05-10", "4", "4:4", "2027-05-09", []),
    ] as [(String, String, String, String, [String])])
  func aSmallChildsHearingIsAssessedForTheGraverGrades(
    _ born: String, _ category: String, _ found: String, _ today: String, _ warned: [String]
  ) throws {
    let settings = ["eligibility.hearing_grade.under_2": "2", "eligibility.hearing_grade.under_4": "3"]
    var row = Row(born: born, category: category, today: today, warned: warned)
    row.found = found
    #expect(try Self.warned(row, under: settings) == warned)
    #expect(try Self.warned(row, under: [:]).isEmpty)
  }

  @Test(
    arguments: [
      Row(born: "1985-03-12", ended: "2025-08-31", today: "2026-08-30", warned: ["eligibility_wait 2026-08-31"]),
      Row(born: "1985-03-12", ended: "2025-08-31", today: "2026-08-31", warned: []),
      Row(born: "1985-03-12", today: "2026-08-31", warned: ["eligibility_wait_unknown -"]),
    ]
      + WaitException.allCases.flatMap {
        [
          Row(born: "1985-03-12", exception: $0.rawValue, today: "2026-08-31", warned: []),
          Row(born: "1985-03-12", ended: "2026-08-01", exception: $0.rawValue, today: "2026-08-31", warned: []),
        ]
      })
  func theWaitAfterATreatmentHasItsExceptions(_ row: Row) throws {
    #expect(try Self.warned(row, under: ["eligibility.wait_months": "12"]) == row.warned)
  }

  @Test func withoutASettingNobodyIsWarned() throws {
    #expect(try Self.warned(Row(born: "2025-05-10", today: "2026-05-09", warned: []), under: [:]).isEmpty)
  }

  @Test func onlyANewIssueKnowsThem() throws {
    let settings = ["eligibility.wait_months": "12", "eligibility.min_age.4": "18"]
    for service in ServiceKind.allCases where service != .new {
      let here = Situation.draft(service, identity: Situation.minor)
      #expect(here.application.warnings(under: try Self.policy(settings), on: here.today).isEmpty)
    }
  }

  @Test func acceptanceIsNotRefusedAndKeepsWhatWasSaid() throws {
    var here = try #require(try Situation.at(.submitted, identity: Situation.minor))
    here.policy = try Self.policy(["eligibility.min_age.4": "18", "eligibility.wait_months": "6"])
    here.intend(.accept)

    let event = try here.happen()

    #expect(event.data["warned"] == "eligibility_age,eligibility_wait_unknown")
    #expect(here.state == .accepted)
  }

  @Test func onceAssessedTheDayOfTheAssessmentCounts() throws {
    var here = try #require(try Situation.at(.assigned))
    here.policy = try Self.policy(["eligibility.wait_months": "1"])
    here.entries["treatment_end"] = here.today.adding(days: -10).iso
    try here.act(.recordResult)

    let later = here.today.adding(days: 300)
    #expect(here.application.warnings(under: here.policy, on: later).map(\.code) == [.tooSoon])
  }

  @Test func atReceptionEveryCategoryIsNamed() throws {
    let policy = try Self.policy(["eligibility.min_age.3": "3", "eligibility.min_age.5": "4"])
    let found = Application.ageWarnings(
      born: MadeUp.day("2024-01-01"), under: policy, on: MadeUp.day("2026-01-01"))

    #expect(found.map(\.possibleFrom?.iso) == ["2027-01-01", "2028-01-01"])
    #expect(found.allSatisfy { $0.words.isWhole && $0.words.chinese.contains("各地做法") })
  }

  @Test func aSexThatContradictsTheNumberIsAcceptedWithAReasonOnly() throws {
    var here = try #require(try Situation.at(.submitted))
    here.entries["sex"] = IdentityNumber(Situation.adult)?.sex == .male ? "female" : "male"
    here.intend(.accept)
    let refusal = #expect(throws: Refusal.self) { try here.happen() }
    #expect(refusal?.code == "sex_explained")

    here.fields["sex_reason"] = "变性，户籍已更正"
    #expect(try here.happen().data["sex_reason"] == "变性，户籍已更正")
    #expect(here.state == .accepted)
  }

  @Test func aSexThatContradictsTheNumberIsSaid() {
    var here = Situation.draft()
    here.entries["sex"] = IdentityNumber(Situation.adult)?.sex == .male ? "female" : "male"
    #expect(here.application.warnings(under: Policy(), on: here.today).map(\.code) == [.sexDiffers])
  }

  @Test(arguments: [
    ("1985-03-12", 23, false), ("1985-03-12", 22, true), ("1986-03-12", 21, true), ("1985-03-12", 21, false),
  ])
  func aCorrectedNumberThatMakesAnotherPersonIsSaid(_ born: String, _ sequence: Int, _ differs: Bool) {
    var here = Situation.draft(.renewInformation)
    here.entries["identity"] = MadeUp.identity(born: born, sequence: sequence)
    let codes = here.application.warnings(under: Policy(), on: here.today).map(\.code)
    #expect(codes.contains(.personDiffers) == differs)
  }

  private static func policy(_ settings: [String: String]) throws -> Policy {
    try Policy(
      settings.reduce(into: [:]) { values, setting in
        let key = try #require(PolicyKey(code: setting.key))
        values[key] = try key.kept(setting.value)
      })
  }

  private static func warned(_ row: Row, under settings: [String: String]) throws -> [String] {
    var here = Situation.draft(identity: MadeUp.identity(born: row.born, sequence: 21), category: row.category)
    here.entries.merge(["treatment_end": row.ended, "no_wait": row.exception])
    if !row.found.isEmpty {
      let grades = row.found.split(separator: ",").compactMap { $0.split(separator: ":").last }
      here.entries.merge([
        "finding.category": row.category, "finding.grade": String(grades.min() ?? ""), "finding.parts": row.found,
        "finding.date": row.today,
      ])
    }
    return here.application.warnings(under: try policy(settings), on: MadeUp.day(row.today))
      .map { "\($0.code.rawValue) \($0.possibleFrom?.iso ?? "-")" }
  }
}
