import Foundation
import Testing

/// Every service by commands from the counter to its end, with what is refused on the way.
@Suite struct ServiceWalkTests {
  static let holder = "11010519491231002X"

  /// From an accepted case without an assessment to the archive.
  private static let card = """
    no_assessment > review
    sunmin approve > approved
    print > printed
    \(handedOver)
    """
  /// From a printed card to the archive.
  private static let handedOver = """
    seal > ready
    collect > collected
    yangshu archive > archived
    """
  static let noCard = """
    no_assessment > review
    sunmin approve > approved
    finish_without_card > archived
    """

  struct Walk: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let script: String

    init(_ name: String, _ script: String) {
      testDescription = name
      self.script = script
    }
  }

  @Test(arguments: [
    Walk(
      "renew_exp",
      """
      open renew_exp certificate=#43
      submit materials=OC,ID,HK,PH×3 > submitted
      accept ! not_too_early 2033-01-05 第十九条
      @ 2033-01-05
      accept > accepted
      choose_hospital ! assessment_due
      \(card)
      = 43 valid 2033-01-05 2043-01-05
      """),
    Walk(
      "renew_exp in doubt",
      """
      @ 2033-03-01
      open renew_exp certificate=#43 doubt=行走正常
      submit materials=OC,ID,HK,PH×3 > submitted
      accept > accepted
      no_assessment ! no_assessment_due 行走正常
      choose_direct members=zhouwei,wuqiang,helizhang feature=无 evaluation=特征明显 ! direct_path_open
      choose_hospital > assigned
      record_result grade=4 > assessed_ok
      post_notice > publicity
      notice_end ! notice_period_over 2033-03-08
      @ 2033-03-09
      notice_end > review
      sunmin approve > approved
      print > printed
      = 44 valid 2033-03-09 2043-03-09
      \(handedOver)
      """),
    Walk(
      "renew_dmg",
      """
      open new identity=# name=王芳 address=东大街 category=4
      submit materials=ID,HK,PH×3,AF > submitted
      accept ! no_live_certificate
      withdraw > withdrawn
      open renew_dmg certificate=#43
      submit materials=ID > submitted
      accept ! materials_complete OC PH
      accept materials=OC,ID,PH×3 > accepted
      \(card)
      = 43 valid 2024-01-05 2034-01-05
      """),
    Walk(
      "renew_info",
      """
      open renew_info certificate=#43 name=王小芳
      submit materials=OC,ID,HK,PH×3 > submitted
      accept ! materials_complete PC
      accept materials=OC,ID,HK,PH×3,PC > accepted
      \(card)
      = 43 valid 2024-01-05 2034-01-05
      open renew_dmg certificate=#43 name=王芳
      submit ! right_person 信息变更
      """),
    Walk(
      "reissue twice, the second card misprinted and printed again",
      """
      open reissue certificate=#43
      submit materials=ID,LS,PH×3,AF > submitted
      = 43 valid
      accept > accepted
      = 43 lost
      \(card)
      = 43B1 valid 2024-01-05 2034-01-05
      open reissue certificate=#43
      submit ! certificate_fits 新证号
      withdraw > withdrawn
      open reissue certificate=#43B1
      submit materials=ID,LS,PH×3,AF > submitted
      accept > accepted
      no_assessment > review
      sunmin approve > approved
      print serial=Z1 ! serial_unused
      print serial=Y1 > printed
      = 43B2 valid 2024-01-05 2034-01-05
      misprint reason=照片印歪 > approved
      = 43B1 lost
      print serial=Y1 ! serial_unused
      print serial=Y2 > printed
      = 43B2 valid 2024-01-05 2034-01-05
      seal > ready
      collect identity=11010519491231002Y ! collector_identified
      collect > collected
      yangshu archive > archived
      """),
    Walk(
      "change",
      """
      @ 2025-01-04
      open change certificate=#43
      submit materials=OC,ID,HK,PH×3,MR > submitted
      accept ! not_too_early 2025-01-05
      @ 2025-01-05
      accept > accepted
      no_assessment ! no_assessment_due
      choose_hospital > assigned
      record_result grade=2 date=2025-01-06 ! result_complete 将来
      record_result grade=2 > assessed_ok
      skip_notice ! notice_not_due
      post_notice > publicity
      @ 2025-01-20
      notice_end > review
      chenjing approve ! not_your_role
      sunmin approve > approved
      print > printed
      = 42 valid 2025-01-20 2035-01-20
      misprint reason=印错 > approved
      = 43 valid 2024-01-05 2034-01-05
      print > printed
      = 42 valid 2025-01-20 2035-01-20
      \(handedOver)
      """),
    Walk(
      "transfer out and back in",
      """
      open transfer_out certificate=#43 event_date=2026-07-01
      submit ! fields_complete 迁往地
      edit destination=鹤城区
      submit ! days_possible 将来
      edit event_date=2026-05-20
      submit materials=MV > submitted
      accept > accepted
      print ! not_from_here
      \(noCard)
      = 43 moved_out 2024-01-05 2034-01-05
      open renew_dmg certificate=#43
      submit ! certificate_fits 迁入
      open transfer_in certificate=#43 address=安江镇 origin=鹤城区 valid_from=2024-01-05 valid_to=2034-01-05
      submit materials=TP,ID > submitted
      accept > accepted
      \(card)
      = 43 valid 2024-01-05 2034-01-05
      """),
    Walk(
      "freeze and unfreeze",
      """
      open freeze certificate=#43 reason=complaint review_date=2026-05-01
      submit ! days_possible 复核日
      edit document=核查1号
      edit review_date=
      edit review_date=2026-08-01
      submit > submitted
      accept > accepted
      \(noCard)
      = 43 frozen
      open renew_dmg certificate=#43
      submit ! certificate_fits 解冻
      open unfreeze certificate=#43 reason=查明
      submit > submitted
      accept ! materials_complete DD
      accept materials=DD > accepted
      no_assessment > review
      sunmin approve ! not_the_freezer 第二人
      qianjun approve > approved
      finish_without_card > archived
      = 43 valid 2024-01-05 2034-01-05
      """),
    Walk(
      "cancel after a death, and restore",
      """
      open cancel certificate=#43 reason=DEATH
      submit ! days_possible
      edit event_date=2026-06-02
      submit ! days_possible 将来
      edit event_date=2024-01-04
      submit ! days_possible 2024-01-05
      edit event_date=2026-02-30 ! bad_value
      edit event_date=2026-05-30
      submit > submitted
      accept ! materials_complete DP
      accept materials=DP > accepted
      \(noCard)
      = 43 cancelled
      open restore certificate=#43 reason=公安更正
      submit materials=PC > submitted
      accept > accepted
      no_assessment > review
      sunmin approve ! not_the_canceller
      qianjun approve > approved
      finish_without_card > archived
      = 43 valid 2024-01-05 2034-01-05
      """),
    Walk(
      "cancel of one's own will, barred for a year, lifted by two",
      """
      open cancel certificate=#43 reason=voluntary
      submit materials=VW,ID,OC > submitted
      accept > accepted
      \(noCard)
      open new identity=# name=王芳 address=东大街 category=4
      submit materials=ID,HK,PH×3,AF > submitted
      accept ! not_barred 2027-06-01 第二十四条
      accept override=错误注销 ! not_barred
      accept override=错误注销 second=liufang ! not_barred
      @ 2027-05-31
      accept ! not_barred 2027-06-01
      @ 2027-06-01
      accept > accepted
      choose_hospital > assigned
      record_result > assessed_ok
      post_notice > publicity
      notice_end ! notice_period_over 2027-07-01
      @ 2027-07-02
      notice_end > review
      sunmin approve > approved
      print > printed
      = 43B1 valid 2027-07-02 2037-07-02
      \(handedOver)
      """),
  ])
  func theServiceGoesItsWay(_ walk: Walk) throws {
    let office = try Program.officeWithHolder(Self.holder, today: "2026-06-01")
    try ScriptedWalk(office, of: Self.holder).walk(walk.script)

    #expect(try office.run("audit", "verify").status == 0)
    try office.remove()
  }

  /// People who have no certificate here yet.
  @Test(arguments: [
    Walk(
      "a child of another county: no guardian, a wrong person, a validity that cannot be",
      """
      open transfer_in certificate=#23 name=李小四 address=安江镇 origin=鹤城区 valid_from=2026-06-02 valid_to=2036-06-01
      submit ! guardian_given 第九条
      edit guardian.identity=11010519491231002X guardian.name=王芳 guardian.relation=祖母
      submit ! days_possible 将来
      edit valid_from=2020-01-01
      submit ! days_possible 十年
      edit valid_to=2029-12-31
      submit materials=TP,ID > submitted
      accept ! materials_complete GID
      accept materials=TP,ID,GID,GHK > accepted
      \(card)
      = 23 valid 2020-01-01 2029-12-31
      """),
    Walk(
      "a first card: no result after the referral, none without a certificate",
      """
      open renew_dmg identity=# name=李小四
      submit ! fields_complete
      open new identity=# name=李小四 address=安江镇 category=4
      submit ! guardian_given
      edit guardian.identity=# guardian.name=王芳 guardian.relation=祖母
      submit ! guardian_given
      edit guardian.identity=11010519491231002X
      submit materials=ID,HK,PH×3,AF,GID,GP > submitted
      accept > accepted
      no_show ! not_from_here
      choose_hospital > assigned
      @ 2026-08-30
      no_show ! referral_expired 2026-08-30
      @ 2026-09-01
      record_result date=2026-08-31 ! result_complete 2026-08-30 重新登记
      no_show > lapsed
      """),
  ])
  func aPersonWithoutACertificate(_ walk: Walk) throws {
    let office = try Program.office(today: "2026-06-01")
    try ScriptedWalk(office, of: "431202201501010027").walk(walk.script)

    #expect(try office.run("audit", "verify").status == 0)
    try office.remove()
  }
}
