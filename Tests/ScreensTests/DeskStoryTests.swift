import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

@Suite struct DeskStoryTests {
  @Test func whatAnAssessorHasSignedWaitsForHimNoMore() throws {
    let office = try TestOffice()
    let (first, second) = (try office.inPanel("欧阳文华", 1), try office.inPanel("王小明"))
    var desk = try DeskDriver("zhao", in: office)
    try desk.expect("我的待办 2 件")

    try office.sign("zhao", first)

    desk = try DeskDriver("zhao", in: office)
    try desk.expect("我的待办 1 件")
    try desk.open(.queue(.panel))
    try desk.expect("1 / 1 件", second.number)
    try desk.expectNot(first.number)
  }

  @Test func aClockIntoAYearWithoutCalendarIsAnEstimateWhereverItIsShown() throws {
    let office = try TestOffice()
    let application = try office.submitted("王小明")
    _ = try office.store.record(
      .sendBack, ["items": "照片", "reason": "照片太旧", "deadline": "2027-01-20"], on: application.id,
      by: office.session("li"))
    var desk = try DeskDriver("li", in: office)

    try desk.expect("暂估剩")
    try desk.open(.queue(.corrections))
    try desk.expect("暂估剩")
    try desk.open(.application(application.id))
    try desk.expect("暂估")
  }

  @Test func anAssessorsQueueCountsThePanelsHeSitsOn() throws {
    let office = try TestOffice()
    _ = try office.inPanel("欧阳文华", 1)
    try office.store.add(
      StaffMember(id: "liu", name: "刘医生", roles: [.assessor]), password: TestOffice.password,
      by: office.session("admin"))

    var desk = try DeskDriver("liu", in: office)

    try desk.expect("我的待办 0 件")
  }

  @Test func theFirstLineIsTheCaseMostInDangerAndOneOwnsQueuesFirst() throws {
    let office = try TestOffice()
    try office.submitted("王小明", 0)
    office.time.pass(days: 2)
    try office.submitted("欧阳文华", 1)
    office.time.pass(days: 10)
    var desk = try DeskDriver("li", in: office)

    let lines = try desk.shown.split(separator: "\n").map(String.init)

    #expect(lines[1].contains("今天：我的待办 2 件，超期 1 件"))
    #expect(lines[2].contains("王小明") && lines[2].contains("超期"))
    #expect(lines.firstIndex { $0.contains("待受理") } ?? 0 < lines.firstIndex { $0.contains("待审批") } ?? 0)
  }

  @Test(arguments: [0, 1, 2]) func everyQueueIsOnTheSmallestScreenAlsoBesideSweeps(_ sweeps: Int) throws {
    let office = try TestOffice()
    for (index, name) in ["王小明", "欧阳文华", "李四", "赵六"].enumerated() { try office.submitted(name, index) }
    for index in 0..<sweeps {
      _ = try office.store.importSweep(
        ReceivedFile(name: "\(index).csv", bytes: [UInt8(index)]), quarter: Quarter(of: office.store.today),
        by: office.session("zheng")
      ) { take in
        try take(TestOffice.policeRows[index])
        return FileReading(format: "csv", encoding: "utf-8", passedOver: 0)
      }
    }
    var desk = try DeskDriver("li", in: office)

    let shown = try desk.shown
    #expect(shown.components(separatedBy: "等我核对").count == sweeps + 1)
    for queue in CaseQueue.allCases { #expect(shown.contains(queue.name.chinese), "\(queue.name.chinese)\n\(shown)") }
    #expect(shown.contains("王小明") && shown.contains("其他岗位的待办"))
  }

  @Test func aNoticeThatHasRunOutIsReadyInEveryListAndLateInNone() throws {
    let office = try TestOffice()
    let application = try office.assessed("王小明")
    try office.store.record(.postNotice, ["place": "村公示栏"], on: application.id, by: office.session("li"))
    office.time.pass(days: 20)
    var desk = try DeskDriver("li", in: office)

    try desk.expect("今天：我的待办 1 件；")
    try desk.open(.queue(.notice))

    try desk.expect("王小明", "期满可办")
    try desk.expectNot("超期")
  }

  @Test func fullWidthDigitsOpenAQueueAsHalfWidthOnesDo() throws {
    let office = try TestOffice()
    try office.submitted("王小明")
    var desk = try DeskDriver("li", in: office)

    try desk.press("２")

    try desk.expect("待受理", "王小明", "1 / 1 件")
  }

  @Test func typingSiftsAQueueByPinyinInitialsNumberAndState() throws {
    let office = try TestOffice()
    try office.submitted("王小明", 0)
    try office.inPanel("欧阳文华", 1)
    for typed in ["oywh", "欧阳", "000002", "联合评定"] {
      var desk = try DeskDriver("li", in: office)
      try desk.press(.function(5))
      try desk.type(typed)
      try desk.expect("欧阳文华", "1 / 2 件")
    }
  }

  @Test func theFilterIsStillThereWhenOneComesBack() throws {
    let office = try TestOffice()
    try office.submitted("王小明", 0)
    try office.inPanel("欧阳文华", 1)
    var desk = try DeskDriver("li", in: office)
    try desk.press(.function(5))
    try desk.type("oy")

    try desk.press(.enter)
    try desk.expect("联合评定签字中")
    try desk.press(.escape)

    try desk.expect("1 / 2 件")
  }

  @Test func theOrderIsChosenWithAKeyAndIsStillThereWhenOneComesBack() throws {
    let office = try TestOffice()
    try office.submitted("王小明", 0)
    try office.submitted("安娜", 1)
    var desk = try DeskDriver("li", in: office)
    try desk.press(.function(5))
    try desk.expect("1/2")

    try desk.press(.function(2), .function(2))
    try desk.expect("按姓名")
    let lines = try desk.shown.split(separator: "\n").map(String.init)
    #expect(lines[3].contains("安娜") && lines[4].contains("王小明"))
    try desk.press(.escape)
    try desk.expect("办公桌")
    try desk.press(.function(5))

    try desk.expect("按姓名")
  }

  @Test func aListShowsAfterAnyKeyWhatAnotherDeskHasDone() throws {
    let office = try TestOffice()
    let first = try office.submitted("王小明", 0)
    try office.submitted("安娜", 1)
    var desk = try DeskDriver("li", in: office)
    try desk.press("2")
    try desk.expect("2 / 2 件")
    let other = try CaseStore.open(at: office.store.path, clock: office.time.clock)

    try other.record(.accept, on: first.id, by: office.session("wang"))
    try desk.press(.down)

    try desk.expect("1 / 1 件", "安娜")
    try desk.expectNot("王小明")
  }

  @Test func theHelpFindsAnActByItsInitialsShowsItsKeyAndRunsIt() throws {
    var desk = try DeskDriver("li", in: TestOffice())

    try desk.press(.function(1))
    try desk.type("djc")
    try desk.expect("F3", "登记册")
    try desk.expectNot("新受理")
    try desk.press(.enter)

    try desk.expect("查找：")
  }

  @Test func whatIsNotPossibleSaysWhyAndWhoCan() throws {
    var desk = try DeskDriver("zhou", in: TestOffice())

    try desk.press(.function(2))

    try desk.expect("! 受理由办证员办；您审批的在「待审批」，查人按 F3")
    try desk.press(.function(7), .function(2))
    try desk.expect("! 此项由系统管理员办理")
  }

  @Test func theLanguageChangesEverywhereAtOnce() throws {
    var desk = try DeskDriver("li", in: TestOffice())

    try desk.press(.function(9))
    try desk.expect("Desk", "My queues", "REHEARSAL")
    try desk.press(.function(9))
    try desk.expect("办公桌")
  }

  @Test func theRegisterIsSearchedAsOneTypesAndMasksNumbers() throws {
    let office = try TestOffice()
    try office.holder("张伟", 2)
    for typed in ["张伟", "zhangwei", "zw", "张w", "130408", "13800001234"] {
      var desk = try DeskDriver("li", in: office)
      try desk.press(.function(3))
      try desk.type(typed)
      try desk.expect("张伟", "1/1")
      try desk.expectNot("13040819640303001X")
    }
  }

  @Test func aHolderShowsCertificatesCasesAndWhatHappened() throws {
    let office = try TestOffice()
    try office.holder("张伟", 2)
    var desk = try DeskDriver("li", in: office)
    try desk.press(.function(3))
    try desk.type("zw")
    try desk.press(.enter)

    try desk.expect("持证人 · 张伟", "肢体 三级", "新办 已领取", "核发")
    try desk.press(.enter)
    try desk.expect("已领取", "归档")
  }

  @Test func anAssessorSeesTheCasesOfHisPanelsOnly() throws {
    let office = try TestOffice()
    try office.submitted("王小明", 0)
    try office.inPanel("欧阳文华", 1)
    var desk = try DeskDriver("zhao", in: office)

    try desk.press(.function(5))

    try desk.expect("欧阳文华", "1 / 1 件")
    try desk.open(.application(1))
    try desk.expect("! 此项由")
  }
}
