import DeskFixtures
import Glibc
import PtyKit
import TerminalKit
import Testing

/// A quarter's file of 5,000 rows at the desk, which is killed in the middle of three of its steps.
@Suite struct CountySweepTests {
  @Test func aCountysSweepIsWorkedThroughThreeKillsAndUndoneToTheLetter() throws {
    var chance = Chance.fresh()
    let seed = chance.seed
    let office = try Program.office(today: "2026-06-30")
    let county = CountySweep(chance)
    try office.keep(county)
    let before = try office.exportedRegister(as: "before.csv")
    let todo = try office.todo()

    try importKilled(at: Int.random(in: 1...90, using: &chance), in: office, seed)
    verify(office, seed)
    try reviewKilled(at: Int.random(in: 5..<CountySweep.doubtful - 5, using: &chance), in: office, seed)
    verify(office, seed)
    try confirm(county, in: office)
    try applyKilled(at: Int.random(in: 1...90, using: &chance), in: office, seed)
    verify(office, seed)
    #expect(try office.exportedRegister(as: "applied.csv") != before, "seed \(seed)")
    #expect(try office.todo() != todo, "seed \(seed)")

    try undo(in: office)

    verify(office, seed)
    #expect(try office.exportedRegister(as: "after.csv") == before, "seed \(seed): the register is not what it was")
    #expect(try office.todo() == todo, "seed \(seed): the queues are not what they were")
    #expect(try office.sweepState() == "undone")
    try office.remove()
  }

  private func verify(_ office: Program, _ seed: UInt64) {
    #expect(throws: Never.self, "seed \(seed)") {
      let answer = try office.run("audit", "verify")
      #expect(answer.status == 0, "seed \(seed): \(answer.output)\(answer.complaint)")
    }
  }

  /// What was killed before it was said to be kept is not there, and is read again.
  private func importKilled(at percent: Int, in office: Program, _ seed: UInt64) throws {
    let desk = try office.desk(as: "fengjie", "lianxi-09")
    try desk.importPoliceFile(office.path("county.csv"), quarter: "2026Q2")
    let wasKept = try desk.kill(at: percent, orAfter: "已存：431281-2026Q2-1")
    if wasKept { #expect(try office.sweepState() == "open", "seed \(seed)") }

    guard try office.sweepState() == nil else { return }
    let next = try office.desk(as: "fengjie", "lianxi-09")
    try next.importPoliceFile(office.path("county.csv"), quarter: "2026Q2")
    try next.see("已存：431281-2026Q2-1", "读入 5000 = ")
    try next.signOut()
    try next.close()
  }

  /// What was decided stays decided, and the next desk goes on behind it.
  private func reviewKilled(at row: Int, in office: Program, _ seed: UInt64) throws {
    let desk = try office.desk(as: "chenjing", "lianxi-01")
    try desk.openSweep(in: "核对中")
    try desk.see("逐行看 \(CountySweep.doubtful) 行")
    desk.press(.function(5))
    try desk.see("取 \(CountySweep.exact) 行；留下 0 行须逐行看")
    desk.press(.function(2))
    try desk.see("已存：\(CountySweep.exact) 行同意")
    desk.press(.function(4))
    try desk.read(from: 0, to: row)
    // The next key may or may not have reached the store.
    desk.type("3")
    desk.press(.down, .enter)
    desk.terminal.kill(SIGKILL)
    _ = try desk.terminal.waitForEnd()

    let next = try office.desk(as: "liufang", "lianxi-02")
    try next.openSweep(in: "核对中")
    next.press(.function(4))
    var decided = 0
    try next.wait(for: "the row behind the last, seed \(seed)") { screen in
      decided = [row, row + 1].first { screen.text.contains("已定 \($0) ·") } ?? 0
      return decided > 0
    }
    try next.see("第 \(decided + 1) / \(CountySweep.doubtful) 行")
    try next.read(from: decided, to: CountySweep.doubtful)
    try next.see("都已决定，可以提交")
    next.press(.escape)
    try next.see("按 F2 提交")
    try next.submitSweep()
    try next.signOut()
    try next.close()
  }

  private func confirm(_ county: CountySweep, in office: Program) throws {
    let desk = try office.desk(as: "sunmin", "lianxi-07")
    try desk.openSweep(in: "待确认")
    try desk.approveSweep(cancelling: county.deaths, password: "lianxi-07")
    try desk.signOut()
    try desk.close()
  }

  /// All of it or nothing: what was killed on its way has done nothing at all.
  private func applyKilled(at percent: Int, in office: Program, _ seed: UInt64) throws {
    let desk = try office.desk(as: "sunmin", "lianxi-07")
    try desk.openSweep(in: "已确认")
    try desk.beginApplying()
    let wasKept = try desk.kill(at: percent, orAfter: "执行结果")
    if wasKept { #expect(try office.sweepState() == "applied", "seed \(seed)") }

    guard try office.sweepState() == "approved" else { return }
    let next = try office.desk(as: "sunmin", "lianxi-07")
    try next.openSweep(in: "已确认")
    try next.applySweep()
    try next.see("同意的 \(CountySweep.exact) 行", "被拒 0")
    try next.signOut()
    try next.close()
  }

  private func undo(in office: Program) throws {
    let desk = try office.desk(as: "sunmin", "lianxi-07")
    try desk.openSweep(in: "已执行")
    desk.press(.function(6))
    try desk.see("执行结果")
    try desk.undoSweep(signing: "lianxi-07", with: "liufang", password: "lianxi-02")
    try desk.signOut()
    try desk.close()
  }
}

extension Program {
  func desk(as name: String, _ password: String) throws -> DeskOnTerminal {
    let desk = try desk()
    try desk.fill("用户名", name)
    try desk.fill("密码", password, showing: "******")
    try desk.see("办公桌")
    return desk
  }
}

extension DeskOnTerminal {
  /// Kills the desk once long work has come so far, or has said that it is done; tells whether it had.
  fileprivate func kill(at percent: Int, orAfter saying: String) throws -> Bool {
    var wasSaid = false
    try wait(for: "\(percent)% or \(saying)") { screen in
      wasSaid = screen.text.contains(saying)
      return wasSaid || screen.percent.map { $0 >= percent } ?? false
    }
    terminal.kill(SIGKILL)
    _ = try terminal.waitForEnd()
    return wasSaid
  }

  /// Decides row after row, by keys of one hand, seeing each done.
  fileprivate func read(from first: Int, to last: Int) throws {
    for done in first..<last {
      try see("已定 \(done) ·", "第 \(done + 1) / \(CountySweep.doubtful) 行")
      type(done.isMultiple(of: 2) ? "2" : "3")
      press(.down, .enter)
      try see("已定 \(done + 1) ·")
    }
  }
}

extension TerminalScreen {
  /// What the bar of long work shows.
  var percent: Int? {
    line(2).split(separator: " ").last.flatMap { $0.hasSuffix("%") ? Int($0.dropLast()) : nil }
  }
}
