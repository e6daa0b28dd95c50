import TerminalKit
import Testing

/// The life of one application as its people work it at one terminal.
extension DeskOnTerminal {
  /// At the counter: everything an input method may send, the number in full width with a small x.
  func enterApplication() throws {
    press(.function(2))
    press(.enter)
    try fill("公民身份号码", "１１０１０５１９４９１２３１００２ｘ", showing: "11010519491231002x")
    try see("有效，女，1949-12-31 生", "已存：新业务 431281-2026-000001")
    try fill("姓名", "王芳")
    try pass("性别")
    try pass("出生日期")
    try fill("户籍地址", "东大街1号")
    try pass("联系电话")
    try pass("民族")
    try set("申请类别", "４", showing: "[4 肢体]")
    try pass("照片文件")
    for paper in ["居民身份证", "户口簿", "照片×3", "申请表"] { try set(paper, "２", showing: "[2 已收]") }
    try standOnButton("提交")
    press(.function(2))
    try see("新办 · 已提交待受理", "已存：提交")
  }

  /// Accepts with the papers as they were ticked, and puts the panel together.
  func acceptForDirectAssessment() throws {
    try choose("受理")
    try standOnButton("确定：受理")
    press(.function(2))
    try see("新办 · 已受理")
    try choose("联合直接评定")
    try stand(on: "评定人")
    type("12４")
    try see("[1 周伟]", "[2 吴强]", "[4 何理（理事长）]")
    press(.enter)
    try fill("明显残疾特征", "右小腿缺失")
    try fill("评定说明", "右小腿膝下截肢")
    press(.function(2))
    try see("新办 · 联合评定签字中")
  }

  /// One seat signs with the own password; the desk stands on the next open seat by itself.
  func signSeat(of signer: Person, named name: String, opinion: String) throws {
    try wait(for: "the seat of \(name)") { $0.line($0.cursor.row).contains(name) }
    press(.enter)
    try see("\(name) 的密码")
    try set("评定类别", "４", showing: "[4 肢体]")
    try set("评定等级", "３", showing: "[3 三级]")
    try pass("肢体条款")
    try fill("评定意见", opinion)
    try fill("\(name) 的密码", signer.password, showing: "******")
    try standOnButton("确定：评定签字")
    press(.function(2))
    try see("评定席位", "已存：评定签字")
  }

  func closePanel() throws {
    press(.function(5))
    try standOnButton("确定：汇总评定结论")
    press(.function(2))
    try see("已存：汇总评定结论")
    press(.escape)
    try see("新办 · 评定符合标准")
  }

  func postNotice(at place: String) throws {
    try choose("公示")
    try fill("公示地点", place)
    press(.function(2))
    try see("新办 · 公示中")
  }

  /// Opens the only case of the office.
  func openCase(in state: String) throws {
    press(.function(5))
    try see("1 / 1 件")
    press(.enter)
    try see("新办 · \(state)")
  }

  func endNotice(evidence: String) throws {
    try choose("公示期满")
    try fill("公示照片或记录", evidence)
    press(.function(2))
    try see("新办 · 审核中")
  }

  func approve() throws {
    press(.function(6))
    try choose("批准")
    for tick in ["材料齐全", "程序合规", "结论无误", "公示无异议"] { try set(tick, "１", showing: "[×] 已确认") }
    press(.function(2))
    try see("已存：批准 → 已批准")
  }

  func issue(serial: String, to collector: String, identity: String) throws {
    try choose("制证")
    try fill("证卡印刷序号", serial)
    press(.function(2))
    try see("新办 · 已制证")
    try choose("盖章入库")
    for tick in ["批准栏已盖章", "照片已压钢印", "已录入国家基础库"] { try set(tick, "1", showing: "[×] 已确认") }
    press(.function(2))
    try see("新办 · 待领取")
    try choose("领证")
    try see("领取人身份号码", collector)
    try stand(on: "领取人身份号码")
    try fill("领取人身份号码", identity)
    press(.function(2))
    try see("新办 · 已领取")
  }
}
