import Foundation
import Testing

/// What goes another way: other counties and levels, relatives, files that are none, a calendar that comes late.
@Suite struct ServiceTroubleTests {
  private static let adult = ServiceWalkTests.holder
  private static let opened = """
    open new identity=# name=王芳 address=东大街 category=4
    submit materials=ID,HK,PH×3,AF > submitted
    accept > accepted
    choose_hospital > assigned
    """

  @Test(arguments: [
    ServiceWalkTests.Walk(
      "another county decides",
      """
      open new identity=# name=王芳 address=鹤城区 category=4 deciding_county=431202
      submit materials=ID,HK,PH×3,AF > submitted
      accept ! materials_complete RP
      accept materials=ID,HK,PH×3,AF,RP > accepted
      choose_hospital > assigned
      record_result > assessed_ok
      post_notice > publicity
      forward evidence=照片 letter=洪函3号 ! notice_period_over 2026-06-08
      @ 2026-06-09
      forward evidence=照片 letter=洪函3号 > forwarded
      receive_forwarded complete=yes signature=yes ! this_county_decides 431202
      forward_returned reason=缺公示照片 > review
      sunmin approve ! this_county_decides 431202
      forward letter=洪函4号 > forwarded
      forward_settled outcome=已发证 letter=鹤函8号 > archived
      """),
    ServiceWalkTests.Walk(
      "prefecture and province assess again",
      """
      \(opened)
      record_result grade=none > assessed_fail
      ask_prov request=不服 level=省残联 ! city_result_stands
      @ 2026-06-16
      ask_city request=不服 level=怀化市残联 delivered=2026-06-01 ! within_objection_window 2026-06-15 第二十五条
      @ 2026-06-15
      ask_city request=不服 level=怀化市残联 > reassess_city
      city_result document=9号 institution=市一医院 date=2026-06-14 category=4 grade=3 ! reassessment_possible 2026-06-15
      city_result document=9号 institution=市一医院 date=2026-06-15 category=4 grade=none > assessed_fail
      sunmin refuse reason=不符合标准 > refused
      yangshu archive ! objection_window_closed 2026-06-30
      deliver delivered=2026-06-15 > refused
      yangshu archive ! objection_window_closed 2026-06-30
      ask_prov request=不服 level=省残联 > reassess_prov
      prov_result document=2号 institution=省专家委员会 date=2026-06-15 category=4 grade=4 > assessed_ok
      ask_city request=不服 level=怀化市残联 ! not_final
      post_notice > publicity
      @ 2026-07-01
      notice_end > review
      sunmin approve > approved
      print > printed
      = 44 valid 2026-07-01 2036-07-01
      """),
    ServiceWalkTests.Walk(
      "somebody objects, and another hospital assesses",
      """
      \(opened)
      record_result institution=H03 ! result_complete H01
      record_result institution=H02 ! institution_listed
      record_result > assessed_ok
      post_notice > publicity
      object objector=村民 content=能走路 > objection
      notice_end ! not_from_here
      sunmin objection_founded record=属实 institution=H01 ! other_institution
      sunmin objection_founded record=属实 institution=H03 > assigned
      """),
    ServiceWalkTests.Walk(
      "sent back twice, and left lying",
      """
      open new identity=# name=王芳 address=东大街 category=4
      submit materials=ID > submitted
      return reason=缺材料 deadline=2026-05-31 ! deadline_ahead 2026-06-01
      return reason=缺材料 > returned
      submit materials=ID,HK,PH×3,AF > submitted
      return reason=还要病历 items=MR > returned
      correction_overdue ! correction_expired 2026-07-01
      @ 2026-07-02
      correction_overdue reminder=已电话催告 > lapsed
      yangshu archive > archived
      """),
  ])
  func theCaseGoesAnotherWay(_ walk: ServiceWalkTests.Walk) throws {
    let office = try Program.office(today: "2026-06-01")
    try ScriptedWalk(office, of: Self.adult).walk(walk.script)

    #expect(try office.run("audit", "verify").status == 0)
    try office.remove()
  }

  @Test func whatWasNotOnTheFirstListIsMarked() throws {
    let office = try Program.office(today: "2026-06-01")
    try ScriptedWalk(office, of: Self.adult).walk(
      """
      open new identity=# name=王芳 address=东大街 category=4
      submit materials=ID > submitted
      return reason=缺材料 > returned
      submit materials=ID,HK,PH×3,AF > submitted
      return reason=还要病历 items=AF,MR > returned
      """)

    let shown = try office.run(as: "chenjing", "case", "show", "1").json()
    let returns = try #require(shown["events"] as? [[String: Any]]).filter { $0["event"] as? String == "return" }
      .compactMap { $0["data"] as? [String: String] }
    #expect(returns.map { $0["missing"] } == ["HK,PH,AF", "AF,MR"])
    #expect(returns.map { $0["asked_later"] } == [nil, "MR"])
    try office.remove()
  }

  @Test func aRelativeNeitherOpensNorAdvancesTheCase() throws {
    let office = try Program.office(today: "2026-06-01")
    try office.keep("qinshu-password", as: "qinshu.password")
    let added = try office.run(
      as: "admin", "staff", "add", "qinshu", "--role", "clerk,supervisor", "--recusal", Self.adult,
      "--new-password-file", office.path("qinshu.password"))
    try #require(added.status == 0, "\(added.output)\(added.complaint)")

    try ScriptedWalk(office, of: Self.adult).walk(
      """
      qinshu open new identity=# name=王芳 address=东大街 category=4 ! not_own_case 他人
      open new identity=# name=王芳 address=东大街 category=4
      qinshu submit materials=ID,HK,PH×3,AF ! not_own_case
      submit materials=ID,HK,PH×3,AF > submitted
      qinshu accept ! not_own_case
      qinshu withdraw ! not_own_case
      qinshu reject_intake reason=不实 ! not_own_case
      accept > accepted
      """)
    #expect(try office.run(as: "chenjing", "case", "show", "1").json()["state"] as? String == "accepted")
    try office.remove()
  }

  @Test func aPhotoIsAPictureOfTheRightSize() throws {
    let office = try Program.office(today: "2026-06-01")
    try office.keep("这是一封信，不是照片。", as: "letter.jpg")
    try office.keep(Self.jpeg(300, 400), as: "small.jpg")
    try office.keep(Self.jpeg(413, 579) + Data(count: 600_000), as: "large.jpg")
    try office.keep(Self.jpeg(413, 579), as: "right.jpg")
    try office.keep(Self.jpeg(413, 579).dropLast(2), as: "cut.jpg")
    let codes = try ["letter.jpg", "small.jpg", "large.jpg", "none.jpg", "cut.jpg", "right.jpg"].map { name in
      let answer = try office.run(as: "chenjing", "case", "open", "new", "--set", "photo=\(office.path(name))")
      return (try answer.json()["refusal"] as? [String: Any])?["code"] as? String ?? "\(answer.status)"
    }

    #expect(codes == ["photo_not_jpeg", "photo_too_small", "photo_too_large", "2", "photo_broken", "0"])
    #expect(try office.run("audit", "verify").status == 0)
    try office.remove()
  }

  /// A picture of that size: its head, a scan of a few bytes, and the end mark.
  private static func jpeg(_ width: Int, _ height: Int) -> Data {
    Data(
      [0xFF, 0xD8, 0xFF, 0xC0, 0x00, 0x11, 0x08] + [height >> 8, height & 255, width >> 8, width & 255].map(UInt8.init)
        + [0x03, 0x01, 0x22, 0x00, 0x02, 0x11, 0x01, 0x03, 0x11, 0x01]
        + [0xFF, 0xDA, 0x00, 0x08, 0x01, 0x01, 0x00, 0x00, 0x3F, 0x00, 0x5A, 0x33, 0xFF, 0xD9])
  }

  @Test func aCalendarThatComesLateRecountsWhatRunsIntoItsYear() throws {
    var office = try Program.office(today: "2026-12-28")
    try ScriptedWalk(office, of: Self.adult).walk(
      """
      \(Self.opened)
      record_result > assessed_ok
      post_notice > publicity
      """)
    #expect(try office.run(as: "chenjing", "case", "show", "1").json()["deadline"] as? String == "2027-01-04")
    let notice = "2027-01-01 休\n2027-01-04 休\n2027-02-08 休\n2027-05-01 休\n2027-10-01 休\n"
    try office.keep(notice, as: "2027.txt")

    #expect(try office.run(as: "chenjing", "calendar", "import", office.path("2027.txt")).status == 4)
    let added = try office.run(as: "admin", "calendar", "import", office.path("2027.txt")).json()

    #expect(added["year"] as? Int == 2027 && added["covered"] as? Bool == true)
    #expect(added["recounted"] as? Int == 1 && (added["cases"] as? [String])?.count == 1)
    #expect(try office.run(as: "chenjing", "case", "show", "1").json()["deadline"] as? String == "2027-01-06")
    office.today = "2027-01-06"
    let early = try office.run(as: "chenjing", "case", "do", "1", "notice_end", "--set", "evidence=照片")
    #expect(early.status == 3 && early.output.contains("2027-01-06"))
    office.today = "2027-01-07"
    #expect(try office.run(as: "chenjing", "case", "do", "1", "notice_end", "--set", "evidence=照片").status == 0)
    #expect(try office.run("audit", "verify").status == 0)
    try office.remove()
  }
}
