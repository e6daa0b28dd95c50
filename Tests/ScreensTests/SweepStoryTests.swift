import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

@Suite struct SweepStoryTests {
  @Test func aFileIsReadDecidedConfirmedByAnotherAndCarriedOut() throws {
    let office = try TestOffice()
    try office.sweptHolders()
    var desk = try DeskDriver("zheng", in: office, policeFile: { try office.policeFile(at: $0, noting: $1) })

    try desk.open(.sweepImport)
    try desk.type("police.csv")
    try desk.press(.tab, .control("u"))
    try desk.type("2026q3")
    try desk.press(.function(2))
    try desk.expect("前五行 · police.csv", "赵敏", "130408********0014", "列「经办人」")
    try desk.press(.function(2))
    try desk.expect("读入 4 = 相符 1 + 待核对 1 + 不在册 1 + 不可用 1")
    try desk.press(.function(8))
    try desk.expect("略过 1 行")

    try desk.press(.escape)
    office.time.pass(seconds: 3)
    try desk.press("1")
    try desk.expect("同意 · 第 1 行", "同意：执行时迁出计时", "⏎ 决定，理由可不写")
    try desk.press(.enter)
    try desk.expect("还有 2 行未决定")
    try desk.press("1", .enter)
    try desk.expect("! 请用 ↓ 选一项，或写明理由")
    try desk.type("电话核实")
    try desk.press(.enter, "2", .down, .enter)
    try desk.expect("已存：第 4 行 不同意，还有 0 行未决定")
    try desk.press(.function(2), .enter)
    office.time.pass(seconds: 1)
    try desk.press(.enter)
    try desk.expect("已存：提交 → 待确认")

    var confirmer = try DeskDriver("zhou", in: office)
    try confirmer.open(.sweep(1))
    try confirmer.press(.function(2), "2")
    try confirmer.expect("将注销 1", "逐行决定的 2", "电话核实")
    try confirmer.press(.right)
    try confirmer.expect("没有疑点的 1 中随机抽 1")
    try confirmer.press(.enter)
    try confirmer.expect("名单第 1 行", "第 1 / 1 行 · 已定 1 · 待确认", "表中的行")
    try confirmer.press(.escape)
    try confirmer.press(.function(2))
    try confirmer.expect("将注销 1、迁出计时 1")
    try confirmer.type("practice-1")
    try confirmer.press(.tab, .enter)
    try confirmer.expect("· 未办理")
    try confirmer.press("2", .enter)
    try confirmer.expect("已确认")

    try confirmer.press(.function(2), .enter, "2", .enter)
    try confirmer.expect("执行结果", "注销 1")
    #expect(try office.store.certificates(of: TestOffice.identities[2]).last?.state == .cancelled)
  }

  @Test func whoeverDecidedMayNotConfirmAndSeesIt() throws {
    let office = try TestOffice()
    try office.sweptHolders()
    let sweep = try office.sweep()
    try office.decideAll(of: sweep)
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweepMoves(sweep.id))

    try desk.expect("确认", "× 此项由审核主管办理")
  }

  @Test func differencesCarryASign() throws {
    let office = try TestOffice()
    try office.sweptHolders()
    let sweep = try office.sweep()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweep(sweep.id))

    try desk.press(.down)

    let lines = try desk.shown.split(separator: "\n")
    #expect(lines.contains { $0.contains("张炜") && $0.contains("≠") && $0.contains("张伟") })
  }

  /// Opens the first rows of a file for a quarter; for none where its dates are to tell it.
  private func preview(of file: String, quarter: String = "2026Q3", in office: TestOffice) throws -> DeskDriver {
    var desk = try DeskDriver("zheng", in: office, policeFile: { try office.policeFile(at: $0, noting: $1) })
    try desk.open(.sweepImport)
    try desk.type(file)
    try desk.press(.tab, .control("u"))
    try desk.type(quarter)
    try desk.press(.function(2))
    return desk
  }

  @Test(arguments: ["'/a b/c.xlsx'", "\"/a b/c.xlsx\"", "~/c.xlsx", "file:///a%20b/c.xlsx", "/a b/c.xlsx"])
  func aPathIsHandedOnAsItWasPasted(_ path: String) throws {
    var form = SweepImportForm(today: try TestOffice().store.today)
    _ = form.update(.pasted(path))

    guard case .begin(.preview(let wanted)) = form.done else { return #expect(Bool(false), "\(form.done)") }
    #expect(wanted.source.path == path)
  }

  @Test func theSheetsOfAWorkbookAreOfferedWithTheirRows() throws {
    var desk = try preview(of: "sheets.csv", in: TestOffice())

    try desk.expect("工作表", "[1 全部 4 行]", "2 死亡 3 行", "3 迁出 1 行", "4 说明 无表头")
    try desk.press(.pageUp, "3", .function(2))
    try desk.expect("前五行 · sheets.csv", "2 死亡 3 行", "[3 迁出 1 行]")
    try desk.press(.function(2))
    try desk.expect("读入 4 =")
  }

  @Test(arguments: [(Key.character("1"), "导入时看过，答不针对任何一行"), (Key.character("2"), "导入时没有答，有关各行逐行问")])
  func whatStandsBesideTheRowsIsShownAndAnsweredBeforeAnythingIsStored(_ key: Key, _ kept: String) throws {
    let office = try TestOffice()
    var desk = try preview(of: "texts.csv", in: office)

    try desk.expect("行外", "标题「死亡待定」", "*以上「行外」各条", "1 都看过，不针对哪一行")
    try desk.press(.function(2))
    try desk.expect("还缺 1 项：以上「行外」各条")
    #expect(try office.store.sweeps().isEmpty)
    office.time.pass(days: 30)
    try desk.press(key, .function(2))
    try desk.expect("请看 行外")
    try desk.press(.function(8))
    try desk.expect(kept)
    #expect(try office.store.sweeps().map { $0.textsToRead.map(\.text) } == [["死亡待定"]])
    #expect(try office.store.sweeps().map { $0.textsReadBy != nil } == [key == .character("1")])
  }

  @Test func nobodyHasReadWhatWasNotOnTheScreen() throws {
    let office = try TestOffice()
    var desk = try preview(of: "many-texts.csv", in: office)

    try desk.press("1", .function(2))
    try desk.expect("! 先看完请核（PgDn）")
    #expect(try office.store.sweeps().isEmpty)
    for _ in 1...12 { try desk.press(.pageDown) }
    try desk.press(.function(2))
    #expect(try office.store.sweeps().count == 1)
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func whoeverConfirmsHasSeenAllThatStandsBesideTheRows(_ size: (columns: Int, rows: Int)) throws {
    let office = try TestOffice()
    try office.sweptHolders()
    let sweep = try office.sweep("many-texts.csv")
    for row in 1...4 {
      _ = try office.store.decide(
        .rows([row...row]), .reject, reason: "电话核实", on: sweep.id, by: office.session("zheng"))
    }
    _ = try office.store.record(.submit, onSweep: sweep.id, by: office.session("zheng"))
    var desk = try DeskDriver("zhou", in: office, columns: size.columns, rows: size.rows)
    try desk.open(.sweepMoves(sweep.id))
    try desk.press("2")

    try desk.expect("[行外的话 50]", "样式 1」", "↓ PgDn")
    try desk.press(.right, .function(2))
    try desk.expect("! 先看完「行外」各条")
    try desk.press(.left)
    for _ in 1...5 { try desk.press(.pageDown) }
    try desk.expect("样式 50」")
    try desk.press(.right, .function(2))
    try desk.expect("周主管 的密码")
  }

  /// In the smallest usual window the rows have most of the room, and what is told besides is one key away.
  @Test(arguments: [Language.chinese, .english])
  func fourteenRowsOfAListAreOnASmallScreen(_ language: Language) throws {
    let office = try TestOffice()
    let rows = (1...20).map {
      PoliceRow(row: $0, identity: "4312251\($0)", name: "残缺\($0)", kind: "死亡注销", eventDate: .missing)
    }
    let sweep = try office.store.importSweep(
      ReceivedFile(name: "long.csv", bytes: [1]), quarter: #require(Quarter("2026Q3")), by: office.session("zheng")
    ) { take in
      try rows.forEach(take)
      return FileReading(format: "csv", encoding: "gb18030", passedOver: 3, findings: [:])
    }
    var desk = try DeskDriver("zheng", in: office, language: language)
    try desk.open(.sweep(sweep.id))

    try desk.expect("残缺14", "20 = ")
    try desk.expectNot("long.csv")
    try desk.press(.function(8))
    try desk.expect("long.csv", sweep.number)
  }

  @Test func aTitleOfAnotherQuarterIsAskedAboutOnce() throws {
    let office = try TestOffice()
    var desk = try preview(of: "titled.csv", in: office)

    try desk.expect("标题「2025年第三季度死亡人员名单」写的不是 2026Q3", "标题有别，确是本县此季度的")
    try desk.press(.function(2))
    try desk.expect("还缺 1 项：标题有别")
    #expect(try office.store.sweeps().isEmpty)
    try desk.press(.character(" "), .function(2))
    #expect(try office.store.sweeps().count == 1)
  }

  @Test func columnsNobodyKnowsAreSaidByHandAlsoWhereNothingCouldBeRead() throws {
    var desk = try preview(of: "unknown.csv", in: TestOffice())

    try desk.expect("缺少", "姓名、身份号码；请在下面指明", "列「证件」", "列「人名」", "按指定的列再看")
    try desk.press(.function(2))
    try desk.expect("! 请先指明各是哪一列：姓名、身份号码")
    try desk.press("3", .function(2))
    try desk.expect("缺少", "姓名；请在下面指明", "证件=身份号码")
    try desk.press(.down, "2", .function(2))
    try desk.expect("读得对，开始比对", "赵敏")
  }

  @Test func aListDatedInAnotherQuarterIsAskedAboutAndPutRightWithOneKey() throws {
    let office = try TestOffice()
    var desk = try preview(of: "dates.csv", in: office)

    try desk.expect("6 行写明日期，6 行不在 2026Q3，多在 2026Q4", "*季度", "1 2026Q4，多数日期在内", "2 确是 2026Q3")
    try desk.press(.function(2))
    try desk.expect("还缺 1 项：季度")
    #expect(try office.store.sweeps().isEmpty)
    office.time.pass(days: 30)
    try desk.press("1", .function(2))
    #expect(try office.store.sweeps().map(\.quarter) == ["2026Q4"])
  }

  /// Imported in January, a list of October is of the fourth quarter, whether it has four rows or eight.
  @Test(arguments: ["police.csv", "dates.csv"])
  func theQuarterIsThatOfTheDatesUnlessSomebodySaysAnother(_ file: String) throws {
    let office = try TestOffice()
    office.time.pass(days: 120)
    var desk = try preview(of: file, quarter: "", in: office)

    try desk.expect("季度", "2026Q4")
    try desk.expectNot("不在 2027Q1")
    try desk.press(.pageUp, .down, .down)
    try desk.expect("名单中多数日期在此季度；可改")
    try desk.press(.control("u"))
    try desk.type("2026Q3")
    try desk.press(.function(2))
    if file == "dates.csv" {
      try desk.expect("6 行不在 2026Q3，多在 2026Q4")
    } else {
      try desk.expect("2026Q3")
      try desk.expectNot("名单中多数日期在此季度")
    }
    #expect(try office.store.sweeps().isEmpty)
    desk.app.places.removeLast()
    try desk.press(.function(2), .function(2))
    #expect(try office.store.sweeps().map(\.quarter) == ["2026Q4"])
  }

  @Test func whatTheRowsReportIsAskedOnlyWhereTheFileDoesNotSayIt() throws {
    var said = try preview(of: "police.csv", in: TestOffice())
    try said.expect("各行都是", "[1 照名单写的]")
    try said.press(.function(2))
    try said.expect("读入 4 =")

    var desk = try preview(of: "kindless.csv", in: TestOffice())
    try desk.expect("*各行都是", "1 死亡", "2 迁出")
    try desk.expectNot("照名单写的")
    try desk.press(.function(2))
    try desk.expect("还缺 1 项：各行都是")
    try desk.press("1", .function(2))
    try desk.expect("前五行 · kindless.csv", "[2 死亡]", "死亡        2026-10-06")
    try desk.press(.function(2))
    try desk.expect("读入 4 =")
  }

  @Test(arguments: [(80, true), (120, false)])
  func whatTheTableHasNoRoomForStandsBelowIt(_ columns: Int, _ isBelow: Bool) throws {
    let office = try TestOffice()
    var desk = try DeskDriver(
      "zheng", in: office, columns: columns, policeFile: { try office.policeFile(at: $0, noting: $1) })
    try desk.open(.sweepImport)
    try desk.type("police.csv")
    try desk.press(.function(2))

    try desk.expect("医院证明")
    #expect(try desk.shown.contains("2 行 医院证明") == isBelow)
  }

  @Test(arguments: [("1999Q1", "2000Q1"), ("2026年3", "季度写作 2026Q3"), ("2027Q1", "尚未开始")])
  func aQuarterThatCannotBeIsRefusedBeforeTheFileIsRead(_ quarter: String, _ words: String) throws {
    var desk = try preview(of: "police.csv", quarter: quarter, in: TestOffice())

    try desk.expect("! ", words, "导入公安名单")
  }

  @Test func whatRowsReportIsShownInTheLanguageOfTheDesk() throws {
    let rows = [
      ("火化", "Cremated"), ("宣告死亡", "Declared dead"), ("姓名变更", "Name changed"), ("参军", "Other: 参军"), ("", "Other"),
    ]
    for (kind, name) in rows {
      let row = PoliceRow(
        row: 1, identity: "", name: "", kind: kind, eventDate: .missing, note: "甲",
        details: [.newName: "张新", .destination: "长沙"])
      #expect(row.kindName.english == name)
      #expect(row.besides == Phrase("甲；新姓名 张新；迁往 长沙", "甲; new name 张新; to 长沙"))
    }
  }

  @Test func aFileThatCannotBeReadIsASentenceAndNothingChanges() throws {
    let office = try TestOffice()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.sweepImport)

    try desk.type("nowhere.txt")
    try desk.press(.function(2))

    try desk.expect("! 没有此文件", "nowhere.txt")
    #expect(try office.store.sweeps().isEmpty)
  }
}
