import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// What the office knows of a person stands there before a second certificate or a second case is begun.
@Suite struct KnownPersonTests {
  /// Another number of the sex and birth date of 石梅's.
  private static let otherNumber = "110105194912310046"

  private func officeWithAHolder() throws -> TestOffice {
    let office = try TestOffice()
    let line = RegisterLine(
      row: 1,
      cells: [
        "certificate": TestOffice.identities[0] + "43", "name": "石梅", "address": "沅河镇和平村23组127号", "state": "有效",
        "issued": "2020-01-10", "valid_to": "2030-01-10", "category": "肢体", "grade": "三级",
      ])
    _ = try office.store.importRegister(
      [line], of: ReceivedFile(name: "register.csv", bytes: []), by: office.session("li")
    ) { text, _ in Day(iso: text).map(EventDate.day) ?? .missing }
    return office
  }

  private func fields(name: String = "石梅", address: String) -> Entries {
    ["name": name, "identity": Self.otherNumber, "address": address, "phone": "13800001234", "category": "4"]
  }

  @Test(arguments: [
    ("沅河镇和平村23组127号", "住址相同"), ("沅河镇和平村1组", "同村"), ("岩垅乡白马村", "住址不同"),
  ])
  func aHolderOfAnotherNumberWhoAgreesIsShownWhileOneTypes(_ address: String, _ agreement: String) throws {
    let office = try officeWithAHolder()
    let draft = try office.draft(fields(address: address))
    let said = draft.namesakeWarnings(among: try office.store.namesakes(of: draft), on: office.store.today)
    #expect(said.map(\.code) == [.namesake] && said[0].sentence.chinese.contains(agreement))
    var desk = try DeskDriver("li", in: office)
    try desk.press(.function(2), .enter)

    try desk.type(Self.otherNumber)
    try desk.press(.tab)
    try desk.type("石梅")
    try desk.press(.tab)

    try desk.expect("请核", "可能重复", "110105**********2X43")
  }

  @Test func whoDecidesIsNotToldThatThereIsNobody() throws {
    let office = try officeWithAHolder()
    let application = try office.draft(fields(address: "沅河镇和平村23组127号"))
    _ = try office.store.record(.submit, ["materials": "ID,HK,PH×3,AF"], on: application.id, by: office.session("li"))
    let accepted = try office.store.record(.accept, on: application.id, by: office.session("li"))
    var desk = try DeskDriver("zhou", in: office, columns: 120, rows: 40)

    try desk.open(.review(application.id))
    try desk.expect("可能重复", "住址相同")
    try desk.expectNot("没有发现")

    #expect(accepted.value("warned", of: .accept).contains("namesake"))
    try desk.open(.reception(Self.otherNumber))
    try desk.expect("可能重复")
  }

  @Test func somebodyElseIsNoDuplicate() throws {
    let office = try officeWithAHolder()
    let other = try office.draft(fields(name: "石美", address: "沅河镇和平村23组127号"))
    #expect(try office.store.namesakes(of: other).isEmpty)
    var man = fields(address: "沅河镇和平村23组127号")
    man["identity"] = "110105194912310038"
    #expect(try office.store.namesakes(of: office.draft(man)).isEmpty)
  }

  @Test func fifteenDigitsFindThePersonAndAreNotTakenForAnApplication() throws {
    let office = try TestOffice()
    var desk = try DeskDriver("li", in: office)
    try desk.press(.function(2))
    try desk.type("110105491231002")
    try desk.expect("15 位旧号只能查找", "18 位应为 11010519491231002X")
    try desk.press(.enter)

    try desk.expect("15 位旧号只能查找", "18 位应为 11010519491231002X")
    try desk.press(.tab)
    try desk.press(.function(2))
    try desk.expect("15 位旧号只能查找")
    #expect(try office.store.cases().allSatisfy { $0[.identity].isEmpty })
  }

  @Test func aNumberMadeFromFifteenDigitsIsAskedForAnew() throws {
    let office = try TestOffice()
    let draft = try office.draft(["identity": "110105491231002", "name": "王小明"])
    #expect(draft.entries.text("identity_upgraded") == "yes")
    var desk = try DeskDriver("li", in: office)
    try desk.open(.resumeIntake(draft.id))
    try desk.expect("原填 15 位旧号，18 位应为 11010519491231002X")

    try desk.type("11010519491231002X")
    try desk.press(.tab)

    let kept = try office.store.application(draft.id)
    #expect(kept[.identity] == "11010519491231002X" && kept.entries.text("identity_upgraded").isEmpty)
  }

  @Test func applicantsWithoutACertificateAreFoundByName() throws {
    let office = try TestOffice()
    let draft = try office.draft(["name": "卢云兰", "identity": Self.otherNumber])
    var desk = try DeskDriver("li", in: office)
    try desk.press(.function(2))
    try desk.type("卢云兰")
    try desk.expect(draft.number, "新办", "登记中")
    try desk.expectNot("没有找到")

    try desk.press(.enter)
    try desk.expect("身份号码、证号或姓名：\(Self.otherNumber)", "接着办")
    try desk.press(.enter)
    try desk.expect("\(draft.number) · 新办")

    try desk.open(.register)
    try desk.type("lyl")
    try desk.expect("卢云兰", draft.number)
    try desk.press(.enter)
    try desk.expect("\(draft.number)")
    try desk.expectNot("查找：")
  }

  @Test func howEarlierCasesEndedStandsAtTheReception() throws {
    let office = try TestOffice()
    let gone = try office.submitted("潘春兰")
    _ = try office.store.record(.withdraw, ["request": "本人申请"], on: gone.id, by: office.session("li"))
    var desk = try DeskDriver("li", in: office)
    try desk.press(.function(2))

    try desk.type(gone[.identity])

    try desk.expect("以往业务", gone.number, "已撤回")
    try desk.expectNot("此人没有证件和在办业务")
  }

  @Test func anOpenCaseIsOpenedWithOneKey() throws {
    let office = try TestOffice()
    let open = try office.submitted("卢云兰")
    var desk = try DeskDriver("li", in: office)
    try desk.press(.function(2))
    try desk.type(open[.identity])
    try desk.expect("接着办", "已提交待受理", "× 此人另有在办业务")

    try desk.press(.enter)

    try desk.expect(open.number, "经过")
  }

  @Test func whoIsBarredIsAppliedForWhereTwoPeopleMayDecideIt() throws {
    let office = try officeWithAHolder()
    let number = TestOffice.identities[0] + "43"
    let (first, second) = (try office.session("zhou", now: true), try office.session("wu", now: true))
    try office.store.write { db in
      let held = try #require(try CaseStore.certificates(numbered: number, in: db).last)
      let circumstances = try office.store.circumstances(
        of: first, second: second, facts: CertificateFacts(), in: db)
      _ = try office.store.record(
        Act(.cancel, ["reason": "voluntary", "ground": "本人申请"]), on: held, in: circumstances, db: db)
    }
    var desk = try DeskDriver("li", in: office)
    try desk.press(.function(2))
    try desk.type(TestOffice.identities[0])
    try desk.expect("可申请日期", "! 注销后一年内不得重新申请", "由审核主管或理事长同时确认")

    try desk.press(.enter)

    try desk.expect("新办", "户籍地址", "可申请日期")
  }

  @Test func whatThePanelWasGivenAndFoundStandsInTheFormAndAmongAllData() throws {
    let office = try TestOffice()
    let application = try office.inPanel("王小明")
    var desk = try DeskDriver("li", in: office, columns: 120, rows: 40)
    try desk.open(.resumeIntake(application.id))
    try desk.expect("左下肢缺失", "膝上截肢，特征明显")
    try desk.press(.escape)

    for member in ["zhao", "qian", "sun"] { try office.sign(member, application) }
    try desk.open(.application(application.id))
    try desk.press(.function(4))

    try desk.expect("左下肢缺失", "膝上截肢，特征明显", "赵医生", "符合肢体残疾3级")
  }

  @Test func theQueueSaysServiceHolderAndForHowLongACaseWaits() throws {
    let office = try TestOffice()
    let first = try office.accepted("于直", 2)
    office.time.pass(days: 8)
    let second = try office.accepted("董康明", 3)
    var desk = try DeskDriver("li", in: office)

    try desk.open(.queue(.routing))

    try desk.expect("新办", "李敏", "已等8天", "今天到", first.number, second.number)
    let lines = try desk.shown.split(separator: "\n")
    let places = ["于直", "董康明"].compactMap { name in lines.firstIndex { $0.contains(name) } }
    #expect(places.count == 2 && places == places.sorted())
  }

  @Test func aDraftLacksInTheQueueWhatItLacksInItsForm() throws {
    let office = try TestOffice()
    let draft = try office.complete("王小明")
    var desk = try DeskDriver("li", in: office)

    try desk.open(.queue(.drafts))
    try desk.expect("登记中 缺4项")
    try desk.open(.resumeIntake(draft.id))
    try desk.expect("缺 4 项")
  }
}
