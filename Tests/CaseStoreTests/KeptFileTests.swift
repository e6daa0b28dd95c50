import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// The file of a sweep is given back as it came, to whoever may read sweeps, and that is noted.
@Suite struct KeptFileTests {
  @Test func theBytesComeBackAndTheLogSaysWhoTookThem() throws {
    let (desk, people) = try Desk.withPeople(1)
    let row = people[0].row()
    let sweep = try desk.importSweep([row])
    let before = try desk.store.verify().events

    let file = try desk.store.keptFile(of: sweep, for: "原件.csv", by: Desk.session("sun"))

    #expect(file.name == "police.csv" && file.bytes == Array("police.csv \([row])".utf8))
    #expect(CaseStore.digest(of: file.bytes) == sweep.sha256)
    let report = try desk.store.verify()
    #expect(report.firstProblem == nil && report.events == before + 1)
    let refused = try refusalCode { _ = try desk.store.keptFile(of: sweep, for: "x", by: Desk.session("li")) }
    #expect(refused == "not_your_role")
  }

  @Test func whereItCameFromIsSaid() throws {
    let (desk, people) = try Desk.withPeople(1)
    let origin = try desk.importSweep([people[0].row()], received: desk.day).origin.chinese

    #expect(origin.contains("收到 \(desk.day)") && origin.contains("来文单位 未登记") && origin.contains("校验码 "))
  }
}
