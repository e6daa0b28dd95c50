import Casework
import Testing

@testable import CaseStore

@Suite struct AccountTests {
  private static let admin = Desk.session("admin")

  @Test func oneChairServesAtATime() throws {
    let desk = try Desk()
    let next = StaffMember(id: "zhou", name: "周新", roles: [.chair])
    #expect(try refusalCode { try desk.store.add(next, password: Desk.password, by: Self.admin) } == "chair_serves")

    let left = #expect(throws: Refusal.self) { try desk.store.retire("zhao", by: Self.admin) }
    #expect(left?.remedy?.chinese.contains("再建接任的账号") == true)
    try desk.store.retire("zhao", leavingEmpty: true, by: Self.admin)
    try desk.store.add(next, password: Desk.password, by: Self.admin)

    #expect(try desk.store.staff().filter(\.servesAsChair).map(\.id) == ["zhou"])
  }

  @Test func aSecondAccountOfOneNameIsAskedAbout() throws {
    let desk = try Desk()
    let same = StaffMember(id: "li2", name: "李 明", roles: [.assessor])
    #expect(try refusalCode { try desk.store.add(same, password: Desk.password, by: Self.admin) } == "same_name")

    try desk.store.add(same, password: Desk.password, isAnotherPerson: true, by: Self.admin)

    #expect(try desk.store.staff().contains { $0.id == "li2" })
  }
}
