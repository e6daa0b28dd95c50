import Foundation
import PtyKit
import TerminalKit

/// The desk as a person meets it, on a pseudo-terminal: start, keys, a held key, memory, idleness.
struct DeskBench {
  private let office: BenchOffice
  private static let columns = 120
  private static let rows = 40

  init(_ office: BenchOffice) { self.office = office }

  func run() throws {
    try start()
    let desk = try signedIn()
    try keys(on: desk)
    try manyKeys(on: desk)
    rest(desk)
  }

  private func open() throws -> PtySession {
    try PtySession(
      [office.certdesk, "desk", "--store", office.deskStore], environment: ["HOME": office.folder],
      columns: Self.columns,
      rows: Self.rows)
  }

  /// From the start of the process until the whole first screen is there.
  private func start() throws {
    var ours: [Double] = []
    var theirs: [Double] = []
    for _ in 0..<9 {
      ours.append(
        try milliseconds {
          let desk = try open()
          try desk.wait { $0.text.contains("Esc") && $0.text.contains("zhouwei") }
        })
      guard FileManager.default.fileExists(atPath: "/usr/bin/htop") else { continue }
      theirs.append(
        try milliseconds {
          let other = try PtySession(["/usr/bin/htop"], columns: Self.columns, rows: Self.rows)
          try other.wait { $0.text.contains("F10") }
        })
    }
    let mine = Sample(ours)
    let beside =
      theirs.isEmpty
      ? "htop is not installed"
      : "htop \(Sample(theirs).median.shown(1)) ms, ratio \((mine.median / Sample(theirs).median).shown())"
    Bench.say(
      """
      start to the first full screen, 100,000 holders, \(Self.columns)×\(Self.rows)
        certdesk \(mine.median.shown(1)) ms (aim < 40) · \(beside)
      """)
  }

  private func signedIn() throws -> PtySession {
    let desk = try open()
    try desk.wait(for: "zhouwei")
    desk.type(BenchOffice.staff)
    desk.press(.enter)
    desk.type(BenchOffice.password)
    desk.press(.enter)
    try desk.wait(for: "F8")
    return desk
  }

  /// One key, and the screen that answers it: down a list, and searching as one types.
  private func keys(on desk: PtySession) throws {
    desk.press(.function(3))
    try desk.wait(for: "查找")
    desk.type("王")
    try desk.wait(for: "> 王")
    var down: [Double] = []
    let first = try chosenRow(of: desk)
    let short = desk.screen.line(first)
    var row = first
    for step in 0..<200 {
      let isDown = step / 12 % 2 == 0
      row += isDown ? 1 : -1
      desk.press(isDown ? .down : .up)
      down.append(try milliseconds { try desk.wait { $0.line(row).hasPrefix(" >") } })
    }
    var typed: [Double] = []
    for _ in 0..<60 {
      desk.type("伟")
      typed.append(
        try milliseconds {
          try desk.wait { $0.cursor.row == 1 && $0.line(first).contains("王伟") }
        })
      desk.press(.backspace)
      typed.append(
        try milliseconds { try desk.wait { $0.cursor.row == 1 && $0.line(first) == short } })
    }
    let (moved, searched) = (Sample(down), Sample(typed))
    Bench.say(
      """
      key to screen (aim ≤ 3 ms at p99)
        down and up a list: p50 \(moved.median.shown()) ms, p99 \(moved.p99.shown()) ms · \
      a letter of a search among 100,000: p50 \(searched.median.shown()) ms, p99 \(searched.p99.shown()) ms
      """)
  }

  private func chosenRow(of desk: PtySession) throws -> Int {
    guard let row = (2..<Self.rows).first(where: { desk.screen.line($0).hasPrefix(" >") }) else {
      throw BenchProblem("nothing is chosen on\n\(desk.screen.text)")
    }
    return row
  }

  /// Three hundred keys at once, as a held key sends them.
  private func manyKeys(on desk: PtySession) throws {
    let mark = "三百"
    let whole = try milliseconds {
      for _ in 0..<150 { desk.press(.down, .up) }
      desk.type(mark)
      try desk.wait(for: mark)
    }
    Bench.say("  300 keys at once: \(whole.shown(1)) ms until the last is answered, \((whole / 300).shown(3)) ms a key")
  }

  /// Memory, and what a desk costs that nobody touches.
  private func rest(_ desk: PtySession) {
    let (before, sent) = (processorTicks(desk.processID), desk.output.count)
    var nothing = pollfd(fd: -1, events: 0, revents: 0)
    poll(&nothing, 1, 3000)
    let ticks = processorTicks(desk.processID) - before
    Bench.say(
      """
      the open desk: \(residentMegabytes(of: desk.processID).shown(1)) MiB (aim < 40) · idle for 3 s: \
      \(ticks) ticks of processor time, \(desk.output.count - sent) bytes
      """)
  }

  private func processorTicks(_ process: Int32) -> Int {
    let fields = (lines("/proc/\(process)/stat").first ?? "").split(separator: " ")
    return fields.count > 14 ? (Int(fields[13]) ?? 0) + (Int(fields[14]) ?? 0) : 0
  }

}

/// What a process holds in memory, in MiB.
func residentMegabytes(of process: Int32) -> Double {
  let line = lines("/proc/\(process)/status").first { $0.hasPrefix("VmRSS") } ?? ""
  return (line.split(separator: " ").compactMap { Double($0) }.first ?? .nan) / 1024
}

private func lines(_ path: String) -> [String] {
  guard let bytes = FileManager.default.contents(atPath: path) else { return [] }
  return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
}
