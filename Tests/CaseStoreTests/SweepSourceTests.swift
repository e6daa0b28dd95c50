import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// Who told of a death, and what of it: papers say what is true.
@Suite struct SweepSourceTests {
  private func papers(_ kind: String, from source: SweepSource) throws -> String {
    let (desk, people) = try Desk.withPeople(1)
    let sweep = try desk.importSweep([people[0].row(1, kind)], from: source)
    let judgment = CourtJudgment(number: "（2026）湘1281民特3号", court: "洪江市人民法院")
    _ = try desk.store.decide(
      .rows([1...1]), .accept, reason: "看过判决书",
      given: kind == "宣告死亡" ? SweepGiven(judgment: judgment) : SweepGiven(), on: sweep.id, by: Desk.session("chen"))
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: Desk.session("chen"))
    _ = try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("sun"))
    _ = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))
    let read = try desk.store.sweep(sweep.id)
    return try desk.store.material(of: read, by: Desk.session("chen"))
      .paper([.cancelled, .letters, .feed], of: "洪江市残联", on: desk.day).contents(in: .chinese)
  }

  @Test func aDeathThatThePoliceReport() throws {
    let text = try papers("死亡注销", from: .police)

    #expect(text.contains("公安机关告知") && text.contains("已于 2026-03-20 去世") && text.contains("公安名单「"))
  }

  @Test func aCremationIsNoDeathOnThatDayAndComesFromCivilAffairs() throws {
    let text = try papers("火化", from: .civilAffairs)

    #expect(text.contains("民政部门告知") && text.contains("已于 2026-03-20 火化") && text.contains("民政部门火化名单「"))
    #expect(text.contains("\t2026-03-20 火化\t") && !text.contains("公安") && !text.contains("去世"))
  }

  @Test func aDayThatSomebodyFoundOutIsNotSaidToBeThePolices() throws {
    let (desk, people) = try Desk.withPeople(1)
    let sweep = try desk.importSweep([people[0].row(1, on: "2026-02-30")])
    try desk.decide(sweep, [1...1], .accept, reason: "看过死亡证明", date: MadeUp.day("2026-02-28"))
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: Desk.session("chen"))
    _ = try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("sun"))
    _ = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))

    let text = try desk.store.material(of: desk.store.sweep(sweep.id), by: Desk.session("chen"))
      .paper([.cancelled, .letters, .feed], of: "洪江市残联", on: desk.day).contents(in: .chinese)

    #expect(text.components(separatedBy: "2026-02-28（陈静核定）").count == 2)
    // Other offices read days by program, and need nobody's name.
    #expect(text.contains("注销：死亡\t2026-02-28\t") && text.contains("日期缺失或不合理；看过死亡证明"))
    #expect(text.contains("公安机关告知（去世日期由我们核实），"))
    #expect(
      try desk.rows(of: sweep)[0].dateGivenWords?.chinese == "日期 2026-02-28 由 chen 核定，名单写作「2026-02-30」")
  }

  @Test func aDeathThatCivilAffairsReport() throws {
    let text = try papers("死亡注销", from: .civilAffairs)

    #expect(text.contains("民政部门告知") && text.contains("已于 2026-03-20 去世") && !text.contains("公安"))
  }

  @Test func whomACourtDeclaredDeadIsDecidedAloneAndNotSaidToHaveDied() throws {
    let (desk, people) = try Desk.withPeople(1)
    let sweep = try desk.importSweep([people[0].row(1, "宣告死亡")])
    let row = try #require(try desk.rows(of: sweep).first)

    #expect(row.proposal == .cancel && row.blocks == [.declaredDead])
    let bulk = try desk.store.decide(.whole(.exact), .accept, reason: "", on: sweep.id, by: Desk.session("chen"))
    #expect(bulk.decided == 0 && bulk.left == 1)
    #expect(try refusalCode { try desk.decide(sweep, [1...1], .accept) } == "blocked_rows_singly")
    for given in [SweepGiven(), SweepGiven(judgment: CourtJudgment(number: "（2026）湘1281民特3号", court: ""))] {
      #expect(
        try refusalCode {
          _ = try desk.store.decide(
            .rows([1...1]), .accept, reason: "看过", given: given, on: sweep.id, by: Desk.session("chen"))
        } == "judgment_missing")
    }
    let text = try papers("宣告死亡", from: .police)
    #expect(text.contains("已由洪江市人民法院以 （2026）湘1281民特3号 判决宣告死亡（2026-03-20）") && !text.contains("去世"))
    #expect(text.contains("；洪江市人民法院判决 （2026）湘1281民特3号"))
  }

  @Test func aListWasNotReceivedTomorrow() throws {
    let desk = try Desk("2026-04-02")
    func take(_ received: String) throws {
      _ = try desk.store.importSweep(
        ReceivedFile(name: received, bytes: Array(received.utf8)), quarter: Quarter(of: desk.day),
        from: FileOrigin(received: MadeUp.day(received)), by: Desk.session("chen")
      ) { _ in FileReading(format: "csv", encoding: "utf-8", passedOver: 0) }
    }

    #expect(try refusalCode { try take("2026-04-03") } == "received_in_future")
    try take("2026-04-02")
  }
}
