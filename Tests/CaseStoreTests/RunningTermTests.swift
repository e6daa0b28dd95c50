import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// Whoever was refused may object for ten working days and may apply anew meanwhile: each case names the other (Measures
/// article 25).
@Suite struct RunningTermTests {
  /// A first application found below the standard and refused, and its number.
  private func refused(at desk: Desk, deliveredOn day: String? = nil) throws -> Application {
    let id = try desk.accepted()
    try desk.assessedByHospital(id, grade: "none")
    let refused = try desk.act(.refuse, ["reason": "不符合标准"], on: id, by: "sun")
    return try day.map { try desk.act(.deliver, ["delivered": $0], on: id) } ?? refused
  }

  private func told(_ code: Application.Warning.Code, of id: Int64, at desk: Desk) throws -> [String] {
    try desk.store.allWarnings(of: desk.store.application(id)).filter { $0.code == code }.map(\.sentence.chinese)
  }

  @Test func eachNamesTheOtherAndTheLastDayFromTheDraftToTheApproval() throws {
    var desk = try Desk()
    let first = try refused(at: desk, deliveredOn: "2026-03-02")
    #expect(try told(.appliedAnew, of: first.id, at: desk).isEmpty)

    let second = try desk.store.openCase(.new, Desk.fields(Desk.adult), by: Desk.session("chen"))

    let sentence = "此人的 \(first.number)（新办）不予办理，异议期到 2026-03-16 止"
    #expect(try told(.termRuns, of: second.id, at: desk) == [sentence])
    #expect(
      try told(.appliedAnew, of: first.id, at: desk) == [
        "此人已另行申请：\(second.number)（新办，登记中）；本件异议期到 2026-03-16 止"
      ])
    try desk.act(.submit, ["materials": "ID,HK,PH×3,AF,GID,GP"], on: second.id)
    try desk.act(.accept, on: second.id)
    try desk.assessedByHospital(second.id)
    #expect(try told(.termRuns, of: second.id, at: desk) == [sentence])
    let looked = try desk.store.toDecide([desk.store.application(second.id)])
    #expect(looked[second.id]?.warnings.contains { $0.code == .termRuns } == true)

    desk.go(to: "2026-03-16")
    #expect(try told(.termRuns, of: second.id, at: desk).count == 1)
    desk.go(to: "2026-03-17")
    #expect(try told(.termRuns, of: second.id, at: desk).isEmpty)
    #expect(try told(.appliedAnew, of: first.id, at: desk).isEmpty)
  }

  @Test func whatNobodyHandedOverCanStillBeObjectedTo() throws {
    var desk = try Desk()
    let first = try refused(at: desk)
    desk.go(to: "2026-06-02")

    let second = try desk.store.openCase(.new, Desk.fields(Desk.adult), by: Desk.session("chen"))

    #expect(
      try told(.termRuns, of: second.id, at: desk) == [
        "此人的 \(first.number)（新办）不予办理，决定书送达未登记，异议期还没有起算"
      ])
  }

  @Test func anotherPersonIsNotNamedNorAnApplicationGivenUp() throws {
    let desk = try Desk()
    let first = try refused(at: desk, deliveredOn: "2026-03-02")
    let other = MadeUp.identity(born: "1985-03-13", sequence: 21)

    let stranger = try desk.store.openCase(.new, Desk.fields(other, name: "李四"), by: Desk.session("chen"))
    let second = try desk.submitted()
    try desk.act(.withdraw, ["request": "改提异议"], on: second)

    #expect(try told(.termRuns, of: stranger.id, at: desk).isEmpty)
    #expect(try told(.appliedAnew, of: first.id, at: desk).isEmpty)
  }
}
