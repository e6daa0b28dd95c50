import TerminalKit
import Testing

/// A service on a certificate, as the people of the office work it at one terminal.
extension DeskOnTerminal {
  /// The person first: the number typed, what is held seen, the service chosen from the list.
  func receive(_ identity: String, for service: String) throws {
    press(.function(2))
    try see("受理：先认人")
    type(identity)
    try see("已有证件")
    try stand(onRow: service)
    press(.enter)
    try wait(for: "the intake of \(service)") { $0.line(0).contains(service) && $0.text.contains("提交") }
  }

  /// Goes down a list to the row that holds a name.
  func stand(onRow name: String) throws {
    for _ in 0..<20 {
      if terminal.screen.rowInHand.split(separator: " ").contains(Substring(name)) { return }
      let before = terminal.screen.rowInHand
      press(.down)
      try wait(for: "the row after \(before)") { $0.rowInHand != before }
    }
    Issue.record("no row \(name):\n\(shown)")
  }

  /// Ticks papers as received, from the first on, and submits.
  func submit(_ papers: [String], of service: String) throws {
    for paper in papers { try set(paper, "２", showing: "[2 已收]") }
    try standOnButton("提交")
    press(.function(2))
    try see("\(service) · 已提交待受理")
  }

  /// Accepts with the papers as they were ticked, and sends a case without an assessment to review.
  func acceptWithoutAssessment(_ service: String) throws {
    try choose("受理")
    press(.function(2))
    try see("\(service) · 已受理")
    try choose("免评定")
    press(.function(2))
    try see("\(service) · 审核中")
  }

  /// Opens the first case of the office in a state.
  func open(_ service: String, in state: String) throws {
    press(.function(5))
    try see("全部业务", state)
    try stand(onRow: state)
    press(.enter)
    try see("\(service) · \(state)")
  }

  /// A decision is three keys once everything has been read.
  func approve(_ service: String) throws {
    press(.function(6))
    try see("审批 · ")
    try choose("批准")
    press(.function(5), .function(2))
    try see("已存：批准 → 已批准")
  }

  func issue(_ service: String, serial: String, identity: String) throws {
    try choose("制证")
    try fill("证卡印刷序号", serial)
    press(.function(2))
    try see("\(service) · 已制证")
    try choose("盖章入库")
    press(.function(5), .function(2))
    try see("\(service) · 待领取")
    try choose("领证")
    try fill("领取人身份号码", identity)
    press(.function(2))
    try see("\(service) · 已领取")
  }

  func finish(_ service: String) throws {
    try choose("办结")
    try set("通知书已送达", "1", showing: "[×] 已确认")
    press(.function(2))
    try see("\(service) · 已归档")
  }

  /// Refers the applicant to the first institution, and enters what it found.
  func assessAtTheHospital(_ service: String, grade: String) throws {
    try choose("派指定机构评定")
    try set("评定机构", "1", showing: "[1 ")
    press(.function(2))
    try see("\(service) · 已派指定机构评定")
    try choose("录入评定结果")
    try fill("评定表编号", "PD-1")
    try pass("评定机构")
    try fill("评定医生", "贺医生")
    try pass("评定日期")
    try set("评定类别", "4", showing: "[4 肢体]")
    try stand(on: "评定等级")
    type(grade)
    press(.end, .up)
    try set("评定表已盖章", "1", showing: "[×] 已确认")
    press(.function(2))
  }
}
