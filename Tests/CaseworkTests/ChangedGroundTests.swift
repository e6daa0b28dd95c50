import DeskFixtures
import Testing

@testable import Casework

/// What is asked again once a case was sent back by the review (domain: 2.1, 2.6–2.8, 3.2).
@Suite struct ChangedGroundTests {
  /// A case without assessment that the review has sent back.
  static func returned(_ service: ServiceKind, _ begun: Entries = [:]) throws -> Situation {
    var here = Situation.draft(service)
    here.entries.merge(begun)
    for move in [Application.Move.submit, .accept, .noAssessment, .sendBack] { try here.act(move) }
    return here
  }

  @Test(
    arguments: [
      (.cancel, ["reason": "voluntary"], ["reason": "death", "event_date": "2026-02-20"], "materials_complete"),
      (.cancel, ["reason": "voluntary"], ["reason": "fraud"], "document_given"),
      (.cancel, ["reason": "voluntary"], ["reason": "fraud", "document": "决定 3 号"], "materials_complete"),
      (.cancel, ["reason": "hk_cancelled"], ["event_date": "2026-03-03"], "days_possible"),
      (
        .freeze, ["reason": "untransferred", "document": "", "event_date": "2025-08-01"], ["reason": "complaint"],
        "document_given"
      ),
      (.renewInformation, ["changes": "", "phone": "13900000000"], ["name": "王新名"], "materials_complete"),
      (.transferOut, [:], ["destination": "431281 洪江市"], "moved_elsewhere"),
      (.renewDamaged, [:], ["name": "换了人"], "right_person"), (.reissue, [:], ["name": "换了人"], "right_person"),
      (.cancel, [:], ["name": "换了人"], "right_person"),
      (.transferIn, [:], ["valid_to": "2030-01-02"], "days_possible"),
      (.cancel, [:], ["event_date": "2026-02-02"], nil),
      (.transferIn, [:], ["valid_from": "2020-01-02"], nil), (.transferOut, [:], ["destination": "怀化市鹤城区"], nil),
    ] as [(ServiceKind, Entries, Entries, String?)])
  func aGroundThatWasExchangedGoesThroughTheChecksAgain(
    _ service: ServiceKind, _ begun: Entries, _ changed: Entries, _ code: String?
  ) throws {
    var here = try Self.returned(service, begun)
    here.intend(.edit)
    here.fields = changed
    try here.happen()
    if service == .renewInformation { here.entries["changes"] = "name" }

    here.intend(.resubmitAfterReview)
    here.fields["materials"] = nil
    #expect(here.refusal?.code == code)
    here.state = .review
    here.intend(.approve)
    #expect(here.refusal?.code == code)
    #expect(Self.warnings(of: here).contains(.changedAfterAcceptance))
    #expect(Self.warnings(of: here).contains(.papersMissing) == !here.meets(.materialsComplete))
    if code == "materials_complete" { #expect(!here.meets(.materialsComplete)) }
  }

  @Test func whatWasChangedIsSaidUntilItReadsAsItWasAccepted() throws {
    var here = try Self.returned(.cancel, ["reason": "voluntary"])
    try here.act(.edit, ["reason": "death", "event_date": "2026-02-20", "phone": "13900000000"])
    try here.act(.edit, ["reason": "duplicate"])
    let said = here.application.warnings(under: here.policy, on: here.today).map(\.sentence.chinese)
    #expect(said.contains("受理后改动注销原因：「自愿」改为「重复」"))

    try here.act(.edit, ["reason": "voluntary", "event_date": "2026-02-01"])
    #expect(!Self.warnings(of: here).contains(.changedAfterAcceptance))
  }

  @Test func papersOfACorrectionAddToThoseBefore() throws {
    var here = try Self.returned(.cancel, ["reason": "voluntary"])
    try here.act(.edit, ["reason": "death", "event_date": "2026-02-20"])
    try here.act(.resubmitAfterReview, ["materials": "DP"])
    try here.act(.sendBack)
    try here.act(.resubmitAfterReview, ["materials": ""])

    #expect(here.application.materials.text == "ID,OC,DP,VW")
    #expect(!Self.warnings(of: here).contains(.papersMissing))
  }

  @Test func aDoubtThatAroseInReviewLeadsToAnInstitution() throws {
    var here = try Self.returned(.renewExpired)
    try here.act(.edit, ["doubt": "照片与本人不符"])
    here.intend(.resubmitAfterReview)
    #expect(here.refusal?.code == "assessment_stands")
    #expect(here.refusal?.remedy?.chinese.contains(Application.Move.chooseHospital.name.chinese) == true)

    for move in [Application.Move.chooseHospital, .recordResult, .postNotice] { try here.act(move) }
    here.passNotice()
    try here.act(.noticeEnd)
    try here.act(.approve)
    #expect(here.state == .approved)
  }

  @Test func whatWasWaivedIsLookedAtBeforeTheDecision() throws {
    var here = Situation.draft(.renewDamaged)
    try here.act(.submit)
    try here.act(.accept, ["materials": "OC", "waived": "ID:身份证遗失,PH:无法拍摄,LN:不需"])
    try here.act(.noAssessment)
    let said = here.application.warnings(under: here.policy, on: here.today).map(\.sentence.chinese)
    #expect(said == ["免交材料：居民身份证（身份证遗失）、照片（无法拍摄）"])

    try here.act(.sendBack)
    try here.act(.resubmitAfterReview)
    #expect(Self.warnings(of: here).isEmpty)
  }

  @Test(arguments: [("", nil), ("PC:没有", "materials_complete")])
  func theCorrectionOfThePoliceIsWaivedForNoRestoring(_ waived: String, _ code: String?) throws {
    var here = Situation.draft(.restore)
    try here.act(.submit)
    here.intend(.accept)
    if !waived.isEmpty { here.fields = ["materials": "ID", "waived": waived] }
    #expect(here.refusal?.code == code)
  }

  @Test func whatMeasurementsContradictIsAmongTheWarnings() throws {
    let here = try #require(try Situation.at(.review))
    let warnings = here.application.warnings(under: here.policy, amid: Surroundings(), on: here.today)
    #expect(warnings.map(\.code) == [.contradicted])
    #expect(warnings.map(\.sentence.chinese) == ["未注明依据的肢体条款"])
  }

  @Test(
    arguments: [
      ("opened_by", true), ("submit.by", true), ("accept.by", true), ("arrive.by", true),
      ("receive_forwarded.by", true),
      ("record_result.by", true), ("resubmit_after_review.by", true), ("choose_hospital.by", false),
      ("post_notice.by", false), ("notice_end.by", false), ("register_paper.by", false),
    ])
  func whoCarriedACaseThroughDoesNotDecideIt(_ hand: String, _ isOwn: Bool) throws {
    for move in [Application.Move.approve, .refuse, .sendBack] {
      var here = try #require(try Situation.at(.review))
      here.entries[hand] = "bai"
      here.intend(move)
      here.staff = Situation.bai
      #expect(here.refusal?.code == (isOwn ? "not_acceptor" : nil))
    }
  }

  private static func warnings(of here: Situation) -> Set<Application.Warning.Code> {
    Set(here.application.warnings(under: here.policy, on: here.today).map(\.code))
  }
}
