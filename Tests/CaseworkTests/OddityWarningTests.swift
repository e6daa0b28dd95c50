import DeskFixtures
import Testing

@testable import Casework

/// What is odd but lawful: it refuses nothing, and holds the case back from a batch.
@Suite struct OddityWarningTests {
  private func codes(_ here: Situation) -> [Application.Warning.Code] {
    here.application.warnings(under: here.policy, on: here.today).map(\.code)
  }

  /// A clock that ran ahead may have ended a notice before its days were over.
  @Test func whatWasRecordedUnderALaterDayIsLookedAt() throws {
    var here = try #require(try Situation.at(.review))
    let recorded = here.today

    #expect(!codes(here).contains(.recordedAhead))
    here.today = recorded.adding(days: -1)
    let told = here.application.warnings(under: here.policy, on: here.today).first { $0.code == .recordedAhead }
    #expect(told?.sentence.chinese.contains("\(recorded)，晚于今天") == true && told?.possibleFrom == recorded)
  }

  @Test(
    arguments: [
      ("岩垅村", "洪江市岩垅乡", false), ("岩垅乡青树村公示栏", "洪江市岩垅乡青树村 3 组", false), ("青树村", "洪江市岩垅乡青树村 3 组", false),
      ("另一个村", "洪江市岩垅乡青树村 3 组", true), ("安江镇政府", "洪江市岩垅乡青树村 3 组", true),
      ("公告栏", "洪江市岩垅乡青树村", false), ("另一个村", "某地", false),
    ])
  func aNoticeHangsWhereTheApplicantLives(_ place: String, _ address: String, _ isOdd: Bool) throws {
    var here = try #require(try Situation.at(.assessedOK))
    here.entries["address"] = address
    try here.act(.postNotice, ["place": place])
    #expect(codes(here).contains(.placeDiffers) == isOdd)
    here.passNotice()
    try here.act(.noticeEnd)
    #expect(
      here.application.warnings(under: here.policy, amid: Surroundings(), on: here.today).contains {
        $0.sentence.chinese.contains(place)
      } == isOdd)
  }

  @Test(arguments: [("", true), ("照片 3 张", false)])
  func aNoticeThatEndedUnderAnObjectionIsProvenToo(_ evidence: String, _ isOdd: Bool) throws {
    var here = try #require(try Situation.at(.objection))
    here.passNotice()
    try here.act(.objectionUnfounded, ["evidence": evidence])
    #expect(here.state == .review)
    #expect(codes(here).contains(.noticeUnproven) == isOdd)
  }

  @Test(arguments: [("", false), ("2026-05-01", false), ("2026-05-02", true), ("2036-01-01", true)])
  func aFreezeIsLookedAtInGoodTime(_ review: String, _ isOdd: Bool) {
    var here = Situation.draft(.freeze)
    here.entries["review_date"] = review
    #expect(codes(here).contains(.reviewFar) == isOdd)
    #expect(
      here.application.reviewDay(under: here.policy, on: here.today).iso == (review.isEmpty ? "2026-05-01" : review))
  }

  @Test(
    arguments: [
      ("张秀兰", Situation.adult, [:], nil, false),
      (
        "路人", MadeUp.identity(born: "2016-01-01", sequence: 31), [:],
        "collector_identified", false
      ),
      ("路人", MadeUp.identity(born: "2008-03-02", sequence: 31), [:], "collector_proven", true),
      ("路人", MadeUp.identity(born: "2008-03-03", sequence: 31), [:], "collector_identified", false),
      ("邻居", MadeUp.identity(born: "1970-01-01", sequence: 31), [:], "collector_proven", true),
      ("邻居", MadeUp.identity(born: "1970-01-01", sequence: 31), ["reason": "本人电话委托"], nil, true),
      ("邻居", MadeUp.identity(born: "1970-01-01", sequence: 31), ["letter": "yes"], nil, false),
      ("邻居", MadeUp.identity(born: "1970-01-01", sequence: 31), ["posting": "EMS1"], nil, false),
      ("张父", Situation.guardian, [:], nil, false),
    ] as [(String, String, Entries, String?, Bool)])
  func whoCollectsIsGrownUpAndKnownOrHasALetter(
    _ name: String, _ number: String, _ more: Entries, _ code: String?, _ isOdd: Bool
  ) throws {
    var here = try #require(try Situation.at(.approved))
    here.giveGuardian()
    try here.act(.print)
    try here.act(.seal)
    here.today = MadeUp.day("2026-03-02")
    here.intend(.collect)
    here.fields.merge(["collector": name, "identity": number])
    here.fields.merge(more)
    #expect(here.refusal?.code == code)
    guard code == nil else { return }
    try here.happen()
    #expect(codes(here).contains(.collectorUnproven) == isOdd)
  }

  @Test func aChildCollectsTheOwnCard() throws {
    var here = try #require(try Situation.at(.ready, identity: Situation.minor))
    here.intend(.collect)
    #expect(here.refusal == nil)
  }

  @Test(
    arguments: [
      (.renewExpired, true, "", false), (.renewExpired, false, "", true), (.renewExpired, false, "returned", false),
      (.renewExpired, false, "lost", false), (.renewExpired, false, "not_returned", true), (.reissue, false, "", false),
      (.new, false, "", false), (.cancel, false, "", true), (.cancel, false, "returned", false),
    ] as [(ServiceKind, Bool, String, Bool)])
  func theOldCardIsAskedForUntilItIsBack(
    _ service: ServiceKind, _ isPresented: Bool, _ told: String, _ isOut: Bool
  ) throws {
    var here = try #require(try Situation.at(service == .cancel ? .approved : .ready, service))
    if !isPresented {
      let others = here.application.materials.counts.filter { $0.key != .oldCertificate }
      here.entries["accept.materials"] = Materials(others).text
    }
    try here.act(service == .cancel ? .finishWithoutCard : .collect, ["old_card": told])
    #expect(codes(here).contains(.oldCardOut) == isOut)
  }
}
