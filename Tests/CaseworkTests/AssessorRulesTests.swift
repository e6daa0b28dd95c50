import DeskFixtures
import Testing

@testable import Casework

/// Who found does not decide, and what the lists say later is looked at.
@Suite struct AssessorRulesTests {
  private static let supervisor = StaffMember(id: "qian", name: "钱进", roles: [.supervisor])
  private static let lent = Delegation(
    from: "zhao", to: "wang", start: MadeUp.day("2026-03-01"), end: MadeUp.day("2026-08-01"), document: "文1",
    ground: "外出", scopes: [.seat, .decision], giver: "赵刚")

  private func inReview(_ members: String = "li,wang,zhao") throws -> Situation {
    var here = try #require(try Situation.at(.accepted))
    try here.act(.chooseDirect, ["members": members])
    for id in StaffList.ids(members) {
      here.intend(.panelSign)
      here.staff = try #require(here.facts.named.first { $0.id == id })
      try here.happen()
    }
    try here.act(.panelDone)
    try here.act(.postNotice)
    here.passNotice()
    try here.act(.noticeEnd)
    return here
  }

  @Test(
    arguments: [
      (Situation.sun, nil), (Situation.zhao, nil), (Situation.wang.with([lent]), "not_assessor"),
      (StaffMember(id: "li", name: "李明", roles: [.assessor, .supervisor]), "not_assessor"),
    ] as [(StaffMember, String?)])
  func whoAssessedDecidesOnlyAsTheChair(_ staff: StaffMember, _ code: String?) throws {
    for move in [Application.Move.approve, .refuse] {
      var here = try inReview()
      here.intend(move)
      here.staff = staff

      #expect(here.refusal?.code == code)
    }
  }

  @Test(arguments: [("identity", Situation.adult), ("guardian", Situation.guardian), ("agent", Situation.minor)])
  func aRelativeOfWhoeverStandsForTheApplicantSitsInNoPanel(_ who: String, _ number: String) throws {
    var here = try #require(try Situation.at(.accepted))
    here.entries.merge(["guardian.identity": Situation.guardian, "agent.identity": Situation.minor])
    here.intend(.chooseDirect)
    #expect(here.refusal == nil)
    here.facts.named[1] = StaffMember(id: "wang", name: "王强", roles: [.assessor], recusals: [number])
    #expect(here.refusal?.code == "panel_complete")
    #expect(here.refusal?.message.chinese.contains("王强") == true, "\(who)")
  }

  /// Whoever took the case in assesses it no more than whoever accepted it (SOD-2).
  @Test(arguments: ["opened_by", "submit.by", "accept.by", "arrive.by"])
  func whoeverTookTheCaseInSitsInNoPanelAndSignsNone(_ act: String) throws {
    var here = try #require(try Situation.at(.accepted))
    here.entries[act] = "wang"
    here.intend(.chooseDirect)
    #expect(here.refusal?.code == "panel_complete")
    #expect(here.refusal?.message.chinese.contains("王强") == true)

    var chosenBefore = try #require(try Situation.at(.panel))
    chosenBefore.entries[act] = "wang"
    chosenBefore.intend(.panelSign)
    chosenBefore.staff = Situation.wang
    #expect(chosenBefore.refusal?.code == "not_acceptor")
  }

  @Test func theSubstituteWhoSatDoesNotDecideAsSupervisor() throws {
    var here = try #require(try Situation.at(.accepted))
    here.facts.named = [Situation.li, Situation.wang, Self.supervisor.with([Self.lent])]
    try here.act(.chooseDirect, ["members": "li,wang,qian"])
    here.entries["panel_done.on"] = here.today.iso
    here.state = .review
    here.intend(.approve)
    here.staff = Self.supervisor

    #expect(here.refusal?.code == "not_assessor")
  }

  @Test func theDeskAndTheActAgreeAboutWhatIsDelegated() throws {
    var here = try #require(try Situation.at(.review))
    here.intend(.approve)
    here.staff = Situation.li.with([Self.lent])
    let row = try #require(
      here.application.openTransitions(in: here.circumstances).first { $0.move == .approve })

    #expect(here.refusal == nil && here.application.refusals(of: row, in: here.circumstances).isEmpty)
    #expect(CaseQueue.review.isWorked(by: here.staff) && !CaseQueue.review.isWorked(by: Situation.li))
    #expect(!CaseQueue.intake.isWorked(by: here.staff))
  }

  @Test func whatFailedWaitsForWhoDecidesAndNotForWhoPosts() {
    #expect(CaseQueue.review.states.contains(.assessedFail) && !CaseQueue.conclusion.states.contains(.assessedFail))
  }

  @Test func aSignedSeatStaysAndAnOpenOneIsReplaced() throws {
    var here = try #require(try Situation.at(.panel))
    try here.act(.panelSign)
    here.intend(.missAppointment)
    here.facts.assessmentDay = here.today
    #expect(here.refusal?.code == "nobody_signed")

    here.intend(.replaceMember)
    #expect(here.fields.text("members") == "li,qian,zhao")
    try here.happen()
    #expect(here.application.panelMembers == ["li", "qian", "zhao"] && here.application.memberName("qian") == "钱进")
    #expect(here.application.signatures.map { here.application.stands($0) } == [false])

    try here.act(.panelSign)
    here.intend(.replaceMember)
    here.fields["members"] = "wang,qian,zhao"
    #expect(here.refusal?.code == "signed_seats_kept")
  }

  @Test func aDiscussedRoundIsStillASignedOne() throws {
    var here = try #require(try Situation.at(.panel))
    try here.disagree()
    try here.act(.panelDiscuss)

    #expect(here.application.signatures.isEmpty && here.application.panelHasSigned)
  }

  @Test(
    arguments: [
      (nil, nil, nil), ("2026-02-20", "2026-03-10", "「周医生」2026-03-10 停评（违规）"),
      ("2026-03-03", nil, nil), ("2026-02-01", "2026-03-01", nil), ("2026-03-02", "2026-03-02", "停评"),
    ] as [(String?, String?, String?)])
  func aSuspensionEnteredLaterIsAWarningOfOpenCases(_ from: String?, _ until: String?, _ said: String?) throws {
    let here = try #require(try Situation.at(.review))
    let suspension = from.map {
      Listing.Suspension(from: Day(iso: $0), until: until.flatMap { Day(iso: $0) }, reason: "违规")
    }
    let doctor = Doctor(
      institution: "RM", name: "周医生", categories: [.limb], listing: Listing(suspension: suspension))
    let lists = AssessorLists(institutions: [Situation.hospital], doctors: [doctor])

    let warnings = here.application.warnings(of: lists)

    #expect(warnings.isEmpty == (said == nil))
    #expect(warnings.allSatisfy { $0.sentence.chinese.contains("周医生") && $0.sentence.chinese.contains("停评") })
    let doubts = here.application.warnings(under: here.policy, amid: Surroundings(lists: lists), on: here.today)
      .map(\.sentence)
    #expect(doubts.suffix(warnings.count) == warnings.map(\.sentence)[...])
    #expect(doubts.contains { $0.chinese.contains("停评") } == (said != nil))
  }

  @Test func anEarlierSuspensionIsNotForgottenAndOneTakenBackAtOnceIsNone() {
    let old = Listing.Suspension(from: MadeUp.day("2026-01-01"), until: MadeUp.day("2026-01-31"), reason: "甲")
    let empty = Listing.Suspension(from: MadeUp.day("2026-03-02"), until: MadeUp.day("2026-03-01"), reason: "乙")
    let listing = Listing(suspension: empty, earlier: [old])

    #expect(!listing.stands(on: MadeUp.day("2026-01-15")) && listing.stands(on: MadeUp.day("2026-03-02")))
    #expect(listing.standing(on: MadeUp.day("2026-03-02")).chinese == "在册；曾停评 2026-01-01 至 2026-01-31")
    #expect(listing.trace.chinese == "2026-01-01 至 2026-01-31 甲")
  }
}
