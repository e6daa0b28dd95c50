import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// What a queue, a case and the register tell those who work through them.
@Suite struct DecidersDeskTests {
  @Test func aQueueTellsWhoHoldsHowMany() throws {
    let office = try TestOffice()
    try office.submitted("王小明", 0)
    try office.submitted("张伟", 2)
    var desk = try DeskDriver("li", in: office)

    try desk.open(.queue(.intake))

    try desk.expect("2 / 2 件", "李敏 2 · 王芳 0")
    let second = try office.store.cases().first { $0.applicant == "张伟" }
    _ = try office.store.record(.takeOver, ["reason": "休假"], on: #require(second).id, by: office.session("wang"))
    try desk.press(.down)
    try desk.expect("李敏 1 · 王芳 1")
  }

  @Test func aScanThatChangedStandsInTheReviewAndKeepsItFromBeingApproved() throws {
    let office = try TestOffice()
    let application = try office.inReview("张伟", 2)
    let scan = ReceivedFile(name: "zm.pdf", bytes: Array("原件".utf8))
    _ = try office.store.record(
      .registerPaper, ["code": "ID", "form": "copy", "scan": "zm.pdf"], files: ["scan": scan], on: application.id,
      by: office.session("li"))
    func reviewed(_ now: String) throws -> DeskDriver {
      var desk = try DeskDriver(
        "zhou", in: office, files: { ReceivedFile(name: $0, bytes: Array(now.utf8)) })
      try desk.open(.review(application.id))
      return desk
    }

    var same = try reviewed("原件")
    try same.expectNot("附上之后被改过")
    var changed = try reviewed("换过的")
    try changed.expect("附上之后被改过：居民身份证", "× 扫描件在附上之后被改过")
    try changed.open(.application(application.id))
    try changed.expect("× 扫描件在附上之后被改过")
  }

  @Test func aFilterIsStillThereWhenOneComesBack() throws {
    let office = try TestOffice()
    try office.submitted("王小明", 0)
    try office.submitted("张伟", 2)
    var desk = try DeskDriver("li", in: office)
    try desk.open(.queue(.intake))
    try desk.type("张伟")
    try desk.expect("1 / 2 件")

    try desk.press(.escape)
    try desk.expect("办公桌")
    try desk.open(.queue(.intake))
    try desk.expect("筛选：张伟", "1 / 2 件", "F5 清除筛选")

    try desk.press(.function(5))
    try desk.expect("2 / 2 件")
    try desk.expectNot("清除筛选")
  }

  @Test func theListOfAReturnStandsInTheHistoryAndARepetitionIsCounted() throws {
    let office = try TestOffice()
    let application = try office.complete("王小明")
    for _ in 1...2 {
      _ = try office.store.record(.submit, ["materials": "ID"], on: application.id, by: office.session("li"))
      _ = try office.store.record(.sendBack, ["reason": "材料不齐"], on: application.id, by: office.session("li"))
    }
    var desk = try DeskDriver("li", in: office, columns: 120, rows: 40)

    try desk.open(.application(application.id))

    try desk.expect("缺：户口簿、照片、", "户口簿（第 2 次）", "再次要求", "材料不齐")
    let last = try office.store.history(of: office.store.application(application.id)).last
    #expect(last?.data.text("asked_again").contains("HK") == true)
  }

  @Test func whoeverReturnsACaseIsToldThatItIsTheSecondTime() throws {
    let office = try TestOffice()
    let application = try office.complete("王小明")
    _ = try office.store.record(.submit, ["materials": "ID"], on: application.id, by: office.session("li"))
    var desk = try DeskDriver("li", in: office)
    try desk.open(.move(.sendBack, application.id))
    try desk.expectNot("第二次")
    _ = try office.store.record(.sendBack, ["reason": "材料不齐"], on: application.id, by: office.session("li"))
    _ = try office.store.record(.submit, ["materials": "ID"], on: application.id, by: office.session("li"))

    try desk.open(.move(.sendBack, application.id))

    try desk.expect("上次已要求过、再退即第二次：户口簿")
  }

  @Test func allDataEndWithTheirLastLine() throws {
    let office = try TestOffice()
    let application = try office.inReview("王小明")
    var desk = try DeskDriver("li", in: office, rows: 20)
    try desk.open(.application(application.id))
    try desk.press(.function(4))

    for _ in 1...20 { try desk.press(.pageDown) }
    try desk.expect("申请表")
    let end = try desk.shown
    try desk.press(.up)
    #expect(try desk.shown != end)
  }

  @Test func theReviewReadsTheLineThatTheArrowsBringUp() throws {
    let office = try TestOffice()
    let application = try office.inReview("张伟", 2)
    var desk = try DeskDriver("zhou", in: office)

    try desk.open(.review(application.id))
    #expect(try desk.cursor == Position(column: 1, row: 1))
    for _ in 1...20 { try desk.press(.pageDown) }

    try desk.expect("登记")
    #expect(try desk.cursor == Position(column: 1, row: 1))
  }

  @Test func theHelpOfACaseSaysWhyAnActIsNotPossible() throws {
    let office = try TestOffice()
    let application = try office.submitted("王小明")
    var desk = try DeskDriver("zhou", in: office)
    try desk.open(.application(application.id))
    try desk.expect("F7 打印")

    try desk.press(.function(1))
    try desk.expect("× 此项由办证员办理")
    try desk.type("不予受理")
    try desk.press(.enter)
    try desk.expect("为什么不能办")
  }

  @Test(arguments: ["补证", "buzheng", "bz", "guashi"]) func servicesAreFoundByWhatPeopleCallThem(_ typed: String) throws
  {
    let office = try TestOffice()
    var desk = try DeskDriver("li", in: office)
    try desk.press(.function(1))
    try desk.type(typed)
    try desk.expect("挂失补办", "受理 F2")

    try desk.press(.end, .enter)

    try desk.expect("再选「挂失补办」", "身份号码、证号或姓名")
    try desk.press(.escape)
    try desk.expect("办公桌")
  }

  @Test func theRegisterFindsCaseNumbersAndTheEndsOfNumbers() throws {
    let office = try TestOffice()
    let held = try office.holder("张伟", 2)
    var desk = try DeskDriver("li", in: office)
    try desk.open(.register)

    try desk.type(held.number)
    try desk.expect(held.number, "张伟")
    try desk.press(.enter)
    try desk.expect("\(held.number) · 新办")
    try desk.press(.escape, .control("u"))

    try desk.type("001X")
    try desk.expect("张伟", "130408**********1X43")
  }

  @Test func guardianAndWardLeadToEachOther() throws {
    let office = try TestOffice()
    try office.holder("张伟", 2)
    let ward = try office.holder("王小明", 0, serial: "S0002")
    let guardian: Entries = [
      "guardian.identity": TestOffice.identities[2], "guardian.name": "张伟", "guardian.relation": "父亲",
      "guardian.phone": "13900005678",
    ]
    let number = try #require(try office.store.certificates(of: ward[.identity]).last?.number)
    var fields: Entries = ["certificate": number]
    fields.merge(guardian)
    let opened = try office.store.openCase(.renewDamaged, fields, by: office.session("li"))
    for move in [Application.Move.submit, .accept] {
      try office.store.record(move, ["materials": "OC,ID,PH×3,GID,GP"], on: opened.id, by: office.session("li"))
    }
    var desk = try DeskDriver("li", in: office)

    try desk.open(.holder(TestOffice.identities[0]))
    try desk.expect("监护人", "张伟  父亲")
    try desk.press(.end, .enter)
    try desk.expect("持证人 · 张伟", "被监护人", "王小明")

    try desk.press(.end, .enter)
    try desk.expect("持证人 · 王小明")
  }
}
