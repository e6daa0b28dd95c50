import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// A death that a court has declared is accepted with the judgment.
@Suite struct SweepJudgmentTests {
  @Test func theJudgmentAndItsCourtAreAskedForAndKept() throws {
    let office = try TestOffice()
    try office.holder("张伟", 2)
    let day = office.store.today
    let sweep = try office.store.importSweep(
      ReceivedFile(name: "court.csv", bytes: [1]), quarter: Quarter(of: day), by: office.session("zheng")
    ) { take in
      try take(
        PoliceRow(row: 1, identity: TestOffice.identities[2], name: "张伟", kind: "宣告死亡", eventDate: .day(day)))
      return FileReading(format: "csv", encoding: "utf-8", passedOver: 0)
    }
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweepReview(sweep.id, .doubtful, nil))
    try desk.expect("宣告死亡，须看判决", "同意时写明文号和法院")

    try desk.press("1", .down, .enter)
    try desk.expect("同意 · 第 1 行", "判决书文号", "法院")
    try desk.press(.function(2))
    try desk.expect("还缺 2 项")
    try desk.type("（2026）湘1281民特3号")
    try desk.press(.tab)
    try desk.type("洪江市人民法院")
    try desk.press(.function(2))

    try desk.expect("已存：第 1 行 同意")
    let story = try office.store.history(of: 1, in: sweep, by: office.session("zheng"))
    #expect(story.last?.given.judgment == CourtJudgment(number: "（2026）湘1281民特3号", court: "洪江市人民法院"))
    #expect(try office.store.rows(of: sweep, by: office.session("zheng"))[0].decision == .accept)
    #expect(try office.store.verify().firstProblem == nil)
  }
}
