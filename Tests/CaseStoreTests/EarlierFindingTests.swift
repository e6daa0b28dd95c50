import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// What was found below the standard stays so, and is acted upon only when it can no longer be challenged (domain: 2.5, 2.9).
@Suite struct EarlierFindingTests {
  private static let number = Desk.adult + "43"

  private func deskWithHolder() throws -> Desk {
    var desk = try Desk()
    let id = try desk.approved()
    try desk.handedOver(id, serial: "A0001")
    return desk
  }

  private func submitted(_ service: ServiceKind, _ fields: Entries, _ papers: String, at desk: Desk) throws -> Int64 {
    var all: Entries = ["certificate": Self.number]
    all.merge(fields)
    let opened = try desk.store.openCase(service, all, by: Desk.session("chen"))
    try desk.act(.submit, ["materials": papers], on: opened.id)
    return opened.id
  }

  private func change(_ fields: Entries = [:], at desk: Desk) throws -> Int64 {
    try submitted(.change, Entries(["category": "4"]).merging(fields), "OC,ID,HK,PH×3,MR", at: desk)
  }

  private func renewal(_ fields: Entries = [:], at desk: Desk) throws -> Int64 {
    try submitted(.renewExpired, fields, "OC,ID,HK,PH×3", at: desk)
  }

  private func cancellation(at desk: Desk) throws -> Int64 {
    try submitted(
      .cancel, ["reason": "no_longer_meets", "event_date": desk.day.iso, "document": "市一院 12 号"], "EF", at: desk)
  }

  private func foundBelow(_ id: Int64, at desk: Desk) throws {
    try desk.act(.accept, on: id)
    try desk.assessedByHospital(id, grade: "none")
  }

  private func cancelled(_ id: Int64, at desk: Desk) throws {
    try desk.act(.accept, on: id)
    try desk.act(.noAssessment, on: id)
    try desk.act(.approve, Desk.ticks, on: id, by: "sun")
  }

  @Test func whoeverWithdrawsAfterTheFindingIsNotForgotten() throws {
    var desk = try deskWithHolder()
    desk.go(to: "2027-06-01")
    let id = try change(at: desk)
    try foundBelow(id, at: desk)
    let withdrawn = try desk.act(.withdraw, ["request": "本人申请"], on: id)
    let last = try #require(withdrawn.deadline?.day)
    let shelf: Entries = ["pages": "9", "shelf": "3-2"]
    #expect(try desk.proposals().isEmpty)
    #expect(!withdrawn.isOverdue(on: last.adding(days: 1)))
    #expect(try refusalCode { try desk.act(.archive, shelf, on: id, by: "dang") } == "below_standard_settled")
    let early = try cancellation(at: desk)
    #expect(try refusalCode { try desk.act(.accept, on: early) } == "conclusion_settled")
    try desk.act(.withdraw, ["request": "太早"], on: early)

    desk.go(to: last.adding(days: 30))
    #expect(try desk.proposals().map(\.kind) == [.belowStandard])
    try cancelled(try cancellation(at: desk), at: desk)

    #expect(try desk.proposals().isEmpty)
    #expect(try desk.act(.archive, shelf, on: id, by: "dang").state == .archived)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func whoeverWasFoundBelowAppliesAnewAndWhoAcceptsItSeesTheFindingBefore() throws {
    let desk = try Desk()
    let first = try desk.accepted()
    try desk.assessedByPanel(first, grade: "none")
    try desk.act(.refuse, ["reason": "不符合标准"], on: first, by: "sun")

    let again = try desk.submitted()

    func told() throws -> [String] {
      try desk.store.allWarnings(of: desk.store.application(again)).filter { $0.code == .belowBefore }
        .map(\.sentence.chinese)
    }
    let number = try desk.store.application(first).number
    let sentence = "此前评定不符合标准（\(number) \(desk.day)）；有新的医学证据再受理"
    #expect(try told() == [sentence])
    try desk.act(.accept, on: again)
    #expect(try told() == [sentence])
  }

  @Test(arguments: [("", "not_too_early"), ("市一院 2027-06 诊断", "")])
  func theWaitOfAChangeCountsFromTheLastAssessmentOfAll(_ evidence: String, _ refusal: String) throws {
    var desk = try deskWithHolder()
    desk.go(to: "2027-06-01")
    let first = try change(at: desk)
    try foundBelow(first, at: desk)
    try desk.act(.withdraw, ["request": "本人申请"], on: first)

    let second = try change(["evidence": evidence], at: desk)

    #expect(try refusalCode { try desk.act(.accept, on: second) } == refusal)
    guard refusal.isEmpty else { return }
    let warned = try desk.store.application(second)
    #expect(warned.warnings(under: Policy(), on: desk.day).map(\.code) == [.belowBefore])
    #expect(warned.warnings(under: Policy(), amid: Surroundings(), on: desk.day).count == 1)
  }

  @Test func aRenewalAfterTheFindingIsAssessedAndSettlesIt() throws {
    var desk = try deskWithHolder()
    desk.go(to: "2035-06-01")
    let first = try renewal(["doubt": "行走正常"], at: desk)
    try foundBelow(first, at: desk)
    try desk.act(.refuse, ["reason": "不符合标准"], on: first, by: "sun")
    try desk.act(.deliver, ["delivered": desk.day.iso], on: first)
    desk.go(to: "2035-08-01")
    #expect(try desk.proposals().map(\.kind) == [.belowStandard])

    let second = try renewal(at: desk)
    try desk.act(.accept, on: second)
    #expect(try refusalCode { try desk.act(.noAssessment, on: second) } == "no_assessment_due")
    try desk.assessedByHospital(second)
    try desk.posted(second)
    try desk.act(.approve, Desk.ticks, on: second, by: "sun")
    try desk.handedOver(second, serial: "A0002")

    #expect(try desk.proposals().isEmpty)
    #expect(try desk.act(.archive, ["pages": "9", "shelf": "3-2"], on: first, by: "dang").state == .archived)
  }

  @Test func nobodyLosesTheCardWhileTheConclusionCanBeChallenged() throws {
    var desk = try deskWithHolder()
    desk.go(to: "2026-05-11")
    let id = try change(["evidence": "市一院诊断"], at: desk)
    try foundBelow(id, at: desk)
    let cancel = try cancellation(at: desk)
    func refused() throws -> String { try refusalCode { try desk.act(.accept, on: cancel) } }
    #expect(try refused() == "conclusion_settled")
    try desk.act(.refuse, ["reason": "不符合标准"], on: id, by: "sun")
    desk.go(to: "2026-06-11")
    #expect(try refused() == "conclusion_settled", "nobody has handed it over")
    try desk.act(.deliver, ["delivered": "2026-06-11"], on: id)
    desk.go(to: "2026-06-26")
    #expect(try refused() == "conclusion_settled")
    desk.go(to: "2026-06-29")
    try desk.act(.accept, on: cancel)
    try desk.act(.noAssessment, on: cancel)

    #expect(try desk.act(.approve, Desk.ticks, on: cancel, by: "sun").state == .approved)
  }

  @Test func whatIsBeingReassessedEndsNothing() throws {
    var desk = try deskWithHolder()
    desk.go(to: "2026-05-11")
    let id = try change(["evidence": "市一院诊断"], at: desk)
    try foundBelow(id, at: desk)
    try desk.act(.refuse, ["reason": "不符合标准"], on: id, by: "sun")
    try desk.act(.deliver, ["delivered": desk.day.iso], on: id)
    try desk.act(.askCity, ["request": "有异议", "level": "市残联"], on: id)
    desk.go(to: "2026-09-11")
    let cancel = try cancellation(at: desk)
    #expect(try refusalCode { try desk.act(.accept, on: cancel) } == "conclusion_settled")

    let result: Entries = [
      "document": "9 号", "institution": "市一院", "date": desk.day.iso, "category": "4", "grade": "3",
    ]
    try desk.act(.cityResult, result, on: id)
    #expect(try refusalCode { try desk.act(.accept, on: cancel) } == "", "it rests on the paper that is shown")
  }

  @Test func aFirstApplicationAfterAFindingIsMarkedForAsLongAsAChangeWaits() throws {
    for (day, isMarked) in [("2026-06-01", true), ("2027-03-01", true), ("2027-03-02", false)] {
      var desk = try Desk()
      let first = try desk.accepted()
      try desk.assessedByHospital(first, grade: "none")
      try desk.act(.withdraw, ["request": "本人申请"], on: first)
      desk.go(to: day)
      let second = try desk.accepted()
      let doubts = try desk.store.application(second).warnings(under: Policy(), on: desk.day).map(\.code)
      #expect(doubts.contains(.belowBefore) == isMarked, "\(day)")
    }
  }

  @Test func whoMovedOutGetsNoSecondCertificateHere() throws {
    let desk = try deskWithHolder()
    let out = try submitted(.transferOut, ["destination": "431202 鹤城区"], "MV", at: desk)
    try desk.act(.accept, on: out)
    try desk.act(.noAssessment, on: out)
    try desk.act(.approve, Desk.ticks, on: out, by: "sun")
    try desk.act(.finishWithoutCard, ["delivered": "yes"], on: out)
    let offers = try desk.store.serviceOffers(for: Desk.adult, by: Desk.session("chen"))
    #expect(offers.first { $0.service == .new }?.refusal?.code == "not_moved_out")
    #expect(offers.first { $0.service == .transferIn }?.refusal == nil)

    let id = try desk.submitted()
    let ground: Entries = ["override": "鹤城区残联函：证已注销"]
    #expect(try refusalCode { try desk.act(.accept, on: id) } == "not_moved_out")
    #expect(try refusalCode { try desk.act(.accept, ground, on: id) } == "not_moved_out")
    let accepted = try desk.act(.accept, ground, on: id, second: "sun")
    #expect(accepted.value("flag", of: .accept) == "annual_inspection")
    #expect(accepted.warnings(under: Policy(), on: desk.day).map(\.code) == [.movedOutHeld])
    #expect(accepted.warnings(under: Policy(), on: desk.day).allSatisfy { $0.words.chinese.contains("迁出") })
  }
}

extension Entries {
  fileprivate func merging(_ more: Entries) -> Entries {
    var merged = self
    merged.merge(more)
    return merged
  }
}
