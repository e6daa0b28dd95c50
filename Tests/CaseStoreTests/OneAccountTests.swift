import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// One person stays one account, whatever posts it has: else nobody's own hands are known (SOD-1).
@Suite struct OneAccountTests {
  private static let admin = Desk.session("admin")

  @Test func theNameOfARetiredAccountIsAskedAboutAsWell() throws {
    let desk = try Desk()
    try desk.store.retire("chen", leavingEmpty: true, by: Self.admin)
    let anew = StaffMember(id: "duo", name: "陈静", roles: [.clerk, .supervisor])

    let refused = try #require(try refusal { try desk.store.add(anew, password: Desk.password, by: Self.admin) })
    #expect(refused.code == "same_name" && refused.message.chinese.contains("chen"))
    #expect(refused.remedy?.chinese.contains("staff posts") == true)
    try desk.store.add(anew, password: Desk.password, isAnotherPerson: true, by: Self.admin)
  }

  @Test func otherPostsLeaveTheOwnHands() throws {
    var desk = try Desk()
    let id = try desk.accepted()
    try desk.assessedByHospital(id)
    try desk.posted(id)
    try desk.store.retire("chen", leavingEmpty: true, by: Self.admin)
    try desk.store.setPosts([.clerk, .supervisor], of: "chen", by: Self.admin)

    let chen = try #require(try desk.store.staff().first { $0.id == "chen" })
    #expect(chen.isActive && chen.roles == [.clerk, .supervisor])
    #expect(try refusalCode { try desk.act(.approve, Desk.ticks, on: id) } == "not_acceptor")
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func postsAreGivenByTheAdministratorAndNoneIsLeftEmptyUnsaid() throws {
    let desk = try Desk()
    let store = desk.store
    #expect(try refusalCode { try store.setPosts([.clerk], of: "li", by: Desk.session("sun")) } == "not_your_role")
    #expect(try refusalCode { try store.setPosts([.clerk], of: "nobody", by: Self.admin) } == "no_such_staff")
    #expect(try refusalCode { try store.setPosts([], of: "li", by: Self.admin) } == "no_role")
    #expect(try refusalCode { try store.setPosts([.clerk], of: "admin", by: Self.admin) } == "own_account")
    #expect(try refusalCode { try store.setPosts([.chair], of: "sun", by: Self.admin) } == "chair_serves")
    #expect(try refusalCode { try store.setPosts([.clerk], of: "dang", by: Self.admin) } == "post_left_empty")
    try store.setPosts([.clerk], of: "dang", leavingEmpty: true, by: Self.admin)
    try store.setPosts([.assessor, .archivist], of: "li", by: Self.admin)
  }
}
