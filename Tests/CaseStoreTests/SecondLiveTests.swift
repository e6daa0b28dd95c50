import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// One live certificate a person (domain: 3.3), also where an old register told of two.
@Suite struct SecondLiveTests {
  private static let identity = MadeUp.identity(born: "1970-01-01", sequence: 41)
  private static let first = identity + "43"
  private static let second = identity + "42"
  private let chen = Desk.session("chen")

  private func line(_ number: String, _ row: Int, state: String = "有效") -> RegisterLine {
    RegisterLine(row: row, cells: ["certificate": number, "name": "双证", "state": state])
  }

  private func take(_ lines: [RegisterLine], into desk: Desk) throws -> RegisterImport {
    try desk.store.importRegister(lines, of: Desk.list("register"), by: chen) { _, _ in .missing }
  }

  private func told(_ desk: Desk) throws -> [String] {
    try desk.store.proposals().filter { $0.kind == .secondLive }.map { proposal in
      guard case .certificate(let number) = proposal.subject else { return "?" }
      return number
    }
  }

  @Test(arguments: [
    ("有效", "有效", true), ("有效", "挂失", true), ("冻结", "有效", true), ("注销", "有效", false), ("有效", "注销", false),
    ("有效", "作废", false), ("迁出", "有效", false),
  ])
  func bothAreKeptAndTheSecondIsLaidBeforePeople(_ one: String, _ other: String, _ isTold: Bool) throws {
    let desk = try Desk()

    let report = try take([line(Self.first, 1, state: one), line(Self.second, 2, state: other)], into: desk)

    #expect(report.imported == 2)
    #expect(report.warnings["second_live"] == (isTold ? 1 : nil))
    #expect(try told(desk) == (isTold ? [Self.second] : []))
    #expect(try desk.store.verify().holds)
  }

  @Test func twoFilesOrTheSameTwiceTellItOnce() throws {
    let desk = try Desk()
    _ = try take([line(Self.first, 1)], into: desk)
    _ = try take([line(Self.second, 1)], into: desk)
    #expect(try told(desk) == [Self.second])

    let again = try take([line(Self.first, 1), line(Self.second, 2)], into: desk)

    #expect(again.unchanged == 2 && again.updated == 0)
    #expect(try told(desk) == [Self.second])
  }

  @Test(arguments: ServiceKind.allCases.filter(\.keepsOneLive))
  func whatNeedsOneLiveIsRefusedWithWhoSettlesItAndHow(_ service: ServiceKind) throws {
    let desk = try Desk()
    _ = try take([line(Self.first, 1), line(Self.second, 2)], into: desk)

    let offer = try #require(
      try desk.store.serviceOffers(for: Self.identity, by: chen).first { $0.service == service })

    #expect(offer.refusal != nil)
    if offer.refusal?.code == "no_live_certificate", offer.certificate != nil {
      #expect(offer.refusal?.remedy?.chinese.contains("注销") == true)
      #expect(offer.refusal?.remedy?.chinese.contains("审核主管") == true)
    }
  }

  @Test func onceOneHasEndedNothingIsProposedAndTheOtherCanBeRenewed() throws {
    let desk = try Desk()
    _ = try take([line(Self.first, 1), line(Self.second, 2)], into: desk)
    func refusal(of service: ServiceKind) throws -> String? {
      try desk.store.serviceOffers(for: Self.identity, by: chen).first { $0.service == service }?.refusal?.code
    }
    #expect(try refusal(of: .renewDamaged) == "no_live_certificate")
    #expect(try refusal(of: .cancel) == nil)

    let id = try desk.store.openCase(
      .cancel, ["certificate": Self.first, "reason": "duplicate", "kept_certificate": Self.second], by: chen
    ).id
    try desk.act(.submit, ["materials": "PC"], on: id)
    try desk.act(.accept, on: id)
    try desk.act(.noAssessment, on: id)
    try desk.act(
      .approve, ["materials": "yes", "procedure": "yes", "conclusion": "yes", "notice": "yes"], on: id, by: "sun")

    #expect(try told(desk).isEmpty)
    #expect(try refusal(of: .renewDamaged) == nil)
  }

  @Test func aLostOneOfTwoIsNotMadeGoodAgain() throws {
    let desk = try Desk()
    _ = try take([line(Self.first, 1), line(Self.second, 2, state: "挂失")], into: desk)

    #expect(
      try refusalCode {
        try desk.store.record(.found, ["statement": "找到了"], onCertificate: Self.second, by: chen)
      } == "no_other_live")
  }

  @Test func aDeathOfSomebodyWithTwoIsAskedAboutAndTakenBackToBoth() throws {
    let desk = try Desk("2026-04-02")
    _ = try take([line(Self.first, 1), line(Self.second, 2)], into: desk)
    let before = try desk.register()
    let row = PoliceRow(
      row: 1, identity: Self.identity, name: "双证", kind: "死亡注销", eventDate: .day(MadeUp.day("2026-03-20")))
    let sweep = try desk.importSweep([row])

    let found = try #require(try desk.rows(of: sweep).first)
    #expect(found.proposal == .cancel && found.sweepClass == .exact)
    #expect(found.blocks == [.otherLive] && !found.isTakenTogether)
    #expect([Self.first, Self.second].contains(found.evidence.first?.source ?? ""))
    #expect(found.evidence.first?.source != found.certificate)

    try desk.decide(sweep, [1...1], .accept, reason: "家属到场")
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: chen)
    _ = try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("sun"))
    #expect(try desk.store.apply(sweep: sweep.id, by: Desk.session("bai")).cancelled == 1)

    #expect(try desk.undo(sweep).undone == [1])
    #expect(try desk.register() == before)
    #expect(try desk.store.verify().firstProblem == nil)
  }
}
