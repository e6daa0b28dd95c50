import Casework
import GRDB
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// The person first: who it is stands there in words, and looking leaves a trace.
@Suite struct ReceptionTests {
  @Test func whoeverIsFoundByNumberIsCalledByName() throws {
    let office = try TestOffice()
    let held = try office.holder("王小明")
    var desk = try DeskDriver("li", in: office)
    try desk.open(.reception(""))

    try desk.type(held[.identity])

    try desk.expect("姓名          王小明", "1949-12-31 生")
  }

  @Test func twoPeopleOfOneNumberAreCalledByBothNamesEachWithTheOwnCertificate() throws {
    let office = try TestOffice()
    let identity = TestOffice.identities[0]
    let lines = [("王小明", "43", "有效"), ("王晓鸣", "44", "注销")].enumerated().map { index, one in
      RegisterLine(
        row: index + 1,
        cells: [
          "certificate": identity + one.1, "name": one.0, "identity": identity, "category": "肢体", "grade": "三级",
          "issued": "2020-01-10", "valid_to": "2030-01-10", "state": one.2,
        ])
    }
    _ = try office.store.importRegister(
      lines, of: ReceivedFile(name: "r.csv", bytes: [1]), by: office.session("li"),
      dates: { text, _ in Day(iso: text).map(EventDate.day) ?? .missing })
    var desk = try DeskDriver("li", in: office, columns: 120, rows: 40)
    try desk.open(.reception(""))

    try desk.type(identity)

    try desk.expect("此号码登记过 2 个姓名：王晓鸣、王小明", "王小明 110105**********2X43 有效", "王晓鸣 110105**********2X44 注销")
  }

  @Test func whoeverChangedTheNameIsOnePerson() throws {
    let office = try TestOffice()
    let held = try office.holder("王小明")
    let number = try #require(try office.store.certificates(of: held[.identity]).last?.number)
    let (li, yes) = (try office.session("li"), "yes")
    let change = try office.store.openCase(.renewInformation, ["certificate": number, "name": "王晓明"], by: li)
    func act(_ move: Application.Move, _ fields: Entries = [:], by session: Session) throws {
      try office.store.record(move, fields, on: change.id, by: session)
    }
    try act(.submit, ["materials": "OC,ID,HK,PH×3,PC"], by: li)
    try act(.accept, by: li)
    try act(.noAssessment, by: li)
    let ticks: Entries = ["materials": yes, "procedure": yes, "conclusion": yes, "notice": yes]
    try act(.approve, ticks, by: office.session("zhou"))
    try act(.print, ["serial": "S0002"], by: li)
    var desk = try DeskDriver("li", in: office, columns: 120, rows: 40)
    try desk.open(.reception(""))

    try desk.type(held[.identity])

    try desk.expect("姓名          王晓明")
    try desk.expectNot("个姓名")
  }

  @Test func whoeverIsFoundByNameStandsWithTheStateOfTheCertificate() throws {
    let office = try TestOffice()
    try office.holder("王小明")
    var desk = try DeskDriver("li", in: office, columns: 120, rows: 40)
    try desk.open(.reception(""))
    try desk.type("wxm")
    try desk.expect("110105**********2X43  有效")
  }

  @Test func aNumberOfNoKnownDistrictIsSaidAtOnce() throws {
    let office = try TestOffice()
    var desk = try DeskDriver("li", in: office)
    try desk.open(.reception(""))
    try desk.type("34052419800101001X")
    try desk.expect("请核", "340524 不在区划表中")
  }

  @Test func theWrongServiceIsLeftForThePersonStillThere() throws {
    let office = try TestOffice()
    let held = try office.holder("王小明")
    var desk = try DeskDriver("li", in: office)
    try desk.press(.function(2))
    try desk.type(held[.identity])
    try desk.press(.enter)
    try desk.expectNot("受理：先认人")

    try desk.press(.escape)

    try desk.expect("受理：先认人", "身份号码、证号或姓名：\(held[.identity])", "姓名          王小明")
  }

  @Test func aFreshDraftsPageIsLeftForTheReceptionAsWell() throws {
    let office = try TestOffice()
    var desk = try DeskDriver("li", in: office)
    try desk.press(.function(2))
    try desk.type("11010519491231002X")
    try desk.press(.enter)
    try desk.type("王小明")
    try desk.press(.tab)
    try desk.expect("已存")

    try desk.press(.escape)

    try desk.expect("受理：先认人", "11010519491231002X", "新办", "登记中")
  }

  @Test func aNumberTakenFromTheListIsNotedAsALook() throws {
    let office = try TestOffice()
    let held = try office.holder("王小明")
    var desk = try DeskDriver("li", in: office)
    try desk.open(.reception(""))
    try desk.type("wxm")
    try desk.expectNot(held[.identity])

    try desk.press(.enter)

    try desk.expect("身份号码、证号或姓名：\(held[.identity])", "已有证件")
    let looks = try office.store.read {
      try String.fetchAll($0, sql: "SELECT move FROM event WHERE kind = 'access' AND actor = 'li'")
    }
    #expect(looks == ["reveal"])
  }

  @Test func aGuardiansNumberSaysWhoseAndLeadsThere() throws {
    let office = try TestOffice()
    let ward = try office.draft([
      "name": "小花", "identity": Scene.minorIdentity, "category": "4", "guardian.identity": TestOffice.identities[1],
      "guardian.name": "周母", "guardian.relation": "母亲",
    ])
    var desk = try DeskDriver("li", in: office)
    try desk.open(.reception(""))

    try desk.type(TestOffice.identities[1])
    try desk.expect("周母是「小花」的监护人（母亲）", "> 办小花的事", ward.number)
    try desk.press(.enter)

    try desk.expect("姓名          小花", "接着办")
  }
}
