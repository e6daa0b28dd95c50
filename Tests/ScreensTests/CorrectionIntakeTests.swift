import Casework
import Testing

@testable import CaseStore
@testable import Screens

/// What may still be filled in once a case was accepted.
@Suite struct CorrectionIntakeTests {
  @Test func onlyACaseOfAPanelAsksForItsFeature() throws {
    let office = try TestOffice()
    let holder = try office.holder("张伟", 2)
    let id = try office.store.openCase(
      .cancel, ["certificate": holder.certificateNumber, "reason": "voluntary"], by: office.session("li")
    ).id
    let papers: Entries = ["materials": "VW,ID,OC"]
    for move in [Application.Move.submit, .accept, .noAssessment] {
      _ = try office.store.record(move, move == .submit ? papers : [:], on: id, by: office.session("li"))
    }
    _ = try office.store.record(
      .sendBack, ["items": "事由", "reason": "与申请书不符"], on: id, by: office.session("zhou"))

    var desk = try DeskDriver("li", in: office)
    try desk.open(.resumeIntake(id))
    try desk.expect("注销原因", "存好返回")
    try desk.expectNot("明显残疾特征", "评定说明")
  }
}
