import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

@Suite struct StaffTests {
  @Test func anAdministratorAddsAnAccountThatCanSignIn() throws {
    let office = try TestOffice()
    var desk = try DeskDriver("admin", in: office)
    try desk.press(.function(7), .function(2))

    try desk.type("he")
    try desk.press(.tab)
    try desk.type("何平")
    try desk.press(.tab, "1", "7", .tab, .tab)
    try desk.type("long-enough")
    try desk.press(.tab)
    try desk.type("long-enough")
    try desk.press(.function(2))

    try desk.expect("已存：账号 he", "何平", "办证员、档案员")
    #expect(try office.store.signIn("he", password: "long-enough").staff.roles == [.clerk, .archivist])
  }

  @Test func retiringAsksAndNoIsTheAnswerThatStands() throws {
    let office = try TestOffice()
    var desk = try DeskDriver("admin", in: office)
    try desk.press(.function(7), .down, .function(6))

    try desk.press(.enter)
    try desk.expect("未办理")
    #expect(try office.store.staff().first { $0.id == "li" }?.isActive == true)

    try desk.press("2", .enter)
    try desk.expect("已停用")
  }

  @Test func anInstitutionIsListedAndSuspended() throws {
    let office = try TestOffice()
    var desk = try DeskDriver("admin", in: office)
    try desk.press(.function(7), .function(7), .function(2))
    try desk.type("ZY")
    try desk.press(.tab)
    try desk.type("中医院")
    try desk.press(.tab, "4", .function(2))
    try desk.expect("中医院", "在册")

    try desk.press(.end, .function(6))

    #expect(try office.store.institutions().last?.isActive == false)
  }
}
