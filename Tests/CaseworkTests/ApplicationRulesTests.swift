import DeskFixtures
import Testing

@testable import Casework

/// The rules of domain.md as tables of cases.
@Suite struct ApplicationRulesTests {
  private static let all = "ID,HK,PH×3,AF"

  @Test(arguments: [
    (Situation.adult, "4", all, "", ""), (Situation.adult, "4", "ID,HK,PH×2,AF", "", "PH"),
    (Situation.adult, "4", "ID，HK、PHx3;AF", "", ""), (Situation.adult, "4", "", "", "ID HK PH AF"),
    (Situation.adult, "4", "ID,HK,AF", "PH:智力所限无法拍摄", ""), (Situation.adult, "1", all, "", ""),
    (Situation.minor, "4", all, "", "GID GP"), (Situation.minor, "4", all + ",GID,GP", "", ""),
    (Situation.minor, "4", all + ",GID,GHK", "", ""), (Situation.minor, "4", all + ",GP", "", "GID"),
    (Situation.adult, "5", all, "", "GID GP"), (Situation.adult, "6", all, "", "GID GP"),
    (Situation.adult, "6", all + ",GID", "GP:法院判决书存档", ""), (Situation.adult, "7", all, "", ""),
    (Situation.adult, "4", all + ",PX", "", ""), (Situation.adult, "4", "PX×2,idX1,hk*1,PHx3,AF", "", ""),
  ])
  func thePapersFollowFromTheApplicant(
    _ identity: String, _ category: String, _ given: String, _ waived: String, _ missing: String
  ) throws {
    let here = Situation.draft(identity: identity, category: category)
    let lacking = here.application.missingMaterials(
      presented: try #require(Materials(given)), waived: try #require(Materials.waivers(waived)), under: Policy(),
      on: here.today)

    #expect(lacking.map(\.code.rawValue).joined(separator: " ") == missing)
  }

  @Test(arguments: [
    (Situation.adult, "4", false, true), (Situation.adult, "5", false, false), (Situation.adult, "6", false, false),
    (Situation.adult, "5", true, true), (Situation.minor, "4", false, false), (Situation.minor, "4", true, true),
    (Situation.adult, "7", false, true),
  ])
  func aGuardianIsAskedForWhereTheMeasuresWantOne(
    _ identity: String, _ category: String, _ guardian: Bool, _ isPossible: Bool
  ) throws {
    var here = Situation.draft(identity: identity, category: category)
    for code in ["guardian.identity", "guardian.name", "guardian.relation"] { here.entries[code] = nil }
    if guardian { here.giveGuardian() }
    here.intend(.submit)

    #expect(here.refusal?.code == (isPossible ? nil : "guardian_given"))
  }

  @Test(arguments: ["", "431281198001010000", Situation.minor]) func aGuardianIsSomebodyElseWithAValidNumber(
    _ identity: String
  ) {
    var here = Situation.draft(identity: Situation.minor)
    here.entries["guardian.identity"] = identity
    here.intend(.submit)

    #expect(here.refusal?.code == "guardian_given")
  }

  @Test(arguments: [("5", "", "iq=30,adaptive=2"), ("7", "4:3,6:2", "whodas=110,adaptive=2")])
  func aFindingOfIntellectualOrPsychiatricAsksForAGuardianToo(
    _ category: String, _ parts: String, _ measured: String
  ) throws {
    var here = try #require(try Situation.at(.assigned))
    try here.act(.recordResult, ["category": category, "grade": "2", "parts": parts, "measurements": measured])
    try here.act(.postNotice)
    here.passNotice()
    try here.act(.noticeEnd)
    here.intend(.approve)
    #expect(here.refusal?.code == "guardian_given")

    try here.act(.sendBack)
    here.intend(.edit)
    here.fields = ["guardian.identity": Situation.guardian, "guardian.name": "张父", "guardian.relation": "父亲"]
    try here.happen()
    here.intend(.resubmitAfterReview)
    here.fields["materials"] = nil
    #expect(here.refusal?.code == "materials_complete")
    here.fields["materials"] = "GID,GP"
    try here.happen()
    #expect(here.application.materials[.photo] == 3)
    try here.act(.approve)
    #expect(here.state == .approved)
  }

  @Test(arguments: [
    (Application.Move.submit, "2026-04-30", "2026-05-11"), (.submit, "2026-02-12", "2026-02-26"),
    (.sendBack, "2026-01-31", "2026-03-02"), (.chooseHospital, "2026-03-02", "2026-05-31"),
    (.postNotice, "2026-09-30", "2026-10-13"), (.postNotice, "2026-09-21", "2026-09-29"),
    (.noticeEnd, "2026-02-12", "2026-03-04"), (.refuse, "2026-04-30", "2026-05-18"),
  ])
  func everyStepHasTheClockOfTheDomain(_ move: Application.Move, _ day: String, _ last: String) throws {
    let from: Application.State =
      switch move {
      case .submit: .draft
      case .sendBack: .submitted
      case .chooseHospital: .accepted
      case .postNotice: .assessedOK
      case .noticeEnd: .publicity
      default: .assessedFail
      }
    var here = try #require(try Situation.at(from))
    here.today = MadeUp.day(day)
    if move == .noticeEnd { here.entries["post_notice.last_day"] = "2026-02-11" }
    here.intend(move)
    try here.happen()

    #expect(here.application.deadline?.day == MadeUp.day(last))
    #expect(here.application.deadline?.isProvisional == false)
    #expect(!here.application.hasPassed(on: MadeUp.day(last)))
    #expect(here.application.hasPassed(on: MadeUp.day(last).adding(days: 1)))
  }

  @Test func aClockBeyondThePublishedCalendarIsProvisional() throws {
    var here = try #require(try Situation.at(.draft))
    here.today = MadeUp.day("2026-12-25")
    try here.act(.submit)

    #expect(here.application.deadline?.isProvisional == true)
  }

  @Test func theLastDayOfTheNoticeIsCounted() throws {
    var here = try #require(try Situation.at(.assessedOK))
    here.today = MadeUp.day("2026-09-30")
    try here.act(.postNotice)
    #expect(here.application.noticeLastDay == MadeUp.day("2026-10-13"))

    here.intend(.noticeEnd)
    here.today = MadeUp.day("2026-10-13")
    #expect(here.refusal?.code == "notice_period_over")
    here.today = MadeUp.day("2026-10-14")
    #expect(here.refusal == nil)
    here.intend(.object)
    #expect(here.refusal?.code == "objection_in_time")
    here.fields["received"] = "2026-10-13"
    #expect(here.refusal == nil, "received on the last day, entered on the next")
    for wrong in ["2026-09-29", "2026-10-14", "2026-10-15"] {
      here.fields["received"] = wrong
      #expect(here.refusal?.code == "objection_in_time")
    }
    here.fields["received"] = nil
    here.today = MadeUp.day("2026-10-13")
    #expect(here.refusal == nil)
  }

  @Test(
    arguments: [
      (nil, true), ("2025-03-02", true), ("2025-03-03", false), ("2026-03-01", false), ("2024-02-29", true),
    ] as [(String?, Bool)])
  func theBarLastsAYear(_ cancelled: String?, _ isPossible: Bool) throws {
    var here = try #require(try Situation.at(.submitted))
    here.intend(.accept)
    here.facts.barringCancellation = cancelled.map(MadeUp.day)

    #expect(here.refusal?.code == (isPossible ? nil : "not_barred"))
    if let cancelled, !isPossible {
      let end = MadeUp.day(cancelled).adding(years: 1).iso
      #expect(here.refusal?.message.chinese.contains(end) == true)
      here.fields["override"] = "错误注销"
      #expect(here.refusal?.code == "not_barred")
      here.second = Situation.li
      #expect(here.refusal?.code == "not_barred")
      here.second = Situation.sun
      #expect(here.refusal == nil)
    }
  }

  @Test(
    arguments: [
      ([], "43"), ([0], "43B1"), ([0, 1], "43B2"), ([2], "43B3"), ([0, 9], "43B10"),
    ] as [(Set<Int>, String)])
  func theNumberFollowsFromThePersonTheFindingAndWhatWasUsed(_ used: Set<Int>, _ ending: String) throws {
    var here = try #require(try Situation.at(.approved))
    here.facts.usedSuffixes = used
    try here.act(.print)

    #expect(here.application.certificateNumber == Situation.adult + ending)
    #expect(CertificateNumber(here.application.certificateNumber) != nil)
  }

  @Test(arguments: [
    ("1:2,4:3", "2", true), ("4:3、1:2", "2", true), ("1:2,4:3", "3", false), ("1:2", "2", false), ("", "2", false),
    ("1:2,1:3", "2", false), ("7:1,4:3", "1", false), ("1:2,4:9", "2", false), ("1,4", "1", false),
  ])
  func aMultipleDisabilityHasItsPartsAndTheMostSevereGrade(_ parts: String, _ grade: String, _ isRight: Bool) throws {
    var here = try #require(try Situation.at(.assigned))
    here.intend(.recordResult)
    here.fields.merge([
      "category": "7", "grade": grade, "parts": parts,
      "measurements": "acuity_left=0.03,acuity_right=0.03,limb_clause=3-2",
    ])

    #expect(here.refusal?.code == (isRight ? nil : "result_complete"))
    if let message = here.refusal?.message { #expect(message.isWhole) }
  }

  @Test(arguments: [
    ("date", "2026-03-03"), ("date", "2026-03-01"), ("institution", "ZY"),
  ])
  func aResultThatCannotBeRightIsNotTaken(_ code: String, _ text: String) throws {
    var here = try #require(try Situation.at(.assigned))
    here.intend(.recordResult)
    here.fields[code] = text

    #expect(here.refusal?.code == "result_complete")
    #expect(here.refusal?.message.isWhole == true)
  }

  @Test(arguments: [("2026-05-31", true), ("2026-06-01", false)]) func anAssessmentAfterTheReferralIsNotTaken(
    _ date: String, _ isTaken: Bool
  ) throws {
    var here = try #require(try Situation.at(.assigned))
    here.today = MadeUp.day("2026-06-20")
    here.intend(.recordResult)
    here.fields["date"] = date

    #expect(here.refusal?.code == (isTaken ? nil : "result_complete"))
    if !isTaken {
      #expect(here.refusal?.message.chinese.contains("2026-05-31") == true)
      #expect(here.refusal?.remedy?.chinese.contains(Application.Move.noShow.name.chinese) == true)
    }
  }

  @Test(arguments: [
    ("4", "", true), ("1", "yes", true), ("1", "", false), ("2", "", false), ("5", "", false), ("6", "", false),
    ("7", "", false),
  ])
  func aPanelAssessesLimbsAndAbsentEyeballsOnly(_ category: String, _ eyeballs: String, _ isPossible: Bool) throws {
    var here = try #require(try Situation.at(.accepted))
    here.entries["category"] = category
    here.policy[.panelCategories] = "4,1,5,6"
    here.intend(.chooseDirect)
    if !eyeballs.isEmpty { here.fields["eyeballs_absent"] = eyeballs }

    #expect(here.refusal?.code == (isPossible ? nil : "category_for_panel"))
  }

  @Test func aSignatureIsVoidWhenTheTextChangesAndStandsAgainWhenSignedAnew() throws {
    var here = try #require(try Situation.at(.panel))
    try here.signByAll()
    let signed = try #require(here.application.signatures.first)
    #expect(signed.text.contains("左小腿缺失") && signed.text.contains("可借助拐杖行走"))
    #expect(here.application.signatures.allSatisfy { here.application.stands($0) })

    try here.act(.edit, ["evaluation": "不能行走"])
    #expect(!here.application.signatures.contains { here.application.stands($0) })
    here.intend(.panelDone)
    #expect(here.refusal?.code == "all_seats_signed")
    try here.signByAll()
    try here.act(.panelDone)
    #expect(here.state == .assessedOK)
  }

  @Test(arguments: ["name", "address", "category", "feature", "evaluation"])
  func everyPartOfTheSignedTextCounts(_ code: String) throws {
    var here = try #require(try Situation.at(.panel))
    try here.signByAll()

    try here.act(.edit, [code: code == "category" ? "1" : "改过"])

    #expect(!here.application.signatures.contains { here.application.stands($0) })
  }

  @Test func whatThePanelSignedCannotBeChangedUnderTheReview() throws {
    var here = try #require(try Situation.at(.panel))
    try here.signByAll()
    try here.act(.panelDone)
    try here.act(.postNotice)
    here.passNotice()
    try here.act(.noticeEnd)
    try here.act(.sendBack)
    try here.act(.edit, ["evaluation": "改过"])
    here.intend(.resubmitAfterReview)
    #expect(here.refusal?.code == "assessment_stands")

    try here.act(.edit, ["evaluation": "可借助拐杖行走"])
    try here.act(.resubmitAfterReview)
    #expect(here.state == .review)
  }

  @Test(arguments: [Application.State.panel, .returnedReview])
  func afterAcceptanceThePersonStays(_ state: Application.State) throws {
    var here = try #require(try Situation.at(state))
    here.intend(.edit)
    here.fields = ["identity": Situation.minor]
    #expect(here.refusal?.code == "person_kept")
    here.fields = ["identity": ""]
    #expect(here.refusal?.code == "person_kept")
    here.fields = ["identity": Situation.adult, "phone": "13900000000"]
    #expect(here.refusal == nil)
  }

  @Test func oneSignersSeatIsNotAnothersEvenWhereTheNamesBeginAlike() throws {
    var here = try #require(try Situation.at(.accepted))
    let dotted = StaffMember(id: "li.ming", name: "李明二", roles: [.assessor])
    here.facts.named = [Situation.li, dotted, Situation.zhao]
    try here.act(.chooseDirect, ["members": "li,li.ming,zhao"])
    for member in [dotted, Situation.zhao, Situation.li] {
      here.intend(.panelSign)
      here.staff = member
      try here.happen()
    }

    #expect(Set(here.application.signatures.map(\.staff)) == ["li", "li.ming", "zhao"])
  }

  @Test func papersGivenBeforeAReturnAreStillThere() throws {
    var here = try #require(try Situation.at(.returned))
    here.intend(.submit)
    here.fields = [:]
    try here.happen()

    #expect(here.application.materials[.photo] == 3)
  }

  @Test func theSettingsHaveTheValuesOfTheDomain() {
    let policy = Policy()
    #expect(policy.directPathIsOpen && policy.panelSize == 3 && policy.panelCategories == [4, 1])
    #expect(policy.doctors == 1 && policy.assessmentValidDays == 90 && policy.photoCount == 3)
    #expect(policy.intakeDays == 5 && policy.correctionDays == 30 && policy.noticeDays == 5)
    #expect(policy.minorsAreNotPosted && policy.reviewDays == 10 && policy.objectionDays == 10)
    #expect(policy.barMonths == 12 && policy.freezeAfterMonths == 6 && policy.cancelAfterMonths == 12)
    #expect(!policy.residencePermitsAreAdmitted)
    #expect(PolicyKey.all.allSatisfy { $0.name.isWhole && $0.source.isWhole })
  }
}
