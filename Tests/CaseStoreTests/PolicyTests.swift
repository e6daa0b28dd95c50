import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// Settings that are changed while people work.
@Suite struct PolicyTests {
  private let admin = Desk.session("admin")

  @Test func aCaseKeepsThePhotosOfTheDayItBeganAndANewOneHasTheNew() throws {
    let desk = try Desk()
    let before = try desk.store.openCase(.new, Desk.fields(Desk.adult), by: Desk.session("chen"))
    try desk.store.set(.photoCount, to: "2", reason: "县发〔2026〕3 号", by: admin)
    let after = try desk.store.openCase(.new, Desk.fields(Desk.minor, name: "小张"), by: Desk.session("chen"))
    let papers: Entries = ["materials": "ID,HK,PH×2,AF,GID,GP"]
    for id in [before.id, after.id] { try desk.act(.submit, papers, on: id) }

    #expect(try refusalCode { try desk.act(.accept, on: before.id) } == "materials_complete")
    #expect(try desk.act(.accept, on: after.id).state == .accepted)
    #expect(try desk.store.rules(of: before).kept.map(\.key) == [.photoCount])
    #expect(try desk.store.rules(of: after).kept.isEmpty)
    #expect(try desk.store.verify().holds)
  }

  @Test func whatIsAnnouncedHoldsFromItsDay() throws {
    var desk = try Desk()
    try desk.store.set(.noticeDays, to: "8", from: MadeUp.day("2026-04-01"), reason: "县发〔2026〕3 号", by: admin)

    #expect(try desk.store.policy().noticeDays == 5)
    #expect(try desk.store.policy(on: MadeUp.day("2026-04-01")).noticeDays == 8)
    let id = try desk.accepted()
    try desk.assessedByHospital(id)
    desk.go(to: "2026-04-07")
    #expect(try desk.act(.postNotice, ["place": "岩垅村"], on: id).noticeLastDay == MadeUp.day("2026-04-17"))
  }

  @Test func aRuleIsTurnedOffAgain() throws {
    var desk = try Desk()
    try desk.store.set(.promiseDays(.new), to: "7", reason: "公开承诺", by: admin)
    desk.go(to: "2026-03-03")
    try desk.store.set(.promiseDays(.new), to: "off", reason: "取消承诺", by: admin)

    #expect(try desk.store.policy().promiseDays(for: .new) == nil)
    #expect(try desk.store.policyBook().history(of: .promiseDays(.new)).map(\.value) == ["7", ""])
    #expect(try desk.store.verify().holds)
  }

  @Test(arguments: ["chen", "sun", "zhao", "dang"])
  func onlyTheAdministratorChangesASetting(_ staff: String) throws {
    let desk = try Desk()
    let before = try desk.everything()

    let code = try refusalCode { try desk.store.set(.photoCount, to: "2", reason: "已核实", by: Desk.session(staff)) }

    #expect(code == "not_your_role")
    #expect(try desk.everything() == before)
  }

  @Test(arguments: [
    ("notice.days", "6", "2026-03-01"), ("notice.days", "4", "2026-03-02"), ("notice.day", "6", "2026-03-02"),
  ])
  func aSettingThatTheRulesForbidIsFoundInTheLog(_ code: String, _ value: String, _ from: String) throws {
    let desk = try Desk()
    try desk.store.write { db in
      try desk.store.change(
        .policy, code, move: "set", by: "admin", data: ["value": value, "from": from, "reason": "已核实"], in: db)
    }

    #expect(try !desk.store.verify().holds)
  }

  @Test func aSettingThatIsNoLongerRulesNothingAndDoesNoHarm() throws {
    let desk = try Desk()
    try desk.store.write { db in
      for value in ["10", "12"] {
        try desk.store.change(
          .policy, "log.retention_years", move: "set", by: "admin",
          data: ["value": value, "from": "2026-03-02", "reason": "已核实"], in: db)
      }
    }

    #expect(try desk.store.policy() == Policy())
    #expect(try desk.store.verify().holds)
  }

  @Test func aRefusedChangeLeavesNoTrace() throws {
    let desk = try Desk()
    let before = try desk.everything()

    #expect(try refusalCode { try desk.store.set(.noticeDays, to: "4", reason: "已核实", by: admin) } == "bad_value")
    #expect(
      try refusalCode {
        try desk.store.set(.noticeDays, to: "6", from: MadeUp.day("2026-03-01"), reason: "已核实", by: admin)
      } == "past_date")
    #expect(try desk.everything() == before)
  }
}
