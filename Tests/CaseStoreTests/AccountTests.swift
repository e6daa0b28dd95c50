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

  /// What the declaration (承诺书) says changes with every marriage (SOD-6).
  @Test func theRegisterOfRelativesIsWrittenAnew() throws {
    let desk = try Desk()
    let id = try desk.submitted()
    for numbers in [["431281198503120210"], [Desk.minor, "123"]] {
      #expect(try refusalCode { try desk.store.setRecusals(numbers, of: "chen", by: Self.admin) } == "bad_recusal")
    }
    #expect(
      try refusalCode { try desk.store.setRecusals([Desk.adult], of: "sun", by: Desk.session("sun")) }
        == "not_your_role")
    #expect(
      try refusalCode { try desk.store.setRecusals([Desk.adult], of: "nobody", by: Self.admin) } == "no_such_staff")

    try desk.store.setRecusals([" \(Desk.adult) ", Desk.minor], of: "chen", by: Self.admin)
    #expect(try desk.store.staff().first { $0.id == "chen" }?.recusals == [Desk.adult, Desk.minor])
    #expect(try refusalCode { try desk.act(.accept, on: id) } == "not_own_case")

    try desk.store.setRecusals([], of: "chen", by: Self.admin)
    #expect(try refusalCode { try desk.act(.accept, on: id) } == "")
    #expect(try desk.store.verify().firstProblem == nil)
  }
}
