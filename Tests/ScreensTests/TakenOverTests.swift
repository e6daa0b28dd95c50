import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// Whoever fills in a form is told at once that a colleague took the case over (features: 54).
@Suite struct TakenOverTests {
  @Test func whoeverTypesIsToldWithTheNextKeyAndKeepsWhatWasTyped() throws {
    let office = try TestOffice()
    let draft = try office.complete("王小明")
    var desk = try DeskDriver("li", in: office)
    try desk.open(.resumeIntake(draft.id))
    try desk.press(.home, .tab, .tab, .tab, .tab)
    try desk.type("号楼")

    _ = try office.store.record(.takeOver, ["reason": "李敏外出"], on: draft.id, by: office.session("wang"))
    try desk.type("三")
    try desk.expect("已由王芳接手", "已被接手", "号楼三")
    try desk.type("层")

    try desk.expect("已被接手", "号楼三层")
  }

  @Test func whoeverOnlyLooksAtTheFormIsToldWithoutAKey() throws {
    let office = try TestOffice()
    let application = try office.submitted("王小明")
    var desk = try DeskDriver("li", in: office)
    try desk.open(.move(.rejectIntake, application.id))
    try desk.expectNot("接手")

    _ = try office.store.record(.takeOver, ["reason": "李敏外出"], on: application.id, by: office.session("wang"))
    try desk.handle(.tick)

    try desk.expect("已由王芳接手")
  }
}
