import Testing

@testable import Casework

/// Remarks that take back or doubt what a row reports, and those that do not (domain: 5.1).
@Suite struct DenialTests {
  @Test(
    arguments: [
      "没死", "活着", "人还活着", "存活", "未亡", "尚在人世", "健 在", "健在。", "非死亡，系迁出", "错报", "系统错误", "登记有误", "信息不实", "不属实",
      "弄错了", "已撤销", "取消", "无效", "此条无效", "请勿注销", "已恢复户口", "仍在领取养老金", "住院治疗中", "其父死亡", "丈夫死亡", "母亲已去世",
      "误将其兄报亡", "申报人：本人", "失联", "下落不明", "误迁，已迁回", "疑似本人", "待查", "核查中", "同名",
    ])
  func takeBackOrDoubt(_ note: String) { #expect(Denial.isTold(in: note)) }

  @Test(
    arguments: [
      "", "补录", "家属申报,已核实", "第2次核对", "见附件", "错别字已更正", "现姓名:张家囯", "原姓名:高仁水", "核对无误", "迁往外省", "因病死亡",
      "正常死亡，户口已注销", "由其子申报", "妻子代办", "火化证 2026-18", "医院开具死亡证明", "四女申报死亡",
    ])
  func sayNothingAgainstIt(_ note: String) { #expect(!Denial.isTold(in: note)) }

  @Test(
    arguments: [
      ("状态", "已撤销", true), ("是否死亡", "否", true), ("核实情况", "健在", true), ("操作类型", "撤销", true), ("撤销标志", "1", true),
      ("撤销日期", "2026-09-01", true), ("恢复日期", "2026-09-01", true), ("备注2", "误报健在", true), ("情况说明", "误报健在", true),
      ("撤销标志", "0", false), ("是否撤销", "否", false), ("撤销日期", "", false), ("是否死亡", "是", false), ("状态", "正常", false),
      ("核实情况", "已核实", false), ("经办人", "张三", false),
    ])
  func aCellUnderAnUnknownHeadingCounts(_ heading: String, _ value: String, _ isDenial: Bool) {
    #expect(Denial.isTold(by: value, under: heading) == isDenial)
  }

  @Test(
    arguments: [
      "未死亡", "尚未去世", "人还在", "10月本人到场认证", "今年9月20日来所办理身份证", "更正", "应为迁出", "誤報", "撤銷", "恢復戶口", "误·报", "alive",
      "not dead", "error", "wubao", "误抱", "建在", "?", "×", "删", "植物人", "现居敬老院", "人在广东打工", "不是此人", "另一人", "原姓名:高仁水 人还在",
      "见附件", "申请人：其子",
      "补录户口", "死亡证明无", "户口迁移", "其妻", "其母亲死亡", "同上", "待核对", "在医院", "在家", "上方另有标题，存疑：三、迁出人员", "无列名:张三",
    ])
  func besideADeathOnlyWhatIsKnownToBeHarmlessIs(_ note: String) {
    #expect(Denial.isTold(in: note, of: .death))
  }

  @Test(
    arguments: [
      "错别字已更正", #"见附件"死亡证明""#, "", "　", "无", "-", "/", "2026-9-7", "病故", "因病死亡", "正常死亡", "已火化", "2026年9月7日因病去世，９月８日火化。",
      "死亡证明 2026-18", "核对无误",
      "情况属实", "家属申报,已核实", "由其子申报", "村委会证明", "正常死亡，户口已注销", "在家中病故", "于县人民医院病逝", "享年85岁", "原姓名:高仁水", "原姓名:高仁水 病故",
      "Died", "Cremated 2026-09-08", "补录",
    ])
  func whatIsKnownToBeHarmlessBesideADeathIsNoDoubt(_ note: String) {
    #expect(!Denial.isTold(in: note, of: .death))
  }

  @Test(
    arguments: [
      ("随迁", PoliceRecordKind.moveOut, false), ("应为县内移居", .moveOut, true), ("誤報", .moveOut, true),
      ("已更正", .moveOut, true),
      ("错别字已更正", .nameChanged, false), ("撤銷", .moveWithin, true),
    ])
  func besideOtherReportsOnlyWhatDeniesThemIsADoubt(_ note: String, _ kind: PoliceRecordKind, _ isDoubt: Bool) {
    #expect(Denial.isTold(in: note, of: kind) == isDoubt)
  }

  @Test(
    arguments: [
      ("关于更正2026年第三季度误报死亡人员的函", true), ("恢复户口（死亡误报）", true), ("撤销死亡登记", true), ("誤報", true), ("2026年第三季度死亡人员名单", false),
      ("核对无误的死亡人员名单", false), ("死亡人员名单（如有误请告知）", false), ("拟取消补贴的死亡人员名单", false), ("", false),
    ])
  func aTitleTakesItsRowsBack(_ title: String, _ isDenial: Bool) { #expect(Denial.isTold(inTitle: title) == isDenial) }

  @Test(
    arguments: [
      ("办理结果", "退回", PoliceRecordKind.death, true), ("办理结果", "不予办理", .death, true), ("办理结果", "未办结", .death, true),
      ("办理结果", "已办结", .death, false), ("办理结果", "退回", .moveOut, false), ("状态", "正常", .death, true),
      ("状态", "有效", .death, true),
      ("", "误报，已恢复", .death, true), ("", "误报，已恢复", .moveOut, true), ("", "人还在", .death, true),
      ("", "17", .death, false),
      ("", "病故", .death, false), ("撤销标志", "否", .death, false), ("是否撤销", "√", .death, true),
      ("经办单位", "黔城所", .death, false),
    ])
  func howAReportStandsCountsBesideADeath(
    _ heading: String, _ value: String, _ kind: PoliceRecordKind, _ isDoubt: Bool
  ) {
    #expect(Denial.isTold(by: value, under: heading, of: kind) == isDoubt)
  }

  @Test func whatTheListSaysAgainstARowIsReadInTheLanguageOfTheReader() {
    let note = "批注:某某 " + Denial.doubt(about: .title, saying: "误报名单")

    #expect(Denial.words(of: note).chinese == "批注:某某 标题存疑：误报名单")
    #expect(Denial.words(of: note).english == "noted: 某某 doubtful, the title：误报名单")
    #expect(Denial.Place.allCases.allSatisfy { Denial.isTold(in: Denial.doubt(about: $0)) })
  }
}
