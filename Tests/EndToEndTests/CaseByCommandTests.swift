import Foundation
import Testing

/// A case from the counter to the archive by commands, then a sweep that cancels one certificate.
@Suite struct CaseByCommandTests {
  @Test func aPrintThatIsRefusedIsNoLook() throws {
    let office = try Program.office(today: "2026-03-02")
    try office.run(as: "chenjing", "case", "open", "new")
    func events() throws -> Int? { try office.run("audit", "verify", "--json").json()["events"] as? Int }
    let before = try events()

    #expect(try office.run(as: "chenjing", "case", "print", "1", "receipt").status == 3)
    #expect(try office.run(as: "zhouwei", "case", "print", "1", "receipt").status == 4)

    #expect(try events() == before)
    try office.remove()
  }

  @Test func eachFileThatCannotBeTakenSaysWhyAndWhatToDo() throws {
    let office = try Program.office(today: "2026-03-02")
    try office.keep("", as: "空 照片.jpg")
    try office.keep("no picture", as: "张 三.jpg")
    for (name, said) in [
      ("", "请在后面写上文件名"), ("没有.jpg", "请核对位置和文件名"), ("空 照片.jpg", "是空的"), ("张 三.jpg", "不是 JPEG"),
    ] {
      let answer = try office.run(as: "chenjing", "case", "open", "new", "--set", "photo=\(office.path(name))")
      #expect(answer.status != 0 && (answer.output + answer.complaint).contains(said), "\(answer)")
    }
    try office.remove()
  }

  @Test func anApplicationBecomesACertificateAndASweepEndsIt() throws {
    var office = try Program.office(today: "2026-03-02")
    try office.walk(upToNotice: "东大街社区公示栏")

    office.today = "2026-03-10"
    try office.walkFromNotice()

    let shown = try office.run(as: "chenjing", "case", "show", "1").json()
    #expect(shown["state"] as? String == "collected")
    #expect(shown["certificate"] as? String == "11010519491231002X43")
    #expect(events(shown) == Walk.events)

    office.today = "2026-07-02"
    try office.keep(
      "姓名,公民身份号码,出生日期,变动类型,变动日期\n王芳,11010519491231002X,1949-12-31,死亡注销,2026-06-01\n路人,440524188001010014,1880-01-01,死亡注销,2026-06-02\n",
      as: "police.csv")
    let sweep = try office.run(as: "fengjie", "sweep", "import", office.path("police.csv"), "--quarter", "2026Q2")
      .json()
    #expect((sweep["classes"] as? [String: Int])?["exact"] == 1)
    #expect((sweep["classes"] as? [String: Int])?["none"] == 1)

    let number = try #require(sweep["sweep"] as? String)
    let decided = try office.run(as: "chenjing", "sweep", "decide", number, "--class", "exact", "--accept").json()
    #expect(decided["decided"] as? Int == 1)
    #expect(try office.run(as: "chenjing", "sweep", "submit", number).status == 0)
    #expect(try office.run(as: "fengjie", "sweep", "approve", number).status == 4)
    #expect(try office.run(as: "sunmin", "sweep", "approve", number).status == 0)
    #expect(try office.run(as: "chenjing", "sweep", "apply", number).json()["cancelled"] as? Int == 1)

    let holder = try office.run(as: "chenjing", "register", "show", "11010519491231002X").json()
    let certificate = try #require((holder["certificates"] as? [[String: Any]])?.last)
    #expect(certificate["state"] as? String == "cancelled")
    #expect(try office.run("audit", "verify").status == 0)
    try office.remove()
  }

  @Test func whatIsToBeLookedAtIsSaidByTheVeryCommandThatBringsItUp() throws {
    let office = try Program.office(today: "2026-03-02")
    let opened = try office.run(
      as: "chenjing", "case", "open", "new", "--set", "identity=34052419800101001X", "--set", "name=李四", "--set",
      "address=东大街", "--set", "category=2")
    #expect(codes(try opened.json()) == ["district_unknown"])
    #expect(opened.complaint.contains("请核：身份号码前 6 位 340524 不在区划表中"))
    for (move, fields) in [
      ("submit", ["materials=ID,HK,PH×3,AF"]), ("accept", []), ("choose_hospital", ["institution=H01"]),
    ] {
      let done = try office.run(as: "chenjing", all: ["case", "do", "1", move] + fields.flatMap { ["--set", $0] })
      #expect(codes(try done.json()) == ["district_unknown"])
      // Whoever accepts reads again what stands; the others said nothing new.
      #expect(done.complaint.contains("340524") == (move == "accept"))
    }

    let result = try office.run(
      as: "chenjing",
      all: ["case", "do", "1", "record_result"]
        + [
          "form=F1", "institution=H01", "doctors=易医生", "date=2026-03-02", "category=2", "grade=1", "sealed=yes",
          "measurements=db_left=85,db_right=85",
        ].flatMap { ["--set", $0] })

    #expect(codes(try result.json()) == ["district_unknown", "finding_contradicted"], "\(result.complaint)")
    #expect(result.complaint.contains("请核：") && result.complaint.contains("85") && !result.complaint.contains("340524"))
    let shown = try office.run(as: "sunmin", "case", "show", "1").json()
    #expect(codes(shown) == ["district_unknown", "finding_contradicted"])
    try office.remove()
  }

  @Test func thePartsOfOneFindingComeFromTwoInstitutions() throws {
    var office = try Program.office(today: "2026-03-02")
    try ScriptedWalk(office, of: ServiceWalkTests.holder).walk(
      """
      open new identity=# name=王芳 address=东大街 category=7 guardian.name=王刚 guardian.relation=儿子 \
      guardian.identity=34052419800101001X
      submit materials=ID,HK,PH×3,AF,GID,GP > submitted
      accept > accepted
      choose_hospital > assigned
      @ 2026-03-12
      record_result \(Self.found) ! institution_listed 精神 part_results
      record_result \(Self.found) part_results=6:H02:易医生:2026-03-09 ! doctors_listed 精神：「易医生」
      record_result \(Self.found) part_results=6:H02:谭医生:2026-03-13 ! result_complete 精神：评定日期在将来
      record_result \(Self.found) part_results=6:H02:谭医生 ! bad_value 6:JS:王医生:2026-03-01
      record_result \(Self.found) part_results=6:H02:谭医生:2026-03-03 > assessed_ok
      post_notice > publicity
      @ 2026-03-20
      notice_end > review
      """)
    office.today = "2026-03-20"

    let shown = try office.run(as: "sunmin", "case", "show", "1").json()
    let parts = try #require(shown["parts"] as? [[String: Any]])
    #expect(parts.map { $0["institution"] as? String } == ["H01", "H02"])
    #expect(parts.map { $0["doctors"] as? [String] } == [["易医生"], ["谭医生"]])
    #expect(parts.map { $0["date"] as? String } == ["2026-03-04", "2026-03-03"])
    let approved = try office.run(
      as: "sunmin",
      all: ["case", "do", "1", "approve"]
        + ["materials=yes", "procedure=yes", "conclusion=yes", "notice=yes"].flatMap { ["--set", $0] })
    let decision = try #require(try approved.json()["decision"] as? [[String: Any]])
    #expect(decision.contains { ($0["text"] as? String)?.contains("谭医生  2026-03-03") == true }, "\(approved.output)")
    #expect(try office.run(as: "chenjing", "case", "do", "1", "print", "--set", "serial=Z1").status == 0)
    #expect(try office.run("audit", "verify").status == 0)
    try office.remove()
  }

  private static let found =
    "doctors=易医生 date=2026-03-04 category=7 grade=2 parts=1:2,6:3 measurements=acuity_left=0.03,acuity_right=0.03,whodas=100,adaptive=3"

  private func codes(_ answer: [String: Any]) -> [String] {
    (answer["warnings"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
  }

  @Test func aMoveThatTakesAnOverrideSaysSo() throws {
    let office = try Program.office(today: "2026-03-02")
    try office.keep(
      "残疾人证号,姓名,公民身份号码,残疾类别,残疾等级,发证日期,有效期止,证件状态\n11010519491231002X43,王芳,11010519491231002X,肢体,三级,2024-01-05,2034-01-05,有效\n",
      as: "register.csv")
    #expect(try office.run(as: "chenjing", "register", "import", office.path("register.csv")).status == 0)
    try ScriptedWalk(office, of: "11010519491231002X").walk(
      """
      open cancel certificate=#43 reason=voluntary
      submit materials=VW,ID,OC > submitted
      accept > accepted
      no_assessment > review
      sunmin approve > approved
      finish_without_card > archived
      open new identity=# name=王芳 address=东大街 category=4
      submit materials=ID,HK,PH×3,AF > submitted
      """)

    let shown = try office.run(as: "chenjing", "case", "show", "2").json()
    let accept = try #require(
      (shown["allowed"] as? [[String: Any]])?.first { $0["event"] as? String == "accept" })
    #expect(accept["ok"] as? Bool == false && accept["override"] as? Bool == true)
    let refusal = try #require(accept["refusal"] as? [String: Any])
    #expect(refusal["code"] as? String == "not_barred")
    #expect((refusal["remedy"] as? String)?.contains("审核主管或理事长") == true)
    try office.remove()
  }

  @Test func theCodesOfPapersAreListedWithoutASignIn() throws {
    let office = try Program.office(today: "2026-03-02")
    let listed = try office.run("case", "papers", "--codes").output
    for code in ["ID    居民身份证", "DD    处理决定", "PX    委托书"] { #expect(listed.contains(code)) }
    try office.remove()
  }

  @Test func aRefusalChangesNothingAndSaysWhatWouldHelp() throws {
    let office = try Program.office(today: "2026-03-02")
    try office.run(as: "chenjing", "case", "open", "new", "--set", "name=王芳")

    let refused = try office.run(as: "chenjing", "case", "do", "1", "submit")

    #expect(refused.status == 3)
    let refusal = try #require(try refused.json()["refusal"] as? [String: Any])
    #expect(refusal["code"] as? String == "fields_complete")
    #expect((refusal["message"] as? String)?.contains("公民身份号码") == true)
    #expect(refusal["fields"] as? [String] == ["identity", "address", "category"])
    #expect((refusal["remedy"] as? String)?.contains("edit --set identity=… --set address=…") == true)
    #expect(try office.run(as: "chenjing", "case", "show", "1").json()["seq"] as? Int == 1)
    try office.remove()
  }

  private func events(_ shown: [String: Any]) -> [String] {
    (shown["events"] as? [[String: Any]] ?? []).compactMap { $0["event"] as? String }
  }
}

/// The one walk that is made by commands and on the screen, and must leave the same events.
enum Walk {
  static let events = [
    "open", "edit", "submit", "accept", "choose_direct", "panel_sign", "panel_sign", "panel_sign", "panel_done",
    "post_notice", "notice_end", "approve", "print", "seal", "collect",
  ]
}

extension Program {
  /// From the counter to the notice: one day's work of a clerk and three signers.
  func walk(upToNotice place: String) throws {
    try done(
      run(as: "chenjing", "case", "open", "new", "--set", "identity=11010519491231002x", "--set", "name=王芳"))
    try done(run(as: "chenjing", "case", "do", "1", "edit", "--set", "address=东大街1号", "--set", "category=4"))
    try done(run(as: "chenjing", "case", "do", "1", "submit", "--set", "materials=ID,HK,PH×3,AF"))
    try done(run(as: "chenjing", "case", "do", "1", "accept"))
    try done(
      run(
        as: "chenjing", "case", "do", "1", "choose_direct", "--set", "members=zhouwei,wuqiang,helizhang", "--set",
        "feature=右小腿缺失", "--set", "evaluation=右小腿膝下截肢"))
    for signer in ["zhouwei", "wuqiang", "helizhang"] {
      try done(
        run(
          as: signer, "case", "do", "1", "panel_sign", "--set", "category=4", "--set", "grade=3", "--set", "opinion=三级")
      )
    }
    try done(run(as: "chenjing", "case", "do", "1", "panel_done"))
    try done(run(as: "chenjing", "case", "do", "1", "post_notice", "--set", "place=\(place)"))
  }

  /// After the notice: a reviewer's decision, the card, the hand-over.
  func walkFromNotice() throws {
    try done(run(as: "chenjing", "case", "do", "1", "notice_end", "--set", "evidence=照片"))
    try done(
      run(
        as: "sunmin", "case", "do", "1", "approve", "--set", "materials=yes", "--set", "procedure=yes", "--set",
        "conclusion=yes", "--set", "notice=yes"))
    try done(run(as: "liufang", "case", "do", "1", "print", "--set", "serial=A00000001"))
    try done(
      run(
        as: "liufang", "case", "do", "1", "seal", "--set", "approval_seal=yes", "--set", "steel_seal=yes", "--set",
        "base_entry=yes"))
    try done(
      run(
        as: "liufang", "case", "do", "1", "collect", "--set", "collector=王芳", "--set", "identity=11010519491231002X"))
  }

  private func done(_ answer: Answer) throws {
    try #require(answer.status == 0, "\(answer.output)\(answer.complaint)")
  }
}
