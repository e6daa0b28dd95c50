import Glibc
import PtyKit
import TerminalKit
import Testing

/// What may happen to a terminal and to the program while somebody works.
@Suite struct DeskInTroubleTests {
  @Test func killedInTheMiddleOfTheIntakeItLosesAtMostTheFieldBeingTyped() throws {
    let office = try Program.office(today: "2026-03-02")
    let desk = try office.desk()
    try desk.signInAsShown("chenjing", "lianxi-01")
    desk.press(.function(2))
    desk.press(.enter)
    try desk.fill("公民身份号码", "１１０１０５１９４９１２３１００２ｘ", showing: "11010519491231002x")
    try desk.fill("姓名", "王芳")
    try desk.pass("性别")
    try desk.pass("出生日期")
    try desk.fill("户籍地址", "东大街1号")
    try desk.stand(on: "联系电话")
    desk.type("1380013")
    try desk.stand(on: "联系电话", behind: "1380013")

    desk.terminal.kill(SIGKILL)
    #expect(try desk.terminal.waitForEnd() == 128 + SIGKILL)

    let next = try office.desk()
    try next.signInAsShown("chenjing", "lianxi-01")
    try next.openCase(in: "登记中")
    try next.choose("填写")
    try next.see("11010519491231002X", "王芳", "[2 女]", "1949-12-31", "东大街1号")
    try next.stand(on: "申请类别")
    #expect(!next.shown.contains("1380013"))
    #expect(try office.run("audit", "verify").status == 0)
    try office.remove()
  }

  @Test func aValueThatCannotBeStoredIsMarkedAndKeepsNothingElseFromBeingSaved() throws {
    let office = try Program.office(today: "2026-03-02")
    let desk = try office.desk()
    try desk.signInAsShown("chenjing", "lianxi-01")
    desk.press(.function(2))
    desk.press(.enter)
    try desk.pass("公民身份号码")
    try desk.fill("姓名", "王芳")
    try desk.pass("性别")
    try desk.fill("出生日期", "二月三十")
    try desk.see("!出生日期", "「出生日期」填写有误")
    try desk.fill("户籍地址", "东大街1号")
    try desk.stand(on: "联系电话")
    try desk.see("! 「出生日期」填写有误")

    let saved = try office.run(as: "chenjing", "case", "show", "1").json()["fields"] as? [String: String]
    #expect(saved == ["name": "王芳", "address": "东大街1号"])
    desk.press(.function(2))
    try desk.stand(on: "出生日期", behind: "二月三十")
    try office.remove()
  }

  @Test(.timeLimit(.minutes(1)), arguments: [true, false])
  func aLostLineEndsTheProgramAndLeavesWhatWasSaved(isClosedWindow: Bool) throws {
    let office = try Program.office(today: "2026-03-02")
    let desk = try office.desk()
    try desk.signInAsShown("chenjing", "lianxi-01")
    desk.press(.function(2))
    desk.press(.enter)
    try desk.pass("公民身份号码")
    try desk.fill("姓名", "王芳")
    try desk.see("已存：新业务")

    if isClosedWindow { desk.terminal.hangUp() } else { desk.terminal.kill(SIGHUP) }

    _ = try desk.terminal.waitForEnd()
    let shown = try office.run(as: "chenjing", "case", "show", "1").json()
    #expect((shown["applicant"] as? [String: Any])?["name"] as? String == "王芳")
    try office.remove()
  }

  @Test func aTinyWindowShowsOneCalmSentenceAndTheWorkComesBack() throws {
    let office = try Program.office(today: "2026-03-02")
    let desk = try office.desk()
    try desk.signInAsShown("chenjing", "lianxi-01")
    desk.press(.function(2))
    desk.press(.enter)
    try desk.stand(on: "公民身份号码")
    desk.type("110105")
    try desk.stand(on: "公民身份号码", behind: "110105")

    desk.terminal.resize(columns: 20, rows: 5)
    try desk.wait(for: "one sentence") { screen in
      screen.text.filter { !$0.isWhitespace } == "窗口太小（20×5），请放大到60×20"
    }
    desk.type("19")
    desk.press(.function(2), .escape)

    desk.terminal.resize(columns: 80, rows: 24)
    try desk.stand(on: "公民身份号码", behind: "110105")
    try office.remove()
  }

  @Test(arguments: ["C", "POSIX", "zh_CN.GB18030"])
  func chineseIsPaintedWhateverTheLocale(locale: String) throws {
    let office = try Program.office(today: "2026-03-02")

    let desk = try office.desk(environment: ["LC_ALL": locale])

    try desk.see("登录", "洪江市残疾人联合会（演练）", "陈静")
    try office.remove()
  }

  @Test func noColourIsSentToWhoeverWantsNone() throws {
    let office = try Program.office(today: "2026-03-02")

    let (plain, coloured) = (try office.desk(environment: ["NO_COLOR": "1"]), try office.desk())
    try plain.signInAsShown("chenjing", "lianxi-01")
    try coloured.signInAsShown("chenjing", "lianxi-01")

    #expect(!plain.coloursAnything)
    #expect(coloured.coloursAnything)
    try office.remove()
  }

  @Test func aHeldKeyIsAnsweredKeyForKey() throws {
    let office = try Program.office(today: "2026-03-02")
    let desk = try office.desk()
    try desk.signInAsShown("chenjing", "lianxi-01")
    desk.press(.function(2))
    desk.press(.enter)
    for field in ["公民身份号码", "姓名", "性别", "出生日期"] { try desk.pass(field) }
    try desk.stand(on: "户籍地址")

    desk.type(String(repeating: "街", count: 300))
    try desk.see("街街")
    desk.press(.tab)
    try desk.stand(on: "联系电话")

    let saved = try office.run(as: "chenjing", "case", "show", "1").json()["fields"] as? [String: String]
    #expect(saved?["address"] == String(repeating: "街", count: 200))
    try office.remove()
  }
}

extension DeskOnTerminal {
  /// Whether any sequence sent so far sets a colour.
  fileprivate var coloursAnything: Bool {
    let sent = String(decoding: terminal.output, as: UTF8.self)
    return sent.contains(/\u{1B}\[([0-9]+;)*(3[0-7]|4[0-7]|9[0-7]|10[0-7]|[34]8;[0-9;]+)(;[0-9]+)*m/)
  }
}
