import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// A clock that jumps: said before anybody acts, and a way out that two people open (features: 70).
@Suite struct OfficeClockTests {
  private let folder = TestFolder()
  private static let admin = StaffMember(id: "admin", name: "管理员", roles: [.administrator])
  private static let sun = StaffMember(id: "sun", name: "孙敏", roles: [.supervisor])

  private static func clock(daysOn: Int) -> CaseStore.Clock {
    CaseStore.Clock(now: { Instant(milliseconds: 1_772_400_000_000 + Int64(daysOn) * 86_400_000) })
  }

  private func office() throws -> (store: CaseStore, admin: Session, sun: Session) {
    let (store, admin) = try CaseStore.found(
      Office(county: "431281", name: "洪江市残联", isRehearsal: false), administrator: Self.admin,
      password: Desk.password, at: folder.file("office.sqlite"), clock: Self.clock(daysOn: 0))
    try store.add(Self.sun, password: Desk.password, by: admin)
    return (store, admin, Session(staff: Self.sun, secretGiven: true))
  }

  private func events(_ store: CaseStore) throws -> [LoggedEvent] {
    try store.read { try EventLog.events(of: "access", 0, in: $0) }
  }

  @Test(arguments: [(0, false, false), (15, false, false), (16, true, false), (365, true, false), (-1, false, true)])
  func aClockThatIsFarFromTheLogIsSaidBeforeAnybodyActs(_ days: Int, _ ahead: Bool, _ behind: Bool) throws {
    let (store, _, _) = try office()

    let standing = try store.with(Self.clock(daysOn: days)).clockStanding()

    #expect(standing.isAhead == ahead && standing.isBehind == behind)
    #expect((standing.words != nil) == (ahead || behind))
  }

  @Test func whatAWrongClockHasWrittenClosesTheOfficeOnlyUntilTwoPeopleDeclareIt() throws {
    let (store, admin, sun) = try office()
    try store.with(Self.clock(daysOn: 365)).setPassword("desk-password-2", of: "sun", by: admin)

    #expect(try refusalCode { try store.setPassword("another-word", of: "sun", by: admin) } == "clock_behind")
    #expect(try refusalCode { try store.declareClock(reason: "电池没电", by: sun, second: admin) } == "not_your_role")
    #expect(try refusalCode { try store.declareClock(reason: "电池没电", by: admin, second: nil) } == "second_person")
    #expect(try refusalCode { try store.declareClock(reason: "电池没电", by: admin, second: admin) } == "second_person")
    try store.declareClock(reason: "电池没电，日期跳到 2027 年", by: admin, second: sun)
    try store.setPassword("another-word", of: "sun", by: admin)

    #expect(try store.clockStanding() == .agrees)
    #expect(try refusalCode { try store.declareClock(reason: "再来", by: admin, second: sun) } == "clock_agrees")
    #expect(try store.verify().firstProblem == nil)
    let told = try events(store).last { $0.move == "clock_declared" }
    #expect(told?.second == "sun" && told?.data.contains("2027-03-02") == true)
  }

  @Test func aBackupWorksUnderAnyClockAndSaysTheMachinesDay() throws {
    let (store, admin, _) = try office()
    let earlier = store.with(Self.clock(daysOn: -400))

    _ = try earlier.backUp(to: folder.file("copy.sqlite"), by: admin)

    let told = try events(store).last { $0.move == "backup" }
    #expect(told?.day == "2026-03-02" && told?.data.contains("2025-01-26") == true)
    #expect(try refusalCode { try earlier.setPassword("another-word", of: "sun", by: admin) } == "clock_behind")
  }

  @Test func whoMistypedThePasswordCanStillSignInToPutTheClockRight() throws {
    let (store, _, _) = try office()
    #expect(throws: SignInProblem.self) { try store.signIn("admin", password: "wrong") }
    let earlier = store.with(Self.clock(daysOn: -1))

    #expect(throws: SignInProblem.self) { try earlier.signIn("admin", password: "wrong") }
    #expect(try earlier.signIn("admin", password: Desk.password).staff.id == "admin")
  }
}
