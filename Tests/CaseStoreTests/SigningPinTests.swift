import Casework
import GRDB
import Testing

@testable import CaseStore

/// A PIN that signs, apart from the password that signs in, for whoever has set one (features: 21).
@Suite struct SigningPinTests {
  private static let pin = "246810"

  private func desk(_ holder: String) throws -> Desk {
    let desk = try Desk()
    try desk.store.setPIN(Self.pin, by: Desk.session(holder))
    return desk
  }

  private func problem(_ body: () throws -> Void) throws -> String {
    do {
      try body()
      return ""
    } catch let problem as SignInProblem {
      return problem.message.chinese
    }
  }

  private func signs(_ session: Session, _ id: Int64, in desk: Desk) throws -> Refusal? {
    try refusal {
      try desk.store.record(
        .panelSign, ["category": "4", "grade": "3", "opinion": "同意"], on: id, by: session)
    }
  }

  @Test func asLongAsNobodyHasSetOneThePasswordSigns() throws {
    let desk = try Desk()
    let id = try desk.accepted()
    try desk.act(.chooseDirect, Desk.panel, on: id)

    #expect(try signs(desk.store.prove("li", secret: Desk.password), id, in: desk) == nil)
  }

  @Test func whereOneIsSetOnlyThePINSignsAndOnlyThePasswordSignsIn() throws {
    let desk = try desk("li")
    let id = try desk.accepted()
    try desk.act(.chooseDirect, Desk.panel, on: id)

    #expect(try problem { _ = try desk.store.signIn("li", password: Self.pin) } == "用户名或密码不对")
    let signedIn = try desk.store.signIn("li", password: Desk.password)
    let refused = try #require(try signs(signedIn, id, in: desk))
    #expect(refused.code == "own_secret" && refused.message.chinese.contains("登录密码不算数"))
    #expect(try problem { _ = try desk.store.prove("li", secret: Desk.password) }.contains("这是登录密码"))
    #expect(try problem { _ = try desk.store.prove("li", secret: "wrong-pin") } == "签字密码不对")

    let proven = try desk.store.prove("li", secret: Self.pin)
    #expect(try signs(proven, id, in: desk) == nil)
    #expect(!proven.continued.secretGiven)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func wrongPINsSlowDownAndAreForgottenByARightOne() throws {
    let desk = try desk("sun")
    func wait() throws -> Int {
      do {
        _ = try desk.store.prove("sun", secret: Desk.password)
        return 0
      } catch let problem as SignInProblem { return problem.waitMilliseconds }
    }

    let waits = try (0..<3).map { _ in try wait() }
    #expect(zip(waits, waits.dropFirst()).allSatisfy { $0 < $1 }, "\(waits)")
    _ = try desk.store.prove("sun", secret: Self.pin)
    #expect(try wait() == waits[0])
  }

  @Test func thePINIsNeitherShortNorThePassword() throws {
    let desk = try desk("li")
    let li = try desk.store.prove("li", secret: Self.pin)

    #expect(try refusalCode { try desk.store.setPIN("12345", by: li) } == "weak_pin")
    #expect(try refusalCode { try desk.store.setPIN(Desk.password, by: li) } == "pin_is_password")
    try desk.store.setPIN("long-enough-pin", by: li)
    let signedIn = try desk.store.signIn("li", password: Desk.password)
    #expect(
      try refusalCode { try desk.store.setPassword("long-enough-pin", of: "li", by: signedIn) } == "pin_is_password")
    let byPIN = try desk.store.prove("li", secret: "long-enough-pin")
    #expect(try refusalCode { try desk.store.setPassword("another-word", of: "li", by: byPIN) } == "own_secret")
    #expect(try !desk.everything().contains("long-enough-pin"))
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func nobodyElseLearnsByANewPasswordWhatThePINIs() throws {
    let desk = try Desk()
    try desk.store.setPIN("long-enough-pin", by: Desk.session("li"))

    try desk.store.setPassword("long-enough-pin", of: "li", by: Desk.session("admin"))
    #expect(try desk.store.passwordGiver(of: "li")?.id == "admin")

    let signedIn = try desk.store.signIn("li", password: "long-enough-pin")
    #expect(
      try refusalCode { try desk.store.setPassword("long-enough-pin", of: "li", by: signedIn) } == "pin_is_password")
    try desk.store.setPassword("known-to-li-alone", of: "li", by: signedIn)
    #expect(try desk.store.passwordGiver(of: "li") == nil)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func aRefusedDelegationNamesTheSecretThatSignsForTheChair() throws {
    let desk = try Desk()
    func refused() throws -> Refusal? {
      try refusal { try desk.store.delegate(DelegationTests.delegation(), by: Desk.session("zhao").continued) }
    }
    #expect(try refused()?.message.chinese.contains("签字密码") == false)

    try desk.store.setPIN(Self.pin, by: Desk.session("zhao"))

    let told = try #require(try refused())
    #expect(told.message.chinese.contains("签字密码（PIN），登录密码不算数"))
    #expect(told.remedy?.chinese.contains("--pin-file") == true)
  }

  @Test func anotherPINTakesTheOldOneAndNotThePassword() throws {
    let desk = try desk("li")

    let signedIn = try desk.store.signIn("li", password: Desk.password)
    #expect(try refusalCode { try desk.store.setPIN("135791", by: signedIn) } == "own_secret")
    #expect(try refusalCode { try desk.store.takePINAway(of: "li", by: signedIn) } == "own_secret")
    #expect(try refusalCode { try desk.store.setPIN("135791", by: signedIn.continued) } == "own_secret")

    try desk.store.takePINAway(of: "li", by: desk.store.prove("li", secret: Self.pin))
    try desk.store.setPIN("135791", by: signedIn)
    #expect(try desk.store.pinHolders() == ["li"])
  }

  @Test func anAdministratorTakesAForgottenOneAwayAndTheSeatsThatItLockedOpen() throws {
    let desk = try desk("li")
    let id = try desk.accepted()
    try desk.act(.chooseDirect, Desk.panel, on: id)
    for _ in 1...3 { try desk.store.noteWrongSecret(of: "li", inSeatOf: id) }

    #expect(try refusalCode { try desk.store.takePINAway(of: "li", by: Desk.session("sun")) } == "not_your_role")
    #expect(try refusalCode { try desk.store.takePINAway(of: "sun", by: Desk.session("admin")) } == "no_pin")
    try desk.store.takePINAway(of: "li", by: Desk.session("admin").continued)

    #expect(try signs(desk.store.prove("li", secret: Desk.password), id, in: desk) == nil)
    let told = try desk.store.database.read { db in
      try String.fetchAll(db, sql: "SELECT move || ' ' || actor FROM event WHERE kind = 'staff' AND move LIKE 'pin%'")
    }
    #expect(told == ["pin li", "pin_taken_away admin"])
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func whoeverStandsBesideAndWhoeverDelegatesGivesThePIN() throws {
    let desk = try Desk()
    for holder in ["bai", "zhao"] { try desk.store.setPIN(Self.pin, by: Desk.session(holder)) }
    let id = try desk.submitted()
    let ground: Entries = ["ground": "other", "reason": "已核实不属本县"]
    func reject(with second: Session) throws {
      try desk.store.record(.rejectIntake, ground, on: id, by: Desk.session("chen"), second: second)
    }

    #expect(try refusalCode { try reject(with: Desk.session("bai")) } == "own_secret")
    #expect(
      try refusalCode { try desk.store.delegate(DelegationTests.delegation(), by: Desk.session("zhao")) }
        == "delegator_secret")

    try reject(with: desk.store.prove("bai", secret: Self.pin))
    try desk.store.delegate(DelegationTests.delegation(), by: desk.store.prove("zhao", secret: Self.pin))
  }

  @Test func whatTakesNoOwnSecretIsDoneAsBefore() throws {
    let desk = try desk("chen")

    #expect(try desk.accepted() > 0)
  }
}
