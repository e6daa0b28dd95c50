import DeskFixtures
import PtyKit
import TerminalKit
import Testing

/// An import at the desk that somebody stops, and goes on with.
@Suite struct StoppedImportTests {
  private static let rows = 100_000

  /// More rows than one piece, about people whom nobody knows.
  private static var list: String {
    var list = "姓名,公民身份号码,变动类型,变动日期\n"
    for row in 0..<rows {
      let (year, month, day) = (1930 + row / 999 % 60, row / 60_000 + 1, row % 28 + 1)
      let birth = "\(year)-0\(month)-\(day < 10 ? "0" : "")\(day)"
      list += "张\(row % 9),\(MadeUp.identity(born: birth, sequence: row % 999 + 1)),死亡注销,2026-05-11\n"
    }
    return list
  }

  @Test func escIsObeyedAtOnceAndTheSameFileGoesOn() throws {
    let office = try Program.office(today: "2026-06-30")
    try office.keep(Self.list, as: "longlist.csv")
    let desk = try office.desk(as: "fengjie", "lianxi-09")
    try desk.importPoliceFile(office.path("longlist.csv"), quarter: "2026Q2")
    try desk.wait(for: "more than a piece") { $0.percent.map { $0 >= 55 } ?? false }

    desk.press(.escape)

    var farthest = 0
    try desk.wait(for: "the stop") { screen in
      if screen.text.contains("正在停止") || screen.text.contains("已停止") { return true }
      farthest = max(farthest, screen.percent ?? 0)
      return false
    }
    // The file is read at 80 percent: whoever stops it does not wait for that.
    #expect(farthest < 80)
    try desk.see("已停止：已比对的", "行留着", "今天再导入同一文件就接着办")
    #expect(try office.sweepState() == nil)
    desk.press(.function(2))
    try desk.see("已存：431281-2026Q2-1", "读入 \(Self.rows) = ")
    try desk.signOut()
    try desk.close()
    #expect(try office.run("audit", "verify").status == 0)
    try office.remove()
  }
}
