import Casework
import DeskFixtures
import Testing

@testable import CaseStore

@Suite struct SignInTests {
  private func wait(_ desk: Desk, _ name: String, _ password: String = "wrong-password") throws -> Int {
    do {
      _ = try desk.store.signIn(name, password: password)
      return 0
    } catch let problem as SignInProblem {
      return problem.waitMilliseconds
    }
  }

  @Test func nobodyIsRetiredUnconfirmedWhoseWorkNobodyElseCanDo() throws {
    let desk = try Desk()
    let admin = Desk.session("admin")
    let id = try desk.accepted()
    try desk.act(.chooseDirect, Desk.panel, on: id)

    #expect(try refusalCode { try desk.store.retire("zhao", by: admin) } == "post_left_empty")
    #expect(try refusalCode { try desk.store.retire("li", by: admin) } == "post_left_empty")
    try desk.sign(id, by: "li")
    try desk.store.retire("li", by: admin)
    try desk.store.retire("zhao", leavingEmpty: true, by: admin)

    let left = try desk.store.leaving("dang")
    #expect(left.posts == [.archivist] && left.openSeats.isEmpty && left.waiting.isEmpty)
    #expect(try desk.store.staff().filter(\.isActive).map(\.id).contains("zhao") == false)
  }

  @Test func theRightPasswordOpensTheDesk() throws {
    let desk = try Desk()

    let session = try desk.store.signIn("sun", password: Desk.password)

    #expect(session.staff.name == "孙敏" && session.staff.roles == [.supervisor])
    #expect(session.secretGiven && !session.continued.secretGiven)
  }

  @Test func aWrongPasswordIsLoggedAndSlowerEachTimeUntilItIsRight() throws {
    let desk = try Desk()
    let before = try desk.store.verify().events

    let waits = try (0..<4).map { _ in try wait(desk, "sun") }

    #expect(zip(waits, waits.dropFirst()).allSatisfy { $0 < $1 }, "\(waits)")
    #expect(try desk.store.verify().events == before + 4)
    _ = try desk.store.signIn("sun", password: Desk.password)
    #expect(try wait(desk, "sun") == waits[0])
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func anUnknownNameLooksLikeAWrongPassword() throws {
    let desk = try Desk()

    let known = try (0..<3).map { _ in try wait(desk, "sun") }
    let unknown = try (0..<3).map { _ in try wait(desk, "nobody") }
    func quickest(_ name: String) throws -> Duration? {
      try (0..<4).map { _ in try ContinuousClock().measure { _ = try wait(desk, name) } }.min()
    }
    let took = try #require(try quickest("nobody"))
    let real = try #require(try quickest("bai"))

    #expect(known == unknown)
    #expect(took * 4 > real, "the decoy takes as long as a password: \(took), \(real)")
  }

  @Test func aRetiredAccountNeitherSignsInNorActs() throws {
    let desk = try Desk()
    let id = try desk.submitted()
    let begun = Desk.session("bai")
    try desk.store.retire("bai", by: Desk.session("admin"))

    #expect(try wait(desk, "bai", Desk.password) > 0)
    #expect(try refusalCode { try desk.store.record(.accept, on: id, by: begun) } == "not_active")
    #expect(
      try refusalCode {
        try desk.store.record(
          .rejectIntake, ["ground": "other", "reason": "已核实"], on: id, by: Desk.session("chen"), second: begun)
      } == "not_active")
    #expect(try refusalCode { _ = try desk.store.openCase(.new, by: begun) } == "not_active")
    #expect(try refusalCode { try desk.store.keep(Desk.hospital, by: begun) } == "not_active")
    #expect(try refusalCode { _ = try desk.store.holder(Desk.adult, by: begun) } == "not_active")
    #expect(try refusalCode { try desk.store.setPassword("new-password", of: "bai", by: begun) } == "not_active")
  }

  @Test func aRetiredAdministratorAdministersNothing() throws {
    let desk = try Desk()
    let second = StaffMember(id: "admin2", name: "管理员乙", roles: [.administrator])
    try desk.store.add(second, password: "another-password", by: Desk.session("admin"))
    try desk.store.retire("admin", by: try desk.store.signIn("admin2", password: "another-password"))
    let retired = Desk.session("admin")

    let member = StaffMember(id: "neu", name: "新人", roles: [.clerk])
    #expect(try refusalCode { try desk.store.add(member, password: "new-password", by: retired) } == "not_active")
    #expect(try refusalCode { try desk.store.retire("sun", by: retired) } == "not_active")
    #expect(try refusalCode { try desk.store.setPassword("new-password", of: "sun", by: retired) } == "not_active")
    #expect(try refusalCode { _ = try desk.store.exportLog(by: retired) { _ in } } == "not_active")
  }

  @Test func accountsAreKeptByTheAdministratorAlone() throws {
    let desk = try Desk()
    let admin = Desk.session("admin")
    let member = StaffMember(id: "neu", name: "新人", roles: [.clerk])

    #expect(
      try refusalCode { try desk.store.add(member, password: "new-password", by: Desk.session("sun")) }
        == "not_your_role")
    #expect(try refusalCode { try desk.store.add(member, password: "short", by: admin) } == "weak_password")
    #expect(
      try refusalCode { try desk.store.add(Desk.people[1], password: "new-password", by: admin) } == "staff_exists")
    #expect(try refusalCode { try desk.store.retire("admin", by: admin) } == "own_account")
    #expect(try refusalCode { try desk.store.retire("nobody", by: admin) } == "no_such_staff")
    #expect(
      try refusalCode { try desk.store.setPassword("new-password", of: "li", by: Desk.session("sun")) }
        == "not_your_role")
    for name in ["", "a b", "a,b", "a;b", "a|b", "甲、乙", "\u{7}", String(repeating: "长", count: 33)] {
      let odd = StaffMember(id: name, name: "某", roles: [.clerk])
      #expect(try refusalCode { try desk.store.add(odd, password: "new-password", by: admin) } == "bad_staff_name")
    }
  }

  @Test func aNewPasswordTakesThePlaceOfTheOldOne() throws {
    let desk = try Desk()

    try desk.store.setPassword("quite-new-password", of: "li", by: Desk.session("li"))

    #expect(try wait(desk, "li", Desk.password) > 0)
    #expect(try wait(desk, "li", "quite-new-password") == 0)
    #expect(try desk.store.verify().firstProblem == nil)
    #expect(try !desk.everything().contains("quite-new-password"))
  }

  /// Else whoever finds a desk open would sign by a password of his own making.
  @Test func ownPasswordIsChangedByThePresentOneGivenNow() throws {
    let desk = try Desk()
    let sittingHere = Desk.session("li").continued

    #expect(
      try refusalCode { try desk.store.setPassword("quite-new-password", of: "li", by: sittingHere) } == "own_secret")
    #expect(try wait(desk, "li", Desk.password) == 0)
  }
}

@Suite struct RehearsalAccountTests {
  @Test func aChangedPasswordIsNoLongerShown() throws {
    let desk = try Desk()
    let admin = Session(staff: Desk.people[0], secretGiven: true)
    let guest = StaffMember(id: "guest", name: "客人", roles: [.clerk])
    let session = try desk.store.addRehearsalAccount(guest, password: "first-secret", by: admin)

    try desk.store.setPassword("other-secret", of: "guest", by: session)

    #expect(try desk.store.rehearsalAccounts().isEmpty)
    #expect(try desk.store.verify().holds)
  }

  @Test func readingAHolderAgainIsNoNewLook() throws {
    let desk = try Desk()
    let clerk = Session(staff: Desk.people[1], secretGiven: true)
    let number = "\(Desk.adult)43"
    let lines = [RegisterLine(row: 1, cells: ["certificate": number, "name": "王芳", "state": "有效"])]
    _ = try desk.store.importRegister(lines, of: ReceivedFile(name: "r.csv", bytes: []), by: clerk) { _, _ in .missing }
    _ = try desk.store.holder(number, by: clerk)
    let events = try desk.store.verify().events

    _ = try desk.store.holder(number, by: clerk, again: true)

    #expect(try desk.store.verify().events == events)
  }
}
