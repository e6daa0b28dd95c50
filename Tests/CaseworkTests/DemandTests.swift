import DeskFixtures
import Testing

@testable import Casework

/// The papers that a case asks for (domain: 2.1–2.10).
@Suite struct DemandTests {
  enum Who: Sendable { case adult, minor, mental, psychiatric, heldMental, agent, elsewhere }

  @Test(
    arguments: [
      (.new, "", .adult, "ID,HK,PH×3,AF"), (.new, "", .minor, "ID,HK,PH×3,AF,GID,GP"),
      (.new, "", .mental, "ID,HK,PH×3,AF,GID,GP"), (.new, "", .psychiatric, "ID,HK,PH×3,AF,GID,GP"),
      (.new, "", .agent, "ID,HK,PH×3,AF,PX"), (.new, "", .elsewhere, "ID,HK,PH×3,AF,RP"),
      (.renewExpired, "", .adult, "ID,HK,PH×3,OC"), (.renewExpired, "", .minor, "ID,HK,PH×3,GID,GP,OC"),
      (.renewExpired, "", .heldMental, "ID,HK,PH×3,GID,GP,OC"), (.renewDamaged, "", .adult, "ID,PH×3,OC"),
      (.renewInformation, "", .adult, "ID,HK,PH×3,OC"), (.renewInformation, "name", .adult, "ID,HK,PH×3,OC,PC"),
      (.renewInformation, "identity,name", .minor, "ID,HK,PH×3,GID,GP,OC,PC"),
      (.reissue, "", .adult, "ID,PH×3,AF,LS"), (.reissue, "", .heldMental, "ID,PH×3,AF,GID,GP,LS"),
      (.change, "", .adult, "ID,HK,PH×3,MR,OC"), (.change, "", .mental, "ID,HK,PH×3,GID,GP,MR,OC"),
      (.transferOut, "", .adult, "MV"), (.transferOut, "", .minor, "GID,GP,MV"), (.transferIn, "", .adult, "ID,TP"),
      (.transferIn, "", .agent, "ID,TP,PX"), (.cancel, "death", .adult, "DP"), (.cancel, "death", .minor, "DP"),
      (.cancel, "death", .agent, "DP"), (.cancel, "no_longer_meets", .adult, "EF"),
      (.cancel, "voluntary", .adult, "ID,OC,VW"), (.cancel, "voluntary", .agent, "ID,OC,VW,PX"),
      (.cancel, "voluntary", .mental, "ID,GID,GP,OC,VW"),
      (.cancel, "fraud", .adult, "DD"), (.cancel, "untransferred", .adult, "MV"),
      (.cancel, "hk_cancelled", .adult, "PC"), (.cancel, "duplicate", .adult, "PC"), (.cancel, "missing", .adult, "DD"),
      (.freeze, "complaint", .adult, ""), (.freeze, "complaint", .minor, ""), (.unfreeze, "x", .adult, "DD"),
      (.restore, "x", .adult, "PC"), (.restore, "x", .minor, "PC"),
    ] as [(ServiceKind, String, Who, String)])
  func everyServiceAsksForItsPapers(
    _ service: ServiceKind, _ reason: String, _ who: Who, _ papers: String
  ) throws {
    var here = Situation.draft(service, identity: who == .minor ? Situation.minor : Situation.adult)
    here.entries[service == .renewInformation ? "changes" : "reason"] = reason
    switch who {
    case .adult, .minor: break
    case .mental: here.entries["category"] = "5"
    case .psychiatric: here.entries["category"] = "6"
    case .heldMental: here.entries.merge(["category": "7", "held_parts": "4:3,6:2"])
    case .agent: here.entries["agent.name"] = "李代理"
    case .elsewhere: here.entries.merge(["accepting_county": Situation.here, "deciding_county": Situation.elsewhere])
    }

    let demands = here.application.demands(under: Policy(), on: here.today)

    #expect(Materials(Dictionary(uniqueKeysWithValues: demands.map { ($0.code, $0.count) })).text == papers)
    #expect(demands.allSatisfy { $0.ground.isWhole })
  }

  @Test(arguments: [
    (ServiceKind.reissue, PolicyKey.announceKind, "newspaper", "ID,PH×3,AF,LS,LN"),
    (.new, .photoCount, "2", "ID,HK,PH×2,AF"), (.new, .extraMaterials(.new), "MR,RP", "ID,HK,PH×3,AF,MR,RP"),
    (.new, .extraMaterials(.new), "ID", "ID,HK,PH×3,AF"), (.freeze, .extraMaterials(.freeze), "PC", "PC"),
    (.freeze, .extraMaterials(.new), "PC", ""),
  ])
  func theOfficeMayAskForMoreByItsSettings(
    _ service: ServiceKind, _ key: PolicyKey, _ value: String, _ papers: String
  ) throws {
    let here = Situation.draft(service)
    let demands = here.application.demands(under: Policy([key: try key.kept(value)]), on: here.today)

    #expect(Materials(Dictionary(uniqueKeysWithValues: demands.map { ($0.code, $0.count) })).text == papers)
  }

  @Test func aMoveThatThePoliceReportedIsItsOwnProof() {
    var here = Situation.draft(.cancel)
    here.entries.merge(["reason": "untransferred", "police_ground": "sweep:2026Q1-1:3"])

    #expect(here.application.demands(under: Policy(), on: here.today).isEmpty)
  }

  /// What a return names: `items`, and what is to be kept of it.
  @Test func everythingMissingIsNamedOnceAndWhatIsAskedLaterIsMarked() throws {
    var here = try #require(try Situation.at(.draft))
    try here.act(.submit, ["materials": "ID,PH×1"])
    try here.act(.sendBack, ["items": ""])
    #expect(here.entries.text("return.missing") == "HK,PH,AF")
    #expect(here.entries.text("return.asked_later") == "")

    try here.act(.submit, ["materials": "ID,HK,PH×3,AF"])
    try here.act(.sendBack, ["items": "HK,MR"])
    #expect(here.entries.text("return.missing") == "HK,MR")
    #expect(here.entries.text("return.asked_later") == "MR")

    try here.act(.submit)
    try here.act(.sendBack, ["items": "mr,af"])
    #expect(here.entries.text("return.asked_later") == "")
    #expect(Set(here.application.askedBefore) == ["AF", "HK", "MR", "PH"])
  }

  /// What was accepted as complete and is asked for by whoever reviews comes later, also where nothing was asked before.
  @Test func whatTheReviewAsksForFirstIsMarkedAsLater() throws {
    var here = try #require(try Situation.at(.review))
    here.entries.merge(["category": "5"])
    try here.act(.sendBack, ["items": "GID"])

    #expect(here.entries.text("return.missing") == "GID,GP")
    #expect(here.entries.text("return.asked_later") == "GID,GP")
  }

  /// Which parts a multiple disability has is asked before it is assessed: with some of them a guardian is due.
  @Test(
    arguments: [
      ("7", "", "", true), ("7", "4:3,5:2", "", false), ("7", "1:2,4:3", "", false), ("7", "", "王父", false),
      ("4", "", "", false), ("5", "", "", false),
    ])
  func aMultipleDisabilityIsAskedWhetherAGuardianIsDue(
    _ category: String, _ parts: String, _ guardian: String, _ isAsked: Bool
  ) throws {
    for state in [Application.State.draft, .submitted, .accepted] {
      var here = try #require(try Situation.at(state))
      here.entries.merge(["category": category, "held_parts": parts, "guardian.name": guardian])

      let said = here.application.warnings(under: Policy(), on: here.today).filter { $0.code == .guardianPerhaps }
      #expect(said.count == (isAsked ? 1 : 0))
      #expect(said.allSatisfy { $0.words.isWhole && $0.sentence.chinese.contains("监护人身份证") })
    }
  }

  @Test func nothingIsSentBackForNothing() throws {
    var here = try #require(try Situation.at(.submitted))
    here.intend(.sendBack)
    here.fields["items"] = nil
    #expect(here.refusal?.code == "something_missing")
    here.fields["items"] = "照片不清晰"
    #expect(here.refusal == nil)
  }
}
