import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// What the office has set shows at reception and at intake.
@Suite struct IntakeSettingsTests {
  /// A child born on 2024-01-01.
  private static let child = "431281202401010038"

  @Test func somebodyTooYoungIsToldAtReceptionAndAtIntake() throws {
    let office = try TestOffice()
    for (key, age) in [(PolicyKey.eligibilityMinAge(.speech), "3"), (.eligibilityMinAge(.psychiatric), "4")] {
      try office.store.set(key, to: age, reason: "市残发〔2026〕1 号", by: office.session("admin"))
    }
    var desk = try DeskDriver("li", in: office)
    try desk.press(.function(2))
    try desk.type(Self.child)
    try desk.expect("2027-01-01 起可办", "2028-01-01 起可办", "各地做法")

    try desk.press(.enter)
    try desk.expectNot("2027-01-01 起可办")
    let id = try office.store.openCase(
      .new, ["identity": Self.child, "name": "小宝", "category": "3"], by: office.session("li")
    ).id
    try desk.open(.resumeIntake(id))
    try desk.expect("言语残疾满 3 周岁起评定", "2027-01-01 起可办")
    try desk.expectNot("2028-01-01 起可办", "治疗结束日期")
  }

  @Test func theEndOfTheTreatmentIsAskedOnlyWhereTheOfficeWaits() throws {
    let office = try TestOffice()
    try office.store.set(.eligibilityWaitMonths, to: "12", reason: "市残发〔2026〕1 号", by: office.session("admin"))
    let id = try office.store.openCase(
      .new, ["identity": Self.child, "name": "小宝", "treatment_end": "2026-05-01"], by: office.session("li")
    ).id
    var desk = try DeskDriver("li", in: office)

    try desk.open(.resumeIntake(id))
    try desk.expect("治疗结束日期", "不需等待的情形", "2027-05-01 起可办")

    try office.store.record(.edit, ["no_wait": "congenital"], on: id, by: office.session("li"))
    try desk.open(.application(id))
    try desk.expect("先天性")
    try desk.expectNot("2027-05-01 起可办")
  }

  @Test func anEarlierCodeOfTheCountyBecomesThePresentOne() throws {
    let office = try TestOffice()
    try office.store.set(.countyOldCodes, to: "433025", reason: "区划调整", by: office.session("admin"))
    var desk = try DeskDriver("li", in: office)
    try desk.press(.function(2), .enter)
    try desk.type(Self.child)
    try desk.press(.function(7))
    try desk.type("433025")
    try desk.press(.tab)

    try desk.expect("已存", "431225")
    try desk.expectNot("433025", "他人刚改为")
    #expect(try office.store.cases().first?.decidingCounty == "431225")
  }
}
