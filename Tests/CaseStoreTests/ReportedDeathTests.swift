import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// An applicant whom the register does not know, or the guardian, on a police list of deaths (domain: 2.2, 5.1).
@Suite struct ReportedDeathTests {
  private let chen = Desk.session("chen")
  private static let guardian = MadeUp.identity(born: "1980-01-01", sequence: 23)

  private func death(_ identity: String, row: Int = 1, on day: String = "2026-03-20") -> PoliceRow {
    PoliceRow(
      row: row, identity: identity, name: "张秀兰", kind: "死亡注销", eventDate: Sample.date(day, false), address: "")
  }

  private func said(_ id: Int64, in desk: Desk) throws -> [String] {
    let application = try desk.store.application(id)
    return application.warnings(of: try desk.store.surroundings(of: application).reportedDeaths)
      .map { "\($0.code.rawValue) \($0.sentence.chinese)" }
  }

  @Test(arguments: [(Desk.adult, "申请人"), (guardian, "监护人")])
  func whoeverComesOntoAListLaterIsSaidAtTheRowAndAtTheCase(_ identity: String, _ person: String) throws {
    let desk = try Desk("2026-04-02")
    let id = try desk.accepted()
    let number = try desk.store.application(id).number
    #expect(try said(id, in: desk).isEmpty)

    let sweep = try desk.importSweep([death(identity), death(MadeUp.identity(born: "1961-01-01"), row: 2)])

    let rows = try desk.rows(of: sweep)
    #expect(rows.map(\.sweepClass) == [.none, .none])
    #expect(rows.map(\.blocks) == [[.applicant], []])
    #expect(rows[0].evidence.allSatisfy { $0.words.chinese.contains(number) && $0.words.chinese.contains(person) })
    let words = try said(id, in: desk)
    #expect(words.count == 1 && words[0].hasPrefix("reported_dead \(person)在公安死亡名单上"))
    #expect(words[0].contains("2026-03-20") && words[0].contains(sweep.number))
    #expect(try desk.proposals().map { "\($0.kind.rawValue) \($0.name)" } == ["reported_dead 张秀兰"])

    let application = try desk.store.application(id)
    let doubts = application.warnings(
      under: Policy(), amid: try desk.store.surroundings(of: application), on: desk.day)
    #expect(doubts.contains { $0.sentence.chinese.contains("死亡名单") })
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func whatSomebodyRejectedOrGaveUpIsSaidNoMore() throws {
    let desk = try Desk("2026-04-02")
    let id = try desk.accepted()
    let sweep = try desk.importSweep([death(Desk.adult)])
    try desk.decide(sweep, [1...1], .reject, reason: "本人到场，在世")
    #expect(try said(id, in: desk).isEmpty)
    #expect(try desk.proposals().isEmpty)

    let next = try desk.importSweep([death(Desk.adult, on: "2026-03-21")], file: "next")
    #expect(try said(id, in: desk).count == 1)
    _ = try desk.store.record(.abandon, ["reason": "发错"], onSweep: next.id, by: chen)
    #expect(try said(id, in: desk).isEmpty)
  }

  @Test func aListThatCameFirstIsReadAtTheAcceptance() throws {
    let desk = try Desk("2026-04-02")
    let sweep = try desk.importSweep([death(Desk.adult)])
    #expect(try desk.rows(of: sweep).map(\.blocks) == [[]])
    let id = try desk.submitted()

    let accepted = try desk.act(.accept, on: id)

    #expect(accepted.value("reported_dead", of: .accept) == "\(sweep.number):1")
    #expect(accepted.value("warned", of: .accept).contains("reported_dead"))
    #expect(try said(id, in: desk).count == 1)
    try desk.decide(sweep, [1...1], .reject, reason: "本人在世")
    #expect(try said(id, in: desk).isEmpty)
  }

  @Test func aCaseThatIsOverSaysNothing() throws {
    let desk = try Desk("2026-04-02")
    let id = try desk.accepted()
    _ = try desk.importSweep([death(Desk.adult)])
    try desk.act(.withdraw, ["request": "家属撤回"], on: id)
    #expect(try said(id, in: desk).isEmpty)
    #expect(try desk.proposals().isEmpty)
  }

  /// Whoever holds a certificate is found under the number, whenever the list came.
  @Test(arguments: [ServiceKind.renewExpired, .reissue, .change, .renewInformation, .transferOut])
  func whateverAHolderAsksForSaysThatAListReportsTheDeath(_ service: ServiceKind) throws {
    let (desk, people) = try Desk.withPeople(2)
    let opened = try desk.store.openCase(service, ["certificate": people[0].number], by: chen)
    #expect(try said(opened.id, in: desk).isEmpty)

    let sweep = try desk.importSweep([people[0].row(1)])

    let expected = ["reported_dead 申请人在公安死亡名单上（\(sweep.number) 第 1 行，死亡日期 2026-03-20）"]
    #expect(try said(opened.id, in: desk) == expected)
    let holder = try desk.store.holder(people[0].number, by: chen)
    #expect(holder.reportedDeaths.map(\.place) == ["\(sweep.number):1"])
    #expect(try desk.store.reportedDeaths(ofHolder: people[1].identity).isEmpty)

    try desk.decide(sweep, [1...1], .hold, reason: "待核实")
    #expect(try said(opened.id, in: desk) == expected)
    try desk.decide(sweep, [1...1], .reject, reason: "本人到场，在世", again: true)
    #expect(try said(opened.id, in: desk).isEmpty)
  }

  @Test func aDeathThatWasCarriedOutAndTakenBackIsSaidNoMore() throws {
    let (desk, people) = try Desk.withPeople(1)
    let sweep = try desk.confirmedSweep([people[0].row(1)])
    #expect(try desk.store.reportedDeaths(ofHolder: people[0].identity).count == 1)
    _ = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))
    #expect(try desk.store.reportedDeaths(ofHolder: people[0].identity).isEmpty)
    _ = try desk.undo(sweep, row: 1)
    #expect(try desk.store.reportedDeaths(ofHolder: people[0].identity).isEmpty)
  }
}
