import DeskFixtures
import Testing

@testable import Casework

/// When a service is possible and what it takes (domain: 2.3–2.10).
@Suite struct ServiceRulesTests {
  @Test(
    arguments: [
      (.renewExpired, "valid_to", "2027-03-02", nil), (.renewExpired, "valid_to", "2027-03-03", "2026-03-03"),
      (.renewExpired, "valid_to", "2030-01-01", "2029-01-01"), (.renewExpired, "valid_to", "2032-02-29", "2031-02-28"),
      (.renewExpired, "valid_to", "2020-01-01", nil), (.change, "assessed_on", "2025-03-02", nil),
      (.change, "assessed_on", "2025-03-03", "2026-03-03"), (.change, "valid_from", "2025-12-31", "2026-12-31"),
    ] as [(ServiceKind, String, String, String?)])
  func theDayFromWhichItIsPossibleIsNamed(
    _ service: ServiceKind, _ field: String, _ value: String, _ possible: String?
  ) throws {
    var here = try #require(try Situation.at(.submitted, service))
    here.register([field: value])
    here.intend(.accept)

    #expect(here.refusal?.code == possible.map { _ in "not_too_early" })
    if let possible {
      #expect(here.refusal?.message.chinese.contains(possible) == true)
      #expect(here.refusal?.message.english.contains(possible) == true)
      here.today = MadeUp.day(possible)
      #expect(here.refusal == nil)
      here.today = MadeUp.day(possible).adding(days: -1)
      #expect(here.refusal?.code == "not_too_early")
    }
  }

  @Test func hospitalEvidenceLiftsTheWaitOfAChangeAlone() throws {
    for (service, refusal) in [(ServiceKind.change, nil), (.renewExpired, "not_too_early")] {
      var here = try #require(try Situation.at(.submitted, service))
      here.register(["assessed_on": "2026-02-01", "valid_to": "2036-02-01"])
      here.entries["evidence"] = "市一院 2026-02 诊断"
      here.intend(.accept)
      #expect(here.refusal?.code == refusal)
    }
  }

  @Test(
    arguments: [
      (.new, "", "", nil, true), (.change, "", "", nil, true), (.renewDamaged, "X", "panel", nil, false),
      (.renewInformation, "X", "panel", nil, false), (.reissue, "X", "panel", nil, false),
      (.renewExpired, "", "hospital", nil, false), (.renewExpired, "X", "hospital", nil, true),
      (.renewExpired, "", "panel", nil, true), (.renewExpired, "", "", nil, false),
      (.renewExpired, "", "panel", .reassessIfPanelPath, false), (.renewExpired, "", "panel", .renewalReassess, false),
      (.renewExpired, "X", "panel", .renewalReassess, true), (.transferIn, "", "panel", nil, false),
      (.transferIn, "X", "", nil, true), (.transferIn, "", "", .transferInReassess, true),
      (.transferOut, "X", "", nil, false), (.cancel, "X", "", nil, false), (.freeze, "X", "", nil, false),
      (.unfreeze, "X", "", nil, false), (.restore, "X", "", nil, false),
    ] as [(ServiceKind, String, String, PolicyKey?, Bool)])
  func anAssessmentIsDueWhereTheServiceOrADoubtAsksForOne(
    _ service: ServiceKind, _ doubt: String, _ path: String, _ key: PolicyKey?, _ isDue: Bool
  ) throws {
    var here = Situation.draft(service)
    here.entries["doubt"] = doubt
    here.register(["path": path])
    switch key {
    case .reassessIfPanelPath?: here.policy[.reassessIfPanelPath] = "false"
    case .renewalReassess?: here.policy[.renewalReassess] = "never"
    case .transferInReassess?: here.policy[.transferInReassess] = "true"
    default: break
    }

    #expect((here.application.assessmentGround(in: here.circumstances) != nil) == isDue)
  }

  @Test func aRefusedChangeIsFiledOnlyOnceTheCertificateBelowTheStandardHasEnded() throws {
    var here = try #require(try Situation.at(.refused, .change))
    try here.act(.deliver)
    here.today = here.today.adding(days: 60)
    here.entries.replace(under: "finding.", with: ["category": "4", "path": "hospital"])
    here.intend(.archive)
    #expect(here.refusal?.code == "below_standard_settled")

    here.register([:], state: .cancelled)
    #expect(here.refusal == nil)
  }

  @Test func aFieldNobodyAsksForIsNamedBeforeWhatIsMissing() {
    var here = Situation.draft(.new)
    here.entries["name"] = nil
    here.intend(.submit)
    #expect(here.refusal?.code == "fields_complete")

    here.fields["name"] = "张秀兰"
    #expect(here.refusal?.code == "unknown_field")
  }

  @Test func anOfficeMayAssessAtEveryRenewal() {
    var here = Situation.draft(.renewExpired)
    here.policy[.renewalReassess] = "always"
    #expect(here.application.assessmentGround(in: here.circumstances) != nil)
  }

  @Test(
    arguments: [
      (.cancel, ["event_date": "2026-03-03"], "days_possible"), (.cancel, ["event_date": "2026-03-02"], nil),
      (.cancel, ["event_date": "2019-12-31"], "days_possible"), (.cancel, ["event_date": "2020-01-01"], nil),
      (.cancel, ["event_date": ""], "days_possible"),
      (.cancel, ["event_date": "", "reason": "duplicate"], "duplicate_named"),
      (.cancel, ["event_date": "", "reason": "hk_cancelled"], "days_possible"),
      (.cancel, ["event_date": "", "reason": "untransferred"], "days_possible"),
      (.cancel, ["reason": "fraud"], "document_given"), (.cancel, ["reason": "fraud", "document": "决 1 号"], nil),
      (.cancel, ["reason": "no_longer_meets"], "document_given"),
      (.cancel, ["reason": "no_longer_meets", "document": "市一医院 2026-7"], nil),
      (.cancel, ["reason": "no_longer_meets", "document": "市一医院 2026-7", "event_date": ""], "days_possible"),
      (.cancel, ["reason": "missing", "document": "判 1 号"], "certificate_fits"),
      (.freeze, ["document": ""], "document_given"),
      (.freeze, ["reason": "verify_death", "document": ""], "document_given"),
      (.freeze, ["reason": "untransferred", "document": ""], "days_possible"),
      (.freeze, ["reason": "untransferred", "document": "", "event_date": "2025-09-01"], nil),
      (.freeze, ["review_date": "2026-03-02"], "days_possible"), (.freeze, ["review_date": "2026-03-03"], nil),
      (.freeze, ["event_date": "2019-12-31"], nil), (.freeze, ["event_date": "2026-03-03"], "days_possible"),
      (.transferOut, ["event_date": "2026-03-03"], "days_possible"), (.transferOut, ["event_date": "2026-03-01"], nil),
      (.transferIn, ["valid_from": "2026-03-03"], "days_possible"),
      (.transferIn, ["valid_to": "2019-12-31"], "days_possible"),
      (.transferIn, ["valid_to": "2030-01-02"], "days_possible"),
      (.transferIn, ["valid_from": "2016-03-02", "valid_to": "2026-03-01"], "days_possible"),
      (.transferIn, ["valid_from": "2016-03-03", "valid_to": "2026-03-02"], nil),
      (.transferIn, ["origin": "431281"], "moved_elsewhere"), (.transferIn, ["origin": "洪江市"], "moved_elsewhere"),
      (.transferOut, ["destination": "431281 洪江市"], "moved_elsewhere"),
      (.transferOut, ["destination": "怀化市洪江市"], "moved_elsewhere"),
      (.transferOut, ["destination": "怀化市鹤城区"], nil), (.transferOut, ["destination": "999999"], nil),
      (.transferOut, ["destination": "某新区"], "destination_known"),
      (.transferOut, ["destination": "某新区", "reason": "新设，区划表未列"], nil),
      (.transferIn, ["valid_from": "2026-03-02", "valid_to": "2036-03-02"], nil),
      (.transferIn, ["certificate": Situation.minor + "43"], "right_person"),
      (.change, ["name": "张秀"], "right_person"), (.change, ["name": "张 秀 兰"], nil),
      (.renewInformation, ["name": "王芳"], nil),
    ] as [(ServiceKind, Entries, String?)])
  func whatCannotBeIsNotSubmitted(_ service: ServiceKind, _ changes: Entries, _ code: String?) throws {
    var here = Situation.draft(service)
    here.entries.merge(changes)
    here.intend(.submit)

    #expect(here.refusal?.code == code)
    if code != nil { #expect(here.refusal?.message.isWhole == true && here.refusal?.remedy?.isWhole == true) }
  }

  /// Which certificates a service takes; a refusal says what would help.
  @Test(arguments: ServiceKind.allCases.filter(\.isOnCertificate)) func aServiceTakesCertificatesInItsStatesAlone(
    _ service: ServiceKind
  ) throws {
    let taken: [ServiceKind: Set<Certificate.State>] = [
      .renewExpired: [.valid, .expired, .lost], .renewDamaged: [.valid], .renewInformation: [.valid, .expired],
      .reissue: [.valid, .lost], .change: [.valid, .expired], .transferOut: [.valid],
      .cancel: [.valid, .expired, .lost, .frozen], .freeze: [.valid, .expired], .unfreeze: [.frozen],
      .restore: [.cancelled],
    ]
    for state in Certificate.State.allCases {
      var here = Situation.draft(service)
      here.register(state == .expired ? ["valid_to": "2026-03-01"] : [:], state: state == .expired ? .valid : state)
      here.intend(.submit)
      let fits = try #require(taken[service]).contains(state)
      #expect(here.refusal?.code == (fits ? nil : "certificate_fits"), "\(state.rawValue)")
      if !fits { #expect(here.refusal?.remedy?.isWhole == true) }
    }
  }
}
