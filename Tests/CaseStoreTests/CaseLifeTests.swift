import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// A case from the counter to the shelf, by the ways it can take.
@Suite struct CaseLifeTests {
  @Test func aCaseGoesByHospitalFromDraftToArchive() throws {
    var desk = try Desk()
    let id = try desk.approved()
    try desk.handedOver(id, serial: "A0001")
    try desk.act(.archive, ["pages": "14", "shelf": "3-2"], on: id, by: "dang")

    let application = try desk.store.application(id)
    let certificate = try #require(try desk.store.certificates(of: Desk.adult).first)
    #expect(application.state == .archived)
    #expect(
      try desk.store.history(of: application).map(\.move) == [
        "open", "submit", "accept", "choose_hospital", "record_result", "post_notice", "notice_end", "approve", "print",
        "seal", "collect", "archive",
      ])
    #expect(certificate.number == Desk.adult + "43")
    #expect(certificate.validFrom == MadeUp.day("2026-03-10"))
    #expect(certificate.validTo == MadeUp.day("2036-03-10"))
    #expect(!certificate.isAwaitingCollection)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func aCaseGoesByPanelAndIsMarkedWhereTheChairApprovesIt() throws {
    var desk = try Desk()
    let id = try desk.accepted()
    try desk.assessedByPanel(id)
    try desk.posted(id)
    let approved = try desk.act(.approve, Desk.ticks, on: id, by: "zhao")
    try desk.handedOver(id, serial: "A0001")

    #expect(approved.value("flag", of: .approve) == "annual_inspection")
    #expect(approved.finding?.path == "panel")
    #expect(try desk.store.application(id).state == .collected)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func aMinorIsNotPosted() throws {
    var desk = try Desk()
    let id = try desk.approved(Desk.minor)
    try desk.act(.print, ["serial": "A0001"], on: id)

    #expect(try !desk.store.history(of: desk.store.application(id)).map(\.move).contains("post_notice"))
    #expect(try desk.store.certificates(of: Desk.minor).count == 1)
  }

  @Test func belowTheStandardThereIsAWrittenRefusalAndNoCertificate() throws {
    var desk = try Desk()
    let id = try desk.accepted()
    try desk.assessedByPanel(id, grade: "none")
    #expect(try desk.store.application(id).state == .assessedFail)

    let refused = try desk.act(.refuse, ["reason": "不符合标准"], on: id, by: "sun")

    #expect(refused.deadline?.day == MadeUp.day("2026-03-16"))
    #expect(try desk.store.certificates(of: Desk.adult).isEmpty)
    let archive: Entries = ["pages": "9", "shelf": "3-2"]
    #expect(try refusalCode { try desk.act(.archive, archive, on: id, by: "dang") } == "objection_window_closed")
    try desk.act(.deliver, ["delivered": desk.day.iso], on: id)
    desk.go(to: "2026-03-16")
    #expect(try refusalCode { try desk.act(.archive, archive, on: id, by: "dang") } == "objection_window_closed")
    desk.go(to: "2026-03-17")
    #expect(try refusalCode { try desk.act(.archive, archive, on: id, by: "dang") } == "")
  }

  @Test func anUnfoundedObjectionLetsTheRemainingDaysRunOn() throws {
    var desk = try Desk()
    let id = try desk.accepted()
    try desk.assessedByHospital(id)
    try desk.act(.postNotice, ["place": "岩垅村"], on: id)
    desk.go(to: "2026-03-05")
    try desk.act(.object, ["objector": "村民", "content": "能走路"], on: id)

    let posted = try desk.act(.objectionUnfounded, ["record": "已核查"], on: id, by: "sun")

    #expect(posted.state == .publicity)
    #expect(posted.noticeLastDay == MadeUp.day("2026-03-09"))
    desk.go(to: "2026-03-09")
    #expect(try refusalCode { try desk.act(.noticeEnd, ["evidence": "照片"], on: id) } == "notice_period_over")
    desk.go(to: "2026-03-10")
    #expect(try refusalCode { try desk.act(.noticeEnd, ["evidence": "照片"], on: id) } == "")
  }

  @Test func afterTheLastDayAnUnfoundedObjectionLeadsToReview() throws {
    var desk = try Desk()
    let id = try desk.accepted()
    try desk.assessedByHospital(id)
    try desk.act(.postNotice, ["place": "岩垅村"], on: id)
    try desk.act(.object, ["objector": "村民", "content": "能走路"], on: id)
    desk.go(to: "2026-03-10")

    #expect(try desk.act(.objectionUnfounded, ["record": "已核查"], on: id, by: "sun").state == .review)
  }

  @Test func whoeverElseObjectsInTimeIsHeardBesideTheFirstAndAlsoAfterItWasSettled() throws {
    var desk = try Desk()
    let id = try desk.accepted()
    try desk.assessedByHospital(id)
    try desk.act(.postNotice, ["place": "岩垅村"], on: id)
    try desk.act(.object, ["objector": "甲", "content": "能走路"], on: id)
    desk.go(to: "2026-03-09")
    let both = try #require(try desk.act(.object, ["objector": "乙", "content": "能挑担"], on: id).openObjection)
    #expect(both.objector == "乙" && both.before.hasPrefix("甲：能走路（"))
    desk.go(to: "2026-03-10")
    let settled = try desk.act(.objectionUnfounded, ["record": "都已核查"], on: id, by: "sun")
    #expect(settled.state == .review)
    #expect(settled.settledObjections.map(\.content).first?.hasPrefix("能挑担；甲：能走路（") == true)

    var late: Entries = ["objector": "丙", "content": "在外务工"]
    #expect(try refusalCode { try desk.act(.object, late, on: id) } == "objection_in_time")
    late["received"] = "2026-03-09"
    let again = try desk.act(.object, late, on: id)
    #expect(again.state == .objection && again.openObjection?.before == "")
    #expect(try desk.act(.objectionUnfounded, ["record": "不属实"], on: id, by: "sun").state == .review)
  }

  @Test func aFoundedObjectionTakesANewAssessmentElsewhereAndANewNotice() throws {
    var desk = try Desk()
    let id = try desk.accepted()
    try desk.assessedByHospital(id)
    try desk.act(.postNotice, ["place": "岩垅村"], on: id)
    try desk.act(.object, ["objector": "村民", "content": "能走路"], on: id)
    let again: Entries = ["record": "属实", "institution": "RM"]
    #expect(
      try refusalCode { try desk.act(.objectionFounded, again, on: id, by: "sun") } == "other_institution")
    try desk.act(.objectionFounded, ["record": "属实", "institution": "ZY"], on: id, by: "sun")

    #expect(try desk.store.application(id).finding == nil)
    var result: Entries = [
      "form": "119", "institution": "RM", "doctors": "周医生", "date": "2026-03-02", "category": "4", "grade": "4",
      "sealed": "yes",
    ]
    #expect(try refusalCode { try desk.act(.recordResult, result, on: id) } == "result_complete")
    result["institution"] = "ZY"
    try desk.act(.recordResult, result, on: id)
    try desk.posted(id)
    try desk.act(.approve, Desk.ticks, on: id, by: "sun")
    #expect(try desk.act(.print, ["serial": "A1"], on: id).certificateNumber == Desk.adult + "44")
  }

  @Test func aReturnedCaseIsCorrectedAndComesBack() throws {
    var desk = try Desk()
    let id = try desk.submitted()
    try desk.act(.sendBack, ["items": "户口簿", "reason": "缺页"], on: id)
    #expect(try desk.store.application(id).deadline?.day == MadeUp.day("2026-04-01"))
    try desk.act(.edit, ["address": "洪江市塘湾镇"], on: id)
    try desk.act(.submit, on: id)
    try desk.act(.accept, on: id)
    try desk.assessedByHospital(id)
    try desk.posted(id)
    try desk.act(.sendBack, ["items": "公示照片", "reason": "看不清"], on: id, by: "sun")

    #expect(try desk.act(.resubmitAfterReview, ["answer": "已补"], on: id).state == .review)
  }

  @Test func aCaseIsWithdrawnOrLapses() throws {
    var desk = try Desk()
    let withdrawn = try desk.submitted()
    try desk.act(.withdraw, ["request": "本人申请"], on: withdrawn)
    let lapsed = try desk.submitted()
    try desk.act(.sendBack, ["items": "户口簿", "reason": "缺页"], on: lapsed)
    let late = try desk.accepted(MadeUp.identity(born: "1990-01-01"))
    try desk.act(.chooseHospital, ["institution": "RM"], on: late)

    desk.go(to: "2026-04-01")
    #expect(try refusalCode { try desk.act(.correctionOverdue, on: lapsed) } == "correction_expired")
    desk.go(to: "2026-04-02")
    #expect(try refusalCode { try desk.act(.correctionOverdue, on: lapsed) } == "fields_missing")
    #expect(try desk.act(.correctionOverdue, ["reminder": "已电话催告"], on: lapsed).state == .lapsed)
    desk.go(to: "2026-05-31")
    #expect(try refusalCode { try desk.act(.noShow, on: late) } == "referral_expired")
    desk.go(to: "2026-06-01")
    #expect(try desk.act(.noShow, on: late).state == .lapsed)
    #expect(try desk.store.application(withdrawn).state == .withdrawn)
  }

  @Test func aMisprintKeepsTheNumberAndSpoilsTheBlank() throws {
    var desk = try Desk()
    let id = try desk.approved()
    try desk.act(.print, ["serial": "A0001"], on: id)
    try desk.act(.misprint, ["reason": "照片印歪"], on: id)
    #expect(try refusalCode { try desk.act(.print, ["serial": "A0001"], on: id) } == "serial_unused")
    try desk.handedOver(id, serial: "A0002")

    let held = try desk.store.certificates(of: Desk.adult)
    #expect(held.map(\.state) == [.spoiled, .valid])
    #expect(Set(held.map(\.number)) == [Desk.adult + "43"])
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func aNumberUsedBeforeIsNeverUsedAgain() throws {
    var desk = try Desk()
    let first = try desk.approved()
    try desk.handedOver(first, serial: "A0001")
    try desk.cancel(Desk.adult + "43", .householdCancelled)

    let second = try desk.approved()

    #expect(try desk.act(.print, ["serial": "A0002"], on: second).certificateNumber == Desk.adult + "43B1")
  }

  @Test func aWronglyCancelledCertificateComesBackAsItWas() throws {
    var desk = try Desk()
    let first = try desk.approved()
    try desk.handedOver(first, serial: "A0001")
    let before = try #require(try desk.store.certificates(of: Desk.adult).first)
    try desk.cancel(before.number, .death)

    let restore = try desk.store.openCase(
      .restore, ["certificate": before.number, "reason": "公安更正"], by: Desk.session("chen"))
    try desk.act(.submit, ["materials": "PC"], on: restore.id)
    try desk.act(.accept, on: restore.id)
    try desk.act(.noAssessment, on: restore.id)
    #expect(try refusalCode { try desk.act(.approve, Desk.ticks, on: restore.id, by: "chen") } == "not_your_role")
    try desk.act(.approve, Desk.ticks, on: restore.id, by: "zhao")
    try desk.act(.finishWithoutCard, ["delivered": "yes"], on: restore.id)

    let after = try #require(try desk.store.certificates(of: Desk.adult).first)
    #expect(after.state == .valid)
    #expect(after.validFrom == before.validFrom && after.validTo == before.validTo && after.number == before.number)
    #expect(try desk.store.application(restore.id).state == .archived)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func whoeverGotTheLetterOfAWrongCancellationIsTold() throws {
    var desk = try Desk()
    let first = try desk.approved()
    try desk.handedOver(first, serial: "A0001")
    let number = Desk.adult + "43"
    func done(_ service: ServiceKind, _ fields: Entries, _ papers: String, by staff: String) throws {
      let opened = try desk.store.openCase(service, fields, by: Desk.session("chen"))
      try desk.act(.submit, ["materials": papers], on: opened.id)
      try desk.act(.accept, on: opened.id)
      try desk.act(.noAssessment, on: opened.id)
      try desk.act(.approve, Desk.ticks, on: opened.id, by: staff)
      try desk.act(.finishWithoutCard, ["delivered": "yes"], on: opened.id)
    }

    try done(.cancel, ["certificate": number, "reason": "death", "event_date": desk.day.iso], "DP", by: "sun")
    #expect(try desk.store.dueCorrections(about: number).isEmpty)
    try done(.restore, ["certificate": number, "reason": "公安更正"], "PC", by: "zhao")

    #expect(try desk.store.dueCorrections(about: number).map(\.receiver) == Receiver.allCases)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func aBarredPersonWaitsAYearOrASupervisorStandsForTheException() throws {
    var desk = try Desk()
    let first = try desk.approved()
    try desk.handedOver(first, serial: "A0001")
    try desk.cancel(Desk.adult + "43", .voluntary)
    let id = try desk.submitted()

    let ground: Entries = ["override": "错误注销后依法重办"]
    #expect(try refusalCode { try desk.act(.accept, on: id) } == "not_barred")
    #expect(try refusalCode { try desk.act(.accept, ground, on: id) } == "not_barred")
    #expect(try refusalCode { try desk.act(.accept, ground, on: id, second: "li") } == "not_barred")
    #expect(try refusalCode { try desk.act(.accept, ground, on: id, by: "bai", second: "bai") } == "not_barred")
    let accepted = try desk.act(.accept, ground, on: id, second: "sun")
    #expect(accepted.value("flag", of: .accept) == "annual_inspection")
    #expect(try desk.store.history(of: accepted).last?.second == "sun")

    try desk.assessedByHospital(id)
    try desk.posted(id)
    #expect(try refusalCode { try desk.act(.approve, Desk.ticks, on: id, by: "sun") } == "not_acceptor")
    #expect(try refusalCode { try desk.act(.approve, Desk.ticks, on: id, by: "zhao") } == "")
  }

  @Test func theYearOfTheBarEndsOnItsDay() throws {
    var desk = try Desk()
    let first = try desk.approved()
    try desk.handedOver(first, serial: "A0001")
    try desk.cancel(Desk.adult + "43", .noLongerMeets)
    let id = try desk.submitted()

    desk.go(to: "2027-03-09")
    #expect(try refusalCode { try desk.act(.accept, on: id) } == "not_barred")
    desk.go(to: "2027-03-10")
    #expect(try refusalCode { try desk.act(.accept, on: id) } == "")
  }
}

extension Desk {
  /// Cancels by the table itself, with two people and without a case.
  func cancel(_ number: String, _ reason: CancellationReason) throws {
    try store.write { db in
      guard let certificate = try CaseStore.certificates(numbered: number, in: db).last(where: { $0.state.isActive })
      else { preconditionFailure("\(number) is held") }
      let circumstances = try store.circumstances(
        of: Desk.session("sun"), second: Desk.session("bai"), facts: CertificateFacts(), in: db)
      _ = try store.record(
        Act(.cancel, ["reason": reason.rawValue, "ground": "决定书 1 号"]), on: certificate, in: circumstances, db: db)
    }
  }
}
