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
}
