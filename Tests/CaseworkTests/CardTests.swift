import DeskFixtures
import Testing

@testable import Casework

/// What the new card says: its number and its dates (domain: 2.11, 4.3).
@Suite struct CardTests {
  /// A certificate that came back and ended again before its card was printed (chance seed 4053052107).
  @Test(arguments: [(Certificate.State.valid, nil), (.cancelled, "certificate_fits"), (.frozen, "certificate_fits")])
  func whatEndedAfterItMovedInIsNotPrinted(_ state: Certificate.State, _ refusal: String?) throws {
    var here = try #require(try Situation.at(.approved, .transferIn))
    here.facts.certificate = Certificate(
      id: 7, state: state, sequence: 9, since: here.today,
      entries: [
        "number": Situation.adult + "43", "identity": Situation.adult, "category": "4", "grade": "3",
        "move_in.ground": here.application.ground,
      ])
    here.intend(.print)
    #expect(here.refusal?.code == refusal)
    here.intend(.terminate)
    #expect((here.refusal == nil) == (state == .cancelled))
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let service: ServiceKind
    /// The ending of the number held: category, grade, suffix.
    var held: String? = "43"
    var used: Set<Int> = []
    var finding: String?
    var changesIdentity = false
    var restarts = true
    let number: String
    var testDescription: String {
      "\(service.rawValue) \(held ?? "none") \(used.sorted()) \(finding ?? "") → \(number)"
    }
  }

  @Test(arguments: [
    Case(service: .new, held: nil, finding: "43", number: "43"),
    Case(service: .new, held: nil, used: [0], finding: "43", number: "43B1"),
    Case(service: .new, held: nil, used: [1], finding: "71", number: "71B2"),
    Case(service: .renewExpired, used: [0], number: "43"),
    Case(service: .renewExpired, held: "43B1", used: [0, 1], number: "43B1"),
    Case(service: .renewExpired, held: "43B1", finding: "42", number: "42"),
    Case(service: .renewExpired, held: "43B1", used: [0, 1], finding: "43", number: "43B1"),
    Case(service: .renewDamaged, held: "43B2", used: [0, 1, 2], number: "43B2"),
    Case(service: .renewInformation, used: [0], number: "43"),
    Case(service: .renewInformation, changesIdentity: true, number: "43"),
    Case(service: .renewInformation, held: "43B2", changesIdentity: true, number: "43"),
    Case(service: .renewInformation, held: "43B2", changesIdentity: true, restarts: false, number: "43B2"),
    Case(service: .renewInformation, used: [0], changesIdentity: true, number: "43B1"),
    Case(service: .reissue, used: [0], number: "43B1"),
    Case(service: .reissue, held: "43B1", used: [0, 1], number: "43B2"),
    Case(service: .reissue, held: "43B", used: [0, 1], number: "43B2"),
    Case(service: .reissue, used: [0, 1], number: "43B2"),
    Case(service: .reissue, held: "43B9", used: [9], number: "43B10"),
    Case(service: .change, finding: "42", number: "42"),
    Case(service: .change, held: "42", used: [0], finding: "43", number: "43B1"),
    Case(service: .change, held: "43B2", finding: "44", number: "44"),
    Case(service: .change, held: "43B2", finding: "44", restarts: false, number: "44B2"),
    Case(service: .change, held: "43B2", used: [0, 3], finding: "44", restarts: false, number: "44B4"),
    Case(service: .change, held: "43", used: [0], finding: "43", number: "43"),
    Case(service: .transferIn, held: nil, number: "43B1"),
    Case(service: .transferIn, held: "43B1", used: [0, 1], number: "43B1"),
    Case(service: .transferIn, held: nil, finding: "42", number: "42"),
    Case(service: .transferIn, held: "43B1", used: [0], finding: "42", number: "42B1"),
  ])
  func theNumberOfTheNewCard(_ one: Case) throws {
    var here = Situation.draft(one.service)
    let old = Situation.adult
    here.facts.certificate = one.held.map { Self.certificate(old, ending: $0) }
    here.entries["certificate"] = old + (one.held ?? "43B1")
    if let finding = one.finding {
      here.entries.replace(
        under: "finding.",
        with: ["category": String(finding.prefix(1)), "grade": String(finding.suffix(1)), "path": "hospital"])
    }
    let identity = one.changesIdentity ? Situation.guardian : old
    here.entries["identity"] = identity
    here.facts.usedSuffixes = one.used
    here.policy[.suffixRestartsOnChange] = String(one.restarts)

    #expect(here.application.composedNumber(in: here.circumstances) == identity + one.number)
  }

  private static func certificate(_ identity: String, ending: String) -> Certificate {
    let day = MadeUp.day("2020-01-01")
    return Certificate(
      id: 7, state: .valid, sequence: 1, since: day,
      entries: [
        "number": identity + ending, "identity": identity, "category": String(ending.prefix(1)),
        "grade": String(ending.dropFirst().prefix(1)), "valid_from": "2020-01-01", "valid_to": "2030-01-01",
        "name": "张秀兰", "phone": "13800000000",
      ])
  }

  @Test(arguments: [
    (ServiceKind.new, "2026-03-02", "2026-03-02", "2036-03-02"),
    (.renewExpired, "2026-03-02", "2026-03-02", "2036-03-02"), (.change, "2026-03-02", "2026-03-02", "2036-03-02"),
    (.change, "2028-02-29", "2028-02-29", "2038-02-28"), (.renewDamaged, "2026-03-02", "2020-01-01", "2030-01-01"),
    (.renewInformation, "2026-03-02", "2020-01-01", "2030-01-01"), (.reissue, "2026-03-02", "2020-01-01", "2030-01-01"),
    (.transferIn, "2026-03-02", "2019-05-05", "2029-05-05"),
  ])
  func theDatesOfTheNewCard(_ service: ServiceKind, _ approval: String, _ from: String, _ to: String) throws {
    var here = Situation.draft(service)
    here.entries.merge(["finding.category": "4", "finding.grade": "3"])
    if service == .transferIn { here.entries.merge(["valid_from": from, "valid_to": to]) }
    let old = service.isOnCertificate ? Self.certificate(Situation.adult, ending: "43") : nil

    let card = here.application.cardEntries(
      number: Situation.adult + "43", replacing: old, approvedOn: MadeUp.day(approval))

    #expect(card["valid_from"] == from)
    #expect(card["valid_to"] == to)
    #expect(card["supersedes"] == old?.number)
    #expect(card["application"] == here.application.number)
    #expect(card["phone"] == (old == nil ? nil : "13800000000"))
    #expect((card["remark"] ?? "").isEmpty == (service == .new))
  }

  /// From when a change waits (domain: 2.5): the last assessment, which a renewal without one is not.
  @Test(
    arguments: [
      (.renewExpired, "2019-12-20", nil, "2019-12-20"), (.renewExpired, "", nil, "2020-01-01"),
      (.renewExpired, "2019-12-20", "2026-03-01", "2026-03-01"), (.renewDamaged, "", nil, "2020-01-01"),
    ] as [(ServiceKind, String, String?, String)])
  func theLastAssessmentStaysKnown(
    _ service: ServiceKind, _ assessed: String, _ found: String?, _ expected: String
  ) throws {
    var here = Situation.draft(service)
    here.register(["assessed_on": assessed, "valid_from": "2020-01-01"])
    if let found {
      here.entries.merge([
        "finding.category": "4", "finding.grade": "3", "finding.path": "hospital", "record_result.date": found,
      ])
    }
    let card = here.application.cardEntries(
      number: Situation.adult + "43", replacing: here.facts.certificate, approvedOn: here.today)
    let issued = Certificate(id: 9, state: .valid, sequence: 1, since: here.today, entries: card)
    #expect(issued.assessedOn?.iso == expected)
  }

  @Test func theRemarkOfATransferSaysWhenAndFromWhere() {
    let here = Situation.draft(.transferIn)
    let card = here.application.cardEntries(
      number: Situation.adult + "43", replacing: nil, approvedOn: MadeUp.day("2026-03-02"))
    #expect(card["remark"] == "2026-03-02 由鹤城区迁入")
  }

  @Test func aCardThatMovesBackInKeepsItsDatesWhateverTheLetterSays() {
    var here = Situation.draft(.transferIn)
    here.entries.merge(["valid_from": "2001-01-01", "valid_to": "2011-01-01"])
    let card = here.application.cardEntries(
      number: Situation.adult + "43", replacing: Self.certificate(Situation.adult, ending: "43"),
      approvedOn: here.today)

    #expect(card["valid_from"] == "2020-01-01" && card["valid_to"] == "2030-01-01")
  }
}
