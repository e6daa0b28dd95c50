import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// What is to be checked stands before all else, and nothing is approved before it was on the screen.
@Suite struct ChecksFirstTests {
  private static let long = String(repeating: "证件丢失的经过很长要慢慢说清楚", count: 27)

  /// A case in review with a long reason and something to check.
  private func longCase(in office: TestOffice) throws -> Application {
    let held = try office.holder("王小明", 0)
    let number = try #require(try office.store.certificates(of: held[.identity]).last?.number)
    let id = try office.store.openCase(
      .renewDamaged, ["certificate": number, "reason": Self.long, "sex": "male"], by: office.session("li")
    ).id
    var application = try office.store.application(id)
    let demands = application.demands(under: try office.store.rules(of: application).policy, on: office.store.today)
    let papers = Materials(Dictionary(demands.map { ($0.code, $0.count) }, uniquingKeysWith: max)).text
    _ = try office.store.record(.submit, ["materials": papers], on: id, by: office.session("li"))
    _ = try office.store.record(.accept, ["sex_reason": "户籍已核"], on: id, by: office.session("li"))
    application = try office.store.record(.noAssessment, on: id, by: office.session("li"))
    return application
  }

  @Test func aLongReasonHidesNeitherWhatIsToBeCheckedNorTheActs() throws {
    let office = try TestOffice()
    let application = try longCase(in: office)
    var desk = try DeskDriver("zhou", in: office)

    try desk.open(.application(application.id))
    try desk.expect("登记的性别与身份号码不一致", "批准", "退回补正", "…")
    try desk.open(.review(application.id))
    try desk.expect("登记的性别与身份号码不一致", "批准", "…")
    try desk.open(.move(.approve, application.id))
    try desk.expect("登记的性别与身份号码不一致", "材料齐全", "…")
  }
}
