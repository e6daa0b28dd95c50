import DeskFixtures
import Testing

@testable import Casework

/// Who may assess on the day on which it is assessed (Measures article 6).
@Suite struct ListingTests {
  private static let day = MadeUp.day

  @Test(
    arguments: [
      (nil, nil, nil, true), ("2026-03-02", nil, nil, true), ("2026-03-03", nil, nil, false),
      (nil, "2026-03-02", nil, true), (nil, "2026-03-01", nil, false), (nil, nil, "2026-03-02…", false),
      (nil, nil, "2026-03-03…", true), (nil, nil, "2026-02-01…2026-03-01", true),
      (nil, nil, "2026-02-01…2026-03-02", false), (nil, nil, "…", false), (nil, nil, "…2026-03-01", true),
    ] as [(String?, String?, String?, Bool)])
  func theDayDecides(_ from: String?, _ until: String?, _ suspended: String?, _ stands: Bool) {
    let days = suspended.map { $0.split(separator: "…", omittingEmptySubsequences: false).map(String.init) }
    let suspension = days.map { Listing.Suspension(from: Day(iso: $0[0]), until: Day(iso: $0[1]), reason: "整改") }
    let listing = Listing(from: from.map(Self.day), until: until.map(Self.day), suspension: suspension)

    #expect(listing.stands(on: Self.day("2026-03-02")) == stands)
  }

  @Test func aResultCountsOnTheDayOfTheAssessmentAndNotOfItsEntry() throws {
    var here = try #require(try Situation.at(.assigned))
    here.today = here.today.adding(days: 10)
    here.intend(.recordResult)
    here.fields["date"] = here.today.adding(days: -10).iso
    let delisted = Listing(until: here.today.adding(days: -5))
    here.facts.institution = Institution(code: "RM", name: "人民医院", categories: [.limb], listing: delisted)
    #expect(here.refusal == nil)

    here.fields["date"] = here.today.adding(days: -4).iso
    #expect(here.refusal?.code == "institution_listed")
  }

  @Test(arguments: [
    ("周医生", "4", "", ""), ("周医生、李医生", "4", "", "「李医生」2026-03-02 未列肢体类"), ("吴医生", "4", "", "「吴医生」不在该机构评残医生名册"),
    ("停医生", "4", "", "「停医生」2026-03-02 停评（培训）"), ("周医生,李医生", "7", "1:2,4:3", ""),
    ("周医生", "7", "1:2,4:3", "没有列有视力类的医生"),
  ])
  func everyDoctorNamedIsListedOnTheDayForTheCategory(
    _ doctors: String, _ category: String, _ parts: String, _ problem: String
  ) throws {
    var here = try #require(try Situation.at(.assigned))
    here.intend(.recordResult)
    here.fields.merge([
      "doctors": doctors, "category": category, "parts": parts, "grade": category == "7" ? "2" : "3",
      "measurements": "acuity_left=0.03,acuity_right=0.03,limb_clause=3-2",
    ])
    here.facts.doctors = [
      Doctor(institution: "RM", name: "周医生", categories: [.limb]),
      Doctor(institution: "RM", name: "李医生", categories: [.visual]),
      Doctor(
        institution: "RM", name: "停医生", categories: [.limb],
        listing: Listing(suspension: Listing.Suspension(reason: "培训"))),
    ]

    #expect(here.refusal?.message.chinese ?? "" == problem)
    #expect(here.refusal.map { $0.code == "doctors_listed" } ?? true)
  }

  @Test(arguments: [false, true]) func whereNoDoctorIsListedTheResultIsMarked(_ isListed: Bool) throws {
    var here = try #require(try Situation.at(.assigned))
    if isListed { here.facts.doctors = [Doctor(institution: "RM", name: "周医生", categories: [.limb])] }
    try here.act(.recordResult)

    #expect(here.application.doctorsAreUnchecked == !isListed)
    #expect(here.application.resultMarks.contains { $0.chinese.contains("医生未核对") } == !isListed)
  }

  @Test(arguments: [([1, 4], "1:2,4:3", true), ([4], "1:2,4:3", false), ([7, 4], "1:2,4:3", false)])
  func everyPartIsOneThatTheInstitutionIsListedFor(_ listed: [Int], _ parts: String, _ isPossible: Bool) throws {
    var here = try #require(try Situation.at(.assigned))
    here.intend(.recordResult)
    here.facts.institution = Institution(
      code: "RM", name: "人民医院", categories: listed.compactMap(DisabilityCategory.init(rawValue:)))
    here.fields.merge([
      "category": "7", "grade": "2", "parts": parts,
      "measurements": "acuity_left=0.03,acuity_right=0.03,limb_clause=3-2",
    ])

    #expect(here.refusal?.code == (isPossible ? nil : "institution_listed"))
  }
}
