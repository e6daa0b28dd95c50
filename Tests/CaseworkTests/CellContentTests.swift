import Testing

@testable import Casework

/// What does not fit its column, denies the report or tells nothing known takes a person (domain: 5.1).
@Suite struct CellContentTests {
  private func isDoubted(_ value: String, under heading: String, ofField field: String = "") -> Bool {
    let content = CellContent(under: heading, ofField: field)
    return content?.isDoubted(by: value, under: heading, of: .death) ?? false
  }

  @Test(
    arguments: [
      ("序号", "", ["撤", "3（撤销）", "3误报", "7?", "13x", "19的母亲"], ["3", "3.", "第3号", "（3）", "③", "十二", ""]),
      ("出生日期", "birth", ["误报", "1987-10-21 误报", "健在"], ["1987-10-21", "1987年10月", "１９８７．１０．２１", "不详", "-"]),
      ("性别", "sex", ["健在", "男（健在）", "?"], ["男", "女", "未知", "1"]),
      ("年龄", "age", ["健在", "75（在世）"], ["75", "75岁", "不详"]),
      (
        "户籍地址", "address", ["本人健在，系其父死亡", "洪江市雪峰镇联盟村3组172号（误报，本人健在）", "洪江市熟坪乡16组29号 本人尚在", "13组129号的母亲", "x"],
        ["洪江市托口镇星火村2组121号", "北京市朝阳区", "同上", "洪江市安江镇重华村子弟学校3栋"]
      ),
      ("死亡证明编号", "document", ["健在", "误报", "本人在家"], ["SW20260000", "怀公死证字〔2026〕第12号", "无", "见附件"]),
      ("联系电话", "", ["健在", "不同意"], ["13812345678", "13812345678（其子）", "空号"]),
      ("派出所", "station", ["否", "误报", "本人在家"], ["黔城派出所", "3"]), ("死因", "", ["不同意", "否", "删除"], ["不详", "心肌梗死", "原因不明"]),
      ("申报人", "declarant", ["本人", "健在", "撤"], ["张三", "其子"]), ("与户主关系", "", ["否", "健在"], ["户主", "之妻", "父亲"]),
      ("火化日期", "event_date", ["误报", "本人在家"], ["2026-08-12", "无"]),
    ])
  func whatDoesNotFitItsColumnIsADoubt(_ heading: String, _ field: String, _ doubts: [String], _ fits: [String]) {
    for value in doubts { #expect(isDoubted(value, under: heading, ofField: field), "\(heading): \(value)") }
    for value in fits { #expect(!isDoubted(value, under: heading, ofField: field), "\(heading): \(value)") }
  }

  @Test(
    arguments: [
      ("是否注销", ["3", "否", "0", "不同意"], ["1", "是", "√", "已注销"]),
      ("状态", ["3", "1", "生存", "退回", "正常"], ["已办结", "-", "死亡"]),
      ("办理状态", ["退回"], ["正常", "已办结"]),
      ("核查结果", ["0", "3", "健在", "否"], ["属实", "一致", "核实无误", "已死亡"]), ("生存状态", ["3", "否", "不同意"], ["已死亡", "死亡"]),
      ("处理", ["撤", "删除", "不同意"], ["已处理", "同意注销"]), ("审核人", ["否"], ["张三", "李四"]),
    ])
  func underHowAReportStandsOnlySettledWordsPass(_ heading: String, _ doubts: [String], _ settled: [String]) {
    for value in doubts { #expect(isDoubted(value, under: heading), "\(heading): \(value)") }
    for value in settled { #expect(!isDoubted(value, under: heading), "\(heading): \(value)") }
  }

  @Test(
    arguments: ["不同意", "否", "撤", "删除", "未办", "勿销", "待定", "疑", "缓办", "已停", "生存", "本人在家", "x", "？"],
    ["列1", "X", "Unnamed9"])
  func underAnUnknownHeadingWhatNegatesIsADoubt(_ value: String, _ heading: String) {
    #expect(isDoubted(value, under: heading))
  }

  @Test(arguments: ["未婚", "不详", "未知", "非农", "非农业", "非正常死亡", "生活困难", "待遇已停发", "退休", "核对无误", "3", "一级", "张三"])
  func harmlessCompoundsAreNone(_ value: String) { #expect(!isDoubted(value, under: "列1")) }

  @Test(arguments: [("兵役状况", "未服兵役"), ("是否低保", "否"), ("是否火化", "否"), ("从业状况", "务农"), ("是否残疾", "是")])
  func whatAColumnTellsOfSomethingElseIsNone(_ heading: String, _ value: String) {
    #expect(!isDoubted(value, under: heading))
    #expect(isDoubted("健在", under: heading))
  }

  @Test(
    arguments: [
      ("生存认证", ["通过", "是", "已认证", "1"], ["未通过", "否", "", "未认证"]), ("人员状态", ["正常", "是", "在"], ["死亡", "已注销", "亡"]),
      ("户籍状态", ["正常"], ["注销"]), ("养老金", ["2026-10 发放", "正常发放"], ["停发", "已停发", "2026-10停发", "无"]),
      ("养老待遇", ["正常发放"], ["终止"]), ("低保", ["在享", "是"], ["停", "否", "已退出"]), ("末次领取", ["本人领取"], ["2026年8月", "202608"]),
      ("类别", ["存"], ["视力"]), ("待遇标准", [], ["1200"]),
    ])
  func underWhatTheLivingDoOnlyAnEndPasses(_ heading: String, _ doubts: [String], _ ends: [String]) {
    for value in doubts { #expect(isDoubted(value, under: heading), "\(heading): \(value)") }
    for value in ends { #expect(!isDoubted(value, under: heading), "\(heading): \(value)") }
  }

  @Test func ofAReportThatIsNoDeathOnlyWhatDeniesItCounts() {
    let content = CellContent(under: "序号")
    #expect(content?.isDoubted(by: "甲", under: "序号", of: .moveOut) == false)
    #expect(content?.isDoubted(by: "误报", under: "序号", of: .moveOut) == true)
  }
}

/// How much of the register a list may end before somebody is warned (features: 46).
@Suite struct SweepShareTests {
  @Test(arguments: [
    (1490, 1870, true), (38, 1870, true), (37, 1870, false), (19, 20, false), (20, 20, true), (0, 0, false),
  ])
  func moreThanAQuarterHasIsSaid(_ ending: Int, _ live: Int, _ isUnusual: Bool) {
    let share = SweepShare(ending: ending, live: live)
    #expect(share.isUnusual == isUnusual && (share.warning != nil) == isUnusual)
  }

  @Test func theShareIsToldInTenthsOfAPercent() {
    #expect(SweepShare(ending: 1490, live: 1870).words.chinese == "注销占有效证件 1870 本的 79.7 %")
    #expect(SweepShare(ending: 0, live: 1870).words.chinese.isEmpty)
  }
}
