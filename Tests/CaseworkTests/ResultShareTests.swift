import DeskFixtures
import Testing

@testable import Casework

/// A multiple disability whose parts were found by different institutions (domain: 2, 3.2 record_result).
@Suite struct ResultShareTests {
  private static let psychiatric = Institution(code: "JS", name: "精神病医院", categories: [.psychiatric, .intellectual])

  /// Referred to RM on 2026-03-02, today 2026-03-22: visual by 李医生 on the 4th, psychiatric as a case says.
  private func situation(_ elsewhere: String, parts: String = "1:2,6:3", category: String = "7") throws -> Situation {
    var here = try #require(try Situation.at(.assigned))
    here.today = here.today.adding(days: 20)
    here.intend(.recordResult)
    here.facts.institution = Institution(code: "RM", name: "人民医院", categories: [.visual, .hearing])
    here.facts.partInstitutions = [Self.psychiatric]
    here.facts.doctors = [
      Doctor(institution: "RM", name: "李医生", categories: [.visual]),
      Doctor(institution: "JS", name: "王医生", categories: [.psychiatric]),
      Doctor(
        institution: "JS", name: "停医生", categories: [.psychiatric], listing: Listing(until: MadeUp.day("2026-03-05"))),
      Doctor(institution: "JS", name: "智医生", categories: [.intellectual]),
    ]
    here.fields.merge([
      "doctors": "李医生", "date": "2026-03-04", "category": category, "grade": "2", "parts": parts,
      "part_results": elsewhere, "measurements": "acuity_left=0.03,acuity_right=0.03,whodas=100,adaptive=3",
    ])
    return here
  }

  @Test(
    arguments: [
      ("6:JS:王医生:2026-03-08", [["王医生"]]), ("6：JS：王医生：2026-03-08", [["王医生"]]),
      ("6:JS:王医生、停医生:2026-03-08, 1:YK:赵医生:2026-03-09", [["王医生", "停医生"], ["赵医生"]]),
      ("6:JS:王医生 停医生,智医生:2026-03-08；", nil), ("6:JS:王医生:2026-03-08;1:YK:赵医生:2026-03-09;", [["王医生"], ["赵医生"]]),
      ("", []), ("6:JS:王医生", nil), ("6:JS:王医生:2026-02-30", nil), ("8:JS:王医生:2026-03-08", nil),
      ("JS:王医生:2026-03-08", nil), ("6:JS:王医生:2026-03-08:7", nil), ("6::王医生:2026-03-08", nil),
    ] as [(String, [[String]]?)])
  func partsFoundElsewhereAreReadOrRefused(_ text: String, _ doctors: [[String]]?) {
    #expect(ResultShare.elsewhere(written: text)?.map(\.doctors) == doctors)
  }

  @Test func aPartThatIsNotNamedBelongsToTheInstitutionOfTheResult() throws {
    let shares = ResultShare.all(of: try situation("6:JS:王医生:2026-03-08").fields)

    #expect(shares.map(\.institution) == ["RM", "JS"])
    #expect(shares.map(\.categories) == [[.visual], [.psychiatric]])
    #expect(shares.map(\.date?.iso) == ["2026-03-04", "2026-03-08"])
    #expect(ResultShare.all(of: try situation("").fields).map(\.categories) == [[.visual, .psychiatric]])
  }

  /// Each by its own institution, its own doctors and its own day, in the words used of a whole result.
  @Test(
    arguments: [
      ("6:JS:王医生:2026-03-08", nil, ""),
      ("", "institution_listed", "「人民医院」未列：精神"),
      ("6:XX:王医生:2026-03-08", "institution_listed", "精神：没有这家评定机构"),
      ("1:JS:王医生:2026-03-08", "institution_listed", "「人民医院」未列：精神"),
      ("6:JS:李医生:2026-03-08", "doctors_listed", "精神：「李医生」不在该机构评残医生名册"),
      ("6:JS:智医生:2026-03-08", "doctors_listed", "精神：「智医生」2026-03-08 未列精神类"),
      ("6:JS:停医生:2026-03-08", "doctors_listed", "精神：「停医生」2026-03-08 在册至 2026-03-05 止"),
      ("6:JS:停医生:2026-03-05", nil, ""),
      ("6:JS:王医生:2026-03-01", "result_complete", "精神：评定日期早于转介（2026-03-02）"),
      ("6:JS:王医生:2026-03-23", "result_complete", "精神：评定日期在将来"),
      ("6:JS:王医生:2026-03-08,6:JS:王医生:2026-03-09", "result_complete", "精神写了两次"),
      ("6:JS:王医生:2026-03-08,5:JS:智医生:2026-03-09", "result_complete", "智力不是多重残疾各项之一（parts）"),
      ("6:JS:王医生", "bad_value", "「在别处评定的各项（如 6:JS:王医生:2026-03-01）」填写有误"),
    ] as [(String, String?, String)])
  func eachPartIsJudgedByItsOwn(_ elsewhere: String, _ code: String?, _ said: String) throws {
    let refusal = try situation(elsewhere).refusal

    #expect(refusal?.code == code)
    #expect(refusal?.message.chinese ?? "" == said)
  }

  /// So that a form stands on what is to be mended, in the part that is meant.
  @Test(arguments: [
    ("6:XX:王医生:2026-03-08", "part_results.6.institution"), ("6:JS:李医生:2026-03-08", "part_results.6.doctors"),
    ("6:JS:王医生:2026-03-01", "part_results.6.date"), ("5:JS:智医生:2026-03-09", "institution"),
    ("6:JS:王医生:2026-03-08,6:JS:王医生:2026-03-09", "part_results"),
  ])
  func aRefusalNamesTheValueOfThePart(_ elsewhere: String, _ field: String) throws {
    #expect(try situation(elsewhere).refusal?.fields == [field])
  }

  @Test func theInstitutionIsListedOnTheDayOfThePart() throws {
    var here = try situation("6:JS:王医生:2026-03-08")
    here.facts.partInstitutions = [
      Institution(
        code: "JS", name: "精神病医院", categories: [.psychiatric], listing: Listing(until: MadeUp.day("2026-03-07")))
    ]
    #expect(here.refusal?.message.chinese == "精神：「精神病医院」2026-03-08 在册至 2026-03-07 止")
    here.fields["part_results"] = "6:JS:王医生:2026-03-07"
    #expect(here.refusal == nil)
  }

  @Test func theReferralEndsForEveryPart() throws {
    var here = try situation("6:JS:王医生:2026-03-08")
    here.today = here.today.adding(days: 100)
    #expect(here.refusal == nil)
    here.fields["part_results"] = "6:JS:王医生:\(here.today)"
    #expect(here.refusal?.message.chinese.hasPrefix("精神：转介有效期到") == true)
    #expect(
      here.refusal?.remedy?.chinese.contains("逾期未评") == true || here.refusal?.remedy?.chinese.contains("重新登记") == true)
  }

  @Test func everyPartHasAsManyDoctorsAsARule() throws {
    var here = try situation("6:JS:王医生:2026-03-08")
    here.policy[.assessmentDoctors] = "2"
    here.fields["doctors"] = "李医生、周医生"
    here.facts.doctors = []
    #expect(here.refusal?.message.chinese == "精神：至少须 2 名医生")
  }

  @Test func theInstitutionReferredToFindsOnePartAtLeast() throws {
    let here = try situation("6:JS:王医生:2026-03-08,1:JS:智医生:2026-03-09", parts: "6:3,1:2")
    var eyes = here
    eyes.facts.partInstitutions = [Institution(code: "JS", name: "精神病医院", categories: DisabilityCategory.allCases)]
    eyes.facts.doctors = []
    #expect(eyes.refusal?.message.chinese == "至少一项须由所派机构「RM」评定")
  }

  @Test func oneDisabilityHasNoParts() throws {
    let here = try situation("1:JS:王医生:2026-03-08", category: "1")
    var any = here
    any.facts.partInstitutions = [Institution(code: "JS", name: "精神病医院", categories: DisabilityCategory.allCases)]
    any.facts.doctors = []
    #expect(any.refusal?.message.chinese == "视力不是多重残疾各项之一（parts）")
  }

  @Test(arguments: [("2026-03-03", "2026-03-03"), ("2026-03-08", "2026-03-04")])
  func theFindingIsAsOldAsItsOldestPart(_ day: String, _ oldest: String) throws {
    var here = try situation("6:JS:王医生:\(day)")
    try here.happen()

    #expect(here.application.findingDay?.iso == oldest)
    #expect(here.application.findingParts.map(\.share.institution) == ["RM", "JS"])
    #expect(here.application.foundElsewhere(amid: Surroundings()).map(\.text.chinese) == ["JS  王医生  \(day)"])
  }

  @Test func theAgeOfAPartIsThatOfItsDay() throws {
    var here = try situation("6:JS:王医生:2026-03-08")
    here.entries["identity"] = MadeUp.identity(born: "2008-03-06")
    #expect(here.refusal == nil)
    // A minor is judged by behaviour alone; two days later the score is asked for as well.
    here.fields["measurements"] = "acuity_left=0.03,acuity_right=0.03,adaptive=3"
    #expect(here.refusal?.message.chinese.contains("whodas") == true)
    here.fields["part_results"] = "6:JS:王医生:2026-03-05"
    #expect(here.refusal == nil)
  }

  @Test func doctorsWhomNoListConfirmsAreMarkedOfTheirPart() throws {
    var here = try situation("6:JS:王医生:2026-03-08")
    here.facts.doctors = here.facts.doctors.filter { $0.institution == "RM" }
    try here.happen()

    #expect(!here.application.doctorsAreUnchecked)
    #expect(here.application.doctorMarks.map(\.chinese) == ["精神：该机构未登记评残医生，医生未核对"])
  }

  @Test func aSuspensionOnTheDayOfAPartIsSaidOfThatPart() throws {
    var here = try situation("6:JS:王医生:2026-03-08")
    try here.happen()
    let suspended = Listing(
      suspension: Listing.Suspension(from: MadeUp.day("2026-03-08"), until: MadeUp.day("2026-03-08"), reason: "违规"))
    let doctor = Doctor(institution: "JS", name: "王医生", categories: [.psychiatric], listing: suspended)
    let lists = AssessorLists(institutions: [Self.psychiatric], doctors: [doctor])

    #expect(
      here.application.warnings(of: lists).map(\.sentence.chinese) == [
        "精神：评定当天（2026-03-08）「王医生」至 2026-03-08 停评（违规）"
      ])
    #expect(here.application.shares(of: doctor, at: Self.psychiatric).map(\.categories) == [[.psychiatric]])
  }

  /// A founded objection has every part found anew by others than those who found it before.
  @Test(arguments: [("JS", false), ("JB", true)])
  func afterAFoundedObjectionAPartIsFoundByAnother(_ code: String, _ isPossible: Bool) throws {
    var here = try situation("6:JS:王医生:2026-03-08")
    try here.happen()
    try here.act(.postNotice)
    try here.act(.object)
    try here.act(.objectionFounded, ["institution": "ZY"])
    here.intend(.recordResult)
    here.facts.doctors = []
    here.facts.partInstitutions = [Institution(code: code, name: "医院", categories: [.psychiatric])]
    here.fields.merge([
      "category": "7", "grade": "2", "parts": "1:2,6:3", "part_results": "6:\(code):王医生:\(here.today)",
      "measurements": "acuity_left=0.03,acuity_right=0.03,whodas=100,adaptive=3",
    ])

    #expect(here.refusal?.message.chinese == (isPossible ? nil : "精神：公示异议成立后，精神须换一家机构重新评定"))
  }
}
