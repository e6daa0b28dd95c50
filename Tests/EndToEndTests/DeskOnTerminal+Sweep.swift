import TerminalKit
import Testing

/// A police file as liaison, clerk and supervisor work it.
extension DeskOnTerminal {
  func importPoliceFile(_ path: String, quarter: String) throws {
    press(.function(6))
    try see("还没有核销")
    press(.function(2))
    try fill("文件", path, showing: String(path.suffix(10)))
    try overwrite("季度", quarter)
    press(.function(2))
    try see("认出的列")
    press(.function(2))
  }

  func openSweep(in state: String) throws {
    press(.function(6))
    try see(state)
    press(.enter)
    try see("名单", state)
  }

  /// Decides the row that must be in hand, for the first of the usual reasons.
  func decide(_ name: String, _ digit: String, leaving: String) throws {
    try wait(for: "the row of \(name)") { $0.line($0.cursor.row).contains(name) }
    type(digit)
    try see("不决定")
    press(.down, .enter)
    try see(leaving)
  }

  func submitSweep() throws {
    press(.function(2))
    try choose("提交")
    try standOnButton("提交")
    press(.function(2))
    try see("已存：提交 → 待确认")
  }

  /// Sees what is confirmed, then signs.
  func approveSweep(cancelling count: Int, password: String) throws {
    press(.function(2))
    try choose("确认")
    try see("确认前看", "将注销 \(count)", "逐行决定的")
    // More pages than either list has: nobody signs before all was on the screen.
    for _ in 0..<12 { press(.pageDown) }
    press(.right)
    try see("随机抽")
    for _ in 0..<12 { press(.pageDown) }
    press(.function(2))
    try see("将发生", "将注销 \(count)")
    try fill("的密码", password, showing: "******")
    try set("确定要", "2", showing: "[2 是]")
    try see("已存：确认 → 已确认")
  }

  func applySweep() throws {
    try beginApplying()
    try see("执行结果")
  }

  func beginApplying() throws {
    press(.function(2))
    try choose("执行")
    try set("确定要", "2", showing: "[2 是]")
  }

  /// Takes the whole sweep back, from its outcome, signed by oneself and a second person.
  func undoSweep(signing own: String, with second: String, password: String) throws {
    press(.function(7))
    try stand(on: "理由")
    type("公安更正全部名单")
    press(.tab)
    try fill("的密码", own, showing: "******")
    try fill("第二人用户名", second)
    try fill("第二人密码", password, showing: "******")
    try set("确定要", "2", showing: "[2 是]")
    try see("已存：整批撤销", "已撤销")
  }
}
