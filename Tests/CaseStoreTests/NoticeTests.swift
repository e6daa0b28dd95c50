import Casework
import DeskFixtures
import Testing

@testable import CaseStore

@Suite struct NoticeTests {
  /// Two adults of one village and a minor, all assessed.
  private func office() throws -> (Desk, [Int64]) {
    let desk = try Desk()
    let other = MadeUp.identity(born: "1979-05-06", sequence: 31)
    let cases = try [(Desk.adult, "张秀兰"), (other, "王桂花"), (Desk.minor, "小花")].map {
      try desk.accepted($0.0, name: $0.1)
    }
    for id in cases { try desk.assessedByHospital(id) }
    return (desk, cases)
  }

  @Test func aVillageSaysWhoIsReadyAndCountsMinorsWithoutNamingThem() throws {
    let (desk, _) = try office()

    let notices = try desk.store.notices(visibleTo: Desk.session("chen"))

    #expect(notices.map(\.village.label.chinese) == ["岩垅乡（未分村）"])
    #expect(notices[0].lines(.ready).map(\.name) == ["张秀兰", "王桂花"] && notices[0].minors == 1)
    #expect(notices[0].lines[0].until == MadeUp.day("2026-03-09"))
  }

  @Test func postingAVillageIsAnEventForEachCaseAndThePeriodIsThatOfTheClock() throws {
    var (desk, cases) = try office()
    let chen = Desk.session("chen")
    let ready = try desk.store.notices(visibleTo: chen)[0].lines(.ready)

    let outcomes = try desk.store.record(
      .postNotice, ["place": "岩垅乡"], onEach: ready.map { SeenCase($0.application) }, by: chen)

    #expect(outcomes.allSatisfy { $0.refusal == nil })
    let posted = try desk.store.notices(visibleTo: chen)[0]
    #expect(try posted.lines(.posted).allSatisfy { $0.until == (try desk.store.application(cases[0]).noticeLastDay) })

    try desk.act(.object, ["objector": "邻居", "content": "不符"], on: cases[1])
    desk.go(to: posted.lines[0].until.adding(days: 1))
    let later = try desk.store.notices(visibleTo: chen)[0]
    #expect(later.lines(.over).map(\.name) == ["张秀兰"] && later.lines(.objected).map(\.name) == ["王桂花"])
  }
}
