import DeskScripts
import Foundation
import PtyKit

/// The keys of a whole application, counted while the scripted run works the real desk.
struct KeystrokeBench {
  private let office: BenchOffice

  init(_ office: BenchOffice) { self.office = office }

  func run() throws {
    let store = "\(office.folder)/keys.sqlite"
    guard try runProgram(office.certdesk, ["demo", "--store", store, "--holders", "0"]) == 0 else {
      throw BenchProblem("certdesk demo failed")
    }
    let passwords = [
      "chenjing": "lianxi-01", "liufang": "lianxi-02", "sunmin": "lianxi-07", "yangshu": "lianxi-11",
    ]
    var script = WholeApplication(
      open: { day in
        try PtySession(
          [office.certdesk, "desk", "--store", store, "--today", day], environment: ["HOME": office.folder])
      },
      password: { passwords[$0] ?? "" })
    try script.run()
    let steps = script.steps.map { "\($0.name) \($0.keys)" }.joined(separator: ", ")
    var visit = VillageVisit(
      people: 20,
      open: {
        try PtySession(
          [office.certdesk, "desk", "--store", store, "--today", "2026-03-11"], environment: ["HOME": office.folder])
      }, password: { passwords[$0] ?? "" })
    try visit.run()
    Bench.say(
      """
      keystrokes of a whole `new` application beyond its data: \(script.total) (aim ≤ 60)
        \(steps)
        a decision once everything is read: \(script.decision) (aim ≤ 3)
        an intake of a village visit with all its data: the first \(visit.keys[0]), the second \(visit.keys[1]), the twentieth \(visit.keys[19]) (aim: half)
      """)
    try decideRows()
  }

  /// Two hundred doubtful rows one by one, each with a reason.
  private func decideRows() throws {
    let (rows, store, day) = (200, "\(office.folder)/doubts.sqlite", "2026-03-02")
    let (register, list) = ("\(office.folder)/doubts-register.csv", "\(office.folder)/doubts.csv")
    try DoubtfulRows.register(rows).write(toFile: register, atomically: true, encoding: .utf8)
    try DoubtfulRows.list(rows).write(toFile: list, atomically: true, encoding: .utf8)
    func asked(_ staff: String, _ password: String, _ arguments: String...) throws {
      let secret = "\(office.folder)/\(staff).password"
      let isKept = FileManager.default.createFile(
        atPath: secret, contents: Data(password.utf8), attributes: [.posixPermissions: 0o600])
      let all = arguments + ["--store", store, "--today", day, "--as", staff, "--password-file", secret]
      guard isKept, try runProgram(office.certdesk, all) == 0 else { throw BenchProblem("\(arguments) failed") }
    }
    guard try runProgram(office.certdesk, ["demo", "--store", store, "--holders", "0", "--today", day]) == 0 else {
      throw BenchProblem("certdesk demo failed")
    }
    try asked("chenjing", "lianxi-01", "register", "import", register)
    try asked("fengjie", "lianxi-09", "sweep", "import", list, "--quarter", "2026Q1")
    var painted: [Double] = []
    var script = DoubtfulRows(rows, password: "lianxi-09") {
      try PtySession(
        [office.certdesk, "desk", "--store", store, "--today", day], environment: ["HOME": office.folder])
    }
    try script.run { answered in painted.append(try milliseconds(answered)) }
    let sample = Sample(painted)
    Bench.say(
      """
      \(rows) doubtful rows one by one, each with a reason (aim: twenty minutes, nearly all of them for reading)
        keys a row: \(script.keys) · the last key until the next row is painted: p50 \(sample.median.shown()) ms, p99 \(sample.p99.shown()) ms, \
      all rows \((painted.reduce(0, +) / 1000).shown(1)) s
      """)
  }
}
