import PtyKit
import TerminalKit
import Testing

/// Services on a certificate at a real terminal, from the person to the end, with what the desk refuses on the way.
@Suite struct ServicesAtTheDeskTests {
  private static let holder = "440524196001010014"
  private static let other = "110105194912310038"

  @Test func aLostCardIsReissuedWithASuffixAndTheOldOneIsVoidAtOnce() throws {
    let office = try Self.office(today: "2026-03-02")
    let desk = try office.desk()
    try desk.signIn(.clerk)
    try desk.receive(Self.holder, for: "挂失补办")
    try desk.submit(["居民身份证", "挂失声明", "申请表", "照片×3"], of: "挂失补办")
    try desk.acceptWithoutAssessment("挂失补办")
    #expect(try office.certificateState(of: Self.holder) == "lost")
    try decide("挂失补办", at: desk)
    try desk.issue("挂失补办", serial: "A1", identity: Self.holder)
    try office.leave(desk)

    #expect(try office.certificates(of: Self.holder) == ["\(Self.holder)43 replaced", "\(Self.holder)43B1 valid"])
  }

  @Test func aRenewalIsShownWithItsDayBeforeItIsPossibleAndKeepsTheNumber() throws {
    let office = try Self.office(today: "2026-03-02")
    let desk = try office.desk()
    try desk.signIn(.clerk)
    desk.press(.function(2))
    desk.type(Self.other)
    try desk.see("期满换领", "可申请日期 2033-01-05", "此人已持有证件")
    desk.press(.escape)
    try desk.wait(for: "an empty line") { !$0.text.contains("已有证件") }
    try desk.goHome()
    try desk.receive(Self.holder, for: "期满换领")
    try desk.submit(["原残疾人证", "居民身份证", "户口簿", "照片×3"], of: "期满换领")
    try desk.acceptWithoutAssessment("期满换领")
    try decide("期满换领", at: desk)
    try desk.issue("期满换领", serial: "A2", identity: Self.holder)
    try office.leave(desk)

    #expect(try office.certificates(of: Self.holder) == ["\(Self.holder)43 replaced", "\(Self.holder)43 valid"])
    #expect(try office.newest(of: Self.holder)["valid_to"] as? String == "2036-03-02")
  }

  @Test func aCertificateThatMovesOutIsNotAdministeredHereAnyMore() throws {
    let office = try Self.office(today: "2026-03-02")
    let desk = try office.desk()
    try desk.signIn(.clerk)
    try desk.receive(Self.other, for: "迁出")
    desk.press(.function(2))
    try desk.see("还缺 1 项：迁往地")
    try desk.fill("迁往地", "431202 鹤城区")
    try desk.pass("户口迁出日期")
    try desk.pass("文书号")
    try desk.pass("事由")
    try desk.submit(["户口迁移证明"], of: "迁出")
    try desk.acceptWithoutAssessment("迁出")
    try decide("迁出", at: desk)
    try desk.finish("迁出")
    try office.leave(desk)

    #expect(try office.certificates(of: Self.other) == ["\(Self.other)43 moved_out"])
  }

  @Test func aWronglyCancelledCertificateComesBackAsItWas() throws {
    let office = try Self.office(today: "2026-03-02")
    try office.cancel(Self.other)
    let desk = try office.desk()
    try desk.signIn(.clerk)
    try desk.receive(Self.other, for: "恢复")
    desk.press(.function(2))
    try desk.see("还缺 1 项：事由")
    try desk.fill("事由", "公安更正，本人健在")
    try desk.pass("文书号")
    for field in ["公民身份号码", "姓名", "联系电话"] { try desk.pass(field) }
    try desk.submit(["公安变更或更正证明"], of: "恢复")
    try desk.acceptWithoutAssessment("恢复")
    try decide("恢复", at: desk)
    try desk.finish("恢复")
    try office.leave(desk)

    #expect(try office.certificates(of: Self.other) == ["\(Self.other)43 valid"])
    #expect(try office.newest(of: Self.other)["valid_to"] as? String == "2034-01-05")
  }

  @Test func aChangeGoesThroughAHospitalAndANoticeToANewNumber() throws {
    var office = try Self.office(today: "2026-03-02")
    let desk = try office.desk()
    try desk.signIn(.clerk)
    try desk.receive(Self.holder, for: "类别等级变更")
    for paper in ["原残疾人证", "居民身份证", "户口簿", "病历、诊断证明", "照片×3"] { try desk.set(paper, "２", showing: "[2 已收]") }
    try desk.standOnButton("提交")
    desk.press(.function(2))
    try desk.see("类别等级变更 · 已提交待受理")
    try desk.choose("受理")
    desk.press(.function(2))
    try desk.see("类别等级变更 · 已受理")
    try desk.choose("联合直接评定")
    try desk.see("为什么不能办", "须由指定机构评定")
    desk.press(.escape)
    try desk.assessAtTheHospital("类别等级变更", grade: "2")
    try desk.see("类别等级变更 · 评定符合标准")
    try desk.choose("公示")
    try desk.fill("公示地点", "东大街社区")
    desk.press(.function(2))
    try desk.see("类别等级变更 · 公示中")
    try office.leave(desk)

    office.today = "2026-03-10"
    let later = try office.desk()
    try later.signIn(.clerk)
    try later.open("类别等级变更", in: "公示中")
    try later.choose("公示期满")
    try later.fill("公示照片或记录", "照片")
    later.press(.function(2))
    try later.see("类别等级变更 · 审核中")
    try decide("类别等级变更", at: later)
    try later.issue("类别等级变更", serial: "A3", identity: Self.holder)
    try office.leave(later)

    #expect(try office.certificates(of: Self.holder) == ["\(Self.holder)43 replaced", "\(Self.holder)42 valid"])
    #expect(try office.newest(of: Self.holder)["valid_to"] as? String == "2036-03-10")
  }

  /// The acceptor sees why somebody else decides; somebody else does, and the clerk goes on.
  private func decide(_ service: String, at desk: DeskOnTerminal) throws {
    try desk.choose("批准")
    try desk.see("为什么不能办", "不得评定或审批", "审核主管")
    desk.press(.escape)
    try desk.see("\(service) · 审核中")
    try desk.signOut()
    try desk.signIn(.supervisor)
    try desk.open(service, in: "审核中")
    try desk.approve(service)
    try desk.signOut()
    try desk.signIn(.clerk)
    try desk.open(service, in: "已批准")
  }

  /// Two holders: one whose card ends soon, one whose card is young.
  private static func office(today: String) throws -> Program {
    let office = try Program.officeWithOwnPasswords(today: today)
    let lines = [
      "\(holder)43,赵强,\(holder),肢体,三级,2016-09-01,2026-09-01,有效",
      "\(other)43,李莉,\(other),肢体,三级,2024-01-05,2034-01-05,有效",
    ]
    try office.keep(
      "残疾人证号,姓名,公民身份号码,残疾类别,残疾等级,发证日期,有效期止,证件状态\n" + lines.joined(separator: "\n") + "\n", as: "register.csv")
    try office.run(as: "chenjing", "register", "import", office.path("register.csv"))
    return office
  }
}

extension Program {
  /// Number and state of every certificate of a person.
  fileprivate func certificates(of identity: String) throws -> [String] {
    let holder = try run(as: "chenjing", "register", "show", identity).json()
    return try #require(holder["certificates"] as? [[String: Any]]).map {
      "\($0["certificate"] as? String ?? "") \($0["state"] as? String ?? "")"
    }
  }

  fileprivate func newest(of identity: String) throws -> [String: Any] {
    let holder = try run(as: "chenjing", "register", "show", identity).json()
    return try #require((holder["certificates"] as? [[String: Any]])?.last)
  }

  /// Ends a certificate by a case, as a voluntary request would.
  fileprivate func cancel(_ identity: String) throws {
    try run(as: "chenjing", "case", "open", "cancel", "--set", "identity=\(identity)", "--set", "reason=voluntary")
    try run(as: "chenjing", "case", "do", "1", "submit", "--set", "materials=VW,ID,OC")
    for event in ["accept", "no_assessment"] { try run(as: "chenjing", "case", "do", "1", event) }
    let ticks = ["materials", "procedure", "conclusion", "notice"].flatMap { ["--set", "\($0)=yes"] }
    let password = ["--as", "qianjun", "--password-file", path("qianjun.password"), "--json"]
    let answer = try run(all: ["case", "do", "1", "approve"] + ticks + password)
    try #require(answer.status == 0, "\(answer.output)")
    try run(as: "chenjing", "case", "do", "1", "finish_without_card", "--set", "delivered=yes")
  }

  /// Signs out, closes the desk, and sees that the log holds.
  fileprivate func leave(_ desk: DeskOnTerminal) throws {
    try desk.signOut()
    try desk.close()
    #expect(try run("audit", "verify").status == 0)
  }
}
