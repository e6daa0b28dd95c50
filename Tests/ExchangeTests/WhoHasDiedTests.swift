import Casework
import Testing

@testable import Exchange

/// Lists that name the dead beside whoever applies, and those that name nobody dead (domain: 5.1).
@Suite struct WhoHasDiedTests {
  private static let (own, other) = ("431225195806278514", "431281196010072743")

  private func rows(_ text: String, named name: String = "exchange", kind: String? = nil) throws -> [PoliceRow] {
    let file = try TemporaryFile(text, named: name)
    var rows: [PoliceRow] = []
    let vocabulary = kind.map { HeadingVocabulary.police.implying(kind: $0) } ?? .police
    try SourceFile(path: file.path, vocabulary: vocabulary).forEachRow { rows.append(PoliceRow($0)) }
    return rows
  }

  private func isDoubtful(_ row: PoliceRow) -> Bool { Denial.isTold(in: row.note, of: PoliceRecordKind(row.kind)) }

  private func texts(_ text: String, named name: String = "exchange") throws -> [String] {
    let file = try TemporaryFile(text, named: name)
    return try SourceFile(path: file.path, vocabulary: .police).forEachRow { _ in }.texts.map {
      "\($0.place) \($0.text)"
    }
  }

  @Test(
    arguments: [
      "死者", "逝者姓名", "亡者", "死亡人员", "死亡者", "死亡对象", "死亡职工", "死亡参保人姓名", "已故人员姓名", "去世老人姓名", "死亡成员姓名", "故者", "被继承人",
      "逝世人", "姓名（死者）", "死亡人员（姓名）",
    ])
  func aColumnOfTheDeadTellsWhoHasDied(_ heading: String) throws {
    let rows = try rows("姓名,身份证号,\(heading),死亡日期\n子,\(Self.own),某人,2026-08-10\n")
    #expect(rows.map(\.name) == ["某人"])
  }

  @Test(arguments: ["死亡参保人身份证号", "亡故人员证件号码", "死亡职工身份证号", "死者居民身份证号码", "身份证号（死者）"])
  func soDoesTheirNumber(_ heading: String) throws {
    let rows = try rows("姓名,身份证号,\(heading),死亡日期\n子,\(Self.own),\(Self.other),2026-08-10\n")
    #expect(rows.map(\.identity) == [Self.other])
  }

  @Test(arguments: ["死亡家属", "已故配偶", "亡故亲属"])
  func aDeadRelativeWithNameAndNumberIsWhomTheListIsAbout(_ heading: String) throws {
    let rows = try rows(
      "姓名,身份证号,\(heading)姓名,\(heading)身份证号,死亡日期\n子,\(Self.own),父,\(Self.other),2026-08-10\n")
    #expect(rows.map { [$0.name, $0.identity] } == [["父", Self.other]])
  }

  @Test(arguments: ["死亡家属姓名", "亡故亲属", "已故配偶", "死亡亲属姓名", "已故父亲"])
  func besideADeadRelativeAPersonSaysWhoHasDied(_ heading: String) throws {
    let rows = try rows(
      "姓名,身份证号,\(heading),父亲身份证号,死亡日期\n甲某,\(Self.own),乙某,\(Self.other),2026-08-10\n丙某,1,,,2026-08-10\n丁某,2,丁某,,2026-08-10\n"
    )
    #expect(rows.map(\.name) == ["甲某", "丙某", "丁某"])
    #expect(rows.map(isDoubtful) == [true, false, false])
    #expect(rows[0].note == "死亡的可能是另一人，存疑：\(heading) 乙某")
  }

  @Test(
    arguments: [
      "死亡原因", "死亡地点", "死亡证明编号", "死亡人数", "死亡登记人", "死者家属姓名", "死亡人员亲属", "死者家属身份证号", "非死亡人员", "死亡证件号", "火化工",
      "死亡职工供养亲属姓名", "事故人员", "与死者关系",
    ])
  func whatElseIsToldOfADeathIsNotTheDead(_ heading: String) throws {
    #expect(OfTheDead(HeadingVocabulary.normalized(heading)) == nil)
  }

  @Test func theNumberOfSomebodyElseUnderAnUnknownHeadingIsADoubt() throws {
    let text = { (heading: String, value: String) in "姓名,身份证号,死亡日期,\(heading)\n甲某,\(Self.own),2026-08-10,\(value)\n" }
    for heading in ["编码", "关联人员", ""] {
      #expect(try rows(text(heading, Self.other)).map(isDoubtful) == [true], "\(heading)")
      #expect(try rows(text(heading, "乙某 \(Self.other)")).map(isDoubtful) == [true], "\(heading)")
    }
    #expect(try rows(text("编码", Self.own)).map(\.note) == [""])
    #expect(try rows(text("编码", "4312812026081200012")).map(\.note) == [""])
    let short = "姓名,身份证号,死亡日期,社会保障号\n甲某,431225580627851,2026-08-10,\(Self.own)\n"
    #expect(try rows(short).map(\.note) == [""])
    for heading in ["户主身份证号", "联系人证件号码", "领取人身份证号"] {
      #expect(try rows(text(heading, Self.other)).map(\.note) == [""], "\(heading)")
    }
    // Where the dead have a number of their own, others are whoever applied.
    let dead = "死者姓名,死者身份证号,死亡日期,编码\n甲某,\(Self.own),2026-08-10,\(Self.other)\n"
    #expect(try rows(dead).map(\.note) == [""])
    #expect(try rows(text("编码", Self.other)).allSatisfy { !$0.note.contains(Self.other) })
  }

  @Test func twoColumnsOfNamesOrNumbersMustAgree() throws {
    let text = "姓名,人员姓名,身份证号,证件号码,死亡日期\n甲某,甲某,\(Self.own),\(Self.own),2026-08-10\n"
    #expect(
      try rows(text + "乙某,丙某,2,,2026-08-10\n丁某,,\(Self.own),\(Self.other),2026-08-10\n").map(isDoubtful) == [
        false, true, true,
      ])
  }

  @Test(arguments: ["配偶死亡日期", "父亲死亡日期", "死亡日期（配偶）", "家属去世时间"])
  func theDayOfSomebodyElsesDeathMakesNoDeath(_ heading: String) throws {
    let text = "姓名,身份证号,\(heading)\n甲某,\(Self.own),2026-08-10\n乙某,2,\n"

    #expect(try rows(text).map(\.kind) == ["", ""])
    let told = try rows(text, kind: "死亡注销")
    #expect(told.map(\.eventDate) == [.missing, .missing])
    #expect(told.map { $0.note.contains("死亡的可能是另一人") } == [true, false])
  }

  @Test func aColumnOfFalseReportsSpeaksAgainstWhomItNames() throws {
    let text = "姓名,身份证号,死亡日期,,误报人员姓名,撤销标志\n甲某,1,2026-08-10,,乙某,\n乙某,2,2026-08-10,,,否\n"
    #expect(try texts(text) == ["column 误报人员姓名：乙某"])
    #expect(try texts("姓名,身份证号,死亡日期,误报人员\n甲某,1,2026-08-10,√\n乙某,2,2026-08-10,否\n") == [])
  }

  @Test(
    arguments: [
      ("遗属生活补助花名册", true), ("困难家庭慰问", true), ("抚恤金发放表", true), ("2026年三季度", false), ("导出(3)", false), ("丧葬补助", false),
      ("误报名单", false),
    ])
  func theNameOfAFileThatTellsOfTheLivingIsAskedAbout(_ name: String, _ isAsked: Bool) throws {
    let found = try texts("姓名,身份证号,死亡日期\n甲某,1,2026-08-10\n", named: name)
    #expect(found.count == (isAsked ? 1 : 0) && found.allSatisfy { $0.hasPrefix("file \(name)") })
  }
}

/// Columns by which a row that reports a death says that somebody lives (domain: 5.1).
@Suite struct ContraryColumnTests {
  private func isDoubted(_ value: String, under heading: String) throws -> Bool {
    let file = try TemporaryFile("姓名,公民身份号码,死亡日期,变动类型,\(heading)\n某人,1,2026-08-10,死亡注销,\(value)\n")
    var rows: [PoliceRow] = []
    try SourceFile(path: file.path, vocabulary: .police).forEachRow { rows.append(PoliceRow($0)) }
    return rows.contains { Denial.isTold(in: $0.note, of: .death) }
  }

  @Test(
    arguments: [
      ("转归", ["好转", "治愈", "出院", "转院", "康复"], ["死亡", "已死亡", "因病死亡", ""]),
      ("离院方式", ["医嘱离院", "非医嘱离院", "转院"], ["死亡"]), ("诊断", ["好转出院", "治愈"], ["肺癌", "脑梗死", "高血压3级"]),
      ("死亡原因", ["自杀未遂", "抢救成功", "好转"], ["肺癌", "病死", "抢救无效死亡", "自杀"]),
      ("现状", ["务工", "服刑", "外出", "在家"], ["已死", "死亡", "已火化"]), ("去向", ["养老院", "外出务工", "回家"], ["火化", "殡仪馆", "公墓安葬"]),
      ("变更类型", ["迁出", "恢复", "迁入"], ["死亡", "死亡注销", "注销", ""]), ("业务类型", ["迁出"], ["死亡注销", "注销"]),
      ("操作类型", ["修改", "删除", "撤"], ["新增", "注销"]), ("是否有效", ["0", "否", "无效"], ["1", "是", "有效"]),
      ("del_flag", ["1", "2", "Y"], ["0", "N", ""]), ("删除标志", ["1", "是", "已删除"], ["0", "否", "未删除"]),
      ("备用", ["剔除", "出院", "肺癌"], ["县医院", "死亡", "3"]), ("死亡地点", [], ["县人民医院", "康复医院", "家中"]),
      ("操作员", [], ["李四"]), ("遗体去向", [], ["火化"]),
    ])
  func aCellThatTellsOfTheLivingIsADoubt(_ heading: String, _ doubts: [String], _ plain: [String]) throws {
    for value in doubts { #expect(try isDoubted(value, under: heading), "\(heading): \(value)") }
    for value in plain { #expect(try !isDoubted(value, under: heading), "\(heading): \(value)") }
  }
}

/// What somebody has said of the columns of a file, now or of the sender's last one.
@Suite struct SaidColumnTests {
  private let text = """
    死者姓名,死者身份证号,死亡日期,人员姓名,人员号码,时间
    甲某,431225195806278514,2026-08-10,乙某,431281196010072743,2026-08-11

    """
  private let remembered = [("人员姓名", "name"), ("人员号码", "identity"), ("时间", "event_date")]

  private func rows(_ text: String, _ vocabulary: HeadingVocabulary) throws -> [PoliceRow] {
    let file = try TemporaryFile(text)
    var rows: [PoliceRow] = []
    try SourceFile(path: file.path, vocabulary: vocabulary).forEachRow { rows.append(PoliceRow($0)) }
    return rows
  }

  @Test func whatIsRememberedNeverGoesBeforeWhatIsKnownByItself() throws {
    let vocabulary = try HeadingVocabulary.police.adding([], remembered: remembered)

    let problem = #expect(throws: FileProblem.self) { try rows(text, vocabulary) }
    #expect(problem?.code == .ambiguousColumn)
    #expect(problem?.headings.filter { $0.field == nil }.map(\.text) == ["死者身份证号", "人员姓名", "人员号码"])

    let alone = "人员姓名,人员号码,时间\n乙某,431281196010072743,2026-08-11\n"
    #expect(
      try rows(alone, vocabulary).map { [$0.name, $0.identity, $0.eventDate.text] } == [
        ["乙某", "431281196010072743", "2026-08-11"]
      ])
  }

  @Test func whatIsSaidNowHolds() throws {
    let vocabulary = try HeadingVocabulary.police.adding(
      [("死者身份证号", "identity")], remembered: remembered.filter { $0.1 != "identity" })
    let rows = try rows(text, vocabulary)
    #expect(rows.map { [$0.name, $0.identity, $0.eventDate.text] } == [["甲某", "431225195806278514", "2026-08-10"]])
  }

  private let bare = "1,甲某,431225195806278514,2026-08-10\n2,乙某,431281196010072743,2026-08-11\n"

  @Test func aRowIsNoHeading() throws {
    #expect(throws: FileProblem.self) {
      try HeadingVocabulary.police.adding([("甲某", "name"), ("431225195806278514", "identity")])
    }
    let problem = #expect(throws: FileProblem.self) { try rows(bare, .police) }
    #expect(problem?.code == .noHeadings)
    #expect(problem?.headings.map(\.text) == ["第1列", "第2列", "第3列", "第4列"])
    #expect(problem?.headings.map(\.sample) == ["1", "甲某", "431225********8514", "2026-08-10"])
    #expect(problem?.explanation.chinese.contains("--map") == false)
    #expect(problem?.byCommand.chinese.contains("--map 第2列=name") == true)
  }

  @Test(arguments: ["", "2026年第三季度死亡人员名单\n"])
  func columnsAreSaidByTheirPlaceWhereThereAreNoHeadings(_ title: String) throws {
    let vocabulary = try HeadingVocabulary.police.implying(kind: "死亡注销").adding(
      [("第2列", "name"), ("第三列", "identity"), ("第4列", "event_date")])
    let rows = try rows(title + bare, vocabulary)
    #expect(rows.map(\.name) == ["甲某", "乙某"] && rows.map(\.eventDate.text) == ["2026-08-10", "2026-08-11"])
    #expect(rows.map(\.note) == ["", ""] && rows.map(\.row) == [1, 2])
  }

  @Test func aPlaceIsNotRememberedForAnotherFile() throws {
    let vocabulary = try HeadingVocabulary.police.adding([], remembered: [("第2列", "name")])
    #expect(throws: FileProblem.self) { try rows(bare, vocabulary) }
  }
}
