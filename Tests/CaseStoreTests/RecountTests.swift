import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// A year's holidays come in after clocks ran into it (domain: 8).
@Suite struct RecountTests {
  @Test func theClocksOfOpenCasesAreCountedAnewAndNoOthers() throws {
    let desk = try Desk("2026-12-28")
    let posted = try desk.accepted()
    try desk.assessedByHospital(posted)
    try desk.act(.postNotice, ["place": "岩垅村"], on: posted)
    let submitted = try desk.submitted(Desk.minor)
    let finished = try desk.submitted(MadeUp.identity(born: "1990-01-01"))
    try desk.act(.withdraw, ["request": "本人申请"], on: finished)
    #expect(try desk.store.application(posted).deadline?.isProvisional == true)
    let untouched = try desk.store.application(finished)

    let year = YearTableFile(reading: MadeUp.notice2027).tables
    #expect(try refusalCode { _ = try desk.store.addCalendar(year, by: Desk.session("chen")) } == "not_your_role")
    let counted = try desk.store.addCalendar(year, by: Desk.session("sun"))

    #expect(counted == [posted, submitted].map { "431281-2026-00000\($0)" })
    for id in [posted, submitted] {
      let application = try desk.store.application(id)
      #expect(application.deadline?.day == MadeUp.day("2027-01-06"))
      #expect(application.deadline?.isProvisional == false)
    }
    #expect(try desk.store.application(posted).noticeLastDay == MadeUp.day("2027-01-06"))
    #expect(try desk.store.application(finished) == untouched)
    #expect(try desk.store.addCalendar(year, by: Desk.session("sun")).isEmpty)
    #expect(try desk.store.verify().firstProblem == nil)
  }
}
