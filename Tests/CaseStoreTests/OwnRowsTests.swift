import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// Nobody decides on or confirms a row about a relative (SOD-6); `qin` is kept from the first person.
@Suite struct OwnRowsTests {
  private static let chen = Desk.session("chen")
  private static let qin = Desk.session("qin")

  /// A list of two deaths, the first that of a relative of `qin`.
  private func desk() throws -> (desk: Desk, sweep: Sweep, people: [Person]) {
    let (desk, people) = try Desk.withPeople(2)
    try desk.store.setRecusals([people[0].identity], of: "qin", by: Desk.session("admin"))
    return (desk, try desk.importSweep(people.map { $0.row() }), people)
  }

  @Test(arguments: [SweepDecision.accept, .reject, .hold])
  func aRelativeDoesNotDecide(_ decision: SweepDecision) throws {
    let (desk, sweep, _) = try desk()

    let refusal = #expect(throws: Refusal.self) {
      try desk.decide(sweep, [1...1], decision, reason: "已核实", by: "qin")
    }

    #expect(refusal?.code == "not_own_case" && refusal?.message.chinese == "第 1 行是本人或亲属的，须回避")
    #expect(refusal?.remedy?.chinese == "请由陈静、白云办理")
    try desk.decide(sweep, [2...2], decision, reason: "已核实", by: "qin")
  }

  @Test func withTheOthersTheOwnPeopleAreLeft() throws {
    let (desk, sweep, _) = try desk()

    let bulk = try desk.store.decide(.whole(.exact), .accept, reason: "", on: sweep.id, by: Self.qin)

    #expect(bulk.decided == 1 && bulk.left == 1 && bulk.undecided == 1)
    #expect(try desk.rows(of: sweep).map(\.decision) == [nil, .accept])
  }

  /// Neither as the one who takes it back nor as the second person.
  @Test(arguments: [("qin", "sun"), ("sun", "qin")])
  func aRelativeDoesNotTakeARowBack(_ first: String, _ second: String) throws {
    let (desk, sweep, _) = try desk()
    try desk.decide(sweep, [1...2], .accept, reason: "已核实")
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: Self.chen)
    _ = try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("sun"))
    _ = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))

    #expect(try refusalCode { _ = try desk.undo(sweep, row: 1, by: first, second: second) } == "not_own_case")
    #expect(try desk.undo(sweep, row: 2, by: first, second: second).undone == [2])
  }

  @Test func aRelativeDoesNotConfirm() throws {
    let (desk, sweep, _) = try desk()
    try desk.decide(sweep, [1...2], .accept)
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: Self.chen)

    let refusal = #expect(throws: Refusal.self) {
      _ = try desk.store.record(.approve, onSweep: sweep.id, by: Self.qin)
    }

    #expect(refusal?.code == "not_own_case" && refusal?.remedy?.chinese == "请由白云、孙敏办理")
    let offer = try desk.store.offers(on: desk.store.sweep(sweep.id), for: Self.qin)
      .first { $0.transition.move == .approve }
    #expect(offer?.refusal?.code == "not_own_case")
    _ = try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("sun"))
  }

  /// A row without a usable number may be about a relative as well.
  @Test func aCandidateIsARelativeToo() throws {
    let (desk, people) = try Desk.withPeople(1)
    try desk.store.setRecusals([people[0].identity], of: "qin", by: Desk.session("admin"))
    let sweep = try desk.importSweep([
      PoliceRow(
        row: 1, identity: "12345", name: people[0].name, birth: .day(MadeUp.day("1950-01-15")), kind: "死亡注销",
        eventDate: Sample.date("2026-03-20", false))
    ])

    #expect(try refusalCode { try desk.decide(sweep, [1...1], .reject, reason: "查无此人", by: "qin") } == "not_own_case")
  }

  /// Each of whom would send the other to whoever asks back again.
  @Test func relativesOfSeveralRowsAreToldWhoMayActOnEach() throws {
    let (desk, sweep, people) = try desk()
    for staff in ["chen", "bai"] {
      try desk.store.setRecusals([people[1].identity], of: staff, by: Desk.session("admin"))
    }
    func remedy(_ rows: ClosedRange<Int>) throws -> String? {
      let refusal = #expect(throws: Refusal.self) { try desk.decide(sweep, [rows], .accept, by: "qin") }
      return refusal?.remedy?.chinese
    }
    try desk.store.setRecusals(people.map(\.identity), of: "qin", by: Desk.session("admin"))

    #expect(try remedy(1...2)?.hasPrefix("第 1 行请由陈静、白云办理；第 2 行本办公室没有能办的人：请系统管理员给上级残联或邻县的人员设账号") == true)
    #expect(try remedy(2...2)?.hasPrefix("第 2 行本办公室没有能办的人") == true)
  }

  @Test func whoHasRelativesOnOtherRowsIsNotNamedToConfirm() throws {
    let (desk, sweep, people) = try desk()
    try desk.store.setRecusals([people[1].identity], of: "sun", by: Desk.session("admin"))
    try desk.decide(sweep, [1...2], .accept)
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: Self.chen)

    let refusal = #expect(throws: Refusal.self) {
      _ = try desk.store.record(.approve, onSweep: sweep.id, by: Self.qin)
    }

    #expect(refusal?.remedy?.chinese == "请由白云办理")
  }

  @Test func aRelativeWhoTakesTheWholeListBackIsNamedInTheLog() throws {
    let (desk, sweep, _) = try desk()
    try desk.decide(sweep, [1...2], .accept, reason: "已核实")
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: Self.chen)
    _ = try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("sun"))
    _ = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))

    #expect(try desk.store.ownRowsToUndo(of: desk.store.sweep(sweep.id), by: Self.qin) == [1])
    let undoing = try desk.undo(sweep, row: nil, by: "qin", second: "sun")

    #expect(undoing.undone == [1, 2] && undoing.own == [1])
    #expect(try desk.store.sweep(sweep.id).value("own_rows", of: .undo) == "1")
    #expect(try desk.store.verify().firstProblem == nil)
  }
}
