import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// A guardian is a person whom the office may know (features: 6).
@Suite struct GuardianIntakeTests {
  private static let guardian = "431281198001017696"

  /// Two applicants who need a guardian, the second without one yet.
  private func office() throws -> (TestOffice, Application) {
    let office = try TestOffice()
    _ = try office.draft([
      "name": "潘小军", "identity": TestOffice.identities[0], "category": "5", "guardian.identity": Self.guardian,
      "guardian.name": "潘建国", "guardian.relation": "父亲", "guardian.phone": "13900001111",
    ])
    return (office, try office.draft(["name": "潘小红", "identity": TestOffice.identities[2], "category": "5"]))
  }

  @Test func whatIsKnownOfAGuardianIsFilledInAndSaidAndOtherWardsAreNamed() throws {
    let (office, draft) = try office()
    var desk = try DeskDriver("li", in: office, columns: 120, rows: 40)
    try desk.open(.resumeIntake(draft.id))
    try desk.stand(on: "监护人身份号码")

    try desk.type(Self.guardian)
    try desk.expect("潘建国", "13900001111", "取自", "还监护", "潘小军")
    try desk.expectNot("父亲")
    try desk.press(.tab, .tab)

    let kept = try office.store.application(draft.id)
    #expect(kept[.guardianName] == "潘建国" && kept[.guardianPhone] == "13900001111")
    #expect(kept[.guardianRelation].isEmpty)
  }

  @Test func whatWasTypedStands() throws {
    let (office, draft) = try office()
    _ = try office.store.record(.edit, ["guardian.name": "潘建军"], on: draft.id, by: office.session("li"))
    var desk = try DeskDriver("li", in: office)
    try desk.open(.resumeIntake(draft.id))
    try desk.stand(on: "监护人身份号码")

    try desk.type(Self.guardian)
    try desk.press(.tab, .tab)

    #expect(try office.store.application(draft.id)[.guardianName] == "潘建军")
  }

  @Test func lookingAloneWritesNothing() throws {
    let (office, draft) = try office()
    let number: Entries = ["guardian.identity": Self.guardian]
    let stored = try office.store.record(.edit, number, on: draft.id, by: office.session("li"))
    var desk = try DeskDriver("li", in: office)

    try desk.open(.resumeIntake(draft.id))
    try desk.expect("取自")
    try desk.press(.escape)

    #expect(try office.store.application(draft.id) == stored)
  }

  @Test func theRegisterAndTheOwnCasesTellWhoSomebodyIs() throws {
    let office = try TestOffice()
    try office.holder("王小明", 0)
    let draft = try office.draft(["name": "小花", "category": "5"])

    let known = try #require(try office.store.knownHelper(TestOffice.identities[0], of: draft))

    #expect(known.name == "王小明" && known.source.chinese == "登记册" && known.wards.isEmpty)
    #expect(try office.store.knownHelper(Self.guardian, of: draft) == nil)
  }
}

extension DeskDriver {
  /// Goes down a form until the field is in hand.
  fileprivate mutating func stand(on field: String) throws {
    for _ in 1...40 where try !shown.contains(">*\(field)") { try press(.tab) }
  }
}
